import { exhibit as schema, type Exhibit } from '../../../../exhibits/format/exhibit';
import type { CompiledExhibit } from '../../../../exhibits/format/compiled';
import { compileExhibit } from '../../../../server/exhibits/compile';

/** A timeline with every kind of date. */
export const TIMELINE: Exhibit = schema.parse({
  formatVersion: '1.0',
  id: 'port',
  title: { 'zh-Hans': '港口', en: 'The port' },
  summary: { en: 'Two *kinds* of port.' },
  languages: ['zh-Hans', 'en'],
  sources: { S1: { kind: 'press', citation: { en: 'Tea & Silk, 1878; p. 2' } } },
  facts: {
    'F-1': { statement: { en: 'It opened.', 'zh-Hans': '开了。' }, sources: ['S1'], confidence: 'verified' }
  },
  timeline: {
    eras: [{ id: 'early', title: { en: 'Early, days' }, seal: '早', date: '-0299/1880' }],
    lanes: [
      { id: 'trade', title: { en: 'Trade; ships', 'zh-Hans': '贸易' } },
      { id: 'war', title: { en: 'War' } }
    ],
    events: [
      { id: 'founded', date: '-0299', title: { en: '=Founded' }, facts: [] },
      {
        id: 'opened',
        date: '1878-07-24',
        dateText: { en: 'Guangxu 4' },
        title: { en: 'Port\nopened', 'zh-Hans': '开埠' },
        text: { en: 'It *opened* to <ships>, [^F-1] see [it](event:stamps).\n\n- one\n- two' },
        lane: 'trade',
        facts: ['F-1'],
        weight: 3
      },
      { id: 'stamps', date: '1878-07?', title: { en: 'Stamps' }, facts: ['F-1'], lane: 'trade' },
      { id: 'siege', date: '1900-06-17/1900-07-14', title: { en: 'Siege' }, lane: 'war', facts: [] },
      { id: 'bridge', date: '[1904,1906]', title: { en: 'Bridge' }, facts: [] },
      { id: 'about', date: '1892~', title: { en: 'About' }, facts: [] },
      { id: 'open', date: '1949/..', title: { en: 'Ever since' }, facts: [] }
    ]
  }
});

export const compiledTimeline = (): CompiledExhibit => compileExhibit(TIMELINE, {});
