import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, describe, expect, it } from 'vitest';
import type { Exhibit } from '../../../../exhibits/format/exhibit';
import type { ExhibitObject } from '../../../../exhibits/format/objects';
import { readImageRequest } from '../../../../server/media/image-request';
import { openMediaService, type MediaOptions, type MediaService } from '../../../../server/media/service';

const square = (colour: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100"><rect width="200" height="100" fill="${colour}"/></svg>`;

let service: MediaService | undefined;
afterEach(() => service?.close());

/** An exhibit on disk with these media files and objects. */
function exhibitOf(objects: Record<string, Partial<ExhibitObject>>, files: Record<string, string | Buffer> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'lantai-exhibit-'));
  mkdirSync(join(folder, 'media'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, 'media', name), content);
  const whole = Object.fromEntries(
    Object.entries(objects).map(([id, object]) => [
      id,
      { kind: 'drawing', title: { en: id }, nature: 'sketch', ...object }
    ])
  );
  const exhibit = {
    formatVersion: '1.0',
    id: 'trial',
    title: { en: 'Trial' },
    languages: ['zh-Hans', 'en'],
    objects: whole
  };
  return { exhibit: exhibit as Exhibit, folder };
}
const picture = (file: string): Partial<ExhibitObject> => ({ media: [{ file, role: 'picture' }] });

function open(options: Partial<MediaOptions> = {}) {
  const lines: Record<string, unknown>[] = [];
  const cacheFolder = options.cacheFolder ?? mkdtempSync(join(tmpdir(), 'lantai-cache-'));
  service = openMediaService({ log: (entry) => lines.push(entry as Record<string, unknown>), ...options, cacheFolder });
  return { service, lines, cacheFolder };
}
const hashIn = (url: string | undefined) => url?.split('/')[4] ?? '';

