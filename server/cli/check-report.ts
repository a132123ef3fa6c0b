import type { Issue } from '../../exhibits/format/issues';
import type { SentenceLanguage } from '../../exhibits/format/sentence';
import type { CheckedFolder } from './check';

const WORDS = {
  en: { error: 'error', gate: 'gate', advice: 'advice' },
  zh: { error: '错', gate: '不能发布', advice: '建议' }
};

/** The report for people: by folder, then as one reads the files; ends with a sentence that counts. */
export function formatReport(checked: CheckedFolder[], language: SentenceLanguage): string {
  const lines = checked.flatMap(({ folder, issues }) => issues.map((issue) => formatIssue(folder, issue, language)));
  return [...lines, summary(checked, language), ''].join('\n');
}

/** `file:line:column severity code message → remedy (did you mean “…”?)`, which editors and terminals make a link of. */
function formatIssue(folder: string, issue: Issue, language: SentenceLanguage): string {
  const place = `${folder}/${issue.file}:${issue.line}:${issue.column}`;
  const words = `${WORDS[language][issue.severity]} ${issue.code} ${issue.message} → ${issue.remedy}`;
  if (issue.suggestion === undefined || issue.remedy.includes(`“${issue.suggestion}”`)) return `${place} ${words}`;
  return `${place} ${words} ${language === 'zh' ? `（是否指“${issue.suggestion}”？）` : `(did you mean “${issue.suggestion}”?)`}`;
}

function summary(checked: CheckedFolder[], language: SentenceLanguage): string {
  const issues = checked.flatMap((folder) => folder.issues);
  const count = (severity: Issue['severity']) => issues.filter((issue) => issue.severity === severity).length;
  const [errors, gates, advice] = [count('error'), count('gate'), count('advice')];
  const names = checked.map(({ id }) => id);
  if (language === 'zh') {
    const what = names.length === 0 ? '没有找到展览' : `查了${names.join('、')}`;
    return `${what}：${errors}处错，${gates}处不能发布，${advice}处建议。`;
  }
  const what = names.length === 0 ? 'Found no exhibit' : `Checked ${names.join(', ')}`;
  const s = (value: number, word: string) => `${value} ${word}${value === 1 ? '' : 's'}`;
  return `${what}: ${s(errors, 'error')}, ${s(gates, 'gate')} to publishing, ${s(advice, 'piece')} of advice.`;
}
