import type { CompiledExhibit, LocalizedTree } from '../../exhibits/format/compiled';
import { plainText } from '../../exhibits/format/markdown';
import { mapValues, oneLine, type RecordField } from './record-fields';

/** Texts by language as IIIF has them (Presentation API 3.0 §4.1). */
export type LanguageMap = Record<string, string[]>;

export const textOf = (text: Record<string, string>): LanguageMap =>
  Object.fromEntries(Object.entries(text).map(([locale, value]) => [locale, [oneLine(value, locale)]]));

export const treeText = (tree: LocalizedTree): LanguageMap => mapValues(tree, (one) => [plainText(one)]);

/** Label and value of each field that has one. */
export function metadataOf(fields: RecordField[]) {
  return fields
    .filter(({ values }) => Object.keys(values).length > 0)
    .map(({ label, values }) => ({ label: textOf(label), value: values }));
}

/** Licences are named in IIIF by their http addresses (Presentation API 3.0 §3.2, `rights`). */
export function rightsOf(rights: string | undefined): { rights?: string } {
  return rights ? { rights: rights.replace(/^https:/, 'http:') } : {};
}

/** What must be shown with the exhibit: whose it is and what every visitor must be told. */
export function requiredStatement(exhibit: CompiledExhibit) {
  const value: LanguageMap = {};
  const add = (texts: LanguageMap) => {
    for (const [locale, lines] of Object.entries(texts)) (value[locale] ??= []).push(...lines);
  };
  if (exhibit.credit) add(textOf(exhibit.credit));
  if (exhibit.derived.notice) add(treeText(exhibit.derived.notice));
  if (Object.keys(value).length === 0) return {};
  return { requiredStatement: { label: textOf({ 'zh-Hans': '署名与说明', en: 'Credit and notice' }), value } };
}
