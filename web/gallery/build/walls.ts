import { finishOf, type SurfaceQuads } from './surfaces';
import { at, mapLight, towards, WALL_SIDES, type RoomFrame, type WallSide } from './room-frame';
import { materialOf } from '../light/lit-room';

/** Outline of a moulding: how far out of the wall, how high, and how much of the light it takes. */
type Profile = readonly (readonly [out: number, height: number, share?: number])[];

/** A piece of wall between corners and doorways: from, to along it, and from which height. */
interface Piece {
  from: number;
  to: number;
  bottom: number;
}

/** Four walls with their doorways cut, skirting and cornice. */
export function addWalls(quads: SurfaceQuads, frame: RoomFrame): void {
  for (const name of WALL_SIDES) {
    const side = frame.sides[name];
    const finish = finishOf(materialOf(frame.room, name, frame.theme));
    const pieces = piecesOf(frame, name);
    const top = side.lengthV;
    for (const { from, to, bottom } of pieces) {
      quads.add(
        [
          at(frame, name, from, bottom),
          at(frame, name, to, bottom),
          at(frame, name, to, top),
          at(frame, name, from, top)
        ],
        side.normal,
        finish,
        [
          mapLight(frame, name, from, bottom),
          mapLight(frame, name, to, bottom),
          mapLight(frame, name, to, top),
          mapLight(frame, name, from, top)
        ]
      );
    }
    addSkirting(quads, frame, name, pieces);
    addCornice(quads, frame, name);
  }
}

export function piecesOf(frame: RoomFrame, name: WallSide): Piece[] {
  const doorways = frame.room.doorways.filter((one) => one.wall === name).sort((a, b) => a.xM - b.xM);
  const pieces: Piece[] = [];
  let from = 0;
  for (const { xM, widthM, heightM } of doorways) {
    pieces.push({ from, to: xM - widthM / 2, bottom: 0 });
    pieces.push({ from: xM - widthM / 2, to: xM + widthM / 2, bottom: heightM });
    from = xM + widthM / 2;
  }
  pieces.push({ from, to: frame.sides[name].lengthU, bottom: 0 });
  return pieces;
}

/** 2.2 cm thick with a small bevel; stops at the architraves. */
function addSkirting(quads: SurfaceQuads, frame: RoomFrame, name: WallSide, pieces: Piece[]): void {
  const height = frame.theme.skirtingM;
  const end = frame.sides[name].lengthU;
  const profile: Profile = [
    [0.022, 0, 0.55],
    [0.022, 0.03, 0.9],
    [0.022, height - 0.012],
    [0.014, height],
    [0, height]
  ];
  for (const piece of pieces) {
    if (piece.bottom > 0) continue;
    const from = piece.from > 0 ? piece.from + ARCHITRAVE_WIDTH : 0;
    const to = piece.to < end ? piece.to - ARCHITRAVE_WIDTH : end;
    addProfile(quads, frame, name, from, to, profile, finishOf(frame.theme.skirting), height + 0.02);
  }
}

/** A fillet and a cove, 14 cm out and 19 cm down. */
function addCornice(quads: SurfaceQuads, frame: RoomFrame, name: WallSide): void {
  const top = frame.room.heightM;
  const profile: Profile = [
    [0, top - 0.19, 0.95],
    [0.012, top - 0.19, 0.9],
    [0.012, top - 0.165],
    [0.024, top - 0.15],
    [0.05, top - 0.105, 0.96],
    [0.095, top - 0.055, 0.92],
    [0.13, top - 0.04, 0.9],
    [0.13, top - 0.018, 0.8],
    [0.14, top, 0.7]
  ];
  addProfile(quads, frame, name, 0, frame.sides[name].lengthU, profile, finishOf(frame.theme.cornice), top - 0.5);
}

/** Width of the moulding round a doorway. */
export const ARCHITRAVE_WIDTH = 0.14;

/** Draws a profile along a wall; it takes the light of the wall at `litAt`, more where it faces up. */
function addProfile(
  quads: SurfaceQuads,
  frame: RoomFrame,
  name: WallSide,
  from: number,
  to: number,
  profile: Profile,
  finish: ReturnType<typeof finishOf>,
  litAt: number
): void {
  const side = frame.sides[name];
  for (let i = 0; i + 1 < profile.length; i++) {
    const [outA, heightA, shareA = 1] = profile[i] ?? [0, 0];
    const [outB, heightB, shareB = 1] = profile[i + 1] ?? [0, 0];
    const length = Math.hypot(outB - outA, heightB - heightA);
    const facingUp = -(outB - outA) / length;
    const normal = towards(side, 0, facingUp, (heightB - heightA) / length);
    const lit = Math.max(0.3, 0.86 + 0.34 * facingUp);
    quads.add(
      [
        at(frame, name, from, heightA, outA),
        at(frame, name, to, heightA, outA),
        at(frame, name, to, heightB, outB),
        at(frame, name, from, heightB, outB)
      ],
      normal,
      finish,
      [
        mapLight(frame, name, from, litAt, lit * shareA),
        mapLight(frame, name, to, litAt, lit * shareA),
        mapLight(frame, name, to, litAt, lit * shareB),
        mapLight(frame, name, from, litAt, lit * shareB)
      ]
    );
  }
}
