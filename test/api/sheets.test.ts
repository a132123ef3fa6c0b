import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Sheet } from '../../exhibits/format/compiled';
import { errorBody } from '../../server/contract/error';
import { openTestApp, type TestApp } from './support/test-app';

describe('sheets of thumbnails over HTTP', () => {
  let app: TestApp;
  let sheets: Record<string, Sheet>;
  beforeAll(async () => {
    app = await openTestApp(['exhibits/northern-port']);
    sheets = app.catalogue.get('northern-port')?.exhibit.derived.sheets ?? {};
  });
  afterAll(() => app.close());

  it('there is one for every room with works, its cells in the order they hang', () => {
    const rooms = app.catalogue.get('northern-port')?.exhibit.derived.rooms.rooms ?? [];
    const hung = rooms.filter(({ works }) => works.length > 0);
    expect(Object.keys(sheets)).toEqual(hung.map(({ id }) => id));
    for (const room of hung) expect(sheets[room.id]?.objects).toEqual(room.works.map(({ object }) => object));
  });

  it('is one WebP of 128-pixel cells, immutable, and a 304 to who has it', async () => {
    for (const { url, columns, objects } of Object.values(sheets)) {
      const response = await app.request(url);
      expect(response.status, url).toBe(200);
      expect(response.headers.get('content-type')).toBe('image/webp');
      expect(response.headers.get('cache-control')).toContain('immutable');
      const etag = response.headers.get('etag') ?? '';
      expect(etag).toMatch(/^"[\w-]{20,}"$/);
      const { width, height } = await sharp(Buffer.from(await response.arrayBuffer())).metadata();
      expect([width, height]).toEqual([columns * 128, Math.ceil(objects.length / columns) * 128]);
      expect((await app.request(url, { headers: { 'If-None-Match': etag } })).status).toBe(304);
    }
  });

  it('many who ask at once get the same picture', async () => {
    const url = sheets['machines']?.url ?? '';
    const answers = await Promise.all(Array.from({ length: 12 }, () => app.request(url)));
    const bodies = await Promise.all(
      answers.map(async (one) => Buffer.from(await one.arrayBuffer()).toString('base64'))
    );
    expect(new Set(bodies).size).toBe(1);
    expect(bodies[0]?.length).toBeGreaterThan(1000);
  });

  it('is not there for a room, hash or exhibit that is not', async () => {
    const url = sheets['machines']?.url ?? '';
    const wrong = [
      url.replace('/machines/', '/cellar/'),
      url.replace(/[0-9a-f]{16}/, '0123456789abcdef'),
      url.replace(/[0-9a-f]{16}/, '..%2f..%2fetc'),
      url.replace('/machines/', '/constructor/'),
      url.replace('northern-port', 'southern-port')
    ];
    for (const address of wrong) {
      const response = await app.request(address);
      expect(response.status, address).toBe(404);
      expect(errorBody.parse(await response.json()).error.code).toBe('not-found');
    }
  });
});
