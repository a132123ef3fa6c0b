import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestApp, type TestApp } from './support/test-app';

let app: TestApp;
let folder: string;

/** A scan of two pages whose quarters have colours of their own, a drawing, sound without a picture, a model with one. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lantai-scans-'));
  const exhibit = join(folder, 'scans');
  await mkdir(join(exhibit, 'media'), { recursive: true });
  const object = (kind: string, media: object[]) => ({
    kind,
    title: { en: 'Thing' },
    nature: 'copy',
    rights: 'https://creativecommons.org/licenses/by/4.0/',
    media
  });
  const picture = (file: string, page?: number) => ({ file, role: 'picture', ...(page ? { page } : {}) });
  await writeFile(
    join(exhibit, 'exhibit.json'),
    JSON.stringify({
      formatVersion: '1.0',
      id: 'scans',
      title: { en: 'Scans' },
      languages: ['en'],
      objects: {
        letter: object('document', [picture('one.png', 1), picture('two.png', 2)]),
        drawing: object('drawing', [picture('lines.svg')]),
        song: object('audio', [{ file: 'tone.wav', role: 'track' }])
      },
      sections: [{ id: 'all', title: { en: 'All' }, text: { en: 'Text.' }, blocks: [{ object: 'letter' }] }]
    })
  );
  await writeFile(join(exhibit, 'media', 'one.png'), await quarters(1600, 1000));
  await writeFile(join(exhibit, 'media', 'two.png'), await quarters(600, 900));
  await writeFile(
    join(exhibit, 'media', 'lines.svg'),
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100"><rect width="100" height="100" fill="#a31f22"/></svg>'
  );
  await writeFile(join(exhibit, 'media', 'tone.wav'), await readFile('test/fixtures/small/small/media/tone.wav'));
  app = await openTestApp([exhibit]);
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true, force: true });
});

/** Red, green, blue and white quarters in reading order. */
async function quarters(width: number, height: number): Promise<Buffer> {
  const [w, h] = [width / 2, height / 2];
  const part = (background: string, left: number, top: number) => ({
    input: { create: { width: w, height: h, channels: 3 as const, background } },
    left,
    top
  });
  const parts = [part('#f00', 0, 0), part('#0f0', w, 0), part('#00f', 0, h)];
  return sharp({ create: { width, height, channels: 3, background: '#fff' } })
    .composite(parts)
    .png()
    .toBuffer();
}

const ask = (path: string, headers: Record<string, string> = {}) =>
  app.request(`http://lantai.test/iiif/image/3/${path}`, { headers });

async function pixels(response: Response) {
  const { data, info } = await sharp(Buffer.from(await response.arrayBuffer()))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number) =>
    [...data.subarray((y * info.width + x) * info.channels, (y * info.width + x) * info.channels + 3)].map((value) =>
      value > 127 ? 1 : 0
    );
  return { width: info.width, height: info.height, at };
}
const [RED, GREEN, BLUE, WHITE] = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
  [1, 1, 1]
];

describe('the description of a picture', () => {
  it('says its size, its tiles and the limits, as IIIF Image API 3 has it', async () => {
    const response = await ask('scans:letter/info.json');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(
      'application/ld+json;profile="http://iiif.io/api/image/3/context.json"'
    );
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    expect(response.headers.get('link')).toBe('<http://iiif.io/api/image/3/level2.json>;rel="profile"');
    expect(await response.json()).toMatchObject({
      '@context': 'http://iiif.io/api/image/3/context.json',
      id: 'http://lantai.test/iiif/image/3/scans:letter',
      type: 'ImageService3',
      protocol: 'http://iiif.io/api/image',
      profile: 'level2',
      width: 1600,
      height: 1000,
      maxWidth: 4096,
      maxArea: 4096 * 4096,
      sizes: [
        { width: 400, height: 250 },
        { width: 800, height: 500 },
        { width: 1600, height: 1000 }
      ],
      tiles: [{ width: 512, height: 512, scaleFactors: [1, 2, 4] }],
      rights: 'https://creativecommons.org/licenses/by/4.0/'
    });
  });

  it('is where the bare address leads', async () => {
    const response = await ask('scans:letter');
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe('http://lantai.test/iiif/image/3/scans:letter/info.json');
  });

  it('is found by a percent-encoded address too, and every page has its own', async () => {
    const second = await ask('scans%3Aletter%3A2/info.json');
    expect(await second.json()).toMatchObject({ id: 'http://lantai.test/iiif/image/3/scans:letter:2', width: 600 });
  });

  it('of a drawing has 4096 pixels on the longest side', async () => {
    expect(await (await ask('scans:drawing/info.json')).json()).toMatchObject({ width: 4096, height: 2048 });
  });

  it('is not read again by who has it', async () => {
    const etag = (await ask('scans:letter/info.json')).headers.get('etag') ?? '';
    expect((await ask('scans:letter/info.json', { 'If-None-Match': etag })).status).toBe(304);
  });

  it('may be asked for by other sites before they ask', async () => {
    const response = await app.request('http://lantai.test/iiif/image/3/scans:letter/info.json', { method: 'OPTIONS' });
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
  });
});

