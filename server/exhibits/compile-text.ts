import type { LocalizedText } from '../../exhibits/format/common';
import type { LocalizedTree } from '../../exhibits/format/compiled';
import { parseText } from '../../exhibits/format/markdown';

/** A text of the Markdown subset as safe trees, one a language. */
export function trees(text: LocalizedText): LocalizedTree {
  return Object.fromEntries(Object.entries(text).map(([locale, source]) => [locale, parseText(source)]));
}

export function treeOf(text: LocalizedText | undefined): LocalizedTree | null {
  return text ? trees(text) : null;
}
