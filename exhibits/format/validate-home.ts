import { localizedText } from './common';
import type { Finding } from './findings';
import { home as homeSchema } from './home';
import type { Home } from './home';
import type { UnplacedIssue } from './issues';
import { makeSuggester } from './nearest';
import { invalidAddress, isWebAddress } from './rules/addresses';
import { patternsOf, visitPattern } from './schema-paths';
import type { SentenceLanguage } from './sentence';
import { shapeFindings } from './shape';
import { isTooDeep, issueOf, notAnObject, tooDeep } from './validate';
import { get, isDictionary, itemsOf } from './values';

/** Languages of the interface, in which the house must be able to speak. */
const LANGUAGES = ['zh-Hans', 'en'];
const TEXTS = patternsOf(homeSchema, localizedText);

/** Checks `home.json` as `validateExhibit` checks an exhibit. `exhibits` are the ids there are; left out, nobody looked. */
export function validateHome(
  input: unknown,
  { exhibits, language = 'en' }: { exhibits?: ReadonlySet<string>; language?: SentenceLanguage } = {}
): { home: Home | null; issues: UnplacedIssue[] } {
  const finish = (findings: Finding[]) => findings.map((finding) => issueOf(finding, language));
  if (isTooDeep(input)) return { home: null, issues: finish([tooDeep([])]) };
  if (!isDictionary(input)) return { home: null, issues: finish([notAnObject(input)]) };

  const suggest = makeSuggester();
  const parsed = homeSchema.safeParse(input);
  const findings = [
    ...(parsed.success ? [] : shapeFindings(homeSchema, input, parsed.error.issues, suggest)),
    ...missingLanguages(input),
    ...wrongAddresses(input),
    ...impossibleDays(input)
  ];
  itemsOf(get(input, 'exhibits')).forEach((id, index, ids) => {
    if (typeof id !== 'string') return;
    if (ids.indexOf(id) < index) findings.push(listedTwice(id, index));
    else if (exhibits && !exhibits.has(id)) findings.push(noExhibit(id, index, suggest(id, [...exhibits])));
  });
  const issues = finish(findings);
  const isLoadable = parsed.success && issues.every((issue) => issue.severity !== 'error');
  return { home: isLoadable ? parsed.data : null, issues };
}

function missingLanguages(input: unknown): Finding[] {
  const findings: Finding[] = [];
  for (const pattern of TEXTS) {
    visitPattern(input, pattern, (text, path) => {
      if (!isDictionary(text)) return;
      const missing = LANGUAGES.filter((locale) => !Object.hasOwn(text, locale));
      if (missing.length === 0) return;
      findings.push({
        code: 'language-missing',
        path,
        message: { en: `The text is not written in ${missing.join(', ')}.`, zh: `这段文字缺${missing.join('、')}。` },
        remedy: { en: `Add “${missing.join('”, “')}”.`, zh: `请补写“${missing.join('”、“')}”。` }
      });
    });
  }
  return findings;
}

function wrongAddresses(input: unknown): Finding[] {
  const findings: Finding[] = [];
  for (const pattern of [['queryService'], ['filings', '*', 'url']]) {
    visitPattern(input, pattern, (value, path) => {
      if (typeof value === 'string' && !isWebAddress(value)) findings.push(invalidAddress(path, value));
    });
  }
  return findings;
}

/** 31 June and the like; 29 February is a day every four years. */
function impossibleDays(input: unknown): Finding[] {
  const kept = itemsOf(get(input, 'days')).map((day, index) => ({
    path: ['days', index, 'day'],
    year: 2000,
    month: get(day, 'month'),
    date: get(day, 'day')
  }));
  const grey = itemsOf(get(input, 'greyDays')).map((text, index) => {
    const [date, month, year] = String(text).split('-').reverse().map(Number);
    return { path: ['greyDays', index], year: year ?? 2000, month, date };
  });
  return [...kept, ...grey].flatMap(({ path, year, month, date }): Finding[] => {
    if (!isNumber(month) || !isNumber(date) || new Date(Date.UTC(year, month - 1, date)).getUTCMonth() === month - 1)
      return [];
    return [
      {
        code: 'date-invalid',
        path,
        message: { en: `Month ${month} has no day ${date}.`, zh: `${month}月没有${date}日。` },
        remedy: { en: 'Correct the day.', zh: '请改正日期。' }
      }
    ];
  });
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && !Number.isNaN(value);
}

function listedTwice(id: string, index: number): Finding {
  return {
    code: 'duplicate-id',
    path: ['exhibits', index],
    message: { en: `The exhibit “${id}” is listed twice.`, zh: `展览“${id}”列了两次。` },
    remedy: { en: 'Take one away.', zh: '请去掉一个。' }
  };
}

function noExhibit(id: string, index: number, suggestion: string | undefined): Finding {
  return {
    code: 'unknown-reference',
    path: ['exhibits', index],
    message: { en: `There is no exhibit “${id}” beside this file.`, zh: `同一文件夹里没有展览“${id}”。` },
    remedy: suggestion
      ? { en: `Write “${suggestion}” instead.`, zh: `改写为“${suggestion}”。` }
      : { en: 'Take it out of the list, or add its folder.', zh: '请从列表去掉，或补上文件夹。' },
    suggestion
  };
}
