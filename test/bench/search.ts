import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { findIn } from '../../server/search/search';
import { makeSearchIndex, type SearchIndex } from '../../server/search/search-index';
import type { BenchOptions } from './main';
import type { Figure } from './figure';
import { searchExhibits, type Words } from './search-exhibits';

const OBJECTS = 50_000;
const QUICK_OBJECTS = 4_000;
const ROUNDS = 3;

/** Memory and making of the index, and what a query costs, over invented exhibits in two languages. */
export async function bench({ isQuick }: BenchOptions): Promise<Figure[]> {
  const objects = isQuick ? QUICK_OBJECTS : OBJECTS;
  const { exhibits, words, names } = searchExhibits(objects);
  const texts = JSON.stringify(exhibits.map((exhibit) => exhibit.objects)).length;
  const before = await memoryInUse();
  const [start, used] = [performance.now(), process.cpuUsage()];
  const turns = countTurns();
  const index = await makeSearchIndex(exhibits);
  const longestTurn = turns.stop();
  const { user, system } = process.cpuUsage(used);
  const took = performance.now() - start;
  const size = (await memoryInUse()) - before;

  const label = `${objects} objects`;
  const figures: Figure[] = [
    { name: `${label}: entries indexed`, value: index.entries.length, unit: '', goal: '–' },
    { name: `${label}: text of the objects as JSON`, value: texts / 1e6, unit: 'M characters', goal: '–' },
    { name: `${label}: index in memory`, value: size / 2 ** 20, unit: 'MiB', goal: 'measured' },
    { name: `${label}: of that, postings`, value: index.postings.sizeBytes / 2 ** 20, unit: 'MiB', goal: 'measured' },
    { name: `${label}: different terms`, value: index.terms.count, unit: '', goal: '–' },
    { name: `${label}: made in, processor`, value: (user + system) / 1000, unit: 'ms', goal: 'measured' },
    { name: `${label}: made in`, value: took, unit: 'ms', goal: 'measured' },
    { name: `${label}: longest wait of others meanwhile`, value: longestTurn, unit: 'ms', goal: '–' }
  ];
  const all: number[] = [];
  const allProcessor: number[] = [];
  for (const [kind, queries] of Object.entries(queriesOf(words, names))) {
    const { times, processor, found } = timesOf(index, queries);
    all.push(...times);
    allProcessor.push(...processor);
    figures.push({ name: `${kind}: p95, processor`, value: part(processor, 0.95), unit: 'ms', goal: '≤ 20' });
    figures.push({ name: `${kind}: found, median`, value: part(found, 0.5), unit: '', goal: '–' });
  }
  figures.push({ name: 'all queries: median', value: part(all, 0.5), unit: 'ms', goal: '–' });
  figures.push({ name: `all ${all.length} queries: p95`, value: part(all, 0.95), unit: 'ms', goal: '≤ 20' });
  figures.push({ name: 'all queries: p95, processor', value: part(allProcessor, 0.95), unit: 'ms', goal: '≤ 20' });
  figures.push({ name: 'all queries: slowest', value: part(all, 1), unit: 'ms', goal: '–' });
  return figures;
}

/** What visitors may type: words as often as texts say them, from the most common to those nothing says. */
function queriesOf({ chinese, english }: Words, names: string[]): Record<string, string[]> {
  const ranks = Array.from({ length: 60 }, (_, number) => Math.floor(1.17 ** number));
  const of = (words: string[], step: number) => ranks.map((rank) => words[(rank * step) % words.length] ?? '');
  const [zh, en, zh2, en2] = [of(chinese, 1), of(english, 1), of(chinese, 7), of(english, 7)];
  const together = (...lists: string[][]) =>
    zh.map((_, at) => lists.map((list) => list[(at * 7) % list.length]).join(' '));
  return {
    'one Chinese word': zh,
    'one English word': en,
    'one character': zh.map((word) => word.slice(0, 1)),
    'two words': [...together(zh, zh2), ...together(en, en2), ...together(zh, en)],
    'three and four words': [...together(zh, zh2, en), ...together(zh, en, zh2, en2)],
    'Chinese sentence': zh.map((word, at) => word + (zh2[at] ?? '') + (zh[(at * 3) % zh.length] ?? '')),
    names,
    years: Array.from({ length: 30 }, (_, number) => String(1700 + number * 9)),
    misses: [...zh.map((word) => `${word}鿕`), ...en.map((word) => `${word}xqz`)]
  };
}

interface Times {
  /** Milliseconds by the clock, which on a busy machine counts what others do, and of the processor. */
  times: number[];
  processor: number[];
  found: number[];
}

function timesOf(index: SearchIndex, queries: string[]): Times {
  const measured: Times = { times: [], processor: [], found: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const q of queries) {
      const [start, used] = [performance.now(), process.cpuUsage()];
      const { total } = findIn(index, { q, page: 1 }, round % 2 === 0 ? 'zh-Hans' : 'en');
      const { user, system } = process.cpuUsage(used);
      measured.times.push(performance.now() - start);
      measured.processor.push((user + system) / 1000);
      measured.found.push(total);
    }
  }
  return measured;
}

function part(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

/** Bytes that are held once everything else was thrown away. */
async function memoryInUse(): Promise<number> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  for (let round = 0; round < 3; round += 1) {
    collect();
    await new Promise((done) => setTimeout(done, 50));
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** The longest another task had to wait for its turn. */
function countTurns(): { stop(): number } {
  let last = performance.now();
  let longest = 0;
  const timer = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  }, 1);
  return {
    stop: () => {
      clearInterval(timer);
      return longest;
    }
  };
}
