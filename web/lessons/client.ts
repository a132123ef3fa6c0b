import type { CompiledExhibit } from '../../exhibits/format/compiled';
import type { LessonCommand, PupilCommand } from '../../server/contract/lesson/commands';
import { patched, type PupilPlan, type Role, type TeacherPlan, type View } from '../../server/contract/lesson/views';
import type { ByeReason, CommandReply, CommandSent, Hello, Lead } from '../../server/contract/lesson/wire';
import { uuidV7 } from '../engagement/uuid';
import { type Answered, isWorthAnotherTry, lessonCalls, openingCalls } from './calls';
import { memberKey } from './coming-in';
import { type LineState, type OpenLine, openLine } from './line';
import { type Outbox, openOutbox } from './outbox';
import type { Surroundings } from './surroundings';

export interface ClientOptions extends Surroundings {
  lesson: string;
  as: Role;
  /** In which characters the exhibit is wanted. */
  locale: string;
  on: ClientEvents;
}
export interface ClientEvents {
  /** The whole view, after everything that changes it. `offsetMs`: the server’s clock less the device’s. */
  view(view: View, offsetMs: number): void;
  plan(plan: PupilPlan | TeacherPlan): void;
  exhibit(exhibit: CompiledExhibit): void;
  lead(lead: Lead): void;
  line(state: LineState): void;
  /** Commands that wait for the line, oldest first. */
  waiting(waiting: readonly CommandSent[]): void;
  /** `out`: no cookie is good here. */
  over(reason: ByeReason | 'out'): void;
  /** What became of something handed in before the page was loaded anew. */
  late(sent: CommandSent, answered: Answered<CommandReply>): void;
}

/** Commands that are kept until they can go; a teacher’s acts are of their moment and fail instead. */
const KEPT: readonly LessonCommand['kind'][] = ['answer', 'find', 'help'] satisfies PupilCommand['kind'][];
/** How long a teacher’s act is tried. */
const TRIED_MS = 6_000;
const TRY_EVERY_MS = 700;

/** One device in a lesson that has a cookie for it: follows what happens and hands in what is done. Tells all of it by `on`. */
export function openClient(options: ClientOptions) {
  const { on, now, setTimeout } = options;
  const calls = lessonCalls(options.lesson, options.as, options.fetch);
  const newId = () => uuidV7(now());
  let view: View | null = null;
  let seq: number | null = null;
  let line: OpenLine | null = null;
  let isClosed = false;
  let isKnown = false;

  const outbox: Outbox = openOutbox({
    ...options,
    key: `lantai-lesson-outbox:${options.lesson}:${options.as}`,
    newId,
    send,
    onWaiting: on.waiting,
    onLate: on.late
  });

  /** Sends; who has lost the cookie comes in again by the tab’s key first. */
  async function send(sent: CommandSent): Promise<Answered<CommandReply>> {
    const answered = await calls.command(sent);
    if (!answered.ok && answered.code === 'offline') line?.doubt();
    if (answered.ok || answered.code !== 'not-in-lesson' || !(await reenter())) return answered;
    return calls.command(sent);
  }
  async function reenter(): Promise<boolean> {
    const key = options.as === 'pupil' ? memberKey(options, options.lesson) : null;
    if (key === null) return false;
    return (await openingCalls(options.fetch).enter(options.lesson, key)).ok;
  }

  function take(next: View, at: { seq: number; now: number }): void {
    view = next;
    seq = at.seq;
    on.view(next, at.now - now());
  }
  const greet = ({ view: whole, ...at }: Hello) => take(whole, at);

  async function start(): Promise<void> {
    on.line('connecting');
    for (let tries = 0; !isClosed; tries += 1) {
      const came = await comeIn();
      if (came.ok) {
        greet(came.value);
        break;
      }
      if (!isWorthAnotherTry(came)) return on.over('out');
      on.line('away');
      await new Promise<void>((done) => setTimeout(done, Math.min(8_000, 500 * 2 ** tries) + options.random() * 1_500));
    }
    if (isClosed) return;
    open();
    void learn();
  }
  async function comeIn(): Promise<Answered<Hello>> {
    const seen = await calls.view();
    if (seen.ok || seen.code !== 'not-in-lesson' || !(await reenter())) return seen;
    return calls.view();
  }
  function open(): void {
    line = openLine({
      ...options,
      after: () => seq,
      onMessage(message) {
        if (message.kind === 'lead') return on.lead(message.data);
        if (message.kind === 'hello') return greet(message.data);
        if (view) take(patched(view, message.data), message.data);
      },
      onState(state) {
        on.line(state);
        if (state !== 'live' && state !== 'polling') return;
        outbox.wake();
        void learn();
      },
      onOver(reason) {
        void (reason === 'out' ? comeBack() : last(reason));
      }
    });
  }
  /** The cookie is not good any more: the tab’s own key may be. */
  async function comeBack(): Promise<void> {
    if (!(await reenter())) return on.over('out');
    const seen = await calls.view();
    if (!seen.ok) return on.over('out');
    greet(seen.value);
    open();
  }
  /** After the last word the view is asked for once more: it has what was told at the end. */
  async function last(reason: ByeReason): Promise<void> {
    if (reason === 'ended') {
      const seen = await calls.view();
      if (seen.ok) greet(seen.value);
    }
    on.over(reason);
  }
  /** The plan, then the exhibit; asked for again when the line comes back, until both are there. */
  async function learn(): Promise<void> {
    if (isKnown) return;
    isKnown = true;
    const plan = await calls.plan();
    if (plan.ok) on.plan(plan.value);
    const exhibit = await calls.exhibit(options.locale);
    if (exhibit.ok) on.exhibit(exhibit.value);
    isKnown = plan.ok && exhibit.ok;
  }

  void start();
  return {
    calls,
    /** Resolves with the server’s word; a pupil’s answer waits for the line as long as it takes, a teacher’s act six seconds. */
    async send(command: LessonCommand): Promise<Answered<CommandReply>> {
      if (KEPT.includes(command.kind)) return outbox.hand(command);
      const sent = { id: newId(), command };
      const until = now() + TRIED_MS;
      for (;;) {
        const answered = await send(sent);
        if (answered.ok || !isWorthAnotherTry(answered) || now() >= until) return answered;
        await new Promise<void>((done) => setTimeout(done, (answered.retryAfterS ?? 0) * 1_000 || TRY_EVERY_MS));
      }
    },
    wake(): void {
      line?.wake();
      outbox.wake();
    },
    /** The browser says that the network is gone, which it does not always know. */
    doubt(): void {
      line?.doubt();
    },
    close(): void {
      isClosed = true;
      line?.close();
    }
  };
}
export type LessonClient = ReturnType<typeof openClient>;
