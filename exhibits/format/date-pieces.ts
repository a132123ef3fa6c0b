import { firstDay, lastDay, type DatePoint } from './date-points';
import { parseDate, type DateEnd, type DateSpan } from './dates';

/** What is not sure about a stretch of time: nothing, its extent (`~`), the account itself (`?`), or both (`%`). */
export type PieceDoubt = 'none' | 'about' | 'uncertain' | 'both';

/** A stretch of time as it may be drawn: days since 1970-01-01, first and last inclusive; null = open. */
export interface DatePiece {
  first: number | null;
  last: number | null;
  doubt: PieceDoubt;
}

/**
 * A date in pieces by how surely each is known, in order of time: the known span between a doubtful beginning and a
 * doubtful end, or the members of a set. Empty for a text that is no date.
 */
export function datePieces(edtf: string): DatePiece[] {
  const result = parseDate(edtf);
  if (!result.ok) return [];
  const { date } = result;
  switch (date.kind) {
    case 'point':
      return [pieceOf(date.point)];
    case 'interval':
      return spanPieces(date);
    case 'set':
      return date.members.map(({ from, to }) => (from === to && isPoint(from) ? pieceOf(from) : whole(from, to)));
  }
}

/** The surely known stretch, and before and after it an end of which there is doubt. */
function spanPieces({ from, to }: DateSpan): DatePiece[] {
  const start = doubtful(from);
  const end = doubtful(to);
  // Both ends lie within one doubtful year: nothing between them is known.
  if (start && end && start.last! >= end.first!) {
    return [{ first: start.first, last: end.last, doubt: start.doubt === end.doubt ? start.doubt : 'both' }];
  }
  const known: DatePiece = {
    first: start ? start.last! + 1 : whole(from, from).first,
    last: end ? end.first! - 1 : whole(to, to).last,
    doubt: 'none'
  };
  const isSomething = known.first === null || known.last === null || known.first <= known.last;
  return [...(start ? [start] : []), ...(isSomething ? [known] : []), ...(end ? [end] : [])];
}

const isPoint = (end: DateEnd): end is DatePoint => typeof end !== 'string';

function doubtful(end: DateEnd): DatePiece | null {
  return isPoint(end) && (end.isApproximate || end.isUncertain) ? pieceOf(end) : null;
}

function whole(from: DateEnd, to: DateEnd): DatePiece {
  return { first: isPoint(from) ? firstDay(from) : null, last: isPoint(to) ? lastDay(to) : null, doubt: 'none' };
}

function pieceOf(point: DatePoint): DatePiece {
  const { isApproximate, isUncertain } = point;
  const doubt = isApproximate ? (isUncertain ? 'both' : 'about') : isUncertain ? 'uncertain' : 'none';
  return { first: firstDay(point), last: lastDay(point), doubt };
}
