import { describe, expect, it } from 'vitest';
import { dashboardFigures } from '../../../../../server/staff/dashboard-figures';
import type { DashboardSums } from '../../../../../server/storage/store';
import { figureTables } from '../../../../../web/components/dashboard/tables';
import { messagesOf } from '../../../../../web/i18n/messages';
import { createTranslator } from '../../../../../web/i18n/translator';
import { sampleExhibit } from '../../sample';

const exhibit = sampleExhibit();
const t = await createTranslator('en', messagesOf('en'));
const given = (option: string, right: boolean, n: number, attempt = 1) => ({
  activity: 'activity:how-many',
  option,
  right,
  attempt,
  n
});
const SUMS: DashboardSums = {
  types: [
    { type: 'view', n: 90 },
    { type: 'zoom', n: 12 }
  ],
  days: [{ day: 20_732, visits: 60, visitors: 50, views: 90, dwellMs: 60_000 }],
  targets: [],
  reached: [],
  hours: [
    { day: 20_732, hour: 9, visits: 56 },
    { day: 20_732, hour: 10, visits: 4 }
  ],
  channels: [
    { channel: 'web', visits: 57 },
    { channel: 'kiosk', visits: 3 }
  ],
  locales: [{ locale: 'en', visits: 60 }],
  views: [{ view: 'story', visits: 60 }],
  inGallery: [],
  inTimeline: [],
  answers: [
    given('3', true, 20),
    given('3', true, 6, 2),
    given('4', false, 4),
    given('5', false, 3),
    given('6', false, 1)
  ]
};
const figures = dashboardFigures(exhibit, '2026-10-06', '2026-10-06', SUMS);

describe('tables behind the charts', () => {
  const rowsOf = (
    id: string,
    beside: Parameters<typeof figureTables>[0] = { figures, beside: null, besideTitle: null }
  ) => figureTables(beside, exhibit, 'en', t).find((table) => table.id === id);

  it('hide under five what the chart beside them hides', () => {
    expect(rowsOf('ways')?.rows.slice(0, 2)).toEqual([
      ['How they come', 'Browser', 57, 95],
      ['How they come', 'Screen in the house', 'under 5', null]
    ]);
    const hours = rowsOf('hours')?.rows;
    expect(hours?.[9]).toContain(56);
    expect(hours?.[10]?.slice(0, -1)).toContain('under 5');
    expect(hours?.[11]?.slice(0, -1)).not.toContain('under 5');
  });

  it('have answers at the first attempt and at any, and add up', () => {
    expect(rowsOf('answers')?.rows.map((row) => row.slice(1))).toEqual([
      ['3 stamps', 'right', 20, 26],
      ['Anything else, each fewer than 5 times', '', 8, 8]
    ]);
  });

  it('tell what was done besides looking', () => {
    expect(rowsOf('acts')?.rows).toEqual([['Looked closely', 12]]);
  });

  it('name both exhibits that stand beside each other by their titles, one day as one', () => {
    const other = { ...figures, exhibit: 'river' };
    const header = rowsOf('summary', { figures, beside: other, besideTitle: { en: 'The\nRiver' } })?.header;
    expect(header?.at(-1)).toBe('The River 2026-10-06');
    expect(header?.[1]).toMatch(/^\D+ 2026-10-06$/);
    expect(rowsOf('summary')?.header).toEqual(['What', '2026-10-06']);
  });
});
