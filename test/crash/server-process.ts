import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface ServerProcess {
  url: string;
  /** Ends it as a loss of power would: nothing of it runs any more. */
  kill(): Promise<void>;
  /** Asks it to stop and waits until it has; gives the milliseconds that took. */
  stop(): Promise<number>;
}

const START_WITHIN_MS = 120_000;
export const EXHIBIT = 'crash';
export const TARGETS = ['section:ford', 'section:harbour', 'view:story', 'view:timeline'];

/** The smallest exhibit there can be, so that a start costs little. */
export function writeExhibit(folder: string): void {
  const section = (id: string) => ({ id, title: { en: id }, text: { en: `Text of ${id}.` } });
  const exhibit = {
    formatVersion: '1.0',
    id: EXHIBIT,
    title: { en: 'Crash' },
    languages: ['en'],
    sections: [section('ford'), section('harbour')]
  };
  mkdirSync(join(folder, EXHIBIT), { recursive: true });
  writeFileSync(join(folder, EXHIBIT, 'exhibit.json'), JSON.stringify(exhibit));
}

/** `npm start` itself, in a process of its own, on a free port. Rejects with its output when it does not listen. */
export async function startServerProcess(
  folder: string,
  { data = 'data', databaseUrl = '' }: { data?: string; databaseUrl?: string } = {}
): Promise<ServerProcess> {
  const child = spawn(process.execPath, ['server/cli/run.mjs', 'start'], {
    env: {
      ...process.env,
      PORT: '0',
      LANTAI_DATA: join(folder, data),
      DATABASE_URL: databaseUrl,
      LANTAI_PICTURES_AHEAD: '0',
      LANTAI_EXHIBITS: join(folder, 'exhibits'),
      LANTAI_STAFF_KEY: 'a-staff-key-for-tests-only',
      LANTAI_LOAD_TEST: '1'
    },
    stdio: ['ignore', 'pipe', 'pipe']
  });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const port = await listeningPort(child);
  return {
    url: `http://127.0.0.1:${port}`,
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
    async stop() {
      const start = performance.now();
      child.kill('SIGTERM');
      await exited;
      return performance.now() - start;
    }
  };
}

function listeningPort(child: ChildProcess): Promise<string> {
  let output = '';
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => fail('within two minutes'), START_WITHIN_MS);
    const fail = (why: string) => {
      clearTimeout(timer);
      child.kill('SIGKILL');
      reject(new Error(`The server did not listen ${why}:\n${output}`));
    };
    const collect = (chunk: Buffer) => {
      output += chunk.toString();
      const port = /"event":"listening","port":(\d+)/.exec(output)?.[1];
      if (!port) return;
      clearTimeout(timer);
      resolve(port);
    };
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    child.once('exit', (code, signal) => fail(`but ended with ${signal ?? code}`));
  });
}
