import type { Typeset } from '../../exhibits/format/objects';
import { measureCharacters, type Advances } from '../fonts/measure';
import { drawLine, lineTokens } from './horizontal-text';
import { COLOUR, escapeXml, LATIN, px, SERIF } from './house-style';
import { breakLines } from './line-breaking';
import { columnLength, columnsOf, drawColumn } from './vertical-text';

/** A transcript as it is to be set, all texts in one language. */
export interface DocumentText {
  text: string;
  heading?: string;
  attribution?: string;
  direction: Typeset['direction'];
  paper: Typeset['paper'];
  /** Characters in a column or line; chosen by the form of the page when absent. */
  lineLength?: number;
}

/** Type size of the text; every other measure of the page is in its proportion. */
const BODY = 40;
const SMALL = 25;
/** From character to character and from column to column, in em of the text. */
const VERTICAL_PITCH = 1.3;
const COLUMN_WIDTH = 1.78;
/** From character to character in heading and attribution, in em of each. */
const SIDE_PITCH = 1.22;
const LINE_HEIGHT = 1.9;
/** From character to character in a heading above lines, in em. */
const HEADING_ADVANCE = 1.12;
const MARGIN = 52;
/** Between the two lines of the frame. */
const FRAME_GAP = 8;
const PADDING = 34;
const FOOT = 54;
/** A text this short is shown large, each character in its field, as on a telegraph form. */
const DISPLAY_CHARACTERS = 12;
const DISPLAY = { size: 148, pitch: 176, small: 34 };
const FOOT_LINE = '今排，非原件影像 · Set in modern type; not a facsimile';

/**
 * A document's transcript as a picture: a modern setting on red-ruled letter paper or plain paper, in vertical columns
 * from the right or in lines; no stains, no signatures (look.md §2).
 */
export async function typesetDocument(document: DocumentText): Promise<string> {
  const clean: DocumentText = { ...document, text: plainText(document.text) };
  const all = [clean.text, clean.heading ?? '', clean.attribution ?? '', FOOT_LINE].join('');
  const advances = await measureCharacters({ family: SERIF, weight: 500, style: 'normal' }, all);
  const latin = await measureCharacters({ family: LATIN, weight: 400, style: 'normal' }, all);
  if (clean.direction === 'horizontal') return setHorizontally(clean, advances, latin);
  return setVertically(clean, latin);
}

/** Without citations, ruby and emphasis: what is set is the document's own words. */
function plainText(markdown: string): string {
  return markdown
    .replace(/\[\^[^\]]*\]/g, '')
    .replace(/\{([^|{}]+)\|[^|{}]*\}/g, '$1')
    .replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
    .replace(/\*+|^> ?/gm, '')
    .trim();
}

function isDisplay(text: string): boolean {
  return [...text].length <= DISPLAY_CHARACTERS && /^[\p{Script=Han}]+$/u.test(text);
}

function setVertically(document: DocumentText, advances: Advances): string {
  const display = isDisplay(document.text);
  const cells = display ? [...document.text].length : (document.lineLength ?? bestColumnLength(document.text));
  const body = columnsOf(document.text, cells, VERTICAL_PITCH, advances);
  const longest = Math.max(cells, ...body.map(columnLength));
  const pitch = display ? DISPLAY.pitch : BODY * VERTICAL_PITCH;
  const columnWidth = display ? DISPLAY.pitch * 1.06 : BODY * COLUMN_WIDTH;
  const innerHeight = Math.max(longest * pitch + 2 * PADDING, 420);
  const sideHeight = innerHeight - 2 * PADDING;
  const beside = display ? besideDisplay(document) : document;
  const heading = sideColumns(beside.heading, BODY, sideHeight, advances);
  const attribution = sideColumns(beside.attribution, display ? DISPLAY.small : SMALL, sideHeight, advances);
  // Round a text shown large the side columns widen until the sheet has a letter's form.
  const least = display ? 1 : 0;
  const before = Math.max(heading.columns.length, least);
  const behind = Math.max(attribution.columns.length, least);
  const side = display
    ? Math.max(DISPLAY.pitch * 0.52, (innerHeight * 0.62 - columnWidth) / (before + behind))
    : columnWidth;
  // A free column stands between text and heading, text and attribution, as on a written sheet.
  const gap = display ? 0 : 1;
  const widths = [
    ...Array<number>(before + (before > 0 ? gap : 0)).fill(side),
    ...body.map(() => columnWidth),
    ...Array<number>(behind + (behind > 0 ? gap : 0)).fill(side)
  ];
  const innerWidth = widths.reduce((sum, width) => sum + width, 0);
  const sheet = openSheet(innerWidth, innerHeight, document.paper);
  const middles: number[] = [];
  let right = sheet.left + innerWidth;
  for (const width of widths) {
    middles.push(right - width / 2);
    right -= width;
    if (document.paper === 'red-ruled' && right > sheet.left + 1)
      sheet.rule(right, sheet.top, right, sheet.top + innerHeight);
  }
  const bodyFrom = before + (before > 0 ? gap : 0);
  const textTop = sheet.top + (display ? (innerHeight - longest * pitch) / 2 : PADDING);
  heading.columns.forEach((column, index) => {
    const { size } = heading;
    sheet.draw(
      drawColumn(column, styleAt(middles[index], sheet.top + PADDING, size, size * SIDE_PITCH, 700, COLOUR.ink))
    );
  });
  body.forEach((column, index) => {
    const x = middles[bodyFrom + index] ?? 0;
    if (display) sheet.draw(fields(x, textTop, cells));
    sheet.draw(
      drawColumn(
        column,
        display
          ? styleAt(x, textTop, DISPLAY.size, pitch, 700, COLOUR.ink)
          : styleAt(x, textTop, BODY, pitch, 500, COLOUR.ink)
      )
    );
  });
  attribution.columns.forEach((column, index) => {
    const { size } = attribution;
    const top = sheet.top + innerHeight - PADDING - columnLength(column) * size * SIDE_PITCH;
    const x = middles[middles.length - attribution.columns.length + index];
    sheet.draw(drawColumn(column, styleAt(x, top, size, size * SIDE_PITCH, 500, COLOUR.inkSoft)));
  });
  return sheet.finish();
}

