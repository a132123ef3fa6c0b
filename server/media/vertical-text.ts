import { widthEm, type Advances } from '../fonts/measure';
import { escapeXml, LATIN, px, SERIF } from './house-style';
import { breakLines, type Token } from './line-breaking';
import { closeUp } from './punctuation';

/** Quotation marks turn to corner brackets in vertical text (GB/T 15834-2011 5.2). */
const VERTICAL_QUOTES: Record<string, string> = { '“': '『', '”': '』', '‘': '「', '’': '」' };
/** Marks that lie on their side: brackets, dashes, dots. */
const TURNED = new Set('（）［］｛｝【】〔〕〖〗《》〈〉「」『』—–…～()[]-~');
/** Marks of the horizontal lower left corner that move to the upper right: shift in em. */
const SHIFTED: Record<string, readonly [right: number, down: number]> = {
  '，': [0.62, -0.68],
  '。': [0.6, -0.64],
  '、': [0.6, -0.68],
  '；': [0.34, -0.32],
  '：': [0.34, -0.32],
  '！': [0.28, -0.1],
  '？': [0.22, -0.1]
};
/** Middle of the em square above the baseline, in em: the fonts' ascent is 0.88, descent 0.12. */
const MIDDLE = 0.38;

/** A column of vertical text: its tokens from top to bottom. */
export type Column = Token[];

/** How one column is drawn: x of its middle line, y of its upper end, sizes in user units. */
export interface ColumnStyle {
  x: number;
  top: number;
  size: number;
  /** From one character to the next. */
  pitch: number;
  weight: 500 | 700;
  colour: string;
}

/** Breaks a text into columns of `cells` characters; a line break in the text begins a column. */
export function columnsOf(text: string, cells: number, pitchEm: number, advances: Advances): Column[] {
  return text
    .split('\n')
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .flatMap((paragraph) => breakLines(closeUp(tokensOf(paragraph, cells, pitchEm, advances), 0.5 / pitchEm), cells));
}

/** Characters one by one; double dashes and dots, and words and figures in Latin letters, in one piece. */
function tokensOf(paragraph: string, cells: number, pitchEm: number, advances: Advances): Token[] {
  const pieces = paragraph.match(/——|……|[A-Za-z0-9\u00C0-\u024F.,'%&/-]+|\s+|./gsu) ?? [];
  return pieces.flatMap((piece): Token[] => {
    const text = [...piece].map((character) => VERTICAL_QUOTES[character] ?? character).join('');
    if (/^\s/.test(text)) return [{ text: ' ', length: 0.5 }];
    if (!isLatin(text)) return [{ text, length: [...text].length }];
    if (isCombined(text)) return [{ text, length: 1 }];
    // A word longer than the column would run out of the frame: it is cut at the column's end.
    const fits = Math.min(Math.max(1, Math.floor(cells * pitchEm)), 10_000);
    return (text.match(new RegExp(`.{1,${fits}}`, 'gsu')) ?? []).map((part) => ({
      text: part,
      length: Math.max(1, Math.ceil(widthEm(part, advances) / pitchEm))
    }));
  });
}

/** Cells a column takes, a hanging mark counted. */
export function columnLength(column: Column): number {
  return column.reduce((sum, token) => sum + token.length, 0);
}

/** SVG of one column. */
export function drawColumn(column: Column, style: ColumnStyle): string {
  const { x, size, pitch, weight, colour } = style;
  const upright: { character: string; x: number; y: number }[] = [];
  const others: string[] = [];
  const put = (text: string, textX: number, y: number, more: string) =>
    others.push(`<text x="${px(textX)}" y="${px(y)}" text-anchor="middle"${more}>${escapeXml(text)}</text>`);
  let top = style.top;
  for (const { text, length, lead = 0, trail = 0 } of column) {
    const middle = top + ((length + trail - lead) * pitch) / 2;
    const baseline = middle + MIDDLE * size;
    const turned = ` transform="rotate(90 ${px(x)} ${px(middle)})"`;
    if (isCombined(text)) put(text, x, baseline, ` font-family="${LATIN}"`);
    else if (isLatin(text)) put(text, x, middle + 0.33 * size, `${turned} font-family="${LATIN}"`);
    else if (text.length > 1) drawDouble(text, top, style, others);
    else if (TURNED.has(text)) put(text, x, baseline, turned);
    else if (text !== ' ') {
      const [right, down] = SHIFTED[text] ?? [0, 0];
      // A mark belongs to the character before it: in wide columns it stays with that one.
      const lift = down < 0 ? 0.35 * (pitch - size) : 0;
      upright.push({ character: text, x: x - size / 2 + right * size, y: baseline + down * size - lift });
    }
    top += length * pitch;
  }
  const list = (key: 'x' | 'y') => upright.map((glyph) => px(glyph[key])).join(' ');
  const characters = upright.map(({ character }) => character).join('');
  const run = upright.length > 0 ? `<text x="${list('x')}" y="${list('y')}">${escapeXml(characters)}</text>` : '';
  return `<g font-family="${SERIF}" font-size="${px(size)}" font-weight="${weight}" fill="${colour}">${run}${others.join('')}</g>`;
}

/** A double dash is one stroke through its two cells, not two with a gap; double dots are six in a row. */
function drawDouble(text: string, top: number, { x, size, pitch, colour }: ColumnStyle, into: string[]): void {
  if (text === '——') {
    const inset = (pitch - size) / 2 + 0.04 * size;
    into.push(
      `<path d="M${px(x)} ${px(top + inset)}V${px(top + 2 * pitch - inset)}" fill="none" stroke="${colour}" stroke-width="${px(0.05 * size)}"/>`
    );
    return;
  }
  for (let dot = 0; dot < 6; dot++) {
    const y = top + ((dot + 0.5) * 2 * pitch) / 6;
    into.push(`<circle cx="${px(x)}" cy="${px(y)}" r="${px(0.055 * size)}"/>`);
  }
}

function isLatin(text: string): boolean {
  return /^[A-Za-z0-9\u00C0-\u024F.,'%&/-]+$/.test(text) && /[A-Za-z0-9\u00C0-\u024F]/.test(text);
}

/** One or two figures stand upright in one cell. */
function isCombined(text: string): boolean {
  return /^[0-9]{1,2}$/.test(text) || /^[A-Z]$/.test(text);
}
