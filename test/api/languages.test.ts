import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PAGE_LOCALES, type PageLocale } from '../../server/contract/pages';
import { saidTexts, type SaidText } from './support/said-texts';
import { openTestApp, type TestApp } from './support/test-app';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp([resolve('exhibits/northern-port'), resolve('test/fixtures/kinds')]);
}, 240_000);
afterAll(() => app.close());

/** Every page, without its language. */
function paths(): string[] {
  const exhibits = app.catalogue.entries().flatMap(({ id }) => {
    const exhibit = app.catalogue.get(id)?.exhibit;
    const at = `/exhibits/${id}`;
    const [a, b] = Object.keys(exhibit?.objects ?? {});
    return [
      at,
      ...['gallery', 'timeline', 'objects', `compare?a=${a}&b=${b}`].map((view) => `${at}/${view}`),
      ...Object.keys(exhibit?.objects ?? {}).map((object) => `${at}/objects/${object}`),
      ...(exhibit?.tours ?? []).map((tour) => `${at}/tours/${tour.id}`)
    ];
  });
  return ['', '/about', '/privacy', '/accessibility', '/search?q=1860', '/search?q=98765', '/nowhere', ...exhibits];
}

const prefixOf = (locale: PageLocale) => (locale === 'zh-Hans' ? '' : `/${locale}`);

async function said(locale: PageLocale, path: string): Promise<SaidText[]> {
  const response = await app.request(`${prefixOf(locale)}${path}` || '/');
  expect([200, 404], path).toContain(response.status);
  return saidTexts(await response.text());
}

/** What a page says that it should not, each once, with the first page it stands on. */
async function strangers(locale: PageLocale, isStrange: (said: SaidText) => boolean): Promise<string[]> {
  const found = new Map<string, string>();
  for (const path of paths())
    for (const one of await said(locale, path))
      if (isStrange(one) && !found.has(one.text)) found.set(one.text, `${path} [${one.lang}] ${one.text.slice(0, 90)}`);
  return [...found.values()];
}

/** Characters of Big5 proper, which holds what traditional Chinese is written with and not its simplified forms, and two that are newer. */
const BIG5 = (() => {
  const decoder = new TextDecoder('big5');
  const characters = new Set('〇叄');
  for (let lead = 0xa4; lead <= 0xf9; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1)
      for (const character of decoder.decode(Uint8Array.of(lead, trail))) characters.add(character);
  return characters;
})();

/** What Chinese pages say in Latin letters: standards and styles by the names they have in every language. */
const INTERNATIONAL = /^(?:GB|APA|BibTeX|OL|EB|CM|CSV|IIIF|TimelineJS|iCalendar|JSON|PageUp|PageDown|Home|End|Esc)$/;
/** An address. */
const ADDRESS = /^(?:\/|https?:)\S*$/;

describe('every page', () => {
  it('says which language it is in, and links to itself in the others', async () => {
    for (const locale of PAGE_LOCALES) {
      for (const path of ['', '/exhibits/northern-port/objects/large-dragon', '/nowhere']) {
        const html = await (await app.request(`${prefixOf(locale)}${path}` || '/')).text();
        expect(html, path).toContain(`<html lang="${locale}"`);
        for (const other of PAGE_LOCALES.filter((one) => one !== locale && path !== '/nowhere'))
          expect(html).toMatch(
            new RegExp(`href="${prefixOf(other)}${path || (other === 'zh-Hans' ? '/' : '')}"[^>]*hreflang="${other}"`)
          );
      }
    }
  });

  it('shows Chinese to readers of English only where it is marked as Chinese', async () => {
    const isChinese = ({ lang, text }: SaidText) => !lang.startsWith('zh') && /\p{Script=Han}/u.test(text);
    expect(await strangers('en', isChinese)).toEqual([]);
  });

  it('shows no simplified characters to readers of traditional ones but where they are marked', async () => {
    const isSimplified = ({ lang, text }: SaidText) =>
      lang === 'zh-Hant' && [...text].some((one) => /\p{Script=Han}/u.test(one) && !BIG5.has(one));
    expect(await strangers('zh-Hant', isSimplified)).toEqual([]);
  });

  it.each(['zh-Hans', 'zh-Hant'] as const)(
    'shows no English to readers of %s but where it is marked',
    async (locale) => {
      const isEnglish = ({ lang, text }: SaidText) =>
        lang.startsWith('zh') &&
        lang !== 'zh-Latn' &&
        !/\p{Script=Han}/u.test(text) &&
        !ADDRESS.test(text) &&
        (text.match(/[A-Za-z][A-Za-z0-9]+/g) ?? []).some((word) => !INTERNATIONAL.test(word));
      expect(await strangers(locale, isEnglish)).toEqual([]);
    }
  );
});
