import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, type Socket, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openPostgresKeeping } from '../../server/storage/postgres-keeping';
import { type PostgresServer, newPostgresFolder, requirePostgres, startPostgres } from '../support/postgres';
import { lost, roundsOf } from './rounds';
import { type Journal, openJournal, sendUntil } from './senders';
import { type ServerProcess, startServerProcess, writeExhibit } from './server-process';

const programs = requirePostgres();
const ROUNDS = roundsOf(20, 2);
/** Starting three servers, or two databases, takes half a minute: these are for `npm run test:crash` alone. */
const isWhole = roundsOf(1, 0) > 0;
const MINUTE = 60_000;

/** With everything that keeps its promise switched on, as it is by default. */
const DURABLE = ['fsync = on', 'synchronous_commit = on', 'wal_level = replica', 'max_wal_senders = 5'];

describe.skipIf(!programs)('servers on one PostgreSQL', () => {
  let folder: string;
  let servers: ServerProcess[];
  let databases: PostgresServer[];

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lantai-crash-'));
    writeExhibit(join(folder, 'exhibits'));
    servers = [];
    databases = [];
  });
  afterEach(async () => {
    for (const server of servers) await server.kill();
    for (const database of databases) await database.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  async function startDatabase(settings: readonly string[] = DURABLE, filled?: string): Promise<PostgresServer> {
    const database = await startPostgres(programs ?? '', { settings, ...(filled ? { folder: filled } : {}) });
    databases.push(database);
    return database;
  }
  async function startNode(databaseUrl: string, data = 'data'): Promise<ServerProcess> {
    const server = await startServerProcess(folder, { databaseUrl, data });
    servers.push(server);
    return server;
  }

  it(
    `have every event they acknowledged when server and database are killed by turns (${ROUNDS} rounds)`,
    async () => {
      const database = await startDatabase();
      const url = database.urlOf('lantai');
      const journal = openJournal();
      let server = await startNode(url);
      for (let round = 0; round < ROUNDS; round++) {
        const isServer = round % 2 === 0;
        await whileSending([server.url], journal, () => (isServer ? server.kill() : database.kill()));
        if (isServer) server = await startNode(url);
        else await database.start();
        await expectAllThere(url, journal, `after round ${round + 1}`);
      }
      await sendTheRest(server.url, journal);
      expect(journal.acknowledged.size).toBe(journal.made);
      expect((await expectAllThere(url, journal, 'after the last start')).length).toBe(journal.made);
      expect(await server.stop()).toBeLessThan(5_000);
    },
    (ROUNDS + 3) * MINUTE
  );

  it.runIf(isWhole)(
    'write side by side, three of them, without a deadlock that anybody sees',
    async () => {
      const database = await startDatabase();
      const url = database.urlOf('lantai');
      const journal = openJournal();
      const nodes = await Promise.all(['a', 'b', 'c'].map((data) => startNode(url, data)));
      let isOver = false;
      const urls = nodes.map((node) => node.url);
      const statuses = new Map<number, number>();
      const sending = urls.map((node) => sendUntil(() => isOver, node, journal, { statuses, copies: urls }));
      await delay(roundsOf(20, 2) * 1_000);
      isOver = true;
      await Promise.all(sending);
      expect([...statuses.keys()]).toEqual([202]);
      expect(journal.acknowledged.size).toBe(journal.made);
      expect((await expectAllThere(url, journal, 'in the end')).length).toBe(journal.made);
      expect(
        await ask(url, 'SELECT deadlocks::int AS value FROM pg_stat_database WHERE datname = current_database()')
      ).toEqual([0]);
    },
    4 * MINUTE
  );

  it.runIf(isWhole)(
    'lose nothing they acknowledged when the primary is killed and its standby promoted',
    async () => {
      const primary = await startDatabase();
      primary.urlOf('lantai');
      const standbyFolder = newPostgresFolder();
      primary.run('pg_basebackup', [
        '-h',
        '127.0.0.1',
        '-p',
        String(primary.port),
        '-U',
        'lantai',
        '-D',
        standbyFolder,
        '-R',
        '-X',
        'stream',
        '-c',
        'fast'
      ]);
      const conninfo = `primary_conninfo = 'host=127.0.0.1 port=${primary.port} user=lantai application_name=standby'`;
      appendFileSync(join(standbyFolder, 'postgresql.auto.conf'), `${conninfo}\n`);
      const standby = await startDatabase(DURABLE, standbyFolder);
      // From here on a commit is only acknowledged when both have it.
      const system = `postgres://lantai@127.0.0.1:${primary.port}/postgres`;
      await ask(system, "ALTER SYSTEM SET synchronous_standby_names = 'standby'");
      await ask(system, 'SELECT pg_reload_conf() AS value');
      await expect
        .poll(() => ask(system, 'SELECT sync_state AS value FROM pg_stat_replication'), { timeout: 20_000 })
        .toEqual(['sync']);

      const gate = await openGate(primary.port);
      const url = `postgres://lantai@127.0.0.1:${gate.port}/lantai`;
      const server = await startNode(url);
      const journal = openJournal();
      await whileSending([server.url], journal, async () => {
        await primary.kill();
        standby.run('pg_ctl', ['promote', '-w', '-D', standbyFolder]);
        gate.leadTo(standby.port);
      });
      const own = `postgres://lantai@127.0.0.1:${standby.port}/lantai`;
      await expectAllThere(own, journal, 'after the standby took over');
      // And it goes on there, with what had no answer.
      await sendTheRest(server.url, journal);
      expect((await expectAllThere(own, journal, 'in the end')).length).toBe(journal.made);
      await gate.close();
    },
    3 * MINUTE
  );
});

