import { randomUUID } from 'node:crypto';
import type { ErrorCode } from '../contract/error';
import { decide, done, type Actor } from '../contract/lesson/decide';
import { teacherPlanOf } from '../contract/lesson/project';
import type { LessonEvent } from '../contract/lesson/events';
import type { PupilPlan, Role, TeacherPlan } from '../contract/lesson/views';
import type { CommandReply, CommandSent, Hello, Lead, Looked, NewKey } from '../contract/lesson/wire';
import { Buckets } from '../engagement/buckets';
import type { Catalogue } from '../exhibits/catalogue';
import { publicLesson } from '../exhibits/compile-lessons';
import type { Log } from '../log';
import { openLessonStore } from '../storage/open-lesson-store';
import type { KeyRow, LessonStore } from '../storage/lesson-store';
import type { StorePlace } from '../storage/place';
import { CodeGuard } from './code-guard';
import { type Connection, encoded, Streams } from './connection';
import { keyRow, newSecret } from './cookies';
import { hashOfKey } from './keys';
import { type HouseOptions, LessonHouse } from './lesson-house';
import { actorName, type LiveLesson } from './live-lesson';
import type { LessonEdition } from './edition';

export interface LessonsOptions extends StorePlace {
  catalogue: Catalogue;
  log: Log;
  now?: () => number;
  /** No limits, for measuring only. */
  isLoadTest?: boolean;
  onHeld?: HouseOptions['onHeld'];
}

/** What did not work, for the one body of failed requests. */
export interface Failure {
  ok: false;
  code: ErrorCode;
  message: string;
  retryAfterS?: number;
}
export type Result<Value> = ({ ok: true } & Value) | Failure;
export const failed = (code: ErrorCode, message: string, retryAfterS?: number): Failure => ({
  ok: false,
  code,
  message,
  ...(retryAfterS === undefined ? {} : { retryAfterS })
});

/** Somebody in a lesson, as a cookie says. */
export interface Present {
  live: LiveLesson;
  actor: Actor;
}

/** Commands of a pupil: bursts of changes of mind, but no flood. */
const PUPIL = { burst: 30, perSecond: 4 };
const TEACHER = { burst: 80, perSecond: 20 };
/** Where one stood and pointed. */
const LOOKED = { burst: 20, perSecond: 5 };
/** Devices of one person at once; the oldest goes. */
const MOST_DEVICES = 4;
const LEAD_EVERY_MS = 200;

/** Classes in exhibitions: everything routes ask for, each answer a value; `StoreUnavailable` is thrown where nothing can be kept. */
export class Lessons {
  readonly streams = new Streams();
  readonly codes = new CodeGuard();
  readonly house: LessonHouse;
  readonly #pupils = new Buckets(PUPIL);
  readonly #teachers = new Buckets(TEACHER);
  readonly #looked = new Buckets(LOOKED);
  readonly #leads = new WeakMap<LiveLesson, { lead: Lead; timer: NodeJS.Timeout }>();

  constructor(
    readonly store: LessonStore,
    readonly options: LessonsOptions
  ) {
    this.house = new LessonHouse(store, options);
  }

  get now(): number {
    return (this.options.now ?? Date.now)();
  }

  /** Whose cookie it is; of several, the one `as` asks for. Null: nobody in this lesson. */
  async present(lesson: string, cookies: Partial<Record<Role, string>>, as: Role | null): Promise<Present | null> {
    const live = await this.house.get(lesson);
    if (!live) return null;
    const wanted: Role[] =
      as === null ? ['teacher', 'projector', 'pupil'] : as === 'projector' ? ['projector', 'teacher'] : [as];
    for (const role of wanted) {
      const secret = cookies[role];
      const key = secret === undefined ? null : await this.keyOf(live, secret);
      if (!key || key.role !== role) continue;
      const actor = actorOf(live, key);
      if (actor) return { live, actor: as === 'projector' ? { role: 'projector' } : actor };
    }
    return null;
  }

