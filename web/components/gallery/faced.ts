import type { PlannedRoom } from '../../../exhibits/plan/plan';
import type { Pose } from '../../gallery/data';

/** Nobody reads a label from farther away, whatever the size of the work. */
const NEAR_M = 3.5;
/** A large work is looked at from so many of its diagonals. */
const DIAGONALS = 2.5;
/** Roughly faced: its middle is no farther than this from the middle of the view. */
const ASIDE_RAD = 0.45;
/** From farther round than this, along its wall, a picture is a streak of colour. */
const OBLIQUE_RAD = Math.PI / 3;

/** The work of the room one is near to, in front of and roughly faces, the one most nearly ahead: `object:ID`; null where there is none. */
export function facedWork(room: PlannedRoom, { xM, zM, yawRad }: Readonly<Pose>): string | null {
  let found: string | null = null;
  let least = ASIDE_RAD;
  const consider = (object: string, workXM: number, workZM: number, diagonalM: number, facingYawRad?: number) => {
    const [dx, dz] = [workXM - xM, workZM - zM];
    const distance = Math.hypot(dx, dz);
    if (distance > Math.max(NEAR_M, DIAGONALS * diagonalM)) return;
    const towards = Math.atan2(-dx, -dz);
    if (facingYawRad !== undefined && between(towards, facingYawRad) > OBLIQUE_RAD) return;
    const aside = between(towards, yawRad);
    if (aside >= least) return;
    least = aside;
    found = `object:${object}`;
  };
  for (const { object, position, widthM, heightM, facingYawRad } of room.works) {
    consider(object, position.xM, position.zM, Math.hypot(widthM, heightM), facingYawRad);
  }
  for (const plinth of room.plinths) consider(plinth.object, plinth.xM, plinth.zM, plinth.modelWidthM);
  return found;
}

/** Radians between two directions, 0…π. */
function between(aRad: number, bRad: number): number {
  return Math.abs(Math.atan2(Math.sin(aRad - bRad), Math.cos(aRad - bRad)));
}
