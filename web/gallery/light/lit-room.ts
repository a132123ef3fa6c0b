import type { PlannedRoom } from '../../../exhibits/plan/plan';
import { furnitureOf } from '../../../exhibits/plan/furnish';
import { BENCH, LABEL, WALL_THICKNESS } from '../../../exhibits/plan/measures';
import { linear, type Rgb } from '../colour';
import type { Surface, Theme } from '../themes';
import { quad, type Quad } from './form-factor';

export const SURFACES = ['north', 'east', 'south', 'west', 'floor', 'ceiling'] as const;
export type SurfaceName = (typeof SURFACES)[number];

/** A flat side of the room: where it begins, its two directions, its lengths and its normal into the room. */
export interface Side {
  name: SurfaceName;
  origin: Rgb;
  u: Rgb;
  v: Rgb;
  lengthU: number;
  lengthV: number;
  normal: Rgb;
}

/** A lamp on the track. `frame` makes it a framing projector: half width, half height and soft edge. */
export interface Lamp {
  wall: SurfaceName;
  position: Rgb;
  target: Rgb;
  direction: Rgb;
  /** Along the wall it lights. */
  along: Rgb;
  spreadRad: number;
  strength: number;
  frame: readonly [number, number, number] | null;
  /** Lamps of the labels have no body on the track. */
  isHidden: boolean;
}

export interface Box {
  minX: number;
  maxX: number;
  minY: number;
  maxY: number;
  minZ: number;
  maxZ: number;
}

/** All that the light of one room depends on; plain data, so that it can go to a worker. */
export interface LitRoom {
  id: string;
  sides: (Side & { albedo: Rgb })[];
  layLight: { minX: number; maxX: number; minZ: number; maxZ: number; heightM: number };
  lamps: Lamp[];
  boxes: Box[];
  /** Doorways: light comes in from the next room. `wall` is the side they are in. */
  portals: { wall: SurfaceName; shape: Quad }[];
  theme: Theme;
}

/** Distance of the track from the wall and of the lamps below the ceiling. */
export const TRACK = { offM: 1.5, dropM: 0.14 } as const;

export function litRoom(room: PlannedRoom, theme: Theme): LitRoom {
  return {
    id: room.id,
    sides: SURFACES.map((name) => ({ ...sideOf(room, name), albedo: linear(materialOf(room, name, theme).colour) })),
    layLight: layLightOf(room),
    lamps: lampsOf(room, theme),
    boxes: boxesOf(room),
    portals: portalsOf(room),
    theme
  };
}

/** A side in the world, its u running to the right as one faces it (west to east for floor and ceiling). */
export function sideOf(room: PlannedRoom, name: SurfaceName): Side {
  const { xM: x0, zM: z0, widthM, depthM, heightM } = room;
  const [x1, z1] = [x0 + widthM, z0 + depthM];
  const up: Rgb = [0, 1, 0];
  const south: Rgb = [0, 0, 1];
  switch (name) {
    case 'north':
      return { name, origin: [x0, 0, z0], u: [1, 0, 0], v: up, lengthU: widthM, lengthV: heightM, normal: [0, 0, 1] };
    case 'south':
      return { name, origin: [x1, 0, z1], u: [-1, 0, 0], v: up, lengthU: widthM, lengthV: heightM, normal: [0, 0, -1] };
    case 'west':
      return { name, origin: [x0, 0, z1], u: [0, 0, -1], v: up, lengthU: depthM, lengthV: heightM, normal: [1, 0, 0] };
    case 'east':
      return { name, origin: [x1, 0, z0], u: [0, 0, 1], v: up, lengthU: depthM, lengthV: heightM, normal: [-1, 0, 0] };
    case 'floor':
      return { name, origin: [x0, 0, z0], u: [1, 0, 0], v: south, lengthU: widthM, lengthV: depthM, normal: up };
    case 'ceiling':
      return {
        name,
        origin: [x0, heightM, z0],
        u: [1, 0, 0],
        v: south,
        lengthU: widthM,
        lengthV: depthM,
        normal: [0, -1, 0]
      };
  }
}

/** The title hangs on the feature wall. */
export function materialOf(room: PlannedRoom, name: SurfaceName, theme: Theme): Surface {
  if (name === 'floor') return theme.floor;
  if (name === 'ceiling') return theme.ceiling;
  return room.titleWall?.wall === name ? theme.feature : theme.wall;
}

/** A place on a side: u, v metres along it, `out` metres off it. */
export function onSide(side: Side, u: number, v: number, out = 0): [number, number, number] {
  return [
    side.origin[0] + side.u[0] * u + side.v[0] * v + side.normal[0] * out,
    side.origin[1] + side.u[1] * u + side.v[1] * v + side.normal[1] * out,
    side.origin[2] + side.u[2] * u + side.v[2] * v + side.normal[2] * out
  ];
}

