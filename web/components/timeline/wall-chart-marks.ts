import type { PageLocale } from '../../../server/contract/pages';
import { isChinese } from '../../i18n/numbers';

export const PX_PER_MM = 4;

/** The light tokens of `tokens.css`, which a file of its own cannot reach; paper stays white for the printer. */
export const COLOURS = { paper: '#FFFFFF', ink: '#1E1A16', soft: '#5A5148', line: '#D3C7B2', cinnabar: '#A31F22' };

export interface ChartText {
  x: number;
  /** Of the baseline. */
  y: number;
  size: number;
  weight: 500 | 700;
  /** In pieces where they differ in colour. */
  text: string | { text: string; colour: string }[];
  colour?: string;
  anchor?: 'middle' | 'end';
}

/** Words in the faces pictures have: Chinese in its own serif, others in the Latin one, which borrows Han from it. */
export function text(one: ChartText, locale: PageLocale): string {
  if (one.text === '') return '';
  const [family, weight] = isChinese(locale)
    ? ['Noto Serif SC', one.weight]
    : ['Source Serif 4', one.weight === 500 ? 400 : 700];
  const words =
    typeof one.text === 'string'
      ? escaped(one.text)
      : one.text.map((run) => `<tspan fill="${run.colour}">${escaped(run.text)}</tspan>`).join('');
  const anchor = one.anchor ? ` text-anchor="${one.anchor}"` : '';
  return `<text x="${n(one.x)}" y="${n(one.y)}" font-size="${n(one.size)}" font-family="${family}" font-weight="${weight}" xml:space="preserve" fill="${one.colour ?? COLOURS.ink}"${anchor}>${words}</text>`;
}

/** A path of the axis or of a row's mark, painted as its classes say. */
export function path(classes: string, data: string): string {
  if (data === '') return '';
  const paint: Record<string, string> = {
    thin: `fill="none" stroke="${COLOURS.line}" stroke-width="1.2"`,
    bands: `fill="${COLOURS.soft}"`,
    ink: `fill="${COLOURS.ink}"`,
    line: `fill="none" stroke="${COLOURS.ink}" stroke-width="2"`,
    dash: `fill="none" stroke="${COLOURS.ink}" stroke-width="2" stroke-dasharray="4 3"`,
    hatch: `fill="url(#hatch)" stroke="${COLOURS.ink}" stroke-width="1.4"`,
    boxes: `fill="${COLOURS.paper}" stroke="${COLOURS.ink}" stroke-width="1.4"`,
    gap: `stroke="${COLOURS.paper}" stroke-width="4"`,
    base: `fill="none" stroke="${COLOURS.ink}" stroke-width="1.8"`
  };
  return `<path d="${data}" ${paint[classes.split(' ')[0] ?? ''] ?? paint['base']}/>`;
}

export function box(x: number, y: number, width: number, height: number, colour: string): string {
  return `<rect x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}" fill="${colour}"/>`;
}

export function line(x1: number, y1: number, x2: number, y2: number, colour: string, width: number): string {
  return `<path d="M${n(x1)} ${n(y1)}L${n(x2)} ${n(y2)}" stroke="${colour}" stroke-width="${width}"/>`;
}

export function escaped(words: string): string {
  return words
    .replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Width of words in em of a serif, near enough to break lines by: Han and its marks are squares. */
export function widthEm(words: string): number {
  let width = 0;
  for (const character of words)
    width += /[\u2e80-\uffff]/.test(character)
      ? 1
      : /[ilj.,:;'’‘!|()[\]1 ]/.test(character)
        ? 0.34
        : /[mwMWQO—]/.test(character)
          ? 0.86
          : 0.56;
  return width;
}

/** Lines no wider than `most` em: Latin breaks between words, Chinese anywhere but before closing marks. */
export function broken(words: string, most: number): string[] {
  const pieces = words.match(/[\u2e80-\uffff“‘][，。、；：？！）》”’—…·]*|[^\u2e80-\uffff\s“‘]+\s*|\s+|./gu) ?? [];
  const lines: string[] = [];
  let current = '';
  for (const piece of pieces) {
    if (current !== '' && widthEm((current + piece).trimEnd()) > most) {
      lines.push(current.trimEnd());
      current = piece.trimStart();
    } else current += piece;
  }
  return current.trim() === '' ? lines : [...lines, current.trimEnd()];
}

const n = (value: number) => Math.round(value * 100) / 100;
