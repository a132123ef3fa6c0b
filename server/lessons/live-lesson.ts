import { apply } from '../contract/lesson/apply';
import type { Actor, Decision, RefusalCode } from '../contract/lesson/decide';
import type { EventBody, LessonEvent } from '../contract/lesson/events';
import { logged } from '../contract/lesson/run';
import { EMPTY_STATE, type LessonSetup, type LessonState } from '../contract/lesson/state';
import type { CommandReply } from '../contract/lesson/wire';
import type { CommandRow, KeyRow, LessonStore, LoadedLesson } from '../storage/lesson-store';
import { StoreUnavailable } from '../storage/store';
import { FanOut } from './fan-out';

/** A snapshot is kept after so many events; a restart reads no more than that. */
export const SNAPSHOT_EVERY = 200;

export interface Refusal {
  ok: false;
  code: RefusalCode;
  message: string;
}
export type Outcome = { ok: true; reply: CommandReply; events: LessonEvent[] } | Refusal;

interface Pending {
  events: LessonEvent[];
  commands: CommandRow[];
  keys: KeyRow[];
  ending: { endedAt: number; purgeAt: number } | null;
  settle: { resolve: () => void; reject: (error: unknown) => void }[];
}
const nothingPending = (): Pending => ({ events: [], commands: [], keys: [], ending: null, settle: [] });

/** Name of who sent a command, for its row. */
export const actorName = (actor: Actor): string =>
  actor.role === 'pupil' ? actor.member : actor.role === 'teacher' ? actor.id : 'projector';

/**
 * A lesson in memory, with the one queue through which everything of it goes: decided at once, kept in groups, told and
 * answered when the disk has it. Once something could not be kept it is of no use and must be loaded anew (`isBroken`).
 */
export class LiveLesson {
  readonly fanOut: FanOut;
  /** What was decided, kept or not yet. */
  #state: LessonState;
  /** What is on the disk and was told. */
  #told: LessonState;
  #pending = nothingPending();
  #isWriting = false;
  #snapshotAt: number;
  readonly #replies = new Map<string, Promise<CommandReply>>();
  readonly keys = new Map<string, KeyRow>();
  readonly codes: { code: string | null; secondCode: string | null };
  isBroken = false;
  usedAt: number;

  constructor(
    readonly setup: LessonSetup,
    loaded: LoadedLesson,
    private readonly store: LessonStore,
    private readonly now: () => number
  ) {
    const { row, snapshot, tail, commands } = loaded;
    this.codes = { code: row.code, secondCode: row.secondCode };
    this.#state = tail.reduce(apply, snapshot ?? EMPTY_STATE);
    this.#told = this.#state;
    this.#snapshotAt = snapshot?.seq ?? 0;
    for (const { actor, command, reply } of commands)
      this.#replies.set(`${actor}/${command}`, Promise.resolve(JSON.parse(reply) as CommandReply));
    this.fanOut = new FanOut(setup, this.#told, () => this.codes, now);
    this.usedAt = now();
  }

  /** As it is on the disk. */
  get state(): LessonState {
    return this.#told;
  }

  /**
   * Does what `decideOn` decides about the newest state; resolves when it is on the disk and everybody was told. Under an id that
   * was used before nothing is done, and the answer is the same. Rejects with `StoreUnavailable` when it cannot be kept.
   */
  async act(
    actor: string,
    command: string,
    decideOn: (state: LessonState, now: number) => Decision,
    keysOf: (events: readonly LessonEvent[]) => KeyRow[] = () => []
  ): Promise<Outcome> {
    const name = `${actor}/${command}`;
    const earlier = this.#replies.get(name);
    if (earlier) return { ok: true, reply: await earlier, events: [] };
    this.#refuseIfBroken();
    this.usedAt = this.now();
    const now = Math.max(this.now(), this.#told.openedAt);
    const decision = decideOn(this.#state, now);
    if (!decision.ok) return decision;
    const { events, state } = logged(this.#state, decision.events, now);
    this.#state = state;
    const reply: CommandReply = { seq: state.seq, ...decision.reply };
    if (events.length === 0) {
      // Nothing to keep; but what the answer speaks of must be on the disk.
      if (this.#isWriting) await this.#queue([], [], []);
      return { ok: true, reply, events };
    }
    const kept = this.#queue(events, [{ actor, command, reply: JSON.stringify(reply) }], keysOf(events)).then(
      () => reply
    );
    this.#replies.set(name, kept);
    kept.catch(() => this.#replies.delete(name));
    return { ok: true, reply: await kept, events };
  }

  /** Logs what no command asked for, such as sums of the heat map or the end of a lesson that was left. */
  async note(bodies: EventBody[]): Promise<void> {
    this.#refuseIfBroken();
    const { events, state } = logged(this.#state, bodies, this.now());
    this.#state = state;
    await this.#queue(events, [], []);
  }

  #refuseIfBroken(): void {
    if (this.isBroken) throw new StoreUnavailable('The lesson is being opened again.', 1);
  }

  #queue(events: LessonEvent[], commands: CommandRow[], keys: KeyRow[]): Promise<void> {
    const pending = this.#pending;
    pending.events.push(...events);
    pending.commands.push(...commands);
    pending.keys.push(...keys);
    const end = events.find((event) => event.kind === 'ended');
    if (end?.kind === 'ended') pending.ending = { endedAt: end.time, purgeAt: end.purgeAt };
    const settled = new Promise<void>((resolve, reject) => pending.settle.push({ resolve, reject }));
    void this.#flush();
    return settled;
  }

  /** Whatever waits when the disk is free goes together. */
  async #flush(): Promise<void> {
    if (this.#isWriting) return;
    this.#isWriting = true;
    while (this.#pending.settle.length > 0) {
      const group = this.#pending;
      this.#pending = nothingPending();
      try {
        await this.#write(group);
        for (const { resolve } of group.settle) resolve();
      } catch (error) {
        this.isBroken = true;
        const left = [...group.settle, ...this.#pending.settle];
        this.#pending = nothingPending();
        for (const { reject } of left) reject(error);
      }
    }
    this.#isWriting = false;
  }

  async #write({ events, commands, keys, ending }: Pending): Promise<void> {
    if (events.length === 0) return;
    const state = events.reduce(apply, this.#told);
    const isSnapshotDue = state.seq - this.#snapshotAt >= SNAPSHOT_EVERY || ending !== null;
    const isKept = await this.store.commit({
      lesson: this.setup.lesson,
      baseSeq: this.#told.seq,
      events,
      commands,
      keys,
      snapshot: isSnapshotDue ? state : null,
      ending
    });
    if (!isKept) throw new StoreUnavailable('Another server has taken the lesson over, or it was deleted.', 1);
    if (isSnapshotDue) this.#snapshotAt = state.seq;
    for (const key of keys) this.keys.set(key.hash, key);
    if (ending) this.codes.code = null;
    this.#told = state;
    this.fanOut.tell(state, events);
  }
}
