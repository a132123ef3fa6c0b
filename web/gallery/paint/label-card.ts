import type { GalleryWork } from '../data';
import { hasHan, LATIN_SANS, LATIN_SERIF, printWeight, SANS, SERIF } from './fonts';
import { breakLines, fitLines } from './lines';
import type { AnyContext } from '../stream/mip-strip';

/** Texels of a card of 280 × 175 mm. */
export const CARD = { width: 512, height: 320 } as const;
const MM = CARD.width / 280;
const MARGIN = 17 * MM;
/** Greys between ink and paper; the program gives both their colours. */
const PAPER = '#fff';
const INK = '#000';
const TEXT = '#181818';
const SOFT = '#383838';

/**
 * Draws a wall label: title, other language, date and size, a few lines, nature (`hall-recipe.md` §5). Answers how many
 * texels below the upper edge the cinnabar rule begins, which the program draws: the card itself is in greys.
 */
export function drawCard(context: AnyContext, work: GalleryWork): number {
  const width = CARD.width - 2 * MARGIN;
  const measure = (text: string) => context.measureText(text).width;
  context.fillStyle = PAPER;
  context.fillRect(0, 0, CARD.width, CARD.height);
  context.textAlign = 'left';
  context.textBaseline = 'alphabetic';

  const titleFont = (mm: number) => `600 ${mm * MM}px ${hasHan(work.title) ? SERIF : LATIN_SERIF}`;
  let titleMm = 20;
  context.font = titleFont(titleMm);
  while (titleMm > 15 && measure(work.title) > width) context.font = titleFont((titleMm -= 0.5));
  const titleLines = fitLines(work.title, width, 2, measure);
  let y = (15 + titleMm) * MM;
  context.fillStyle = INK;
  for (const line of titleLines) {
    context.fillText(line, MARGIN, y);
    y += titleMm * 1.25 * MM;
  }
  y += (titleLines.length > 1 ? -8 : -6) * MM;

  if (work.otherTitle !== '' && titleLines.length === 1) {
    context.font = `${printWeight(work.otherTitle, 500)} ${11 * MM}px ${hasHan(work.otherTitle) ? SERIF : LATIN_SERIF}`;
    context.fillStyle = SOFT;
    const line = fitLines(work.otherTitle, width, 1, measure)[0] ?? '';
    y += 6 * MM;
    context.fillText(line, MARGIN, y);
  }
  y += 8 * MM;
  const rule = y;

  const sans = hasHan(work.label || work.title) ? SANS : LATIN_SANS;
  context.fillStyle = INK;
  y += 17 * MM;
  if (work.dateLine !== '') {
    context.font = `400 ${11 * MM}px ${sans}`;
    context.fillText(fitLines(work.dateLine, width, 1, measure)[0] ?? '', MARGIN, y);
    y += 19 * MM;
  }
  const foot = CARD.height - 13 * MM;
  let size = 12;
  context.font = `400 ${size * MM}px ${sans}`;
  const room = (mm: number) => Math.max(1, Math.floor((foot - 13 * MM - y) / (mm * 1.45 * MM)) + 1);
  if (breakLines(work.label, width, measure).length > room(size)) {
    size = 10.5;
    context.font = `400 ${size * MM}px ${sans}`;
  }
  context.fillStyle = TEXT;
  for (const line of fitLines(work.label, width, room(size), measure)) {
    context.fillText(line, MARGIN, y);
    y += size * 1.45 * MM;
  }
  context.font = `400 ${9 * MM}px ${sans}`;
  context.fillStyle = SOFT;
  context.fillText(fitLines(work.natureLine, width, 1, measure)[0] ?? '', MARGIN, foot);
  return rule;
}
