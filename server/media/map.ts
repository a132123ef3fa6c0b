import type { LocalizedText } from '../../exhibits/format/common';
import { measureCharacters, widthEm, type Advances } from '../fonts/measure';
import { COLOUR, escapeXml, LATIN, px, SERIF } from './house-style';
import { positionsOf, readMapData, type MapData, type MapFeature } from './map-data';
import { frameMap, isInside, sampleLine, type Box, type MapFrame, type Point } from './map-frame';
import { drawMapFrame, drawFurniture, freePlace, FURNITURE } from './map-furniture';
import { LINE_SPACING, placeLabels, type LabelLine, type LabelRequest, type PlacedLabel } from './map-labels';
import { smoothPath, straightPath } from './map-lines';
import type { RenderOutcome } from './renderer';

const MARGIN = { left: 64, right: 48, top: 128 };
const SKETCH = { 'zh-Hans': '示意图，不作导航与划界之用', en: 'Sketch map, not for navigation or boundaries' };
const ERROR_CIRCLE = { 'zh-Hans': '虚线圈：位置的误差范围', en: 'Dashed circle: how far the position may be out' };
/** Least radius of an error circle: a smaller one would hide behind its dot. */
const LEAST_CIRCLE = 11;
const WATER = '#C9D6D2';
const SEA = '#E3E9E3';
/** From the shore inward: the lining engravers give to water. */
const WATER_LINING = [6, 13, 21, 30, 40, 51];

const STYLES = {
  name: { size: 24, family: SERIF, weight: 700, colour: COLOUR.ink, italic: false },
  latin: { size: 16, family: LATIN, weight: 400, colour: COLOUR.inkSoft, italic: false },
  water: { size: 22, family: SERIF, weight: 500, colour: COLOUR.river, italic: false },
  'water-latin': { size: 16, family: LATIN, weight: 400, colour: COLOUR.river, italic: true },
  course: { size: 18, family: SERIF, weight: 500, colour: COLOUR.cinnabar, italic: false },
  small: { size: 15, family: SERIF, weight: 500, colour: COLOUR.inkSoft, italic: false },
  'small-latin': { size: 14, family: LATIN, weight: 400, colour: COLOUR.inkSoft, italic: false }
} as const;

/**
 * A map's GeoJSON as one SVG in house style: ink coasts and rivers, water in `--river`, positions with their error at
 * true scale, names in both languages, scale bar, north arrow; never a boundary. `title` is used where the map has none.
 */
export async function drawMap(collection: unknown, title: LocalizedText): Promise<RenderOutcome<string>> {
  const read = readMapData(collection);
  if (!read.ok) return read;
  const { data } = read;
  const frame = frameMap(data, { x: MARGIN.left, y: MARGIN.top });
  const drawn = data.features.map((feature) => ({ feature, points: positionsOf(feature).map(frame.project) }));
  const measure = await measurer(data);
  const furniture = freePlace(frame.box, obstaclePoints(drawn, frame.box));
  const labels = placeLabels(requestsOf(drawn, frame, measure), {
    frame: frame.box,
    boxes: [boxAt(furniture, FURNITURE.width, FURNITURE.height), ...drawn.flatMap(dotBox)],
    points: obstaclePoints(drawn, frame.box)
  });
  const sea = drawSea(drawn, frame, labels, measure);
  const clip = `<clipPath id="frame"><rect x="${px(frame.box.left)}" y="${px(frame.box.top)}" width="${px(frame.box.right - frame.box.left)}" height="${px(frame.box.bottom - frame.box.top)}"/></clipPath>`;
  const body = [
    ...sea.water,
    drawRivers(drawn, frame.metresPerUnit),
    ...drawn.map(({ feature, points }) => drawLine(feature, points)),
    ...drawn.map(({ feature, points }) => drawCircle(feature, points, frame.metresPerUnit)),
    ...drawn.map(({ feature, points }) => drawDot(feature, points)),
    sea.names
  ].join('');
  const footer = footerOf(data, frame.box);
  const width = frame.box.right + MARGIN.right;
  const height = footer.bottom + 30;
  return {
    ok: true,
    result:
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${px(width)} ${px(height)}"><defs>${clip}${sea.clip}</defs>` +
      `<rect width="${px(width)}" height="${px(height)}" fill="${COLOUR.ground}"/>` +
      heading(data.lantai?.title ?? title) +
      `<g clip-path="url(#frame)">${body}</g>` +
      drawMapFrame(frame) +
      drawFurniture(furniture, frame.metresPerUnit, data.lantai?.north !== false) +
      labels.map(drawLabel).join('') +
      `${footer.svg}</svg>`
  };
}

