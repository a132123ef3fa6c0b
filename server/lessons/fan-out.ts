import type { LessonEvent } from '../contract/lesson/events';
import { type Presence, pupilOwnOf, roomOf, seatsOf, teacherOwnOf } from '../contract/lesson/project';
import type { LessonSetup, LessonState } from '../contract/lesson/state';
import type { PupilOwn, RoomView, SeatView, TeacherOwn, View } from '../contract/lesson/views';
import type { Hello, LessonMessage } from '../contract/lesson/wire';
import { changed } from './changed';
import { type Connection, type EncodedMessage, encoded } from './connection';

/** A teacher who was there seconds ago is only reloading. */
const AWAY_AFTER_MS = 5_000;
/** The holder of a seat likewise. */
const HOLDS_MS = 10_000;
/** What a class does by itself is told so often at most: fifty answers in a second are five words to each device, not fifty. */
const TOGETHER_MS = 200;

export interface Codes {
  code: string | null;
  secondCode: string | null;
}

/**
 * Tells every device of a lesson what became different, and no more: the room's part is compared and encoded once for the
 * class, a pupil's part only where something of his own happened.
 */
export class FanOut {
  readonly #connections = new Set<Connection>();
  readonly #seen = new Map<string, number>();
  #teacherSeen: number;
  #room: RoomView;
  #seats: Record<string, SeatView> = {};
  readonly #teachers = new Map<string, TeacherOwn>();
  #laterTimer: NodeJS.Timeout | null = null;
  /** When changes were told last, on a clock that only runs forward; and whether some wait for the timer. */
  #toldAt = -Infinity;
  #isBehind = false;

  constructor(
    private readonly setup: LessonSetup,
    private state: LessonState,
    private readonly codes: () => Codes,
    private readonly now: () => number
  ) {
    // After a restart nobody is connected yet, and nobody has left.
    this.#teacherSeen = now();
    for (const member of Object.keys(state.members)) this.#seen.set(member, now());
    this.#room = roomOf(setup, state, false);
    this.#seats = seatsOf(setup, state, this.presence);
  }

  get size(): number {
    return this.#connections.size;
  }

  get presence(): Presence {
    const [members, teachers] = [new Set<string>(), new Set<string>()];
    let projectors = 0;
    for (const { role, who } of this.#connections) {
      if (role === 'pupil') members.add(who);
      else if (role === 'teacher') teachers.add(who);
      else projectors += 1;
    }
    return { members, teachers, projectors };
  }

