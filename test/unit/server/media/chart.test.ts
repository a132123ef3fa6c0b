import { afterAll, describe, expect, it } from 'vitest';
import { dataTable, drawChart } from '../../../../server/media/chart';
import { openRenderer } from '../../../../server/media/renderer';
import { attributes, drawn, wordsOf } from './drawn-picture';

const renderer = openRenderer();
afterAll(() => renderer.close());

const rows = [
  { power: '俄', mu: 5971 },
  { power: '奥匈', mu: 1030 }
];
const bars = (change: object = {}) => ({
  title: { text: '九国租界面积', subtitle: 'The nine powers’ concessions' },
  width: 300,
  height: 120,
  data: { values: rows },
  mark: { type: 'bar', fill: 'hatch-cinnabar' },
  encoding: {
    x: { field: 'mu', type: 'quantitative', title: '亩' },
    y: { field: 'power', type: 'nominal', title: null }
  },
  ...change
});

async function svgOf(spec: unknown): Promise<string> {
  const outcome = await drawChart(spec, renderer, 'start');
  if (!outcome.ok) throw new Error(outcome.message);
  return outcome.result;
}
async function faultOf(spec: unknown): Promise<string> {
  const outcome = await drawChart(spec, renderer, 'start');
  return outcome.ok ? 'drawn' : outcome.message;
}

describe('a chart', () => {
  it('is drawn in house style, with hatching for the sentinel fills', async () => {
    const svg = await svgOf(bars());
    expect(svg).toContain('fill="url(#hatch-cinnabar)"');
    expect(svg).not.toContain('fill="hatch-cinnabar"');
    expect(attributes(svg, 'pattern', 'id')).toEqual(['hatch', 'hatch-cinnabar', 'hatch-river']);
    const picture = await drawn(svg, 500);
    expect(picture.at(3, 3)).toBe('#fbf8f0');
    expect(picture.darkness()).toBeGreaterThan(0.005);
  });

  it('sets Chinese in the Chinese face and English in the Latin one', async () => {
    const svg = await svgOf(bars());
    expect(svg).toMatch(/font-family="Noto Serif SC"[^>]*>九国租界面积</);
    expect(svg).toMatch(/font-family="Source Serif 4"[^>]*>The nine powers’ concessions</);
  });

  it('keeps room for Chinese labels, which are as wide as they are high', async () => {
    const leftOf = async (label: string) => {
      const svg = await svgOf(bars({ data: { values: [{ power: label, mu: 3 }] } }));
      return Number(/viewBox="0 0 ([\d.]+)/.exec(svg)?.[1]);
    };
    const widthOfSeven = (await leftOf('中华人民共和国')) - (await leftOf(''));
    expect(widthOfSeven).toBeGreaterThan(7 * 16 * 0.95);
  });

  it('lets a spec’s own config win over the house', async () => {
    expect(await svgOf(bars({ config: { background: '#123456' } }))).toContain('#123456');
  });

  it('has no word that is not in its spec or its scale', async () => {
    expect(wordsOf(await svgOf(bars()))).toContain('俄');
  });
});

describe('a chart that is refused', () => {
  it.each([
    ['data from elsewhere', bars({ data: { url: 'https://example.org/data.csv' } }), 'carries its data inline'],
    ['a picture from elsewhere', bars({ mark: { type: 'image', url: 'https://example.org/a.png' } }), 'inline'],
    ['no object', 'a string', 'not an object'],
    ['more rows than a picture can show', bars({ data: { values: Array(6000).fill(rows[0]) } }), '6000 rows'],
    ['a mark that does not exist', bars({ mark: 'hologram' }), 'cannot be drawn']
  ])('for %s says so', async (_what, spec, words) => {
    expect(await faultOf(spec)).toContain(words);
  });

  it('because it never ends is stopped, and the next one is drawn', async () => {
    const impatient = openRenderer({ processes: 1, timeLimitMs: 6_000 });
    const endless = bars({ transform: [{ calculate: `test(/(a+)+$/, '${'a'.repeat(60)}b')`, as: 'endless' }] });
    const outcome = await drawChart(endless, impatient, 'start');
    expect(outcome.ok).toBe(false);
    expect((await drawChart(bars(), impatient, 'start')).ok).toBe(true);
    impatient.close();
  }, 90_000);
});

describe('the table behind a chart', () => {
  const column = (field: string) => ({ field, title: { en: field } });

  it('has the columns the object names, in their order', () => {
    expect(dataTable(bars(), [column('mu'), column('power')])?.rows).toEqual([
      [5971, '俄'],
      [1030, '奥匈']
    ]);
  });

  it('joins the data of several parts, a row once, and leaves a gap where a part has no such field', () => {
    const spec = {
      hconcat: [
        { data: { values: [{ year: 1861, ships: 111 }] } },
        {
          data: {
            values: [
              { year: 1861, ships: 111 },
              { year: 1870, tons: 388, other: true }
            ]
          }
        }
      ]
    };
    expect(dataTable(spec, [column('year'), column('ships'), column('tons')])?.rows).toEqual([
      [1861, 111, null],
      [1870, null, 388]
    ]);
  });

  it('is absent where no columns are named', () => {
    expect(dataTable(bars(), undefined)).toBeNull();
  });
});
