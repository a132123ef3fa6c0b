import { readdir } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { Exhibit } from '../../exhibits/format/exhibit';
import type { Finding } from '../../exhibits/format/findings';
import type { Issue } from '../../exhibits/format/issues';
import type { SentenceLanguage } from '../../exhibits/format/sentence';
import { notAnObject, validateExhibit } from '../../exhibits/format/validate';
import { isDictionary, pathText } from '../../exhibits/format/values';
import type { Path } from '../../exhibits/format/values';
import { checkMedia, listMedia } from './files';
import { readJsonFile } from './json-file';
import type { PlacedFinding } from './json-file';
import { isPartName, joinParts, MAIN_FILE, strangeFile } from './parts';
import { byPlace, placedIssue } from './placing';

export interface ReadExhibit {
  /** Name of the folder. */
  id: string;
  /** Null when an issue is an error: nothing is half loaded. */
  exhibit: Exhibit | null;
  /** In the order of the files, then of the lines. */
  issues: Issue[];
  /** By top-level key the name of the file it stands in. */
  files: Map<string, string>;
  /** Names of the files below `media`, with `/`. */
  media: Set<string>;
}

/**
 * Reads the folder of an exhibit: `exhibit.json`, the files of single keys beside it, and `media`. Checks all three layers
 * (`format.md` §3) and places every issue in its file. Throws only when the machine fails.
 */
export async function readExhibitFolder(
  folder: string,
  { language = 'en' }: { language?: SentenceLanguage } = {}
): Promise<ReadExhibit> {
  const id = basename(resolve(folder));
  const problems: PlacedFinding[] = [];
  const read: ReadExhibit = { id, exhibit: null, issues: [], files: new Map(), media: new Set() };
  const finish = (placed: Issue[] = []): ReadExhibit => {
    const issues = [...problems.map((problem) => placedIssue(problem, language)), ...placed].sort(byPlace);
    const isSound = issues.every((issue) => issue.severity !== 'error');
    return { ...read, exhibit: isSound ? read.exhibit : null, issues };
  };

  const names = await jsonNames(folder);
  if (!names.includes(MAIN_FILE)) {
    problems.push({ ...folderMissing(folder), place: { file: MAIN_FILE, line: 1, column: 1 } });
    return finish();
  }
  const partNames = names.filter(isPartName);
  const [main, ...parts] = await Promise.all(
    [MAIN_FILE, ...partNames].map((name) => readJsonFile(join(folder, name), name))
  );
  if (!main) return finish();
  problems.push(...[main, ...parts].flatMap((file) => file.problems));
  problems.push(...names.filter((name) => name !== MAIN_FILE && !isPartName(name)).map(strangeFile));
  if (main.value !== undefined && !isDictionary(main.value)) {
    problems.push({ ...notAnObject(main.value), place: main.placeOf([]) });
  }
  const joined = joinParts(main, parts, problems);
  // With a file unread, everything that refers to it would seem to refer to nothing.
  if (!joined) return finish();

  const { value, owners } = joined;
  const placeOf = (path: Path, atKey?: boolean) => (owners.get(String(path[0])) ?? main).placeOf(path, atKey);
  read.files = new Map([...owners].map(([key, file]) => [key, file.name]));
  read.media = await listMedia(folder);
  const { exhibit, issues } = validateExhibit(value, { files: read.media, folder: id, language });
  read.exhibit = exhibit;
  problems.push(...(await checkMedia(folder, value, read.media, placeOf)));
  return finish(
    issues.map(({ path, atKey, ...issue }) => ({ ...issue, path: pathText(path), ...placeOf(path, atKey) }))
  );
}

/** JSON files directly in the folder; none when there is no such folder. */
async function jsonNames(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    const names = entries.filter((entry) => !entry.isDirectory()).map((entry) => entry.name);
    return names.filter((name) => name.endsWith('.json') && !name.startsWith('.')).sort();
  } catch {
    return [];
  }
}

function folderMissing(folder: string): Finding {
  return {
    code: 'folder-missing',
    path: [],
    message: { en: `“${folder}” holds no ${MAIN_FILE}.`, zh: `“${folder}”里没有${MAIN_FILE}。` },
    remedy: {
      en: `An exhibit is a folder with ${MAIN_FILE}; check the name and the place.`,
      zh: `展览是含${MAIN_FILE}的文件夹，请核对名称与位置。`
    }
  };
}
