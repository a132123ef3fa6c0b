import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { exhibit as exhibitShape } from '../../../exhibits/format/exhibit';
import { citationsIn, parseText, plainText } from '../../../exhibits/format/markdown';
import { validateExhibit } from '../../../exhibits/format/validate';

const FOLDER = 'exhibits/northern-port';

/** The keys of the exhibit's files put together, as they stand. */
function readFiles(): Record<string, unknown> {
  const whole: Record<string, unknown> = {};
  for (const file of readdirSync(FOLDER).filter((name) => name.endsWith('.json'))) {
    for (const [key, value] of Object.entries(JSON.parse(readFileSync(`${FOLDER}/${file}`, 'utf8')) as object)) {
      if (key !== '$schema') whole[key] = value;
    }
  }
  return whole;
}

function readExhibit() {
  const parsed = exhibitShape.parse(readFiles());
  return {
    ...parsed,
    sources: parsed.sources ?? {},
    facts: parsed.facts ?? {},
    objects: parsed.objects ?? {},
    sections: parsed.sections ?? [],
    tours: parsed.tours ?? [],
    activities: parsed.activities ?? [],
    glossary: parsed.glossary ?? [],
    events: parsed.timeline?.events ?? [],
    eras: parsed.timeline?.eras ?? [],
    lanes: parsed.timeline?.lanes ?? []
  };
}

const exhibit = readExhibit();
const objects = Object.entries(exhibit.objects);
const blocks = exhibit.sections.flatMap((section) => section.blocks ?? []);
const cites = (source: string): string[] => citationsIn(parseText(source));
/** The words of a text as a visitor reads them, without links and evidence marks. */
const read = (source: string): string => plainText(parseText(source));

/** Every text a visitor can read in one language: all of the exhibit but the editors' notes. */
function visibleTexts(locale: string): string[] {
  const texts: string[] = [];
  const walk = (value: unknown, key: string): void => {
    if (typeof value === 'string' && key === locale) texts.push(value);
    else if (Array.isArray(value)) value.forEach((each) => walk(each, ''));
    else if (value !== null && typeof value === 'object') {
      for (const [name, inner] of Object.entries(value)) if (name !== 'note') walk(inner, name);
    }
  };
  walk(exhibit, '');
  return texts;
}

/** What the facts say, in numbers an author may repeat: statement, dates, accounts that differ, and the editors' notes. */
function groundOf(codes: string[]): string {
  return codes
    .map((code) => exhibit.facts[code])
    .map((fact) => JSON.stringify(fact).replaceAll(/(\d),(?=\d{3})/g, '$1'))
    .join('\n');
}

/** Numbers of three digits or more, such as 1878, 22.5 or 217265887. */
function longNumbers(text: string): string[] {
  return [...read(text).matchAll(/\d+(?:\.\d+)?/g)]
    .map(([number]) => number)
    .filter((n) => n.replace('.', '').length >= 3);
}

