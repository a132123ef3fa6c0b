import { join } from 'node:path';
import { measureCharacters } from '../fonts/measure';
import { pictureFonts } from '../fonts/picture-fonts';
import { cacheKey } from './derivatives';
import type { DiskCache } from './disk-cache';
import { drawLine, lineTokens, wordTokens } from './horizontal-text';
import { COLOUR, LATIN, px, SERIF } from './house-style';
import type { MakeOnce } from './make-once';
import { breakLines, type Token } from './line-breaking';
import { hashOf } from './media-files';
import type { Renderer } from './renderer';
import { columnLength } from './vertical-text';

/** What chat apps show large of a shared link, in pixels. */
const CARD = { width: 1200, height: 630 };
/** Of the sheet inside its border. */
const EDGE = 64;
const GAP = 44;
const TEXT_WIDTH = 372;
/** Of what stands below a picture that is wider than high. */
const FOOT_HEIGHT = 112;
const SMALL = 25;

/** Words on a card, in one language. */
export interface CardText {
  locale: string;
  title: string;
  /** Where it is shown: the exhibit, or the house for an exhibit. */
  place: string;
  nature: string;
}

export interface CardPicture {
  hash: string;
  widthPx: number;
  heightPx: number;
  /** At least as wide as asked, or as wide as it is. */
  bytes(widthPx: number): Promise<Buffer | null>;
}

interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Makes the cards that chats show of shared links, and keeps them like any derivative. */
export function openShareCards(parts: {
  cache: DiskCache;
  renderer: Renderer;
  makeOnce: MakeOnce;
  cacheFolder: string;
}) {
  const { cache, renderer, makeOnce, cacheFolder } = parts;

  return async (text: CardText, picture: CardPicture): Promise<Buffer | null> => {
    const hash = hashOf('card', JSON.stringify([text, picture.hash]));
    const key = cacheKey(hash, 'card.jpg');
    const kept = await cache.read(key);
    if (kept) return kept;
    const made = await makeOnce(key, { card: text.title, hash }, { priority: 'visitor', isKept: true }, async () => {
      const { svg, box } = await drawCard(text, picture);
      const bytes = await picture.bytes(box.width);
      if (!bytes) return { ok: false, message: 'The picture of this card cannot be had.' };
      const fontFiles = await pictureFonts(Object.values(text).join(''), join(cacheFolder, 'fonts'));
      return renderer.render({ kind: 'card', svg, fontFiles, picture: bytes, box, ...CARD }, 'visitor');
    });
    return made.ok ? Buffer.from(made.result.bytes) : null;
  };
}

/**
 * The sheet with the thick-and-thin border and the words, and where on it the whole picture goes: beside the words, or
 * above them where it comes out larger.
 */
export async function drawCard(text: CardText, picture: { widthPx: number; heightPx: number }) {
  const inner = { width: CARD.width - 2 * EDGE, height: CARD.height - 2 * EDGE };
  const beside = within(picture, {
    left: EDGE,
    top: EDGE,
    width: inner.width - TEXT_WIDTH - GAP,
    height: inner.height
  });
  const above = within(picture, { left: EDGE, top: EDGE, width: inner.width, height: inner.height - FOOT_HEIGHT });
  const isAbove = above.width > beside.width * 1.05;
  const box = isAbove ? above : beside;
  const setter = await openSetter(text);
  const words = isAbove
    ? footWords(text, setter, inner.width)
    : sideWords(text, setter, CARD.width - EDGE - TEXT_WIDTH);
  const border = (inset: number, stroke: number) =>
    `<rect x="${inset}" y="${inset}" width="${CARD.width - 2 * inset}" height="${CARD.height - 2 * inset}" stroke="${COLOUR.ink}" stroke-width="${stroke}"/>`;
  const edge = `<rect x="${box.left - 1}" y="${box.top - 1}" width="${box.width + 2}" height="${box.height + 2}" stroke="${COLOUR.line}" stroke-width="2"/>`;
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${CARD.width} ${CARD.height}"><rect width="${CARD.width}" height="${CARD.height}" fill="${COLOUR.paper}"/>` +
    `<g fill="none">${border(23, 6)}${border(33, 2)}${edge}</g>${words}</svg>`;
  return { svg, box };
}

