import type { Gallery, ThemeName } from '../format/gallery';
import { layOutByDoorways } from './by-doorways';
import { furnish, furnitureOf } from './furnish';
import { hangRoom, type Hung, type WallOpening } from './hang';
import { layOut, titleWalls, type Joint, type Layout } from './lay-out';
import { DOORWAY, LABEL, ROOM_HEIGHT } from './measures';
import type { Plan, PlannedDoorway, PlannedRoom, PlannedWork } from './plan';
import { overflowSpec, roomSpecs, type PlanSection, type RoomIds, type RoomSpec } from './room-specs';
import { stopsOf, titleView } from './stops';
import { alongWall, COMPASS, facingYaw, onWall, oppositeWall, wallOf, type CompassWall, type RoomBox } from './walls';
import type { HungObject } from './work-size';

export interface PlanInput {
  sections: PlanSection[];
  objects: Record<string, HungObject>;
  gallery?: Gallery | undefined;
  theme: ThemeName;
}

/**
 * The gallery of an exhibit by rule (`gallery.md` §3): a room a section, two rows, works hung clockwise from the title
 * wall. Pure arithmetic: the same input gives the same plan. Hand-given sizes, doorways and placements are kept; works
 * that find no place in a room get a room of their own after it.
 */
export function planGallery({ sections, objects, gallery, theme }: PlanInput): Plan {
  const { specs, ids } = roomSpecs(sections, objects, gallery);
  const rooms = planRooms(specs, ids, objects);
  const stops = rooms.flatMap(({ room, order }) => stopsOf(room, order));
  const first = rooms[0]?.room;
  const entrance = first
    ? { room: first.id, ...titleView(first, furnitureOf(first)) }
    : { room: '', xM: 0, zM: 0, yawRad: 0 };
  return { theme, rooms: rooms.map(({ room }) => room), stops, entrance };
}

/** Lays out and hangs until every work has a place; each round adds a room, so it ends. */
function planRooms(
  specs: RoomSpec[],
  ids: RoomIds,
  objects: Record<string, HungObject>
): { room: PlannedRoom; order: string[] }[] {
  for (;;) {
    const laid = layOut(specs, objects);
    if ('failed' in laid) {
      specs = halved(specs, laid.failed, ids);
      continue;
    }
    const layout = layOutByDoorways(specs, laid.layout.boxes) ?? laid.layout;
    const rooms = specs.map((spec, index) => planRoom(spec, index, layout, specs, objects));
    const short = rooms.findIndex((one) => one.leftover.length > 0);
    if (short < 0) return rooms.map(({ room }, index) => ({ room, order: specs[index]?.works ?? [] }));
    specs = withOverflow(specs, short, rooms[short]?.leftover ?? [], ids);
  }
}

function planRoom(
  spec: RoomSpec,
  index: number,
  layout: Layout,
  specs: RoomSpec[],
  objects: Record<string, HungObject>
): { room: PlannedRoom; leftover: string[] } {
  const box = layout.boxes[index] ?? { xM: 0, zM: 0, widthM: 10, depthM: 10 };
  const doorways = layout.joints.flatMap((joint) => doorwayOf(joint, index, box, specs));
  const openings: WallOpening[] = doorways.map((one) => ({ wall: one.wall as CompassWall, xM: one.xM }));
  const hanging = hangRoom(spec, box, openings, titleWalls(layout.entries[index] ?? 'west'), objects);
  const models = spec.works.filter((id) => objects[id]?.kind === 'model');
  const { plinths, benches, leftover } = furnish(box, openings, models, objects, hanging.titleWall);
  const room: PlannedRoom = {
    id: spec.id,
    section: spec.section.id,
    seal: spec.section.seal ?? null,
    title: spec.section.title,
    ...box,
    heightM: spec.size?.heightM ?? ROOM_HEIGHT,
    walls: COMPASS.map((name) => wallOf(name, box)),
    doorways,
    works: hanging.works.map((one) => plannedWork(one, box)),
    plinths,
    benches,
    titleWall: hanging.titleWall
  };
  return { room, leftover: [...hanging.leftover, ...leftover] };
}

/** The doorway a joint makes in this room; none when it joins others. */
function doorwayOf(joint: Joint, index: number, box: RoomBox, specs: RoomSpec[]): PlannedDoorway[] {
  if (joint.from !== index && joint.to !== index) return [];
  const name = joint.from === index ? joint.wall : oppositeWall(joint.wall);
  const wall = wallOf(name, box);
  const isAlongX = name === 'north' || name === 'south';
  const xM = isAlongX ? alongWall(wall, joint.acrossM, wall.leftZM) : alongWall(wall, wall.leftXM, joint.acrossM);
  const to = specs[joint.from === index ? joint.to : joint.from]?.id ?? '';
  return [{ wall: name, xM, widthM: DOORWAY.width, heightM: DOORWAY.height, to }];
}

function plannedWork({ object, wall, xM, labelXM, size }: Hung, box: RoomBox): PlannedWork {
  const { xM: x, zM: z } = onWall(wallOf(wall, box), xM);
  const { centreHeightM, ...measures } = size;
  return {
    object,
    wall,
    xM,
    centreHeightM,
    ...measures,
    position: { xM: x, yM: centreHeightM, zM: z },
    facingYawRad: facingYaw(wall),
    label: { xM: labelXM, centreHeightM: LABEL.centreHeight }
  };
}

/** No size of the set takes this room's works: they go into two. */
function halved(specs: RoomSpec[], index: number, ids: RoomIds): RoomSpec[] {
  const works = specs[index]?.works ?? [];
  return withOverflow(specs, index, works.slice(Math.ceil(works.length / 2)), ids);
}

function withOverflow(specs: RoomSpec[], index: number, works: string[], ids: RoomIds): RoomSpec[] {
  const spec = specs[index];
  if (!spec || works.length === 0) throw new Error(`Room ${spec?.id ?? index} cannot be laid out: nothing to move on.`);
  const gone = new Set(works);
  const kept = { ...spec, works: spec.works.filter((id) => !gone.has(id)) };
  return [...specs.slice(0, index), kept, overflowSpec(spec, works, ids), ...specs.slice(index + 1)];
}