  /** The row of a key or cookie of this lesson. */
  async keyOf(live: LiveLesson, secret: string): Promise<KeyRow | null> {
    const hash = hashOfKey(secret);
    const known = live.keys.get(hash);
    if (known) return known;
    const row = await this.store.key(hash);
    if (row?.lesson !== live.setup.lesson) return null;
    live.keys.set(hash, row);
    return row;
  }

  /** Exchanges the key of an address for a cookie. */
  async enter(lesson: string, key: string): Promise<Result<{ role: Role; cookie: string; hello: Hello }>> {
    const live = await this.house.get(lesson);
    const row = live && (await this.keyOf(live, key));
    const actor = row && actorOf(live, row);
    if (!live || !row || !actor) return failed('wrong-key', 'This key opens no lesson; it may have been deleted.');
    const cookie = newSecret(row.role);
    const own = keyRow(cookie, row);
    await this.store.addKey(own);
    live.keys.set(own.hash, own);
    return { ok: true, role: row.role, cookie, hello: helloOf({ live, actor }) };
  }

  async command({ live, actor }: Present, { id, command }: CommandSent): Promise<Result<{ reply: CommandReply }>> {
    const retryAfterS = this.#take(actor.role === 'pupil' ? this.#pupils : this.#teachers, live, actor);
    if (retryAfterS > 0) return failed('too-many-requests', 'Too many at once; send again later.', retryAfterS);
    // After the end nothing is added to the log.
    if (command.kind === 'end') await this.house.logSumsOf(live);
    const outcome = await live.act(actorName(actor), id, (state, now) =>
      decide(live.setup, state, actor, command, now)
    );
    if (!outcome.ok) return outcome;
    await this.#after(live, outcome.events);
    return { ok: true, reply: outcome.reply };
  }

