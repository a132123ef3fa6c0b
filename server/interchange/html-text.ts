/** What a piece of HTML says, as the Markdown subset of the format, and what of it could not be kept. */
export interface HtmlText {
  markdown: string;
  /** Names of elements whose marking was dropped; their words stayed, but for `script` and its like. */
  dropped: string[];
  /** Addresses of links and embedded media: the exhibit's text leads to no other host. */
  addresses: string[];
}

/** Elements whose content is no text either. */
const SILENT = new Set([
  'script',
  'style',
  'iframe',
  'object',
  'embed',
  'video',
  'audio',
  'svg',
  'noscript',
  'template'
]);
const BLOCKS = new Set('p div section article h1 h2 h3 h4 h5 h6 table tr ul ol blockquote pre figure hr'.split(' '));
/** Blocks that hold others; within a list the rest only parts words. */
const CONTAINERS = new Set(['ul', 'ol', 'blockquote']);
const MAX_QUOTES = 4;
const MAX_LISTS = 8;
const MARKS: Record<string, string> = { em: '*', i: '*', strong: '**', b: '**' };
/** Say nothing that would be missed. */
const PLAIN = new Set([
  'p',
  'div',
  'span',
  'br',
  'small',
  'a',
  'ul',
  'ol',
  'li',
  'blockquote',
  'wbr',
  'ruby',
  'rt',
  'rp'
]);
const TAG = /<!--[^]*?(?:-->|$)|<(\/?)([a-zA-Z][\w:-]*)([^<>]*)>/g;

/**
 * Reads HTML as people paste it into spreadsheets: paragraphs, emphasis, lists and quotations are kept, words of all the
 * rest; scripts, styles and frames go with their content. A `<` that begins no tag is a character. `skipClass` names a
 * class of paragraphs to leave out. Takes time in proportion to the length.
 */
export function htmlText(html: string, skipClass?: string): HtmlText {
  const dropped = new Set<string>();
  const addresses = new Set<string>();
  const blocks: string[] = [];
  let parts: string[] = [];
  let listMarks: string[] = [];
  let quoteDepth = 0;
  let silent: string | null = null;
  let at = 0;
  const say = (text: string) => {
    if (silent === null && text !== '') parts.push(escapeMarks(decodeReferences(text)).replace(/\s+/g, ' '));
  };
  const endBlock = () => {
    const text = tidied(parts.join(''));
    if (text !== '') blocks.push(text.replace(/^/gm, '> '.repeat(quoteDepth)));
    parts = [];
  };
  const openOrClose = (name: string, isClosing: boolean) => {
    if (name === 'li') {
      if (!isClosing) parts.push(`\n${listMarks.at(-1) ?? '- '}`);
    } else if (name === 'br' || (BLOCKS.has(name) && !CONTAINERS.has(name) && listMarks.length > 0)) {
      parts.push(' ');
    } else if (BLOCKS.has(name)) {
      endBlock();
      if (name === 'blockquote') quoteDepth = Math.max(0, Math.min(MAX_QUOTES, quoteDepth + (isClosing ? -1 : 1)));
      if (name === 'ul' || name === 'ol')
        listMarks = isClosing ? listMarks.slice(0, -1) : [...listMarks.slice(-MAX_LISTS), name === 'ol' ? '1. ' : '- '];
    }
  };
  for (const match of html.matchAll(TAG)) {
    say(html.slice(at, match.index));
    at = match.index + match[0].length;
    const [, close, tag, attributes = ''] = match;
    if (tag === undefined) continue;
    const name = tag.toLowerCase();
    if (silent !== null) {
      if (close && name === silent) silent = null;
      continue;
    }
    for (const [, address = ''] of attributes.matchAll(/\b(?:href|src|data|srcset)\s*=\s*["']?([^"'\s]+)/gi))
      addresses.add(decodeReferences(address));
    if (/\bon\w+\s*=/i.test(attributes)) dropped.add(`${name} on…`);
    const isSkipped = skipClass !== undefined && attributes.includes(`"${skipClass}"`);
    if (!close && (SILENT.has(name) || isSkipped)) {
      if (!isSkipped) dropped.add(name);
      silent = name;
      continue;
    }
    const mark = MARKS[name];
    if (mark) parts.push(mark);
    else openOrClose(name, close === '/');
    if (!mark && !PLAIN.has(name)) dropped.add(name);
  }
  say(html.slice(at));
  endBlock();
  return { markdown: blocks.join('\n\n'), dropped: [...dropped], addresses: [...addresses] };
}

const SILENT_PAIR = /<(script|style|iframe)\b[^]*?(?:<\/\1\s*>|$)/gi;

/** The words of HTML on one line, as for a headline. */
export function htmlLine(html: string): string {
  return decodeReferences(html.replace(SILENT_PAIR, ' ').replace(TAG, ' '))
    .replace(/\s+/g, ' ')
    .replace(/(?<=[\p{Script=Han}，。、；：“”《》]) (?=[\p{Script=Han}，。、；：“”《》])/gu, '')
    .trim();
}

/** What would mark something in the subset stands as itself. */
function escapeMarks(text: string): string {
  return text.replace(/[\\*[\]{}]/g, '\\$&');
}

/** One block: emphasis around nothing marks nothing, lines begin and end with words. */
function tidied(block: string): string {
  return block
    .replace(/\*\*\s*\*\*|(?<!\*)\*\s+\*(?!\*)/g, ' ')
    .split('\n')
    .map((line) => line.replace(/ +/g, ' ').trim())
    .filter((line) => !/^(-|1\.)?$/.test(line))
    .join('\n');
}

const NAMED: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  middot: '·',
  copy: '©'
};

function decodeReferences(text: string): string {
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,8});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return NAMED[name.toLowerCase()] ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : whole;
  });
}
