import { describe, expect, it } from 'vitest';
import { exhibit as exhibitShape, type Exhibit } from '../../../../exhibits/format/exhibit';
import { compileExhibit } from '../../../../server/exhibits/compile';
import { entryOf } from '../../../../server/exhibits/catalogue';
import { kinOf } from '../../../../server/exhibits/kin';

const base = { formatVersion: '1.0', languages: ['zh-Hans', 'en'] };
const drawing = (title: string, more: object = {}) => ({
  kind: 'drawing',
  nature: 'sketch',
  title: { 'zh-Hans': title },
  ...more
});
const shown = (authored: object) => {
  const exhibit: Exhibit = exhibitShape.parse({ ...base, ...authored });
  const picture = { url: '/x/512.webp', widthPx: 512, heightPx: 512, colour: '#f7f2e8', derivatives: [] };
  const media = { picture, pages: [], table: null, modelUrl: null, recording: null };
  const all = Object.keys(exhibit.objects ?? {}).map((id) => [id, media]);
  const compiled = compileExhibit(exhibit, Object.fromEntries(all));
  return { exhibit: compiled, entry: entryOf(compiled) };
};

const port = shown({
  id: 'port',
  title: { 'zh-Hans': '港口' },
  people: { li: { name: { 'zh-Hans': '李鸿章' } } },
  places: {
    bridge: { name: { 'zh-Hans': '金汤桥' }, errorM: 300 },
    town: { name: { 'zh-Hans': '天津' }, errorM: 10000 }
  },
  facts: { 'A-1': { statement: { 'zh-Hans': '匾。' }, sources: ['S1'], confidence: 'verified', people: ['li'] } },
  sources: { S1: { kind: 'press', citation: { 'zh-Hans': '报' } } },
  objects: {
    board: drawing('匾额', { facts: ['A-1'], place: 'town' }),
    bridge: drawing('铁桥', { place: 'bridge', date: '1949-01-15' }),
    lone: drawing('散件', { place: 'town' })
  }
});
const city = shown({
  id: 'city',
  title: { 'zh-Hans': '城市\n记忆' },
  people: { 'mr-li': { name: { 'zh-Hans': '李鸿章', en: 'Li Hongzhang' } } },
  places: {
    jintang: { name: { 'zh-Hans': '金汤桥' }, errorM: 500 },
    town: { name: { 'zh-Hans': '天津' }, errorM: 10000 }
  },
  objects: {
    letter: drawing('信', { people: ['mr-li'], place: 'town' }),
    span: drawing('桥', { place: 'jintang' }),
    strip: drawing('年表')
  },
  timeline: {
    events: [
      { id: 'freed', date: '1949-01-15', title: { 'zh-Hans': '天津解放' }, object: 'strip', facts: [] },
      { id: 'met', date: '1949-01-15', title: { 'zh-Hans': '会师' }, place: 'jintang', facts: [] },
      { id: 'later', date: '1949', title: { 'zh-Hans': '后来' }, place: 'town', facts: [] }
    ]
  }
});

const referencesOf = (object: string) => kinOf(port.exhibit, object, [port, city]).map(({ reference }) => reference);

describe('relatives in other exhibits', () => {
  it('are known by what people and places are called, whatever their ids', () => {
    const [letter] = kinOf(port.exhibit, 'board', [port, city]);
    expect(letter).toMatchObject({
      exhibit: 'city',
      reference: 'object:letter',
      people: [{ 'zh-Hans': '李鸿章' }],
      place: null,
      day: null
    });
  });
  it('share a day before a place, and an event leaves the day to the work it shows', () => {
    expect(referencesOf('bridge')).toEqual(['event:met', 'object:strip', 'object:span']);
  });
  it('are none where only the whole town is shared', () => expect(referencesOf('lone')).toEqual([]));
  it('are no more than asked for, and none of an unknown object', () => {
    expect(kinOf(port.exhibit, 'bridge', [port, city], 1)).toHaveLength(1);
    expect(kinOf(port.exhibit, 'nothing', [port, city])).toEqual([]);
  });
});
