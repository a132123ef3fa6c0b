import type { LabelSide } from './map-data';
import { isInside, overlapArea, type Box, type Point } from './map-frame';

/** One line of a label, measured. */
export interface LabelLine {
  text: string;
  size: number;
  widthPx: number;
  style: 'name' | 'course' | 'water' | 'latin' | 'water-latin' | 'small' | 'small-latin';
}

/** A label and the places it may stand at: points, each with how far off its mark it keeps. */
export interface LabelRequest {
  lines: LabelLine[];
  anchors: { at: Point; gap: number }[];
  side: LabelSide | undefined;
}

export interface PlacedLabel {
  lines: LabelLine[];
  box: Box;
  align: 'start' | 'middle' | 'end';
}

export interface Obstacles {
  frame: Box;
  /** Must not be covered: furniture of the map, dots of places. */
  boxes: Box[];
  /** Better not be covered: samples of rivers and lines. */
  points: Point[];
}

const SIDES: LabelSide[] = ['e', 'w', 'n', 's', 'ne', 'nw', 'se', 'sw'];
/** Unit vector of each side, y down. */
const DIRECTIONS: Record<LabelSide, readonly [number, number]> = {
  n: [0, -1],
  e: [1, 0],
  s: [0, 1],
  w: [-1, 0],
  ne: [0.72, -0.72],
  nw: [-0.72, -0.72],
  se: [0.72, 0.72],
  sw: [-0.72, 0.72]
};
export const LINE_SPACING = 1.22;
const COST = { otherSide: 12, distance: 9, box: 0.6, point: 7, outside: 1e6 };

/**
 * Places labels one after the other where each costs least: on the side its author asks for, off other labels, dots and
 * lines, inside the frame. Each is then placed once more against all the others, which mends most early choices.
 */
export function placeLabels(requests: LabelRequest[], obstacles: Obstacles): PlacedLabel[] {
  const placed: (PlacedLabel | undefined)[] = requests.map(() => undefined);
  for (let round = 0; round < 3; round++)
    requests.forEach((request, index) => {
      const others = placed.filter((label, other) => label !== undefined && other !== index) as PlacedLabel[];
      placed[index] = cheapest(request, obstacles, others);
    });
  return placed as PlacedLabel[];
}

function cheapest(request: LabelRequest, obstacles: Obstacles, others: PlacedLabel[]): PlacedLabel {
  let best: { label: PlacedLabel; cost: number } | null = null;
  request.anchors.forEach((anchor, order) => {
    for (const side of SIDES)
      for (const further of [0, 14, 34, 60, 90]) {
        const label = labelAt(request.lines, anchor.at, side, anchor.gap + further);
        const cost =
          costOf(label.box, obstacles, others) +
          (request.side && side !== request.side ? COST.otherSide * (1 + turn(side, request.side)) : 0) +
          (further / 14) * COST.distance +
          order * 0.5;
        if (!best || cost < best.cost) best = { label, cost };
      }
  });
  return (best as { label: PlacedLabel } | null)?.label ?? labelAt(request.lines, { x: 0, y: 0 }, 'e', 0);
}

/** How far one side is turned from another: 0 the same, 1 opposite. */
function turn(a: LabelSide, b: LabelSide): number {
  const [ax, ay] = DIRECTIONS[a];
  const [bx, by] = DIRECTIONS[b];
  return (1 - ax * bx - ay * by) / 2;
}

function costOf(box: Box, { frame, boxes, points }: Obstacles, others: PlacedLabel[]): number {
  const inset = 10;
  const isOut =
    box.left < frame.left + inset ||
    box.right > frame.right - inset ||
    box.top < frame.top + inset ||
    box.bottom > frame.bottom - inset;
  let cost = isOut ? COST.outside : 0;
  for (const other of [...boxes, ...others.map((label) => label.box)]) cost += overlapArea(box, other) * COST.box;
  for (const point of points) if (isInside(box, point, -2)) cost += COST.point;
  return cost;
}

function labelAt(lines: LabelLine[], at: Point, side: LabelSide, gap: number): PlacedLabel {
  const width = Math.max(...lines.map((line) => line.widthPx));
  const height = lines.reduce((sum, line) => sum + line.size * LINE_SPACING, 0);
  const [right, down] = DIRECTIONS[side];
  const x = at.x + right * gap;
  const y = at.y + down * gap;
  const left = right > 0 ? x : right < 0 ? x - width : x - width / 2;
  const top = down > 0 ? y : down < 0 ? y - height : y - height / 2;
  return {
    lines,
    box: { left, top, right: left + width, bottom: top + height },
    align: right > 0 ? 'start' : right < 0 ? 'end' : 'middle'
  };
}
