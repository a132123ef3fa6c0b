import { DOORWAY, WALL_THICKNESS, onGrid } from './measures';
import type { Joint, Layout } from './lay-out';
import type { RoomSpec } from './room-specs';
import { alongWall, onWall, oppositeWall, wallLength, wallOf, type RoomBox } from './walls';

/**
 * Places the rooms by the author's doorways, each room against the one that leads to it. Null when no doorway is
 * given, a room is not reached, a doorway lies off its wall or two rooms would overlap: then the rule of rows holds.
 */
export function layOutByDoorways(specs: RoomSpec[], sized: { widthM: number; depthM: number }[]): Layout | null {
  if (specs.every((spec) => spec.doorways.length === 0)) return null;
  const sizes = sized.map(({ widthM, depthM }) => ({ widthM, depthM }));
  const first = sizes[0];
  if (!first) return null;
  const boxes: (RoomBox | undefined)[] = [{ xM: 0, zM: 0, ...first }];
  const joints: Joint[] = [];
  const entries: Layout['entries'] = specs.map(() => 'west');
  const waiting = [0];
  for (let index = waiting.shift(); index !== undefined; index = waiting.shift()) {
    const [spec, box] = [specs[index], boxes[index]];
    if (!spec || !box) return null;
    for (const doorway of spec.doorways) {
      const to = specs.findIndex((one) => one.id === doorway.to);
      const size = sizes[to];
      if (to < 0 || !size || !isOnWall(doorway.x, wallLength(doorway.wall, box))) return null;
      if (boxes[to] === undefined) {
        boxes[to] = against(box, spec, doorway, size, specs[to]);
        entries[to] = oppositeWall(doorway.wall);
        waiting.push(to);
      }
      const joint = jointOf(index, to, doorway, box);
      if (!joins(joint, box, boxes[to])) return null;
      if (!joints.some((one) => isSame(one, joint))) joints.push(joint);
    }
  }
  const placed = boxes.filter((box) => box !== undefined);
  if (placed.length !== specs.length || placed.some((box, i) => placed.some((other, j) => j > i && meet(box, other)))) {
    return null;
  }
  return { boxes: placed, joints, entries };
}

/** Box of the room behind a doorway; its own doorway back says where along the wall it lies, else they share the middle. */
function against(
  box: RoomBox,
  spec: RoomSpec,
  doorway: RoomSpec['doorways'][number],
  size: { widthM: number; depthM: number },
  target: RoomSpec | undefined
): RoomBox {
  const back = target?.doorways.find((one) => one.to === spec.id && one.wall === oppositeWall(doorway.wall));
  const wall = wallOf(doorway.wall, box);
  const door = onWall(wall, doorway.x, -WALL_THICKNESS);
  const facing = wallOf(oppositeWall(doorway.wall), { xM: 0, zM: 0, ...size });
  const own = onWall(facing, back ? back.x : facing.lengthM / 2);
  return { xM: onGrid(door.xM - own.xM), zM: onGrid(door.zM - own.zM), ...size };
}

function jointOf(from: number, to: number, doorway: RoomSpec['doorways'][number], box: RoomBox): Joint {
  const middle = onWall(wallOf(doorway.wall, box), doorway.x);
  const isAlongX = doorway.wall === 'north' || doorway.wall === 'south';
  return { from, to, wall: doorway.wall, acrossM: isAlongX ? middle.xM : middle.zM };
}

/** True when the opening also lies on the other room's wall, one wall's thickness away. */
function joins(joint: Joint, box: RoomBox, other: RoomBox | undefined): boolean {
  if (!other) return false;
  const isAlongX = joint.wall === 'north' || joint.wall === 'south';
  const facing = wallOf(oppositeWall(joint.wall), other);
  const near = wallOf(joint.wall, box);
  const distance = isAlongX ? Math.abs(facing.leftZM - near.leftZM) : Math.abs(facing.leftXM - near.leftXM);
  const along = isAlongX
    ? alongWall(facing, joint.acrossM, facing.leftZM)
    : alongWall(facing, facing.leftXM, joint.acrossM);
  return Math.abs(distance - WALL_THICKNESS) < 0.01 && isOnWall(along, facing.lengthM);
}

function isOnWall(alongM: number, lengthM: number): boolean {
  return alongM >= DOORWAY.width / 2 + 0.1 && alongM <= lengthM - DOORWAY.width / 2 - 0.1;
}

function isSame(a: Joint, b: Joint): boolean {
  return a.from === b.to && a.to === b.from && Math.abs(a.acrossM - b.acrossM) < 0.05;
}

/** Two rooms and the walls between them need the same ground. */
function meet(a: RoomBox, b: RoomBox): boolean {
  const gap = WALL_THICKNESS - 0.01;
  return (
    a.xM < b.xM + b.widthM + gap &&
    b.xM < a.xM + a.widthM + gap &&
    a.zM < b.zM + b.depthM + gap &&
    b.zM < a.zM + a.depthM + gap
  );
}
