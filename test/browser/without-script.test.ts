import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useSession } from './support/session';

type Texts = Record<string, string>;
interface ExhibitTexts {
  title: Texts;
  sections: { title: Texts; derived: { tree: Record<string, unknown>; blocks: (Record<string, unknown> | null)[] } }[];
  timeline: { events: { title: Texts; derived: { tree: Record<string, unknown> | null } }[] };
  objects: Record<
    string,
    {
      title: Texts;
      alt?: Texts;
      transcript?: Texts;
      derived: { tree: Record<string, unknown> | null; table: { rows: unknown[][] } | null };
    }
  >;
  facts: Record<string, { statement: Texts }>;
  glossary: { term: Texts }[];
  activities: {
    derived: { prompt: Record<string, unknown>; explain: Record<string, unknown> };
    options?: { text: Texts }[];
    items?: { text: Texts }[];
    pairs?: { left: Texts; right: Texts }[];
    accounts?: { text: Texts }[];
  }[];
}

describe('with JavaScript off', () => {
  const session = useSession();

  for (const [locale, prefix] of [
    ['zh-Hans', ''],
    ['en', '/en']
  ] as const) {
    it(`the story holds every text of the exhibit (${locale})`, async () => {
      const exhibit = await readExhibit(session.server.url);
      const page = await session.open(`${prefix}/exhibits/northern-port`, { javaScriptEnabled: false });
      const text = await wholeText(page);
      const missing = missingFrom(text, [
        exhibit.title[locale] ?? '',
        ...exhibit.sections.flatMap(({ title, derived }) => [
          title[locale] ?? '',
          ...wordsOf(derived.tree[locale]),
          ...derived.blocks.flatMap((block) => wordsOf(block?.[locale]))
        ]),
        ...Object.values(exhibit.objects).map(({ title }) => title[locale] ?? ''),
        ...exhibit.activities.flatMap(({ derived, options = [], items = [], accounts = [], pairs = [] }) => [
          ...wordsOf(derived.prompt[locale]),
          ...wordsOf(derived.explain[locale]),
          ...[...options, ...items, ...accounts].map(({ text: own }) => own[locale] ?? ''),
          ...pairs.flatMap(({ left, right }) => [left[locale] ?? '', right[locale] ?? ''])
        ]),
        ...exhibit.glossary.map(({ term }) => term[locale] ?? '')
      ]);
      expect(missing).toEqual([]);

      // In print it is a booklet: a cover, a new sheet for each section, no work parted from its label, all notes.
      await page.emulateMedia({ media: 'print' });
      expect(await page.getByRole('banner').count()).toBe(0);
      expect(await page.locator('[data-notes] .note').first().isVisible()).toBe(true);
      const breaks = await page.evaluate(() => ({
        sections: [...document.querySelectorAll('.section')].map((part) => getComputedStyle(part).breakBefore),
        works: [...document.querySelectorAll('figure.shown')].map((part) => getComputedStyle(part).breakInside)
      }));
      expect(new Set(breaks.sections)).toEqual(new Set(['page']));
      expect(breaks.works.length).toBeGreaterThanOrEqual(28);
      expect(new Set(breaks.works)).toEqual(new Set(['avoid']));
    });

    it(`the timeline holds every event (${locale})`, async () => {
      const exhibit = await readExhibit(session.server.url);
      const page = await session.open(`${prefix}/exhibits/northern-port/timeline`, { javaScriptEnabled: false });
      const text = await wholeText(page);
      const wanted = exhibit.timeline.events.flatMap(({ title, derived }) => [
        title[locale] ?? '',
        ...wordsOf(derived.tree?.[locale])
      ]);
      expect(wanted.length).toBeGreaterThanOrEqual(59);
      expect(missingFrom(text, wanted)).toEqual([]);
    });

    it(`the catalogue names every object and finds by a search (${locale})`, async () => {
      const exhibit = await readExhibit(session.server.url);
      const page = await session.open(`${prefix}/exhibits/northern-port/objects`, { javaScriptEnabled: false });
      const titles = Object.values(exhibit.objects).map(({ title }) => title[locale] ?? '');
      expect(missingFrom(await wholeText(page), titles)).toEqual([]);
      await page
        .getByRole('searchbox')
        .first()
        .fill(locale === 'en' ? 'Large Dragon' : '大龙邮票');
      await page.keyboard.press('Enter');
      await page.waitForURL(/[?&]q=/);
      const found = await wholeText(page);
      expect(missingFrom(found, [exhibit.objects['large-dragon']?.title[locale] ?? ''])).toEqual([]);
      expect(found).not.toContain(squeeze(exhibit.objects['dagu-dock']?.title[locale] ?? ''));
    });

    it(`every object page holds its texts, its table or transcript and its facts (${locale})`, async () => {
      const exhibit = await readExhibit(session.server.url);
      const page = await session.open('/', { javaScriptEnabled: false });
      const missing: string[] = [];
      for (const [id, object] of Object.entries(exhibit.objects)) {
        // The document as it comes, without fetching the pictures and fonts of ninety pages.
        const answer = await fetch(`${session.server.url}${prefix}/exhibits/northern-port/objects/${id}`);
        await page.setContent(await answer.text());
        const text = await wholeText(page);
        const codes = (object as { facts?: string[] }).facts ?? [];
        missing.push(
          ...missingFrom(text, [
            object.title[locale] ?? '',
            ...wordsOf(object.derived.tree?.[locale]),
            object.transcript?.['zh-Hans'] ?? '',
            ...codes.map((code) => exhibit.facts[code]?.statement[locale] ?? ''),
            ...(object.derived.table?.rows.flat().filter((cell) => typeof cell === 'string') ?? [])
              .filter((cell) => (locale === 'en' ? !/\p{Script=Han}/u.test(String(cell)) : true))
              .map(String)
          ]).map((words) => `${id}: ${words}`)
        );
        const alt = object.alt?.[locale] ?? '';
        const isDescribed =
          (await page.getByRole('img', { name: alt }).count()) > 0 ||
          (await page.locator('svg[role="img"] > desc').allTextContents()).includes(alt);
        if (!isDescribed) missing.push(`${id}: its picture has no alternative`);
      }
      expect(missing).toEqual([]);
    });
  }
});

async function readExhibit(url: string): Promise<ExhibitTexts> {
  return (await (await fetch(`${url}/api/exhibits/northern-port`)).json()) as ExhibitTexts;
}

/** All text of the page, what is folded away included, without spaces: line breaks are the author’s, not the text’s. */
async function wholeText(page: Page): Promise<string> {
  return squeeze((await page.locator('body').textContent()) ?? '');
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, '');
}

function missingFrom(text: string, wanted: string[]): string[] {
  return wanted.filter((words) => !text.includes(squeeze(words)));
}

/** Pieces of text of a compiled tree; evidence marks stand between them on the page. */
function wordsOf(tree: unknown): string[] {
  if (Array.isArray(tree)) return tree.flatMap(wordsOf);
  if (tree === null || typeof tree !== 'object') return [];
  const node = tree as { kind?: string; text?: string; base?: string; children?: unknown; items?: unknown };
  if (node.kind === 'text') return (node.text ?? '').split(/\n/).filter((line) => line.trim() !== '');
  if (node.kind === 'ruby') return [node.base ?? ''];
  return [...wordsOf(node.children), ...wordsOf(node.items)];
}