function layLightOf(room: PlannedRoom): LitRoom['layLight'] {
  const inX = Math.min(2.25, room.widthM * 0.24);
  const inZ = Math.min(2.25, room.depthM * 0.24);
  return {
    minX: room.xM + inX,
    maxX: room.xM + room.widthM - inX,
    minZ: room.zM + inZ,
    maxZ: room.zM + room.depthM - inZ,
    heightM: room.heightM
  };
}

/** One lamp a work, three washing the title; framing projectors and a small one a label where the theme asks. */
function lampsOf(room: PlannedRoom, theme: Theme): Lamp[] {
  const isFraming = theme.spotShape === 'frame';
  const lamps: Lamp[] = [];
  const add = (
    wall: string,
    u: number,
    aimHeightM: number,
    spreadRad: number,
    strength: number,
    frame: Lamp['frame'],
    isHidden = false
  ) => {
    const side = sideOf(room, wall as SurfaceName);
    // A track ends where the next wall's begins; a lamp for a work near the corner is turned towards it.
    const lampU = Math.max(TRACK.offM + 0.15, Math.min(side.lengthU - TRACK.offM - 0.15, u));
    const position = onSide(side, lampU, room.heightM - TRACK.dropM, TRACK.offM);
    const target = onSide(side, u, aimHeightM);
    const d = [target[0] - position[0], target[1] - position[1], target[2] - position[2]] as const;
    const length = Math.hypot(...d);
    const direction: Rgb = [d[0] / length, d[1] / length, d[2] / length];
    lamps.push({ wall: side.name, position, target, direction, along: side.u, spreadRad, strength, frame, isHidden });
  };
  for (const work of room.works) {
    const halfWidth = work.outerWidthM / 2 - work.mouldingM;
    const halfHeight = work.outerHeightM / 2 - work.mouldingM;
    const half = Math.max(halfWidth, halfHeight);
    const strength = theme.spotStrength * Math.min(1.7, 0.75 + 0.35 * half);
    const frame = isFraming ? ([halfWidth + 0.035, halfHeight + 0.035, 0.16] as const) : null;
    add(work.wall, work.xM, work.centreHeightM - (frame ? 0 : 0.16), 0.2 + 0.17 * Math.min(half, 1.6), strength, frame);
    // A label outside the light is a grey stain.
    const { xM, centreHeightM } = work.label;
    if (isFraming) {
      const card = [LABEL.width / 2, LABEL.height / 2, 0.13] as const;
      add(work.wall, xM, centreHeightM, 0.2, theme.spotStrength * 0.36, card, true);
    } else add(work.wall, xM, centreHeightM, 0.085, theme.spotStrength * 0.24, null, true);
  }
  const title = room.titleWall;
  if (title) {
    for (const share of [-0.38, 0, 0.36]) {
      const strength = theme.spotStrength * (isFraming ? 0.16 : 0.62);
      add(title.wall, title.xM + share * title.widthM, 1.95, 0.46, strength, null);
    }
  }
  return lamps;
}

/** Furniture as boxes: plinths whole, benches as a seat on two legs. */
function boxesOf(room: PlannedRoom): Box[] {
  return furnitureOf(room).flatMap((print, index): Box[] => {
    const plinth = room.plinths[index];
    if (plinth) return [{ ...print, minY: 0, maxY: plinth.heightM }];
    const isAlongX = print.maxX - print.minX > print.maxZ - print.minZ;
    const seat = { ...print, minY: BENCH.height - 0.08, maxY: BENCH.height };
    const legs = [0.14, -0.24].map((inset): Box => {
      const leg = { ...print, minY: 0, maxY: BENCH.height - 0.08 };
      if (isAlongX) {
        leg.minX = inset > 0 ? print.minX + inset : print.maxX + inset;
        return { ...leg, maxX: leg.minX + 0.1, minZ: print.minZ + 0.04, maxZ: print.maxZ - 0.04 };
      }
      leg.minZ = inset > 0 ? print.minZ + inset : print.maxZ + inset;
      return { ...leg, maxZ: leg.minZ + 0.1, minX: print.minX + 0.04, maxX: print.maxX - 0.04 };
    });
    return [seat, ...legs];
  });
}

function portalsOf(room: PlannedRoom): LitRoom['portals'] {
  return room.doorways.map((doorway) => {
    const side = sideOf(room, doorway.wall as SurfaceName);
    const corner = (u: number, v: number) => onSide(side, u, v, -WALL_THICKNESS / 2);
    const [a, b] = [doorway.xM - doorway.widthM / 2, doorway.xM + doorway.widthM / 2];
    const shape = quad(...corner(a, 0), ...corner(b, 0), ...corner(b, doorway.heightM), ...corner(a, doorway.heightM));
    return { wall: side.name, shape };
  });
}
