import type { ThemeName, WallName } from '../format/gallery';

/**
 * The finished plan of a gallery, arithmetic in metres. World space: +x east, −z north, y up, right-handed;
 * angles in radians, yaw 0 looks north (−z), positive turns left (counter-clockwise seen from above).
 */
export interface Plan {
  theme: ThemeName;
  rooms: PlannedRoom[];
  /** Every stop in walking order, through all rooms. */
  stops: PlannedStop[];
  /** Where a visitor comes in. */
  entrance: Viewpoint & { room: string };
}

/** Where one stands and which way one looks. */
export interface Viewpoint {
  xM: number;
  zM: number;
  yawRad: number;
}

export interface PlannedRoom {
  id: string;
  section: string;
  seal: string | null;
  title: Record<string, string>;
  /** North-west inner corner. */
  xM: number;
  zM: number;
  widthM: number;
  depthM: number;
  heightM: number;
  walls: PlannedWall[];
  doorways: PlannedDoorway[];
  works: PlannedWork[];
  /** Objects that stand on the floor or on plinths. */
  plinths: PlannedPlinth[];
  /** Benches of `BENCH` size; the long side runs along x where yaw is 0. */
  benches: { xM: number; zM: number; yawRad: number }[];
  /** The wall that carries the section's title; the middle of the title, from the wall's left end. */
  titleWall: { wall: WallName; xM: number; widthM: number } | null;
}

/** A wall from its left to its right end as one faces it from inside. */
export interface PlannedWall {
  name: WallName;
  leftXM: number;
  leftZM: number;
  rightXM: number;
  rightZM: number;
  lengthM: number;
}

export interface PlannedDoorway {
  wall: WallName;
  /** Middle, metres from the wall's left end. */
  xM: number;
  widthM: number;
  heightM: number;
  to: string;
}

export interface PlannedWork {
  object: string;
  wall: WallName;
  /** Middle, metres from the wall's left end. */
  xM: number;
  centreHeightM: number;
  /** Size of the picture itself, without mat and moulding. */
  widthM: number;
  heightM: number;
  /** Mat on each side, width of the moulding, and size over all. */
  matM: number;
  mouldingM: number;
  outerWidthM: number;
  outerHeightM: number;
  /** Times real size; null when the object claims no size. */
  scale: number | null;
  /** Middle of the picture in the world. */
  position: { xM: number; yM: number; zM: number };
  /** Yaw of one who faces the work. */
  facingYawRad: number;
  /** Middle of the card, metres from the wall's left end. */
  label: { xM: number; centreHeightM: number };
}

export interface PlannedPlinth {
  object: string;
  xM: number;
  zM: number;
  yawRad: number;
  /** Of the plinth; its width runs along `yawRad` turned a quarter. */
  widthM: number;
  depthM: number;
  heightM: number;
  /** Width the model is given, and times real size; null when the object claims no size. */
  modelWidthM: number;
  scale: number | null;
  /** Height of the glass hood above the plinth. */
  hoodM: number;
}

/** A halt before a work, a plinth or a title wall. */
export interface PlannedStop {
  room: string;
  /** `object:ID` or `room:ID` for the title wall. */
  at: string;
  /** The wall it faces; null for what stands in the middle. */
  wall: WallName | null;
  viewpoint: Viewpoint;
}
