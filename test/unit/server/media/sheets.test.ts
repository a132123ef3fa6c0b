import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, describe, expect, it } from 'vitest';
import type { Sheet } from '../../../../exhibits/format/compiled';
import type { Exhibit } from '../../../../exhibits/format/exhibit';
import { planGallery } from '../../../../exhibits/plan/plan-gallery';
import { openMediaService, type MediaService } from '../../../../server/media/service';
import { sheetsOf } from '../../../../server/media/sheets';
import { exhibitOf } from '../../exhibits/plan/sample';

let service: MediaService | undefined;
afterEach(() => service?.close());

const drawing = (width: number, height: number, colour: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"><rect width="${width}" height="${height}" fill="${colour}"/></svg>`;

/** Three pictures, prepared and hung in one room: drawings, or photographs, which have no width but their own. */
async function hungRoom(kind: 'drawing' | 'image' = 'drawing') {
  const folder = mkdtempSync(join(tmpdir(), 'lantai-exhibit-'));
  mkdirSync(join(folder, 'media'));
  const pictures = [
    [200, 100, '#a31f22'],
    [100, 200, '#2c5b60'],
    [100, 100, '#c9a227']
  ] as const;
  const objects: Record<string, unknown> = {};
  for (const [index, [width, height, colour]] of pictures.entries()) {
    const file = `${index}.${kind === 'drawing' ? 'svg' : 'png'}`;
    const svg = drawing(width, height, colour);
    writeFileSync(
      join(folder, 'media', file),
      kind === 'drawing' ? svg : await sharp(Buffer.from(svg)).png().toBuffer()
    );
    const media = [{ file, role: 'picture' }];
    objects[`o${index}`] = { kind, title: { en: `Picture ${index}` }, nature: 'sketch', media };
  }
  const exhibit = { formatVersion: '1.0', id: 'trial', title: { en: 'Trial' }, languages: ['en'], objects };
  const lines: Record<string, unknown>[] = [];
  const cacheFolder = mkdtempSync(join(tmpdir(), 'lantai-cache-'));
  const opened = openMediaService({ cacheFolder, log: (entry) => lines.push(entry as Record<string, unknown>) });
  service = opened;
  const prepare = async () => {
    const { objects: prepared } = await opened.prepare(exhibit as unknown as Exhibit, folder);
    const section = { id: 'hall', title: { en: 'Hall' }, blocks: Object.keys(objects).map((object) => ({ object })) };
    const hung = Object.fromEntries(
      Object.keys(objects).map((id) => [id, { kind: 'drawing' as const, title: { en: id }, aspect: 1.4 }])
    );
    const plan = planGallery({ sections: [section], objects: hung, theme: 'river' });
    const sheets = sheetsOf('trial', plan, prepared);
    opened.hang('trial', sheets);
    return sheets['hall'] as Sheet;
  };
  return { opened, folder, lines, cacheFolder, prepare };
}
const hashIn = (sheet: Sheet) => sheet.url.split('/')[5] ?? '';

/** Colours at places of the sheet. */
async function colourAt(bytes: Buffer | undefined, x: number, y: number): Promise<number[]> {
  const { data, info } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return [...data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3)];
}
const isNear = (a: number[], b: number[]) => a.every((value, i) => Math.abs(value - (b[i] ?? 0)) < 12);

describe('a sheet of thumbnails', () => {
  it('holds every picture at the upper left of its cell, and repeats its edge over the rest', async () => {
    const { opened, prepare } = await hungRoom();
    const sheet = await prepare();
    const drawn = await opened.sheet('trial', 'hall', hashIn(sheet));
    const colours = [
      [163, 31, 34],
      [44, 91, 96],
      [201, 162, 39]
    ];
    for (const [cell, object] of sheet.objects.entries()) {
      const colour = colours[Number(object.slice(1))] ?? [];
      for (const [x, y] of [
        [3, 3],
        [124, 3],
        [3, 124],
        [124, 124]
      ] as const) {
        expect(isNear(await colourAt(drawn?.bytes, cell * 128 + x, y), colour), `${object} at ${x}, ${y}`).toBe(true);
      }
    }
  });

  it('is drawn once and kept as one file, however many ask', async () => {
    const { opened, lines, cacheFolder, prepare } = await hungRoom();
    const hash = hashIn(await prepare());
    const answers = await Promise.all(Array.from({ length: 20 }, () => opened.sheet('trial', 'hall', hash)));
    expect(new Set(answers.map((one) => one?.bytes.toString('base64'))).size).toBe(1);
    expect(lines.filter((line) => line.what === 'rendered' && line.sheet === 'hall')).toHaveLength(1);
    const files = readdirSync(join(cacheFolder, 'media'), { recursive: true }).map(String);
    expect(files.filter((name) => name.includes('sheet'))).toHaveLength(1);
  });

  it('has another address once a picture is replaced, and the old one never shows the new picture', async () => {
    const { opened, folder, prepare } = await hungRoom();
    const before = await prepare();
    writeFileSync(join(folder, 'media', '0.svg'), drawing(200, 100, '#000000'));
    const after = await prepare();
    expect(after.url).not.toBe(before.url);
    const cell = before.objects.indexOf('o0') * 128 + 10;
    const old = await opened.sheet('trial', 'hall', hashIn(before));
    expect(isNear(await colourAt(old?.bytes, cell, 10), [163, 31, 34])).toBe(true);
    const fresh = await opened.sheet('trial', 'hall', hashIn(after));
    expect(isNear(await colourAt(fresh?.bytes, cell, 10), [0, 0, 0])).toBe(true);
  });

  it('is made ahead with everything else', async () => {
    // Photographs: of a drawing all widths and a master of 4,096 pixels would be made beside the sheet.
    const { opened, cacheFolder, prepare } = await hungRoom('image');
    await prepare();
    await opened.warm();
    const files = readdirSync(join(cacheFolder, 'media'), { recursive: true }).map(String);
    expect(files.filter((name) => name.includes('sheet'))).toHaveLength(1);
  });
});

describe('the sheets of a plan', () => {
  it('are at most sixteen cells wide, in as many rows as it takes', () => {
    const input = exhibitOf([25, 0, 3]);
    const plan = planGallery(input);
    const picture = (id: string) => ({
      picture: { url: '', widthPx: 1, heightPx: 1, colour: '#fff', derivatives: [{ url: `/${id}`, widthPx: 256 }] }
    });
    const sheets = sheetsOf(
      'trial',
      plan,
      Object.fromEntries(Object.keys(input.objects).map((id) => [id, picture(id)]))
    );
    for (const room of plan.rooms) {
      const sheet = sheets[room.id];
      if (room.works.length === 0) expect(sheet).toBeUndefined();
      else
        expect([sheet?.columns, sheet?.objects.length]).toEqual([Math.min(16, room.works.length), room.works.length]);
    }
  });
});
