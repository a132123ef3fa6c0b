import { describe, expect, it } from 'vitest';
import { Buckets } from '../../../../server/engagement/buckets';

describe('token buckets', () => {
  it('lets a burst pass, then says how many seconds to wait', () => {
    const buckets = new Buckets({ burst: 3, perSecond: 0.5 });
    expect([1, 2, 3].map(() => buckets.take('a', 0))).toEqual([0, 0, 0]);
    expect(buckets.take('a', 0)).toBe(2);
    expect(buckets.take('a', 1_000)).toBe(1);
    expect(buckets.take('a', 2_000)).toBe(0);
    expect(buckets.take('b', 0)).toBe(0);
  });

  it('say how long one would wait, and lose nothing by being asked', () => {
    const buckets = new Buckets({ burst: 1, perSecond: 0.5 });
    expect([1, 2].map(() => buckets.waitS('a', 0))).toEqual([0, 0]);
    buckets.take('a', 0);
    expect([buckets.waitS('a', 0), buckets.waitS('a', 2_000)]).toEqual([2, 0]);
  });

  it('lets a class of sixty behind one address work for an hour', () => {
    const buckets = new Buckets({ burst: 600, perSecond: 20 });
    let refused = 0;
    for (let second = 0; second < 3_600; second++) {
      // Everybody opens the page in the same ten seconds, then each sends a batch every 15 s.
      const requests = second < 10 ? 24 : 4;
      for (let n = 0; n < requests; n++) refused += buckets.take('school', second * 1000) > 0 ? 1 : 0;
    }
    expect(refused).toBe(0);
  });

  it('forgets keys nobody uses any more and stays bounded under a flood of new ones', () => {
    const buckets = new Buckets({ burst: 1, perSecond: 1 });
    for (let n = 0; n < 60_000; n++) buckets.take(`old-${n}`, n);
    expect(buckets.size).toBeLessThanOrEqual(50_000);
    expect(buckets.take('old-59999', 60_000)).toBeGreaterThan(0);
  });
});
