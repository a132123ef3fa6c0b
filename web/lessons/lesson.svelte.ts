import { getContext, setContext } from 'svelte';
import type { CompiledExhibit } from '../../exhibits/format/compiled';
import type { GivenAnswer } from '../../server/contract/lesson/answers';
import type { LessonCommand } from '../../server/contract/lesson/commands';
import type { PupilPlan, Role, TeacherPlan, View } from '../../server/contract/lesson/views';
import type { ByeReason, CommandReply, CommandSent, Lead } from '../../server/contract/lesson/wire';
import type { Answered, Refusal } from './calls';
import { type LessonClient, openClient } from './client';
import type { LineState } from './line';
import { browserSurroundings, type Surroundings } from './surroundings';

/** A lesson as a page sees it: everything it shows is read from here, everything it does goes through `send`. */
export class Lesson {
  readonly id: string;
  readonly as: Role;
  view = $state.raw<View | null>(null);
  plan = $state.raw<PupilPlan | TeacherPlan | null>(null);
  exhibit = $state.raw<CompiledExhibit | null>(null);
  line = $state<LineState>('connecting');
  /** Where the teacher stands and points. */
  lead = $state.raw<Lead>({});
  /** Commands on this device that wait for the line. */
  waiting = $state.raw<readonly CommandSent[]>([]);
  /** Why this device is not in the lesson any more. */
  over = $state<ByeReason | 'out' | null>(null);
  /** The last thing the server did not take. */
  refusal = $state.raw<Refusal | null>(null);
  /** The server’s clock less the device’s, milliseconds. */
  offsetMs = $state(0);
  readonly client: LessonClient;
  readonly #now: () => number;

  constructor(
    { lesson, as, locale }: { lesson: string; as: Role; locale: string },
    surroundings: Surroundings = browserSurroundings()
  ) {
    this.id = lesson;
    this.as = as;
    this.#now = surroundings.now;
    this.client = openClient({
      ...surroundings,
      ...{ lesson, as, locale },
      on: {
        view: (view, offsetMs) => {
          // Where the teacher stood belongs to the place the class was led to then.
          if (this.room && (this.room.at !== view.room.at || this.room.view !== view.room.view)) this.lead = {};
          this.view = view;
          this.offsetMs = offsetMs;
        },
        plan: (plan) => (this.plan = plan),
        exhibit: (exhibit) => (this.exhibit = exhibit),
        lead: (lead) => (this.lead = { ...this.lead, ...lead }),
        line: (line) => (this.line = line),
        waiting: (waiting) => (this.waiting = waiting),
        over: (over) => {
          this.over = over;
          this.line = 'over';
        },
        late: (_, answered) => {
          if (!answered.ok) this.refusal = answered;
        }
      }
    });
  }

  get room() {
    return this.view?.room ?? null;
  }
  /** Whether messages come through. */
  get isOnLine(): boolean {
    return this.line === 'live' || this.line === 'polling';
  }
  /** Milliseconds since 1970 by the server’s clock. */
  now(): number {
    return this.#now() + this.offsetMs;
  }
  /** Sends a command and remembers a refusal for the page to show. */
  async send(command: LessonCommand): Promise<Answered<CommandReply>> {
    this.refusal = null;
    const answered = await this.client.send(command);
    if (!answered.ok) this.refusal = answered;
    return answered;
  }
  /** The answer of this device to a task that is still on its way; null where none is. */
  waitingAnswer(task: string): GivenAnswer | null {
    const found = this.waiting.findLast(({ command }) => command.kind === 'answer' && command.task === task)?.command;
    return found?.kind === 'answer' ? found.answer : null;
  }
}

const KEY = Symbol('lesson');
export function setLesson(lesson: Lesson): Lesson {
  return setContext(KEY, lesson);
}
export function useLesson(): Lesson {
  return getContext<Lesson>(KEY);
}
