import { describe, expect, it } from 'vitest';
import { openKeyGuard } from '../../../../server/staff/key-guard';

const KEY = '0123456789abcdef';
const DAY_S = 86_400;

function guard() {
  const time = { s: 0 };
  const refused: [string, number][] = [];
  const opened = openKeyGuard({
    staffKey: KEY,
    now: () => time.s * 1000,
    onRefused: (reason, count) => refused.push([reason, count])
  });
  return { time, refused, ...opened };
}

describe('the staff key', () => {
  it('is not compared any more after ten wrong ones from an address, until half a minute has gone', () => {
    const { time, compare } = guard();
    const kinds = Array.from({ length: 11 }, () => compare('1.2.3.4', 'guess').kind);
    expect(kinds).toEqual([...Array<string>(10).fill('wrong'), 'too-many']);
    expect(compare('1.2.3.4', KEY)).toEqual({ kind: 'too-many', retryAfterS: 30 });
    time.s += 30;
    expect(compare('1.2.3.4', KEY).kind).toBe('right');
  });

  it('opens for others meanwhile, however many addresses try, and as often as it is given', () => {
    const { compare } = guard();
    for (let n = 0; n < 2_000; n++) compare(`10.0.${n >> 8}.${n % 256}`, 'guess');
    for (let n = 0; n < 200; n++) expect(compare('1.2.3.4', ` ${KEY}\n`).kind).toBe('right');
  });

  it('tells of every wrong one at first, then of how many came, so that a day of trying is two hundred lines', () => {
    const { time, refused, compare } = guard();
    for (; time.s < DAY_S; time.s++) compare('1.2.3.4', 'guess');
    expect(refused.slice(0, 11)).toEqual([...Array<unknown>(10).fill(['wrong key', 1]), ['too many attempts', 1]]);
    expect(refused.length).toBeLessThan(200);
    expect(refused.reduce((sum, [, count]) => sum + count, 0)).toBeGreaterThan(DAY_S - 600);
  });
});