/** What stands at both sides of a text shown large: an attribution of two parts, date first, is parted between them. */
function besideDisplay({ heading, attribution }: DocumentText): Pick<DocumentText, 'heading' | 'attribution'> {
  const comma = attribution?.indexOf('，') ?? -1;
  if (heading || !attribution || comma <= 0) return { heading, attribution };
  return { heading: attribution.slice(0, comma), attribution: attribution.slice(comma + 1) };
}

/**
 * Heading or attribution in columns of the sheet's height. One that is a little too long is set smaller; a longer one
 * goes into columns of about equal length, so that no single character is left over.
 */
function sideColumns(text: string | undefined, size: number, height: number, advances: Advances) {
  const cells = Math.floor(height / (size * SIDE_PITCH));
  const whole = columnsOf(text ?? '', Infinity, SIDE_PITCH, advances);
  const longest = Math.max(0, ...whole.map(columnLength));
  if (longest <= cells) return { columns: whole, size };
  if (longest <= cells * 1.25) return { columns: whole, size: (size * cells) / longest };
  const even = Math.ceil(longest / Math.ceil(longest / cells)) + 1;
  return { columns: columnsOf(text ?? '', Math.min(cells, even), SIDE_PITCH, advances), size };
}

function styleAt(x: number | undefined, top: number, size: number, pitch: number, weight: 500 | 700, colour: string) {
  return { x: x ?? 0, top, size, pitch, weight, colour };
}

/** The squares of a telegraph form, one a character, with the faint cross that helps the eye to the middle. */
function fields(x: number, top: number, count: number): string {
  const half = DISPLAY.pitch / 2;
  const lines = Array.from({ length: count - 1 }, (_, index) => {
    const y = top + (index + 1) * DISPLAY.pitch;
    return `<path d="M${px(x - half * 1.06)} ${px(y)}H${px(x + half * 1.06)}"/>`;
  });
  return `<g fill="none" stroke="${COLOUR.ruleRed}" stroke-width="1">${lines.join('')}</g>`;
}

/** Characters in a column, so that the page comes out a little wider than high and no column holds one or two. */
function bestColumnLength(text: string): number {
  const paragraphs = text.split('\n').map((paragraph) => [...paragraph.trim()].length);
  const scored = Array.from({ length: 19 }, (_, index) => index + 6).map((cells) => {
    const columns = paragraphs.reduce((sum, length) => sum + Math.max(1, Math.ceil(length / cells)), 0);
    const form = ((columns + 4) * COLUMN_WIDTH) / ((cells + 2) * VERTICAL_PITCH);
    const last = (paragraphs.at(-1) ?? 0) % cells;
    return { cells, score: Math.abs(Math.log(form / 1.3)) + (last > 0 && last < 3 ? 0.3 : 0) };
  });
  return scored.reduce((best, each) => (each.score < best.score ? each : best)).cells;
}

