import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { appendFileSync, chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createConnection, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A PostgreSQL of a test's own: in a folder that goes with it, on a free port of the loopback. */
export interface PostgresServer {
  port: number;
  folder: string;
  /** Address of a database, made when it is not there. */
  urlOf(database: string): string;
  /** Ends it as a loss of power would. */
  kill(): Promise<void>;
  /** Starts it again over the same folder. */
  start(): Promise<void>;
  /** Runs one of PostgreSQL's programs as the user that owns the server. Throws with its output. */
  run(program: string, args: string[]): string;
  /** Stops it and deletes its folder. */
  remove(): Promise<void>;
}

export interface PostgresOptions {
  /** Lines of `postgresql.conf`. Without any, one that forgets on a loss of power and is quick. */
  settings?: readonly string[];
  /** An already filled folder (a standby's), taken as it is. */
  folder?: string;
}

/** Folder of Debian's programs, newest first; null where PostgreSQL is not installed. */
export function postgresPrograms(): string | null {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [...versions.map((version) => join(root, version, 'bin')), '/usr/local/bin', '/opt/homebrew/bin'];
  return folders.find((folder) => existsSync(join(folder, 'initdb'))) ?? null;
}

/**
 * Programs of PostgreSQL for a test that cannot do without. In continuous integration their lack is a failure; on
 * anybody's machine it is said aloud and the tests are left out.
 */
export function requirePostgres(): string | null {
  const programs = postgresPrograms();
  if (programs) return programs;
  const message =
    'PostgreSQL is not installed (Debian: apt-get install postgresql): nothing of it is tested in this run.';
  if (process.env['CI']) throw new Error(message);
  console.warn(`\n!!! ${message}\n`);
  return null;
}

const QUICK = ['fsync = off', 'synchronous_commit = off', 'full_page_writes = off'];
const COMMON = ["listen_addresses = '127.0.0.1'", "unix_socket_directories = ''", 'max_connections = 60'];

/** It refuses to run as root: then it is the user `postgres`, or nobody. */
function owner(): { uid: number; gid: number } | Record<string, never> {
  if (process.getuid?.() !== 0) return {};
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((what) => Number(spawnSync('id', [what, name]).stdout.toString() || NaN));
    if (uid && gid) return { uid, gid };
  }
  throw new Error('PostgreSQL does not run as root, and there is no user postgres or nobody.');
}

export async function startPostgres(programs: string, options: PostgresOptions = {}): Promise<PostgresServer> {
  const as = owner();
  const folder = options.folder ?? newFolder(as);
  const port = await freePort();
  let process_: ChildProcess | null = null;

  const run = (program: string, args: string[]) =>
    execFileSync(join(programs, program), args, { ...as, cwd: tmpdir(), stdio: 'pipe', env: ENVIRONMENT }).toString();

  if (options.folder === undefined) {
    run('initdb', ['-D', folder, '-A', 'trust', '-U', 'lantai', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync']);
  }
  appendFileSync(
    join(folder, 'postgresql.conf'),
    `${[...COMMON, `port = ${port}`, ...(options.settings ?? QUICK)].join('\n')}\n`
  );

  async function start(): Promise<void> {
    const child = spawn(join(programs, 'postgres'), ['-D', folder], { ...as, cwd: tmpdir(), env: ENVIRONMENT });
    process_ = child;
    let output = '';
    child.stderr.on('data', (chunk: Buffer) => (output = (output + chunk.toString()).slice(-4_000)));
    const started = Date.now();
    while (spawnSync(join(programs, 'pg_isready'), ['-h', '127.0.0.1', '-p', String(port), '-q']).status !== 0) {
      if (child.exitCode !== null || Date.now() - started > 60_000) {
        throw new Error(`PostgreSQL did not start:\n${output}`);
      }
      await delay(50);
    }
  }

  async function end(signal: NodeJS.Signals): Promise<void> {
    const child = process_;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await ended;
    // Its children notice within a moment that it has gone; until then they hold the port.
    while (await isOpen(port)) await delay(20);
  }

  await start();
  return {
    port,
    folder,
    urlOf(database) {
      const args = ['-h', '127.0.0.1', '-p', String(port), '-U', 'lantai', database];
      if (database !== 'postgres') run('createdb', args);
      return `postgres://lantai@127.0.0.1:${port}/${database}`;
    },
    kill: () => end('SIGKILL'),
    start,
    run,
    async remove() {
      // SIGINT is its “fast shutdown”.
      await end('SIGINT');
      rmSync(folder, { recursive: true, force: true });
    }
  };
}

const ENVIRONMENT = { PATH: process.env['PATH'] ?? '', LC_ALL: 'C.UTF-8', TZ: 'UTC' };

function newFolder(as: { uid: number; gid: number } | Record<string, never>): string {
  const folder = mkdtempSync(join(tmpdir(), 'lantai-postgres-'));
  chmodSync(folder, 0o700);
  if ('uid' in as) chownSync(folder, as.uid, as.gid);
  return folder;
}

/** A folder that `pg_basebackup` may fill. */
export function newPostgresFolder(): string {
  return newFolder(owner());
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

function isOpen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ host: '127.0.0.1', port }, () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

function delay(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
