import { describe, expect, it } from 'vitest';
import type { EventBody } from '../../../../server/contract/lesson/events';
import { logged } from '../../../../server/contract/lesson/run';
import { EMPTY_STATE, type LessonState } from '../../../../server/contract/lesson/state';
import type { Connection, EncodedMessage } from '../../../../server/lessons/connection';
import { FanOut } from '../../../../server/lessons/fan-out';
import { lessonSetup } from '../../../support/lesson-setup';

const PUPILS = 12;

describe('what a class is told', () => {
  it('is encoded once, however many it goes to', () => {
    const { fanOut, told, state } = classOf(PUPILS);
    step(fanOut, state, { kind: 'led', at: 'section:first', view: null });
    const messages = told.map((own) => own.at(-1));
    expect(messages[0]?.bytes.toString()).toContain('"at":"section:first"');
    expect(new Set(messages).size).toBe(1);
    expect(new Set(messages.map((one) => one?.bytes)).size).toBe(1);
  });

  it('is told of many answers in one, and who gave one at once', async () => {
    const { fanOut, told, state } = classOf(PUPILS);
    let now = step(fanOut, state, { kind: 'asked', task: 'colour', closesAt: null });
    for (let n = 0; n < PUPILS; n += 1) {
      const answer = { kind: 'choice' as const, options: ['a'] };
      now = step(fanOut, now, { kind: 'answered', member: `m${n}`, task: 'colour', answer, isLate: false });
    }
    const answers = told.map((own) => own.slice(1).map(({ bytes }) => bytes.toString()));
    expect(answers.map((own) => own.length)).toEqual(told.map(() => 1));
    for (const [own] of answers) expect(own).toContain('"options":["a"]');
    await expect.poll(() => told.map((own) => own.length), { timeout: 2_000 }).toEqual(told.map(() => 3));
    expect(new Set(told.map((own) => own[2])).size).toBe(1);
    expect(told[0]?.[2]?.bytes.toString()).toContain(`"answered":${PUPILS}`);
  });

  it('is whole for whoever comes while something waits to be told', () => {
    const { fanOut, told, state } = classOf(PUPILS);
    const now = step(fanOut, state, { kind: 'led', at: 'section:first', view: null });
    step(fanOut, now, { kind: 'joined', member: 'late', seat: PUPILS, seatCode: '0000' });
    const { view } = fanOut.hello('projector', '');
    expect(view.room.joined).toBe(PUPILS + 1);
    expect(told[0]?.at(-1)?.bytes.toString()).toContain(`"joined":${PUPILS + 1}`);
  });

  it('does not reach a pupil when it is another’s own', () => {
    const { fanOut, told, state } = classOf(PUPILS);
    step(fanOut, state, { kind: 'help-asked', member: 'm3', isWanted: true });
    expect(told.map(({ length }) => length)).toEqual(told.map((_, n) => (n === 3 ? 1 : 0)));
    expect(told[3]?.[0]?.bytes.toString()).toContain('"isHelpWanted":true');
  });

  it('goes no more to a device that cannot take it', () => {
    const { fanOut, told, state, slow } = classOf(PUPILS);
    slow.add(5);
    const next = step(fanOut, state, { kind: 'led', at: 'section:first', view: null });
    expect(fanOut.size).toBe(PUPILS - 1);
    step(fanOut, next, { kind: 'led', at: 'object:letter', view: null });
    expect(told.map(({ length }) => length)).toEqual(told.map((_, n) => (n === 5 ? 1 : 2)));
  });
});

/** A class whose pupils are all connected; what each was told. Numbers in `slow` take what comes and no more. */
function classOf(count: number) {
  const setup = lessonSetup();
  const joined = Array.from({ length: count }, (_, n): EventBody => ({
    kind: 'joined',
    member: `m${n}`,
    seat: n + 1,
    seatCode: '0000'
  }));
  const opened: EventBody[] = [{ kind: 'opened', teacher: 't1', keepDays: 30 }, ...joined, { kind: 'started' }];
  const { state } = logged(EMPTY_STATE, opened, 1_000);
  const fanOut = new FanOut(
    setup,
    state,
    () => ({ code: '123456', secondCode: null }),
    () => 1_000
  );
  const slow = new Set<number>();
  const told: EncodedMessage[][] = joined.map(() => []);
  told.forEach((own, n) => {
    const connection: Connection = {
      role: 'pupil',
      who: `m${n}`,
      send: (message) => own.push(message) > 0 && !slow.has(n),
      end: () => {}
    };
    fanOut.add(connection);
  });
  return { fanOut, told, state, slow };
}

function step(fanOut: FanOut, before: LessonState, event: EventBody): LessonState {
  const { events, state } = logged(before, [event], 2_000);
  fanOut.tell(state, events);
  return state;
}
