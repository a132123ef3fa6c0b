import type { CompiledExhibit } from '../../../../exhibits/format/compiled';
import { exhibit as shape, type Exhibit } from '../../../../exhibits/format/exhibit';
import { searchAsked } from '../../../../server/contract/search';
import { compileExhibit } from '../../../../server/exhibits/compile';
import { readExhibitFolder } from '../../../../server/exhibits/read';
import { findIn } from '../../../../server/search/search';
import { makeSearchIndex, type SearchIndex } from '../../../../server/search/search-index';

const PICTURE = { url: '/media/x/1/512.webp', widthPx: 512, heightPx: 384, colour: '#f7f2e8', derivatives: [] };

/** A compiled exhibit of what is given; what is left out is made up as little as can be. */
export function compiledOf(given: Partial<Exhibit>): CompiledExhibit {
  const exhibit = shape.parse({
    formatVersion: '1.0',
    id: 'sample',
    title: { 'zh-Hans': '样例', en: 'Sample' },
    languages: ['zh-Hans', 'en'],
    ...given
  });
  const media = Object.keys(exhibit.objects ?? {}).map((id) => [id, { picture: PICTURE, table: null, modelUrl: null }]);
  return compileExhibit(exhibit, Object.fromEntries(media));
}

/** An index of objects with these Chinese titles and, after a `|`, descriptions; ids are `a`, `b`, `c` … */
export function indexOfTexts(texts: string[]): Promise<SearchIndex> {
  const objects = texts.map((text, number) => {
    const [title = '', description] = text.split('|');
    const said = { title: { 'zh-Hans': title }, ...(description ? { description: { 'zh-Hans': description } } : {}) };
    return [String.fromCharCode(97 + number), { kind: 'document' as const, nature: 'copy' as const, ...said }];
  });
  return makeSearchIndex([compiledOf({ objects: Object.fromEntries(objects) })]);
}

/** The shipped exhibit, read from its folder and indexed. */
export async function northernPort(): Promise<{ exhibit: CompiledExhibit; index: SearchIndex }> {
  const { exhibit } = await readExhibitFolder('exhibits/northern-port');
  if (!exhibit) throw new Error('The shipped exhibit does not load.');
  const compiled = compiledOf(exhibit);
  return { exhibit: compiled, index: await makeSearchIndex([compiled]) };
}

/** What a search answers. */
export function ask(index: SearchIndex, asked: Record<string, string | number>, locale = 'zh-Hans') {
  return findIn(index, searchAsked.parse(asked), locale);
}

/** References of what a search finds, best first. */
export function references(index: SearchIndex, q: string): string[] {
  return ask(index, { q }).found.map(({ kind, reference }) => reference ?? kind);
}
