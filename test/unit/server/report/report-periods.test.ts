import { describe, expect, it } from 'vitest';
import { reportPeriod, reportPeriods } from '../../../../server/report/report-periods';

describe('periods of the report', () => {
  it('are months and quarters of the calendar', () => {
    expect(reportPeriod('2024-02')).toEqual({ name: '2024-02', from: '2024-02-01', to: '2024-02-29' });
    expect(reportPeriod('2026-Q4')).toEqual({ name: '2026-Q4', from: '2026-10-01', to: '2026-12-31' });
    for (const name of ['2026-13', '2026-Q5', '2026', '2026-1', 'all']) expect(reportPeriod(name)).toBeNull();
  });

  it('reach from today back to the first day that was counted', () => {
    expect(reportPeriods('2025-11-20', '2026-02-03').map(({ name }) => name)).toEqual([
      '2026-Q1',
      '2026-02',
      '2026-01',
      '2025-Q4',
      '2025-12',
      '2025-11'
    ]);
  });
});
