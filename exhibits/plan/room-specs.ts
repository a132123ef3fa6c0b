import type { Gallery, Placement, Room } from '../format/gallery';
import type { Section } from '../format/sections';
import { MAX_PLINTHS, MAX_WORKS } from './measures';
import { isCompassWall, type CompassWall } from './walls';
import type { HungObject } from './work-size';

export type PlanSection = Pick<Section, 'id' | 'title' | 'seal' | 'blocks'>;

/** What one room must hold, before anything has a place. */
export interface RoomSpec {
  id: string;
  section: PlanSection;
  size: Room['size'] | undefined;
  doorways: { wall: CompassWall; x: number; to: string }[];
  placements: (Placement & { wall: CompassWall })[];
  /** Object ids in the order of the section, hand-placed ones left out. */
  works: string[];
}

/** Rooms in walking order: those of the author, and one for each section without; every object hangs once. */
export function roomSpecs(
  sections: PlanSection[],
  objects: Record<string, HungObject>,
  gallery: Gallery | undefined
): { specs: RoomSpec[]; ids: RoomIds } {
  const authored = (gallery?.rooms ?? []).filter((room) => sections.some((section) => section.id === room.section));
  const placed = new Set(authored.flatMap((room) => handPlaced(room, objects).map((one) => one.object)));
  const hung = new Set<string>();
  const ids = new RoomIds([...sections.map((one) => one.id), ...authored.flatMap((room) => room.id ?? [])]);
  const specs = inWalkingOrder(sections, authored).flatMap(({ section, room, isFirst }) => {
    const works = isFirst ? objectsOf(section).filter((id) => id in objects && !placed.has(id) && !hung.has(id)) : [];
    works.forEach((id) => hung.add(id));
    const placements = handPlaced(room, objects).filter((one) => !hung.has(one.object));
    placements.forEach((one) => hung.add(one.object));
    const spec: RoomSpec = {
      id: ids.take(room?.id ?? section.id),
      section,
      size: room?.size,
      doorways: (room?.doorways ?? []).flatMap((one) => (isCompassWall(one.wall) ? [{ ...one, wall: one.wall }] : [])),
      placements,
      works
    };
    return splitLarge(spec, objects, ids);
  });
  return { specs, ids };
}

/** A room after `spec`, of the same section, for works that found no place in it. */
export function overflowSpec(spec: RoomSpec, works: string[], ids: RoomIds): RoomSpec {
  return { id: ids.take(spec.id), section: spec.section, size: undefined, doorways: [], placements: [], works };
}

/** Hands out room ids; one made by rule never takes an id the author uses elsewhere. */
export class RoomIds {
  readonly #reserved: Set<string>;
  readonly #taken = new Set<string>();

  constructor(reserved: string[]) {
    this.#reserved = new Set(reserved);
  }

  take(wished: string): string {
    let id = wished;
    for (let n = 2; this.#taken.has(id) || (id !== wished && this.#reserved.has(id)); n++) id = `${wished}-${n}`;
    this.#taken.add(id);
    return id;
  }
}

/** Objects of a section in order of appearance, each once. */
export function objectsOf(section: PlanSection): string[] {
  const ids = (section.blocks ?? []).flatMap((block) => {
    if ('object' in block) return [block.object];
    if ('group' in block) return block.group;
    if ('compare' in block) return block.compare;
    return [];
  });
  return [...new Set(ids)];
}

/** The author's rooms in their order; the room of a section without one comes after the section before it. */
function inWalkingOrder(sections: PlanSection[], authored: Room[]) {
  const order: { section: PlanSection; room: Room | undefined; isFirst: boolean }[] = [];
  for (const room of authored) {
    const section = sections.find((one) => one.id === room.section);
    if (!section) continue;
    order.push({ section, room, isFirst: !order.some((one) => one.section === section) });
  }
  sections.forEach((section, index) => {
    if (order.some((one) => one.section === section)) return;
    const before = sections[index - 1];
    const at = before ? order.findLastIndex((one) => one.section === before) + 1 : 0;
    order.splice(at, 0, { section, room: undefined, isFirst: true });
  });
  return order;
}

function handPlaced(room: Room | undefined, objects: Record<string, HungObject>): RoomSpec['placements'] {
  return (room?.placements ?? []).flatMap((one) =>
    isCompassWall(one.wall) && one.object in objects && objects[one.object]?.kind !== 'model'
      ? [{ ...one, wall: one.wall }]
      : []
  );
}

/** Even shares of at most `MAX_WORKS` works and `MAX_PLINTHS` models a room. */
function splitLarge(spec: RoomSpec, objects: Record<string, HungObject>, ids: RoomIds): RoomSpec[] {
  const models = spec.works.filter((id) => objects[id]?.kind === 'model').length;
  const shares = Math.max(1, Math.ceil(spec.works.length / MAX_WORKS), Math.ceil(models / MAX_PLINTHS));
  if (shares === 1) return [spec];
  const rooms: string[][] = [[]];
  let modelsHere = 0;
  for (const work of spec.works) {
    const isModel = objects[work]?.kind === 'model';
    const here = rooms[rooms.length - 1] ?? [];
    if (here.length >= Math.ceil(spec.works.length / shares) || (isModel && modelsHere >= MAX_PLINTHS)) {
      rooms.push([work]);
      modelsHere = isModel ? 1 : 0;
    } else {
      here.push(work);
      modelsHere += isModel ? 1 : 0;
    }
  }
  return rooms.map((works, index) => (index === 0 ? { ...spec, works } : overflowSpec(spec, works, ids)));
}
