import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LessonReport } from '../../server/contract/lesson/report';
import type { View } from '../../server/contract/lesson/views';
import type { Hello } from '../../server/contract/lesson/wire';
import { readCsv } from '../../server/interchange/csv';
import { ask, comeIn, type Device, openClass } from '../support/class';
import { openTestApp, type TestApp } from './support/test-app';

let app: TestApp;
let url: string;
beforeAll(async () => {
  app = await openTestApp(['test/fixtures/small/small']);
  url = await app.listen();
}, 120_000);
afterAll(() => app.close());

const text = async (device: Device, path: string) => {
  const response = await fetch(`${url}${device.path(path)}`, { headers: { Cookie: device.cookie } });
  return {
    status: response.status,
    headers: response.headers,
    text: Buffer.from(await response.arrayBuffer()).toString()
  };
};
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** A teacher's view less who is connected, which no log knows. */
function logged(view: View) {
  if (view.role !== 'teacher') throw new Error('No teacher’s view.');
  const { room, own, seats } = view;
  return {
    room: { ...room, isTeacherAway: false },
    own: { ...own, projectors: 0, teachers: own.teachers.map((one) => ({ ...one, isHere: true })) },
    seats: Object.fromEntries(
      Object.entries(seats).map(([seat, one]) => [seat, { ...one, state: one.state === 'empty' ? 'empty' : 'here' }])
    )
  };
}

/** Two pupils through three tasks. */
async function heldLesson() {
  const room = await openClass(url);
  const { teacher } = room;
  const { device: anna } = await comeIn(url, room, { seat: 3 });
  const { device: ben } = await comeIn(url, room, { seat: 8 });
  await teacher.send({ kind: 'start' });
  await teacher.send({ kind: 'go-to-step', step: 'colour' });
  await teacher.send({ kind: 'ask', task: 'colour' });
  await anna.send({ kind: 'answer', task: 'colour', answer: { kind: 'choice', options: ['a'] } });
  await anna.send({ kind: 'answer', task: 'colour', answer: { kind: 'choice', options: ['b'] } });
  await ben.send({ kind: 'answer', task: 'colour', answer: { kind: 'choice', options: ['c'] } });
  await ben.send({ kind: 'help', isWanted: true });
  await teacher.send({ kind: 'reveal', task: 'colour' });
  await teacher.send({ kind: 'ask', task: 'label' });
  await anna.send({ kind: 'answer', task: 'label', answer: { kind: 'write', text: '=两个“方块”, 一封信' } });
  await teacher.send({ kind: 'ask', task: 'treasure' });
  await ben.send({ kind: 'find', task: 'treasure', thing: 'a', at: 'object:letter' });
  await ask(url, anna.path('looked'), {
    body: { cells: [{ room: 'first', x: 1.2, z: -3.4, ms: 900 }], targets: [{ at: 'object:squares', ms: 1_500 }] },
    cookie: anna.cookie
  });
  return { ...room, anna, ben };
}

describe('classes that were held', () => {
  it('are counted when they are over: begun, and three pupils in them, and nothing else of them is kept', async () => {
    const hold = async (pupils: number, isBegun: boolean) => {
      const room = await openClass(url);
      for (let seat = 1; seat <= pupils; seat++) await comeIn(url, room, { seat });
      if (isBegun) await room.teacher.send({ kind: 'start' });
      await room.teacher.send({ kind: 'end' });
    };
    await hold(2, true);
    await hold(3, false);
    for (let n = 0; n < 5; n++) await hold(3, true);
    const counted = async () => {
      const headers = { Authorization: `Bearer ${app.staffKey}` };
      const file = await (await app.request('/api/exhibits/small/figures.csv?language=en', { headers })).text();
      return readCsv(file)
        .find((row) => row.includes('Classes held'))
        ?.at(-1);
    };
    await expect.poll(counted, { timeout: 10_000 }).toBe('5');
    const report = (await (await app.request('/api/report')).json()) as { classes: number | null; visits: number };
    expect([report.classes, report.visits]).toEqual([5, 0]);
  });
});

