import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LessonEvent } from '../../server/contract/lesson/events';
import { openLessonStore } from '../../server/storage/open-lesson-store';
import { comeIn, type Device, openClass } from '../support/class';
import { roundsOf } from './rounds';
import { EXHIBIT, type ServerProcess, startServerProcess, writeExhibit } from './server-process';

const ROUNDS = roundsOf(20, 1);
const [CLASSES, PUPILS] = [4, 10];

describe('a server killed in the middle of lessons', () => {
  let folder: string;
  let running: ServerProcess | null;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lantai-crash-'));
    writeExhibit(join(folder, 'exhibits'));
    const file = join(folder, 'exhibits', EXHIBIT, 'exhibit.json');
    const text = { en: 'Write.' };
    const lesson = {
      id: 'writing',
      title: text,
      summary: text,
      ageBand: { from: 10, to: 12 },
      minutes: 5,
      steps: [{ id: 'one', kind: 'write', title: text, minutes: 5, target: 'section:ford', task: 'count' }],
      tasks: [{ id: 'count', kind: 'write', prompt: text, explain: text }]
    };
    writeFileSync(file, JSON.stringify({ ...(JSON.parse(readFileSync(file, 'utf8')) as object), lessons: [lesson] }));
    running = null;
  });
  afterEach(async () => {
    await running?.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  it(
    `has every answer it acknowledged, none twice, in their order, and knows everybody again (${ROUNDS} rounds)`,
    async () => {
      for (let round = 0; round < ROUNDS; round += 1) {
        running = await startServerProcess(folder);
        const { url } = running;
        const pupils: { device: Device; member: string; acknowledged: number }[] = [];
        const lessons: string[] = [];
        for (let n = 0; n < CLASSES; n += 1) {
          const room = await openClass(url, { exhibit: EXHIBIT, plan: 'writing' });
          lessons.push(room.lesson);
          await room.teacher.send({ kind: 'start' });
          await room.teacher.send({ kind: 'ask', task: 'count' });
          for (let seat = 1; seat <= PUPILS; seat += 1) {
            const { device, hello } = await comeIn(url, room);
            const member = hello.view.role === 'pupil' ? hello.view.own.member : '';
            pupils.push({ device, member, acknowledged: 0 });
          }
        }
        const unsent = new Map<string, { id: string; n: number }>();
        const sending = pupils.map(async (pupil) => {
          for (let n = 1; ; n += 1) {
            const id = randomUUID();
            unsent.set(pupil.member, { id, n });
            const answer = await pupil.device.send(written(n), id).catch(() => null);
            if (answer?.status !== 200) return;
            pupil.acknowledged = n;
          }
        });
        await delay(400 + Math.random() * 900);
        await running.kill();
        await Promise.all(sending);
        expect(pupils.every(({ acknowledged }) => acknowledged > 0)).toBe(true);

        running = await startServerProcess(folder);
        const back = running.url;
        await Promise.all(
          pupils.map(async ({ device, member }) => {
            device.url = back;
            const last = unsent.get(member);
            // Whether it had been kept or not, the same command again leaves it there once.
            if (last) expect((await device.send(written(last.n), last.id)).status).toBe(200);
          })
        );
        await running.stop();
        running = null;

        const store = await openLessonStore({ databaseUrl: null, dataFolder: join(folder, 'data') });
        const logs = new Map<string, LessonEvent[]>();
        for (const lesson of lessons) logs.set(lesson, await store.events(lesson));
        await store.close();
        for (const log of logs.values()) expect(log.map(({ seq }) => seq)).toEqual(log.map((_, index) => index + 1));
        for (const { device, member } of pupils) {
          const kept = (logs.get(device.lesson) ?? []).flatMap((event) =>
            event.kind === 'answered' && event.member === member && event.answer.kind === 'write'
              ? [Number(event.answer.text)]
              : []
          );
          expect(kept, `answers of ${member}`).toEqual(kept.map((_, index) => index + 1));
          expect(kept.length, `answers of ${member}`).toBe(unsent.get(member)?.n);
        }
      }
    },
    (ROUNDS + 1) * 60_000
  );
});

function written(n: number) {
  return { kind: 'answer' as const, task: 'count', answer: { kind: 'write' as const, text: String(n) } };
}

function delay(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
