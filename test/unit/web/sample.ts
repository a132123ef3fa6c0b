import type { CompiledExhibit, ExhibitEntry } from '../../../exhibits/format/compiled';
import type { Home } from '../../../exhibits/format/home';
import { exhibit, type Exhibit } from '../../../exhibits/format/exhibit';
import type { PageModel, PageRequest } from '../../../server/contract/pages';
import { compileExhibit } from '../../../server/exhibits/compile';

const PICTURE = {
  url: '/media/port/x/1/2048.webp',
  widthPx: 4096,
  heightPx: 2048,
  colour: '#f7f2e8',
  derivatives: [
    { url: '/media/port/x/1/512.webp', widthPx: 512 },
    { url: '/media/port/x/1/2048.webp', widthPx: 2048 }
  ]
};

const AUTHORED: Exhibit = exhibit.parse({
  formatVersion: '1.0',
  id: 'port',
  title: { 'zh-Hans': '北方\n港口', en: 'The Northern\nPort' },
  languages: ['zh-Hans', 'en'],
  sources: { S1: { kind: 'press', citation: { 'zh-Hans': '《某报》' }, url: 'https://example.org/a' } },
  facts: {
    'A-1': {
      date: '1878-07?',
      statement: { 'zh-Hans': '发行了邮票。', en: 'Stamps were issued.' },
      sources: ['S1'],
      confidence: 'disputed',
      variants: [{ text: { 'zh-Hans': '7月24日', en: '24 July' } }, { text: { 'zh-Hans': '7月末', en: 'end of July' } }]
    },
    'A-2': { statement: { 'zh-Hans': '电报通了。', en: 'The wire worked.' }, sources: ['S1'], confidence: 'verified' }
  },
  places: { zizhulin: { name: { 'zh-Hans': '紫竹林', en: 'Zizhulin' } } },
  objects: {
    stamps: {
      kind: 'drawing',
      nature: 'sketch',
      title: { 'zh-Hans': '大龙邮票', en: 'Large Dragons' },
      date: '1878-07?',
      alt: { 'zh-Hans': '三枚邮票并列。', en: 'Three stamps side by side.' },
      description: { 'zh-Hans': '第一套邮票[^A-1]。', en: 'The first stamps.[^A-1]' },
      facts: ['A-2', 'A-1'],
      place: 'zizhulin',
      regions: [{ id: 'name', xywh: [10, 20, 30, 40], title: { 'zh-Hans': '国名', en: 'Name' } }]
    },
    telegram: {
      kind: 'document',
      nature: 'transcription',
      title: { 'zh-Hans': '第一份电报', en: 'The First Message' },
      transcript: { 'zh-Hans': '行辕正午一刻', en: 'Headquarters, a quarter past noon' },
      typeset: { direction: 'vertical', paper: 'red-ruled' }
    },
    stray: { kind: 'drawing', nature: 'sketch', title: { 'zh-Hans': '散件', en: 'Stray' } }
  },
  sections: [
    {
      id: 'ford',
      seal: '渡',
      title: { 'zh-Hans': '渡口', en: 'The Ford' },
      text: { 'zh-Hans': '先是渡口。', en: 'First a ford.' },
      blocks: [{ object: 'telegram' }]
    },
    {
      id: 'machines',
      seal: '机',
      title: { 'zh-Hans': '机器', en: 'Machines' },
      text: { 'zh-Hans': '后有机器。', en: 'Then machines.' },
      blocks: [{ object: 'stamps' }, { activity: 'which-name' }]
    }
  ],
  timeline: {
    events: [
      {
        id: 'stamps-issued',
        date: '1878-07?',
        title: { 'zh-Hans': '邮票发行', en: 'Stamps issued' },
        object: 'stamps',
        facts: ['A-1']
      },
      {
        id: 'ford-named',
        date: '1404',
        title: { 'zh-Hans': '得名', en: 'Named' },
        section: 'ford',
        facts: ['A-2']
      }
    ]
  },
  tours: [
    {
      id: 'pupils',
      title: { 'zh-Hans': '导览', en: 'Tour' },
      audience: 'pupils',
      stops: [
        { id: 'one', at: 'section:ford', text: { 'zh-Hans': '从这里开始。', en: 'Begin here.' } },
        { id: 'two', at: 'object:stamps', text: { 'zh-Hans': '看邮票。', en: 'See the stamps.' } }
      ]
    }
  ],
  activities: [
    {
      id: 'which-name',
      kind: 'find',
      prompt: { 'zh-Hans': '国名在哪里？', en: 'Where is the name?' },
      object: 'stamps',
      answer: ['name'],
      explain: { 'zh-Hans': '在上端。', en: 'At the top.' },
      facts: ['A-1']
    },
    {
      id: 'first-later',
      kind: 'order',
      prompt: { 'zh-Hans': '请排列。', en: 'Put in order.' },
      items: [
        { id: 'one', text: { 'zh-Hans': '得名', en: 'The naming' }, date: '1404' },
        { id: 'two', text: { 'zh-Hans': '邮票', en: 'The stamps' }, date: '1878' },
        { id: 'three', text: { 'zh-Hans': '大桥', en: 'The bridge' } }
      ],
      explain: { 'zh-Hans': '如此。', en: 'So it was.' },
      facts: ['A-2']
    },
    {
      id: 'halves',
      kind: 'connect',
      prompt: { 'zh-Hans': '请连线。', en: 'Join them.' },
      pairs: [
        { id: 'a', left: { 'zh-Hans': '绿', en: 'Green' }, right: { 'zh-Hans': '一分', en: 'One' } },
        { id: 'b', left: { 'zh-Hans': '红', en: 'Red' }, right: { 'zh-Hans': '三分', en: 'Three' } }
      ],
      explain: { 'zh-Hans': '如此。', en: 'So it was.' },
      facts: ['A-2']
    },
    {
      id: 'two-days',
      kind: 'weigh',
      prompt: { 'zh-Hans': '哪一天？', en: 'Which day?' },
      accounts: [
        {
          id: 'early',
          text: { 'zh-Hans': '7月24日', en: '24 July' },
          grounds: { 'zh-Hans': '一说。', en: 'One says so.' }
        },
        {
          id: 'late',
          text: { 'zh-Hans': '7月末', en: 'End of July' },
          grounds: { 'zh-Hans': '一说。', en: 'One says so.' },
          sources: ['S1']
        }
      ],
      answer: [],
      explain: { 'zh-Hans': '未定。', en: 'It is open.' },
      facts: ['A-1']
    },
    {
      id: 'how-many',
      kind: 'data',
      prompt: { 'zh-Hans': '多少？', en: 'How many?' },
      object: 'stray',
      answer: { value: 3, unit: { 'zh-Hans': '枚', en: 'stamps' } },
      explain: { 'zh-Hans': '三枚。', en: 'Three.' },
      facts: ['A-1']
    }
  ]
});

