/** Where a picture lies on the bench, in CSS pixels of the bench; its height follows from its shape. */
export interface Placement {
  leftPx: number;
  topPx: number;
  widthPx: number;
}

/** A part of the bench, in CSS pixels. */
export interface Box {
  leftPx: number;
  topPx: number;
  widthPx: number;
  heightPx: number;
}

/** A part of a picture in per cent: left, top, width, height. */
export type Part = readonly [number, number, number, number];

/** Enlargements that the buttons and keys step through, as times the whole. */
const STEPS = [1, 1.5, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64];
/** Two enlargements nearer than this are one. */
const SAME = 1.02;
/** How much of the free room a framed part takes. */
const FRAMED = 0.8;

/** The whole picture in the middle of the free room. `ratio` is width by height. */
export function wholeIn(room: Box, ratio: number): Placement {
  const widthPx = Math.max(1, Math.min(room.widthPx, room.heightPx * ratio));
  return centred([0, 0, 100, 100], room, ratio, widthPx);
}

/** A part of the picture as large as the free room and the source (`mostPx` wide) allow, in the middle of the room. */
export function framed(part: Part, room: Box, ratio: number, mostPx: number): Placement {
  const [, , width, height] = part;
  const least = wholeIn(room, ratio).widthPx;
  const fitting = Math.min(
    (room.widthPx * FRAMED * 100) / Math.max(width, 0.1),
    (room.heightPx * FRAMED * ratio * 100) / Math.max(height, 0.1)
  );
  return centred(part, room, ratio, Math.max(least, Math.min(fitting, mostPx)));
}

/** The same picture at another width; the point of the bench stays over the same point of the picture. */
export function resized(from: Placement, widthPx: number, about: { xPx: number; yPx: number }): Placement {
  const times = widthPx / from.widthPx;
  return {
    leftPx: about.xPx - (about.xPx - from.leftPx) * times,
    topPx: about.yPx - (about.yPx - from.topPx) * times,
    widthPx
  };
}

/** The next width on the ladder of enlargements, from the whole (`leastPx`) to the source (`mostPx`). */
export function steppedWidth(nowPx: number, leastPx: number, mostPx: number, direction: 1 | -1): number {
  const widths = [...STEPS.map((times) => times * leastPx).filter((width) => width * SAME < mostPx), mostPx];
  const next =
    direction > 0 ? widths.find((width) => width > nowPx * SAME) : widths.findLast((width) => width * SAME < nowPx);
  return next ?? (direction > 0 ? Math.max(mostPx, leastPx) : leastPx);
}

/** Brings a picture back so that no empty desk is between it and the free room's edge; a smaller one lies in the middle. */
export function keptInView(placement: Placement, room: Box, ratio: number): Placement {
  const { widthPx } = placement;
  return {
    leftPx: kept(placement.leftPx, widthPx, room.leftPx, room.widthPx),
    topPx: kept(placement.topPx, widthPx / ratio, room.topPx, room.heightPx),
    widthPx
  };
}

/** Whether the picture is no larger than it is as a whole. */
export function isWhole(widthPx: number, leastPx: number): boolean {
  return widthPx <= leastPx * SAME;
}

/** Whether a pixel of the source is a pixel of the page: nothing more is to be seen by enlarging. */
export function isAtSource(widthPx: number, mostPx: number): boolean {
  return widthPx * SAME >= mostPx;
}

function centred([left, top, width, height]: Part, room: Box, ratio: number, widthPx: number): Placement {
  return {
    leftPx: room.leftPx + room.widthPx / 2 - ((left + width / 2) / 100) * widthPx,
    topPx: room.topPx + room.heightPx / 2 - (((top + height / 2) / 100) * widthPx) / ratio,
    widthPx
  };
}

function kept(edgePx: number, lengthPx: number, roomEdgePx: number, roomPx: number): number {
  if (lengthPx <= roomPx) return roomEdgePx + (roomPx - lengthPx) / 2;
  return Math.min(roomEdgePx, Math.max(roomEdgePx + roomPx - lengthPx, edgePx));
}
