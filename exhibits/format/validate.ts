import { exhibit as exhibitSchema } from './exhibit';
import type { Exhibit } from './exhibit';
import { SEVERITY } from './findings';
import type { Finding } from './findings';
import type { UnplacedIssue } from './issues';
import { makeSuggester } from './nearest';
import { knownIds } from './references';
import { RULES } from './rules/all';
import type { SentenceLanguage } from './sentence';
import { shapeFindings } from './shape';
import { describe, get, isDictionary, itemsOf } from './values';

/** Deeper than any exhibit, shallower than what overflows a parser. */
export const MAX_DEPTH = 100;

export interface ValidationContext {
  /** Names of the files below `media`, with `/` between folders; left out, nobody looked whether they are there. */
  files?: ReadonlySet<string>;
  /** Name of the exhibit's folder, which must be its id. */
  folder?: string;
  /** Language of the sentences. */
  language?: SentenceLanguage;
}

/**
 * Checks shape and relations of an exhibit (`format.md` §3). Takes anything and never throws. With an issue of severity
 * `error` the exhibit is null: nothing is half loaded. Relations are checked in what is well formed even where the shape is not.
 */
export function validateExhibit(
  input: unknown,
  context: ValidationContext = {}
): { exhibit: Exhibit | null; issues: UnplacedIssue[] } {
  const { files, folder, language = 'en' } = context;
  const finish = (findings: Finding[]) => findings.map((finding) => issueOf(finding, language));
  if (isTooDeep(input)) return { exhibit: null, issues: finish([tooDeep([])]) };
  if (!isDictionary(input)) return { exhibit: null, issues: finish([notAnObject(input)]) };

  const suggest = makeSuggester();
  const parsed = exhibitSchema.safeParse(input);
  const findings = parsed.success ? [] : shapeFindings(exhibitSchema, input, parsed.error.issues, suggest);
  const report = (finding: Finding) => void findings.push(finding);
  const ruleInput = {
    exhibit: input,
    known: knownIds(input),
    languages: itemsOf(get(input, 'languages')).filter((locale) => typeof locale === 'string'),
    files: files ?? null,
    folder: folder ?? null,
    report,
    suggest
  };
  for (const rule of RULES) rule(ruleInput);

  const issues = finish(findings);
  const isLoadable = parsed.success && issues.every((issue) => issue.severity !== 'error');
  return { exhibit: isLoadable ? parsed.data : null, issues };
}

/** A finding in the reader's language, with its severity. */
export function issueOf(finding: Finding, language: SentenceLanguage): UnplacedIssue {
  const { code, path, atKey, message, remedy, suggestion } = finding;
  return {
    severity: SEVERITY[code],
    code,
    path,
    message: message[language],
    remedy: remedy[language],
    ...(suggestion === undefined ? {} : { suggestion }),
    ...(atKey ? { atKey } : {})
  };
}

/** Whether a value nests deeper than the format allows; goes no deeper itself, so a value that holds itself does no harm. */
export function isTooDeep(value: unknown, depth = 1): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (depth > MAX_DEPTH) return true;
  if (Array.isArray(value)) return value.some((item) => isTooDeep(item, depth + 1));
  for (const key of Object.keys(value)) {
    if (isTooDeep((value as Record<string, unknown>)[key], depth + 1)) return true;
  }
  return false;
}

export function tooDeep(path: Finding['path']): Finding {
  return {
    code: 'json-too-deep',
    path,
    message: { en: `Brackets nest more than ${MAX_DEPTH} deep.`, zh: `括号嵌套超过${MAX_DEPTH}层。` },
    remedy: { en: 'Look for a bracket that is opened over and over.', zh: '请查找重复打开的括号。' }
  };
}

export function notAnObject(value: unknown): Finding {
  const found = describe(value);
  return {
    code: 'wrong-type',
    path: [],
    message: { en: `Found ${found.en}; expected an object { }.`, zh: `这里写的是${found.zh}，应为一个对象{ }。` },
    remedy: { en: 'Begin the file with { and end it with }.', zh: '文件应以{开头、以}结尾。' }
  };
}
