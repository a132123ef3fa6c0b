import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { asTyped, readDossier } from '../../support/dossier';
import type { DossierQuestion, DossierRow, TourAudience } from '../../support/dossier';
import { citedIn, longNumbers, readExhibit, visibleTexts, wordsOf } from '../../support/exhibit-files';
import { lessonTexts } from '../../support/lesson-texts';

const DOSSIERS = readdirSync('test/fixtures/dossiers').map((file) => file.replace(/\.md$/, ''));
const WRITTEN = DOSSIERS.filter((id) => existsSync(`exhibits/${id}/exhibit.json`));

const SOURCE_KINDS: Record<string, string> = {
  P: 'primary',
  A: 'scholarship',
  N: 'press',
  R: 'reference',
  W: 'web'
};

describe('a dossier', () => {
  it.each([
    ['northern-port', { facts: [66, 8, 12], items: 30, rows: 59, terms: 27, sources: 81 }],
    ['red-tianjin', { facts: [58, 4, 3], items: 25, rows: 48, terms: 27, sources: 63 }],
    ['city-memory', { facts: [38, 5, 2], items: 24, rows: 49, terms: 22, sources: 58 }]
  ])('of %s is read whole', (id, expected) => {
    const dossier = readDossier(id);
    const by = (confidence: string) => dossier.facts.filter((fact) => fact.confidence === confidence).length;
    expect({
      facts: [by('verified'), by('known'), by('disputed')],
      items: dossier.items.length,
      rows: dossier.rows.length,
      terms: dossier.terms.length,
      sources: dossier.sources.length
    }).toEqual(expected);
    expect(dossier.rooms).toHaveLength(6);
    expect(dossier.questions).toHaveLength(10);
    expect(Object.values(dossier.tours).map((stops) => stops.length)).toEqual([10, 12, 8]);
    for (const each of [
      ...dossier.items,
      ...dossier.rows,
      ...dossier.questions,
      ...Object.values(dossier.tours).flat()
    ])
      expect(each.facts.length, JSON.stringify(each)).toBeGreaterThan(0);
  });
});

