import { randomUUID } from 'node:crypto';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { LessonEvent } from '../../server/contract/lesson/events';
import { openLessonStore } from '../../server/storage/open-lesson-store';
import { LESSONS_FILE } from '../../server/storage/place';
import { comeIn, type Device, openClass, pupilOf } from '../support/class';
import { EXHIBIT } from './server-process';

export const TASK = 'count';

/** A pupil who writes one number after another, each when the one before was acknowledged. */
export interface Pupil {
  device: Device;
  member: string;
  alias: string;
  /** The last number that was acknowledged. */
  acknowledged: number;
  /** What was sent last, answered or not. */
  sent: { id: string; n: number };
}

export interface CountingClass {
  lesson: string;
  teacher: Device;
  pupils: Pupil[];
}

/** Adds a lesson in which numbers are written. */
export function writeLesson(exhibits: string): void {
  const file = join(exhibits, EXHIBIT, 'exhibit.json');
  const text = { en: 'Write.' };
  const lesson = {
    id: 'writing',
    title: text,
    summary: text,
    ageBand: { from: 10, to: 12 },
    minutes: 5,
    steps: [{ id: 'one', kind: 'write', title: text, minutes: 5, target: 'section:ford', task: TASK }],
    tasks: [{ id: TASK, kind: 'write', prompt: text, explain: text }]
  };
  writeFileSync(file, JSON.stringify({ ...(JSON.parse(readFileSync(file, 'utf8')) as object), lessons: [lesson] }));
}

/** Classes that are asked to write, everybody's stream open. */
export function openCounting(url: string, classes: number, pupils: number): Promise<CountingClass[]> {
  return Promise.all(
    Array.from({ length: classes }, async () => {
      const room = await openClass(url, { exhibit: EXHIBIT, plan: 'writing', seats: pupils });
      await room.teacher.send({ kind: 'start' });
      await room.teacher.send({ kind: 'ask', task: TASK });
      const sitting: Pupil[] = [];
      for (let seat = 1; seat <= pupils; seat += 1) {
        const { device } = await comeIn(url, room);
        await device.connect();
        const { member, alias } = pupilOf(device);
        sitting.push({ device, member, alias: alias['en'] ?? '', acknowledged: 0, sent: { id: '', n: 0 } });
      }
      await room.teacher.connect();
      return { lesson: room.lesson, teacher: room.teacher, pupils: sitting };
    })
  );
}

/**
 * Writes on until it is over. What had no answer before that, or was asked to wait, is sent once more, as a page does:
 * whoever gave up then would be waited for without end.
 */
export async function writeOn(pupil: Pupil, isOver: () => boolean): Promise<void> {
  while (!isOver()) {
    pupil.sent = { id: randomUUID(), n: pupil.sent.n + 1 };
    while (!(await sendAgain(pupil)) && !isOver()) await delay(100);
  }
}

/** Whether it was acknowledged. The same command, if it was sent before. */
export async function sendAgain(pupil: Pupil, id = pupil.sent.id): Promise<boolean> {
  const { n } = pupil.sent;
  const command = { kind: 'answer', task: TASK, answer: { kind: 'write', text: String(n) } } as const;
  const answer = await pupil.device.send(command, id).catch(() => null);
  if (answer?.status !== 200) return false;
  pupil.acknowledged = n;
  return true;
}

/**
 * Comes back as a page does: a moment of its own, the stream from where it was, what had no answer once more; until its own view has
 * that. False: as somebody else.
 */
export async function comeBack(pupil: Pupil, url: string, mostJitterMs: number): Promise<boolean> {
  const { device } = pupil;
  device.disconnect();
  device.url = url;
  await delay(Math.random() * mostJitterMs);
  await device.connect(device.seq);
  for (let tries = 1; !(await sendAgain(pupil)); tries += 1) {
    if (tries === 20) return false;
    await delay(100);
  }
  await device.until((one) => textOf(one) === String(pupil.sent.n), 20_000);
  const own = pupilOf(device);
  return own.member === pupil.member && own.alias['en'] === pupil.alias;
}

function textOf(device: Device): string | null {
  const given = device.view?.role === 'pupil' ? device.view.own.answers[TASK]?.answer : null;
  return given?.kind === 'write' ? given.text : null;
}

/** The lessons’ file as it lies there now: mending it after the crash is the next start’s work, not ours. */
export function copyLessons(folder: string): string {
  const copy = mkdtempSync(join(folder, 'copy-'));
  for (const name of [LESSONS_FILE, `${LESSONS_FILE}-wal`]) {
    const source = join(folder, 'data', name);
    if (existsSync(source)) copyFileSync(source, join(copy, name));
  }
  return copy;
}

/** What people know of a lesson at some moment: the highest number of the log they were told, and what was acknowledged. */
interface Known {
  lesson: string;
  told: number;
  pupils: { member: string; acknowledged: number }[];
}

export function knownTo(classes: readonly CountingClass[]): Known[] {
  return classes.map(({ lesson, teacher, pupils }) => ({
    lesson,
    told: Math.max(teacher.seq, ...pupils.map(({ device }) => device.seq)),
    pupils: pupils.map(({ member, acknowledged }) => ({ member, acknowledged }))
  }));
}

export interface Faults {
  /** Acknowledged, and not in the log. */
  lost: string[];
  /** Lessons of which somebody was told what is not in the log. */
  unkept: string[];
  doubled: string[];
  /** Numbers of a pupil that do not rise, and logs with a gap. */
  disordered: string[];
}

/** What is wrong in the logs of a folder, which is thrown away, by what people know. */
export async function faultsIn(copy: string, lessons: readonly Known[]): Promise<Faults> {
  const faults: Faults = { lost: [], unkept: [], doubled: [], disordered: [] };
  const store = await openLessonStore({ databaseUrl: null, dataFolder: copy });
  try {
    for (const { lesson, told, pupils } of lessons) {
      const log = await store.events(lesson);
      if (told > log.length) faults.unkept.push(lesson);
      if (log.some(({ seq }, index) => seq !== index + 1)) faults.disordered.push(lesson);
      for (const { member, acknowledged } of pupils) {
        const numbers = numbersOf(log, member);
        const there = new Set(numbers);
        if (Array.from({ length: acknowledged }, (_, n) => n + 1).some((n) => !there.has(n))) faults.lost.push(member);
        if (there.size < numbers.length) faults.doubled.push(member);
        if (numbers.some((n, index) => n < (numbers[index - 1] ?? 0))) faults.disordered.push(member);
      }
    }
  } finally {
    await store.close();
    rmSync(copy, { recursive: true, force: true });
  }
  return faults;
}

function numbersOf(log: readonly LessonEvent[], member: string): number[] {
  return log.flatMap((event) =>
    event.kind === 'answered' && event.member === member && event.answer.kind === 'write'
      ? [Number(event.answer.text)]
      : []
  );
}
