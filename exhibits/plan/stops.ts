import { VIEWING } from './measures';
import { contains, crosses, furnitureOf, grown, type Footprint } from './furnish';
import type { PlannedPlinth, PlannedRoom, PlannedStop, PlannedWork, Viewpoint } from './plan';
import { onWall, wallNamed } from './walls';

/** How far one who looks at the title from the opposite end turns to the right of it, to see the room as well. */
const HALL_TURN = 0.56;

/** What a plinth's card takes below its top: a tall model is looked at together with it, from farther away. */
const CARD_M = 0.3;

/** Halts of a room in walking order: the title first, then the works; `order` are the object ids of the section. */
export function stopsOf(room: PlannedRoom, order: string[]): PlannedStop[] {
  const furniture = furnitureOf(room);
  const stops: PlannedStop[] = [
    { room: room.id, at: `room:${room.id}`, wall: room.titleWall?.wall ?? null, viewpoint: titleView(room, furniture) },
    ...room.works.map((work) => ({
      room: room.id,
      at: `object:${work.object}`,
      wall: work.wall,
      viewpoint: workView(room, work, furniture)
    }))
  ];
  for (const plinth of room.plinths) {
    const rank = order.indexOf(plinth.object);
    const before = stops.findLastIndex(({ at }) => {
      const place = order.indexOf(at.slice('object:'.length));
      return at.startsWith('room:') || (place >= 0 && place < rank);
    });
    const viewpoint = plinthView(room, plinth, furniture);
    stops.splice(before + 1, 0, { room: room.id, at: `object:${plinth.object}`, wall: null, viewpoint });
  }
  return stops;
}

/** From the far end of the room, on the title's side, along the diagonal. */
export function titleView(room: PlannedRoom, furniture: Footprint[]): Viewpoint {
  const title = room.titleWall;
  const wall = wallNamed(room, title?.wall ?? 'north');
  const depthM = wall.name === 'north' || wall.name === 'south' ? room.depthM : room.widthM;
  const middle = title?.xM ?? wall.lengthM / 2;
  const isTitleLeft = middle <= wall.lengthM / 2;
  const along = isTitleLeft ? Math.max(0.9, middle - 1.2) : Math.min(wall.lengthM - 0.9, middle + 1.2);
  const facing = yawTowards(wall.leftXM, wall.leftZM, onWall(wall, 0, -1).xM, onWall(wall, 0, -1).zM);
  for (let back = Math.min(depthM - 0.6, 11); back > 1; back -= 0.25) {
    const { xM, zM } = onWall(wall, along, back);
    if (!isFree(room, furniture, xM, zM)) continue;
    return { xM, zM, yawRad: facing + (isTitleLeft ? -HALL_TURN : HALL_TURN) };
  }
  return { ...onWall(wall, along, depthM / 2), yawRad: facing };
}

/** At one and a half diagonals before the work, nearer or to the side where the room asks for it. */
function workView(room: PlannedRoom, work: PlannedWork, furniture: Footprint[]): Viewpoint {
  const wall = wallNamed(room, work.wall);
  const wished = Math.max(VIEWING.minDistance, VIEWING.diagonals * Math.hypot(work.widthM, work.heightM));
  for (const factor of [1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2]) {
    const out = Math.max(Math.min(VIEWING.minDistance, wished), wished * factor);
    for (const aside of [0, 0.3, -0.3, 0.6, -0.6, 0.9, -0.9]) {
      if (Math.abs(aside) > out * 0.5) continue;
      const { xM, zM } = onWall(wall, work.xM + aside, out);
      if (!isFree(room, furniture, xM, zM)) continue;
      const foot = onWall(wall, work.xM);
      if (furniture.some((print) => crosses(print, xM, zM, foot.xM, foot.zM))) continue;
      return { xM, zM, yawRad: yawTowards(xM, zM, foot.xM, foot.zM) };
    }
  }
  const near = onWall(wall, work.xM, VIEWING.minDistance);
  return { ...near, yawRad: work.facingYawRad };
}

/** From the side that leaves most room, a step and a half away from the plinth, nothing else standing between. */
function plinthView(room: PlannedRoom, plinth: PlannedPlinth, furniture: Footprint[]): Viewpoint {
  const wished = Math.max(VIEWING.minDistance, plinth.modelWidthM * 1.6, (plinth.hoodM + CARD_M) * 1.35);
  const others = furniture.filter((print) => !contains(print, plinth.xM, plinth.zM));
  for (const factor of [1, 0.85, 0.7, 0.55, 0.4, 0.2]) {
    for (const [dx, dz] of [
      [0, 1],
      [0, -1],
      [1, 0],
      [-1, 0]
    ] as const) {
      const out = Math.max(0.8, wished * factor);
      const xM = plinth.xM + dx * (plinth.widthM / 2 + out);
      const zM = plinth.zM + dz * (plinth.depthM / 2 + out);
      if (!isFree(room, furniture, xM, zM)) continue;
      if (others.some((print) => crosses(print, xM, zM, plinth.xM, plinth.zM))) continue;
      return { xM, zM, yawRad: yawTowards(xM, zM, plinth.xM, plinth.zM) };
    }
  }
  const zM = plinth.zM + plinth.depthM / 2 + 0.6;
  return { xM: plinth.xM, zM, yawRad: yawTowards(plinth.xM, zM, plinth.xM, plinth.zM) };
}

/** Yaw of one who stands at a and looks at b; 0 looks north. */
export function yawTowards(ax: number, az: number, bx: number, bz: number): number {
  return Math.atan2(-(bx - ax), -(bz - az));
}

function isFree(room: PlannedRoom, furniture: Footprint[], xM: number, zM: number): boolean {
  const edge = VIEWING.clearance - 1e-6;
  return (
    xM >= room.xM + edge &&
    xM <= room.xM + room.widthM - edge &&
    zM >= room.zM + edge &&
    zM <= room.zM + room.depthM - edge &&
    furniture.every((print) => !contains(grown(print, edge), xM, zM))
  );
}
