import { wallName } from '../gallery';
import { entriesOf, get, itemsOf } from '../values';
import type { Path } from '../values';
import { roomId } from '../references';
import type { Rule, RuleInput } from './rule';

/** Doorways and works as the plan makes them (`gallery.md` §3), in metres. */
const DOORWAY_WIDTH_M = 2.4;
const DOORWAY_HEIGHT_M = 3;
const CENTRE_HEIGHT_M = 1.5;

const RECTANGLE = ['north', 'east', 'south', 'west'];

interface Hang {
  index: number;
  object: string;
  wall: string;
  xM: number;
  widthM: number;
  centreHeightM: number;
  /** Null when the object claims no height: then it may be as high as any other. */
  heightM: number | null;
}

interface HungRoom {
  path: Path;
  walls: string[];
  /** Length by wall; null where the room is measured by what hangs in it. */
  lengthM: (wall: string) => number | null;
  hangs: Hang[];
  doorways: { xM: number; wall: unknown }[];
}

/** Rooms with what the author hung in them by hand. */
function hungRooms({ exhibit }: RuleInput): HungRoom[] {
  const objects = new Map(entriesOf(get(exhibit, 'objects')));
  return itemsOf(get(get(exhibit, 'gallery'), 'rooms')).map((room, index) => {
    const size = get(room, 'size');
    const isOctagon = get(room, 'shape') === 'octagon';
    return {
      path: ['gallery', 'rooms', index],
      walls: isOctagon ? [...wallName.options] : RECTANGLE,
      lengthM: (wall) => {
        const length = get(size, wall === 'north' || wall === 'south' ? 'widthM' : 'depthM');
        return isOctagon || typeof length !== 'number' ? null : length;
      },
      hangs: itemsOf(get(room, 'placements')).flatMap((placement, place) => hangOf(placement, place, objects) ?? []),
      doorways: itemsOf(get(room, 'doorways')).flatMap((doorway) => {
        const x = get(doorway, 'x');
        return typeof x === 'number' ? [{ xM: x, wall: get(doorway, 'wall') }] : [];
      })
    };
  });
}

function hangOf(placement: unknown, index: number, objects: Map<string, unknown>): Hang | null {
  const [id, wall, x] = [get(placement, 'object'), get(placement, 'wall'), get(placement, 'x')];
  if (typeof id !== 'string' || typeof wall !== 'string' || typeof x !== 'number') return null;
  const object = objects.get(id);
  const scale = numberOr(get(placement, 'scale'), 1);
  const widthCm = get(object, 'widthCm');
  const heightCm = get(object, 'heightCm');
  const isDocument = get(object, 'kind') === 'document';
  const unscaledCm = numberOr(get(object, 'hangWidthCm'), isDocument ? 60 : 90);
  return {
    index,
    object: id,
    wall,
    xM: x,
    widthM: typeof widthCm === 'number' ? (widthCm / 100) * scale : unscaledCm / 100,
    centreHeightM: numberOr(get(placement, 'centreHeight'), CENTRE_HEIGHT_M),
    heightM: typeof heightCm === 'number' ? (heightCm / 100) * scale : null
  };
}

const numberOr = (value: unknown, other: number) => (typeof value === 'number' ? value : other);
const metres = (value: number) => String(Math.round(value * 100) / 100);

/** `wall-unknown`: the wall is one the room has. Partitions are not in version 1.0. */
export const wallIsThere: Rule = (input) => {
  for (const room of hungRooms(input)) {
    for (const { index, wall } of room.hangs) {
      if (room.walls.includes(wall)) continue;
      input.report({
        code: 'wall-unknown',
        path: [...room.path, 'placements', index, 'wall'],
        message: {
          en: `The room has no wall “${wall}”; it has ${room.walls.join(', ')}.`,
          zh: `这间展室没有“${wall}”墙，只有${room.walls.join('、')}。`
        },
        remedy: { en: 'Name one of these walls.', zh: '请改写其中一面墙。' },
        suggestion: input.suggest(wall, room.walls)
      });
    }
  }
};

/** `work-larger-than-wall`, `work-beyond-wall`: a work has its place on its wall. */
export const workFitsWall: Rule = (input) => {
  for (const room of hungRooms(input)) {
    for (const hang of room.hangs) {
      const lengthM = room.walls.includes(hang.wall) ? room.lengthM(hang.wall) : null;
      if (lengthM === null) continue;
      const path = [...room.path, 'placements', hang.index];
      if (hang.widthM > lengthM) {
        input.report({
          code: 'work-larger-than-wall',
          path,
          message: {
            en: `“${hang.object}” is ${metres(hang.widthM)} m wide, the wall ${metres(lengthM)} m.`,
            zh: `“${hang.object}”宽${metres(hang.widthM)}米，墙只长${metres(lengthM)}米。`
          },
          remedy: { en: 'Take a longer wall, or a smaller scale.', zh: '请换更长的墙，或缩小比例。' }
        });
      } else if (hang.xM - hang.widthM / 2 < 0 || hang.xM + hang.widthM / 2 > lengthM) {
        const [least, most] = [hang.widthM / 2, lengthM - hang.widthM / 2].map(metres);
        input.report({
          code: 'work-beyond-wall',
          path: [...path, 'x'],
          message: {
            en: `“${hang.object}” would reach beyond the wall; its middle must lie between ${least} and ${most} m.`,
            zh: `“${hang.object}”会超出墙面，中点应在${least}至${most}米之间。`
          },
          remedy: { en: 'Change “x”: metres from the wall’s left end.', zh: '请改“x”，即距墙左端的米数。' }
        });
      }
    }
  }
};