/** A small exhibit of two sections, three objects and one tour and a task of most kinds, compiled by the real compiler. */
export function sampleExhibit(): CompiledExhibit {
  const media = { picture: PICTURE, pages: [], table: null, modelUrl: null, recording: null };
  return compileExhibit(AUTHORED, { stamps: media, telegram: media, stray: media });
}

export const SAMPLE_ENTRY: ExhibitEntry = {
  id: 'port',
  title: AUTHORED.title,
  shortTitle: null,
  subtitle: { 'zh-Hans': '天津港口 1860—1949', en: 'The port, 1860–1949' },
  summary: { 'zh-Hans': '海关逐年造册。', en: 'The customs kept books.' },
  languages: ['zh-Hans', 'en'],
  hash: 'abc',
  cover: PICTURE,
  coverObject: 'stamps',
  coverNature: 'sketch',
  counts: { sections: 2, objects: 3, events: 2, facts: 2, disputed: 1 }
};

export const SAMPLE_HOUSE: Home = {
  name: { 'zh-Hans': '兰台', en: 'Lantai' },
  holder: { 'zh-Hans': '示例市档案馆', en: 'Sample Municipal Archives' },
  exhibits: ['port']
};

export const NO_FONTS = { 'zh-Hans': null, 'zh-Hant': null, en: null };

export function sampleRequest(model: PageModel, overrides: Partial<PageRequest> = {}): PageRequest {
  return {
    model,
    locale: 'zh-Hans',
    path: '/',
    search: '',
    at: null,
    stop: null,
    house: SAMPLE_HOUSE,
    charts: {},
    assets: { css: {}, scripts: {}, fontsCss: NO_FONTS, traditional: null },
    publicUrl: '',
    isGrey: false,
    isDevelopment: false,
    ...overrides
  };
}
