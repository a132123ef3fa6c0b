import type { LessonEvent } from '../contract/lesson/events';
import type { Hello, JoinLesson, LessonBehindCode, OpenLesson, OpenedLesson } from '../contract/lesson/wire';
import { decideSeat } from '../contract/lesson/decide-seat';
import type { LessonRow } from '../storage/lesson-store';
import { keyRow, newSecret } from './cookies';
import { editionOf, setupOf } from './edition';
import { newDigits, newLessonId, newMemberId, newSeed } from './keys';
import { failed, helloOf, type Lessons, type Result } from './lessons';
import { LiveLesson } from './live-lesson';

/** Attempts at a code nobody has; of a million, a thousand are taken on the busiest day. */
const ATTEMPTS = 12;
const SEATS = 45;
const KEEP_DAYS = 30;

/** Opens a lesson of an exhibit as it is now; it keeps that edition. The cookie is the teacher's. */
export async function openLesson(
  lessons: Lessons,
  asked: OpenLesson
): Promise<Result<{ opened: OpenedLesson; cookie: string }>> {
  const loaded = lessons.options.catalogue.get(asked.exhibit);
  if (!loaded) return failed('not-found', `There is no exhibit “${asked.exhibit}”.`);
  const { hash, edition } = editionOf(loaded);
  if (!edition.lessons.some(({ id }) => id === asked.plan))
    return failed('not-in-plan', `The exhibit “${asked.exhibit}” has no lesson “${asked.plan}”.`);
  const { now } = lessons;
  const keys = { teacher: newSecret('teacher'), projector: newSecret('projector'), cookie: newSecret('teacher') };
  const opened: LessonEvent = {
    seq: 1,
    time: now,
    kind: 'opened',
    teacher: 't1',
    keepDays: asked.keepDays ?? KEEP_DAYS
  };
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const code = newDigits(6);
    const row: LessonRow = {
      id: newLessonId(),
      code,
      secondCode: asked.isSecondCode ? newDigits(2) : null,
      exhibit: asked.exhibit,
      edition: hash,
      plan: asked.plan,
      seed: newSeed(),
      seats: asked.seats ?? SEATS,
      openedAt: now,
      endedAt: null,
      purgeAt: null,
      head: 1,
      lastAt: now
    };
    const teacher = { lesson: row.id, role: 'teacher' as const, who: 't1' };
    const rows = [
      keyRow(keys.teacher, teacher),
      keyRow(keys.cookie, teacher),
      keyRow(keys.projector, { lesson: row.id, role: 'projector', who: '' })
    ];
    const body = JSON.stringify(edition);
    if (!(await lessons.store.create(row, opened, rows, { exhibit: row.exhibit, edition: hash, body }))) continue;
    const setup = setupOf(row, edition);
    if (!setup) throw new Error(`The edition has no lesson ${row.plan}.`);
    // Not kept in memory: of several servers another may get the next request.
    const live = new LiveLesson(
      setup,
      { row, snapshot: null, tail: [opened], commands: [] },
      lessons.store,
      () => lessons.now
    );
    const hello = helloOf({ live, actor: { role: 'teacher', id: 't1' } });
    return {
      ok: true,
      cookie: keys.cookie,
      opened: { lesson: row.id, code, teacherKey: keys.teacher, projectorKey: keys.projector, hello }
    };
  }
  return failed('unavailable', 'No code is free at the moment; try again.', 5);
}

/** What a code leads to. */
export async function lessonBehind(
  lessons: Lessons,
  code: string,
  address: string
): Promise<Result<{ behind: LessonBehindCode }>> {
  const found = await rowBehind(lessons, code, address);
  if (!found.ok) return found;
  const { row } = found;
  const live = await lessons.house.get(row.id);
  if (!live) return failed('wrong-code', WRONG_CODE);
  return {
    ok: true,
    behind: {
      lesson: row.id,
      exhibit: row.exhibit,
      title: live.setup.plan.title,
      seats: row.seats,
      isDoorOpen: live.state.isDoorOpen,
      isSecondCode: row.secondCode !== null
    }
  };
}

const WRONG_CODE = 'No lesson has this code; look at the six digits on the screen again.';

async function rowBehind(lessons: Lessons, code: string, address: string): Promise<Result<{ row: LessonRow }>> {
  const { isLoadTest = false } = lessons.options;
  const waitS = isLoadTest ? 0 : lessons.codes.before(address, performance.now());
  if (waitS > 0) return failed('too-many-requests', 'Too many wrong codes from here; try again in a moment.', waitS);
  const row = await lessons.store.byCode(code);
  if (row) return { ok: true, row };
  lessons.codes.wrong(address, performance.now());
  return failed('wrong-code', WRONG_CODE);
}

/** Takes a seat, or takes one up on another device. */
export async function joinLesson(
  lessons: Lessons,
  lesson: string,
  asked: JoinLesson,
  address: string
): Promise<Result<{ cookie: string; memberKey: string; hello: Hello }>> {
  const found = await rowBehind(lessons, asked.code, address);
  if (!found.ok) return found;
  const { row } = found;
  if (row.id !== lesson || (row.secondCode !== null && asked.secondCode !== row.secondCode)) {
    lessons.codes.wrong(address, performance.now());
    return failed(
      'wrong-code',
      row.id === lesson ? 'The two digits are not those on the screen.' : 'This code is of another lesson.'
    );
  }
  const live = await lessons.house.get(row.id);
  if (!live) return failed('wrong-code', WRONG_CODE);
  // A seat's code has four digits: whoever tries them all is slowed like who tries the lesson's.
  const [cookie, memberKey] = [newSecret('pupil'), newSecret('pupil')];
  const rowsFor = (member: string) =>
    [cookie, memberKey].map((secret) => keyRow(secret, { lesson: row.id, role: 'pupil', who: member }));
  const outcome = await live.act(
    'join',
    asked.id,
    (state) => {
      const holder = Object.values(state.members).find(({ seat }) => seat === asked.seat);
      return decideSeat(live.setup, state, {
        seat: asked.seat,
        seatCode: asked.seatCode,
        isTakingUp: asked.isTakingUp ?? false,
        isHolderHere: holder !== undefined && live.fanOut.isHolderHere(holder.member),
        member: newMemberId(),
        newSeatCode: newDigits(4)
      });
    },
    ([event]) => (event?.kind === 'joined' ? rowsFor(event.member) : [])
  );
  if (!outcome.ok) {
    if (outcome.code === 'seat-taken' && asked.seatCode !== undefined) lessons.codes.wrong(address, performance.now());
    return outcome;
  }
  const [event] = outcome.events;
  const { member } = outcome.reply;
  if (event?.kind === 'moved') await lessons.moveOut(live, event.member);
  // The same request again: the seat is the same, and the device gets keys it has not got yet.
  if (member === undefined || !live.state.members[member])
    return failed('not-in-lesson', 'The seat was freed; come in again with the code.');
  if (event?.kind !== 'joined') {
    for (const own of rowsFor(member)) {
      await lessons.store.addKey(own);
      live.keys.set(own.hash, own);
    }
  }
  return { ok: true, cookie, memberKey, hello: helloOf({ live, actor: { role: 'pupil', member } }) };
}
