import { getContext, setContext } from 'svelte';
import type { LessonReport } from '../../../../../server/contract/lesson/report';
import { keepRoster, readRoster, type Roster } from '../roster';

/** The report of a lesson and the names of this browser beside it. */
export class Reporting {
  report = $state.raw<LessonReport | null>(null);
  /** Why there is none, in words. */
  problem = $state<string | null>(null);
  names = $state.raw<Roster>({});
  /** Whether this browser keeps the names when the page is closed. */
  isKept = $state(true);
  readonly #lesson: string;

  constructor(lesson: string) {
    this.#lesson = lesson;
    this.names = readRoster(lesson);
  }
  nameOf(seat: number): string {
    return this.names[String(seat)] ?? '';
  }
  setNames(names: Roster): void {
    this.names = names;
    this.isKept = keepRoster(this.#lesson, names);
  }
}

const KEY = Symbol('reporting');
export function setReporting(reporting: Reporting): Reporting {
  return setContext(KEY, reporting);
}
export function useReporting(): Reporting {
  return getContext<Reporting>(KEY);
}
