import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorBody } from '../../server/contract/error';
import { searchResult } from '../../server/contract/search';
import { openTestApp, type TestApp } from './support/test-app';

describe('searching over HTTP', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await openTestApp(['exhibits/northern-port']);
  });
  afterAll(() => app.close());

  const get = (address: string) => app.request(encodeURI(address));

  it('answers JSON in the shape it describes', async () => {
    const response = await get('/api/search?q=大龍郵票&language=en');
    expect(response.status).toBe(200);
    const result = searchResult.parse(await response.json());
    expect(result.found.map(({ reference }) => reference)).toContain('object:large-dragon');
    expect(result.found.find(({ reference }) => reference === 'object:large-dragon')?.title.lang).toBe('en');
    const description = await (await get('/api/openapi.json')).json();
    const parameters = description.paths['/api/search'].get.parameters.map(({ name }: { name: string }) => name);
    expect(parameters).toEqual(expect.arrayContaining(['q', 'exhibit', 'kind', 'period', 'place', 'person', 'page']));
  });

  it('refuses what it cannot read in one sentence', async () => {
    for (const query of ['kind=painting', 'page=0', 'page=x', 'period=1878', `q=${'x'.repeat(121)}`]) {
      const response = await get(`/api/search?${query}`);
      expect(response.status, query).toBe(400);
      expect(errorBody.parse(await response.json()).error.details?.[0]?.path).toBe(query.split('=')[0]);
    }
  });

  it('finds nothing, and fails at nothing, for the oddest words', async () => {
    for (const q of ['%00', '\\', '<script>', '𠮷', '.*', '"', '‮', 'é́́́', '一 '.repeat(60).trim(), 'a'.repeat(120)]) {
      const response = await app.request(`/api/search?q=${encodeURIComponent(q)}`);
      expect(response.status, q).toBe(200);
      searchResult.parse(await response.json());
    }
  });

  it('shows results as a page in both languages, with ways to narrow them', async () => {
    for (const [prefix, q, title] of [
      ['', '大龙邮票', '大龙邮票三枚'],
      ['/en', 'dragons', 'Large Dragon']
    ] as const) {
      const response = await get(`${prefix}/search?q=${q}`);
      expect(response.status).toBe(200);
      const html = await response.text();
      const said = html.replace(/<!--.*?-->/g, '').replace(/<[^>]+>/g, '');
      expect(said).toContain(title);
      expect(html).toContain('<mark');
      expect(html).toContain('<meta name="robots" content="noindex"/>');
      expect(html).toContain(`href="${prefix}/exhibits/northern-port/objects/large-dragon"`);
      expect(html).toMatch(new RegExp(`href="${prefix}/search\\?q=[^"]*&amp;kind=drawing"`));
    }
  });

  it('escapes the words it repeats', async () => {
    const html = await (await get('/search?q="><img src=x onerror=alert(1)>')).text();
    expect(html).not.toContain('<img src=x');
  });

  it('says that a query is too long, and keeps what fits in the field', async () => {
    const response = await get(`/search?q=${'船'.repeat(130)}`);
    expect(response.status).toBe(400);
    const html = await response.text();
    expect(html).toContain('检索词太长');
    expect(html).toContain(`value="${'船'.repeat(120)}"`);
  });

  it('takes what it cannot read of an address as not there', async () => {
    const response = await get('/search?q=海河&kind=painting&page=-3&period=x');
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('海河');
  });

  it('lets no cache on the way keep an answer, and logs no words', async () => {
    for (const address of [
      '/search?q=大龙邮票',
      '/api/search?q=大龙邮票',
      '/exhibits/northern-port/objects?q=大龙邮票'
    ]) {
      expect((await get(address)).headers.get('cache-control')).toBe('private, no-cache');
    }
    const page = await get('/search?q=大龙邮票');
    const again = await app.request(encodeURI('/search?q=大龙邮票'), {
      headers: { 'If-None-Match': page.headers.get('etag') ?? '' }
    });
    expect(again.status).toBe(304);
    const logged = JSON.stringify(app.logged);
    expect(logged).toContain('/search');
    for (const words of ['大龙邮票', encodeURIComponent('大龙邮票'), 'q=']) expect(logged).not.toContain(words);
  });

  it('knows an exhibit as it was last read', async () => {
    expect(searchResult.parse(await (await get('/api/search?q=凤凰木')).json()).total).toBe(0);
    const file = join(app.exhibitsFolder, 'northern-port', 'glossary.json');
    const content = JSON.parse(await readFile(file, 'utf8')) as { glossary: object[] };
    content.glossary.push({ term: { 'zh-Hans': '凤凰木', en: 'Test tree' } });
    await writeFile(file, JSON.stringify(content));
    await app.catalogue.reload('northern-port');
    await app.search.settled();
    for (const q of ['凤凰木', 'fhm']) {
      expect(searchResult.parse(await (await get(`/api/search?q=${q}`)).json()).total).toBe(1);
    }
  });
});