  isHolderHere(member: string): boolean {
    if (this.presence.members.has(member)) return true;
    return this.now() - (this.#seen.get(member) ?? -Infinity) < HOLDS_MS;
  }

  /** How many devices somebody has connected. */
  devicesOf(role: Connection['role'], who: string): Connection[] {
    return [...this.#connections].filter((one) => one.role === role && one.who === who);
  }

  add(connection: Connection): void {
    this.#connections.add(connection);
    this.#presenceChanged();
  }

  remove(connection: Connection): void {
    if (!this.#connections.delete(connection)) return;
    if (connection.role === 'pupil') this.#seen.set(connection.who, this.now());
    if (connection.role === 'teacher') {
      this.#teacherSeen = this.now();
      setTimeout(() => this.#presenceChanged(), AWAY_AFTER_MS + 100).unref();
    }
    this.#presenceChanged();
  }

  /** The whole view of a role as it is now. */
  hello(role: Connection['role'], who: string): Hello {
    return { seq: this.state.seq, now: this.now(), view: this.#viewOf(role, who) };
  }

  /**
   * Something for whoever comes back and has missed nothing: a device that hears nothing takes the stream for dead, and who is
   * away is told by no number.
   */
  greet(connection: Connection): void {
    const room = { isTeacherAway: this.#isTeacherAway() };
    this.#send(connection, encoded({ kind: 'patch', data: { seq: this.state.seq, now: this.now(), room } }));
  }

  #viewOf(role: Connection['role'], who: string): View {
    const { setup, state } = this;
    // Every device is brought to what the others were told last, so that what is told next is right for all of them.
    if (role === 'teacher' || this.#isBehind) this.#tellChanges(new Map());
    const room = this.#room;
    if (role === 'projector') return { role, room, own: this.codes() };
    if (role === 'teacher') {
      const { presence } = this;
      const own = teacherOwnOf(setup, state, who, presence, this.codes());
      this.#teachers.set(who, own);
      this.#seats = seatsOf(setup, state, presence);
      return { role, room: this.#room, own, seats: this.#seats };
    }
    const member = state.members[who];
    if (!member) throw new Error(`Nobody “${who}” sits in lesson ${setup.lesson}.`);
    return { role, room, own: pupilOwnOf(setup, state, member) };
  }

  #isTeacherAway(): boolean {
    const isHere = [...this.#connections].some(({ role }) => role === 'teacher');
    return !isHere && this.now() - this.#teacherSeen > AWAY_AFTER_MS;
  }

  /** After events are on the disk. */
  tell(state: LessonState, events: readonly LessonEvent[]): void {
    this.state = state;
    const affected = membersOf(events, state);
    const owns = new Map<string, EncodedMessage>();
    for (const id of affected) {
      const member = state.members[id];
      if (!member) continue;
      const own: PupilOwn = pupilOwnOf(this.setup, state, member);
      owns.set(id, encoded({ kind: 'patch', data: { seq: state.seq, now: this.now(), own } }));
    }
    const isOfPupils = events.every(({ kind }) => OF_PUPILS.has(kind));
    if (!isOfPupils || performance.now() - this.#toldAt >= TOGETHER_MS) return this.#tellChanges(owns);
    // Who did something is told at once, the others in a moment what all of them did.
    this.#isBehind = true;
    for (const connection of this.#connections)
      if (connection.role === 'pupil') this.#send(connection, owns.get(connection.who) ?? null);
    this.#tellLater();
  }

  #presenceChanged(): void {
    // A class that comes in at once is one change.
    this.#tellLater();
  }

  #tellLater(): void {
    this.#laterTimer ??= setTimeout(() => {
      this.#laterTimer = null;
      this.#tellChanges(new Map());
    }, TOGETHER_MS).unref();
  }

  #tellChanges(owns: ReadonlyMap<string, EncodedMessage>): void {
    const { setup, state } = this;
    const { seq } = state;
    const now = this.now();
    this.#isBehind = false;
    this.#toldAt = performance.now();
    const room = changed(this.#room, (this.#room = roomOf(setup, state, this.#isTeacherAway())));
    const forRoom = room && encoded({ kind: 'patch', data: { seq, now, room } });
    const { presence } = this;
    const hasTeacher = presence.teachers.size > 0;
    const seats = hasTeacher
      ? (changed(this.#seats, (this.#seats = seatsOf(setup, state, presence))) as Record<string, SeatView> | null)
      : null;
    const forTeachers = new Map<string, EncodedMessage | null>();
    for (const connection of this.#connections) {
      if (connection.role === 'teacher') {
        if (!forTeachers.has(connection.who))
          forTeachers.set(connection.who, this.#teacherPatch(connection.who, room, seats));
        this.#send(connection, forTeachers.get(connection.who) ?? null);
        continue;
      }
      // A pupil's own part first: the number that a device remembers comes with the room's.
      if (connection.role === 'pupil') this.#send(connection, owns.get(connection.who) ?? null);
      this.#send(connection, forRoom);
    }
  }

  #teacherPatch(
    who: string,
    room: Partial<RoomView> | null,
    seats: Record<string, SeatView> | null
  ): EncodedMessage | null {
    const next = teacherOwnOf(this.setup, this.state, who, this.presence, this.codes());
    const before = this.#teachers.get(who);
    this.#teachers.set(who, next);
    const own = before ? changed(before, next) : next;
    if (!own && !room && !seats) return null;
    return encoded({
      kind: 'patch',
      data: {
        seq: this.state.seq,
        now: this.now(),
        ...(room ? { room } : {}),
        ...(own ? { own } : {}),
        ...(seats ? { seats } : {})
      }
    });
  }

  #send(connection: Connection, message: EncodedMessage | null): void {
    if (message && !connection.send(message)) this.remove(connection);
  }

  /** To everybody but whom it came from. */
  broadcast(message: LessonMessage, except: (connection: Connection) => boolean = () => false): void {
    const once = encoded(message);
    for (const connection of this.#connections) if (!except(connection)) this.#send(connection, once);
  }

  /** The last word to some, or to all; then their streams end. */
  dismiss(
    reason: 'ended' | 'purged' | 'seat-freed' | 'seat-moved',
    whom: (connection: Connection) => boolean = () => true
  ) {
    const bye = encoded({ kind: 'bye', data: { reason } });
    for (const connection of [...this.#connections].filter(whom)) {
      connection.send(bye);
      connection.end();
      this.remove(connection);
    }
  }

  /** Ends all streams without a word: devices come back at once. */
  close(): void {
    if (this.#laterTimer) clearTimeout(this.#laterTimer);
    this.#laterTimer = null;
    for (const connection of this.#connections) connection.end();
    this.#connections.clear();
  }
}

/** What pupils do, many at once; all else is told the moment it is kept. */
const OF_PUPILS: ReadonlySet<LessonEvent['kind']> = new Set([
  'answered',
  'sought',
  'help-asked',
  'joined',
  'moved',
  'looked'
]);

/** Members whose own part some events may have changed. */
function membersOf(events: readonly LessonEvent[], state: LessonState): Iterable<string> {
  const some = new Set<string>();
  for (const event of events) {
    if (event.kind === 'grouped' || event.kind === 'sent' || event.kind === 'revealed')
      return Object.keys(state.members);
    if ('member' in event) some.add(event.member);
  }
  return some;
}
