import { answerValue } from '../contract/engagement';
import { hourOf } from '../engagement/day';
import { Reached, USED_VIEW, typeNumber, viewNumber } from './reached';
import { COUNTED, type EventRow, type RowBatch } from './store';
import { CommitSums } from './sums';

/** What counting a batch needs of its store. */
export interface TallyStore {
  /** Number of a text in the dictionary. */
  wordId(text: string): number;
  /** Whether the event was not there before; called once for each row, in order. */
  isNew(row: EventRow, ids: RowIds): boolean;
  /** What the stay has been counted for on a day; null when it was not there that day. */
  reached(exhibit: number, day: number): Uint8Array | null;
}

/** Numbers of a row's words. */
export interface RowIds {
  exhibit: number;
  edition: number | null;
  channel: number;
  view: number;
  locale: number;
  type: number;
  target: number;
}

export interface Tally {
  /** Rows that were not there before. */
  accepted: number;
  exhibit: number;
  /** The stay by day, where something of it was new. */
  stays: Map<number, Reached>;
}

/**
 * Counts one batch into the sums of its transaction: the same for every store. Visitors of the day are counted by
 * `addVisitor`, when the store knows that the key is new.
 */
export function tally(batch: RowBatch, store: TallyStore, sums: CommitSums): Tally {
  const { wordId } = store;
  const exhibit = wordId(batch.exhibit);
  const edition = batch.edition === null ? null : wordId(batch.edition);
  const channel = wordId(batch.channel);
  const view = wordId(batch.view);
  const locale = wordId(batch.locale);
  const none = wordId('');
  const stays = new Map<number, Reached>();
  const viewN = viewNumber(batch.view);
  let accepted = 0;

  /** The stay on the day of an event; a new one is counted. */
  function stayOf(row: EventRow): Reached {
    const known = stays.get(row.day);
    if (known) return known;
    const before = store.reached(exhibit, row.day);
    const stay = new Reached(before);
    stays.set(row.day, stay);
    const visits = wordId(COUNTED.visits);
    if (!before) {
      CommitSums.add(sums.rollup, [exhibit, row.day, none, visits], 1, 1, null);
      CommitSums.one(sums.arrivals, [exhibit, row.day, hourOf(row.at), channel, locale]);
    }
    if (stay.add(0, USED_VIEW, viewN).inView) {
      CommitSums.add(sums.viewRollup, [exhibit, view, visits, row.day, none], 1, 1, null);
    }
    return stay;
  }

  for (const row of batch.rows) {
    const type = wordId(row.type);
    const target = wordId(row.target);
    if (!store.isNew(row, { exhibit, edition, channel, view, locale, type, target })) continue;
    accepted++;
    const first = stayOf(row).add(target, typeNumber(row.type), viewN);
    CommitSums.add(sums.rollup, [exhibit, row.day, target, type], 1, Number(first.inAny), row.durationMs);
    CommitSums.add(sums.viewRollup, [exhibit, view, type, row.day, target], 1, Number(first.inView), row.durationMs);
    if (row.type === 'answer') CommitSums.one(sums.answers, [exhibit, row.day, target, ...answerKey(row)]);
  }
  if (batch.apart) {
    const { what, day, n } = batch.apart;
    CommitSums.add(sums.rollup, [exhibit, day, none, wordId(COUNTED[what])], n, 0, null);
  }
  return { accepted, exhibit, stays };
}

/** Counts a visitor's key that was not there before on its day. */
export function addVisitor(exhibit: number, day: number, wordId: (text: string) => number, sums: CommitSums): void {
  CommitSums.add(sums.rollup, [exhibit, day, wordId(''), wordId(COUNTED.visitors)], 1, 0, null);
}

/** Every text of a batch that has a number, for a store that asks for all of them at once. */
export function wordsOf(batch: RowBatch): string[] {
  const { exhibit, edition, channel, view, locale, rows } = batch;
  const frame = [exhibit, channel, view, locale, ...(edition === null ? [] : [edition])];
  return [...frame, ...rows.flatMap(({ type, target }) => [type, target]), '', ...Object.values(COUNTED)];
}

/** Option, whether it was right (1, 0; −1 where nothing is right or wrong), attempt. */
function answerKey({ value }: EventRow): [string, number, number] {
  const { option, right, attempt } = answerValue.parse(JSON.parse(value ?? 'null'));
  return [option, right === undefined ? -1 : Number(right), attempt];
}
