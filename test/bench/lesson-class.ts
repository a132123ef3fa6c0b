import { randomUUID } from 'node:crypto';
import { ask, comeIn, type Device, openClass } from '../support/class';
import type { TestServer } from '../browser/support/server';
import { CrowdStream } from './lesson-crowd';

export const PUPILS = 50;
export const WRITING = 'leaving-sentence';
const PLAN = { exhibit: 'northern-port', plan: 'words-before-machines', seats: 60 };
const STEP_EVERY_MS = 5_000;
const MOST_JITTER_MS = 1_500;

/** A class of the bench: its teacher, its pupils' streams, and where the teacher led it. */
export interface BenchClass {
  lesson: string;
  code: string;
  teacher: Device;
  streams: CrowdStream[];
  led: string[];
  /** When the last step was sent. */
  sentAt: number;
}

/** Classes that have started, whose pupils sit in them; nobody's stream is open yet. */
export async function openClasses({ url }: TestServer, count: number): Promise<BenchClass[]> {
  const classes: BenchClass[] = [];
  for (let n = 0; n < count; n += 1) {
    const { lesson, code, teacher } = await openClass(url, PLAN);
    await teacher.send({ kind: 'start' });
    classes.push({ lesson, code, teacher, streams: [], led: [], sentAt: 0 });
  }
  await atOnce(24, classes.length * PUPILS, async (n) => {
    const room = classes[n % count];
    if (!room) return;
    const { device, answer } = await comeIn(url, room);
    if (answer.status !== 201) throw new Error(`A pupil did not get in: ${answer.status}.`);
    room.streams.push(new CrowdStream(new URL(url), device.path('stream'), device.cookie, n));
  });
  return classes;
}

export async function connectAll(classes: readonly BenchClass[]): Promise<void> {
  await atOnce(4, classes.length, (n) => classes[n]?.teacher.connect() ?? Promise.resolve());
  const streams = classes.flatMap((room) => room.streams);
  await atOnce(100, streams.length, (n) => streams[n]?.open() ?? Promise.resolve());
}

export interface Led {
  /** From the teacher's click to a pupil's word, milliseconds, one each. */
  times: number[];
  missing: number;
}

/** Every teacher leads the class to some other place each five seconds, not all at the same moment. */
export async function leadAll(classes: readonly BenchClass[], places: readonly string[], ms: number): Promise<Led> {
  const times: number[] = [];
  let told = 0;
  for (const room of classes) {
    for (const stream of room.streams) {
      stream.onPlace = (place) => place === room.led.at(-1) && times.push(performance.now() - room.sentAt);
    }
  }
  await Promise.all(
    classes.map(async (room, n) => {
      await delay((STEP_EVERY_MS * n) / classes.length);
      for (let step = 0; step < Math.floor(ms / STEP_EVERY_MS); step += 1) {
        const since = performance.now();
        await lead(room, places);
        told += room.streams.length;
        await delay(Math.max(0, STEP_EVERY_MS - (performance.now() - since)));
      }
    })
  );
  return { times, missing: told - times.length };
}

/** To a place where the class is not. */
export async function lead(room: BenchClass, places: readonly string[]): Promise<void> {
  const others = places.filter((place) => place !== room.led.at(-1));
  const place = others[Math.floor(Math.random() * others.length)] ?? '';
  room.led.push(place);
  room.sentAt = performance.now();
  const { status } = await room.teacher.send({ kind: 'go-to', at: place });
  if (status !== 200) throw new Error(`The teacher could not lead: ${status}.`);
}

/** Streams that were led elsewhere, or in another order, than their own teacher led since they last had the whole view. */
export function strayedIn({ streams, led }: BenchClass): CrowdStream[] {
  return streams.filter(({ places }) => led.slice(-places.length || led.length).join() !== places.join());
}

/**
 * A thousand answers within one second, every fourth sent twice at once; what was written, by member. Gives how long each
 * waited for its acknowledgement, and how many were refused.
 */
export async function answerAtOnce(url: string, classes: readonly BenchClass[]) {
  await Promise.all(classes.map(({ teacher }) => teacher.send({ kind: 'ask', task: WRITING })));
  const written = new Map<string, string>();
  const times: number[] = [];
  let refused = 0;
  const streams = classes.flatMap((room) => room.streams);
  const started = performance.now();
  await Promise.all(
    streams.map(async ({ path, cookie, member, number }) => {
      const text = `Sentence ${number}.`;
      written.set(member ?? '', text);
      const body = { id: randomUUID(), command: { kind: 'answer', task: WRITING, answer: { kind: 'write', text } } };
      await delay(Math.random() * 1_000);
      const since = performance.now();
      const send = async () => {
        const { status } = await ask(url, path.replace('/stream', '/commands'), { body, cookie });
        if (status === 200) times.push(performance.now() - since);
        else refused += 1;
      };
      await Promise.all(number % 4 === 0 ? [send(), send()] : [send()]);
    })
  );
  return { written, times, refused, tookMs: performance.now() - started };
}

/** Comes into a class that goes on, as a page does: code, seat, stream, plan and exhibit. Milliseconds. */
export async function comeLate(url: string, { code, lesson }: BenchClass): Promise<number> {
  const since = performance.now();
  await ask(url, `/api/lessons/codes/${code}`);
  const { device } = await comeIn(url, { lesson, code });
  await Promise.all([
    device.connect(),
    ask(url, device.path('plan'), { cookie: device.cookie }),
    ask(url, device.path('exhibit'), { cookie: device.cookie })
  ]);
  const took = performance.now() - since;
  device.disconnect();
  return took;
}

/**
 * The line of all pupils is cut for so long, while their teachers lead on; then all come back as pages do, each after a moment of
 * its own. Milliseconds from the line's return to the whole view, and who came back as somebody else or to another place.
 */
export async function cutAndReturn(classes: readonly BenchClass[], places: readonly string[], cutMs: number) {
  const streams = classes.flatMap((room) => room.streams);
  const before = streams.map(({ member }) => member);
  for (const stream of streams) stream.cut();
  const since = performance.now();
  for (const room of classes) await lead(room, places);
  await delay(Math.max(0, cutMs - (performance.now() - since)));
  const returned = performance.now();
  const times = await Promise.all(
    streams.map(async (stream) => {
      for (let isBack = false; !isBack;) {
        await delay(Math.random() * MOST_JITTER_MS);
        isBack = await stream.open().then(
          () => true,
          () => false
        );
      }
      return performance.now() - returned;
    })
  );
  const wrong = classes
    .flatMap(({ streams, led }) => streams.map(({ firstPlace }) => firstPlace === led.at(-1)))
    .filter((isRight, n) => !isRight || streams[n]?.member !== before[n]).length;
  return { times, wrong };
}

/** Does something for each number, so many of them at once. */
async function atOnce(most: number, count: number, act: (n: number) => Promise<void>): Promise<void> {
  let next = 0;
  const work = async () => {
    while (next < count) await act(next++);
  };
  await Promise.all(Array.from({ length: most }, work));
}

export function delay(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
