import { readFileSync } from 'node:fs';

/**
 * What a content dossier says: `test/fixtures/dossiers/<exhibit>.md`. An exhibit tells nothing that its dossier does not
 * give, so tests read both and compare.
 */
export interface Dossier {
  facts: DossierFact[];
  rooms: DossierRoom[];
  items: DossierItem[];
  rows: DossierRow[];
  questions: DossierQuestion[];
  tours: Record<TourAudience, DossierStop[]>;
  terms: DossierTerm[];
  sources: DossierSource[];
}

export interface DossierFact {
  id: string;
  date: string;
  /** In the calendar of the source; empty where none is given. */
  traditional: string;
  confidence: string;
  /** Null where the dossier has a table instead of sentences. */
  statement: { zh: string; en: string } | null;
  people: string[];
  sources: string[];
  note: string;
  /** All that the dossier says of it, for the numbers in it. */
  whole: string;
}

export interface DossierRoom {
  zh: string;
  en: string;
  facts: string[];
}

export interface DossierItem {
  id: string;
  /** T text, C chart, M map, V drawing, 3D model. */
  type: string;
  title: string;
  content: string;
  facts: string[];
}

export interface DossierRow {
  date: string;
  zh: string;
  en: string;
  facts: string[];
}

export interface DossierQuestion {
  zh: string;
  right: string;
  facts: string[];
}

export type TourAudience = 'pupils' | 'adults' | 'english';

export interface DossierStop {
  text: string;
  facts: string[];
}

export interface DossierTerm {
  zh: string;
  pinyin: string;
  en: string;
}

export interface DossierSource {
  code: string;
  tag: string;
  /** Its title; empty where the dossier writes “as above”. */
  title: string;
  url: string | null;
}

export function readDossier(exhibit: string): Dossier {
  const text = readFileSync(`test/fixtures/dossiers/${exhibit}.md`, 'utf8');
  const part = (number: number) => text.split(new RegExp(`^## ${number}\\. .*$`, 'm'))[1]?.split(/^## \d/m)[0] ?? '';
  return {
    facts: readFacts(part(1)),
    rooms: readRooms(part(2)),
    items: tableRows(part(3)).map(([id = '', type = '', title = '', content = '', facts = '']) => ({
      id,
      type,
      title,
      content,
      facts: factCodes(facts)
    })),
    rows: tableRows(part(4)).map(([date = '', zh = '', en = '', facts = '']) => ({
      date,
      zh,
      en,
      facts: factCodes(facts)
    })),
    questions: readQuestions(part(5)),
    tours: readTours(part(6)),
    terms: tableRows(part(7)).map(([zh = '', pinyin = '', en = '']) => ({ zh, pinyin, en })),
    sources: readSources(part(8))
  };
}

const factCodes = (text: string): string[] => text.match(/\b[A-C]-\d{3}\b/g) ?? [];
const sourceCodes = (text: string): string[] => text.match(/\bS\d{2,3}\b/g) ?? [];
const orEmpty = (text: string): string => (text === '—' ? '' : text);

/** In the order of their ids, wherever a table stands. */
function readFacts(part: string): DossierFact[] {
  const facts = [
    ...part
      .split(/^#### /m)
      .slice(1)
      .map(readFact),
    ...readConcessions(part)
  ];
  return facts.toSorted((a, b) => a.id.localeCompare(b.id));
}

function readFact(block: string): DossierFact {
  const [heading = '', ...lines] = block.split(/^#/m)[0]?.split('\n') ?? [];
  const [id = '', date = '', traditional = '', confidence = ''] = heading.split(' | ').map((cell) => cell.trim());
  const field = (name: string) =>
    lines.find((line) => line.startsWith(`- ${name}: `))?.slice(`- ${name}: `.length) ?? '';
  return {
    id,
    date,
    traditional: orEmpty(traditional),
    confidence,
    statement: { zh: field('zh'), en: field('en') },
    people: peopleIn(field('people')),
    sources: sourceCodes(field('src')),
    note: field('note'),
    whole: block
  };
}

/** Names without what is said of them in brackets; “同上” names nobody new. */
function peopleIn(text: string): string[] {
  return text
    .replaceAll(/\([^)]*\)/g, '')
    .split('、')
    .filter((name) => name !== '' && name !== '—' && name !== '同上');
}

/** The nine concessions stand in a table: id, power, date, traditional date, area, end, confidence, sources, note. */
function readConcessions(part: string): DossierFact[] {
  return tableRows(part).map((cells) => {
    const [id = '', , date = '', traditional = '', , , confidence = '', sources = '', note = ''] = cells;
    return {
      id,
      date,
      traditional: orEmpty(traditional),
      confidence: confidence.replace(/\(.*\)/, ''),
      statement: null,
      people: [],
      sources: sourceCodes(sources),
      note,
      whole: cells.join(' | ')
    };
  });
}

function readRooms(part: string): DossierRoom[] {
  return part
    .split(/^### /m)
    .slice(1)
    .map((block) => ({
      zh: /^- zh: (.*)$/m.exec(block)?.[1] ?? '',
      en: /^- en: (.*)$/m.exec(block)?.[1] ?? '',
      facts: factCodes(/^- facts: (.*)$/m.exec(block)?.[1] ?? '')
    }));
}

function readQuestions(part: string): DossierQuestion[] {
  return part
    .split(/^\d+\. /m)
    .slice(1)
    .map((block) => ({
      zh: /^.*?\?/.exec(block)?.[0] ?? '',
      right: /\*\*[A-D] (.*?)\*\*/.exec(block)?.[1] ?? '',
      facts: factCodes(block)
    }));
}

function readTours(part: string): Record<TourAudience, DossierStop[]> {
  const [pupils = '', adults = '', english = ''] = part.split(/^### /m).slice(1);
  const stops = (block: string) =>
    [...block.matchAll(/^\d+\. (.*?)\(([^()]*)\)$/gm)].map(([, text = '', facts = '']) => ({
      text,
      facts: factCodes(facts)
    }));
  return { pupils: stops(pupils), adults: stops(adults), english: stops(english) };
}

function readSources(part: string): DossierSource[] {
  return [...part.matchAll(/^- \*\*(S\d+)\*\* \[([A-Z])\] (.*)$/gm)].map(([, code = '', tag = '', rest = '']) => {
    const url = /https?:\/\/\S+/.exec(rest)?.[0] ?? null;
    const title = rest.split('。')[0]?.replace(/;检索结果未显示网址/, '') ?? '';
    return { code, tag, title: title.startsWith('同上') ? '' : title, url };
  });
}

/** Cells of a table’s rows, without its head. */
function tableRows(part: string): string[][] {
  const lines = part.split('\n').filter((line) => line.startsWith('|'));
  return lines.slice(2).map((line) =>
    line
      .slice(1, line.lastIndexOf('|'))
      .split('|')
      .map((cell) => cell.trim())
  );
}

/** A text without what typesetting changes: spaces, width of punctuation, bend of quotation marks, dashes, a day’s 年月日. */
export function asTyped(text: string): string {
  return [...text]
    .map((character) => TYPED[character] ?? character)
    .join('')
    .replaceAll(/(\d{4})-(\d{2})-(\d{2})/g, (_, year, month, day) => `${year}年${Number(month)}月${Number(day)}日`)
    .replaceAll(/(?<=\d)[—–](?=\d)/g, '-')
    .replaceAll(/\s+/g, '');
}

const TYPED: Record<string, string> = {
  '，': ',',
  '：': ':',
  '；': ';',
  '（': '(',
  '）': ')',
  '？': '?',
  '！': '!',
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"'
};
