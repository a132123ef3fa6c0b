import { describe, expect, test } from 'vitest';
import { layoutAxis } from '../../../../web/timeline/axis';
import { axisHeights, drawAxis, pathsOf } from '../../../../web/timeline/picture';
import { titlesIn } from '../../../../web/timeline/titles';
import { WHOLE, type View } from '../../../../web/timeline/view';
import { axisEvent, axisOf } from './sample-axis';

/** Draws one date among two plain years, far enough in that it has room. */
function strokesOf(edtf: string) {
  const events = [axisEvent('a', '1850'), axisEvent('b', edtf), axisEvent('c', '1950')];
  const axis = axisOf(events);
  const layout = layoutAxis(axis, WHOLE, 4000, () => true);
  return drawAxis(axis, [], WHOLE, 4000, layout, 1, 'en').chosen;
}

describe('the marks of the axis', () => {
  test('what is known is solid and one piece', () => {
    expect(strokesOf('1900')).toEqual({ ink: expect.stringMatching(/^M[^M]+Z$/), line: '', dash: '', hatch: '' });
  });
  test('what is about has ends that break up', () => {
    expect(strokesOf('1900~').ink.match(/M/g)!.length).toBeGreaterThan(4);
  });
  test('what is doubted is hatched', () => {
    expect(strokesOf('1900?')).toMatchObject({ ink: '', hatch: expect.stringContaining('M') });
  });
  test('a span is solid between ends each drawn as it is known', () => {
    const { ink, hatch } = strokesOf('1900~/1920?');
    expect(hatch).not.toBe('');
    expect(ink.match(/M/g)!.length).toBeGreaterThan(2);
    expect(strokesOf('1900/1920')).toMatchObject({ hatch: '', ink: expect.stringMatching(/^M[^M]+Z$/) });
  });
  test('what is open ends in an arrow', () => {
    expect(strokesOf('1900/..').line).toMatch(/L3995 /);
    expect(strokesOf('../1900').line).toMatch(/L5 /);
  });
  test('every variant of a set has its ring, joined by dashes', () => {
    const { line, dash } = strokesOf('[1890,1900,1910]');
    expect(line.match(/Z/g)).toHaveLength(3);
    expect(dash.match(/M/g)).toHaveLength(2);
  });
  test('variants too near for their rings stand side by side', () => {
    const { line } = strokesOf('[1900-01-01,1900-01-02]');
    const [first, second] = [...line.matchAll(/M([\d.]+)/g)].map(([, x]) => Number(x));
    expect(second! - first!).toBeGreaterThanOrEqual(10);
  });
});

describe('the picture of the axis', () => {
  const events = Array.from({ length: 2000 }, (_, n) => axisEvent(`e${n}`, String(1800 + Math.floor(n / 14)), n % 5));
  const axis = axisOf(events, 5);

  test('never has more than 400 elements, from the whole to the closest', () => {
    for (const length of [1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.001]) {
      const view: View = { start: 0.5 - length / 2, length };
      const layout = layoutAxis(axis, view, 1070, () => true);
      const { texts } = drawAxis(axis, [], view, 1070, layout, -1, 'en');
      const titles = titlesIn(axis, layout, 1070, 40, () => 'Title');
      expect(
        pathsOf(drawAxis(axis, [], view, 1070, layout, -1, 'en')).length + texts.length + titles.length
      ).toBeLessThan(300);
    }
  });
  test('is as high for a day as for the whole, so that the list below stays where it is', () => {
    expect(axisHeights(axisOf(events.slice(0, 3), 5), []).whole).toBe(axisHeights(axis, []).whole);
  });
  test('says the number of a cluster, and shows the one the choice is in', () => {
    const crowd = Array.from({ length: 9 }, (_, n) => axisEvent(`c${n}`, '1900'));
    const own = axisOf([axisEvent('a', '1800'), ...crowd, axisEvent('b', '1950')]);
    const layout = layoutAxis(own, WHOLE, 1070, () => true);
    const { texts, boxes, chosenBox } = drawAxis(own, [], WHOLE, 1070, layout, 4, 'en');
    expect(texts.find(({ kind }) => kind === 'count')!.text).toBe('9');
    expect([boxes, chosenBox !== '']).toEqual(['', true]);
  });
  test('writes titles beside marks that have room, cut with 省略号 where they have less', () => {
    const pair = axisOf([axisEvent('a', '1900'), axisEvent('b', '1910')]);
    const layout = layoutAxis(pair, WHOLE, 1070, () => true);
    const texts = titlesIn(pair, layout, 1070, 40, (index) => (index === 0 ? 'Short' : '很'.repeat(200)));
    expect(texts[0]!.text).toBe('Short');
    expect(texts.every(({ x, text }) => x + text.length * 7 < 1070)).toBe(true);
  });
});
