import { describe, expect, it } from 'vitest';
import { dashboardFigures } from '../../../../server/staff/dashboard-figures';
import type { DashboardSums } from '../../../../server/storage/store';
import { sampleExhibit } from '../../web/sample';

const NOTHING: DashboardSums = {
  types: [],
  days: [],
  targets: [],
  reached: [],
  hours: [],
  channels: [],
  locales: [],
  views: [],
  inGallery: [],
  inTimeline: [],
  answers: []
};
const figuresOf = (sums: Partial<DashboardSums>) =>
  dashboardFigures(sampleExhibit(), '2026-10-01', '2026-10-05', { ...NOTHING, ...sums });
const given = (task: string, option: string, right: boolean | null, attempt: number, n: number) => ({
  activity: `activity:${task}`,
  option,
  right,
  attempt,
  n
});

describe('figures as the dashboard shows them', () => {
  it('put points in no part of a picture together, and count first attempts apart from all', () => {
    const { tasks } = figuresOf({
      answers: [
        given('which-name', 'name', true, 1, 9),
        given('which-name', 'name', true, 2, 4),
        given('which-name', '41.2,23.4', false, 1, 3),
        given('which-name', '8.0,90.5', false, 1, 2),
        given('which-name', '8.0,90.5', false, 2, 1)
      ]
    });
    expect(tasks).toEqual([
      {
        activity: 'activity:which-name',
        first: 14,
        firstRight: 9,
        all: 19,
        options: [
          { option: 'name', right: true, n: 9, all: 13 },
          { option: '*', right: false, n: 5, all: 6 }
        ]
      }
    ]);
  });

  it('show no language by a name that a sender made up', () => {
    const { locales } = figuresOf({
      locales: [
        { locale: 'zh-Hans', visits: 40 },
        { locale: 'en', visits: 3 },
        { locale: 'xx-hello-world', visits: 5 },
        { locale: 'fr', visits: 2 }
      ]
    });
    expect(locales).toEqual([
      { name: 'zh-Hans', visits: 40 },
      { name: 'und', visits: 7 },
      { name: 'en', visits: 3 }
    ]);
  });

  it('tell how long sections were looked at, in their order behind the opening', () => {
    const looked = { views: 12, visits: 10, dwellMs: 120_000, histogram: [0, 0, 0, 12, 0, 0, 0, 0] };
    const { sections } = figuresOf({
      views: [{ view: 'story', visits: 11 }],
      targets: [{ target: 'section:ford', ...looked }]
    });
    expect(sections[0]).toEqual({ target: 'view:story', views: 0, visits: 11, dwell: null });
    expect(sections[1]).toMatchObject({ target: 'section:ford', views: 12, visits: 10 });
    expect(sections[1]?.dwell?.medianMs).toBeGreaterThan(2_000);
    expect(sections[2]).toMatchObject({ visits: 0, dwell: null });
  });
});
