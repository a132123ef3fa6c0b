import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawChart } from '../../../../server/media/chart';
import { pageChart } from '../../../../server/media/page-chart';
import { openRenderer } from '../../../../server/media/renderer';
import { attributes, wordsOf } from './drawn-picture';

const renderer = openRenderer();
afterAll(() => renderer.close());

describe('a chart in a page', () => {
  let drawn = '';
  let marks = '';
  beforeAll(async () => {
    const spec = {
      title: { text: '面积', subtitle: 'Russia’s area' },
      width: 300,
      data: { values: [{ power: '俄<&', mu: 5971 }] },
      mark: { type: 'bar', fill: 'hatch-river' },
      encoding: { x: { field: 'mu', type: 'quantitative', title: '5,971亩' }, y: { field: 'power', title: null } }
    };
    const outcome = await drawChart(spec, renderer, 'start');
    if (!outcome.ok) throw new Error(outcome.message);
    drawn = outcome.result;
    marks = (await pageChart(drawn, 'areas'))?.marks ?? '';
  });

  it('keeps every mark and word, in two thirds of the bytes', () => {
    expect(wordsOf(marks)).toBe(wordsOf(drawn));
    expect(wordsOf(marks)).toContain('俄&lt;&amp;');
    expect(attributes(marks, 'path', 'fill')).toContain('url(#areas-hatch-river)');
    expect(attributes(marks, 'line', 'stroke')).toEqual(attributes(drawn, 'line', 'stroke'));
    expect(marks.length).toBeLessThan((drawn.length * 2) / 3);
  });

  it('says nothing of its own to a screen reader, and brings only the hatchings it has', () => {
    expect(marks).not.toMatch(/aria-|role=|class="mark/);
    expect(attributes(marks, 'pattern', 'id')).toEqual(['areas-hatch-river']);
  });

  it('keeps lines as wide as drawn in other faces, English in faces of its own', () => {
    const latin = /<text([^>]*)>Russia’s area</.exec(marks)?.[1] ?? '';
    expect(latin).toContain('lang="en"');
    expect(Number(/textLength="(\d+)"/.exec(latin)?.[1])).toBeGreaterThan(16 * 4);
    expect(/<text([^>]*)>面积</.exec(marks)?.[1]).not.toContain('textLength');
    expect(/<text([^>]*)>5,971亩</.exec(marks)?.[1]).toContain('textLength');
    expect(marks).not.toContain('font-family');
  });

  it.each([
    ['an element that draws no mark', '<svg viewBox="0 0 9 9"><style>a{}</style></svg>'],
    ['an attribute without quotes', '<svg viewBox="0 0 9 9"><path d=M0/></svg>'],
    ['a size it does not say', '<svg><path d="M0 0"/></svg>']
  ])('is left to its picture where the drawing has %s', async (_, svg) => {
    expect(await pageChart(svg, 'x')).toBeNull();
  });

  it('lets no handler and no address through', async () => {
    const svg = '<svg viewBox="0 0 9 9"><path onload="x()" href="//a.example" d="M0 0H9" stroke="red"/></svg>';
    expect((await pageChart(svg, 'x'))?.marks).toBe('<path d="M0 0H9" stroke="red"/>');
  });
});
