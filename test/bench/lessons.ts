import { openLessonStore } from '../../server/storage/open-lesson-store';
import { startTestServer, type TestServer } from '../browser/support/server';
import { ask } from '../support/class';
import { processorSecondsOf, residentBytesOf } from '../support/process-usage';
import { type Figure, median } from './figure';
import {
  type BenchClass,
  PUPILS,
  WRITING,
  answerAtOnce,
  comeLate,
  connectAll,
  cutAndReturn,
  delay,
  leadAll,
  openClasses,
  strayedIn
} from './lesson-class';
import type { BenchOptions } from './main';

/** Lets go of what nobody holds any more when a signal comes, so that memory is what is in use. */
const COLLECTING = "--expose-gc --import=data:text/javascript,process.on('SIGUSR2',()=>gc())";
const CUT_MS = 30_000;
const LISTEN_MS = 15_000;
const LEAD_MS = 25_000;

/**
 * The goals of `lessons.md` §7 that can be counted: one real server, 20 and then 200 classes of fifty; with `--quick` a tenth.
 * Pupils are bare sockets of this process, so that each time holds what the client itself took. Four minutes; Linux.
 */
export async function bench({ isQuick }: BenchOptions): Promise<Figure[]> {
  const server = await startTestServer({ NODE_OPTIONS: COLLECTING });
  try {
    return await measure(server, isQuick ? [2, 20] : [20, 200]);
  } finally {
    await server.stop();
  }
}

async function measure(server: TestServer, [few, all]: [number, number]): Promise<Figure[]> {
  const { url } = server;
  const exhibit = await ask<{ objects: object }>(url, '/api/exhibits/northern-port');
  const places = Object.keys(exhibit.body.objects).map((id) => `object:${id}`);
  const opening = performance.now();
  const classes = await openClasses(server, all);
  const openedS = (performance.now() - opening) / 1000;
  const some = classes.slice(0, few);
  const [ofFew, ofAll] = [few * PUPILS, all * PUPILS];

  await connectAll(some);
  const first = await leadAll(some, places, LEAD_MS);
  const answers = await answerAtOnce(url, some);
  const logged = await recount(server, some, answers.written);
  const memoryOfFew = await memoryOf(server);
  await connectAll(classes.slice(few));
  const memoryOfAll = await memoryOf(server);
  const listening = await processorShare(server, () => delay(LISTEN_MS));
  const bytesOf = () => classes.flatMap(({ streams }) => streams).reduce((sum, { bytes }) => sum + bytes, 0);
  const bytesBefore = bytesOf();
  const second = await processorShare(server, () => leadAll(classes, places, LEAD_MS));
  const bytes = bytesOf() - bytesBefore;
  const late: number[] = [];
  for (const room of classes.slice(0, 40)) late.push(await comeLate(url, room));
  const strayed = classes.flatMap(strayedIn).length;
  const backOfFew = await cutAndReturn(some, places, CUT_MS);
  const backOfAll = await cutAndReturn(classes, places, CUT_MS);

  const { times, missing } = second.result;
  const perWordUs = ((second.share - listening.share) * second.s * 1e6) / times.length;
  const name = (text: string, value: number, unit: string, goal: string): Figure => ({ name: text, value, unit, goal });
  return [
    name(`seats taken in ${all} lessons`, ofAll / openedS, 'a second', '–'),
    name(`teacher → ${PUPILS} pupils, ${ofFew} connected, p99`, at(first.times, 0.99), 'ms', '≤ 150'),
    name(`teacher → ${PUPILS} pupils, ${ofFew} connected, median`, median(first.times), 'ms', '–'),
    name(`teacher → ${PUPILS} pupils, ${ofAll} connected, p99`, at(times, 0.99), 'ms', '≤ 300'),
    name(`teacher → ${PUPILS} pupils, ${ofAll} connected, median`, median(times), 'ms', '–'),
    name('told and not heard', first.missing + missing, '', '0'),
    name(`pupils who heard what is another lesson’s, of ${all}`, strayed, '', '0'),
    name('processor a word told, encoded once a room', perWordUs, 'µs', '–'),
    name('bytes a word told, and what keeps lines alive', bytes / times.length, 'B', '–'),
    name(
      `memory a connection, of ${ofAll - ofFew}`,
      (memoryOfAll - memoryOfFew) / (ofAll - ofFew) / 1000,
      'kB',
      '≤ 20'
    ),
    name(`core used by ${ofAll} who listen`, listening.share * 100, '%', '≤ 25'),
    name(`core used by ${ofAll}, a step every 5 s in ${all} lessons`, second.share * 100, '%', '≤ 25'),
    name(`${ofFew} answers in 1 s, every fourth twice: refused`, answers.refused, '', '0'),
    name('answers lost', logged.lost, '', '0'),
    name('answers kept twice', logged.doubled, '', '0'),
    name('answer → on the disk, p99', at(answers.times, 0.99), 'ms', '–'),
    name(`coming in late among ${ofAll}, to place and plan, worst`, at(late, 1), 'ms', '≤ 2000'),
    name(`${ofFew} back after 30 s without a line, worst`, at(backOfFew.times, 1), 'ms', '≤ 3000'),
    name(`${ofAll} back after 30 s without a line, p99`, at(backOfAll.times, 0.99), 'ms', '≤ 3000'),
    name(`${ofAll} back after 30 s without a line, worst`, at(backOfAll.times, 1), 'ms', '–'),
    name('back as somebody else, or to another place', backOfFew.wrong + backOfAll.wrong, '', '0')
  ];
}

/** The value below which such a part of them lies. */
function at(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN;
}

async function memoryOf({ pid }: TestServer): Promise<number> {
  // Twice: what the first lets go of may have held more.
  for (let round = 0; round < 2; round += 1) {
    process.kill(pid, 'SIGUSR2');
    await delay(1_500);
  }
  return residentBytesOf(pid);
}

/** What it used of one core while something went on. */
async function processorShare<Result>({ pid }: TestServer, act: () => Promise<Result>) {
  const [before, since] = [processorSecondsOf(pid), performance.now()];
  const result = await act();
  const s = (performance.now() - since) / 1000;
  return { result, s, share: (processorSecondsOf(pid) - before) / s };
}

/** Counts anew what is in the log: each text once, or lost, or twice. */
async function recount(
  { dataFolder }: TestServer,
  classes: readonly BenchClass[],
  written: ReadonlyMap<string, string>
) {
  const store = await openLessonStore({ databaseUrl: null, dataFolder });
  const kept = new Map<string, string[]>();
  for (const { lesson } of classes) {
    for (const event of await store.events(lesson)) {
      if (event.kind !== 'answered' || event.task !== WRITING || event.answer.kind !== 'write') continue;
      kept.set(event.member, [...(kept.get(event.member) ?? []), event.answer.text]);
    }
  }
  await store.close();
  const texts = [...written].map(([member, text]) => (kept.get(member) ?? []).filter((one) => one === text).length);
  return { lost: texts.filter((n) => n === 0).length, doubled: texts.filter((n) => n > 1).length };
}
