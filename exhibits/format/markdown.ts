import { ADDRESS, parseInlines } from './markdown-inlines';

/** Text as a safe tree: what the Markdown subset of the format can say, and nothing else. */
export type TextTree = TextBlock[];

export type TextBlock =
  | { kind: 'paragraph'; children: TextInline[] }
  | { kind: 'list'; ordered: boolean; items: TextInline[][] }
  | { kind: 'quote'; children: TextBlock[] };

export type TextInline =
  | { kind: 'text'; text: string }
  | { kind: 'emphasis'; children: TextInline[] }
  | { kind: 'strong'; children: TextInline[] }
  /** `href` is a reference (`object:large-dragon`) or an address. */
  | { kind: 'link'; href: string; children: TextInline[] }
  | { kind: 'ruby'; base: string; text: string }
  /** `[^A-048]`: cites a fact. */
  | { kind: 'cite'; fact: string };

/** Quotations deeper than this keep their `>` as text; it also bounds the recursion below. */
const QUOTE_DEPTH = 4;

/**
 * Reads the Markdown subset of the format: paragraphs, `*emphasis*`, `**strong**`, `-` and `1.` lists, `>` quotations,
 * `[text](object:id)` or `[text](https://…)`, ruby `{字|zì}`, `[^A-048]`, and `\` before a mark that is meant as a character.
 * Everything else is text, HTML included. Never throws; takes time in proportion to the length.
 */
export function parseText(source: string): TextTree {
  return parseBlocks(source.split(/\r\n?|\n/), 0, []);
}

/** Targets of `[text](…)` that are neither a reference nor an https address; `parseText` leaves such links as text. */
export function refusedLinks(source: string): string[] {
  const refused: string[] = [];
  parseBlocks(source.split(/\r\n?|\n/), 0, refused);
  return refused;
}

const BULLET = /^ {0,3}-[ \t]+/;
const NUMBER = /^ {0,3}\d{1,3}[.)][ \t]+/;
/** A list starts at one: the tree keeps no numbers, so “1860. A year …” must stay a sentence. */
const FIRST_NUMBER = /^ {0,3}1[.)][ \t]+/;
const QUOTE = /^ {0,3}> ?/;

function parseBlocks(lines: string[], depth: number, refused: string[]): TextTree {
  const blocks: TextTree = [];
  const opensBlock = (line: string) =>
    BULLET.test(line) || FIRST_NUMBER.test(line) || (depth < QUOTE_DEPTH && QUOTE.test(line));
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] ?? '';
    if (line.trim() === '') {
      at += 1;
    } else if (depth < QUOTE_DEPTH && QUOTE.test(line)) {
      const end = endOf(lines, at, (next) => QUOTE.test(next));
      const inner = lines.slice(at, end).map((quoted) => quoted.replace(QUOTE, ''));
      blocks.push({ kind: 'quote', children: parseBlocks(inner, depth + 1, refused) });
      at = end;
    } else if (BULLET.test(line) || FIRST_NUMBER.test(line)) {
      const ordered = !BULLET.test(line);
      const marker = ordered ? NUMBER : BULLET;
      const end = endOf(lines, at, (next) => marker.test(next) || (next.trim() !== '' && !opensBlock(next)));
      blocks.push({ kind: 'list', ordered, items: parseItems(lines.slice(at, end), marker, refused) });
      at = end;
    } else {
      const end = endOf(lines, at, (next) => next.trim() !== '' && !opensBlock(next));
      blocks.push({ kind: 'paragraph', children: parseInlines(joinLines(lines.slice(at, end)), refused) });
      at = end;
    }
  }
  return blocks;
}

/** Index of the first line after `start` that does not go on. */
function endOf(lines: string[], start: number, goesOn: (line: string) => boolean): number {
  let end = start + 1;
  while (end < lines.length && goesOn(lines[end] ?? '')) end += 1;
  return end;
}

function parseItems(lines: string[], marker: RegExp, refused: string[]): TextInline[][] {
  const items: string[][] = [];
  for (const line of lines) {
    if (marker.test(line)) items.push([line.replace(marker, '')]);
    else items.at(-1)?.push(line);
  }
  return items.map((item) => parseInlines(joinLines(item), refused));
}

/** Lines of one paragraph as one: a space between Latin words, none beside Chinese. */
function joinLines(lines: string[]): string {
  const parts: string[] = [];
  let before = 0;
  for (const line of lines) {
    const text = line.trim();
    if (text === '') continue;
    if (parts.length > 0 && !(isWide(before) || isWide(text.charCodeAt(0)))) parts.push(' ');
    parts.push(text);
    before = text.charCodeAt(text.length - 1);
  }
  return parts.join('');
}

/** Han, kana, full-width punctuation and half a surrogate pair of the Han extensions; quotation marks are both scripts’ and do not count. */
function isWide(unit: number): boolean {
  return (unit >= 0x2e80 && unit <= 0xdfff) || (unit >= 0xf900 && unit <= 0xfaff) || unit >= 0xff00;
}

/** The words alone: no marks, no readings, no citations; blocks and list items on lines of their own. */
export function plainText(tree: TextTree): string {
  return tree.map(plainBlock).join('\n');
}

function plainBlock(block: TextBlock): string {
  switch (block.kind) {
    case 'paragraph':
      return plainInlines(block.children);
    case 'list':
      return block.items.map(plainInlines).join('\n');
    case 'quote':
      return plainText(block.children);
  }
}

function plainInlines(inlines: TextInline[]): string {
  return inlines.map(plainInline).join('');
}

function plainInline(inline: TextInline): string {
  switch (inline.kind) {
    case 'text':
      return inline.text;
    case 'ruby':
      return inline.base;
    case 'cite':
      return '';
    default:
      return plainInlines(inline.children);
  }
}

/** Fact codes cited in the text, each once, in order of appearance. */
export function citationsIn(tree: TextTree): string[] {
  const codes = new Set<string>();
  visitInlines(tree, (inline) => {
    if (inline.kind === 'cite') codes.add(inline.fact);
  });
  return [...codes];
}

/** References linked from the text (`object:large-dragon`), each once, in order of appearance; addresses are left out. */
export function referencesIn(tree: TextTree): string[] {
  const references = new Set<string>();
  visitInlines(tree, (inline) => {
    if (inline.kind === 'link' && !ADDRESS.test(inline.href)) references.add(inline.href);
  });
  return [...references];
}

/** Addresses linked from the text, each once, in order of appearance. */
export function addressesIn(tree: TextTree): string[] {
  const addresses = new Set<string>();
  visitInlines(tree, (inline) => {
    if (inline.kind === 'link' && ADDRESS.test(inline.href)) addresses.add(inline.href);
  });
  return [...addresses];
}

function visitInlines(tree: TextTree, visit: (inline: TextInline) => void): void {
  const walk = (inlines: TextInline[]): void => {
    for (const inline of inlines) {
      visit(inline);
      if ('children' in inline) walk(inline.children);
    }
  };
  for (const block of tree) {
    if (block.kind === 'paragraph') walk(block.children);
    else if (block.kind === 'list') block.items.forEach(walk);
    else visitInlines(block.children, visit);
  }
}
