import { LABEL } from '../../../exhibits/plan/measures';
import type { Plan, PlannedPlinth } from '../../../exhibits/plan/plan';
import { linear } from '../colour';
import type { Theme } from '../themes';
import type { Solids } from './solid';
import type { Point } from './surfaces';

/** How far a card leans back: 0 upright, 1 lying. At 0.55 one who stands before the plinth looks at it almost straight. */
export const DESK_LEAN = 0.55;
const LEAN = (DESK_LEAN * Math.PI) / 2;
const EDGE = 0.012;
/** Upper edge of the desk below the top of the plinth, depth of its lip, and where its back ends. */
const DROP = 0.005;
const LIP = 0.01;
const BACK = 0.22;

/** The side of the plinth that visitors come to: a direction along the floor, from the stop of its object. */
export function faceOf(plan: Plan, plinth: PlannedPlinth): { x: number; z: number } {
  const spot = plan.stops.find((stop) => stop.at === `object:${plinth.object}`)?.viewpoint;
  const [dx, dz] = [(spot?.xM ?? plinth.xM) - plinth.xM, (spot?.zM ?? plinth.zM + 1) - plinth.zM];
  return Math.abs(dx) > Math.abs(dz) ? { x: Math.sign(dx), z: 0 } : { x: 0, z: Math.sign(dz) || 1 };
}

/** The middle of a plinth's card in the world, and the direction its lines run in (x, z). */
export function deskCard(plan: Plan, plinth: PlannedPlinth): { middle: Point; along: readonly [number, number] } {
  const face = faceOf(plan, plinth);
  const half = LABEL.height / 2 + EDGE;
  const out = half * Math.sin(LEAN) + 0.004 * Math.cos(LEAN);
  const height = plinth.heightM - DROP - half * Math.cos(LEAN) + 0.004 * Math.sin(LEAN);
  return { middle: world(plinth, face, 0, out, height), along: [face.z, -face.x] };
}

/** The lower edge of a plinth's card: its height, and how far out of the plinth. */
export function cardFoot(plinth: PlannedPlinth): { heightM: number; outM: number } {
  const length = LABEL.height + 2 * EDGE;
  return { heightM: plinth.heightM - DROP - length * Math.cos(LEAN), outM: length * Math.sin(LEAN) };
}

/** The slanted desk under the card, on the front of the plinth. */
export function addLabelDesk(solids: Solids, plan: Plan, plinth: PlannedPlinth, theme: Theme): void {
  const face = faceOf(plan, plinth);
  const length = LABEL.height + 2 * EDGE;
  const side = LABEL.width / 2 + EDGE;
  const [top, reach] = [plinth.heightM - DROP, length * Math.sin(LEAN)];
  const low = top - length * Math.cos(LEAN);
  /** Section from its upper edge round to its back: metres out of the plinth, and height. */
  const section = [
    [0, top],
    [reach, low],
    [reach, low - LIP],
    [0, top - BACK]
  ] as const;
  const at = (along: number, index: number) => {
    const [out, height] = section[index] ?? [0, top];
    return world(plinth, face, along, out, height);
  };
  const finish = { albedo: linear(theme.metal), foot: 0.55, top: 0.9, gloss: 0.4 };
  const normal = (out: number, up: number): Point => [face.x * out, up, face.z * out];
  const sides = [normal(Math.cos(LEAN), Math.sin(LEAN)), normal(1, 0), normal(0.55, -0.83)];
  sides.forEach((facing, i) =>
    solids.addQuad([at(-side, i + 1), at(side, i + 1), at(side, i), at(-side, i)], facing, finish)
  );
  for (const end of [-1, 1]) {
    const facing: Point = [face.z * end, 0, -face.x * end];
    solids.addQuad([at(side * end, 0), at(side * end, 1), at(side * end, 2), at(side * end, 3)], facing, finish);
  }
}

/** A place before the plinth's face: `along` to the right of one who faces it, `out` from its surface. */
function world(
  plinth: PlannedPlinth,
  face: { x: number; z: number },
  along: number,
  out: number,
  heightM: number
): Point {
  const depth = (face.x === 0 ? plinth.depthM : plinth.widthM) / 2 + out;
  return [plinth.xM + face.x * depth + face.z * along, heightM, plinth.zM + face.z * depth - face.x * along];
}
