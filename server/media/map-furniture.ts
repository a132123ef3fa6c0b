import { COLOUR, LATIN, px, SERIF } from './house-style';
import type { Box, MapFrame, Point } from './map-frame';

export const FURNITURE = { width: 340, height: 92 };
const GRATICULE_STEPS = [10, 5, 2, 1, 0.5, 0.25, 1 / 6, 1 / 12, 1 / 30, 1 / 60];

/** Scale bar and north arrow, side by side in a corner of the frame. */
export function drawFurniture(corner: Point, metresPerUnit: number, hasNorth: boolean): string {
  const x = corner.x + (hasNorth ? 84 : 8);
  const y = corner.y + 62;
  const { lengthKm, steps } = scaleBar(metresPerUnit, FURNITURE.width - (hasNorth ? 150 : 74));
  const length = (lengthKm * 1000) / metresPerUnit;
  const ticks = steps.map((part) => ({ x: x + length * part, km: trim(lengthKm * part) }));
  const bars = steps
    .slice(1)
    .map((part, index) => {
      const from = x + length * (steps[index] ?? 0);
      const fill = index % 2 === 0 ? COLOUR.ink : COLOUR.ground;
      return `<rect x="${px(from)}" y="${px(y)}" width="${px(x + length * part - from)}" height="7" fill="${fill}" stroke="${COLOUR.ink}" stroke-width="1"/>`;
    })
    .join('');
  const numbers = ticks
    .map(({ x: at, km }) => `<text x="${px(at)}" y="${px(y - 9)}" text-anchor="middle">${km}</text>`)
    .join('');
  const unit = `<text x="${px(x + length + 16)}" y="${px(y + 9)}" font-size="15"><tspan font-family="${SERIF}">公里</tspan> km</text>`;
  const scale = `<g font-family="${LATIN}" font-size="15" fill="${COLOUR.ink}">${bars}${numbers}${unit}</g>`;
  return scale + (hasNorth ? drawNorth({ x: corner.x + 34, y: corner.y + 54 }) : '');
}

function drawNorth({ x, y }: Point): string {
  return `<g stroke="${COLOUR.ink}" stroke-width="1.3" stroke-linejoin="round"><circle cx="${px(x)}" cy="${px(y)}" r="20" fill="${COLOUR.ground}"/><path d="M${px(x)} ${px(y - 33)}L${px(x + 7)} ${px(y + 14)}L${px(x)} ${px(y + 8)}Z" fill="${COLOUR.ink}"/><path d="M${px(x)} ${px(y - 33)}L${px(x - 7)} ${px(y + 14)}L${px(x)} ${px(y + 8)}Z" fill="${COLOUR.ground}"/></g><text x="${px(x)}" y="${px(y - 38)}" text-anchor="middle" font-family="${SERIF}" font-size="16" font-weight="700" fill="${COLOUR.ink}">北</text>`;
}

/** A round length in kilometres that fits into `most` units, and where the bar is divided. */
export function scaleBar(metresPerUnit: number, most: number): { lengthKm: number; steps: number[] } {
  const mostKm = (most * metresPerUnit) / 1000;
  const power = 10 ** Math.floor(Math.log10(mostKm));
  const factor = [5, 2, 1].find((candidate) => candidate * power <= mostKm) ?? 1;
  // Each part of the bar comes out a round number: 1 in halves, 2 in quarters and a half, 5 in two and three fifths.
  const steps = factor === 5 ? [0, 0.4, 1] : factor === 2 ? [0, 0.25, 0.5, 1] : [0, 0.5, 1];
  return { lengthKm: factor * power, steps };
}

function trim(value: number): string {
  return String(Number(value.toPrecision(3)));
}

/** Double frame with ticks of the graticule, its degrees outside below and at the left. */
export function drawMapFrame(frame: MapFrame): string {
  const { left, top, right, bottom } = frame.box;
  const outer = 7;
  const step =
    GRATICULE_STEPS.findLast((each) => (frame.east - frame.west) / each <= 6.5) ?? (GRATICULE_STEPS[0] as number);
  const ticks: string[] = [];
  const labels: string[] = [];
  for (const lon of multiples(step, frame.west, frame.east)) {
    const { x } = frame.project({ lon, lat: frame.south });
    ticks.push(`M${px(x)} ${px(bottom)}v${outer}M${px(x)} ${px(top)}v${-outer}`);
    if (x > left + 30 && x < right - 30)
      labels.push(
        `<text x="${px(x)}" y="${px(bottom + outer + 17)}" text-anchor="middle">${degrees(lon, 'E', 'W')}</text>`
      );
  }
  for (const lat of multiples(step, frame.south, frame.north)) {
    const { y } = frame.project({ lon: frame.west, lat });
    ticks.push(`M${px(left)} ${px(y)}h${-outer}M${px(right)} ${px(y)}h${outer}`);
    if (y > top + 30 && y < bottom - 30)
      labels.push(
        `<text transform="translate(${px(left - outer - 8)} ${px(y)}) rotate(-90)" text-anchor="middle">${degrees(lat, 'N', 'S')}</text>`
      );
  }
  const rect = (inset: number, width: number) =>
    `<rect x="${px(left - inset)}" y="${px(top - inset)}" width="${px(right - left + 2 * inset)}" height="${px(bottom - top + 2 * inset)}" stroke-width="${width}"/>`;
  return `<g fill="none" stroke="${COLOUR.ink}">${rect(0, 1)}${rect(outer, 2)}<path d="${ticks.join('')}" stroke-width="1"/></g><g font-family="${LATIN}" font-size="13" fill="${COLOUR.inkSoft}">${labels.join('')}</g>`;
}

function multiples(step: number, from: number, to: number): number[] {
  const first = Math.ceil(from / step - 1e-9);
  const last = Math.floor(to / step + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => (first + index) * step);
}

/** `117°10′E`, to the minute. */
function degrees(value: number, positive: string, negative: string): string {
  const minutes = Math.round(Math.abs(value) * 60);
  const rest = minutes % 60;
  const side = value < 0 ? negative : positive;
  return `${Math.floor(minutes / 60)}°${rest === 0 ? '' : `${String(rest).padStart(2, '0')}′`}${side}`;
}

/** Where along the frame the furniture covers least, the lower left corner first. */
export function freePlace(frame: Box, points: Point[]): Point {
  const { width, height } = FURNITURE;
  const inset = 18;
  const [left, right] = [frame.left + inset, frame.right - width - inset];
  const [top, bottom] = [frame.top + inset, frame.bottom - height - inset];
  const between = (from: number, to: number) => Array.from({ length: 9 }, (_, part) => from + ((to - from) * part) / 8);
  const places: Point[] = [
    ...between(bottom, top).map((y) => ({ x: left, y })),
    ...between(left, right).map((x) => ({ x, y: bottom })),
    ...between(bottom, top).map((y) => ({ x: right, y })),
    ...between(left, right).map((x) => ({ x, y: top }))
  ];
  const covered = (at: Point) =>
    points.filter(({ x, y }) => x > at.x - 8 && x < at.x + width && y > at.y - 8 && y < at.y + height + 8).length;
  return places.reduce((best, place) => (covered(place) < covered(best) ? place : best));
}
