import { COLOUR, px } from './house-style';
import type { MapFeature } from './map-data';
import { isWithin, sampleLine, type Point } from './map-frame';
import { smoothPath, straightPath } from './map-lines';

const WATER = '#C9D6D2';
/** Least radius of an error circle: a smaller one would hide behind its dot. */
const LEAST_CIRCLE = 11;
/** A feature and its positions on the page. */
export interface Drawn {
  feature: MapFeature;
  points: Point[];
}

/** All banks first, then all water, so that rivers flow into one another. */
export function drawRivers(drawn: Drawn[], metresPerUnit: number): string {
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

export function drawLine({ properties: { kind }, geometry }: MapFeature, points: Point[]): string {
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
export function hatching(points: Point[]): [Point, Point][] {
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

export function drawCircle(
  { properties: { errorM }, geometry }: MapFeature,
  [at]: Point[],
  metresPerUnit: number
): string {
  if (geometry.type !== 'Point' || !at || !errorM) return '';
  const radius = Math.max(errorM / metresPerUnit, LEAST_CIRCLE);
  return `<circle cx="${px(at.x)}" cy="${px(at.y)}" r="${px(radius)}" fill="none" stroke="${COLOUR.inkFaint}" stroke-width="1.1" stroke-dasharray="3 5"/>`;
}

export function drawDot({ properties: { kind }, geometry }: MapFeature, [at]: Point[]): string {
  if (geometry.type !== 'Point' || !at) return '';
  const colour = kind === 'mark' ? COLOUR.cinnabar : COLOUR.ink;
  const ring = `<circle cx="${px(at.x)}" cy="${px(at.y)}" r="6.5" fill="${COLOUR.ground}" stroke="${colour}" stroke-width="1.8"/>`;
  return `${ring}<circle cx="${px(at.x)}" cy="${px(at.y)}" r="3.2" fill="${colour}"/>`;
}
