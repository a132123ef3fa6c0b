import { Converter } from 'opencc-js/t2cn';

/** What a unit is to the index: a break between words, a unit of a word, or of text written without spaces. */
export const BREAK = 0;
export const WORD = 1;
export const HAN = 2;
const DROPPED = 3;

/** Marks in the middle of what belongs together: `China’s`, 马可·波罗, “大龙”邮票. */
const JOINERS = '\'’‘“”"「」『』《》〈〉·・‧\u00ad\u200b\u200d';
const BREAK_UNIT = ' '.charCodeAt(0);

interface Tables {
  /** By UTF-16 unit: the unit it is folded to. */
  unit: Uint16Array;
  /** By UTF-16 unit after folding. */
  kind: Uint8Array;
  /** The few units that fold to more than one: ﬁ, ㎞, ½. */
  longer: Map<number, string>;
}

/**
 * A text as the index compares it: full-width becomes plain, capitals small, é e, traditional characters simplified one
 * by one (on both sides alike, so that what a phrase would decide does not matter). Breaks become one space each; marks
 * that stand within what belongs together fall away.
 */
export function foldText(text: string): string {
  const { unit, kind } = tables();
  const out = scratchFor(text.length);
  let length = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const folded = unit[code] ?? 0;
    if (kind[folded] === DROPPED) continue;
    if (folded === 0) return foldWithPlaces(text).folded;
    out[length] = folded;
    length += 1;
  }
  return Buffer.from(out.buffer, 0, length * 2).toString('utf16le');
}

/** The same with, for every folded unit, where in the text it comes from; one place more for the end. */
export function foldWithPlaces(text: string): { folded: string; places: number[] } {
  const { unit, kind, longer } = tables();
  let folded = '';
  const places: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const one = unit[code] ?? 0;
    if (kind[one] === DROPPED) continue;
    const units = one === 0 ? (longer.get(code) ?? ' ') : String.fromCharCode(one);
    folded += units;
    for (let index = 0; index < units.length; index += 1) places.push(at);
  }
  places.push(text.length);
  return { folded, places };
}

/**
 * Characters that are written in more than one way and of which a text has one: each with the one it is folded to, pair
 * after pair. What is compared elsewhere by these pairs finds 鐵 by 铁 and 铁 by 鐵.
 */
export function variantsIn(text: string): string {
  const { unit, kind } = tables();
  const had = new Set(Array.from(text, (one) => unit[one.charCodeAt(0)]));
  let pairs = '';
  for (let code = 0x3400; code < 0xa000; code += 1) {
    const folded = unit[code]!;
    if (folded !== code && kind[folded] === HAN && had.has(folded)) pairs += String.fromCharCode(code, folded);
  }
  return pairs;
}

/** Calls `take` for every run of one kind in a folded text, breaks left out. */
export function scanRuns(folded: string, take: (kind: number, start: number, end: number) => void): void {
  const { kind } = tables();
  let start = 0;
  let current = BREAK;
  for (let at = 0; at <= folded.length; at += 1) {
    const here = at === folded.length ? BREAK : (kind[folded.charCodeAt(at)] ?? BREAK);
    if (here === current) continue;
    if (current !== BREAK) take(current, start, at);
    start = at;
    current = here;
  }
}

let scratch = new Uint16Array(4096);
function scratchFor(length: number): Uint16Array {
  if (scratch.length < length) scratch = new Uint16Array(length * 2);
  return scratch;
}

let made: Tables | null = null;
/** Made once, in about a tenth of a second: every unit is folded by the slow rules, then only looked up. */
function tables(): Tables {
  made ??= makeTables();
  return made;
}

function makeTables(): Tables {
  const unit = new Uint16Array(0x10000);
  const kind = new Uint8Array(0x10000);
  const longer = new Map<number, string>();
  const simplified = simplifiedCharacters();
  for (let code = 1; code < 0x10000; code += 1) {
    kind[code] = kindOf(code);
    if (kind[code] === DROPPED || isSurrogate(code)) {
      unit[code] = code;
      continue;
    }
    const folded = [...slowlyFolded(String.fromCharCode(code))].map((one) => simplified.get(one) ?? one).join('');
    if (folded.length > 1) longer.set(code, withoutBreaks(folded));
    else unit[code] = folded === '' || kindOf(folded.charCodeAt(0)) === BREAK ? BREAK_UNIT : folded.charCodeAt(0);
  }
  return { unit, kind, longer };
}

function slowlyFolded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC');
}

function withoutBreaks(text: string): string {
  return [...text].map((one) => (kindOf(one.charCodeAt(0)) === BREAK ? ' ' : one)).join('');
}

/** Han, kana and Hangul are written without spaces; half a pair is a rare Han character. */
function kindOf(code: number): number {
  if (isSurrogate(code)) return HAN;
  const text = String.fromCharCode(code);
  if (JOINERS.includes(text) || /\p{M}/u.test(text)) return DROPPED;
  if (/[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}ー]/u.test(text) && /[\p{L}\p{N}]/u.test(text)) return HAN;
  return /[\p{L}\p{N}]/u.test(text) ? WORD : BREAK;
}

function isSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdfff;
}

/** Traditional characters with the simplified one each becomes alone. */
function simplifiedCharacters(): Map<string, string> {
  const all: string[] = [];
  for (let code = 0x3400; code < 0xa000; code += 1) all.push(String.fromCharCode(code));
  const simplify = Converter({ from: 't', to: 'cn' });
  // On lines of their own, so that no phrase is seen in them.
  const simple = simplify(all.join('\n')).split('\n');
  const pairs = all.flatMap((one, index): [string, string][] => {
    const other = simple[index];
    return other !== undefined && other.length === 1 && other !== one ? [[one, other]] : [];
  });
  return new Map(pairs);
}
