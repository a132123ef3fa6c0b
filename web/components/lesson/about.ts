import type { AskedTask } from '../../../server/contract/lesson/answers';

/** Reference of what one looks at to answer: what the task names, else the object it points into or reads. */
export function aboutOf(task: AskedTask): string | null {
  return task.at ?? ('object' in task ? `object:${task.object}` : null);
}