describe.each(WRITTEN)('the exhibit %s tells what its dossier gives:', (id) => {
  const dossier = readDossier(id);
  const exhibit = readExhibit(id);
  const objects = Object.entries(exhibit.objects);

  it('every fact, with its date, its confidence and its sources', () => {
    expect(Object.keys(exhibit.facts)).toEqual(dossier.facts.map((fact) => fact.id));
    for (const { id: code, date, confidence, sources } of dossier.facts) {
      const fact = exhibit.facts[code];
      expect([date, dayOf(date)], code).toContain(fact?.date);
      expect(fact?.confidence, code).toBe(confidence);
      expect(fact?.sources.toSorted(), code).toEqual(sources.toSorted());
    }
  });

  it('statements in the dossier’s words', () => {
    for (const { id: code, statement, whole } of dossier.facts) {
      const told = exhibit.facts[code]?.statement;
      if (statement) {
        expect(asTyped(told?.['zh-Hans'] ?? ''), code).toBe(asTyped(statement.zh));
        expect(asTyped(told?.en ?? ''), code).toBe(asTyped(statement.en));
      } else {
        // From a table’s cells the sentence is the exhibit’s, the numbers are not.
        for (const text of Object.values(told ?? {}))
          expect(longNumbers(whole), code).toEqual(expect.arrayContaining(longNumbers(text)));
      }
    }
  });

  it('traditional dates of the years the dossier writes, and no others', () => {
    for (const { id: code, traditional } of dossier.facts) {
      const told = exhibit.facts[code]?.dateText?.['zh-Hans'] ?? '';
      const years = reignYears(traditional);
      // A day without its year may be given one.
      if (years.length > 0 || traditional === '') expect(reignYears(told), code).toEqual(years);
    }
  });

  it('the people a fact names', () => {
    for (const { id: code, people } of dossier.facts) {
      const named = (exhibit.facts[code]?.people ?? []).map((person) => exhibit.people[person]?.name['zh-Hans'] ?? '');
      const names = named.map((name) => name.replace(/（.*）/, ''));
      expect(names, code).toEqual(expect.arrayContaining(people));
    }
  });

  it('the sources of its facts, each of the kind its tag says and at its address', () => {
    const used = Object.values(exhibit.facts).flatMap(({ sources }) => sources);
    expect(Object.keys(exhibit.sources)).toEqual(expect.arrayContaining(used));
    for (const [code, source] of Object.entries(exhibit.sources)) {
      const given = dossier.sources.find((one) => one.code === code);
      expect(source.kind, code).toBe(SOURCE_KINDS[given?.tag ?? '']);
      expect(asTyped(source.citation['zh-Hans'] ?? ''), code).toContain(asTyped(given?.title ?? ''));
      if (given?.url) expect(decodeURI(source.url ?? ''), code).toBe(decodeURI(given.url));
    }
  });

  it('every item as an object of its facts, and no object besides', () => {
    const shown = objects.map(([, object]) => object.ext?.dossier);
    expect([...new Set(shown)].toSorted()).toEqual(dossier.items.map((item) => item.id).toSorted());
    for (const { id: item, type, facts } of dossier.items) {
      const these = objects.filter(([, object]) => object.ext?.dossier === item).map(([, object]) => object);
      expect(
        these.flatMap((object) => object.facts ?? []),
        item
      ).toEqual(expect.arrayContaining(facts));
      for (const object of these)
        expect(
          object.facts?.some((code) => facts.includes(code)),
          item
        ).toBe(true);
      if (type === '3D')
        expect(
          these.map(({ kind }) => kind),
          item
        ).toContain('model');
    }
  });

  it('every row of the timeline as an event of that date and those facts', () => {
    const left = [...exhibit.events];
    const isTold = (row: DossierRow) => {
      const index = left.findIndex(
        (event) =>
          [row.date, dayOf(row.date)].includes(event.date) && row.facts.every((code) => event.facts.includes(code))
      );
      return index >= 0 && left.splice(index, 1).length > 0;
    };
    expect(dossier.rows.filter((row) => !isTold(row)).map(({ date, zh }) => `${date} ${zh}`)).toEqual([]);
    for (const { id: event, date, facts } of left) {
      expect(groundOf(facts), `${event} is in no row, nor its year in its facts`).toContain(/\d{4}/.exec(date)?.[0]);
    }
  });

  it('every question, with the right answer', () => {
    const choices = exhibit.activities.flatMap((activity) => (activity.kind === 'choice' ? [activity] : []));
    const left = [...choices];
    const isAsked = (question: DossierQuestion) => {
      const index = left.findIndex(({ facts, options, answer }) => {
        if (!question.facts.every((code) => facts.includes(code))) return false;
        const saying = options.filter(({ text }) => saysTheSame(text['zh-Hans'] ?? '', question.right));
        return saying.length === 1 && answer.length === 1 && saying[0]?.id === answer[0];
      });
      return index >= 0 && left.splice(index, 1).length > 0;
    };
    expect(dossier.questions.filter((question) => !isAsked(question)).map(({ zh }) => zh)).toEqual([]);
  });

  it('its three tours, as long as the dossier has them, of the same facts', () => {
    for (const audience of Object.keys(dossier.tours) as TourAudience[]) {
      const stops = exhibit.tours.find((tour) => tour.audience === audience)?.stops ?? [];
      expect(stops, audience).toHaveLength(dossier.tours[audience].length);
      const cited = stops.flatMap(({ text, facts }) => [...(facts ?? []), ...Object.values(text).flatMap(citedIn)]);
      expect(cited, audience).toEqual(expect.arrayContaining(dossier.tours[audience].flatMap(({ facts }) => facts)));
      for (const stop of stops) expect((stop.facts ?? []).length, stop.id).toBeGreaterThan(0);
    }
  });

  it('every term of the glossary', () => {
    const terms = exhibit.glossary.map(({ term, pinyin }) => `${asTyped(term['zh-Hans'] ?? '')} ${pinyin}`);
    expect(terms).toEqual(dossier.terms.map(({ zh, pinyin }) => `${asTyped(zh)} ${pinyin.replaceAll("'", '’')}`));
  });

  it('no number of three digits or more but from the facts cited beside it', () => {
    const texts = [
      ...objects.flatMap(([name, object]) => {
        const codes = [...(object.facts ?? []), ...Object.values(object.description ?? {}).flatMap(citedIn)];
        const ground = [...groundOf(codes), ...longNumbers(`${itemOf(name)} ${object.date ?? ''}`)];
        const { title, label, description, extent, dateText } = object;
        return [title, label, description, extent, dateText].map((text) => ({ at: `object ${name}`, text, ground }));
      }),
      ...exhibit.sections.map(({ id: name, text }) => ({ at: `section ${name}`, text, ground: citedGround(text) })),
      ...exhibit.blocks.flatMap((block) =>
        'text' in block ? [{ at: 'a block', text: block.text, ground: citedGround(block.text) }] : []
      ),
      ...exhibit.events.flatMap(({ id: name, title, text, date, facts }) => {
        const ground = [...groundOf(facts), ...citedGround(text), ...longNumbers(date)];
        return [title, text].map((each) => ({ at: `event ${name}`, text: each, ground }));
      }),
      ...exhibit.activities.flatMap((activity) => {
        const { id: name, prompt, explain, facts, at } = activity;
        const object = 'object' in activity ? activity.object : (at ?? '').replace(/^object:/, '');
        const answer = activity.kind === 'data' ? longNumbers(String(activity.answer.value ?? '')) : [];
        const ground = [...groundOf(facts), ...longNumbers(itemOf(object)), ...answer];
        return [prompt, explain].map((text) => ({ at: `task ${name}`, text, ground }));
      }),
      ...exhibit.tours.flatMap(({ id: tour, stops }) =>
        stops.map(({ id: name, text, facts }) => ({
          at: `stop ${tour}/${name}`,
          text,
          ground: [...groundOf(facts ?? []), ...citedGround(text)]
        }))
      ),
      ...lessonTexts(exhibit).map(({ at, text, facts, objects: shown, reckoned }) => ({
        at,
        text,
        ground: [...groundOf(facts), ...shown.flatMap((object) => longNumbers(itemOf(object))), ...reckoned]
      }))
    ];
    const strange = texts.flatMap(({ at, text, ground }) =>
      Object.values(text ?? {}).flatMap((words) =>
        longNumbers(words).flatMap((number) => (ground.includes(number) ? [] : [`${at}: ${number}`]))
      )
    );
    expect(strange).toEqual([]);
  });

  it('no editors’ note', () => {
    const visible = visibleTexts(exhibit, 'zh-Hans');
    const given = dossier.facts.map(({ statement }) => asTyped(statement?.zh ?? '')).join('\n');
    const notes = dossier.facts.flatMap(({ note }) => asTyped(note).split(/[。;]/)).filter((one) => one.length >= 14);
    const all = visible.map(asTyped).join('\n');
    expect(notes.filter((note) => !given.includes(note) && all.includes(note))).toEqual([]);
    const editors = /本次|面板|上展|展示(?:写|作|时)|勿写|勿补|建议以|[a-z]+说|known|verified|disputed|S\d{2,3}/;
    for (const text of visible) expect(wordsOf(text)).not.toMatch(editors);
    for (const text of visibleTexts(exhibit, 'en'))
      expect(wordsOf(text)).not.toMatch(/\b[SABC]-?\d{2,3}\b|\b[ABC]?X-\d/);
  });

  /** What the dossier says of an object’s contents. */
  function itemOf(object: string): string {
    const item = exhibit.objects[object]?.ext?.dossier;
    return dossier.items.find((each) => each.id === item)?.content ?? '';
  }

  /** Long numbers of facts: of what the exhibit says of them, and of what the dossier does. */
  function groundOf(codes: string[]): string[] {
    return codes.flatMap((code) => [
      ...longNumbers(dossier.facts.find((fact) => fact.id === code)?.whole ?? ''),
      ...numbersInWords(dossier.facts.find((fact) => fact.id === code)?.whole ?? ''),
      ...longNumbers(JSON.stringify(exhibit.facts[code] ?? {}))
    ]);
  }

  function citedGround(text: Record<string, string> | undefined): string[] {
    return groundOf(Object.values(text ?? {}).flatMap(citedIn));
  }
});