interface Drawn {
  feature: MapFeature;
  points: Point[];
}
type Measure = (text: string, style: LabelLine['style']) => LabelLine;

async function measurer(data: MapData): Promise<Measure> {
  const all = JSON.stringify(data.features.map(({ properties }) => properties));
  const byFamily = new Map<string, Advances>();
  for (const { family, weight } of Object.values(STYLES))
    byFamily.set(`${family} ${weight}`, await measureCharacters({ family, weight, style: 'normal' }, all));
  return (text, style) => {
    const { size, family, weight } = STYLES[style];
    const advances = byFamily.get(`${family} ${weight}`) as Advances;
    return { text, size, style, widthPx: widthEm(text, advances) * size };
  };
}

function boxAt({ x, y }: Point, width: number, height: number): Box {
  return { left: x, top: y, right: x + width, bottom: y + height };
}

function dotBox({ feature, points }: Drawn): Box[] {
  const [at] = points;
  if (feature.geometry.type !== 'Point' || !at) return [];
  return [{ left: at.x - 11, top: at.y - 11, right: at.x + 11, bottom: at.y + 11 }];
}

/** What labels keep off: courses of rivers and lines, the inside of walls. The sea’s surface is free. */
function obstaclePoints(drawn: Drawn[], box: Box): Point[] {
  return drawn
    .flatMap(({ feature, points }) => {
      if (feature.properties.kind === 'sea') return [];
      return feature.properties.kind === 'wall' ? hatching(points).flat() : sampleLine(points, 7);
    })
    .filter((point) => isInside(box, point));
}

function requestsOf(drawn: Drawn[], frame: MapFrame, measure: Measure): LabelRequest[] {
  return drawn.flatMap(({ feature, points }): LabelRequest[] => {
    const { kind, name, modernName, labelSide: side } = feature.properties;
    if (!name || kind === 'sea') return [];
    const lines = [
      ...linesOf(name, ...nameStyles(kind, feature.geometry.type), measure),
      ...linesOf(modernName, 'small', 'small-latin', measure)
    ];
    if (feature.geometry.type === 'Point') {
      const [at] = points;
      return at && isInside(frame.box, at) ? [{ lines, anchors: [{ at, gap: 14 }], side }] : [];
    }
    const inside = sampleLine(points, 24).filter((point) => isInside(frame.box, point, 24));
    if (inside.length === 0) return [];
    const order = [0.5, 0.44, 0.56, 0.38, 0.62, 0.32, 0.68, 0.25, 0.75, 0.19, 0.81, 0.13, 0.87];
    const anchors = order.map((part) => ({ at: inside[Math.floor(part * (inside.length - 1))] as Point, gap: 16 }));
    return [{ lines, anchors, side }];
  });
}

function nameStyles(
  kind: MapFeature['properties']['kind'],
  geometry: MapFeature['geometry']['type']
): [LabelLine['style'], LabelLine['style']] {
  if (kind === 'river' || kind === 'canal') return ['water', 'water-latin'];
  return geometry === 'Point' ? ['name', 'latin'] : ['course', 'small-latin'];
}

function linesOf(
  text: LocalizedText | undefined,
  style: LabelLine['style'],
  latin: LabelLine['style'],
  measure: Measure
): LabelLine[] {
  return Object.entries(text ?? {}).map(([locale, words]) => measure(words, locale.startsWith('zh') ? style : latin));
}

/** Notes stand below the map: of one place after its name, of several once. */
function notesOf(data: MapData): LocalizedText[] {
  const noted = data.features.map(({ properties }) => properties).filter(({ note }) => note !== undefined);
  const texts = noted.map(({ note }) => JSON.stringify(note));
  return noted.flatMap(({ note, name }, index) => {
    const text = texts[index] as string;
    if (!note || texts.indexOf(text) !== index) return [];
    if (texts.lastIndexOf(text) !== index || !name) return [note];
    const named = Object.entries(note).map(([locale, text]) => {
      const colon = locale.startsWith('zh') ? '：' : ': ';
      return [locale, name[locale] === undefined ? text : `${name[locale]}${colon}${text}`];
    });
    return [Object.fromEntries(named) as LocalizedText];
  });
}