function setHorizontally(document: DocumentText, advances: Advances, latin: Advances): string {
  const display = isDisplay(document.text);
  const size = display ? DISPLAY.size : BODY;
  const perLine = display
    ? [...document.text].length
    : (document.lineLength ?? Math.min(26, Math.max(12, Math.round(Math.sqrt([...document.text].length * 2.4)))));
  const advance = display ? DISPLAY.pitch / size : 1.06;
  const lines = document.text
    .split('\n')
    .filter((paragraph) => paragraph.trim() !== '')
    .flatMap((paragraph) => breakLines(lineTokens(paragraph.trim(), advances, latin, advance), perLine * advance));
  const innerWidth = Math.max(perLine * advance * size + 2 * PADDING + (display ? 0 : size * 0.5), 520);
  const step = display ? DISPLAY.pitch * 1.06 : BODY * LINE_HEIGHT;
  const headHeight = document.heading ? BODY * 2.1 : display ? 0 : PADDING * 0.6;
  const footHeight = document.attribution ? SMALL * 2.6 : display ? 0 : PADDING * 0.6;
  const innerHeight = headHeight + lines.length * step + footHeight;
  const sheet = openSheet(innerWidth, innerHeight, document.paper);
  const left = sheet.left + (innerWidth - perLine * advance * size) / 2;
  if (document.heading) sheet.draw(headingLine(sheet.left + innerWidth / 2, sheet.top + headHeight * 0.66));
  lines.forEach((line, index) => {
    const top = sheet.top + headHeight + index * step;
    if (document.paper === 'red-ruled' && (index > 0 || headHeight > 0))
      sheet.rule(sheet.left, top, sheet.left + innerWidth, top);
    const style = { size, advance, weight: display ? 700 : 500, colour: COLOUR.ink };
    sheet.draw(drawLine(line, left, top + step / 2 + 0.38 * size, style));
  });
  if (document.paper === 'red-ruled' && footHeight > 0) {
    const y = sheet.top + headHeight + lines.length * step;
    sheet.rule(sheet.left, y, sheet.left + innerWidth, y);
  }
  if (document.attribution)
    sheet.draw(attributionLine(sheet.left + innerWidth - PADDING, sheet.top + innerHeight - footHeight * 0.36));
  return sheet.finish();

  function headingLine(middle: number, baseline: number): string {
    const tokens = lineTokens(document.heading ?? '', advances, latin, HEADING_ADVANCE);
    const style = { size: BODY, advance: HEADING_ADVANCE, weight: 700, colour: COLOUR.ink };
    return drawLine(tokens, middle - (columnLength(tokens) * BODY) / 2, baseline, style);
  }

  function attributionLine(right: number, baseline: number): string {
    const tokens = lineTokens(document.attribution ?? '', advances, latin, 1);
    const style = { size: SMALL, advance: 1, weight: 500, colour: COLOUR.inkSoft };
    return drawLine(tokens, right - columnLength(tokens) * SMALL, baseline, style);
  }
}

/** The paper: ground, double frame in rule red (none on plain paper), the line at its foot. */
function openSheet(innerWidth: number, innerHeight: number, paper: Typeset['paper']) {
  const left = MARGIN + FRAME_GAP;
  const top = MARGIN + FRAME_GAP;
  const width = innerWidth + 2 * left;
  const height = innerHeight + top + FRAME_GAP + FOOT + 14;
  const parts: string[] = [];
  const frame =
    paper === 'red-ruled'
      ? `<rect x="${MARGIN}" y="${MARGIN}" width="${px(innerWidth + 2 * FRAME_GAP)}" height="${px(innerHeight + 2 * FRAME_GAP)}" stroke-width="4"/><rect x="${left}" y="${top}" width="${px(innerWidth)}" height="${px(innerHeight)}" stroke-width="1.2"/>`
      : '';
  return {
    left,
    top,
    draw: (svg: string) => void parts.push(svg),
    rule: (x1: number, y1: number, x2: number, y2: number) =>
      void parts.unshift(
        `<path d="M${px(x1)} ${px(y1)}L${px(x2)} ${px(y2)}" stroke="${COLOUR.ruleRed}" stroke-width="1.2"/>`
      ),
    finish: () =>
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${px(width)} ${px(height)}"><rect width="${px(width)}" height="${px(height)}" fill="${COLOUR.letter}"/><g fill="none" stroke="${COLOUR.ruleRed}">${frame}</g>${parts.join('')}<text x="${px(width / 2)}" y="${px(height - 24)}" text-anchor="middle" font-family="${SERIF}" font-size="15" font-weight="500" fill="${COLOUR.inkSoft}">${escapeXml(FOOT_LINE)}</text></svg>`
  };
}
