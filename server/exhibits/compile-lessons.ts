import type { CompiledLesson, CompiledLessonTask, PublicLesson } from '../../exhibits/format/compiled';
import type { Exhibit } from '../../exhibits/format/exhibit';
import type { Lesson, LessonTask } from '../../exhibits/format/lessons';
import { treeOf, trees } from './compile-text';

/**
 * A lesson as anyone may see it. Built key by key, so that what a later version adds to a lesson, a task or a step is not
 * public until somebody says so.
 */
export function publicLesson({
  id,
  title,
  summary,
  ageBand,
  minutes,
  languages,
  steps,
  tasks,
  derived
}: CompiledLesson): PublicLesson {
  return {
    id,
    title,
    summary,
    ageBand,
    minutes,
    ...(languages ? { languages } : {}),
    steps: steps.map(({ id, kind, title, minutes, target, text, activity, task, derived }) => {
      const asked = task ?? (activity === undefined ? undefined : publicId(activity));
      return {
        id,
        kind,
        title,
        minutes,
        target,
        ...(text ? { text } : {}),
        ...(activity ? { activity } : {}),
        derived: { text: derived.text, task: tasks.find(({ id }) => id === asked)?.kind ?? null }
      };
    }),
    derived: { summary: derived.summary }
  };
}

/** Lessons with notes and solutions, for the server and the teacher. Public tasks a step names are among the `tasks`. */
export function compileLessons(exhibit: Exhibit): CompiledLesson[] {
  return (exhibit.lessons ?? []).map((lesson) => ({
    ...lesson,
    steps: lesson.steps.map((step) => ({
      ...step,
      derived: { text: treeOf(step.text), notes: treeOf(step.notes) }
    })),
    tasks: [...(lesson.tasks ?? []), ...publicTasks(exhibit, lesson)].map(compileTask),
    derived: { summary: trees(lesson.summary) }
  }));
}

/** Tasks of the exhibit have ids of their own kind; in a lesson they are told apart from its own by `activity:`. */
const publicId = (activity: string) => `activity:${activity}`;

function publicTasks(exhibit: Exhibit, { steps }: Lesson): LessonTask[] {
  const named = new Set(steps.flatMap(({ activity }) => activity ?? []));
  return (exhibit.activities ?? [])
    .filter(({ id }) => named.has(id))
    .map((activity) => ({ ...activity, id: publicId(activity.id) }));
}

function compileTask(task: LessonTask): CompiledLessonTask {
  return {
    ...task,
    derived: {
      prompt: trees(task.prompt),
      explain: trees(task.explain),
      grounds: task.kind === 'weigh' ? task.accounts.map(({ grounds }) => trees(grounds)) : [],
      things:
        task.kind === 'hunt' ? task.things.map(({ clue, card }) => ({ clue: trees(clue), card: treeOf(card) })) : []
    }
  };
}
