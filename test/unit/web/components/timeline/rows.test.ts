import { describe, expect, test } from 'vitest';
import { axisDrawing } from '../../../../../web/components/timeline/drawing';
import { spoken, timelineRows } from '../../../../../web/components/timeline/rows';
import { sampleEvent, sampleExhibit, sampleFact } from '../sample';

const EXHIBIT = sampleExhibit({
  facts: { 'A-1': sampleFact('verified'), 'A-2': sampleFact('disputed') },
  timeline: {
    eras: [
      {
        id: 'machines',
        title: { 'zh-Hans': '机器', en: 'Machines' },
        seal: '机',
        date: '1866/1896',
        derived: { bounds: ['1866-01-01', '1896-12-31'], events: ['stamps', 'rates'] }
      },
      {
        id: 'harbour',
        title: { 'zh-Hans': '港', en: 'Harbour' },
        date: '1937/1952',
        derived: { bounds: ['1937-01-01', '1952-12-31'], events: ['reopened'] }
      }
    ],
    lanes: [
      { id: 'post', title: { 'zh-Hans': '邮政', en: 'Post' } },
      { id: 'port', title: { 'zh-Hans': '港口', en: 'Port' } }
    ],
    events: [
      sampleEvent('rates', '1878-05-01', { lane: 'post', facts: ['A-1'], era: 'machines' }),
      sampleEvent('stamps', '1878-07?', { lane: 'post', facts: ['A-1', 'A-2'], era: 'machines' }),
      sampleEvent('reopened', '1952-10-17', { lane: 'port', facts: ['A-1'], era: 'harbour' })
    ]
  }
});

describe('the rows of the timeline', () => {
  test('stand under their eras, in order, with date words, lane and the least sure confidence', () => {
    const { eras, years, total } = timelineRows(EXHIBIT, 'zh-Hans', null, '');
    expect(eras.map(({ id, rows, years: span }) => [id, span, rows.length])).toEqual([
      ['machines', '1866—1896', 2],
      ['harbour', '1937—1952', 1]
    ]);
    const stamps = eras[0]!.rows[1]!;
    expect(spoken(stamps.date)).toBe('1878年7月 前后');
    expect(stamps.date.glyph).toBe('uncertain');
    expect(stamps.laneTitle).toBe('邮政');
    expect(stamps.confidence).toBe('disputed');
    expect(years).toEqual([1878, 1952]);
    expect(total).toBe(3);
  });
  test('a lane shows its own and hides empty eras; the counts speak of all lanes', () => {
    const { eras, counts } = timelineRows(EXHIBIT, 'en', 'port', '');
    expect(eras.map(({ id }) => id)).toEqual(['harbour']);
    expect(counts).toEqual({ '': 3, post: 2, port: 1 });
  });
  test('a search finds by date words and title, and its counts follow it', () => {
    const { rows, counts } = timelineRows(EXHIBIT, 'zh-Hans', null, '1878年7月');
    expect(rows.map(({ event }) => event.id)).toEqual(['stamps']);
    expect(counts).toEqual({ '': 1, post: 1 });
  });
  test('an event outside every era is not lost', () => {
    const exhibit = sampleExhibit({ timeline: { eras: [], lanes: [], events: [sampleEvent('alone', '1900')] } });
    const { eras } = timelineRows(exhibit, 'zh-Hans', null, '');
    expect(eras.map(({ id, rows }) => [id, rows.length])).toEqual([['other', 1]]);
  });
  test('an empty timeline has no rows and no years', () => {
    const { eras, years } = timelineRows(sampleExhibit({}), 'zh-Hans', null, '');
    expect([eras, years]).toEqual([[], null]);
  });
});

describe('the drawing of the axis', () => {
  test('a filter takes marks away and moves none', () => {
    const all = axisDrawing(EXHIBIT, timelineRows(EXHIBIT, 'en', null, ''), null, 'en').props.layout.marks;
    const some = axisDrawing(EXHIBIT, timelineRows(EXHIBIT, 'en', 'port', ''), null, 'en').props.layout.marks;
    expect(some).toEqual(all.filter(({ id }) => id === 'reopened'));
  });
  test('the chosen event has its words and its place', () => {
    const rows = timelineRows(EXHIBIT, 'zh-Hans', null, '');
    const { chosen } = axisDrawing(EXHIBIT, rows, rows.rows[1]!, 'zh-Hans').props;
    expect(chosen).toMatchObject({ id: 'stamps', words: '1878年7月 前后　stamps' });
    expect(chosen!.at).toBeGreaterThan(0);
    expect(chosen!.at).toBeLessThan(0.1);
  });
});