/** A date without its hour. */
const dayOf = (date: string): string => date.replace(/T.*$/, '');

/** Numbers written 七千二百 or 三十四万, as digits. */
function numbersInWords(text: string): string[] {
  return (text.match(/[一二三四五六七八九十百千万]*[百千万][一二三四五六七八九十百千万]*/g) ?? []).map((words) => {
    const [tenThousands = '', rest = ''] = words.includes('万') ? words.split('万') : ['', words];
    return String(
      (words.includes('万') ? belowTenThousand(tenThousands || '一') * 10_000 : 0) + belowTenThousand(rest)
    );
  });
}

function belowTenThousand(words: string): number {
  const units = { 千: 1000, 百: 100, 十: 10, '': 1 };
  return [...words.matchAll(/([一二三四五六七八九]?)([千百十]?)/g)].reduce((sum, [whole, digit = '', unit = '']) => {
    if (whole === '') return sum;
    return sum + (digit ? '〇一二三四五六七八九'.indexOf(digit) : 1) * units[unit as keyof typeof units];
  }, 0);
}

/** Reigns and years of a date in traditional words, once each: 咸丰八年. */
function reignYears(words: string): string[] {
  const found = words.match(/(?:建文|永乐|康熙|雍正|乾隆|道光|咸丰|同治|光绪|宣统|民国)[元一二三四五六七八九十]+年/g);
  return [...new Set(found ?? [])].toSorted();
}

/** Whether an option says what the dossier’s right answer says: “1927年” for 1927-10-18, “3种” for 3. */
function saysTheSame(option: string, right: string): boolean {
  const numbers = (text: string) => [...text.matchAll(/\d+(?:\.\d+)?/g)].map(([number]) => Number(number));
  if (!/\d/.test(right)) return asTyped(option).includes(asTyped(right)) || asTyped(right).includes(asTyped(option));
  const inOption = numbers(inDigits(option));
  return inOption.length > 0 && inOption.every((number) => numbers(right).includes(number));
}

/** 三, 十四 and 二十九 as digits. */
function inDigits(text: string): string {
  return text.replaceAll(/[一二三四五六七八九十]+/g, (words) => {
    const digit = (one: string) => '〇一二三四五六七八九'.indexOf(one);
    const [tens = '', ones = ''] = words.includes('十') ? words.split('十') : ['', words];
    const ten = words.includes('十') ? (tens ? digit(tens) : 1) * 10 : 0;
    return String(ten + (ones ? digit(ones) : 0));
  });
}
