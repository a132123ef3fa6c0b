import { COLOUR, escapeXml, LATIN, px, SERIF } from './house-style';
import type { MapFeature } from './map-data';
import { isInside, isWithin, type Box, type MapFrame, type Point } from './map-frame';
import type { PlacedLabel } from './map-labels';
import { smoothPath } from './map-lines';
import type { Drawn } from './map-signs';
import type { Measure } from './map-style';

const SEA = '#E3E9E3';
/** From the shore inward: the lining engravers give to water. */
const WATER_LINING = [6, 13, 21, 30, 40, 51];

/** Sea with its lining along the shore, and its name where the water is widest. */
export function drawSea(drawn: Drawn[], frame: MapFrame, labels: PlacedLabel[], measure: Measure) {
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
