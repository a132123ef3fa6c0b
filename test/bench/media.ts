import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CompiledExhibit } from '../../exhibits/format/compiled';
import { readExhibitFolder } from '../../server/exhibits/read';
import { openMediaService } from '../../server/media/service';
import { startTestServer, type TestServer } from '../browser/support/server';
import type { BenchOptions } from './main';
import { median, type Figure } from './figure';

const EXHIBIT = 'northern-port';
const AT_ONCE = 8;
const WARM_REQUESTS = 600;

/** What the pictures of the exhibit weigh and cost: derivatives, tiles cold and warm, the whole build from nothing. */
export async function bench({ isQuick }: BenchOptions): Promise<Figure[]> {
  const built = isQuick ? [] : await buildFromNothing();
  const server = await startTestServer({ LANTAI_PICTURES_AHEAD: '0' });
  try {
    const exhibit = (await (await fetch(`${server.url}/api/exhibits/${EXHIBIT}`)).json()) as CompiledExhibit;
    return [...(await weights(server, exhibit)), ...(await tiles(server, exhibit)), ...built];
  } finally {
    await server.stop();
  }
}

/** Every object's picture in the two widths that pages load by the dozen. */
async function weights(server: TestServer, exhibit: CompiledExhibit): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const [name, width, goal] of [
    ['thumbnail, 256 px', 256, 30],
    ['512 px', 512, 60]
  ] as const) {
    const sizes: number[] = [];
    for (const { derived } of Object.values(exhibit.objects)) {
      const found = derived.picture.derivatives.find(({ widthPx }) => widthPx === width);
      if (found) sizes.push((await (await fetch(server.url + found.url)).arrayBuffer()).byteLength / 1000);
    }
    const over = sizes.filter((size) => size > goal).length;
    figures.push({
      name: `${name}: largest of ${sizes.length}`,
      value: Math.max(...sizes),
      unit: 'kB',
      goal: `≤ ${goal}`
    });
    figures.push({ name: `${name}: median`, value: median(sizes), unit: 'kB', goal: `≤ ${goal}` });
    figures.push({ name: `${name}: over the goal`, value: over, unit: 'pictures', goal: '0' });
  }
  return figures;
}

async function tiles(server: TestServer, exhibit: CompiledExhibit): Promise<Figure[]> {
  const service = (object: string) => `${server.url}/iiif/image/3/${EXHIBIT}:${object}`;
  const ids = Object.keys(exhibit.objects).slice(0, 6);
  // Whatever masters are lacking is made here, so that cold tiles are cut and nothing else.
  await Promise.all(ids.map(async (id) => (await fetch(`${service(id)}/full/64,/0/default.jpg`)).arrayBuffer()));
  // Off the grid by a pixel and so never kept: each is cut anew.
  const cold = ids.flatMap((id) =>
    Array.from({ length: 16 }, (_, n) => `${service(id)}/${1 + 64 * n},${1 + 32 * n},512,512/max/0/default.jpg`)
  );
  const coldS = await timeAll(cold);
  const kept = ids.map((id) => `${service(id)}/0,0,512,512/max/0/default.jpg`);
  await timeAll(kept);
  const warm = Array.from({ length: WARM_REQUESTS }, (_, n) => kept[n % kept.length] ?? '');
  const warmS = await timeAll(warm);
  const infoS = await timeAll(warm.map((address) => address.replace(/\/0,0,.*/, '/info.json')));
  return [
    { name: 'tile, cut anew', value: cold.length / coldS, unit: 'requests/s', goal: '–' },
    { name: 'tile, from the cache', value: warm.length / warmS, unit: 'requests/s', goal: '–' },
    { name: 'info.json', value: warm.length / infoS, unit: 'requests/s', goal: '–' }
  ];
}

/** Seconds until all are answered, some at a time; throws where one is not. */
async function timeAll(addresses: string[]): Promise<number> {
  const waiting = [...addresses];
  const start = performance.now();
  const work = async () => {
    for (let address = waiting.pop(); address !== undefined; address = waiting.pop()) {
      const response = await fetch(address);
      await response.arrayBuffer();
      if (!response.ok) throw new Error(`${response.status} for ${address}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return (performance.now() - start) / 1000;
}

/** Prepares the exhibit into an empty cache, then makes everything ahead. */
async function buildFromNothing(): Promise<Figure[]> {
  const cacheFolder = await mkdtemp(join(tmpdir(), 'lantai-media-'));
  const media = openMediaService({ cacheFolder });
  try {
    const folder = join('exhibits', EXHIBIT);
    const { exhibit } = await readExhibitFolder(folder);
    if (!exhibit) throw new Error(`Exhibit “${EXHIBIT}” does not load; npm run check says why.`);
    const start = performance.now();
    await media.prepare(exhibit, folder);
    const preparedS = (performance.now() - start) / 1000;
    await media.warm();
    const wholeS = (performance.now() - start) / 1000;
    return [
      { name: 'media from nothing until pages can be served', value: preparedS, unit: 's', goal: '–' },
      { name: 'media from nothing, all widths and masters', value: wholeS, unit: 's', goal: '–' },
      { name: 'cache of the exhibit', value: (await sizeOf(cacheFolder)) / 1024 ** 2, unit: 'MiB', goal: '≤ 1024' }
    ];
  } finally {
    await media.close();
    await rm(cacheFolder, { recursive: true, force: true });
  }
}

async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => stat(join(entry.parentPath, entry.name)));
  return (await Promise.all(files)).reduce((sum, { size }) => sum + size, 0);
}
