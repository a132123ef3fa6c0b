import type { OpenedLesson, OpenLesson } from '../../server/contract/lesson/wire';
import { type Answered, openingCalls } from './calls';
import { browserSurroundings, type Surroundings } from './surroundings';

/** Keys of a lesson this tab opened: for the sheet that brings a lost teacher back, and for the projector. */
export type TeacherKeys = Pick<OpenedLesson, 'teacherKey' | 'projectorKey'>;

const keysOf = (lesson: string) => `lantai-lesson-keys:${lesson}`;

/** Opens a lesson; the answer’s cookie makes this browser its teacher, and the tab keeps the keys. */
export async function openLesson(
  asked: OpenLesson,
  { fetch, storage }: Pick<Surroundings, 'fetch' | 'storage'> = browserSurroundings()
): Promise<Answered<OpenedLesson>> {
  const opened = await openingCalls(fetch).open(asked);
  if (!opened.ok) return opened;
  const { lesson, teacherKey, projectorKey } = opened.value;
  try {
    storage?.setItem(keysOf(lesson), JSON.stringify({ teacherKey, projectorKey }));
  } catch {
    // The cookie alone must do; the lead can make further keys.
  }
  return opened;
}

/** The keys, in the tab that opened the lesson; null in another. */
export function teacherKeys(
  lesson: string,
  { storage }: Pick<Surroundings, 'storage'> = browserSurroundings()
): TeacherKeys | null {
  try {
    return JSON.parse(storage?.getItem(keysOf(lesson)) ?? 'null') as TeacherKeys | null;
  } catch {
    return null;
  }
}

/** Forgets them, once everything of the lesson is deleted. */
export function forgetTeacherKeys(
  lesson: string,
  { storage }: Pick<Surroundings, 'storage'> = browserSurroundings()
): void {
  try {
    storage?.removeItem(keysOf(lesson));
  } catch {
    // Nothing was kept then.
  }
}
