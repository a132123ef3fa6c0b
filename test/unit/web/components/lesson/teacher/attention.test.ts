import { describe, expect, it } from 'vitest';
import type { AskedTask } from '../../../../../../server/contract/lesson/answers';
import type { SeatView } from '../../../../../../server/contract/lesson/views';
import type { AnswerRow } from '../../../../../../web/components/lesson/teacher/answer-rows';
import { attentionOf } from '../../../../../../web/components/lesson/teacher/attention';

const seat = (number: number, changes: Partial<SeatView> = {}): SeatView => ({
  seat: number,
  state: 'here',
  alias: null,
  seatCode: null,
  group: null,
  isHelpWanted: false,
  answer: { isLate: false, isRight: true },
  found: 0,
  moved: 0,
  ...changes
});
const seatsOf = (...seats: SeatView[]) => Object.fromEntries(seats.map((one) => [String(one.seat), one]));
const row = (key: string, count: number, isRight: boolean): AnswerRow => ({
  ...{ key, count, isRight, mark: key },
  ...{ text: key, lang: null }
});
const task = { kind: 'choice' } as AskedTask;
const live = { phase: 'live' as const, joined: 4 };

describe('what a teacher should look at', () => {
  it('is nothing while all have handed in the right answer', () => {
    const seats = seatsOf(seat(1), seat(2), seat(3, { state: 'empty', answer: null }));
    expect(attentionOf(live, { answered: 2, solution: null, task }, seats, [row('a', 2, true)])).toEqual([]);
  });

  it('is help first, then who is waited for, the commonest mistake, and who is cut off', () => {
    const seats = seatsOf(
      seat(1, { answer: null }),
      seat(2, { isHelpWanted: true }),
      seat(3),
      seat(4, { state: 'away' }),
      seat(5, { state: 'empty', answer: null })
    );
    const rows = [row('a', 1, true), row('b', 2, false), row('c', 0, false)];
    expect(attentionOf(live, { answered: 3, solution: null, task }, seats, rows)).toEqual([
      { kind: 'help', seat: 2 },
      { kind: 'waiting', seats: [1] },
      { kind: 'wrong', row: rows[1] },
      { kind: 'away', seats: [4] }
    ]);
  });

  it('waits until half the class has handed in before it names anybody', () => {
    const seats = seatsOf(seat(1), seat(2, { answer: null }), seat(3, { answer: null }), seat(4, { answer: null }));
    expect(attentionOf(live, { answered: 1, solution: null, task }, seats, [])).toEqual([]);
    expect(
      attentionOf(
        live,
        { answered: 3, solution: null, task },
        seatsOf(seat(1, { answer: { isLate: true, isRight: null } })),
        []
      )
    ).toEqual([{ kind: 'waiting', seats: [1] }]);
  });

  it('calls nothing a mistake where none is right, and no single slip', () => {
    expect(attentionOf(live, null, {}, [row('a', 3, false), row('b', 1, false)])).toEqual([]);
    expect(attentionOf(live, null, {}, [row('a', 3, true), row('b', 1, false)])).toEqual([]);
  });

  it('waits for nobody once the answer is shown', () => {
    const shown = { answered: 3, solution: { explain: {}, facts: [] }, task };
    expect(attentionOf(live, shown, seatsOf(seat(1, { answer: null })), [])).toEqual([]);
  });
});
