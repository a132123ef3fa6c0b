import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { presentationFaults } from '../support/iiif-presentation';
import { openTestApp, type TestApp } from './support/test-app';

const OBJECTS = Object.keys(
  (JSON.parse(readFileSync('exhibits/northern-port/objects.json', 'utf8')) as { objects: object }).objects
).length;

interface Annotation {
  motivation: string;
  target: string;
  body: { id: string; value: string; language: string }[] & { id: string };
}
interface Page {
  id: string;
  label: Record<string, string[]>;
  items: Annotation[];
}
interface Canvas {
  id: string;
  label: Record<string, string[]>;
  width: number;
  height: number;
  metadata: { label: Record<string, string[]>; value: Record<string, string[]> }[];
  items: Page[];
  annotations?: Page[];
}
interface Range {
  id: string;
  label: Record<string, string[]>;
  items: Range[];
}
interface Manifest {
  items: Canvas[];
  structures: Range[];
  annotations: Page[];
  requiredStatement: { value: Record<string, string[]> };
  rights: string;
}

let app: TestApp;
beforeAll(async () => (app = await openTestApp(['exhibits/northern-port', 'test/fixtures/small/small'])), 240_000);
afterAll(() => app.close());

const ask = (path: string) => app.request(`http://lantai.test${path}`);
const manifestOf = async (id: string) =>
  (await (await ask(`/iiif/presentation/3/${id}/manifest.json`)).json()) as Manifest;
const canvasOf = (manifest: Manifest, object: string) =>
  manifest.items.find(({ id }) => id.endsWith(`/canvas/${object}`)) as Canvas;

describe('the manifest of an exhibit', () => {
  it.each(['northern-port', 'small'])('of %s keeps the rules of the specification', async (id) => {
    expect(presentationFaults(await manifestOf(id))).toEqual([]);
  });

  it('is found at fault where it breaks one', async () => {
    const broken = structuredClone(await manifestOf('small')) as unknown as Record<string, unknown>;
    broken['label'] = 'Small';
    broken['rights'] = 'https://creativecommons.org/licenses/by/4.0/';
    delete (broken['items'] as Record<string, unknown>[])[0]?.['height'];
    expect(presentationFaults(broken)).toHaveLength(3);
  });

  it('may be read by other sites, as what it is', async () => {
    const response = await ask('/iiif/presentation/3/northern-port/manifest.json');
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('content-type')).toContain('http://iiif.io/api/presentation/3/context.json');
    expect((await ask('/iiif/presentation/3/nowhere/manifest.json')).status).toBe(404);
  });

  it('has a canvas for each object, whose picture is really there in that size', async () => {
    const manifest = await manifestOf('northern-port');
    expect(manifest.items).toHaveLength(OBJECTS);
    const { width, height, items } = canvasOf(manifest, 'large-dragon');
    const address = items[0]?.items[0]?.body.id ?? '';
    const info = await ask(new URL(address).pathname.replace('/full/max/0/default.jpg', '/info.json'));
    expect(await info.json()).toMatchObject({ width, height });
    expect((await ask(new URL(address).pathname)).headers.get('content-type')).toBe('image/jpeg');
  });

  it('describes each object by its DA/T 18 names in both languages', async () => {
    const { metadata } = canvasOf(await manifestOf('northern-port'), 'large-dragon');
    expect(metadata).toContainEqual({
      label: { 'zh-Hans': ['性质'], en: ['Nature'] },
      value: { 'zh-Hans': ['示意'], en: ['Sketch'] }
    });
    expect(metadata.map(({ label }) => label['zh-Hans']?.[0])).toEqual(
      expect.arrayContaining(['题名', '责任者', '日期', '馆藏单位', '载体'])
    );
  });

  it('points to regions in pixels of their canvas', async () => {
    const canvas = canvasOf(await manifestOf('northern-port'), 'large-dragon');
    const { regions = [] } = app.catalogue.get('northern-port')?.exhibit.objects['large-dragon'] ?? {};
    const targets = canvas.annotations?.[0]?.items.map(({ target }) => target.split('xywh=')[1]);
    expect(targets).toHaveLength(4);
    const [x = 0, y = 0, w = 0, h = 0] = regions[0]?.xywh ?? [];
    const inPixels = [x * canvas.width, y * canvas.height, w * canvas.width, h * canvas.height];
    expect(targets?.[0]).toBe(inPixels.map((value) => Math.round(value / 100)).join(','));
  });

  it('carries transcripts as supplements, in the languages they have', async () => {
    const canvas = canvasOf(await manifestOf('northern-port'), 'first-telegram');
    const supplement = canvas.annotations?.[0]?.items.find(({ motivation }) => motivation === 'supplementing');
    expect(supplement?.body.find(({ language }) => language === 'zh-Hans')?.value).toContain('行辕正午一刻');
  });

  it('leads through sections and tours, and says what the guide says', async () => {
    const { structures, annotations } = await manifestOf('northern-port');
    const exhibit = app.catalogue.get('northern-port')?.exhibit;
    expect(structures[0]?.items).toHaveLength(exhibit?.sections.length ?? 0);
    expect(annotations.map(({ items }) => items.length)).toEqual(exhibit?.tours.map(({ stops }) => stops.length));
    expect(JSON.stringify(annotations)).not.toContain('[^');
  });

  it('says what every visitor must be told, and the licence', async () => {
    const { requiredStatement, rights } = await manifestOf('northern-port');
    expect(requiredStatement.value['zh-Hans']?.join('')).toContain('不是照片');
    expect(rights).toBe('http://creativecommons.org/licenses/by/4.0/');
  });
});

