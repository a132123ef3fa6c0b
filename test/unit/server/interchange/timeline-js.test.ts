import { describe, expect, it } from 'vitest';
import { validateExhibit } from '../../../../exhibits/format/validate';
import { importTimelineJs } from '../../../../server/interchange/timeline-js-import';
import { timelineJsOf } from '../../../../server/interchange/timeline-js';
import { timelineJsOfRows } from '../../../../server/interchange/timeline-js-rows';
import { readCsv } from '../../../../server/interchange/csv';
import { compiledTimeline, TIMELINE } from './sample-timeline';

interface Slide {
  unique_id: string;
  start_date: object;
  end_date?: object;
  display_date: string;
  text: { headline: string; text: string };
}
const exported = timelineJsOf(compiledTimeline(), 'en', 'https://a.example') as { events: Slide[] };
const slide = (id: string) => exported.events.find(({ unique_id }) => unique_id === id) as Slide;
const imported = (value: unknown) => {
  const result = importTimelineJs(value, { id: 'port', language: 'en' });
  if (!result) throw new Error('That is no TimelineJS file.');
  return result;
};
const oneEvent = (slide: object) => imported({ events: [slide] });

describe('the timeline for TimelineJS', () => {
  it('counts years before Christ as that program does', () => {
    expect(slide('founded').start_date).toEqual({ year: -300 });
  });

  it('says what is not sure in words, and where it begins and ends', () => {
    expect(slide('stamps')).toMatchObject({
      start_date: { year: 1878, month: 7 },
      display_date: 'July 1878 (or thereabouts)',
      x_edtf: '1878-07?'
    });
    expect(slide('bridge')).toMatchObject({ start_date: { year: 1904 }, end_date: { year: 1906 } });
    expect(slide('open')).not.toHaveProperty('end_date');
  });

  it('says what an event says, else what its facts state, with the sources, all escaped', () => {
    expect(slide('opened').text.text).toBe(
      '<p>It <em>opened</em> to &lt;ships&gt;,  see <a href="https://a.example/en/exhibits/port?at=event%3Astamps">it</a>.</p>' +
        '<ul><li>one</li><li>two</li></ul><p class="lantai-sources"><small>Sources: Tea &amp; Silk, 1878; p. 2</small></p>'
    );
    expect(slide('stamps').text.text).toContain('<p>It opened.</p>');
  });
});

