import type { CompiledLesson, CompiledLessonTask, PublicLesson } from '../../exhibits/format/compiled';
import type { Exhibit } from '../../exhibits/format/exhibit';
import type { Lesson, LessonStep, LessonTask } from '../../exhibits/format/lessons';
import { treeOf, trees } from './compile-text';

/**
 * Lessons as anyone may see them. Built key by key, so that what a later version adds to a task or a step is not public
 * until somebody says so.
 */
export function publicLessons(exhibit: Exhibit): PublicLesson[] {
  return (exhibit.lessons ?? []).map(({ id, title, summary, ageBand, minutes, languages, steps, tasks = [] }) => ({
    id,
    title,
    summary,
    ageBand,
    minutes,
    ...(languages ? { languages } : {}),
    steps: steps.map((step) => {
      const { id, kind, title, minutes, target, text, activity } = step;
      const task = tasks.find(({ id }) => id === step.task) ?? activityOf(exhibit, step);
      return {
        id,
        kind,
        title,
        minutes,
        target,
        ...(text ? { text } : {}),
        ...(activity ? { activity } : {}),
        derived: { text: treeOf(text), task: task?.kind ?? null }
      };
    }),
    derived: { summary: trees(summary) }
  }));
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
function publicTasks(exhibit: Exhibit, { steps }: Lesson): LessonTask[] {
  const named = new Set(steps.flatMap(({ activity }) => activity ?? []));
  return (exhibit.activities ?? [])
    .filter(({ id }) => named.has(id))
    .map((activity) => ({ ...activity, id: `activity:${activity.id}` }));
}

function activityOf(exhibit: Exhibit, { activity }: LessonStep): LessonTask | undefined {
  return activity === undefined ? undefined : exhibit.activities?.find(({ id }) => id === activity);
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