function drawLabel({ lines, box, align }: PlacedLabel): string {
  const x = align === 'start' ? box.left : align === 'end' ? box.right : (box.left + box.right) / 2;
  let y = box.top;
  return lines
    .map(({ text, size, style }) => {
      const { family, weight, colour, italic } = STYLES[style];
      const baseline = y + size * (LINE_SPACING - 0.28);
      y += size * LINE_SPACING;
      return `<text x="${px(x)}" y="${px(baseline)}" text-anchor="${align}" font-family="${family}" font-size="${size}" font-weight="${weight}"${italic ? ' font-style="italic"' : ''} fill="${colour}" paint-order="stroke" stroke="${COLOUR.ground}" stroke-width="4" stroke-linejoin="round">${escapeXml(text)}</text>`;
    })
    .join('');
}

/** Sea with its lining along the shore, and its name where the water is widest. */
function drawSea(drawn: Drawn[], frame: MapFrame, labels: PlacedLabel[], measure: Measure) {
  const seas = drawn.filter(({ feature }) => feature.properties.kind === 'sea');
  const isEdge = (from: Point, to: Point) =>
    [from, to].every((point) => !isInside(frame.box, point, 1)) ||
    (from.x === to.x && !isInside(frame.box, from, 1)) ||
    (from.y === to.y && !isInside(frame.box, from, 1));
  const paths = seas.map(({ points }) => `${smoothPath(points, isEdge)}Z`);
  const shores = drawn
    .filter(({ feature }) => feature.properties.kind === 'coast')
    .map(({ points }) => smoothPath(points));
  const lining = WATER_LINING.toReversed().map((distance, index) => {
    const opacity = 0.18 + (0.5 * index) / WATER_LINING.length;
    return `<g fill="none" stroke-linejoin="round"><g stroke="${COLOUR.river}" stroke-opacity="${px(opacity)}" stroke-width="${2 * distance + 1.4}">${shores.map((d) => `<path d="${d}"/>`).join('')}</g><g stroke="${SEA}" stroke-width="${2 * distance - 1.4}">${shores.map((d) => `<path d="${d}"/>`).join('')}</g></g>`;
  });
  const names = seas.map(({ feature, points }) => seaName(feature, points, frame.box, labels, measure));
  return {
    clip: `<clipPath id="sea">${paths.map((d) => `<path d="${d}"/>`).join('')}</clipPath>`,
    water: [
      ...paths.map((d) => `<path d="${d}" fill="${SEA}"/>`),
      `<g clip-path="url(#sea)">${lining.join('')}</g>`,
      ...shores.map((d) => `<path d="${d}" fill="none" stroke="${COLOUR.ink}" stroke-width="2"/>`)
    ],
    names: names.join('')
  };
}

