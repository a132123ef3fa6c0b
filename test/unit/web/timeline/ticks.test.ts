import { describe, expect, test } from 'vitest';
import { axisScale } from '../../../../web/timeline/axis';
import { dayNumber } from '../../../../web/timeline/days';
import { place } from '../../../../web/timeline/scale';
import { ticksIn } from '../../../../web/timeline/ticks';
import { WHOLE } from '../../../../web/timeline/view';
import { axisEvent } from './sample-axis';

const SCALE = axisScale([axisEvent('a', '1850'), axisEvent('b', '1950')]);
const view = (from: string, to: string) => {
  const [start, end] = [place(SCALE, dayNumber(from)), place(SCALE, dayNumber(to))];
  return { start, length: end - start };
};
const labels = (from: string, to: string, locale: string) =>
  ticksIn(SCALE, view(from, to), 1000, locale).map(({ label }) => label);

describe('what is written under the axis', () => {
  test('from afar, years', () => {
    expect(ticksIn(SCALE, WHOLE, 1000, 'en').map(({ label }) => label)).toContain('1900');
  });
  test('closer, months; the first says its year, January is a year', () => {
    expect(labels('1899-11-20', '1900-04-20', 'zh-Hans')).toEqual(['1899年12月', '1900年', '2月', '3月', '4月']);
    expect(labels('1899-11-20', '1900-04-20', 'en')).toEqual(['Dec 1899', '1900', 'Feb', 'Mar', 'Apr']);
  });
  test('at the closest, days', () => {
    expect(labels('1900-02-26', '1900-03-04', 'en').slice(0, 4)).toEqual(['26 Feb 1900', '27 Feb', '28 Feb', 'Mar']);
  });
  test('no two come so near that their words would touch', () => {
    for (const length of [1, 0.3, 0.1, 0.03, 0.01, 0.003]) {
      const xs = ticksIn(SCALE, { start: 0.4, length }, 1000, 'zh-Hans').map(({ x }) => x);
      xs.slice(1).forEach((x, index) => expect(x - xs[index]!).toBeGreaterThan(55));
      expect(xs.length).toBeGreaterThan(0);
    }
  });
});