/** Lets senders run and does something to what they send to, in the middle of it. */
async function whileSending(urls: string[], journal: Journal, act: () => Promise<void>): Promise<void> {
  const known = journal.acknowledged.size;
  let isOver = false;
  const sending = urls.map((url) => sendUntil(() => isOver, url, journal));
  while (journal.acknowledged.size === known) await delay(5);
  await delay(300 + Math.random() * 900);
  await act();
  isOver = true;
  await Promise.all(sending);
}

/** Again and again, as a browser does, until everything has its answer. */
async function sendTheRest(url: string, journal: Journal): Promise<void> {
  const send = async () => {
    await sendUntil(() => false, url, journal, true);
    return journal.unanswered.size;
  };
  await expect.poll(send, { timeout: 30_000 }).toBe(0);
}

async function expectAllThere(url: string, journal: Journal, when: string): Promise<string[]> {
  const ids = (await ask(url, 'SELECT id AS value FROM event')).map(String);
  expect(lost(journal, ids), `acknowledged but lost ${when}`).toEqual([]);
  expect(ids.length - new Set(ids).size, `stored twice ${when}`).toBe(0);
  const keeping = await openPostgresKeeping(url);
  try {
    expect(await keeping.differences(), `rollup against events ${when}`).toEqual([]);
  } finally {
    await keeping.close();
  }
  return ids;
}

/** The column `value` of a question, asked when the database is there again. */
async function ask(url: string, sql: string): Promise<unknown[]> {
  for (let attempt = 1; ; attempt++) {
    const client = new Client({ connectionString: url });
    try {
      await client.connect();
      return (await client.query<{ value: unknown }>(sql)).rows.map(({ value }) => value);
    } catch (error) {
      if (attempt === 40) throw error;
      await delay(100);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}

/** The one address behind which the database stands, as a proxy or a moving address gives it. */
async function openGate(port: number): Promise<{ port: number; leadTo(port: number): void; close(): Promise<void> }> {
  let target = port;
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    const onward = connect({ host: '127.0.0.1', port: target });
    for (const [from, to] of [
      [socket, onward],
      [onward, socket]
    ] as const) {
      open.add(from);
      from.pipe(to);
      from.on('error', () => to.destroy());
      from.on('close', () => {
        open.delete(from);
        to.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    leadTo(next) {
      target = next;
      for (const socket of open) socket.destroy();
    },
    close: async () => {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    }
  };
}

function delay(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
