import type { Ask, RoomView, SeatView } from '../../../../server/contract/lesson/views';
import type { AnswerRow } from './answer-rows';

/** What a teacher should look at once, most pressing first. Seats in their order. */
export type Attention =
  | { kind: 'help'; seat: number }
  | { kind: 'waiting'; seats: number[] }
  | { kind: 'wrong'; row: AnswerRow }
  | { kind: 'away'; seats: number[] };

/** So few are named one by one. */
const FEW = 8;
/** A wrong answer is worth a word once so many gave it, and a tenth of the class. */
const WRONG_LEAST = 2;

/**
 * Who wants help; who has not handed in, once half the class has; the wrong answer given most; whose device is gone.
 * `rows`: the answers to what is asked; none while nothing is.
 */
export function attentionOf(
  { phase, joined }: Pick<RoomView, 'phase' | 'joined'>,
  ask: Pick<Ask, 'answered' | 'solution' | 'task'> | null,
  seats: Record<string, SeatView>,
  rows: readonly AnswerRow[]
): Attention[] {
  const taken = Object.values(seats)
    .filter(({ state }) => state !== 'empty')
    .sort((a, b) => a.seat - b.seat);
  const help = taken.filter(({ isHelpWanted }) => isHelpWanted).map(({ seat }): Attention => ({ kind: 'help', seat }));
  const away = taken.filter(({ state }) => state === 'away').map(({ seat }) => seat);
  return [
    ...help,
    ...(phase === 'live' && ask && !ask.solution ? waiting(ask, taken, joined) : []),
    ...wrong(rows, joined),
    ...(away.length > 0 ? [{ kind: 'away' as const, seats: away }] : [])
  ];
}

function waiting({ answered, task }: Pick<Ask, 'answered' | 'task'>, taken: SeatView[], joined: number): Attention[] {
  if (task.kind === 'hunt' || answered * 2 < joined) return [];
  const seats = taken.filter(({ answer }) => answer === null || answer.isLate).map(({ seat }) => seat);
  return seats.length > 0 && seats.length <= FEW ? [{ kind: 'waiting', seats }] : [];
}

function wrong(rows: readonly AnswerRow[], joined: number): Attention[] {
  // Where none is right nothing is wrong.
  if (!rows.some(({ isRight }) => isRight)) return [];
  const [worst] = rows.filter(({ isRight }) => !isRight).sort((a, b) => b.count - a.count);
  return worst && worst.count >= WRONG_LEAST && worst.count * 10 >= joined ? [{ kind: 'wrong', row: worst }] : [];
}
