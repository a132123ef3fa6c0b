import { widthEm, type Advances } from '../fonts/measure';
import { escapeXml, LATIN, px, SERIF } from './house-style';
import type { Token } from './line-breaking';
import { closeUp } from './punctuation';

/** Han one by one, tracked, marks closed up; words and figures whole, in the Latin face; lengths in em. */
export function lineTokens(paragraph: string, advances: Advances, latin: Advances, advance: number): Token[] {
  const pieces = paragraph.match(/——|……|[A-Za-z0-9\u00C0-\u024F.,'%&/-]+|\s+|./gsu) ?? [];
  const tokens = pieces.map((text): Token => {
    if (/^\s/.test(text)) return { text: ' ', length: 0.28 };
    if (/[A-Za-z0-9]/.test(text)) return { text, length: widthEm(text, latin) + 0.04 };
    return { text, length: widthEm(text, advances) * advance };
  });
  return closeUp(tokens, 0.5);
}

/** An English text by its words, all in the Latin face; lengths in em. */
export function wordTokens(text: string, latin: Advances): Token[] {
  const pieces = text.match(/\s+|\S+/g) ?? [];
  return pieces.map((piece) =>
    /^\s/.test(piece) ? { text: ' ', length: 0.26 } : { text: piece, length: widthEm(piece, latin) }
  );
}

/** How a line is drawn: size in user units, from character to character in em. */
export interface LineStyle {
  size: number;
  advance: number;
  weight: number;
  colour: string;
  /** Of what is not a Latin word; the Chinese face where left out. */
  family?: string;
}

/** SVG of one line. */
export function drawLine(line: Token[], left: number, baseline: number, style: LineStyle): string {
  const { size, advance, weight, colour, family = SERIF } = style;
  let x = left;
  const texts = line.map(({ text, length, lead = 0 }) => {
    const isWord = /[A-Za-z0-9]/.test(text);
    const inset = isWord ? 0 : ((advance - 1) / 2 - lead) * size;
    const drawn =
      text === ' '
        ? ''
        : `<text x="${px(x + inset)}" y="${px(baseline)}"${isWord ? ` font-family="${LATIN}"` : ''}>${escapeXml(text)}</text>`;
    x += length * size;
    return drawn;
  });
  return `<g font-family="${family}" font-size="${px(size)}" font-weight="${weight}" fill="${colour}">${texts.join('')}</g>`;
}
