import { describe, expect, test } from 'vitest';
import { bandRows, eraBands } from '../../../../web/timeline/eras';
import { axisScale } from '../../../../web/timeline/axis';
import { WHOLE } from '../../../../web/timeline/view';
import { axisEvent } from './sample-axis';

const SCALE = axisScale([axisEvent('a', '1850'), axisEvent('b', '1950')]);
const era = (id: string, from: number, to: number, widthPx = 60) => ({
  id,
  title: id,
  from: `${from}-01-01`,
  to: `${to}-12-31`,
  widthPx
});

describe('the bands of eras', () => {
  test('names that would run into each other step up, twice, and a fourth gives way', () => {
    const eras = [
      era('a', 1858, 1865, 130),
      era('b', 1866, 1867, 170),
      era('c', 1868, 1868, 140),
      era('d', 1869, 1900, 60),
      era('e', 1920, 1930)
    ];
    expect(eraBands(eras, SCALE, WHOLE, 1000).map(({ name }) => name?.row ?? null)).toEqual([0, 1, 2, null, 0]);
  });
  test('eras that overlap are stacked, those that follow each other are not', () => {
    const eras = [era('a', 1850, 1899), era('b', 1880, 1910), era('c', 1900, 1950)];
    expect(eraBands(eras, SCALE, WHOLE, 1000).map(({ row }) => row)).toEqual([0, 1, 0]);
    expect(bandRows(eras, SCALE)).toBe(2);
  });
  test('an era of one day is still seen', () => {
    const day = { id: 'd', title: 'd', from: '1900-01-01', to: '1900-01-01', widthPx: 20 };
    const [band] = eraBands([day], SCALE, WHOLE, 1000);
    expect(band!.right - band!.left).toBe(3);
  });
  test('the name of an era that began before the view stays in it', () => {
    const [band] = eraBands([era('a', 1850, 1950)], SCALE, { start: 0.5, length: 0.1 }, 1000);
    expect(band!.name).toEqual({ title: 'a', x: 0, row: 0, isEnd: false });
  });
  test('a name that would run past the axis ends with it', () => {
    const [band] = eraBands([era('a', 1945, 1950, 200)], SCALE, WHOLE, 1000);
    expect(band!.name).toEqual({ title: 'a', x: 1000, row: 0, isEnd: true });
  });
  test('an open era reaches to the end', () => {
    const [band] = eraBands([{ id: 'o', title: 'o', from: '1940-01-01', to: null, widthPx: 20 }], SCALE, WHOLE, 1000);
    expect(band!.right).toBe(1000);
  });
});