describe('the report of a lesson', () => {
  it('has what was looked at until the very end, though nobody asked for it before', async () => {
    const { teacher } = await heldLesson();
    await teacher.send({ kind: 'end' });
    const { body } = await ask<LessonReport>(url, teacher.path('report'), { cookie: teacher.cookie });
    expect(body.heat.cells).toEqual([{ room: 'first', x: 1.25, z: -3.25, ms: 900 }]);
    expect(body.heat.targets).toEqual([{ at: 'object:squares', ms: 1_500 }]);
  });

  it('is there while the lesson goes on and after, for its teachers, by seat and question', async () => {
    const { teacher, anna } = await heldLesson();
    const { status, body } = await ask<LessonReport>(url, teacher.path('report'), { cookie: teacher.cookie });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      exhibit: 'small',
      plan: 'squares-lesson',
      title: { 'zh-Hans': '方块课', 'zh-Hant': '方塊課' },
      phase: 'live',
      heat: {
        cells: [{ room: 'first', x: 1.25, z: -3.25, ms: 900 }],
        targets: [{ at: 'object:squares', ms: 1_500 }]
      }
    });
    expect(body.tasks.map(({ task, step, isRevealed }) => [task, step, isRevealed])).toEqual([
      ['colour', 'colour', true],
      ['treasure', 'treasure', false],
      ['label', 'label', false]
    ]);
    expect(body.tasks[0]?.tally).toEqual({ answered: 2, right: 1, late: 0, given: { b: 1, c: 1 } });
    expect(body.seats).toMatchObject([
      {
        seat: 3,
        alias: { 'zh-Hans': '测试图片-3' },
        answers: {
          colour: { given: 'b', isLate: false, isRight: true, changes: 1 },
          label: { given: '=两个“方块”, 一封信', isRight: null, changes: 0 }
        },
        answered: 2,
        right: 1,
        helps: 0
      },
      { seat: 8, answers: { colour: { given: 'c', isRight: false } }, found: { treasure: 1 }, answered: 1, helps: 1 }
    ]);
    const refused = await ask(url, anna.path('report'), { cookie: anna.cookie });
    expect([refused.status, refused.body.error?.code]).toEqual([403, 'not-allowed']);
    expect((await ask(url, teacher.path('report'))).status).toBe(401);

    await teacher.send({ kind: 'end' });
    await app.lessons.house.forget();
    const after = await ask<LessonReport>(url, teacher.path('report'), { cookie: teacher.cookie });
    expect(after.body).toMatchObject({ phase: 'ended', tasks: body.tasks, heat: body.heat });
    expect(after.body.seats).toEqual(body.seats);
  });

  it('comes as tables in every language, safe for a spreadsheet', async () => {
    const { teacher } = await heldLesson();
    const all = await text(teacher, 'report.csv');
    expect(all.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(all.headers.get('content-disposition')).toMatch(
      /^attachment; filename="small-squares-lesson-\d{4}-\d\d-\d\d\.csv"$/
    );
    expect(all.text.startsWith('\ufeff这堂课\r\n项目,内容\r\n课,方块课\r\n')).toBe(true);
    expect(all.text).toContain('\r\n看了多久\r\n名称,秒\r\n测试方块,1.5\r\n');

    const answers = readCsv((await text(teacher, 'report.csv?table=answers&locale=en')).text.slice(1));
    const moment = expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d$/) as string;
    expect(answers).toEqual([
      ['Seat', 'Question', 'Answer', 'Right or wrong', 'Late', 'Handed in', 'Times changed'],
      ['3', 'What colour is the square on the right?', 'B Blue', 'Right', '', moment, '1'],
      ['3', 'Write a label of one sentence.', "'=两个“方块”, 一封信", 'Neither right nor wrong', '', moment, '0'],
      ['8', 'What colour is the square on the right?', 'C Green', 'Wrong', '', moment, '0']
    ]);
    const seats = readCsv((await text(teacher, 'report.csv?table=seats&locale=zh-Hant')).text.slice(1));
    expect(seats[0]).toEqual([
      '座位',
      '代號',
      '答了',
      '答對',
      '舉手幾次',
      '右邊的方塊是什麼顏色？',
      '找出三件證據。',
      '寫一句說明牌。'
    ]);
    expect(seats[2]).toEqual(['8', expect.stringMatching(/-8$/), '1', '0', '1', '錯', '找到1件，共3件', '沒有交']);

    const book = await text(teacher, 'report.xlsx');
    expect(book.headers.get('content-type')).toContain('spreadsheetml');
    expect(book.text.startsWith('PK')).toBe(true);
    const statements = JSON.parse((await text(teacher, 'report.xapi.json')).text) as {
      actor: { account: { name: string } };
    }[];
    expect(statements.map(({ actor }) => actor.account.name)).toEqual([
      'seat-3',
      'seat-8',
      'seat-3',
      'seat-3',
      'seat-8',
      'seat-8',
      'seat-3',
      'seat-8'
    ]);
    for (const path of ['report.csv?table=nothing', 'report.csv?locale=fr', 'report.xlsx?locale=../..'])
      expect((await text(teacher, path)).status, path).toBe(400);
  });

  it('is gone with the lesson', async () => {
    const { teacher } = await heldLesson();
    await ask(url, `/api/lessons/${teacher.lesson}`, { method: 'DELETE', cookie: teacher.cookie });
    for (const path of ['report', 'report.csv', 'report.xlsx', 'report.xapi.json', 'replay?minute=0', 'heat'])
      expect((await text(teacher, path)).status, path).toBe(401);
  });
});

