import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorBody } from '../../server/contract/error';
import { openTestApp, type TestApp } from './support/test-app';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp(['exhibits/northern-port']);
});
afterAll(() => app.close());

describe('exhibits over HTTP', () => {
  it('lists what is served', async () => {
    const body = (await (await app.request('/api/exhibits')).json()) as { exhibits: { id: string; counts: object }[] };
    expect(body.exhibits.map(({ id }) => id)).toEqual(['northern-port']);
    expect(body.exhibits[0]?.counts).toMatchObject({ sections: 6, events: 59, facts: 86 });
  });

  it('answers a compiled exhibit under the format’s own keys, with what is derived beside them', async () => {
    const response = await app.request('/api/exhibits/northern-port');
    const exhibit = await response.json();
    expect(exhibit.facts['A-048'].confidence).toBe('disputed');
    expect(exhibit.facts['A-048'].date).toBe('1878-07?');
    expect(exhibit.facts['A-048'].derived.bounds).toEqual(['1878-07-01', '1878-07-31']);
    expect(exhibit.objects['large-dragon'].derived.picture.url).toMatch(/^\/media\/northern-port\/large-dragon\//);
    expect(exhibit.derived.rooms.rooms.length).toBeGreaterThanOrEqual(6);
  });

  it('keeps editors’ notes to itself', async () => {
    const authored = JSON.parse(await readFile('exhibits/northern-port/facts.json', 'utf8')) as {
      facts: Record<string, { note?: string }>;
    };
    const notes = Object.values(authored.facts).flatMap(({ note }) => (note ? [note] : []));
    expect(notes.length).toBeGreaterThan(10);
    const published = await (await app.request('/api/exhibits/northern-port')).text();
    for (const note of notes) expect(published).not.toContain(JSON.stringify(note).slice(1, -1));
  });

  it('says nothing twice: an unchanged exhibit is a 304', async () => {
    const first = await app.request('/api/exhibits/northern-port');
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[\w-]{20,}"$/);
    const second = await app.request('/api/exhibits/northern-port', { headers: { 'If-None-Match': etag } });
    expect(second.status).toBe(304);
    expect(await second.text()).toBe('');
  });

  it('compresses for those who can read it, with an ETag of its own', async () => {
    const plain = await app.request('/api/exhibits/northern-port');
    const packed = await app.request('/api/exhibits/northern-port', { headers: { 'Accept-Encoding': 'gzip, br' } });
    expect(packed.headers.get('content-encoding')).toBe('br');
    expect(packed.headers.get('etag')).not.toBe(plain.headers.get('etag'));
    expect((await packed.arrayBuffer()).byteLength).toBeLessThan((await plain.arrayBuffer()).byteLength / 3);
  });

  it('answers the record of an object with its facts and sources', async () => {
    const record = await (await app.request('/api/exhibits/northern-port/objects/large-dragon')).json();
    expect(record.id).toBe('large-dragon');
    expect(record.derived.facts['A-049'].statement['zh-Hans']).toContain('22.5×25.5毫米');
    expect(record.derived.sources['S19'].kind).toBe('web');
  });

  it('names the nearest object when there is none of that name', async () => {
    const response = await app.request('/api/exhibits/northern-port/objects/large-dragn');
    expect(response.status).toBe(404);
    const { error } = errorBody.parse(await response.json());
    expect(error).toMatchObject({ code: 'not-found' });
    expect(error.message).toContain('large-dragon');
  });

  it('refuses a method that is not possible and says which are', async () => {
    const response = await app.request('/api/exhibits/northern-port', { method: 'DELETE' });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toContain('GET');
    expect(errorBody.parse(await response.json()).error.code).toBe('method-not-allowed');
  });

  it('describes itself', async () => {
    const description = await (await app.request('/api/openapi.json')).json();
    expect(description.openapi).toBe('3.1.0');
    expect(Object.keys(description.paths)).toEqual(
      expect.arrayContaining([
        '/api/exhibits',
        '/api/exhibits/{id}',
        '/api/exhibits/{id}/objects/{object}',
        '/api/exhibits/{id}/figures',
        '/api/engagement',
        '/api/health'
      ])
    );
  });
});

describe('pages over HTTP', () => {
  const pages = [
    '/',
    '/about',
    '/privacy',
    '/accessibility',
    '/exhibits/northern-port',
    '/exhibits/northern-port/timeline',
    '/exhibits/northern-port/objects',
    '/exhibits/northern-port/objects/large-dragon',
    '/exhibits/northern-port/gallery',
    '/exhibits/northern-port/tours/pupils'
  ];
  for (const path of pages) {
    for (const prefix of ['', '/en']) {
      const address = `${prefix}${path}`.replace(/(.)\/$/, '$1');
      it(`${address} is a whole document in its language under the strict policy`, async () => {
        const response = await app.request(address);
        expect(response.status).toBe(200);
        const html = await response.text();
        expect(html).toMatch(/^<!doctype html>/i);
        expect(html).toContain(`<html lang="${prefix === '' ? 'zh-Hans' : 'en'}"`);
        expect(html.match(/<h1[\s>]/g)).toHaveLength(1);
        expect(html).not.toMatch(/<script(?![^>]*(src=|type="application\/(ld\+)?json"))/);
        expect(html).not.toMatch(/<style[\s>]/);
        expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
        expect(response.headers.get('set-cookie')).toBeNull();
        expect(response.headers.get('cache-control')).toBe('no-cache');
      });
    }
  }

  it('the timeline is filtered by its address: by lane, place and words, by several at once, or to one event', async () => {
    const rows = async (query: string) => {
      const html = await (await app.request(`/en/exhibits/northern-port/timeline${query}`)).text();
      return [...html.matchAll(/<li id="event-([a-z0-9-]+)"/g)].map(([, id]) => id);
    };
    const { timeline } = (await (await app.request('/api/exhibits/northern-port')).json()) as {
      timeline: { events: { id: string; lane?: string; place?: string }[] };
    };
    const ids = (test: (event: (typeof timeline.events)[number]) => boolean) =>
      timeline.events.filter(test).map(({ id }) => id);
    expect(await rows('')).toEqual(ids(() => true));
    expect(await rows('?place=old-city')).toEqual(ids(({ place }) => place === 'old-city'));
    expect(await rows('?lane=river-bridges&place=hai-river')).toEqual(
      ids(({ lane, place }) => lane === 'river-bridges' && place === 'hai-river')
    );
    expect(await rows('?q=dragon')).toEqual(['large-dragons-issued']);
    expect(await rows('?only=guard-founded')).toEqual(['guard-founded']);
    expect(await rows('?place=nowhere')).toEqual(ids(() => true));
    expect(await rows('?q=zzzz')).toEqual([]);
  });

  it('a page that is not there says so, names the nearest and keeps its status', async () => {
    const response = await app.request('/exhibits/northern-port/objects/large-dragn');
    expect(response.status).toBe(404);
    const html = await response.text();
    expect(html).toContain('large-dragn');
    expect(html).toContain('大龙邮票三枚');
  });

  it('an unknown address gets a kind page in its language, not a stack trace', async () => {
    const response = await app.request('/en/nowhere/at/all');
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('There is no such page');
  });

  it('a malformed address is no failure of ours', async () => {
    expect((await app.request('/exhibits/%E0%A4%A')).status).toBe(404);
  });

  it('asks for no file that is not there', async () => {
    const exhibit = await (await app.request('/api/exhibits/northern-port')).text();
    const declared = new Set([...exhibit.matchAll(/"(\/media\/[^"]+\.webp)"/g)].map((match) => match[1]));
    const files = new Set<string>();
    for (const path of pages) {
      const html = await (await app.request(path)).text();
      const own = [...html.matchAll(/(?:href|src)="(\/(?:assets|media)\/[^"]+)"/g)].map((match) => match[1] ?? '');
      expect(own.length).toBeGreaterThan(0);
      // Style sheets of the pages build are not in this test's set of built files.
      for (const file of own) if (!file.endsWith('.css')) files.add(file);
    }
    const widths = new Set<string>();
    for (const file of files) {
      // Pictures are drawn when asked for: of those the exhibit declares, one a width is proof enough.
      const width = declared.has(file) ? /\/(\d+)\.webp$/.exec(file)?.[1] : undefined;
      if (width !== undefined && widths.has(width)) continue;
      if (width !== undefined) widths.add(width);
      const response = await app.request(file);
      expect(response.status, file).toBe(200);
      expect(response.headers.get('cache-control')).toContain('immutable');
    }
    expect(widths.size).toBeGreaterThan(1);
  });

  it.each(['zh-Hans', 'zh-Hant', 'en'])(
    'a link shared in %s shows a card of the exhibit and of an object',
    async (locale) => {
      for (const which of ['', 'large-dragon/']) {
        const card = await app.request(`/media/northern-port/cards/${which}${locale}/card.jpg`);
        expect([card.status, card.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
        expect((await card.arrayBuffer()).byteLength).toBeLessThan(300_000);
      }
      expect((await app.request(`/media/northern-port/cards/nothing/${locale}/card.jpg`)).status).toBe(404);
    }
  );
});

describe('an exhibit that does not load', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await openTestApp(['exhibits/northern-port', 'test/fixtures/small/small']);
    await writeFile(join(app.exhibitsFolder, 'small', 'exhibit.json'), '{ "formatVersion": "1.0", "id": "small", ');
    await app.catalogue.reload();
  });
  afterAll(() => app.close());

  it('is not served, and the others are', async () => {
    expect((await app.request('/api/exhibits/small')).status).toBe(404);
    expect((await app.request('/exhibits/small')).status).toBe(404);
    expect((await app.request('/exhibits/northern-port')).status).toBe(200);
  });

  it('is listed with its issues and their places in health and in the log', async () => {
    const health = await (await app.request('/api/health')).json();
    expect(health.status).toBe('degraded');
    const small = health.exhibits.find((item: { id: string }) => item.id === 'small');
    expect(small).toMatchObject({ isServed: false });
    expect(small.issues[0]).toMatchObject({ file: 'exhibit.json', line: 1, severity: 'error' });
    expect(small.issues[0].remedy).not.toBe('');
    expect(app.logged.find((line) => line.event === 'exhibit-not-loaded')).toMatchObject({ id: 'small' });
  });

  it('comes back when it is mended', async () => {
    await writeFile(
      join(app.exhibitsFolder, 'small', 'exhibit.json'),
      await readFile('test/fixtures/small/small/exhibit.json', 'utf8')
    );
    await app.catalogue.reload('small');
    expect((await app.request('/exhibits/small')).status).toBe(200);
  });
});
