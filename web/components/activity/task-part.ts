/** What a visitor has given; `right` is null where no answer is right or wrong. */
export interface Given {
  /** As the engagement record takes it: ids joined by commas, or a number. */
  option: string;
  right: boolean | null;
}

/** What one kind of task does; the rest is the same for all. */
export interface TaskPart {
  /** Null while nothing, or not all, has been given. */
  read(): Given | null;
  /** Shows at what was given whether it is right. */
  mark(): void;
  /** As it was at first. */
  clear(): void;
  /** To where one begins. */
  focus(): void;
}

/** Hands the task in. */
export type HandIn = () => void;

/** Tells a change to those who do not see it. */
export type Tell = (words: string) => void;

/** Marks a thing as right or wrong, or takes the mark away. */
export function setMark(element: HTMLElement | null | undefined, is: 'right' | 'wrong' | null): void {
  if (!element) return;
  if (is) element.dataset['is'] = is;
  else delete element.dataset['is'];
}

/** The words of a task with `{{names}}` filled in. */
export function filled(task: HTMLElement, name: string, values: Record<string, string | number>): string {
  return (task.dataset[name] ?? '').replace(/\{\{(\w+)\}\}/g, (_, key: string) => String(values[key] ?? ''));
}
