import type { Recording } from '../../exhibits/format/compiled';

/** Captions with those a reader of this language follows first; those of what is spoken where there are none. */
export function captionsFor({ captions }: Recording, locale: string): Recording['captions'] {
  const own = captions.filter(({ language }) => language === locale);
  return [...own, ...captions.filter(({ language }) => language !== locale)];
}

/** 简体中文, English: the name of a language in its own words, as players list them. */
export function languageName(language: string, locale: string): string {
  const names = new Intl.DisplayNames([language, locale], { type: 'language', fallback: 'code' });
  return names.of(language) ?? language;
}
