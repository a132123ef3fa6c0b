import type { PlannedDoorway } from '../../../exhibits/plan/plan';
import { WALL_THICKNESS } from '../../../exhibits/plan/measures';
import type { Rgb } from '../colour';
import { formFactor, quad, type Quad } from '../light/form-factor';
import type { Quality } from '../quality';
import { at, mapLight, towards, type RoomFrame, type WallSide } from './room-frame';
import { finishOf, ownLight, type CornerLight, type Finish, type Point, type SurfaceQuads } from './surfaces';

/** Stepped moulding round a doorway: how far outward from the opening, how deep. */
const ARCHITRAVE: readonly (readonly [number, number])[] = [
  [0, 0.018],
  [0.012, 0.026],
  [0.05, 0.026],
  [0.058, 0.034],
  [0.115, 0.04],
  [0.135, 0.034],
  [0.14, 0.024],
  [0.14, 0]
];
/** Its edge, flat and crown alone, for machines to which corners cost more than what they cover. */
const PLAIN_ARCHITRAVE: typeof ARCHITRAVE = [
  [0, 0.018],
  [0.012, 0.026],
  [0.115, 0.04],
  [0.14, 0]
];
/** Pieces of a jamb upward, of a head along and of each across: their light is mixed between the corners. */
const LINING = { exact: { up: 8, along: 6, across: 3 }, roots: { up: 5, along: 4, across: 2 } } as const;
/** Linings run past the edge to the face of the architrave, or dotted seams show (`hall-recipe.md` §9). */
const LAP = 0.018;

/** Architraves, and this room's half of every lining and threshold. */
export function addDoorways(
  quads: SurfaceQuads,
  floor: SurfaceQuads,
  frame: RoomFrame,
  { light }: Pick<Quality, 'light'>
): void {
  for (const doorway of frame.room.doorways) {
    addArchitrave(quads, frame, doorway, light === 'roots' ? PLAIN_ARCHITRAVE : ARCHITRAVE);
    addLining(quads, frame, doorway, LINING[light]);
    addThreshold(floor, frame, doorway);
  }
}

function addArchitrave(
  quads: SurfaceQuads,
  frame: RoomFrame,
  doorway: PlannedDoorway,
  profile: typeof ARCHITRAVE
): void {
  const name = doorway.wall as WallSide;
  const side = frame.sides[name];
  const [a, b, top] = [doorway.xM - doorway.widthM / 2, doorway.xM + doorway.widthM / 2, doorway.heightM];
  type Edge = { from(out: number): [number, number]; to(out: number): [number, number]; u: number; v: number };
  const edges: Edge[] = [
    { from: (out) => [a - out, 0], to: (out) => [a - out, top + out], u: -1, v: 0 },
    { from: (out) => [a - out, top + out], to: (out) => [b + out, top + out], u: 0, v: 1 },
    { from: (out) => [b + out, top + out], to: (out) => [b + out, 0], u: 1, v: 0 }
  ];
  for (const edge of edges) {
    const finish = finishOf(frame.theme.architrave, edge.v === 0);
    for (let i = 0; i + 1 < profile.length; i++) {
      const [outA, deepA] = profile[i] ?? [0, 0];
      const [outB, deepB] = profile[i + 1] ?? [0, 0];
      const length = Math.hypot(outB - outA, deepB - deepA);
      const outward = -(deepB - deepA) / length;
      const facing = (outB - outA) / length;
      const normal = towards(side, edge.u * outward, edge.v * outward, facing);
      const lit =
        outward < -0.5
          ? 1.5
          : Math.max(0.45, 0.8 * facing + 0.15 + 0.45 * Math.max(0, outward * edge.v) + 0.2 * Math.abs(outward));
      const corners = [edge.from(outA), edge.to(outA), edge.to(outB), edge.from(outB)] as const;
      const depths = [deepA, deepA, deepB, deepB];
      quads.add(
        corners.map(([u, v], k) => at(frame, name, u, v, depths[k])) as unknown as [Point, Point, Point, Point],
        normal,
        finish,
        corners.map(([u, v]) => mapLight(frame, name, u, Math.max(0.2, v), lit))
      );
    }
  }
}

