import type { PlannedPlinth } from '../../../exhibits/plan/plan';
import { linear } from '../colour';
import type { Box } from '../light/lit-room';
import type { RoomFrame } from './room-frame';
import type { Solids } from './solid';
import { ownLight, type Finish, type Point, type SurfaceQuads } from './surfaces';

/** Glass stands in from the plinth's edge. */
export const VITRINE_INSET = 0.035;

/** Benches and plinths of a room. */
export function addFurniture(solids: Solids, { lit, theme, room }: RoomFrame): void {
  const plinthCount = room.plinths.length;
  lit.boxes.forEach((box, index) => {
    if (index < plinthCount) addPlinth(solids, box, theme.plinth, theme.plinthBase);
    else if (box.minY > 0.02) {
      solids.addBox(box, { albedo: linear(theme.wood), foot: 0.75, top: 1, isWood: true, gloss: 0.5, bevelM: 0.012 });
    } else solids.addBox(box, { albedo: linear(theme.metal), foot: 0.42, top: 0.62, gloss: 0.5, bevelM: 0.002 });
  });
}

function addPlinth(solids: Solids, box: Box, colour: string, base: string): void {
  const inset = {
    ...box,
    minX: box.minX + 0.03,
    maxX: box.maxX - 0.03,
    minZ: box.minZ + 0.03,
    maxZ: box.maxZ - 0.03,
    maxY: 0.08
  };
  solids.addBox(inset, { albedo: linear(base), foot: 0.3, top: 0.4 });
  solids.addBox(
    { ...box, minY: 0.08 },
    { albedo: linear(colour), foot: 0.62, top: 1, level: 0.62, gloss: 0.1, key: 0.12, bevelM: 0.006 }
  );
}

/** The glass hood over a model: five panes and eight bright edges. */
export function addVitrine(quads: SurfaceQuads, plinth: PlannedPlinth): void {
  const [halfX, halfZ] = [plinth.widthM / 2 - VITRINE_INSET, plinth.depthM / 2 - VITRINE_INSET];
  const [x0, x1, z0, z1] = [plinth.xM - halfX, plinth.xM + halfX, plinth.zM - halfZ, plinth.zM + halfZ];
  const [y0, y1] = [plinth.heightM, plinth.heightM + plinth.hoodM];
  const pane = (corners: [Point, Point, Point, Point], normal: Point) => quads.add(corners, normal, PANE, [NO_LIGHT]);
  pane(
    [
      [x0, y0, z1],
      [x1, y0, z1],
      [x1, y1, z1],
      [x0, y1, z1]
    ],
    [0, 0, 1]
  );
  pane(
    [
      [x1, y0, z0],
      [x0, y0, z0],
      [x0, y1, z0],
      [x1, y1, z0]
    ],
    [0, 0, -1]
  );
  pane(
    [
      [x1, y0, z1],
      [x1, y0, z0],
      [x1, y1, z0],
      [x1, y1, z1]
    ],
    [1, 0, 0]
  );
  pane(
    [
      [x0, y0, z0],
      [x0, y0, z1],
      [x0, y1, z1],
      [x0, y1, z0]
    ],
    [-1, 0, 0]
  );
  pane(
    [
      [x0, y1, z1],
      [x1, y1, z1],
      [x1, y1, z0],
      [x0, y1, z0]
    ],
    [0, 1, 0]
  );
  const [middleX, middleY, middleZ] = [plinth.xM, (y0 + y1) / 2, plinth.zM];
  const bar = (x: number, y: number, z: number, hx: number, hy: number, hz: number) =>
    quads.addBox([x, y, z], AXES, [Math.max(hx, EDGE), Math.max(hy, EDGE), Math.max(hz, EDGE)], EDGE_FINISH, [0, 0, 0]);
  for (const x of [x0, x1]) for (const z of [z0, z1]) bar(x, middleY, z, 0, plinth.hoodM / 2, 0);
  for (const z of [z0, z1]) bar(middleX, y1, z, halfX, 0, 0);
  for (const x of [x0, x1]) bar(x, y1, middleZ, 0, 0, halfZ);
}

const EDGE = 0.00225;
const AXES = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1]
] as const;
const NO_LIGHT = ownLight([0, 0, 0]);
const PANE: Finish = { albedo: [1, 1, 1], pattern: 0, perMetre: 1, strength: 0, relief: 0 };
const EDGE_FINISH: Finish = { ...PANE, pattern: 1 };
