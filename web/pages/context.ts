import { getContext, setContext } from 'svelte';
import type { LocalizedText } from '../../exhibits/format/common';
import type { LocalizedTree } from '../../exhibits/format/compiled';
import type { TextTree } from '../../exhibits/format/markdown';
import type { Messages, PageRequest } from '../../server/contract/pages';
import type { Translator } from '../i18n/translator';
// Every component comes here first: what all pages build upon stands before the styles of any.
import '../app.css';

export interface PageContext {
  request: PageRequest;
  t: Translator;
  /** All words of the page's language, for a page that hands some of them to its script. */
  messages: Messages;
}

const KEY = Symbol('page');

/** Called once by the page's root; components below read it with `usePage`. */
export function setPage(page: PageContext): void {
  setContext(KEY, page);
}

/** The request being rendered and its translator. */
export function usePage(): PageContext {
  return getContext<PageContext>(KEY);
}

/** The text in the page's language, else in the first one there is; `lang` says which, null when it is the page's own. */
export function inLocale(
  text: LocalizedText | null | undefined,
  locale: string
): { text: string; lang: string | null } {
  if (!text) return { text: '', lang: null };
  const own = text[locale];
  if (own !== undefined) return { text: own, lang: null };
  const [lang, other] = Object.entries(text)[0] ?? [null, ''];
  return { text: other, lang };
}

/** A text tree in the page's language, else in the first one there is, as `inLocale` does for plain text; null when there is none. */
export function treeInLocale(
  trees: LocalizedTree | null | undefined,
  locale: string
): { tree: TextTree; lang: string | null } | null {
  if (!trees) return null;
  const own = trees[locale];
  if (own) return { tree: own, lang: null };
  const [lang, tree] = Object.entries(trees)[0] ?? [];
  return lang && tree ? { tree, lang } : null;
}