describe('preparing an exhibit', () => {
  it('gives every drawing a picture of 4096 on the longest side, its colour and four widths', async () => {
    const { exhibit, folder } = exhibitOf({ red: picture('red.svg') }, { 'red.svg': square('#a31f22') });
    const { objects, issues } = await open().service.prepare(exhibit, folder);
    expect(issues).toEqual([]);
    const { widthPx, heightPx, colour, derivatives, url } = objects.red?.picture ?? {};
    expect([widthPx, heightPx]).toEqual([4096, 2048]);
    expect(colour).toMatch(/^#a[0-9a-f]1[0-9a-f]2[0-9a-f]$/);
    expect(derivatives?.map((each) => each.widthPx)).toEqual([256, 512, 1024, 2048]);
    expect(url).toMatch(/^\/media\/trial\/red\/[0-9a-f]{16}\/2048\.webp$/);
  });

  it('cuts a drawing whose height is no whole number to its very edge', async () => {
    const odd = square('#a31f22').replace('0 0 200 100', '0 0 300.37 401.9');
    const { exhibit, folder } = exhibitOf({ odd: picture('odd.svg') }, { 'odd.svg': odd });
    const { service: opened } = open();
    await opened.prepare(exhibit, folder);
    const [image] = opened.images('trial', 'odd');
    const size = image?.size ?? { widthPx: 0, heightPx: 0 };
    for (const scale of [1, 2, 4]) {
      const edge = `${size.widthPx - 64 * scale},${size.heightPx - 64 * scale},${64 * scale},${64 * scale}`;
      const parts = { region: edge, size: '64,64', rotation: '0', file: 'default.png' };
      const request = readImageRequest(size, parts);
      expect(request.ok && (await image?.cut(request.request))?.ok, edge).toBe(true);
    }
  });

  it('sets a document from its transcript, without any file', async () => {
    const { exhibit, folder } = exhibitOf({
      letter: {
        kind: 'document',
        transcript: { 'zh-Hans': '行辕正午一刻', en: 'Headquarters, a quarter past noon' },
        typeset: { direction: 'vertical', paper: 'red-ruled' }
      }
    });
    const { objects } = await open().service.prepare(exhibit, folder);
    expect(objects.letter?.picture.heightPx).toBe(4096);
  });

  it('is done from the cache the next time, drawing nothing', async () => {
    const { exhibit, folder } = exhibitOf({ red: picture('red.svg') }, { 'red.svg': square('#a31f22') });
    const first = open();
    const before = await first.service.prepare(exhibit, folder);
    await first.service.close();
    const second = open({ cacheFolder: first.cacheFolder, timeLimitMs: 1 });
    expect(await second.service.prepare(exhibit, folder)).toEqual(before);
  });

  it('changes the address with the source', async () => {
    const { exhibit, folder } = exhibitOf({ red: picture('red.svg') }, { 'red.svg': square('#a31f22') });
    const { service: opened } = open();
    const before = await opened.prepare(exhibit, folder);
    writeFileSync(join(folder, 'media', 'red.svg'), square('#a31f23'));
    const after = await opened.prepare(exhibit, folder);
    expect(after.objects.red?.picture.url).not.toBe(before.objects.red?.picture.url);
    const old = hashIn(before.objects.red?.picture.url);
    expect(await opened.derivative('trial', 'red', old, 1024)).not.toBeNull();
  });

  it('names a character no font has', async () => {
    const text = square('#fff').replace('</svg>', '<text y="50">天&#x3B9A;&#xE123;津</text></svg>');
    const { exhibit, folder } = exhibitOf({ rare: picture('rare.svg') }, { 'rare.svg': text });
    const { issues, objects } = await open().service.prepare(exhibit, folder);
    expect(issues[0]).toMatchObject({ severity: 'advice', code: 'glyph-not-covered' });
    expect(issues[0]?.message).toContain('\ue123');
    expect(objects.rare).toBeDefined();
  });
});

describe('a raster picture', () => {
  const photograph = (width: number, height: number) =>
    sharp({ create: { width, height, channels: 3, background: '#2c5b60' } })
      .png()
      .toBuffer();

  it.each([
    [3, 2],
    [96, 64],
    [5, 1700],
    [1700, 30]
  ])('of %i × %i is cut from its pyramid whole', async (width, height) => {
    const { exhibit, folder } = exhibitOf(
      { view: { kind: 'image', ...picture('view.png') } },
      { 'view.png': await photograph(width, height) }
    );
    const { service: opened } = open();
    await opened.prepare(exhibit, folder);
    const [image] = opened.images('trial', 'view');
    const asked = { region: 'full', size: 'max', rotation: '0', file: 'default.png' };
    const request = readImageRequest(image?.size ?? { widthPx: 0, heightPx: 0 }, asked);
    const cut = request.ok && (await image?.cut(request.request));
    if (!cut || !cut.ok) throw new Error('Nothing was cut.');
    const { width: widthPx, height: heightPx } = await sharp(cut.bytes).metadata();
    expect([widthPx, heightPx]).toEqual([width, height]);
  });

  it('is never made wider than it is', async () => {
    const { exhibit, folder } = exhibitOf(
      { view: { kind: 'image', ...picture('view.png') } },
      { 'view.png': await photograph(700, 350) }
    );
    const { service: opened } = open();
    const { objects } = await opened.prepare(exhibit, folder);
    const { picture: view } = objects.view ?? {};
    expect([view?.widthPx, view?.heightPx]).toEqual([700, 350]);
    expect(view?.derivatives.map((each) => each.widthPx)).toEqual([256, 512, 700]);
    const widest = await opened.derivative('trial', 'view', hashIn(view?.url), 700);
    expect((await sharp(widest?.bytes).metadata()).width).toBe(700);
    expect(await opened.derivative('trial', 'view', hashIn(view?.url), 1024)).toBeNull();
  });
});

describe('asking for a picture', () => {
  it('renders it once, however many ask at the same time', async () => {
    const { exhibit, folder } = exhibitOf({ red: picture('red.svg') }, { 'red.svg': square('#a31f22') });
    const { service: opened, lines } = open();
    const { objects } = await opened.prepare(exhibit, folder);
    const hash = hashIn(objects.red?.picture.url);
    const answers = await Promise.all(Array.from({ length: 20 }, () => opened.derivative('trial', 'red', hash, 1024)));
    expect(lines.filter((line) => line.what === 'rendered' && line.widthPx === 1024)).toHaveLength(1);
    expect(new Set(answers.map((answer) => answer?.bytes.toString('base64'))).size).toBe(1);
    expect(answers[0]?.type).toBe('image/webp');
    expect((await sharp(answers[0]?.bytes).metadata()).width).toBe(1024);
  });

  it('answers nothing for another hash, width or object', async () => {
    const { exhibit, folder } = exhibitOf({ red: picture('red.svg') }, { 'red.svg': square('#a31f22') });
    const { service: opened } = open();
    const { objects } = await opened.prepare(exhibit, folder);
    const hash = hashIn(objects.red?.picture.url);
    expect(await opened.derivative('trial', 'red', hash, 333)).toBeNull();
    expect(await opened.derivative('trial', 'blue', hash, 1024)).toBeNull();
    expect(await opened.derivative('trial', 'red', '0123456789abcdef', 256)).toBeNull();
    expect(await opened.derivative('trial', 'red', '../../../etc', 256)).toBeNull();
  });

  it('finds everything there when it was made ahead', async () => {
    const { exhibit, folder } = exhibitOf({ red: picture('red.svg') }, { 'red.svg': square('#a31f22') });
    const { service: opened, cacheFolder } = open();
    await opened.prepare(exhibit, folder);
    await opened.warm();
    const kept = readdirSync(join(cacheFolder, 'media'), { recursive: true }).map(String);
    expect(kept.filter((name) => name.endsWith('.webp'))).toHaveLength(4);
  });

  it('offers AVIF to who reads it, once made ahead and where much smaller', async () => {
    const ring = Array.from({ length: 40 }, (_, at) => `<circle cx="100" cy="50" r="${at * 2}" stroke="#1e1a16"/>`);
    const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100"><g fill="none">${ring.join('')}</g></svg>`;
    const scan = await sharp(Buffer.from(drawing)).resize(600).flatten({ background: '#fdfaf4' }).png().toBuffer();
    const { exhibit, folder } = exhibitOf({ rings: { kind: 'image', ...picture('rings.png') } }, { 'rings.png': scan });
    const { service: opened } = open();
    const { objects } = await opened.prepare(exhibit, folder);
    const hash = hashIn(objects.rings?.picture.url);
    const asked = async (readsAvif: boolean) => opened.derivative('trial', 'rings', hash, 512, readsAvif);
    expect((await asked(true))?.type).toBe('image/webp');
    await opened.warm();
    const [usual, smaller] = [await asked(false), await asked(true)];
    expect([usual?.type, smaller?.type]).toEqual(['image/webp', 'image/avif']);
    expect(smaller?.bytes.length).toBeLessThan(0.85 * (usual?.bytes.length ?? 0));
    const { width, format } = await sharp(smaller?.bytes).metadata();
    expect([width, format]).toEqual([512, 'heif']);
  });

  it('lays it on a card of 1200 × 630 for chats, as JPEG, made once', async () => {
    const { exhibit, folder } = exhibitOf({ red: picture('red.svg') }, { 'red.svg': square('#a31f22') });
    const { service: opened, lines } = open();
    await opened.prepare(exhibit, folder);
    const asked = () =>
      opened.card('trial', 'red', { locale: 'en', title: 'A red square', place: 'Trial', nature: 'Sketch' });
    const [first, again] = [await asked(), await asked()];
    const { width, height, format } = await sharp(first ?? undefined).metadata();
    expect([width, height, format]).toEqual([1200, 630, 'jpeg']);
    const { data, info } = await sharp(first ?? undefined)
      .raw()
      .toBuffer({ resolveWithObject: true });
    const middle = data.subarray((300 * info.width + 400) * info.channels).subarray(0, 3);
    expect(middle[0]).toBeGreaterThan(140);
    expect(middle[1]).toBeLessThan(60);
    expect(again?.equals(first ?? Buffer.alloc(0))).toBe(true);
    expect(lines.filter(({ card }) => card === 'A red square')).toHaveLength(1);
    expect(await opened.card('trial', 'blue', { locale: 'en', title: '', place: '', nature: '' })).toBeNull();
  });

  it('keeps to WebP where AVIF saves too little', async () => {
    const plain = await sharp({ create: { width: 300, height: 9, channels: 3, background: '#a31f22' } })
      .png()
      .toBuffer();
    const { exhibit, folder } = exhibitOf({ red: { kind: 'image', ...picture('red.png') } }, { 'red.png': plain });
    const { service: opened } = open();
    const { objects } = await opened.prepare(exhibit, folder);
    await opened.warm();
    const found = await opened.derivative('trial', 'red', hashIn(objects.red?.picture.url), 256, true);
    expect(found?.type).toBe('image/webp');
  });
});

describe('a hostile or broken file is an issue, and the others are shown', () => {
  const files: Record<string, string | Buffer> = {
    'foreign.svg': square('#fff').replace('</svg>', '<image href="file:///etc/passwd"/></svg>'),
    'torn.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><g>',
    'noise.png': Buffer.from('this is no picture'),
    'bomb.png': pngHeader(60_000, 60_000),
    'fake.glb': 'glTF but not really',
    'text.txt': 'words',
    'good.svg': square('#2c5b60')
  };

  it('whatever it is', async () => {
    const bad = ['foreign.svg', 'torn.svg', 'noise.png', 'bomb.png', 'text.txt', '../outside.svg'];
    const objects = Object.fromEntries(bad.map((file, index) => [`bad${index}`, picture(file)]));
    const { exhibit, folder } = exhibitOf(
      {
        ...objects,
        dock: {
          kind: 'model',
          media: [
            { file: 'fake.glb', role: 'model' },
            { file: 'good.svg', role: 'picture' }
          ]
        },
        good: picture('good.svg')
      },
      files
    );
    writeFileSync(join(folder, 'outside.svg'), square('#000'));
    const prepared = await open().service.prepare(exhibit, folder);
    expect(Object.keys(prepared.objects)).toEqual(['good']);
    expect(prepared.issues.map((issue) => issue.path)).toEqual(
      [...bad.map((_, index) => `objects.bad${index}.media`), 'objects.dock.media'].sort()
    );
    for (const issue of prepared.issues) expect(issue).toMatchObject({ severity: 'error', code: 'media-unusable' });
  });

  it('but what has no file yet hangs as a card with its title: the validator keeps it from being published', async () => {
    const { exhibit, folder } = exhibitOf({ late: picture('missing.svg'), empty: { kind: 'document' } });
    const prepared = await open().service.prepare(exhibit, folder);
    expect(Object.keys(prepared.objects).sort()).toEqual(['empty', 'late']);
    expect(prepared.issues.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(prepared.objects['late']?.picture.url).toMatch(/^\/media\/trial\/late\//);
  });

  it('also when a link leads out of the exhibit', async () => {
    const { exhibit, folder } = exhibitOf({ link: picture('link.svg') });
    writeFileSync(join(folder, 'secret.svg'), square('#000'));
    symlinkSync(join(folder, 'secret.svg'), join(folder, 'media', 'link.svg'));
    const { issues } = await open().service.prepare(exhibit, folder);
    expect(issues[0]?.message).toContain('outside');
  });

  it('also when it takes too long', async () => {
    const { exhibit, folder } = exhibitOf({ red: picture('red.svg') }, { 'red.svg': square('#a31f22') });
    const { issues } = await open({ timeLimitMs: 1 }).service.prepare(exhibit, folder);
    expect(issues[0]?.message).toContain('took longer');
  });

  /** A PNG that claims a size and holds nothing of it. */
  function pngHeader(width: number, height: number): Buffer {
    const header = Buffer.alloc(33);
    header.write('\x89PNG\r\n\x1a\n', 0, 'latin1');
    header.writeUInt32BE(13, 8);
    header.write('IHDR', 12, 'latin1');
    header.writeUInt32BE(width, 16);
    header.writeUInt32BE(height, 20);
    header.set([8, 2, 0, 0, 0], 24);
    return header;
  }
});

describe('a model', () => {
  it('is served as it is, under the hash of its bytes', async () => {
    const glb = readFileSync('test/fixtures/small/small/media/cube.glb');
    const { exhibit, folder } = exhibitOf(
      {
        cube: {
          kind: 'model',
          media: [
            { file: 'cube.glb', role: 'model' },
            { file: 'cube.svg', role: 'picture' }
          ]
        }
      },
      { 'cube.glb': glb, 'cube.svg': square('#fff') }
    );
    const { service: opened } = open();
    const { objects } = await opened.prepare(exhibit, folder);
    const url = objects.cube?.modelUrl ?? '';
    expect(url).toMatch(/^\/media\/trial\/cube\/[0-9a-f]{16}\/model\.glb$/);
    expect((await opened.model('trial', 'cube', hashIn(url)))?.bytes.equals(glb)).toBe(true);
    expect(await opened.model('trial', 'cube', 'feedfeedfeedfeed')).toBeNull();
  });
});

describe('closing', () => {
  it('leaves no half-made file', async () => {
    const { exhibit, folder } = exhibitOf({ red: picture('red.svg') }, { 'red.svg': square('#a31f22') });
    const { service: opened, cacheFolder } = open();
    await opened.prepare(exhibit, folder);
    const warming = opened.warm();
    await opened.close();
    await warming;
    expect(existsSync(cacheFolder)).toBe(true);
    const names = readdirSync(cacheFolder, { recursive: true }).map(String);
    expect(names.filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});
