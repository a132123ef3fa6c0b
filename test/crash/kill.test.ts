import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openConnection, rowsOf } from '../../server/storage/driver';
import { differencesIn } from '../../server/storage/queries';
import { sqlOf } from '../../server/storage/sql';
import { acknowledgeEarly } from './early';
import { lost, roundsOf } from './rounds';
import { type Journal, openJournal, post, sendUntil } from './senders';
import { type ServerProcess, startServerProcess, writeExhibit } from './server-process';

/** All fifty with `npm run test:crash`; a few in every run of the tests. */
const ROUNDS = roundsOf(50, 5);
const SECONDS_A_ROUND = 60;

describe('a server killed at any moment', () => {
  let folder: string;
  let running: ServerProcess | null;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lantai-crash-'));
    writeExhibit(join(folder, 'exhibits'));
    running = null;
  });
  afterEach(async () => {
    await running?.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  it(
    `has every event it acknowledged, none twice, and figures that agree with them (${ROUNDS} rounds)`,
    async () => {
      const journal = openJournal();
      for (let round = 0; round < ROUNDS; round++) {
        running = await startServerProcess(folder);
        await killWhileSending(running, running.url, journal);
        await expectAllThere(folder, journal, `after round ${round + 1}`);
      }
      expect(journal.acknowledged.size).toBeGreaterThan(ROUNDS * 50);

      running = await startServerProcess(folder);
      await sendUntil(() => false, running.url, journal, true);
      expect(await running.stop()).toBeLessThan(5_000);
      running = null;
      expect(journal.acknowledged.size).toBe(journal.made);
      await expectAllThere(folder, journal, 'after the last start');
      const { ids } = await readStore(folder);
      expect(ids.length).toBe(journal.made);
    },
    (ROUNDS + 2) * SECONDS_A_ROUND * 1000
  );

  it(
    'would be found out if it acknowledged before the disk has it',
    async () => {
      const journal = openJournal();
      running = await startServerProcess(folder);
      const { url } = running;
      const early = await acknowledgeEarly(acknowledged, ({ body }) => post(url, body));
      await killWhileSending(running, early.url, journal, early.stop);
      const { ids } = await readStore(folder);
      expect(journal.acknowledged.size).toBeGreaterThan(0);
      expect(lost(journal, ids).length).toBeGreaterThan(0);
    },
    3 * SECONDS_A_ROUND * 1000
  );
});

/** Lets the senders run, kills the server in the middle of it at a random moment, waits until they have noticed. */
async function killWhileSending(
  server: ServerProcess,
  url: string,
  journal: Journal,
  alsoStop: () => Promise<void> = async () => {}
): Promise<void> {
  const known = journal.acknowledged.size;
  let isOver = false;
  const sending = sendUntil(() => isOver, url, journal);
  while (journal.acknowledged.size === known) await delay(5);
  await delay(300 + Math.random() * 900);
  await Promise.all([server.kill(), alsoStop()]);
  isOver = true;
  await sending;
}

async function expectAllThere(folder: string, journal: Journal, when: string): Promise<void> {
  const { ids, differences } = await readStore(folder);
  expect(lost(journal, ids), `acknowledged but lost ${when}`).toEqual([]);
  expect(ids.length - new Set(ids).size, `stored twice ${when}`).toBe(0);
  expect(differences, `rollup against events ${when}`).toEqual([]);
}

/** What is on the disk, read from a copy: mending the file after the crash is the next start's work, not ours. */
async function readStore(folder: string) {
  const copy = mkdtempSync(join(folder, 'copy-'));
  for (const name of ['engagement.db', 'engagement.db-wal']) {
    const source = join(folder, 'data', name);
    if (existsSync(source)) copyFileSync(source, join(copy, name));
  }
  const connection = await openConnection(join(copy, 'engagement.db'));
  try {
    const rows = rowsOf(z.object({ id: z.string() }), connection.prepare('SELECT lower(hex(id)) AS id FROM event'));
    return { ids: rows.map(({ id }) => id), differences: await differencesIn(sqlOf(connection)) };
  } finally {
    connection.close();
    rmSync(copy, { recursive: true, force: true });
  }
}

function acknowledged(body: string) {
  const { events } = z.object({ events: z.array(z.unknown()) }).parse(JSON.parse(body));
  return { status: 202, answer: { accepted: events.length, duplicates: 0, rejected: [] } };
}

function delay(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
