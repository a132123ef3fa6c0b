import type { LocalizedText } from '../../exhibits/format/common';
import { COLOUR, escapeXml, LATIN, px, SERIF } from './house-style';
import { positionsOf, readMapData, type MapData, type MapFeature } from './map-data';
import { frameMap, isInside, sampleLine, type Box, type MapFrame, type Point } from './map-frame';
import { drawMapFrame, drawFurniture, freePlace, FURNITURE } from './map-furniture';
import { LINE_SPACING, placeLabels, type LabelLine, type LabelRequest, type PlacedLabel } from './map-labels';
import { drawSea } from './map-sea';
import { drawCircle, drawDot, drawLine, drawRivers, hatching, type Drawn } from './map-signs';
import { measurer, STYLES, type Measure } from './map-style';
import type { RenderOutcome } from './renderer';

const MARGIN = { left: 64, right: 48, top: 128 };
const SKETCH = { 'zh-Hans': '示意图，不作导航与划界之用', en: 'Sketch map, not for navigation or boundaries' };
const approval = (number: string) => ({ 'zh-Hans': `审图号：${number}`, en: 'Map approval number' });
const ERROR_CIRCLE = { 'zh-Hans': '虚线圈：位置的误差范围', en: 'Dashed circle: how far the position may be out' };

/**
 * A map's GeoJSON as one SVG in house style: ink coasts and rivers, water in `--river`, positions with their error at
 * true scale, names in both languages, scale bar, north arrow; never a boundary. `title` is used where the map has none;
 * `approvalNo` (审图号) stands below, where the law wants it read.
 */
export async function drawMap(
  collection: unknown,
  title: LocalizedText,
  approvalNo?: string
): Promise<RenderOutcome<string>> {
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
  const footer = footerOf(data, frame.box, approvalNo);
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
      const lines = feature.properties.kind === 'wall' ? [points, ...hatching(points)] : [points];
      return lines.flatMap((line) => sampleLine(line, 7));
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
  return geometry === 'Point' || kind === 'wall' ? ['name', 'latin'] : ['course', 'small-latin'];
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

function heading(title: LocalizedText): string {
  return byLanguage(title)
    .map(({ text, isChinese }, index) =>
      isChinese
        ? `<text x="${MARGIN.left - 7}" y="66" font-family="${SERIF}" font-size="36" font-weight="700" letter-spacing="1.5" fill="${COLOUR.ink}">${escapeXml(text)}</text>`
        : `<text x="${MARGIN.left - 7}" y="${index === 0 ? 66 : 98}" font-family="${LATIN}" font-size="20" fill="${COLOUR.inkSoft}">${escapeXml(text)}</text>`
    )
    .join('');
}

/** Lines below the frame: its approval, that it is a sketch, what the circles mean, notes of several places. */
function footerOf(data: MapData, box: Box, approvalNo?: string): { svg: string; bottom: number } {
  const hasErrors = data.features.some(({ properties }) => properties.errorM !== undefined);
  let y = box.bottom + 62;
  const approved = approvalNo ? [approval(approvalNo)] : [];
  const lines = [...approved, SKETCH, ...(hasErrors ? [ERROR_CIRCLE] : []), ...notesOf(data)].map((note) => {
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
