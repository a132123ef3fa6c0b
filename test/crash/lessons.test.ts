import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Connection, openConnection } from '../../server/storage/driver';
import { LESSONS_FILE } from '../../server/storage/place';
import { unsealed } from '../../server/storage/sealed';
import { ask } from '../support/class';
import { acknowledgeEarly } from './early';
import {
  comeBack,
  copyLessons,
  type CountingClass,
  faultsIn,
  knownTo,
  openCounting,
  sendAgain,
  writeLesson,
  writeOn
} from './pupils';
import { roundsOf } from './rounds';
import { type ServerProcess, startServerProcess, writeExhibit } from './server-process';

const ROUNDS = roundsOf(20, 1);
/** A school of a thousand with `npm run test:crash`. */
const CLASSES = roundsOf(20, 4) >= 20 ? 20 : 4;
const PUPILS = 50;
const MOST_JITTER_MS = 1_500;
const BACK_WITHIN_MS = 10_000;
const NOTHING = { lost: [], unkept: [], doubled: [], disordered: [] };

describe('a server killed in the middle of lessons', () => {
  let folder: string;
  let running: ServerProcess | null;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'lantai-crash-'));
    writeExhibit(join(folder, 'exhibits'));
    writeLesson(join(folder, 'exhibits'));
    running = await startServerProcess(folder);
  });
  afterEach(async () => {
    await running?.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  it(
    `has every answer it acknowledged, none twice, in their order, and knows ${CLASSES * PUPILS} pupils again (${ROUNDS} rounds)`,
    async () => {
      if (!running) throw new Error('The server did not start.');
      const classes = await openCounting(running.url, CLASSES, PUPILS);
      const pupils = classes.flatMap((room) => room.pupils);
      const back: number[] = [];
      for (let round = 1; round <= ROUNDS; round += 1) {
        const before = new Map(pupils.map(({ member, acknowledged }) => [member, acknowledged]));
        const killedAt = await killWhileWriting(running, classes);
        const [copy, known] = [copyLessons(folder), knownTo(classes)];
        running = await startServerProcess(folder);
        const { url } = running;
        const areThemselves = await Promise.all(pupils.map((pupil) => comeBack(pupil, url, MOST_JITTER_MS)));
        back.push(performance.now() - killedAt);
        expect(areThemselves.filter((isSame) => !isSame).length, `came back as somebody else in round ${round}`).toBe(
          0
        );
        expect(await faultsIn(copy, known), `on the disk when it was killed in round ${round}`).toEqual(NOTHING);
        expect(pupils.filter(({ member, acknowledged }) => acknowledged <= (before.get(member) ?? 0)).length).toBe(0);
        for (const { teacher } of classes) {
          teacher.disconnect();
          teacher.url = url;
          await teacher.connect();
        }
      }
      console.log(
        `${ROUNDS} kills, ${pupils.length} pupils, ${pupils.reduce((sum, { acknowledged }) => sum + acknowledged, 0)} answers acknowledged; ` +
          `kill → everybody back with all there was: ${back.map((ms) => (ms / 1000).toFixed(1)).join(' ')} s`
      );
      await running.stop();
      running = null;
      expect(pupils.every(({ acknowledged, sent }) => acknowledged === sent.n)).toBe(true);
      expect(await faultsIn(copyLessons(folder), knownTo(classes)), 'in the end').toEqual(NOTHING);
      expect(Math.max(...back), 'milliseconds until everybody was back').toBeLessThan(BACK_WITHIN_MS);
    },
    (ROUNDS + 3) * 60_000
  );

  it('would be found out if it acknowledged before the disk has it', async () => {
    if (!running) throw new Error('The server did not start.');
    const { url } = running;
    const classes = await openCounting(url, 1, PUPILS);
    const early = await acknowledgeEarly(
      () => ({ status: 200, answer: { seq: 0 } }),
      ({ path, headers, body }) =>
        ask(url, path, { body: JSON.parse(body) as unknown, cookie: headers.cookie ?? null }).catch(() => null)
    );
    for (const { device } of classes.flatMap(({ pupils }) => pupils)) device.url = early.url;
    await killWhileWriting(running, classes, early.stop);
    expect((await faultsIn(copyLessons(folder), knownTo(classes))).lost.length).toBeGreaterThan(0);
  }, 180_000);

  it('would be found out if it did a command twice, or its log were cut, mended or exchanged', async () => {
    if (!running) throw new Error('The server did not start.');
    const classes = await openCounting(running.url, 1, 4);
    const [room] = classes;
    const pupils = room?.pupils ?? [];
    for (let n = 1; n <= 3; n += 1) {
      for (const pupil of pupils) {
        pupil.sent = { id: randomUUID(), n };
        expect(await sendAgain(pupil)).toBe(true);
      }
    }
    expect(await faultsIn(copyLessons(folder), knownTo(classes))).toEqual(NOTHING);

    const [one, two] = [numbered(2), numbered(3)];
    const lost = await tampered(`DELETE FROM lesson_event WHERE ${two}`);
    expect(lost.lost.length).toBeGreaterThan(0);
    const shorter = await tampered(`DELETE FROM lesson_event WHERE seq = (SELECT MAX(seq) FROM lesson_event)`);
    expect(shorter.lost.length).toBe(1);
    expect(shorter.unkept.length).toBeGreaterThan(0);
    const exchanged = await tampered(
      `UPDATE lesson_event SET body = CASE WHEN ${one} THEN replace(body, '"text":"2"', '"text":"3"')
         ELSE replace(body, '"text":"3"', '"text":"2"') END WHERE ${one} OR ${two}`
    );
    expect(exchanged).toEqual({ ...NOTHING, disordered: pupils.map(({ member }) => member) });

    // And a server that takes the same for another: what a client does that makes a new id for what it sends again.
    for (const pupil of pupils) expect(await sendAgain(pupil, randomUUID())).toBe(true);
    const twice = await faultsIn(copyLessons(folder), knownTo(classes));
    expect(twice).toEqual({ ...NOTHING, doubled: pupils.map(({ member }) => member) });

    async function tampered(sql: string) {
      const copy = copyLessons(folder);
      const connection = await openConnection(join(copy, LESSONS_FILE));
      openSeals(connection);
      connection.exec(sql);
      connection.close();
      return faultsIn(copy, knownTo(classes));
    }
  }, 180_000);
});

