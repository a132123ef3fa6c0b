import { describe, expect, it } from 'vitest';
import { dayFromIso } from '../../../../server/engagement/day';
import { dashboardAsked } from '../../../../server/staff/dashboard-asked';

const TODAY = dayFromIso('2026-10-05');
const ask = (query: Record<string, string>) => dashboardAsked(query, ['port', 'river'], TODAY);

describe('what an address of the dashboard asks', () => {
  it('is the first exhibit and the last thirty days when nothing is said', () => {
    expect(ask({})).toEqual({
      exhibit: 'port',
      period: '30',
      from: '2026-09-06',
      to: '2026-10-05',
      month: '2026-10',
      against: null
    });
    expect(dashboardAsked({}, [], TODAY)).toBeNull();
  });

  it('is a month, as far as it has come', () => {
    expect(ask({ period: 'month', month: '2026-02' })).toMatchObject({ from: '2026-02-01', to: '2026-02-28' });
    expect(ask({ period: 'month' })).toMatchObject({ from: '2026-10-01', to: '2026-10-05' });
    expect(ask({ period: 'month', month: '2027-01' })).toMatchObject({ from: '2026-10-01', to: '2026-10-05' });
  });

  it('takes days by hand, turns them round, and ends today and after a year', () => {
    const days = (from: string, to: string) => ask({ period: 'days', from, to });
    expect(days('2026-09-30', '2026-09-01')).toMatchObject({ from: '2026-09-01', to: '2026-09-30' });
    expect(days('2026-10-01', '2030-01-01')).toMatchObject({ from: '2026-10-01', to: '2026-10-05' });
    expect(days('1990-01-01', '2026-10-05')).toMatchObject({ from: '2025-10-05', to: '2026-10-05' });
    expect(days('yesterday', '')).toMatchObject({ from: '2026-09-06', to: '2026-10-05' });
    expect(days('2030-01-01', '2031-01-01')).toMatchObject({ to: '2026-10-05' });
  });

  it('sets the days before beside it, of a month the month before as far as this one has come', () => {
    expect(ask({ period: '7', against: 'before' })?.against).toEqual({
      kind: 'before',
      from: '2026-09-22',
      to: '2026-09-28'
    });
    expect(ask({ period: 'month', against: 'before' })?.against).toEqual({
      kind: 'before',
      from: '2026-09-01',
      to: '2026-09-05'
    });
    expect(ask({ period: 'month', month: '2026-03', against: 'before' })?.against).toEqual({
      kind: 'before',
      from: '2026-02-01',
      to: '2026-02-28'
    });
  });

  it('sets another exhibit beside it, never itself and none that is not there', () => {
    expect(ask({ against: 'river' })?.against).toEqual({ kind: 'exhibit', exhibit: 'river' });
    expect(ask({ exhibit: 'river', against: 'river' })).toMatchObject({ exhibit: 'river', against: null });
    expect(ask({ exhibit: 'atlantis', against: 'atlantis' })).toMatchObject({ exhibit: 'port', against: null });
  });
});
