import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { validateExhibit } from '../../../exhibits/format/validate';
import { citedIn, readExhibit, readExhibitFiles, visibleTexts } from '../../support/exhibit-files';

const WRITTEN = readdirSync('test/fixtures/dossiers')
  .map((file) => file.replace(/\.md$/, ''))
  .filter((id) => existsSync(`exhibits/${id}/exhibit.json`));

describe.each(WRITTEN)('the exhibit %s keeps the rules of the house:', (id) => {
  const exhibit = readExhibit(id);
  const objects = Object.entries(exhibit.objects);
  const chinese = visibleTexts(exhibit, 'zh-Hans');
  const english = visibleTexts(exhibit, 'en');

  it('passes the validator with nothing that keeps it from being published', () => {
    const files = new Set(readdirSync(`exhibits/${id}/media`));
    const { issues } = validateExhibit(readExhibitFiles(id), { files, folder: id });
    const grave = issues.filter(({ severity }) => severity !== 'advice');
    expect(grave.map(({ severity, code, path }) => `${severity} ${code} ${path.join('.')}`)).toEqual([]);
  });

  it('says of every object what it is, how it was made and who keeps it', () => {
    for (const [name, object] of objects) {
      expect(object.nature, name).not.toBe('original');
      const { natureNote, holder, alt, label, description, credit } = object;
      for (const text of [natureNote, holder, alt, label, description, credit])
        expect(Object.keys(text ?? {}).toSorted(), name).toEqual(['en', 'zh-Hans']);
      expect(object.refCode, `${name} has an invented reference code`).toBeUndefined();
      expect(object.alt, name).not.toEqual(object.title);
    }
  });

  it('keeps labels short enough for a wall', () => {
    for (const [name, object] of objects) {
      expect((object.label?.['zh-Hans'] ?? '').length, name).toBeLessThanOrEqual(120);
      expect((object.label?.en ?? '').split(/\s+/).length, name).toBeLessThanOrEqual(80);
    }
  });

  it('shows every object in exactly one section', () => {
    const shown = exhibit.blocks.flatMap((block) => {
      if ('object' in block) return [block.object];
      if ('group' in block) return block.group;
      return 'compare' in block ? block.compare : [];
    });
    expect(shown.toSorted()).toEqual(Object.keys(exhibit.objects).toSorted());
  });

  it('lets every event cite a fact and stand in a lane', () => {
    const lanes = exhibit.lanes.map((lane) => lane.id);
    for (const event of exhibit.events) {
      expect(event.facts.length, event.id).toBeGreaterThan(0);
      expect(lanes, event.id).toContain(event.lane);
    }
  });

  it('names every tag an event has, and none that no event has', () => {
    const used = new Set(exhibit.events.flatMap(({ tags }) => tags ?? []));
    expect(exhibit.tags.map((tag) => tag.id).toSorted()).toEqual([...used].toSorted());
  });

  it('gives an event the traditional date of its own year only', () => {
    for (const event of exhibit.events) {
      const words = event.dateText?.['zh-Hans'];
      const [, reign = '', ordinal = ''] = /^(\p{Script=Han}{2})([元一二三四五六七八九十]+)年/u.exec(words ?? '') ?? [];
      const start = REIGN_STARTS[reign];
      if (!words || start === undefined) continue;
      const year = start + readOrdinal(ordinal) - 1;
      const written = Number(/\d{4}/.exec(event.date)?.[0]);
      // A lunar year ends in the next January or February.
      const years = [year, year + (/十[一二]月|年末|永乐二年/.test(words) ? 1 : 0)];
      expect(years, `${event.id}: ${words}`).toContain(written);
    }
  });

  it('writes out what disputed facts dispute', () => {
    for (const [code, fact] of Object.entries(exhibit.facts)) {
      if (fact.confidence === 'disputed') expect(fact.variants?.length, code).toBeGreaterThan(1);
      for (const { sources } of fact.variants ?? [])
        expect(fact.sources, code).toEqual(expect.arrayContaining(sources ?? []));
    }
  });

  it('sets Chinese with full-width punctuation and no typed space beside figures', () => {
    for (const text of chinese) {
      expect(text).not.toMatch(/[\p{Script=Han}”》』）%][,:;?!()]|[,:;?!()][\p{Script=Han}“《]/u);
      if (text !== exhibit.subtitle?.['zh-Hans']) expect(text).not.toMatch(/\p{Script=Han} +\d|\d +\p{Script=Han}/u);
      expect(text).not.toMatch(/\d[-–]\d/);
    }
  });

  it('sets English with curly quotation marks and without Chinese', () => {
    for (const text of english) expect(text).not.toMatch(/["']|[\p{Script=Han}，。；：]/u);
  });

  it('raises its voice nowhere', () => {
    for (const text of [...chinese, ...english]) expect(text).not.toMatch(/[!！]/);
  });

  it('cites the same facts in both languages', () => {
    const pairs = [
      ...exhibit.sections.map(({ text }) => text),
      ...exhibit.blocks.flatMap((block) => ('text' in block ? [block.text] : [])),
      ...objects.flatMap(([, { description }]) => (description ? [description] : [])),
      ...exhibit.events.flatMap(({ text }) => (text ? [text] : [])),
      ...exhibit.activities.map(({ explain }) => explain)
    ];
    for (const pair of pairs) {
      const [inEnglish, inChinese] = [citedIn(pair?.en ?? ''), citedIn(pair?.['zh-Hans'] ?? '')];
      expect(inEnglish.toSorted(), pair?.en).toEqual(inChinese.toSorted());
      for (const code of inEnglish) expect(exhibit.facts, pair?.en).toHaveProperty(code);
    }
  });

  it('tells every fact somewhere in the story or on the timeline', () => {
    const told = new Set([
      ...exhibit.sections.flatMap(({ text }) => citedIn(text?.en ?? '')),
      ...exhibit.blocks.flatMap((block) => ('text' in block ? citedIn(block.text.en ?? '') : [])),
      ...objects.flatMap(([, object]) => [...(object.facts ?? []), ...citedIn(object.description?.en ?? '')]),
      ...exhibit.events.flatMap(({ facts }) => facts)
    ]);
    expect(Object.keys(exhibit.facts).filter((code) => !told.has(code))).toEqual([]);
  });

  it('asks questions whose wrong answers are alike in length and whose right one moves about', () => {
    const questions = exhibit.activities.flatMap((activity) => (activity.kind === 'choice' ? [activity] : []));
    for (const { id: question, options } of questions) {
      const texts = options.map(({ text }) => text['zh-Hans'] ?? '');
      const lengths = texts.map((text) => text.length);
      expect(Math.max(...lengths) - Math.min(...lengths), question).toBeLessThanOrEqual(1);
      expect(new Set(texts).size, question).toBe(options.length);
    }
    const places = questions.map(({ options, answer }) => options.findIndex((option) => option.id === answer[0]));
    expect(new Set(places).size).toBeGreaterThanOrEqual(3);
  });

  it('asks in at least three other ways than by choice', () => {
    const kinds = new Set(exhibit.activities.map(({ kind }) => kind));
    expect(kinds.size).toBeGreaterThanOrEqual(4);
  });

  it('names in the charts’ tables the fields of their data, all of them words or numbers', () => {
    for (const [name, object] of objects.filter(([, { kind }]) => kind === 'chart')) {
      const spec = JSON.parse(readFileSync(`exhibits/${id}/media/${object.media?.[0]?.file}`, 'utf8')) as {
        data: { values: Record<string, unknown>[] };
      };
      for (const row of spec.data.values) {
        expect(Object.keys(row), name).toEqual((object.table ?? []).map(({ field }) => field));
        for (const value of Object.values(row)) expect(typeof value, name).not.toBe('boolean');
      }
    }
  });
});

/** First years of reigns, and of the Republic’s count. */
const REIGN_STARTS: Record<string, number> = {
  建文: 1399,
  永乐: 1403,
  康熙: 1662,
  雍正: 1723,
  乾隆: 1736,
  道光: 1821,
  咸丰: 1851,
  同治: 1862,
  光绪: 1875,
  宣统: 1909,
  民国: 1912
};

/** 元, 二, 十四, 二十八 … as a number. */
function readOrdinal(words: string): number {
  const digit = (one: string) => '〇一二三四五六七八九'.indexOf(one);
  if (words === '元') return 1;
  const [tens, ones] = words.includes('十') ? words.split('十') : ['', words];
  const ten = words.includes('十') ? (tens ? digit(tens) : 1) * 10 : 0;
  return ten + (ones ? digit(ones) : 0);
}