describe('the replay of a lesson', () => {
  it('shows every moment as the teacher saw it then', async () => {
    const room = await openClass(url, { seats: 4 });
    const { teacher } = room;
    const { device } = await comeIn(url, room);
    const moments: { at: number; view: View }[] = [];
    const look = async () => {
      await pause(3);
      const { body } = await ask<Hello>(url, teacher.path('view'), { cookie: teacher.cookie });
      moments.push({ at: body.now, view: body.view });
      await pause(3);
    };
    const commands = [
      { kind: 'start' },
      { kind: 'ask', task: 'colour', seconds: 60 },
      { kind: 'pause' },
      { kind: 'resume' },
      { kind: 'group', groups: [{ id: 'a', seats: [1, 2] }] },
      { kind: 'send', group: 'a', at: 'object:letter' },
      { kind: 'reveal', task: 'colour' },
      { kind: 'go-to', at: 'object:squares', view: 'gallery' },
      { kind: 'free-seat', seat: 1 },
      { kind: 'review' }
    ] as const;
    await look();
    for (const command of commands) {
      const answer = await teacher.send(command as unknown as Parameters<Device['send']>[0]);
      expect(answer.status, command.kind).toBe(200);
      await look();
      if (command.kind !== 'ask') continue;
      await device.send({ kind: 'answer', task: 'colour', answer: { kind: 'choice', options: ['b'] } });
      await look();
    }
    await teacher.send({ kind: 'end' });
    expect(moments).toHaveLength(12);
    const last = moments.at(-1);
    for (const { at, view } of moments) {
      const { body } = await ask<Hello>(url, teacher.path(`replay?at=${at}`), { cookie: teacher.cookie });
      expect(body.now).toBe(at);
      // The code is worth nothing after the end.
      const then = logged(view);
      expect(logged(body.view)).toEqual({ ...then, own: { ...then.own, code: null } });
    }
    const minutes = await ask<Hello>(url, teacher.path('replay?minute=0'), { cookie: teacher.cookie });
    expect(minutes.body).toMatchObject({ seq: 1, view: { room: { phase: 'lobby' } } });
    const report = await ask<LessonReport>(url, teacher.path('report'), { cookie: teacher.cookie });
    const whole = await ask<Hello>(url, teacher.path(`replay?minute=${report.body.minutes}`), {
      cookie: teacher.cookie
    });
    expect(whole.body.view.room.phase).toBe('ended');
    expect(last && logged(last.view).room.phase).toBe('review');
    for (const path of ['replay', 'replay?minute=-1', 'replay?minute=x', 'replay?at=1.5', 'replay?minute=1&at=1'])
      expect((await text(teacher, path)).status, path).toBe(400);
  });
});
