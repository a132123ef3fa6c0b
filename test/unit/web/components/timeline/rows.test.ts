import { describe, expect, test } from 'vitest';
import { axisDrawing } from '../../../../../web/components/timeline/drawing';
import { facetTitle, spoken, timelineRows, type Row } from '../../../../../web/components/timeline/rows';
import { NO_FILTER, type Filter } from '../../../../../web/timeline/filter';
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

const rowsOf = (locale: string, asked: Partial<Filter> = {}, only: string | null = null) =>
  timelineRows(EXHIBIT, locale, { ...NO_FILTER, ...asked }, only);
const drawingOf = (rows: ReturnType<typeof timelineRows>, chosen: Row | null, locale: string) =>
  axisDrawing(EXHIBIT, rows, chosen, NO_FILTER, locale, 'Other');

describe('the rows of the timeline', () => {
  test('stand under their eras, in order, with date words, lane and the least sure confidence', () => {
    const { eras, years, all } = rowsOf('zh-Hans');
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
    expect(all).toHaveLength(3);
  });
  test('a lane shows its own and hides empty eras; the counts speak of all lanes', () => {
    const { eras, counts } = rowsOf('en', { lane: 'port' });
    expect(eras.map(({ id }) => id)).toEqual(['harbour']);
    expect(Object.fromEntries(counts.lane)).toEqual({ '': 3, post: 2, port: 1 });
  });
  test('a search finds by date words and title, and its counts follow it', () => {
    const { rows, counts } = rowsOf('zh-Hans', { query: '1878年7月' });
    expect(rows.map(({ event }) => event.id)).toEqual(['stamps']);
    expect(Object.fromEntries(counts.lane)).toEqual({ '': 1, post: 1 });
  });
  test('one event can be shown alone, whatever is filtered', () => {
    expect(rowsOf('en', {}, 'rates').rows.map(({ event }) => event.id)).toEqual(['rates']);
  });
  test('an event outside every era is not lost', () => {
    const exhibit = sampleExhibit({ timeline: { eras: [], lanes: [], events: [sampleEvent('alone', '1900')] } });
    const { eras } = timelineRows(exhibit, 'zh-Hans', NO_FILTER);
    expect(eras.map(({ id, rows }) => [id, rows.length])).toEqual([['other', 1]]);
  });
  test('very many stand by year, a year of hundreds in several groups', () => {
    const events = Array.from({ length: 450 }, (_, n) => sampleEvent(`e${n}`, n < 250 ? '1900' : '1901'));
    const exhibit = sampleExhibit({ timeline: { eras: [], lanes: [], events } });
    const { eras, isLong } = timelineRows(exhibit, 'en', NO_FILTER);
    expect(isLong).toBe(true);
    expect(eras[0]!.groups.map(({ year, rows }) => [year, rows.length])).toEqual([
      [1900, 100],
      [1900, 100],
      [1900, 50],
      [1901, 100],
      [1901, 100]
    ]);
  });
  test('an empty timeline has no rows and no years', () => {
    const { eras, years } = timelineRows(sampleExhibit({}), 'zh-Hans', NO_FILTER);
    expect([eras, years]).toEqual([[], null]);
  });
  test('a tag without a title shows its id, a place its name', () => {
    const exhibit = sampleExhibit({ places: { north: { name: { en: 'North bank' } } } });
    expect(facetTitle(exhibit, 'tag', 'rail', 'en')).toBe('rail');
    expect(facetTitle(exhibit, 'place', 'north', 'en')).toBe('North bank');
  });
});

describe('the drawing of the axis', () => {
  test('is on the scale of the whole timeline whatever is filtered', () => {
    expect(drawingOf(rowsOf('en', { lane: 'port' }), null, 'en').scale).toEqual(
      drawingOf(rowsOf('en'), null, 'en').scale
    );
  });
  test('draws the chosen event apart, with its words at its place', () => {
    const rows = rowsOf('zh-Hans');
    const { choice, picture } = drawingOf(rows, rows.rows[1]!, 'zh-Hans').props;
    expect(choice).toMatchObject({ words: '1878年7月 前后　stamps' });
    expect(choice!.at).toBeGreaterThan(0);
    expect(choice!.at).toBeLessThan(0.1);
    expect(picture.chosen.hatch).not.toBe('');
    expect(picture.marks.hatch).toBe('');
  });
  test('gives events of no lane one of their own, called so, and no lane a name where there is none', () => {
    const events = [sampleEvent('a', '1900', { lane: 'post' }), sampleEvent('b', '1901')];
    const lanes = [{ id: 'post', title: { en: 'Post' } }];
    const drawn = (timeline: object) => {
      const exhibit = sampleExhibit({ timeline: { eras: [], lanes: [], events, ...timeline } });
      return axisDrawing(exhibit, timelineRows(exhibit, 'en', NO_FILTER), null, NO_FILTER, 'en', 'Other');
    };
    expect(drawn({ lanes }).props.lanes).toEqual(['Post', 'Other']);
    expect(drawn({ lanes }).data.events.lane).toEqual([0, 1]);
    expect(drawn({}).props.lanes).toEqual(['']);
  });
});