  /** What some events mean for devices and keys. */
  async #after(live: LiveLesson, events: readonly LessonEvent[]): Promise<void> {
    for (const event of events) {
      if (event.kind === 'seat-freed') await this.#sendOut(live, event.member, 'seat-freed');
      if (event.kind === 'ended') {
        live.fanOut.dismiss('ended', ({ role }) => role !== 'teacher');
        this.house.countHeld(live);
      }
    }
  }

  async #sendOut(live: LiveLesson, member: string, reason: 'seat-freed' | 'seat-moved'): Promise<void> {
    await this.store.dropKeys(live.setup.lesson, member);
    for (const [hash, { who }] of live.keys) if (who === member) live.keys.delete(hash);
    live.fanOut.dismiss(reason, ({ role, who }) => role === 'pupil' && who === member);
  }

  /** The device that had the seat is sent out; its cookie and key are worth nothing from now on. */
  moveOut(live: LiveLesson, member: string): Promise<void> {
    return this.#sendOut(live, member, 'seat-moved');
  }

  /** Joins a device to what is told in the lesson, from the whole view on unless it has that. */
  connect({ live, actor }: Present, connection: Connection, lastSeq: number | null): void {
    const devices = live.fanOut.devicesOf(connection.role, connection.who);
    for (const device of devices.slice(0, Math.max(0, devices.length - MOST_DEVICES + 1))) {
      device.end();
      live.fanOut.remove(device);
    }
    live.usedAt = this.now;
    live.fanOut.add(connection);
    if (lastSeq !== live.state.seq) connection.send(encoded({ kind: 'hello', data: helloOf({ live, actor }) }));
  }

  /** A key for another teacher or a projector; only who leads the lesson may give it. */
  async newKey({ live, actor }: Present, role: NewKey['role']): Promise<Result<{ given: NewKey }>> {
    const lead = live.state.teachers.find(({ role }) => role === 'lead');
    if (actor.role !== 'teacher' || actor.id !== lead?.id)
      return failed('not-allowed', 'Only the one who leads the lesson may give keys.');
    if (live.state.phase === 'ended') return failed('lesson-ended', 'The lesson is over.');
    if (live.state.teachers.length >= 8) return failed('not-now', 'A lesson has eight teachers at most.');
    const key = newSecret('teacher');
    const row = { hash: hashOfKey(key), lesson: live.setup.lesson };
    if (role === 'projector') await this.store.addKey({ ...row, role, who: '' });
    else {
      await live.act(
        'keys',
        randomUUID(),
        ({ teachers }) => done([{ kind: 'teacher-joined', teacher: `t${teachers.length + 1}` }]),
        ([event]) => [{ ...row, role: 'teacher', who: event?.kind === 'teacher-joined' ? event.teacher : '' }]
      );
    }
    return { ok: true, given: { key, role } };
  }

  plan({ live, actor }: Present): PupilPlan | TeacherPlan {
    const { plan } = live.setup;
    return actor.role === 'teacher' ? teacherPlanOf(live.setup) : publicLesson(plan);
  }

  edition({ live }: Present): Promise<LessonEdition | null> {
    return this.house.edition(live.setup.exhibit, live.setup.edition);
  }

  /** Everything that happened, from the opening on; what the class looked at until now is logged first. */
  async log({ live }: Present): Promise<LessonEvent[]> {
    await this.house.logSumsOf(live);
    return this.store.events(live.setup.lesson);
  }

  /** Where the teacher stands and points: to everybody else, at most five times a second, the newest. */
  lead({ live, actor }: Present, lead: Lead): Result<object> {
    if (actor.role !== 'teacher') return failed('not-allowed', 'Only teachers lead.');
    const waiting = this.#leads.get(live);
    if (waiting) {
      Object.assign(waiting.lead, lead);
      return { ok: true };
    }
    const send = (data: Lead) =>
      live.fanOut.broadcast({ kind: 'lead', data }, ({ role, who }) => role === 'teacher' && who === actor.id);
    send(lead);
    const next: Lead = {};
    const timer = setTimeout(() => {
      this.#leads.delete(live);
      if (Object.keys(next).length > 0) send(next);
    }, LEAD_EVERY_MS).unref();
    this.#leads.set(live, { lead: next, timer });
    return { ok: true };
  }

  looked({ live, actor }: Present, looked: Looked): Result<object> {
    if (actor.role !== 'pupil') return failed('not-allowed', 'Only pupils are counted.');
    const retryAfterS = this.#take(this.#looked, live, actor);
    if (retryAfterS > 0) return failed('too-many-requests', 'Too many at once; send again later.', retryAfterS);
    if (live.state.phase === 'live') this.house.sumsOf(live).add(looked, live.setup.knows);
    return { ok: true };
  }

  /** Deletes everything of the lesson. */
  async purge({ live, actor }: Present): Promise<Result<object>> {
    const lead = live.state.teachers.find(({ role }) => role === 'lead');
    if (actor.role !== 'teacher' || actor.id !== lead?.id)
      return failed('not-allowed', 'Only the one who leads the lesson may delete it.');
    await this.house.purge([live.setup.lesson]);
    return { ok: true };
  }

  #take(buckets: Buckets, live: LiveLesson, actor: Actor): number {
    if (this.options.isLoadTest) return 0;
    return buckets.take(`${live.setup.lesson}/${actorName(actor)}`, performance.now());
  }

  async close(): Promise<void> {
    this.streams.close();
    await this.house.close();
    await this.store.close();
  }
}

/** Opens the store and what is in it. Rejects with a sentence when it cannot be used. */
export async function openLessons(options: LessonsOptions): Promise<Lessons> {
  return new Lessons(await openLessonStore(options), options);
}

/** The whole view of who is present. */
export function helloOf({ live, actor }: Present): Hello {
  return live.fanOut.hello(actor.role, whoOf(actor));
}

export const whoOf = (actor: Actor): string =>
  actor.role === 'pupil' ? actor.member : actor.role === 'teacher' ? actor.id : '';

function actorOf(live: LiveLesson, { role, who }: KeyRow): Actor | null {
  switch (role) {
    case 'teacher':
      return live.state.teachers.some(({ id }) => id === who) ? { role, id: who } : null;
    case 'projector':
      return { role };
    case 'pupil':
      return live.state.members[who] ? { role, member: who } : null;
  }
}
