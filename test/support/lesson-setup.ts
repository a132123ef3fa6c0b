import { readFileSync } from 'node:fs';
import type { Exhibit } from '../../exhibits/format/exhibit';
import type { LessonSetup } from '../../server/contract/lesson/state';
import { compileLessons } from '../../server/exhibits/compile-lessons';

const FOLDER = new URL('../fixtures/small/small/', import.meta.url);
const read = (name: string) => JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as object;

/** The small exhibit with its lesson, as it is written; fresh each time. */
export const smallExhibit = () => ({ ...read('exhibit.json'), ...read('lessons.json'), $schema: '' }) as Exhibit;

/** The lesson of the small exhibit; every kind of task is in it once. */
export function lessonSetup(exhibit = smallExhibit(), changes: Partial<LessonSetup> = {}): LessonSetup {
  const [plan] = compileLessons(exhibit);
  if (!plan) throw new Error('The small exhibit has no lesson.');
  return {
    lesson: 'abcdefghijklmnop',
    exhibit: 'small',
    edition: 'e1',
    seed: 'a seed',
    seats: 12,
    plan,
    regions: Object.fromEntries(
      Object.entries(exhibit.objects ?? {}).map(([id, { regions }]) => [
        id,
        (regions ?? []).map(({ id, xywh }) => ({ id, xywh }))
      ])
    ),
    aliases: [
      { 'zh-Hans': '测试信', en: 'A test letter' },
      { 'zh-Hans': '方块', en: 'Squares' }
    ],
    knows: (reference) =>
      /^(object:(letter|squares|cube)|section:first|room:second|region:squares\/red)$/.test(reference),
    ...changes
  };
}
