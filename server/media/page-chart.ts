import type { PageChart } from '../contract/pages';
import { measureCharacters, widthEm } from '../fonts/measure';
import { decodeReferences } from './drawn-text';
import { COLOUR, LATIN, SERIF } from './house-style';

/** What a chart is made of; anything else and the page keeps to its picture. */
const ELEMENTS = new Set('svg g path line rect circle text tspan defs pattern clipPath'.split(' '));
const ATTRIBUTES = new Set(
  (
    'd transform fill fill-opacity stroke stroke-width stroke-dasharray stroke-opacity stroke-linecap stroke-linejoin ' +
    'opacity x y x1 y1 x2 y2 dx dy r rx ry cx cy width height text-anchor font-size font-weight font-style id clip-path ' +
    'patternUnits patternTransform'
  ).split(' ')
);
const NUMERIC = new Set(
  'd transform stroke-width x y x1 y1 x2 y2 dx dy r rx ry cx cy width height patternTransform'.split(' ')
);
const TOKEN = /<(\/?)([a-zA-Z]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/g;
const HAN = /\p{Script=Han}/u;
const HAN_ONLY = /^[\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF]*$/u;

interface Tag {
  name: string;
  attributes: Map<string, string>;
  isClosed: boolean;
}

/**
 * A chart as it was drawn, made to stand in a page: only marks and words, built anew from a short list of elements and
 * attributes; in the page's own faces, each line as wide as it was measured, because the drawing's faces would cost ten
 * times what the marks do. `id` keeps its hatchings apart from those of other charts. Null where it cannot stand there.
 */
export async function pageChart(drawn: string, id: string): Promise<PageChart | null> {
  const svg = drawn.replace(/<pattern id="([^"]*)"[\s\S]*?<\/pattern>/g, (pattern, name: string) =>
    drawn.includes(`url(#${name})`) ? pattern : ''
  );
  const root = /^<svg\b[^>]*\bviewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg);
  const tokens = [...svg.matchAll(TOKEN)];
  const isRead = tokens.reduce((sum, [whole]) => sum + whole.length, 0) === svg.length;
  if (!root || !isRead) return null;
  const out: string[] = [];
  /** The closing tags of what is open; empty where the element itself was left out. */
  const open: string[] = [];
  for (const [index, [, closing, name = '', attributes = '', selfClosing, text]] of tokens.entries()) {
    if (text !== undefined) {
      out.push(text);
    } else if (closing) {
      out.push(open.pop() ?? '');
    } else {
      if (!ELEMENTS.has(name)) return null;
      const tag = { name, attributes: attributesOf(attributes, id), isClosed: selfClosing === '/' };
      if (name === 'text') await fixWidth(tag, attributes, tokens[index + 1]?.[5] ?? '');
      const isOut = name === 'svg' || isEmpty(tag);
      if (!isOut) out.push(write(tag));
      if (!tag.isClosed) open.push(isOut ? '' : `</${name}>`);
    }
  }
  return { widthPx: Number(root[1]), heightPx: Number(root[2]), marks: withoutEmptyGroups(out.join('')) };
}

function attributesOf(text: string, id: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = '', value = ''] of text.matchAll(/([\w:-]+)="([^"]*)"/g)) {
    if (!ATTRIBUTES.has(name) || (name === 'opacity' && value === '1')) continue;
    const own = name === 'id' ? `${id}-${value}` : value.replace('url(#', `url(#${id}-`);
    attributes.set(name, NUMERIC.has(name) ? rounded(own) : own);
  }
  if (attributes.get('transform') === 'translate(0,0)') attributes.delete('transform');
  // What is of the paper's colour is named, so that it can turn with the page where colours are forced.
  if (attributes.get('fill') === COLOUR.ground) attributes.set('class', 'ground');
  return attributes;
}

function rounded(text: string): string {
  return text.replace(/-?\d+\.\d+(?:e-?\d+)?/g, (number) => String(Math.round(Number(number) * 10) / 10 || 0));
}

/** A line keeps the width it has in the drawing's face, whatever face it is set in; Han are square in all. */
async function fixWidth({ attributes }: Tag, drawn: string, text: string): Promise<void> {
  const words = decodeReferences(text)
    .replace(/&(amp|lt|gt|quot);/g, 'x')
    .trim();
  const isLatin = drawn.includes(`font-family="${LATIN}"`);
  // Words stay as they were drawn, whatever the page’s language: simplified, for the drawing’s face is. And Chinese faces
  // set ’ and “ ” full width; the page has others for its English.
  if (HAN.test(words)) attributes.set('lang', 'zh-Hans');
  else if (isLatin) attributes.set('lang', 'en');
  if (words === '' || HAN_ONLY.test(words)) return;
  const isBold = attributes.get('font-weight') === '700';
  const weight = isBold ? 700 : isLatin ? 400 : 500;
  const advances = await measureCharacters({ family: isLatin ? LATIN : SERIF, weight, style: 'normal' }, words);
  const size = Number.parseFloat(attributes.get('font-size') ?? '11');
  attributes.set('textLength', String(Math.round(widthEm(words, advances) * size)));
  attributes.set('lengthAdjust', 'spacingAndGlyphs');
}

/** Nothing is drawn by it: an empty path, one without a look, a group that changes nothing. */
function isEmpty({ name, attributes, isClosed }: Tag): boolean {
  if (name === 'g') return attributes.size === 0;
  return name === 'path' && isClosed && (attributes.size < 2 || /^$|^M0,0h0v0h0Z$/.test(attributes.get('d') ?? ''));
}

function write({ name, attributes, isClosed }: Tag): string {
  const written = [...attributes].map(([key, value]) => ` ${key}="${value}"`).join('');
  return `<${name}${written}${isClosed ? '/' : ''}>`;
}

function withoutEmptyGroups(marks: string): string {
  const fewer = marks.replace(/<g(?:\s[^>]*)?><\/g>/g, '');
  return fewer === marks ? marks : withoutEmptyGroups(fewer);
}