/** Jambs and head up to the middle of the wall, lit by both openings. */
function addLining(
  quads: SurfaceQuads,
  frame: RoomFrame,
  doorway: PlannedDoorway,
  pieces: (typeof LINING)[keyof typeof LINING]
): void {
  const name = doorway.wall as WallSide;
  const side = frame.sides[name];
  const [a, b, top] = [doorway.xM - doorway.widthM / 2, doorway.xM + doorway.widthM / 2, doorway.heightM];
  const opening = (deep: number): Quad =>
    quad(
      ...at(frame, name, a, 0, -deep),
      ...at(frame, name, b, 0, -deep),
      ...at(frame, name, b, top, -deep),
      ...at(frame, name, a, top, -deep)
    );
  const near = opening(0);
  const far = opening(WALL_THICKNESS);
  const seen = seenThrough(frame);
  const light = (point: Point, normal: Point): CornerLight => {
    const [x, y, z] = [point[0] + normal[0] * 0.03, point[1] + normal[1] * 0.03, point[2] + normal[2] * 0.03];
    const share = formFactor(x, y, z, ...normal, near) + formFactor(x, y, z, ...normal, far) + 0.12;
    return ownLight([seen[0] * share, seen[1] * share, seen[2] * share]);
  };
  const strip = (place: (across: number, along: number) => Point, normal: Point, steps: number, finish: Finish) => {
    for (let i = 0; i < pieces.across; i++) {
      for (let j = 0; j < steps; j++) {
        const corners = [
          place(i / pieces.across, j / steps),
          place((i + 1) / pieces.across, j / steps),
          place((i + 1) / pieces.across, (j + 1) / steps),
          place(i / pieces.across, (j + 1) / steps)
        ] as const;
        quads.add(
          [...corners],
          normal,
          finish,
          corners.map((corner) => light(corner, normal))
        );
      }
    }
  };
  const deep = (across: number) => LAP - across * (WALL_THICKNESS / 2 + LAP);
  const upright = finishOf(frame.theme.lining, true);
  strip((x, y) => at(frame, name, a, y * top, deep(x)), towards(side, 1, 0, 0), pieces.up, upright);
  strip((x, y) => at(frame, name, b, y * top, deep(x)), towards(side, -1, 0, 0), pieces.up, upright);
  strip(
    (x, y) => at(frame, name, a + (b - a) * y, top, deep(x)),
    [0, -1, 0],
    pieces.along,
    finishOf(frame.theme.lining)
  );
}

/** Jambs see the bright floor and ceiling more than the mean does: twice the mean, half its hue taken out. */
function seenThrough({ mean, theme }: RoomFrame): Rgb {
  const grey = (mean[0] + mean[1] + mean[2]) / 3;
  return [0, 1, 2].map(
    (i) => 2 * (0.5 * (mean[i] ?? 0) + (0.5 * grey * (theme.day[i] ?? 0)) / theme.day[1])
  ) as unknown as Rgb;
}

/** Floor between the rooms: the light of this room's floor at its edge, a little darker in the middle of the wall. */
function addThreshold(floor: SurfaceQuads, frame: RoomFrame, doorway: PlannedDoorway): void {
  const name = doorway.wall as WallSide;
  const [a, b] = [doorway.xM - doorway.widthM / 2 - 0.01, doorway.xM + doorway.widthM / 2 + 0.01];
  const light = (u: number, share: number) => {
    const [x, , z] = at(frame, name, u, 0, 0.05);
    return mapLight(frame, 'floor', x - frame.room.xM, z - frame.room.zM, share);
  };
  const [edge, middle] = [0.02, -WALL_THICKNESS / 2 - LAP];
  floor.add(
    [
      at(frame, name, a, 0, edge),
      at(frame, name, b, 0, edge),
      at(frame, name, b, 0, middle),
      at(frame, name, a, 0, middle)
    ],
    [0, 1, 0],
    finishOf(frame.theme.floor),
    [light(a, 1), light(b, 1), light(b, 0.78), light(a, 0.78)]
  );
}