describe('a timeline that went out and came back', () => {
  const { exhibit, notes } = imported(exported);

  it('has the same ids, dates, titles, lanes and eras', () => {
    const kept = ({
      id,
      date,
      title,
      lane,
      weight,
      dateText
    }: NonNullable<typeof TIMELINE.timeline>['events'][number]) => ({
      id,
      date,
      title: title['en']?.replace('\n', ' '),
      lane,
      weight,
      dateText: dateText?.['en']
    });
    const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
    expect(exhibit.timeline.events.map(kept).sort(byId)).toEqual(TIMELINE.timeline?.events.map(kept).sort(byId));
    expect(exhibit.timeline.lanes).toEqual([
      { id: 'trade', title: { en: 'Trade; ships' } },
      { id: 'war', title: { en: 'War' } }
    ]);
    expect(exhibit.timeline.eras).toEqual(TIMELINE.timeline?.eras);
  });

  it('has the same words, and says that its facts stayed behind', () => {
    expect(exhibit.timeline.events.find(({ id }) => id === 'opened')?.text?.['en']).toBe(
      'It *opened* to <ships>, see it.\n\n- one\n- two'
    );
    expect(exhibit.summary).toEqual({ en: 'Two *kinds* of port.' });
    expect(notes.map(({ said }) => said.en)).toContain('The facts it cites are not in the file; cite them again.');
  });

  it('is an exhibit without errors', () => {
    const { issues } = validateExhibit(exhibit, { folder: 'port', language: 'en' });
    expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

describe('a timeline from elsewhere', () => {
  it.each([
    [{ year: 1878, month: 7, day: 24 }, undefined, '1878-07-24'],
    [{ year: '1878', month: '7' }, undefined, '1878-07'],
    [{ year: -300 }, { year: -200 }, '-0299/-0199'],
    [{ year: 1878 }, { year: 1878 }, '1878'],
    [{ year: 1927, month: 8, day: 1, hour: 9, minute: 5 }, undefined, '1927-08-01T09:05'],
    [{ year: 1927, month: 8, day: 1, time: '9:05' }, undefined, '1927-08-01T09:05'],
    [{ year: -12000 }, undefined, 'Y-11999']
  ])('has its dates: %j to %j is %s', (start_date, end_date, date) => {
    const { exhibit } = oneEvent({ start_date, end_date, text: { headline: 'x y' } });
    expect(exhibit.timeline.events[0]?.date).toBe(date);
  });

  it.each([
    [
      { start_date: { year: 1878, month: 13 }, text: { headline: 'Bad' } },
      'events[0]',
      '“Bad” was left out: it has no month 13.'
    ],
    [
      { start_date: { year: 'long ago' }, text: { headline: 'Bad' } },
      'events[0]',
      '“Bad” was left out: it has a date that is no number.'
    ],
    [{ text: { headline: 'Bad' } }, 'events[0]', '“Bad” was left out: it has no year.'],
    [{ start_date: { year: 1878 } }, 'events[0]', 'was left out: it has neither headline nor text.'],
    ['no event', 'events[0]', 'was left out: it has neither headline nor text.'],
    [
      { start_date: { year: 1900 }, end_date: { year: 1800 }, text: { headline: 'Back' } },
      'events[0]',
      'its end was left out: the span ends (1800) before it begins (1900).'
    ],
    [
      { start_date: { year: 1900 }, text: { headline: 'M' }, media: { url: 'https://b.example/a.jpg' } },
      'events[0]',
      'The medium was not fetched: https://b.example/a.jpg – put the file into “media” and make an object of it.'
    ],
    [
      { start_date: { year: 1900 }, text: { headline: 'M' }, background: { color: 'red' }, mystery: 1 },
      'events[0]',
      'background, mystery has no place in the format.'
    ],
    [
      { start_date: { year: 1900 }, unique_id: 'ÄB C', text: { headline: 'M' } },
      'events[0]',
      'Its id “ÄB C” became “ab-c”.'
    ]
  ])('says what it could not keep of %j', (slide, at, en) => {
    expect(oneEvent(slide as object).notes.map(({ at, said }) => [at, said.en])).toContainEqual([at, en]);
  });

  it('keeps what its media were called beside the event, where nothing is loaded from', () => {
    const { exhibit } = oneEvent({
      start_date: { year: 1900 },
      text: { headline: 'M' },
      media: { url: 'https://b.example/a.jpg', credit: 'B' }
    });
    expect(exhibit.timeline.events[0]?.ext).toEqual({ timelinejs: { url: 'https://b.example/a.jpg', credit: 'B' } });
    const { issues } = validateExhibit(exhibit, { folder: 'port', language: 'en' });
    expect(issues.map(({ code }) => code)).not.toContain('foreign-host');
  });

  it('gives ids where there are none, each once', () => {
    const slides = ['Line opened', 'Line opened', '通车'].map((headline) => ({
      start_date: { year: 1888 },
      text: { headline }
    }));
    expect(imported({ events: slides }).exhibit.timeline.events.map(({ id }) => id)).toEqual([
      'line-opened',
      'line-opened-2',
      'event-3'
    ]);
  });

  it('makes a lane of every group, in order', () => {
    const slides = ['Trade', '战争', 'Trade'].map((group, index) => ({
      group,
      start_date: { year: 1888 },
      text: { headline: `No ${index}` }
    }));
    const { timeline } = imported({ events: slides }).exhibit;
    expect(timeline.lanes).toEqual([
      { id: 'trade', title: { en: 'Trade' } },
      { id: 'lane-2', title: { en: '战争' } }
    ]);
    expect(timeline.events.map(({ lane }) => lane)).toEqual(['trade', 'lane-2', 'trade']);
  });

  it('is read from the spreadsheet too, title and eras by their type', () => {
    const table = readCsv(
      'Year,Month,Day,End Year,Display Date,Headline,Text,Media,Type,Group,Mood\r\n' +
        '1404,,,,,The city,"<b>Walls</b>",,title,,\r\n1878,7,24,,,Stamps,,,,Post,glad\r\n1860,,,1900,,Opening,,,era,,\r\n'
    );
    const read = timelineJsOfRows(table);
    expect(read?.unknown).toEqual(['Mood']);
    const { exhibit } = imported(read?.value);
    expect(exhibit).toMatchObject({ title: { en: 'The city' }, summary: { en: '**Walls**' } });
    expect(exhibit.timeline.events).toMatchObject([{ id: 'stamps', date: '1878-07-24', lane: 'post' }]);
    expect(exhibit.timeline.eras).toMatchObject([{ id: 'opening', date: '1860/1900' }]);
  });

  it('is refused where it is none', () => {
    for (const value of [null, [], {}, { events: 1 }, { timeline: { date: [] } }, undefined])
      expect(importTimelineJs(value, { id: 'port', language: 'en' })).toBeNull();
    expect(timelineJsOfRows(readCsv('name,age\nx,1'))).toBeNull();
  });
});