const numbered = (n: number) => `body LIKE '%"text":"${n}"%'`;

/** Lets everybody write and kills the server in the middle of it at a random moment; when that was. */
async function killWhileWriting(
  server: ServerProcess,
  classes: readonly CountingClass[],
  alsoStop: () => Promise<void> = async () => {}
): Promise<number> {
  const pupils = classes.flatMap((room) => room.pupils);
  const known = new Map(pupils.map(({ member, acknowledged }) => [member, acknowledged]));
  let isOver = false;
  const writing = pupils.map((pupil) => writeOn(pupil, () => isOver));
  while (pupils.some(({ member, acknowledged }) => acknowledged === known.get(member))) await delay(5);
  await delay(Math.random() * 900);
  const killedAt = performance.now();
  isOver = true;
  await Promise.all([server.kill(), alsoStop()]);
  await Promise.all(writing);
  return killedAt;
}

/** Events as JSON for SQL to change them; a lesson without a seal is read as it is. */
function openSeals(connection: Connection): void {
  const rows = connection
    .prepare('SELECT lesson, seq, body, secret FROM lesson_event JOIN lesson_seal USING (lesson)')
    .all()
    .map((row) => sealedRow.parse(row));
  const write = connection.prepare('UPDATE lesson_event SET body = ? WHERE lesson = ? AND seq = ?');
  connection.exec('BEGIN');
  for (const { lesson, seq, body, secret } of rows) write.run(unsealed(body, secret), lesson, seq);
  connection.exec('DELETE FROM lesson_snapshot; DELETE FROM lesson_command; DELETE FROM lesson_seal; COMMIT');
}
const sealedRow = z.object({ lesson: z.string(), seq: z.int(), body: z.string(), secret: z.string() });