/** `works-overlap`: no two works hang in the same place. */
export const worksAreApart: Rule = (input) => {
  for (const room of hungRooms(input)) {
    const byWall = new Map<string, Hang[]>();
    for (const hang of room.hangs) {
      const others = byWall.get(hang.wall) ?? [];
      byWall.set(hang.wall, others);
      const other = others.find((earlier) => overlap(earlier, hang));
      if (other) {
        input.report({
          code: 'works-overlap',
          path: [...room.path, 'placements', hang.index],
          message: {
            en: `“${hang.object}” hangs over “${other.object}” on the ${hang.wall} wall.`,
            zh: `“${hang.object}”与“${other.object}”在${hang.wall}墙上重叠。`
          },
          remedy: {
            en: `Move it at least ${metres((hang.widthM + other.widthM) / 2 - Math.abs(hang.xM - other.xM))} m along the wall.`,
            zh: `请沿墙至少移开${metres((hang.widthM + other.widthM) / 2 - Math.abs(hang.xM - other.xM))}米。`
          }
        });
      }
      others.push(hang);
    }
  }
};

function overlap(a: Hang, b: Hang): boolean {
  const isBeside = Math.abs(a.xM - b.xM) >= (a.widthM + b.widthM) / 2;
  const isAbove =
    a.heightM !== null &&
    b.heightM !== null &&
    Math.abs(a.centreHeightM - b.centreHeightM) >= (a.heightM + b.heightM) / 2;
  return !isBeside && !isAbove;
}

/** `work-over-doorway`: a work hangs where there is wall. */
export const workIsNotOverDoorway: Rule = (input) => {
  for (const room of hungRooms(input)) {
    for (const hang of room.hangs) {
      const isOver = room.doorways.some(
        ({ wall, xM }) =>
          wall === hang.wall &&
          Math.abs(xM - hang.xM) < (hang.widthM + DOORWAY_WIDTH_M) / 2 &&
          hang.centreHeightM - (hang.heightM ?? 0) / 2 < DOORWAY_HEIGHT_M
      );
      if (!isOver) continue;
      input.report({
        code: 'work-over-doorway',
        path: [...room.path, 'placements', hang.index],
        message: { en: `“${hang.object}” hangs across a doorway.`, zh: `“${hang.object}”挂在门洞上。` },
        remedy: {
          en: `Move the work or the doorway; a doorway is ${DOORWAY_WIDTH_M} m wide.`,
          zh: `请移开作品或门洞；门洞宽${DOORWAY_WIDTH_M}米。`
        }
      });
    }
  }
};

/** `room-unreachable`: from the first room every room can be walked to. Rooms without doorways of their own are joined by rule. */
export const roomsAreJoined: Rule = ({ exhibit, report }) => {
  const rooms = itemsOf(get(get(exhibit, 'gallery'), 'rooms'));
  const ids = rooms.map((room) => roomId(room)[0]);
  const byHand = rooms.map((room) => Array.isArray(get(room, 'doorways')));
  if (!byHand.some(Boolean)) return;
  const neighbours = new Map<number, number[]>(rooms.map((_, index) => [index, []]));
  const join = (a: number, b: number) => {
    if (a < 0 || b < 0 || b >= rooms.length) return;
    neighbours.get(a)?.push(b);
    neighbours.get(b)?.push(a);
  };
  rooms.forEach((room, index) => {
    for (const doorway of itemsOf(get(room, 'doorways'))) join(index, ids.indexOf(String(get(doorway, 'to'))));
    // Two rooms in succession are joined by rule unless the author made the doors of both.
    if (!byHand[index] || !byHand[index + 1]) join(index, index + 1);
  });
  const reached = new Set([0]);
  for (const index of reached) neighbours.get(index)?.forEach((next) => reached.add(next));
  rooms.forEach((_, index) => {
    if (reached.has(index)) return;
    report({
      code: 'room-unreachable',
      path: ['gallery', 'rooms', index],
      message: {
        en: `No doorway leads to room “${ids[index] ?? index + 1}”.`,
        zh: `没有门通向展室“${ids[index] ?? index + 1}”。`
      },
      remedy: {
        en: 'Add a doorway to it, or leave “doorways” out everywhere.',
        zh: '请加一道门，或各室都不写“doorways”。'
      }
    });
  });
};
