import { LABEL } from '../../../exhibits/plan/measures';
import type { GalleryWork } from '../data';
import { hasHan, LATIN_SANS, LATIN_SERIF, printWeight, SANS, SERIF } from './fonts';
import { breakLines, fitLines } from './lines';
import type { AnyContext } from '../stream/mip-strip';

/** Texels of a card. */
export const CARD = { width: 512, height: 320 } as const;
const MM = CARD.width / (LABEL.width * 1000);
const MARGIN = 17 * MM;
/** Millimetres of type: at 1.5 m a millimetre is 0.66 px of a picture 900 px high, and Han is read from 9 px on. */
const TYPE = {
  title: { most: 23, least: 18 },
  other: 14,
  date: 14.5,
  text: { most: 15, least: 14 },
  nature: 13
} as const;
const LEADING = 1.4;
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
  let titleMm = TYPE.title.most;
  context.font = titleFont(titleMm);
  while (titleMm > TYPE.title.least && measure(work.title) > width) context.font = titleFont((titleMm -= 0.5));
  const titleLines = fitLines(work.title, width, 2, measure);
  let y = (12 + titleMm) * MM;
  context.fillStyle = INK;
  for (const line of titleLines) {
    context.fillText(line, MARGIN, y);
    y += titleMm * 1.25 * MM;
  }
  y -= titleMm * 1.25 * MM;

  if (work.otherTitle !== '' && titleLines.length === 1) {
    const font = hasHan(work.otherTitle) ? SERIF : LATIN_SERIF;
    context.font = `${printWeight(work.otherTitle, 500)} ${TYPE.other * MM}px ${font}`;
    context.fillStyle = SOFT;
    y += 19 * MM;
    context.fillText(fitLines(work.otherTitle, width, 1, measure)[0] ?? '', MARGIN, y);
  }
  const rule = y + 9 * MM;
  y = rule + 19.5 * MM;

  const sans = hasHan(work.label || work.title) ? SANS : LATIN_SANS;
  context.fillStyle = INK;
  if (work.dateLine !== '') {
    context.font = `400 ${TYPE.date * MM}px ${sans}`;
    context.fillText(fitLines(work.dateLine, width, 1, measure)[0] ?? '', MARGIN, y);
    y += 22 * MM;
  }
  const foot = CARD.height - 11 * MM;
  const last = foot - 20 * MM;
  const lines = (mm: number) => Math.max(1, Math.floor((last - y) / (mm * LEADING * MM)) + 1);
  let size: number = TYPE.text.most;
  context.font = `400 ${size * MM}px ${sans}`;
  if (breakLines(work.label, width, measure).length > lines(size)) {
    size = TYPE.text.least;
    context.font = `400 ${size * MM}px ${sans}`;
  }
  context.fillStyle = TEXT;
  for (const line of fitLines(work.label, width, lines(size), measure)) {
    context.fillText(line, MARGIN, y);
    y += size * LEADING * MM;
  }
  context.font = `400 ${TYPE.nature * MM}px ${sans}`;
  context.fillStyle = SOFT;
  context.fillText(fitLines(work.natureLine, width, 1, measure)[0] ?? '', MARGIN, foot);
  return rule;
}
