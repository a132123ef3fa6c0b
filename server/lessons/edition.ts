import { createHash } from 'node:crypto';
import type { LocalizedText } from '../../exhibits/format/common';
import type { CompiledExhibit, CompiledLesson } from '../../exhibits/format/compiled';
import { isDictionary } from '../../exhibits/format/values';
import type { LessonSetup } from '../contract/lesson/state';
import type { LoadedExhibit } from '../exhibits/catalogue';
import type { LessonRow } from '../storage/lesson-store';

/** An exhibit as a lesson keeps it: what was public when it was opened, and its plans with their solutions. */
export interface LessonEdition {
  exhibit: CompiledExhibit;
  traditional: CompiledExhibit;
  /** Their texts have `zh-Hant` where they have `zh-Hans`. */
  lessons: CompiledLesson[];
  targets: string[];
}

/** The edition of an exhibit as it is now, and its hash: another one when a lesson's solution changes, too. */
export function editionOf(loaded: LoadedExhibit): { hash: string; edition: LessonEdition } {
  const known = made.get(loaded);
  if (known) return known;
  const lessons = loaded.lessons.map((lesson, index) => withTraditional(lesson, loaded.traditionalLessons[index]));
  const secret = createHash('sha256').update(JSON.stringify(lessons)).digest('hex').slice(0, 8);
  const edition = {
    exhibit: loaded.exhibit,
    traditional: loaded.traditional.exhibit,
    lessons,
    targets: [...loaded.known.targets]
  };
  const result = { hash: `${loaded.exhibit.derived.hash}-${secret}`, edition };
  made.set(loaded, result);
  return result;
}
const made = new WeakMap<LoadedExhibit, ReturnType<typeof editionOf>>();

/** Adds to every text and tree its traditional twin, which stands at the same place of the other. */
export function withTraditional<Value>(value: Value, twin: unknown): Value {
  if (Array.isArray(value)) {
    const others: unknown[] = Array.isArray(twin) ? twin : [];
    return value.map((item: unknown, index) => withTraditional(item, others[index])) as Value;
  }
  if (!isDictionary(value) || !isDictionary(twin)) return value;
  const traditional = twin['zh-Hant'];
  if ('zh-Hans' in value && traditional !== undefined) return { ...value, 'zh-Hant': traditional };
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, withTraditional(item, twin[key])])
  ) as Value;
}

/** What the state machine needs to know of the edition a lesson was opened with; null where the edition has no such plan. */
export function setupOf(row: LessonRow, { exhibit, traditional, lessons, targets }: LessonEdition): LessonSetup | null {
  const plan = lessons.find(({ id }) => id === row.plan);
  if (!plan) return null;
  const known = new Set(targets);
  const inTasks = new Set(plan.tasks.flatMap((task) => (task.kind === 'find' ? [task.object] : [])));
  return {
    lesson: row.id,
    exhibit: row.exhibit,
    edition: row.edition,
    seed: row.seed,
    seats: row.seats,
    plan,
    regions: Object.fromEntries(
      [...inTasks].map((id) => [id, (exhibit.objects[id]?.regions ?? []).map(({ id, xywh }) => ({ id, xywh }))])
    ),
    aliases: aliasesOf(exhibit, traditional),
    knows: (reference) => known.has(reference)
  };
}

const MOST_HAN = 6;
const MOST_LETTERS = 24;

/** Titles short enough to be a name. */
function aliasesOf({ objects }: CompiledExhibit, { objects: twins }: CompiledExhibit): LocalizedText[] {
  const titles = Object.entries(objects).map(([id, object]) => {
    const { title } = withTraditional({ title: object.title }, { title: twins[id]?.title });
    return Object.fromEntries(
      Object.entries(title).map(([locale, text]) => [locale, text.replace(/\s+/g, ' ').trim()])
    );
  });
  const short = titles.filter((title) =>
    Object.entries(title).every(
      ([locale, text]) => [...text].length <= (locale.startsWith('zh') ? MOST_HAN : MOST_LETTERS)
    )
  );
  return short.length > 0 ? short : [{ 'zh-Hans': '座位', 'zh-Hant': '座位', en: 'Seat' }];
}
