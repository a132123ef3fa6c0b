import { getContext, setContext } from 'svelte';
import type { TeacherCommand } from '../../../../server/contract/lesson/commands';
import type { TeacherPlan, View } from '../../../../server/contract/lesson/views';
import type { CompiledExhibit } from '../../../../exhibits/format/compiled';
import type { Lesson } from '../../../lessons/lesson.svelte';
import { pageHref } from '../../../pages/address';
import type { PageContext } from '../../../pages/context';
import { codeInGroups, joinAddress } from '../join-address';
import { answerRows } from './answer-rows';
import { attentionOf } from './attention';
import { aroundStep, type PlanStep, taskOfStep } from './plan-steps';
import { refusedWords } from './refused-words';

type TeacherLessonView = Extract<View, { role: 'teacher' }>;

/** What can be shown instead of the class, to be printed. */
export type Sheet = 'recovery' | 'worksheet' | 'certificates';

/** The lesson as its teacher has it: the view with the plan, and what may be done next. Made once view, plan and exhibit are there. */
export class Teaching {
  readonly lesson: Lesson;
  readonly #page: PageContext;
  /** The server’s clock, moved on once a second. */
  now = $state(0);
  /** What the middle shows of a step that has both a task and a page, as the teacher chose. */
  #chosen = $state.raw<{ step: string | null; side: 'task' | 'page' } | null>(null);
  /** What was refused, in words; null while all is well. */
  problem = $state<string | null>(null);
  /** A sheet of paper in the place of the class. */
  sheet = $state<Sheet | null>(null);
  /** The seat whose card is open. */
  openSeat = $state<number | null>(null);
  #lead = $state<'follow' | 'free'>('follow');

  constructor(lesson: Lesson, page: PageContext) {
    this.lesson = lesson;
    this.#page = page;
    this.tick();
  }

  get view(): TeacherLessonView {
    return this.lesson.view as TeacherLessonView;
  }
  get plan(): TeacherPlan {
    return this.lesson.plan as TeacherPlan;
  }
  get exhibit(): CompiledExhibit {
    return this.lesson.exhibit as CompiledExhibit;
  }
  get ask() {
    return this.view.room.ask;
  }
  get isLead(): boolean {
    const { me, teachers } = this.view.own;
    return teachers.find(({ id }) => id === me)?.role === 'lead';
  }
  /** While something is asked or all is paused the room does not say; it stays what it was. */
  get lead(): 'follow' | 'free' {
    const { mode } = this.view.room;
    return mode === 'follow' || mode === 'free' ? mode : this.view.room.isLocked ? 'follow' : this.#lead;
  }

  around = $derived.by(() => aroundStep(this.plan.steps, this.view.room.step));
  /** The task on the screens, else the step’s. */
  task = $derived.by(() => {
    const { step } = this.around;
    const id = this.view.room.ask?.task.id ?? (step && taskOfStep(step));
    return id ? (this.plan.tasks[id] ?? null) : null;
  });
  isAsked = $derived.by(() => this.task !== null && this.view.room.ask?.task.id === this.task.asked.id);
  rows = $derived.by(() => {
    const { locale } = this.#page.request;
    if (!this.task) return [];
    const { asked, solution } = this.task;
    return answerRows(asked, solution, this.view.own.tallies[asked.id], {
      ...this.#page,
      exhibit: this.exhibit,
      locale
    });
  });
  attention = $derived.by(() =>
    attentionOf(this.view.room, this.isAsked ? this.ask : null, this.view.seats, this.isAsked ? this.rows : [])
  );

  get side(): 'task' | 'page' {
    const isChosen = this.#chosen?.step === this.view.room.step;
    return isChosen && this.#chosen ? this.#chosen.side : this.task ? 'task' : 'page';
  }
  show(side: 'task' | 'page'): void {
    this.#chosen = { step: this.view.room.step, side };
  }
  get spacedCode(): string {
    return codeInGroups(this.view.own.code);
  }
  /** Where pupils come in by hand, without the protocol. */
  get siteAddress(): string {
    return joinAddress(this.#page.request, null).shown;
  }
  get joinAddress(): string {
    return joinAddress(this.#page.request, this.view.own.code).href;
  }
  /** Address that opens this lesson with a key; for paper and for other machines. */
  keyAddress(key: string, as?: 'projector'): string {
    const path = `/lessons/${this.view.room.lesson}${as ? `?as=${as}` : ''}`;
    const origin = /^https?:\/\/[^/]+/.exec(this.joinAddress)?.[0] ?? location.origin;
    return `${origin}${pageHref(this.#page.request.locale, path)}#key=${key}`;
  }

  tick(): void {
    this.now = this.lesson.now();
    const mode = this.lesson.room?.mode;
    if (mode === 'follow' || mode === 'free') this.#lead = mode;
  }

  /** Whether it was done; what was refused stands in `problem`. */
  async send(command: TeacherCommand): Promise<boolean> {
    this.problem = null;
    const answered = await this.lesson.send(command);
    if (!answered.ok) {
      this.problem = refusedWords(answered, this.#page.t);
    }
    return answered.ok;
  }
  async goTo(step: PlanStep | null): Promise<void> {
    if (step) await this.send({ kind: 'go-to-step', step: step.id });
  }
  async askTask(seconds: number): Promise<void> {
    const { task } = this;
    if (!task) return;
    this.show('task');
    await this.send({ kind: 'ask', task: task.asked.id, ...(seconds > 0 ? { seconds } : {}) });
  }
  async reveal(): Promise<void> {
    if (this.task) await this.send({ kind: 'reveal', task: this.task.asked.id });
  }
  async setLead(mode: 'follow' | 'free'): Promise<void> {
    if (await this.send({ kind: 'lead', mode })) this.#lead = mode;
  }
}

const KEY = Symbol('teaching');
export function setTeaching(teaching: Teaching): Teaching {
  return setContext(KEY, teaching);
}
export function useTeaching(): Teaching {
  return getContext<Teaching>(KEY);
}