describe('the exhibit northern-port', () => {
  it('passes the validator without an issue', () => {
    const files = new Set(readdirSync(`${FOLDER}/media`));
    const { issues } = validateExhibit(readFiles(), { files, folder: 'northern-port' });
    expect(issues.map(({ severity, code, path }) => `${severity} ${code} ${path.join('.')}`)).toEqual([]);
  });

  it('holds all that the dossier gives', () => {
    expect(Object.keys(exhibit.facts)).toEqual(
      Array.from({ length: 86 }, (_, index) => `A-${String(index + 1).padStart(3, '0')}`)
    );
    const by = (confidence: string) => Object.values(exhibit.facts).filter((fact) => fact.confidence === confidence);
    expect([by('verified').length, by('known').length, by('disputed').length]).toEqual([66, 8, 12]);
    expect(exhibit.events).toHaveLength(59);
    expect(exhibit.sections.map(({ id, seal }) => `${id} ${seal}`)).toEqual([
      'ford 渡',
      'opening 埠',
      'machines 机',
      'river 河',
      'ledger 账',
      'harbour 港'
    ]);
    expect(exhibit.eras.map(({ id, date }) => `${id} ${date}`)).toEqual([
      'ford 1404/1857',
      'opening 1858/1865',
      'machines 1866/1896',
      'river 1897/1918',
      'ledger 1919/1936',
      'harbour 1937/1952'
    ]);
    expect(exhibit.activities.length).toBeGreaterThanOrEqual(5);
    expect(exhibit.glossary).toHaveLength(27);
    expect(exhibit.tours.find(({ id }) => id === 'pupils')?.stops).toHaveLength(10);
  });

  it('has every item of the dossier but the Jintang Bridge as an object', () => {
    const items = objects.map(([, object]) => object.ext?.dossier);
    const numbers = Array.from({ length: 30 }, (_, index) => index + 1).filter((number) => number !== 24);
    expect(items).toEqual(numbers.map((number) => `AX-${String(number).padStart(2, '0')}`));
  });

  it('says of every object what it is, how it was made and who keeps it', () => {
    for (const [id, object] of objects) {
      expect(object.nature, id).not.toBe('original');
      for (const text of [
        object.natureNote,
        object.holder,
        object.alt,
        object.label,
        object.description,
        object.credit
      ]) {
        expect(Object.keys(text ?? {}), id).toEqual(['zh-Hans', 'en']);
      }
      expect(object.refCode, `${id} has an invented reference code`).toBeUndefined();
      expect(object.alt, id).not.toEqual(object.title);
    }
  });

  it('keeps labels short enough for a wall', () => {
    for (const [id, object] of objects) {
      expect((object.label?.['zh-Hans'] ?? '').length, id).toBeLessThanOrEqual(120);
      expect((object.label?.en ?? '').split(/\s+/).length, id).toBeLessThanOrEqual(80);
    }
  });

  it('sets only the words that were seen, and no more of the treaty than two fragments', () => {
    const transcripts = objects.flatMap(([id, { transcript }]) => (transcript ? [[id, transcript['zh-Hans']]] : []));
    expect(Object.fromEntries(transcripts)).toEqual({
      'wei-gazetteer':
        '天津为卫，去神京二百余里，当南北往来之冲，京师岁食东南数百万之漕悉道经于此，舟楫之所式临，商贾之所萃集，五方之民之所杂处。',
      'treaty-words': '天津郡城海口作为通商之埠\n……\n至此居住贸易',
      'three-ports-decree': '著作为办理三口通商大臣，驻扎天津',
      'steamer-verse': '报单新到火轮船，昼夜能行路几千；\n多少官商来往便，快鸟如飞过云天。',
      'first-telegram': '行辕正午一刻',
      rescript: '该衙门知道'
    });
    expect(visibleTexts('zh-Hans').join('\n')).not.toMatch(/画押之日|画一无别|英民人等/);
  });

  it('shows every object in exactly one section, and never two of one width in succession', () => {
    const shown = blocks.flatMap((block) => ('object' in block ? [block.object] : 'group' in block ? block.group : []));
    expect(shown.toSorted()).toEqual(Object.keys(exhibit.objects).toSorted());
    for (const section of exhibit.sections) {
      const sizes = (section.blocks ?? []).flatMap((block) =>
        'object' in block ? [block.size] : 'group' in block ? ['group'] : []
      );
      sizes.forEach((size, index) => expect(size, `${section.id}, work ${index + 1}`).not.toBe(sizes[index - 1]));
    }
  });

  it('hangs works of varied width', () => {
    const widths = objects.map(([, object]) => object.hangWidthCm ?? 0);
    expect(Math.min(...widths)).toBeGreaterThanOrEqual(50);
    expect(exhibit.objects['international-bridge']?.hangWidthCm).toBe(180);
    expect(new Set(widths).size).toBeGreaterThan(12);
  });

  it('lets every event cite a fact, stand in a lane and lie in an era of its own date', () => {
    const lanes = exhibit.lanes.map(({ id }) => id);
    expect(lanes).toHaveLength(5);
    for (const event of exhibit.events) {
      expect(event.facts.length, event.id).toBeGreaterThan(0);
      expect(
        event.facts.every((code) => code in exhibit.facts),
        event.id
      ).toBe(true);
      expect(lanes, event.id).toContain(event.lane);
      const year = Number(/\d{4}/.exec(event.date)?.[0]);
      const eras = exhibit.eras.filter(({ date }) => {
        const [from, to] = date.split('/').map(Number) as [number, number];
        return from <= year && year <= to;
      });
      expect(eras, event.id).toHaveLength(1);
    }
  });

  it('gives an event the traditional date of its own year only', () => {
    const eraStart: Record<string, number> = {
      永乐: 1403,
      雍正: 1723,
      乾隆: 1736,
      道光: 1821,
      咸丰: 1851,
      同治: 1862,
      光绪: 1875,
      宣统: 1909,
      民国: 1912
    };
    for (const event of exhibit.events) {
      const words = event.dateText?.['zh-Hans'];
      if (!words) continue;
      const [, era = '', ordinal = ''] =
        /^(永乐|雍正|乾隆|道光|咸丰|同治|光绪|宣统|民国)([元一二三四五六七八九十]+)年/.exec(words) ?? [];
      const year = (eraStart[era] ?? 0) + readOrdinal(ordinal) - 1;
      const written = Number(/\d{4}/.exec(event.date)?.[0]);
      // A lunar year ends in the next January or February.
      expect([year, year + (/十[一二]月|年末|永乐二年/.test(words) ? 1 : 0)], `${event.id}: ${words}`).toContain(
        written
      );
    }
  });

  it('writes out what disputed facts dispute', () => {
    for (const [code, fact] of Object.entries(exhibit.facts)) {
      if (fact.confidence === 'disputed') expect(fact.variants?.length, code).toBeGreaterThan(1);
      expect(fact.sources.length, code).toBeGreaterThan(0);
      for (const variant of fact.variants ?? []) {
        expect(
          (variant.sources ?? []).every((source) => fact.sources.includes(source)),
          code
        ).toBe(true);
      }
    }
  });

  it('keeps the editors’ words out of what visitors read', () => {
    const editors = /本次|面板|上展|展示(?:写|作|时)|勿写|勿补|建议以|[a-z]+说|known|verified|disputed|S\d{2,3}/;
    for (const text of visibleTexts('zh-Hans')) expect(read(text)).not.toMatch(editors);
    for (const text of visibleTexts('en')) expect(read(text)).not.toMatch(/\b[SA]-?\d{2,3}\b|\bA?X-\d/);
  });

  it('gives no cost of the bridge and no count of the dead', () => {
    const all = [...visibleTexts('zh-Hans'), ...visibleTexts('en')].join('\n');
    expect(all).not.toMatch(/造价|万两(?!海关)|九里十三步|\bcost of the bridge\b/);
    expect(all).not.toMatch(/(?:死亡|死者|遇难)\d|\d+\s?(?:people )?(?:died|dead|killed)/);
  });

  it('sets Chinese with full-width punctuation and no typed space beside figures', () => {
    for (const text of visibleTexts('zh-Hans')) {
      expect(text).not.toMatch(/[\p{Script=Han}”』》）%][,:;?!()]|[,:;?!()][\p{Script=Han}“《]/u);
      if (text !== exhibit.subtitle?.['zh-Hans']) expect(text).not.toMatch(/\p{Script=Han} +\d|\d +\p{Script=Han}/u);
      expect(text).not.toMatch(/\d[-–]\d/);
    }
  });

  it('sets English with curly quotation marks and without Chinese', () => {
    const locales = visibleTexts('en');
    for (const text of locales) expect(text).not.toMatch(/["']|[\p{Script=Han}，。；：“”]*[\p{Script=Han}]/u);
  });

  it('takes every long number of a label, description or text from a fact cited there', () => {
    for (const [id, object] of objects) {
      const description = object.description?.['zh-Hans'] ?? '';
      const codes = [...new Set([...(object.facts ?? []), ...cites(description)])];
      const ground = `${groundOf(codes)} ${object.date ?? ''}`;
      for (const number of [...longNumbers(object.label?.['zh-Hans'] ?? ''), ...longNumbers(description)]) {
        expect(ground, `${id}: ${number}`).toContain(number);
      }
    }
    for (const block of blocks) {
      if (!('text' in block)) continue;
      const text = block.text['zh-Hans'] ?? '';
      const ground = groundOf(cites(text));
      for (const number of longNumbers(text)) expect(ground, `${text}: ${number}`).toContain(number);
    }
    for (const { id, explain, facts } of exhibit.activities) {
      for (const number of longNumbers(explain['zh-Hans'] ?? ''))
        expect(groundOf(facts), `${id}: ${number}`).toContain(number);
    }
  });

  it('cites the same facts in both languages', () => {
    const pairs = [
      ...exhibit.sections.map(({ text }) => text),
      ...blocks.flatMap((block) => ('text' in block ? [block.text] : [])),
      ...objects.flatMap(([, { description }]) => (description ? [description] : [])),
      ...exhibit.events.flatMap(({ text }) => (text ? [text] : [])),
      ...exhibit.activities.map(({ explain }) => explain)
    ];
    for (const pair of pairs) {
      expect(cites(pair.en ?? ''), pair.en).toEqual(cites(pair['zh-Hans'] ?? ''));
      expect(cites(pair.en ?? '').every((code) => code in exhibit.facts)).toBe(true);
    }
  });

  it('tells every fact somewhere in the story or on the timeline', () => {
    const told = new Set([
      ...exhibit.sections.flatMap(({ text }) => cites(text.en ?? '')),
      ...blocks.flatMap((block) => ('text' in block ? cites(block.text.en ?? '') : [])),
      ...objects.flatMap(([, object]) => cites(object.description?.en ?? '')),
      ...exhibit.events.flatMap(({ facts }) => facts)
    ]);
    expect(Object.keys(exhibit.facts).filter((code) => !told.has(code))).toEqual([]);
  });

  it('asks questions whose wrong answers are alike in length and whose right one moves about', () => {
    const questions = exhibit.activities.flatMap((activity) => (activity.kind === 'choice' ? [activity] : []));
    for (const { id, options, answer, facts } of questions) {
      const lengths = options.map(({ text }) => (text['zh-Hans'] ?? '').length);
      expect(Math.max(...lengths) - Math.min(...lengths), id).toBeLessThanOrEqual(1);
      expect(new Set(options.map(({ text }) => text['zh-Hans'])).size, id).toBe(options.length);
      expect(
        options.map((option) => option.id),
        id
      ).toContain(answer[0]);
      expect(facts.length, id).toBeGreaterThan(0);
    }
    expect(new Set(questions.map(({ answer }) => answer[0])).size).toBe(4);
  });

  it('names in the charts’ tables the fields of their data, all of them words or numbers', () => {
    for (const [id, object] of objects.filter(([, { kind }]) => kind === 'chart')) {
      const spec = JSON.parse(readFileSync(`${FOLDER}/media/${object.media?.[0]?.file}`, 'utf8')) as {
        data: { values: Record<string, unknown>[] };
      };
      for (const row of spec.data.values) {
        expect(Object.keys(row), id).toEqual((object.table ?? []).map(({ field }) => field));
        for (const value of Object.values(row)) expect(typeof value, id).not.toBe('boolean');
      }
    }
  });
});

/** 元, 二, 十四, 二十八 … as a number. */
function readOrdinal(words: string): number {
  const digit = (one: string) => '〇一二三四五六七八九'.indexOf(one);
  if (words === '元') return 1;
  const [tens, ones] = words.includes('十') ? words.split('十') : ['', words];
  const ten = words.includes('十') ? (tens ? digit(tens) : 1) * 10 : 0;
  return ten + (ones ? digit(ones) : 0);
}