function seaName(feature: MapFeature, sea: Point[], box: Box, labels: PlacedLabel[], measure: Measure): string {
  const { name } = feature.properties;
  if (!name) return '';
  const size = 44;
  const step = size * 1.7;
  const han = Object.entries(name).find(([locale]) => locale.startsWith('zh'))?.[1] ?? '';
  const others = Object.entries(name).filter(([locale]) => !locale.startsWith('zh'));
  const height = [...han].length * step + others.length * 26;
  const width = Math.max(size, ...others.map(([, text]) => measure(text, 'water-latin').widthPx * 1.2));
  let best = { at: { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 }, room: -Infinity };
  for (let column = 1; column < 30; column++)
    for (let row = 1; row < 30; row++) {
      const at = {
        x: box.left + ((box.right - box.left) * column) / 30,
        y: box.top + ((box.bottom - box.top) * row) / 30
      };
      const corners = [-1, 0, 1].flatMap((x) =>
        [-1, 0, 1].map((y) => ({ x: at.x + (x * width) / 2, y: at.y + (y * height) / 2 }))
      );
      if (!corners.every((corner) => isInside(box, corner, 12) && isWithin(sea, corner))) continue;
      const own = {
        left: at.x - width / 2,
        right: at.x + width / 2,
        top: at.y - height / 2,
        bottom: at.y + height / 2
      };
      const isCovered = labels.some(
        ({ box: other }) =>
          own.left < other.right && own.right > other.left && own.top < other.bottom && own.bottom > other.top
      );
      const room =
        Math.min(...sea.map((corner) => Math.hypot(corner.x - at.x, corner.y - at.y))) - (isCovered ? 1e4 : 0);
      if (room > best.room) best = { at, room };
    }
  const top = best.at.y - height / 2;
  const characters = [...han].map(
    (character, index) =>
      `<text x="${px(best.at.x)}" y="${px(top + index * step + size)}" text-anchor="middle" font-size="${size}" font-family="${SERIF}" font-weight="500">${escapeXml(character)}</text>`
  );
  const latin = others.map(
    ([, text], index) =>
      `<text x="${px(best.at.x)}" y="${px(top + [...han].length * step + 14 + index * 26)}" text-anchor="middle" font-size="19" font-family="${LATIN}" font-style="italic">${escapeXml(text)}</text>`
  );
  return `<g fill="${COLOUR.river}">${characters.join('')}${latin.join('')}</g>`;
}

/** Whether a point lies in a polygon, by the crossings of a ray to the east. */
function isWithin(polygon: Point[], { x, y }: Point): boolean {
  let within = false;
  polygon.forEach((a, index) => {
    const b = polygon[(index + 1) % polygon.length] as Point;
    if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) within = !within;
  });
  return within;
}

/** All banks first, then all water, so that rivers flow into one another. */
function drawRivers(drawn: Drawn[], metresPerUnit: number): string {
  const isNear = metresPerUnit < 150;
  const widths = { river: isNear ? 14 : 6, canal: isNear ? 7 : 3.5 };
  const rivers = drawn.flatMap(({ feature: { properties }, points }) =>
    properties.kind === 'river' || properties.kind === 'canal' ? [{ points, width: widths[properties.kind] }] : []
  );
  // Where one course ends on another its end is rounded; an end in open country stays open.
  const joins = rivers.flatMap((river) =>
    [river.points[0], river.points.at(-1)].flatMap((end) => {
      const isShared = (other: typeof river) =>
        other !== river && other.points.some((point) => end && Math.hypot(point.x - end.x, point.y - end.y) < 4);
      return end && rivers.some(isShared) ? [{ at: end, width: river.width }] : [];
    })
  );
  const layer = (colour: string, more: number) =>
    rivers
      .map(
        ({ points, width }) => `<path d="${smoothPath(points)}" stroke="${colour}" stroke-width="${px(width + more)}"/>`
      )
      .join('') +
    joins
      .map(
        ({ at, width }) => `<circle cx="${px(at.x)}" cy="${px(at.y)}" r="${px((width + more) / 2)}" fill="${colour}"/>`
      )
      .join('');
  const middle = isNear
    ? rivers.map(({ points }) => `<path d="${smoothPath(points)}" stroke="${COLOUR.river}" stroke-opacity="0.45"/>`)
    : [];
  return `<g fill="none" stroke-linejoin="round">${layer(COLOUR.ink, 3)}${layer(WATER, 0)}${middle.join('')}</g>`;
}

function drawLine({ properties: { kind }, geometry }: MapFeature, points: Point[]): string {
  if (geometry.type === 'Point') return '';
  const d = straightPath(points);
  const line = (colour: string, width: number, more = '') =>
    `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linejoin="round"${more}/>`;
  switch (kind) {
    case 'railway':
      return line(COLOUR.ink, 2.4) + line(COLOUR.ink, 10, ' stroke-dasharray="1.6 13"');
    case 'telegraph':
      return (
        line(COLOUR.cinnabar, 2.2) + line(COLOUR.cinnabar, 11, ' stroke-dasharray="1.8 21" stroke-dashoffset="-10"')
      );
    case 'wall':
      return `<path d="${d}" fill="${COLOUR.ground}"/>${hatch(points)}${line(COLOUR.ink, 5)}${line(COLOUR.ground, 2)}`;
    case 'mark':
      return line(COLOUR.cinnabar, 3.4, ' stroke-linecap="round"');
    case 'river':
    case 'canal':
    case 'coast':
    case 'sea':
    case 'place':
      return '';
  }
}