describe('a part of a picture', () => {
  it('is the region that was asked for, in the size that was asked for', async () => {
    const cut = await pixels(await ask('scans:letter/600,400,400,200/200,/0/default.png'));
    expect([cut.width, cut.height]).toEqual([200, 100]);
    expect([cut.at(10, 10), cut.at(190, 10), cut.at(10, 90), cut.at(190, 90)]).toEqual([RED, GREEN, BLUE, WHITE]);
  });

  it('is the same at every scale of the pyramid', async () => {
    for (const width of [1600, 1000, 800, 500, 300, 60]) {
      const whole = await pixels(await ask(`scans:letter/full/${width},/0/default.png`));
      expect(whole.width).toBe(width);
      const [x, y] = [whole.width - 3, whole.height - 3];
      expect([whole.at(2, 2), whole.at(x, 2), whole.at(2, y), whole.at(x, y)]).toEqual([RED, GREEN, BLUE, WHITE]);
    }
  });

  it('is mirrored before it is turned', async () => {
    const cut = await pixels(await ask('scans:letter/full/100,/!90/default.png'));
    expect([cut.width, cut.height]).toEqual([63, 100]);
    // Mirrored: green red / white blue; a quarter clockwise: white green / blue red.
    expect([cut.at(2, 2), cut.at(60, 2), cut.at(2, 97), cut.at(60, 97)]).toEqual([WHITE, GREEN, BLUE, RED]);
  });

  it.each(['jpg', 'png', 'webp', 'avif'])('is given as %s under its own type', async (format) => {
    const response = await ask(`scans:letter/full/64,/0/default.${format}`);
    expect(response.headers.get('content-type')).toBe(`image/${format === 'jpg' ? 'jpeg' : format}`);
    expect((await pixels(response)).width).toBe(64);
  });

  it('is enlarged only where that is asked for', async () => {
    expect((await ask('scans:letter/0,0,10,10/20,/0/default.jpg')).status).toBe(400);
    expect((await pixels(await ask('scans:letter/0,0,10,10/%5E20,/0/default.jpg'))).width).toBe(20);
  });

  it('names its canonical address', async () => {
    const response = await ask('scans:letter/0,0,1600,1000/800,/0/color.jpg');
    expect(response.headers.get('link')).toContain(
      '<http://lantai.test/iiif/image/3/scans:letter/full/800,500/0/default.jpg>;rel="canonical"'
    );
  });

  it('of a drawing is drawn sharp, not enlarged', async () => {
    const cut = await pixels(await ask('scans:drawing/2038,0,20,20/max/0/default.png'));
    expect([cut.at(8, 5), cut.at(11, 5)]).toEqual([RED, WHITE]);
  });
});

describe('what viewers keep', () => {
  const tile = (id: string, headers = {}) => ask(`${id}/512,0,512,512/max/0/default.jpg`, headers);

  it('is asked again under an address that may change its content, and never under one with a hash', async () => {
    const now = await tile('scans:letter');
    expect(now.headers.get('cache-control')).toBe('no-cache');
    const hash = /"([0-9a-f]{16})-/.exec(now.headers.get('etag') ?? '')?.[1] ?? '';
    const fixed = await tile(`scans:letter@${hash}`);
    expect(fixed.headers.get('cache-control')).toContain('immutable');
    expect(await fixed.arrayBuffer()).toEqual(await now.arrayBuffer());
    expect((await tile('scans:letter@0123456789abcdef')).status).toBe(404);
  });

  it('is confirmed without being sent', async () => {
    const etag = (await tile('scans:letter')).headers.get('etag') ?? '';
    const again = await tile('scans:letter', { 'If-None-Match': etag });
    expect(again.status).toBe(304);
    expect(again.headers.get('access-control-allow-origin')).toBe('*');
  });
});

describe('what cannot be given is said in a sentence', () => {
  it.each([
    ['scans:none/info.json', 404, 'not-found', 'no object “none”'],
    ['elsewhere:letter/info.json', 404, 'not-found', 'no exhibit'],
    ['scans:letter:3/info.json', 404, 'not-found', 'no page 3'],
    ['scans:song/info.json', 404, 'not-found', 'has no picture'],
    ['scans/info.json', 404, 'not-found', 'names no picture'],
    ['scans:__proto__/info.json', 404, 'not-found', 'names no picture'],
    ['..%2F..%2Fetc/full/max/0/default.jpg', 404, 'not-found', 'names no picture'],
    ['scans:letter/full/max/0/default.gif', 501, 'not-implemented', 'gif'],
    ['scans:letter/full/max/22.5/default.jpg', 501, 'not-implemented', '22.5'],
    ['scans:letter/9999,0,1,1/max/0/default.jpg', 400, 'invalid-request', '1600 × 1000'],
    ['scans:letter/full/5000,/0/default.jpg', 400, 'invalid-request', 'larger'],
    ['scans:letter/%E0%A4%A/max/0/default.jpg', 400, 'invalid-request', 'Region']
  ])('%s', async (path, status, code, words) => {
    const response = await ask(path);
    expect(response.status).toBe(status);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    const body = (await response.json()) as { error: { code: string; message: string } };
    expect(body.error.code).toBe(code);
    expect(body.error.message).toContain(words);
  });
});

describe('under a flood', () => {
  it('one picture is made for many askers, and those too many are told to come again', async () => {
    const one = Array.from({ length: 30 }, () => ask('scans:letter/full/777,/0/default.jpg'));
    expect((await Promise.all(one)).map(({ status }) => status)).toEqual(one.map(() => 200));
    const flood = Array.from({ length: 900 }, (_, n) => ask(`scans:letter/${n},0,300,300/256,/0/default.webp`));
    const answers = await Promise.all(flood);
    const counts = new Map<number, number>();
    for (const { status } of answers) counts.set(status, (counts.get(status) ?? 0) + 1);
    expect([...counts.keys()].sort()).toEqual([200, 503]);
    expect(counts.get(200)).toBeGreaterThan(200);
    expect(answers.find(({ status }) => status === 503)?.headers.get('retry-after')).toBe('2');
    expect((await ask('scans:letter/899,0,300,300/256,/0/default.webp')).status).toBe(200);
  });
});
