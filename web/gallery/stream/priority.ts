import type { PlannedRoom, PlannedWork } from '../../../exhibits/plan/plan';
import type { Pose } from '../data';

/** What the next rooms count against the one the visitor is in. */
const ROOM_FACTORS = [1, 0.5, 0.25, 0.12] as const;
const OUT_OF_VIEW = 0.2;
/**
 * A picture at hand gives way only to one that is this much more wanted: hardly at rest; while one moves, what was
 * fetched a moment ago would else be given up at every turn of the head and fetched again at the next.
 */
export const HELD = { resting: 1.02, moving: 3 } as const;

/** A room at hand and how many doorways away it is. */
export interface RoomAtHand {
  room: PlannedRoom;
  steps: number;
}

/**
 * Objects by how much their picture is wanted, most wanted first: share of the screen × facing × distance in rooms.
 * `held` says which are at hand already, and `hold` what that counts; `halfAngleRad` is half the horizontal field.
 * Works that are `served` well enough by what they show are left out.
 */
export function ranked(
  rooms: readonly RoomAtHand[],
  pose: Readonly<Pose>,
  halfAngleRad: number,
  held: (object: string) => boolean,
  hold: number = HELD.resting,
  served: (work: PlannedWork) => boolean = () => false
): string[] {
  return rooms
    .flatMap(({ room, steps }) =>
      room.works.flatMap((work) => {
        if (!held(work.object) && served(work)) return [];
        const factor = (ROOM_FACTORS[Math.min(steps, ROOM_FACTORS.length - 1)] ?? 0) * (held(work.object) ? hold : 1);
        return [{ object: work.object, score: wanted(work, pose, halfAngleRad) * factor }];
      })
    )
    .sort((a, b) => b.score - a.score)
    .map(({ object }) => object);
}

/** Pixels along the longer side of a work's sheet, seen straight on; `pixelsPerMetre` at one metre. */
export function sheetPx(work: PlannedWork, { xM, zM }: Readonly<Pose>, pixelsPerMetre: number): number {
  const distance = Math.hypot(work.position.xM - xM, work.position.zM - zM);
  return (Math.max(work.widthM, work.heightM) / Math.max(0.5, distance)) * pixelsPerMetre;
}

/** Square metres seen at one metre, less outside the field of view; never quite nothing, for one may turn. */
export function wanted(work: PlannedWork, { xM, zM, yawRad }: Readonly<Pose>, halfAngleRad: number): number {
  const [dx, dz] = [work.position.xM - xM, work.position.zM - zM];
  const distance = Math.max(0.5, Math.hypot(dx, dz));
  const facing = (-Math.sin(work.facingYawRad) * dx - Math.cos(work.facingYawRad) * dz) / distance;
  const turn = Math.atan2(-dx, -dz) - yawRad;
  const aside = Math.abs(Math.atan2(Math.sin(turn), Math.cos(turn)));
  const inView = aside < halfAngleRad + 0.1 ? 1 : OUT_OF_VIEW;
  return ((work.outerWidthM * work.outerHeightM) / distance ** 2) * Math.max(0.05, facing) * inView;
}
