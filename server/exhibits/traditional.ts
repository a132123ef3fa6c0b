import { Converter } from 'opencc-js/cn2t';

/** Simplified words with the traditional ones they become, whatever the dictionary says. */
export type TraditionalWords = Record<string, string>;
/** A text in traditional characters. */
export type Traditional = (text: string) => string;

/** A numeral before 里 makes it the measure, which keeps its form. */
const MEASURE = String.raw`(?<=[0-9０-９〇一二三四五六七八九十百千万余两几])里`;
/** Address of a link in the Markdown subset: no word of the text. */
const ADDRESS = String.raw`\]\([^)\n]*\)`;

let convert: Traditional | null = null;

/**
 * A converter from simplified to traditional characters, in the forms of Taiwan's standard list, which all readers of
 * traditional characters know. Characters alone: a mode that also puts in the words of another place (软件 → 軟體) would
 * change what an archive says. `words` are what the dictionary gets wrong, mostly names (范旭东, not 範旭東); the longest
 * goes first, and nothing else touches it. The dictionary is read at the first text: 0.3 s, 45 MB.
 */
export function traditionalOf(words: TraditionalWords = {}): Traditional {
  const known = new Map(Object.entries(words));
  const escaped = [...known.keys()]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'));
  const kept = new RegExp(`(${[...escaped, MEASURE, ADDRESS].join('|')})`, 'u');
  return (text) => {
    if (!/\p{Script=Han}/u.test(text)) return text;
    const convertRest = (convert ??= Converter({ from: 'cn', to: 'tw' }));
    return text
      .split(kept)
      .map((part, index) => (index % 2 === 1 ? (known.get(part) ?? part) : withCorners(convertRest(part))))
      .join('');
  };
}

/** Quotation marks are corners where traditional characters are read; an apostrophe within a foreign word is none. */
function withCorners(text: string): string {
  return text
    .replaceAll('“', '「')
    .replaceAll('”', '」')
    .replaceAll('‘', '『')
    .replace(/(?<![A-Za-z])’|’(?![A-Za-z])/g, '』');
}
