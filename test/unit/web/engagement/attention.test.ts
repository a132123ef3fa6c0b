import { describe, expect, it } from 'vitest';
import { watchAttention } from '../../../../web/engagement/attention';
import { watchStays } from '../../../../web/engagement/stays';

describe('attention', () => {
  it('runs while the page is visible and focused and the visitor does something now and then', () => {
    let now = 1_000_000;
    const attention = watchAttention(() => now);
    now += 5_000;
    expect(attention.total()).toBe(0);
    attention.run(true);
    now += 20_000;
    attention.act();
    now += 20_000;
    expect(attention.total()).toBe(40_000);
    attention.run(false);
    now += 60_000;
    expect(attention.total()).toBe(40_000);
    attention.act();
    now += 5_000;
    expect(attention.total()).toBe(40_000);
    attention.run(true);
    now += 1_000;
    expect(attention.total()).toBe(41_000);
  });

  it('pauses 30 seconds after the last sign of a visitor and goes on with the next', () => {
    let now = 0;
    const attention = watchAttention(() => now);
    attention.run(true);
    now = 10_000;
    attention.act();
    now = 500_000;
    expect(attention.total()).toBe(40_000);
    attention.act();
    expect(attention.total()).toBe(40_000);
    now = 501_000;
    expect(attention.total()).toBe(41_000);
  });

  it('never runs backwards when the clock is set back', () => {
    let now = 100_000;
    const attention = watchAttention(() => now);
    attention.run(true);
    now = 110_000;
    attention.act();
    now = 50_000;
    expect(attention.total()).toBe(10_000);
    attention.act();
    now = 51_000;
    expect(attention.total()).toBe(11_000);
  });
});

describe('stays', () => {
  function watch() {
    const views: [string, number][] = [];
    const clock = { ms: 0 };
    const stays = watchStays(
      () => clock.ms,
      (target, durationMs) => views.push([target, durationMs])
    );
    return { views, clock, stays };
  }

  it('tells of a stay of two seconds and more, once, when it ends', () => {
    const { views, clock, stays } = watch();
    const [dragon, wharf] = [{}, {}];
    stays.enter(dragon, 'object:dragon');
    clock.ms = 500;
    stays.enter(wharf, 'object:wharf');
    stays.enter(dragon, 'object:dragon');
    clock.ms = 2_000;
    stays.leave(dragon);
    stays.leave(wharf);
    stays.leave(dragon);
    expect(views).toEqual([['object:dragon', 2_000]]);
  });

  it('ends all stays when the page hides, and begins anew for what is still there', () => {
    const { views, clock, stays } = watch();
    const section = {};
    stays.enter(section, 'section:ford');
    clock.ms = 3_000;
    stays.leaveAll();
    clock.ms = 4_000;
    stays.leaveAll();
    clock.ms = 9_000;
    stays.leave(section);
    expect(views).toEqual([
      ['section:ford', 3_000],
      ['section:ford', 5_000]
    ]);
  });

  it('claims an hour at most', () => {
    const { views, clock, stays } = watch();
    const section = {};
    stays.enter(section, 'section:ford');
    clock.ms = 9_000_000;
    stays.leave(section);
    expect(views).toEqual([['section:ford', 3_600_000]]);
  });
});
