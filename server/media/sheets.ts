import { createHash } from 'node:crypto';
import type { Picture, Sheet } from '../../exhibits/format/compiled';
import type { Plan } from '../../exhibits/plan/plan';

/** Edge of a cell in pixels; the gallery's thumbnail layers are as large. */
export const CELL_PX = 128;
/** Cells side by side: 2048 pixels, what every device can decode. */
export const MOST_COLUMNS = 16;
/** Later works of a larger room have no thumbnail, only their picture. */
const MOST_CELLS = 256;
/** Counted up when sheets are drawn differently. */
const LAYOUT = 1;

/**
 * One sheet for each room with works, its cells in the order the works hang. The hash is of all the sheet is made from,
 * so that an address never changes its content.
 */
export function sheetsOf(
  exhibit: string,
  plan: Plan,
  pictures: Record<string, { picture: Picture }>
): Record<string, Sheet> {
  const sheets: Record<string, Sheet> = {};
  for (const room of plan.rooms) {
    const objects = room.works.slice(0, MOST_CELLS).map((work) => work.object);
    if (objects.length === 0) continue;
    const sources = objects.map((object) => pictures[object]?.picture.derivatives[0]?.url ?? '');
    const hash = createHash('sha256')
      .update(JSON.stringify([LAYOUT, sources]))
      .digest('hex')
      .slice(0, 16);
    sheets[room.id] = {
      url: `/media/${exhibit}/rooms/${room.id}/${hash}/sheet.webp`,
      columns: Math.min(MOST_COLUMNS, objects.length),
      objects
    };
  }
  return sheets;
}

export function sheetAddress(exhibit: string, room: string, hash: string): string {
  return `/media/${exhibit}/rooms/${room}/${hash}/sheet.webp`;
}

/** Of the addresses of the pictures on it, which carry hashes of their content themselves. */
export function sheetHash(sources: string[]): string {
  return createHash('sha256')
    .update(JSON.stringify([LAYOUT, sources]))
    .digest('hex')
    .slice(0, 16);
}
