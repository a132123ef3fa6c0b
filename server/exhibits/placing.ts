import type { Issue } from '../../exhibits/format/issues';
import type { SentenceLanguage } from '../../exhibits/format/sentence';
import { issueOf } from '../../exhibits/format/validate';
import { pathText } from '../../exhibits/format/values';
import type { PlacedFinding } from './json-file';
import { MAIN_FILE } from './parts';

/** A placed finding as an issue in the reader's language. */
export function placedIssue({ place, ...finding }: PlacedFinding, language: SentenceLanguage): Issue {
  const { severity, code, path, message, remedy, suggestion } = issueOf(finding, language);
  return {
    severity,
    code,
    path: pathText(path),
    message,
    remedy,
    ...(suggestion === undefined ? {} : { suggestion }),
    ...place
  };
}

/** For `sort`: `exhibit.json` first, `media` last, then as one reads. */
export function byPlace(a: Issue, b: Issue): number {
  const rank = ({ file }: Issue) => (file === MAIN_FILE ? 0 : file.startsWith('media/') ? 2 : 1);
  const byFile = rank(a) - rank(b) || (a.file < b.file ? -1 : a.file > b.file ? 1 : 0);
  return byFile || a.line - b.line || a.column - b.column;
}
