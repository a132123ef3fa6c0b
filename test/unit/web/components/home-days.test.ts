import { describe, expect, it } from 'vitest';
import { isDayShown } from '../../../../web/components/home-days';

const june = { id: 'archives-day', seal: '六月九日', title: { en: 'Day' }, text: { en: 'A day.' }, month: 6, day: 9 };

describe('a day of the house', () => {
  it.each([
    ['2026-05-31', false],
    ['2026-06-01', true],
    ['2026-06-09', true],
    ['2026-06-10', false]
  ])('from 1 to 9 June, on %s: %s', (today, isShown) =>
    expect(isDayShown({ ...june, showFrom: '06-01', showTo: '06-09' }, today)).toBe(isShown)
  );
  it('without a stretch is shown on the day alone', () => {
    expect(isDayShown(june, '2026-06-09')).toBe(true);
    expect(isDayShown(june, '2026-06-08')).toBe(false);
  });
  it('may lie across the turn of the year', () => {
    const turn = { ...june, showFrom: '12-28', showTo: '01-03' };
    expect(['2025-12-27', '2025-12-28', '2026-01-03', '2026-01-04'].map((day) => isDayShown(turn, day))).toEqual([
      false,
      true,
      true,
      false
    ]);
  });
});
