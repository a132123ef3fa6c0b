import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { shareCache } from '../../support/cache';

export interface TestServer {
  url: string;
  /** Of its process. */
  pid: number;
  staffKey: string;
  dataFolder: string;
  /** Everything it logged so far. */
  output(): string;
  stop(): Promise<void>;
}

const START_MS = 90_000;

/** The real server in a process of its own, on a free port, with a data folder that is thrown away. */
export async function startTestServer(env: Record<string, string> = {}, startMs = START_MS): Promise<TestServer> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'lantai-'));
  await shareCache(dataFolder);
  const staffKey = 'a-staff-key-for-tests-only';
  const child = spawn(process.execPath, ['server/cli/run.mjs', 'start'], {
    env: {
      ...process.env,
      PORT: '0',
      LANTAI_DATA: dataFolder,
      LANTAI_STAFF_KEY: staffKey,
      LANTAI_LOAD_TEST: '1',
      // Drawing every width of every picture ahead would take the machine from the tests for minutes.
      LANTAI_PICTURES_AHEAD: '0',
      ...env
    },
    stdio: ['ignore', 'pipe', 'pipe']
  });
  let output = '';
  const collect = (chunk: Buffer) => (output += chunk.toString());
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  const port = await waitForPort(child, () => output, startMs);
  return {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    staffKey,
    dataFolder,
    output: () => output,
    stop: async () => {
      await stopChild(child);
      await rm(dataFolder, { recursive: true, force: true });
    }
  };
}

async function waitForPort(child: ChildProcess, output: () => string, startMs: number): Promise<number> {
  const until = Date.now() + startMs;
  while (Date.now() < until) {
    const port = /"event":"listening","port":(\d+)/.exec(output())?.[1];
    if (port) return Number(port);
    if (child.exitCode !== null) break;
    await new Promise((done) => setTimeout(done, 50));
  }
  child.kill('SIGKILL');
  throw new Error(`The server did not start:\n${output()}`);
}

function stopChild(child: ChildProcess): Promise<void> {
  return new Promise((done) => {
    if (child.exitCode !== null) return done();
    child.once('exit', () => done());
    child.kill('SIGTERM');
    setTimeout(() => child.kill('SIGKILL'), 8_000).unref();
  });
}