describe('the collection', () => {
  it('names the manifest of every exhibit that is served', async () => {
    const collection = (await (await ask('/iiif/presentation/3/collection.json')).json()) as {
      items: { id: string }[];
    };
    expect(presentationFaults(collection)).toEqual([]);
    expect(collection.items.map(({ id }) => id)).toContain(
      'http://lantai.test/iiif/presentation/3/northern-port/manifest.json'
    );
  });
});

describe('the catalogue as a table', () => {
  it('has a row an object under DA/T 18 names, and opens in Excel as what it is', async () => {
    const response = await ask('/api/exhibits/northern-port/catalogue.csv');
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="northern-port-catalogue.csv"');
    const bytes = Buffer.from(await response.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const rows = parseCsv(bytes.toString('utf8').slice(1));
    expect(rows).toHaveLength(OBJECTS + 1);
    const [header = [], ...objects] = rows;
    expect(header).toEqual(
      expect.arrayContaining(['id', '档号 Reference code', '题名 Title (zh-Hans)', '责任者 Creator (en)'])
    );
    for (const row of objects) expect(row).toHaveLength(header.length);
    const dragon = objects.find(([id]) => id === 'large-dragon');
    expect(dragon?.[header.indexOf('题名 Title (zh-Hans)')]).toBe('大龙邮票三枚');
    expect(dragon?.[header.indexOf('日期（EDTF） Date (EDTF)')]).toBe('1878-07?');
  });

  it('is refused for an exhibit that is not there', async () => {
    expect((await ask('/api/exhibits/nowhere/catalogue.csv')).status).toBe(404);
  });
});

/** RFC 4180, by its grammar. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  for (const line of text.matchAll(/((?:"(?:[^"]|"")*"|[^",\r\n]*)(?:,(?:"(?:[^"]|"")*"|[^",\r\n]*))*)\r\n/g)) {
    const cells = [...(line[1] ?? '').matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)];
    rows.push(cells.map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? ''));
  }
  return rows;
}

describe('the timeline for other programs', () => {
  const files = '/api/exhibits/northern-port/timeline';

  it('is a table, data for TimelineJS and a calendar, each as what it is', async () => {
    const table = await ask(`${files}.csv`);
    expect(table.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect((await table.text()).split('\r\n')).toHaveLength(61);
    const data = await ask(`${files}.json?language=zh-Hant`);
    expect(data.headers.get('access-control-allow-origin')).toBe('*');
    const { events, eras } = (await data.json()) as { events: { x_edtf: string; group: string }[]; eras: unknown[] };
    expect([events.length, eras.length]).toEqual([59, 6]);
    expect(events.map(({ group }) => group)).toContain('條約與口岸');
    const calendar = await ask(`${files}.ics?language=en`);
    expect(calendar.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(calendar.headers.get('content-disposition')).toBe('attachment; filename="northern-port-timeline.en.ics"');
    expect((await calendar.text()).match(/BEGIN:VEVENT/g)).toHaveLength(24);
  });

  it('is a wall chart too, whose words are outlines', async () => {
    const chart = await ask(`${files}/wall-chart.svg?language=zh-Hant`);
    expect(chart.headers.get('content-type')).toBe('image/svg+xml');
    const svg = await chart.text();
    expect(svg.startsWith('<svg')).toBe(true);
    expect(svg.includes('<text')).toBe(false);
    expect((await ask('/api/exhibits/nowhere/timeline/wall-chart.svg')).status).toBe(404);
  });

  it('says so where there is no such exhibit or language', async () => {
    for (const type of ['csv', 'json', 'ics'])
      expect((await ask(`/api/exhibits/nowhere/timeline.${type}`)).status).toBe(404);
    const answer = await ask(`${files}.json?language=fr`);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({
      error: { code: 'invalid-request', message: 'There is no such language; known are zh-Hans, zh-Hant, en.' }
    });
  });

  it('is offered at the end of its page, in every language', async () => {
    for (const [prefix, name] of [
      ['', '表格（CSV）'],
      ['/zh-Hant', '日曆（iCalendar，確到日的'],
      ['/en', 'the 24 events known to the day']
    ] as const)
      expect((await (await ask(`${prefix}/exhibits/northern-port/timeline`)).text()).includes(name), name).toBe(true);
  });
});
