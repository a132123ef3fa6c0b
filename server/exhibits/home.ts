import { basename } from 'node:path';
import type { Home } from '../../exhibits/format/home';
import type { Issue } from '../../exhibits/format/issues';
import type { SentenceLanguage } from '../../exhibits/format/sentence';
import { validateHome } from '../../exhibits/format/validate-home';
import { pathText } from '../../exhibits/format/values';
import { readJsonFile } from './json-file';
import { byPlace, placedIssue } from './placing';

/**
 * Reads `exhibits/home.json`, the house. Null with an issue of severity `error`. `exhibits` are the ids of the folders
 * beside it; left out, the list of exhibits is not compared with them.
 */
export async function readHome(
  file: string,
  { exhibits, language = 'en' }: { exhibits?: ReadonlySet<string>; language?: SentenceLanguage } = {}
): Promise<{ home: Home | null; issues: Issue[] }> {
  const json = await readJsonFile(file, basename(file));
  const problems = json.problems.map((problem) => placedIssue(problem, language));
  if (json.value === undefined) return { home: null, issues: problems };
  const { home, issues } = validateHome(json.value, { language, ...(exhibits ? { exhibits } : {}) });
  const placed = issues.map(({ path, atKey, ...issue }): Issue => {
    return { ...issue, path: pathText(path), ...json.placeOf(path, atKey) };
  });
  const all = [...problems, ...placed].sort(byPlace);
  return { home: all.some((issue) => issue.severity === 'error') ? null : home, issues: all };
}
