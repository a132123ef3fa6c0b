import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LessonCommand } from '../../server/contract/lesson/commands';
import type { LessonBehindCode } from '../../server/contract/lesson/wire';
import { ask, comeIn, type Device, openClass, pupilOf, teacherOf } from '../support/class';
import { openTestApp, type TestApp } from './support/test-app';

const LESSONS = 200;
const ROUNDS = 6;

/** The same numbers each time. */
function randomOf(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % below;
  };
}

describe('a school of lessons at once', () => {
  let app: TestApp;
  let url: string;
  beforeAll(async () => {
    app = await openTestApp(['test/fixtures/small/small'], { LANTAI_LOAD_TEST: '1' });
    url = await app.listen();
  }, 120_000);
  afterAll(() => app.close());

  it('tells nobody anything of another lesson', async () => {
    const random = randomOf(7);
    const rooms: { teacher: Device; pupils: Device[]; lesson: string }[] = [];
    for (let n = 0; n < LESSONS; n += 1) {
      const room = await openClass(url, { seats: 4 });
      const pupils = [(await comeIn(url, room)).device, (await comeIn(url, room)).device];
      await Promise.all([room.teacher, ...pupils].map((device) => device.connect()));
      rooms.push({ teacher: room.teacher, pupils, lesson: room.lesson });
    }
    /** What only this lesson can hold. */
    const words = (lesson: string) => `句子-${lesson}`;
    const leads: LessonCommand[] = [
      { kind: 'start' },
      { kind: 'ask', task: 'label' },
      { kind: 'ask', task: 'colour' },
      { kind: 'lead', mode: 'free' },
      { kind: 'pause' },
      { kind: 'resume' },
      { kind: 'group', groups: [{ id: 'a', seats: [1, 2] }] },
      { kind: 'go-to', at: 'object:squares' }
    ];
    for (let round = 0; round < ROUNDS; round += 1) {
      await Promise.all(
        rooms.map(async ({ teacher, pupils, lesson }) => {
          const command = leads[round < 2 ? round : random(leads.length)];
          if (command) await teacher.send(command);
          const answer = { kind: 'write' as const, text: words(lesson) };
          for (const pupil of pupils) {
            await pupil.send(
              random(3) === 0
                ? { kind: 'help', isWanted: random(2) === 0 }
                : { kind: 'answer', task: 'label', answer: { ...answer, text: `${answer.text} ${random(99)}` } }
            );
          }
        })
      );
    }
    for (const { teacher } of rooms) await teacher.send({ kind: 'door', isOpen: false });
    await Promise.all(rooms.map(({ teacher }) => teacher.until((one) => one.view?.room.isDoorOpen === false, 20_000)));

    const ids = rooms.map(({ lesson }) => lesson);
    const members = rooms.map(({ pupils }) => pupils.map((pupil) => pupilOf(pupil).member));
    let written = 0;
    rooms.forEach(({ teacher, pupils, lesson }, n) => {
      const others = new Set([...ids, ...members.flat()]);
      others.delete(lesson);
      for (const member of members[n] ?? []) others.delete(member);
      for (const device of [teacher, ...pupils]) {
        const told = JSON.stringify(device.messages);
        const foreign = [...told.matchAll(/[\w-]{13,16}/g)].map(([word]) => word).filter((word) => others.has(word));
        expect(foreign, lesson).toEqual([]);
        expect(told).toContain(lesson);
        const said = [...told.matchAll(/句子-([a-z0-9]{16})/g)].map(([, of]) => of);
        expect(said.every((of) => of === lesson)).toBe(true);
        if (device === teacher) written += said.length;
      }
      expect(teacher.seqs).toEqual([...teacher.seqs].sort((a, b) => a - b));
    });
    expect(written).toBeGreaterThan(LESSONS);

    // And nobody stays in the books once all have gone.
    expect(app.lessons.streams.size).toBe(LESSONS * 3);
    for (const { teacher, pupils } of rooms) for (const device of [teacher, ...pupils]) device.disconnect();
    await expect.poll(() => app.lessons.streams.size, { timeout: 10_000 }).toBe(0);
    const lives = await app.lessons.house.lives();
    expect(lives.reduce((sum, { fanOut }) => sum + fanOut.size, 0)).toBe(0);
  }, 120_000);
});

