import { describe, expect, it } from 'vitest';
import { StaffSessions } from '../../../../server/staff/sessions';

const HOUR = 3_600_000;

describe('sessions of staff', () => {
  it('go on while they are used, and end two hours after they were last', () => {
    let nowMs = 0;
    const sessions = new StaffSessions(() => nowMs);
    const word = sessions.begin();
    expect(word).toMatch(/^[\w-]{43}$/);
    for (let hour = 0; hour < 10; hour++) {
      nowMs += HOUR;
      expect(sessions.goesOn(word)).toBe(true);
    }
    nowMs += 2 * HOUR + 1;
    expect(sessions.goesOn(word)).toBe(false);
  });

  it('end after twelve hours in any case, and when they are ended', () => {
    let nowMs = 0;
    const sessions = new StaffSessions(() => nowMs);
    const [word, other] = [sessions.begin(), sessions.begin()];
    expect([sessions.end(other), sessions.end('made up')]).toEqual([true, false]);
    expect([sessions.goesOn(word), sessions.goesOn(other), sessions.goesOn('made up')]).toEqual([true, false, false]);
    for (; nowMs <= 12 * HOUR; nowMs += HOUR) sessions.goesOn(word);
    expect(sessions.goesOn(word)).toBe(false);
  });

  it('are a hundred at most; the one that was quiet longest goes', () => {
    const sessions = new StaffSessions(() => 0);
    const words = Array.from({ length: 100 }, () => sessions.begin());
    sessions.goesOn(words[0] ?? '');
    sessions.begin();
    expect([sessions.goesOn(words[0] ?? ''), sessions.goesOn(words[1] ?? '')]).toEqual([true, false]);
  });
});
