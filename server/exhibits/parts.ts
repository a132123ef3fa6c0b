import { exhibit as exhibitSchema, ROOT_KEYS } from '../../exhibits/format/exhibit';
import type { Finding } from '../../exhibits/format/findings';
import { nearest } from '../../exhibits/format/nearest';
import { keysOf } from '../../exhibits/format/schema-paths';
import { get, isDictionary } from '../../exhibits/format/values';
import type { Dictionary, Path } from '../../exhibits/format/values';
import type { JsonFile, PlacedFinding } from './json-file';

export const MAIN_FILE = 'exhibit.json';

const ROOTS: readonly string[] = ROOT_KEYS;
/** Keys that may live in a file of their own name beside `exhibit.json` (`format.md`, opening). */
const PART_KEYS = keysOf(exhibitSchema).filter((key) => key !== '$schema' && !ROOTS.includes(key));

export function isPartName(name: string): boolean {
  return PART_KEYS.includes(keyOf(name));
}

export interface JoinedExhibit {
  value: Dictionary;
  /** By top-level key the file it stands in. */
  owners: Map<string, JsonFile>;
}

/** Puts `exhibit.json` and the files of single keys together; null when one of them says nothing. */
export function joinParts(main: JsonFile, parts: JsonFile[], problems: PlacedFinding[]): JoinedExhibit | null {
  const value: Dictionary = isDictionary(main.value) ? { ...main.value } : {};
  const owners = new Map(Object.keys(value).map((key) => [key, main]));
  for (const part of parts) {
    if (part.value === undefined) continue;
    const key = keyOf(part.name);
    const problem = partProblem(part, key);
    if (problem) problems.push({ ...problem, place: part.placeOf(problem.path, problem.atKey) });
    if (!Object.hasOwn(Object(part.value), key)) continue;
    if (owners.has(key)) {
      problems.push({ ...keyInTwoFiles(key, part.name), place: part.placeOf([key], true) });
      continue;
    }
    value[key] = get(part.value, key);
    owners.set(key, part);
  }
  const isWhole = isDictionary(main.value) && parts.every((part) => part.value !== undefined);
  return isWhole ? { value, owners } : null;
}

/** What keeps a file from being an object of exactly its key and `$schema`. */
function partProblem(part: JsonFile, key: string): Finding | null {
  if (!isDictionary(part.value) || !Object.hasOwn(part.value, key)) {
    return {
      code: 'missing-key',
      path: [key],
      message: {
        en: `“${part.name}” must be an object with the key “${key}”, and has none.`,
        zh: `“${part.name}”应是含“${key}”的对象，这里没有。`
      },
      remedy: { en: `Wrap its contents: {"${key}": …}.`, zh: `请把内容包起来：{"${key}": ……}。` }
    };
  }
  const stranger = Object.keys(part.value).find((name) => name !== key && name !== '$schema');
  return stranger === undefined ? null : keyInWrongFile([stranger], part.name);
}

/** JSON files beside `exhibit.json` that Lantai does not read. */
export function strangeFile(name: string): PlacedFinding {
  const place = { file: name, line: 1, column: 1 };
  const key = keyOf(name);
  if (ROOTS.includes(key)) return { ...keyInWrongFile([key], name), place };
  const near = nearest(key, PART_KEYS);
  const suggestion = near ? `${near}.json` : undefined;
  return {
    code: 'file-unknown',
    path: [],
    message: {
      en: `“${name}” bears no name of the format, so it is not read.`,
      zh: `“${name}”不是格式里的文件名，不会被读取。`
    },
    remedy: suggestion
      ? {
          en: `Rename it to “${suggestion}” if it belongs to the exhibit.`,
          zh: `若属于展览，请改名为“${suggestion}”。`
        }
      : {
          en: 'Take it out of the folder, or name it after a key of the format.',
          zh: '请移出文件夹，或按格式的键命名。'
        },
    suggestion,
    place
  };
}

function keyInWrongFile(path: Path, file: string): Finding {
  const key = String(path[0]);
  const home = PART_KEYS.includes(key) ? `${MAIN_FILE} or ${key}.json` : MAIN_FILE;
  return {
    code: 'key-in-wrong-file',
    path,
    atKey: true,
    message: {
      en: `“${key}” stands in “${file}”; such a file holds its own key alone.`,
      zh: `“${key}”写在“${file}”里；这种文件只放与文件同名的键。`
    },
    remedy: { en: `Move it to ${home}.`, zh: `请移到${home.replace(' or ', '或')}。` }
  };
}

function keyInTwoFiles(key: string, file: string): Finding {
  return {
    code: 'key-in-two-files',
    path: [key],
    atKey: true,
    message: {
      en: `“${key}” stands in “${MAIN_FILE}” and again in “${file}”.`,
      zh: `“${key}”在“${MAIN_FILE}”和“${file}”里各写了一次。`
    },
    remedy: { en: 'Keep one of the two.', zh: '请只留一处。' }
  };
}

function keyOf(name: string): string {
  return name.replace(/\.json$/, '');
}
