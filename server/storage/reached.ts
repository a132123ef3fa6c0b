import type { Sql } from './sql';
import { engagementBatch, eventType, type EventType } from '../contract/engagement';

/**
 * What one stay has been counted for on one day, so that it is counted once however often it comes back to a work. Kept
 * beside the stay as marks of 4 bytes and deleted with it, after `KEPT_DAYS`.
 */
export class Reached {
  readonly #marks: Set<number>;
  readonly #before: number;

  constructor(bytes: Uint8Array | null) {
    const view = bytes ? new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength) : null;
    this.#marks = new Set();
    for (let at = 0; view && at + 4 <= view.byteLength; at += 4) this.#marks.add(view.getUint32(at));
    this.#before = this.#marks.size;
  }

  /** Counts a deed; says whether it is the stay's first of its kind today, in this view and in any. */
  add(target: number, type: number, view: number): { inView: boolean; inAny: boolean } {
    const mark = markOf(target, type, view);
    if (this.#marks.has(mark)) return { inView: false, inAny: false };
    const inAny = !VIEWS.some((_, other) => this.#marks.has(markOf(target, type, other)));
    this.#marks.add(mark);
    return { inView: true, inAny };
  }

  get hasGrown(): boolean {
    return this.#marks.size > this.#before;
  }

  toBytes(): Buffer {
    const bytes = Buffer.alloc(this.#marks.size * 4);
    let at = 0;
    for (const mark of this.#marks) at = bytes.writeUInt32BE(mark, at);
    return bytes;
  }
}

/** Events up to seven days old are taken in; two more days are for what waits at midnight. */
export const KEPT_DAYS = 9;

/** The places of these lists are in the file: new names go to their ends. Sixteen types and four views fit. */
const TYPES: readonly string[] = eventType.options;
const VIEWS: readonly string[] = engagementBatch.shape.view.options;
/** In the place of a type: the stay used the view at all. */
export const USED_VIEW = 15;

export const typeNumber = (type: EventType) => TYPES.indexOf(type);
export const viewNumber = (view: string) => VIEWS.indexOf(view);

/** `target` is the number of a word, below 2²⁶. */
function markOf(target: number, type: number, view: number): number {
  return target * 64 + type * 4 + view;
}

const place = (column: string, names: readonly string[]) =>
  `CASE (SELECT text FROM word WHERE id = ${column}) ${names.map((name, n) => `WHEN '${name}' THEN ${n}`).join(' ')} END`;

/** The same marks in SQL, of the events of each day and stay since a day: `(exhibit, day, visit, reached)`. */
export function reachedFromEvents(sql: Pick<Sql, 'bytesOfRows' | 'hex8'>): string {
  const view = place('view', VIEWS);
  return `SELECT exhibit, day, visit, ${sql.bytesOfRows(sql.hex8('mark'))} AS reached FROM (
      SELECT DISTINCT exhibit, day, visit, CAST(target AS BIGINT) * 64 + (${place('type', TYPES)}) * 4 + (${view}) AS mark
      FROM event WHERE day >= $from
      UNION
      SELECT DISTINCT exhibit, day, visit, CAST(${USED_VIEW * 4} AS BIGINT) + (${view}) FROM event WHERE day >= $from) AS marks
    GROUP BY exhibit, day, visit`;
}