/** The largest a picture can be within a box, in its middle, in whole pixels. */
function within({ widthPx, heightPx }: { widthPx: number; heightPx: number }, box: Box): Box {
  const scale = Math.min(box.width / widthPx, box.height / heightPx);
  const [width, height] = [Math.max(1, Math.round(widthPx * scale)), Math.max(1, Math.round(heightPx * scale))];
  const left = Math.round(box.left + (box.width - width) / 2);
  return { left, top: Math.round(box.top + (box.height - height) / 2), width, height };
}

interface Setter {
  /** In the first size in which it takes no more lines, else cut. */
  title(lengthPx: number, sizes: number[], mostLines: number): { size: number; lines: Token[][]; isWhole: boolean };
  small(text: string): Token[];
  draw(line: Token[], x: number, baseline: number, size: number, isTitle: boolean): string;
}

async function openSetter({ locale, title, place, nature }: CardText): Promise<Setter> {
  const isChinese = locale.startsWith('zh');
  const all = title + place + nature + '…';
  const [bold, plain, latinBold, latin] = await Promise.all([
    measureCharacters({ family: SERIF, weight: 700, style: 'normal' }, all),
    measureCharacters({ family: SERIF, weight: 500, style: 'normal' }, all),
    measureCharacters({ family: LATIN, weight: 700, style: 'normal' }, all),
    measureCharacters({ family: LATIN, weight: 400, style: 'normal' }, all)
  ]);
  const titleTokens = isChinese ? lineTokens(title, bold, latinBold, 1) : wordTokens(title, latinBold);
  return {
    title(lengthPx, sizes, mostLines) {
      for (const size of sizes) {
        const lines = breakLines(titleTokens, lengthPx / size);
        if (lines.length <= mostLines) return { size, lines, isWhole: true };
      }
      const size = sizes.at(-1) ?? SMALL;
      const lines = breakLines(titleTokens, lengthPx / size - 1).slice(0, mostLines);
      lines.at(-1)?.push({ text: '…', length: 1 });
      return { size, lines, isWhole: false };
    },
    small: (text) => (isChinese ? lineTokens(text, plain, latin, 1) : wordTokens(text, latin)),
    draw(line, x, baseline, size, isTitle) {
      const colour = isTitle ? COLOUR.ink : COLOUR.inkSoft;
      const weight = isTitle ? 700 : isChinese ? 500 : 400;
      return drawLine(line, x, baseline, { size, advance: 1, weight, colour, family: isChinese ? SERIF : LATIN });
    }
  };
}

/** Beside the picture, in the middle of its height: place, title, nature. */
function sideWords({ place, nature }: CardText, setter: Setter, left: number): string {
  // One line a little smaller reads better than a word broken off.
  const one = setter.title(TEXT_WIDTH, [54, 48, 42], 1);
  const { size, lines } = one.isWhole ? one : setter.title(TEXT_WIDTH, [54, 48, 42, 36, 32], 6);
  const smallLines = breakLines(setter.small(place), TEXT_WIDTH / SMALL);
  const step = size * 1.36;
  const smallStep = SMALL * 1.5;
  const height = smallLines.length * smallStep + 26 + lines.length * step + 34 + SMALL;
  let y = (CARD.height - height) / 2;
  const parts = smallLines.map((line, at) => setter.draw(line, left, y + SMALL + at * smallStep, SMALL, false));
  y += smallLines.length * smallStep + 26;
  parts.push(...lines.map((line, at) => setter.draw(line, left, y + size + at * step, size, true)));
  y += lines.length * step + 18;
  parts.push(`<path d="M${px(left)} ${px(y)}h48" stroke="${COLOUR.cinnabar}" stroke-width="3"/>`);
  parts.push(setter.draw(setter.small(nature), left, y + 16 + SMALL, SMALL, false));
  return parts.join('');
}

/** Below the picture: the title, under it place and nature. */
function footWords({ place, nature }: CardText, setter: Setter, width: number): string {
  const { size, lines } = setter.title(width, [44, 40, 36, 32, 28], 1);
  const bottom = CARD.height - EDGE;
  const end = setter.small(nature);
  return [
    ...lines.map((line) => setter.draw(line, EDGE, bottom - 44, size, true)),
    setter.draw(setter.small(place), EDGE, bottom, SMALL, false),
    setter.draw(end, EDGE + width - columnLength(end) * SMALL, bottom, SMALL, false)
  ].join('');
}
