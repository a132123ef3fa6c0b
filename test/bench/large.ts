import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { readExhibitFolder } from '../../server/exhibits/read';
import { startTestServer } from '../browser/support/server';
import { median, type Figure } from './figure';
import { exhibitId, workId, writeExhibits } from './gallery-exhibit';
import type { BenchOptions } from './main';
import { timelineOf } from './timeline-exhibit';

const WORKS = 1_000;
const EVENTS = 10_000;
const RUNS = 3;
/** The first start makes a thousand pictures. */
const START_MS = 900_000;

/** One exhibit of 1,000 objects and 10,000 events: reading and checking it, starting with it, the bytes of each page. */
export async function bench({ isQuick }: BenchOptions): Promise<Figure[]> {
  const root = await writeLarge();
  const figures = await reading(join(root, 'large'));
  if (isQuick) return figures;
  const start = performance.now();
  const server = await startTestServer({ LANTAI_EXHIBITS: root }, START_MS);
  try {
    figures.push({
      name: 'first start, pictures made',
      value: (performance.now() - start) / 1000,
      unit: 's',
      goal: '–'
    });
    for (const [name, path] of Object.entries({
      story: '',
      gallery: '/gallery',
      timeline: '/timeline',
      catalogue: '/objects',
      object: `/objects/${workId(0)}`
    })) {
      figures.push(...(await page(name, `${server.url}/exhibits/large${path}`)));
    }
    return figures;
  } finally {
    await server.stop();
  }
}

/** The works of the gallery's exhibit and the events of the timeline's in one folder; gives the folder of exhibits. */
async function writeLarge(): Promise<string> {
  const works = join(await writeExhibits([WORKS]), exhibitId(WORKS));
  const root = resolve('data', 'bench', 'large');
  await mkdir(join(root, 'large'), { recursive: true });
  await cp(join(works, 'media'), join(root, 'large', 'media'), { recursive: true });
  const exhibit = JSON.parse(await readFile(join(works, 'exhibit.json'), 'utf8')) as ReturnType<typeof timelineOf>;
  const { timeline, places, people, facts } = timelineOf(EVENTS);
  const files: Record<string, object> = {
    exhibit: { ...exhibit, id: 'large', places, people, facts: { ...facts, ...exhibit.facts } },
    timeline: { timeline }
  };
  for (const [name, value] of Object.entries(files)) {
    await writeFile(join(root, 'large', `${name}.json`), JSON.stringify(value));
  }
  await writeFile(
    join(root, 'home.json'),
    JSON.stringify({ name: { 'zh-Hans': '测速', en: 'For timing' }, exhibits: ['large'] })
  );
  return root;
}

async function reading(folder: string): Promise<Figure[]> {
  const processor: number[] = [];
  let issues = 0;
  for (let run = 0; run < RUNS; run += 1) {
    const used = process.cpuUsage();
    issues = (await readExhibitFolder(folder)).issues.length;
    const { user, system } = process.cpuUsage(used);
    processor.push((user + system) / 1000);
  }
  const name = `${WORKS} objects, ${EVENTS} events`;
  return [
    { name: `${name}: read and checked, processor`, value: median(processor), unit: 'ms', goal: 'measured' },
    { name: `${name}: issues found in a sound exhibit`, value: issues, unit: '', goal: '0' }
  ];
}

/** Bytes as they go over the wire, and how long a page that was made before takes. */
async function page(name: string, url: string): Promise<Figure[]> {
  const headers = { 'accept-encoding': 'gzip' };
  await (await fetch(url, { headers })).arrayBuffer();
  const start = performance.now();
  const response = await fetch(url, { headers });
  const html = Buffer.from(await response.arrayBuffer());
  const took = performance.now() - start;
  // What fetch gives is unpacked; the header says how much came.
  const sent = Number(response.headers.get('content-length')) || html.length;
  return [
    { name: `${name}: document, compressed`, value: sent / 1000, unit: 'kB', goal: 'measured' },
    { name: `${name}: document`, value: html.length / 1000, unit: 'kB', goal: '–' },
    { name: `${name}: answered again in`, value: took, unit: 'ms', goal: '–' }
  ];
}
