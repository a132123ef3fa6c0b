import { describe, expect, it } from 'vitest';
import { exhibit as schema } from '../../../../../exhibits/format/exhibit';
import { compileExhibit } from '../../../../../server/exhibits/compile';
import { wallChart } from '../../../../../web/components/timeline/wall-chart';
import { broken, widthEm } from '../../../../../web/components/timeline/wall-chart-marks';
import { messagesOf } from '../../../../../web/i18n/messages';
import { createTranslator } from '../../../../../web/i18n/translator';

const t = await createTranslator('en', messagesOf('en'));
const ADDRESS = 'https://a.example/en/exhibits/port/timeline';

/** A port of so many events, one in ten of them large. */
function chartOf(count: number, title = (number: number) => `Event ${number} <of> the port`) {
  const events = Array.from({ length: count }, (_, index) => ({
    id: `e${index}`,
    date: index === 0 ? '1860~' : index === 1 ? '[1861,1863]' : `${1860 + (index % 90)}-0${1 + (index % 9)}`,
    title: { en: title(index) },
    lane: index % 2 ? 'trade' : 'war',
    facts: [],
    weight: index % 10 === 0 ? 3 : 1
  }));
  const exhibit = schema.parse({
    formatVersion: '1.0',
    id: 'port',
    title: { en: 'The\nport' },
    languages: ['en'],
    timeline: {
      eras: [{ id: 'early', title: { en: 'Early days & years' }, seal: '早', date: '1860/1899' }],
      lanes: [
        { id: 'trade', title: { en: 'Trade' } },
        { id: 'war', title: { en: 'War' } }
      ],
      events
    }
  });
  return wallChart(compileExhibit(exhibit, {}), 'en', t, ADDRESS);
}

const texts = (svg: string) => [
  ...svg.matchAll(/<text x="([-\d.]+)" y="([-\d.]+)" font-size="([\d.]+)"[^>]*>(.*?)<\/text>/g)
];
const numbersOf = (svg: string) => new Set([...svg.matchAll(/Event (\d+) &lt;of/g)].map(([, number]) => number));

describe('the wall chart of a timeline', () => {
  it('is one sheet of A2 with every event, lane and era, and where it comes from', () => {
    const { svg, leftOut } = chartOf(60);
    expect(svg).toMatch(/^<svg [^>]*width="594mm" height="420mm"/);
    expect(leftOut).toBe(0);
    expect(numbersOf(svg).size).toBe(60);
    for (const words of ['The port', 'Trade', 'War', 'Early days &amp; years', ADDRESS])
      expect(svg).toContain(`>${words}</text>`);
  });

  it('says in cinnabar what of a date is not sure', () => {
    expect(chartOf(3).svg).toContain('<tspan fill="#A31F22">about </tspan><tspan fill="#5A5148">1860</tspan>');
  });

  it.each([3, 60, 300])('keeps %i events on the sheet, each below the other', (count) => {
    const { svg, leftOut } = chartOf(count);
    expect(leftOut).toBe(0);
    for (const [, x, y, size, words = ''] of texts(svg)) {
      const width = widthEm(words.replace(/<[^>]*>/g, '').replace(/&\w+;/g, '&')) * Number(size);
      expect(Number(x)).toBeGreaterThanOrEqual(0);
      if (!/text-anchor/.test(words)) expect(Number(x) + width, words).toBeLessThanOrEqual(594 * 4);
      expect(Number(y), words).toBeLessThanOrEqual(420 * 4 - 60);
    }
  });

  it('leaves out the smallest of very many, and says how many', () => {
    const { svg, leftOut } = chartOf(4000);
    expect(leftOut).toBe(3600);
    expect(svg).toContain('3600 smaller events do not fit on one sheet.');
  });

  it('is drawn for a timeline without events or lanes', () => {
    expect(chartOf(0).svg).toContain('</svg>');
  });
});

describe('a line that is too long', () => {
  it('breaks between words, and in Chinese never before a closing mark', () => {
    expect(broken('one two three', 4)).toEqual(['one two', 'three']);
    expect(broken('天津设局，造船。', 4)).toEqual(['天津设', '局，造', '船。']);
    expect(broken('', 4)).toEqual([]);
  });
});