describe('a class behind one address', () => {
  let app: TestApp;
  let url: string;
  beforeAll(async () => {
    app = await openTestApp(['test/fixtures/small/small']);
    url = await app.listen();
  }, 120_000);
  afterAll(() => app.close());

  it('comes in all at once, sixty of them, though its neighbours have typed wrong codes', async () => {
    const rooms = [await openClass(url, { seats: 60 }), await openClass(url, { seats: 60 })];
    for (let n = 0; n < 60; n += 1) expect((await ask(url, '/api/lessons/codes/000000')).status).not.toBe(429);
    const statuses = await Promise.all(
      rooms.flatMap((room) =>
        Array.from({ length: 60 }, async () => {
          const behind = await ask<LessonBehindCode>(url, `/api/lessons/codes/${room.code}`);
          const { answer } = await comeIn(url, room);
          return [behind.status, answer.status];
        })
      )
    );
    expect(new Set(statuses.map(String))).toEqual(new Set(['200,201']));
  });

  it('needs the two digits of the screen where the teacher asked for them', async () => {
    const room = await openClass(url, { isSecondCode: true });
    await room.teacher.connect();
    const { secondCode } = teacherOf(room.teacher).own;
    expect(secondCode).toMatch(/^\d\d$/);
    const other = secondCode === '00' ? '11' : '00';
    for (const body of [{}, { secondCode: other }]) {
      const { answer } = await comeIn(url, room, body);
      expect([answer.status, answer.body.error?.code]).toEqual([404, 'wrong-code']);
    }
    expect((await comeIn(url, room, { secondCode })).answer.status).toBe(201);
    room.teacher.disconnect();
  });

  it('finds the door closed and open again, and whoever sits there is not put out', async () => {
    const room = await openClass(url);
    const { device } = await comeIn(url, room);
    await room.teacher.send({ kind: 'door', isOpen: false });
    const behind = await ask<LessonBehindCode>(url, `/api/lessons/codes/${room.code}`);
    expect(behind.body.isDoorOpen).toBe(false);
    const { answer } = await comeIn(url, room);
    expect([answer.status, answer.body.error?.code]).toEqual([403, 'door-closed']);
    expect((await device.send({ kind: 'help', isWanted: true })).status).toBe(200);
    await room.teacher.send({ kind: 'door', isOpen: true });
    expect((await comeIn(url, room)).answer.status).toBe(201);
  });
});

describe('the clock of a lesson', () => {
  it('is the server’s: what a device says of the time is refused, and answers have the server’s', async () => {
    const start = Date.parse('2031-03-04T01:00:00Z');
    let now = start;
    const app = await openTestApp(['test/fixtures/small/small'], {}, () => now);
    const url = await app.listen();
    const room = await openClass(url);
    const { device } = await comeIn(url, room);
    await device.connect();
    await room.teacher.send({ kind: 'start' });
    await room.teacher.send({ kind: 'ask', task: 'colour', seconds: 60 });
    await device.until((one) => one.view?.room.ask !== null);
    expect(device.view?.room.ask?.closesAt).toBe(start + 60_000);
    const command = { kind: 'answer' as const, task: 'colour', answer: { kind: 'choice' as const, options: ['b'] } };
    const dated = { ...command, at: start - 3_600_000 } as LessonCommand;
    expect((await device.send(dated)).body.error?.code).toBe('invalid-request');

    now = start + 61_500;
    // Within the two seconds of grace.
    expect((await device.send(command)).body.counted).toBe('counted');
    const { device: late } = await comeIn(url, room);
    now = start + 62_001;
    expect((await late.send(command)).body.counted).toBe('late');
    await device.until((one) => pupilOf(one).answers['colour']?.at === start + 61_500);
    const hello = await ask<{ now: number }>(url, late.path('view'), { cookie: late.cookie });
    expect(hello.body.now).toBe(now);
    device.disconnect();
    await app.close();
  }, 60_000);

  it('deletes a lesson on its day, and one that keeps nothing with the next look at the clock', async () => {
    let now = Date.parse('2031-03-04T01:00:00Z');
    const app = await openTestApp(['test/fixtures/small/small'], {}, () => now);
    const url = await app.listen();
    const rooms = { none: await openClass(url, { keepDays: 0 }), week: await openClass(url, { keepDays: 7 }) };
    for (const room of Object.values(rooms)) {
      await room.teacher.send({ kind: 'start' });
      await room.teacher.send({ kind: 'end' });
    }
    const reports = () =>
      Promise.all(
        Object.values(rooms).map(
          async ({ teacher }) => (await ask(url, teacher.path('report'), { cookie: teacher.cookie })).status
        )
      );
    expect(await reports()).toEqual([200, 200]);
    await app.lessons.house.tidy();
    expect(await reports()).toEqual([401, 200]);
    now += 7 * 86_400_000 - 1;
    await app.lessons.house.tidy();
    expect(await reports()).toEqual([401, 200]);
    now += 1;
    await app.lessons.house.tidy();
    expect(await reports()).toEqual([401, 401]);
    await app.close();
  }, 60_000);
});