/** Diagonals through a walled outline, cut at it by hand: a pattern would shimmer at small sizes. */
function hatching(points: Point[]): [Point, Point][] {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const rise = bottom - top;
  const step = Math.max(9, (right - left + rise) / 400);
  const count = Math.ceil((right - left + rise) / step);
  return Array.from({ length: count }, (_, index) => left - rise + index * step).flatMap((x): [Point, Point][] => {
    const diagonal = sampleLine(
      [
        { x, y: bottom },
        { x: x + rise, y: top }
      ],
      4
    );
    const within = diagonal.filter((point) => isWithin(points, point));
    const [from, to] = [within[0], within.at(-1)];
    return from && to ? [[from, to]] : [];
  });
}

function hatch(points: Point[]): string {
  const d = hatching(points).map(straightPath).join('');
  return `<path d="${d}" stroke="${COLOUR.ink}" stroke-width="0.9" stroke-opacity="0.6"/>`;
}

function drawCircle({ properties: { errorM }, geometry }: MapFeature, [at]: Point[], metresPerUnit: number): string {
  if (geometry.type !== 'Point' || !at || !errorM) return '';
  const radius = Math.max(errorM / metresPerUnit, LEAST_CIRCLE);
  return `<circle cx="${px(at.x)}" cy="${px(at.y)}" r="${px(radius)}" fill="none" stroke="${COLOUR.inkFaint}" stroke-width="1.1" stroke-dasharray="3 5"/>`;
}

function drawDot({ properties: { kind }, geometry }: MapFeature, [at]: Point[]): string {
  if (geometry.type !== 'Point' || !at) return '';
  const colour = kind === 'mark' ? COLOUR.cinnabar : COLOUR.ink;
  const ring = `<circle cx="${px(at.x)}" cy="${px(at.y)}" r="6.5" fill="${COLOUR.ground}" stroke="${colour}" stroke-width="1.8"/>`;
  return `${ring}<circle cx="${px(at.x)}" cy="${px(at.y)}" r="3.2" fill="${colour}"/>`;
}

function heading(title: LocalizedText): string {
  return byLanguage(title)
    .map(({ text, isChinese }, index) =>
      isChinese
        ? `<text x="${MARGIN.left - 7}" y="66" font-family="${SERIF}" font-size="36" font-weight="700" letter-spacing="1.5" fill="${COLOUR.ink}">${escapeXml(text)}</text>`
        : `<text x="${MARGIN.left - 7}" y="${index === 0 ? 66 : 98}" font-family="${LATIN}" font-size="20" fill="${COLOUR.inkSoft}">${escapeXml(text)}</text>`
    )
    .join('');
}

/** Lines below the frame: that it is a sketch, what the circles mean, notes of several places. */
function footerOf(data: MapData, box: Box): { svg: string; bottom: number } {
  const hasErrors = data.features.some(({ properties }) => properties.errorM !== undefined);
  let y = box.bottom + 62;
  const lines = [SKETCH, ...(hasErrors ? [ERROR_CIRCLE] : []), ...notesOf(data)].map((note) => {
    const spans = byLanguage(note).map(({ text, isChinese }) =>
      isChinese
        ? `<tspan font-family="${SERIF}" font-weight="500">${escapeXml(text)}</tspan>`
        : `<tspan font-family="${LATIN}" dx="10">${escapeXml(text)}</tspan>`
    );
    const line = `<text x="${MARGIN.left - 7}" y="${px(y)}" font-size="16" fill="${COLOUR.inkSoft}">${spans.join('')}</text>`;
    y += 25;
    return line;
  });
  return { svg: lines.join(''), bottom: y - 25 };
}

/** Chinese first, as everywhere in one picture. */
function byLanguage(text: LocalizedText): { text: string; isChinese: boolean }[] {
  return Object.entries(text)
    .map(([locale, words]) => ({ text: words.replaceAll('\n', ''), isChinese: locale.startsWith('zh') }))
    .sort((a, b) => Number(b.isChinese) - Number(a.isChinese));
}
