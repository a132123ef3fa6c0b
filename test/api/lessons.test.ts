import { randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Entered, Joined, LessonBehindCode, Polled } from '../../server/contract/lesson/wire';
import type { TeacherPlan } from '../../server/contract/lesson/views';
import { openTestApp, type TestApp } from './support/test-app';
import { ask, comeIn, Device, openClass, pupilOf, roomOf, teacherOf } from '../support/class';

let app: TestApp;
let url: string;
beforeAll(async () => {
  app = await openTestApp(['test/fixtures/small/small']);
  url = await app.listen();
}, 120_000);
afterAll(() => app.close());

describe('a lesson', () => {
  it('goes from the code on the screen to the published answer, each told what is theirs', async () => {
    const room = await openClass(url);
    const { teacher, lesson, code, projectorKey } = room;
    await teacher.connect();
    expect(teacherOf(teacher).own.code).toBe(code);

    const entered = await ask<Entered>(url, `/api/lessons/${lesson}/enter`, { body: { key: projectorKey } });
    const projector = new Device(url, lesson, entered.cookie ?? '', 'projector');
    await projector.connect();
    const behind = await ask<LessonBehindCode>(url, `/api/lessons/codes/${code}`);
    expect(behind.body).toMatchObject({ lesson, exhibit: 'small', seats: 12, isDoorOpen: true, isSecondCode: false });

    const { device: anna, hello } = await comeIn(url, room);
    expect(hello.view).toMatchObject({ role: 'pupil', own: { seat: 1, alias: { 'zh-Hans': '测试信-1' } } });
    const { device: ben } = await comeIn(url, room, { seat: 7 });
    await Promise.all([anna.connect(), ben.connect()]);
    await teacher.until((one) => teacherOf(one).seats['7']?.state === 'here');
    await projector.until((one) => roomOf(one).joined === 2);

    expect((await teacher.send({ kind: 'start' })).status).toBe(200);
    await anna.until((one) => roomOf(one).phase === 'live' && roomOf(one).step === 'begin');
    await teacher.send({ kind: 'go-to', at: 'object:squares', view: 'gallery' });
    await anna.until((one) => roomOf(one).at === 'object:squares' && roomOf(one).view === 'gallery');
    await teacher.send({ kind: 'ask', task: 'colour' });
    await anna.until((one) => roomOf(one).mode === 'question');
    expect(roomOf(anna).ask).toMatchObject({ solution: null, tally: null, answered: 0 });

    const answered = await anna.send({ kind: 'answer', task: 'colour', answer: { kind: 'choice', options: ['a'] } });
    expect(answered.body).toMatchObject({ counted: 'counted' });
    await anna.send({ kind: 'answer', task: 'colour', answer: { kind: 'choice', options: ['b'] } });
    await ben.send({ kind: 'answer', task: 'colour', answer: { kind: 'choice', options: ['c'] } });
    await teacher.until((one) => teacherOf(one).own.tallies.colour?.answered === 2);
    expect(teacherOf(teacher).own.tallies.colour).toEqual({ answered: 2, right: 1, late: 0, given: { b: 1, c: 1 } });
    expect(teacherOf(teacher).seats['1']?.answer).toEqual({ isLate: false, isRight: true });
    await projector.until((one) => roomOf(one).ask?.answered === 2);
    await anna.until((one) => roomOf(one).ask?.answered === 2);
    expect(pupilOf(anna).answers.colour).toMatchObject({ answer: { options: ['b'] }, isRight: null });
    expect(JSON.stringify([anna.messages, ben.messages, projector.messages])).not.toMatch(/讲解一|"isRight":true/);

    await teacher.send({ kind: 'reveal', task: 'colour' });
    await ben.until((one) => roomOf(one).ask?.solution?.options?.[0] === 'b');
    await ben.until((one) => pupilOf(one).answers.colour?.isRight === false);
    expect(roomOf(ben).ask?.tally).toMatchObject({ given: { b: 1, c: 1 } });
    const late = await ben.send({ kind: 'answer', task: 'colour', answer: { kind: 'choice', options: ['b'] } });
    expect([late.status, late.body.error?.code]).toEqual([409, 'task-revealed']);

    await teacher.send({ kind: 'ask', task: 'treasure' });
    const hit = await ben.send({ kind: 'find', task: 'treasure', thing: 'a', at: 'object:letter' });
    expect(hit.body).toMatchObject({ found: true });
    expect(JSON.stringify(hit.body.card)).toContain('证据卡甲');
    expect((await ben.send({ kind: 'find', task: 'treasure', thing: 'b', at: 'region:squares/red' })).body.found).toBe(
      false
    );
    await projector.until((one) => roomOf(one).ask?.found?.count === 1);

    await teacher.send({ kind: 'end' });
    await anna.until((one) => one.messages.at(-1)?.kind === 'bye');
    expect((await ask(url, `/api/lessons/codes/${code}`)).body.error?.code).toBe('wrong-code');
    const over = await anna.send({ kind: 'help', isWanted: true });
    expect([over.status, over.body.error?.code]).toEqual([410, 'lesson-ended']);
    expect((await teacher.send({ kind: 'door', isOpen: true })).body.error?.code).toBe('lesson-ended');
    teacher.disconnect();
  });

  it('is found again by whoever reloads, changes the device or lost the line', async () => {
    const room = await openClass(url);
    const { teacher } = room;
    await teacher.send({ kind: 'start' });
    await teacher.send({ kind: 'ask', task: 'label' });
    const { device: first, answer } = await comeIn(url, room, { seat: 3 });
    await first.connect();
    await first.send({ kind: 'answer', task: 'label', answer: { kind: 'write', text: '两个方块' } });
    await first.until((one) => pupilOf(one).answers.label !== undefined);

    // Reloaded: the cookie is enough. Without it, the key of the tab.
    const again = new Device(url, room.lesson, first.cookie, 'pupil');
    await again.connect();
    expect(pupilOf(again)).toEqual(pupilOf(first));
    const entered = await ask<Entered>(url, `/api/lessons/${room.lesson}/enter`, {
      body: { key: answer.body.memberKey }
    });
    expect(entered.body.hello.view).toMatchObject({ own: { seat: 3, answers: { label: { isLate: false } } } });

    // Nothing happened while the line was cut: nothing is told twice.
    const since = new Device(url, room.lesson, first.cookie, 'pupil');
    await since.connect(again.seq);
    await teacher.send({ kind: 'pause' });
    await since.until((one) => one.messages.length > 0);
    expect(since.messages[0]?.kind).toBe('patch');

    // Another device: refused while the first is connected, unless it has the seat's code.
    const taken = await comeIn(url, room, { seat: 3, isTakingUp: true });
    expect([taken.answer.status, taken.answer.body.error?.code]).toEqual([409, 'seat-taken']);
    const { seatCode } = pupilOf(first);
    const moved = await comeIn(url, room, { seat: 3, seatCode });
    expect(moved.hello.view).toMatchObject({ own: { seat: 3, answers: { label: { answer: { text: '两个方块' } } } } });
    await first.until((one) => one.messages.at(-1)?.kind === 'bye');
    expect((await first.send({ kind: 'help', isWanted: true })).status).toBe(401);
    expect((await moved.device.send({ kind: 'help', isWanted: true })).status).toBe(200);
    for (const device of [first, again, since, moved.device]) device.disconnect();
  });

  it('does a command once however often it comes, and a seat is taken once', async () => {
    const room = await openClass(url);
    await room.teacher.send({ kind: 'start' });
    const id = randomUUID();
    const asks = await Promise.all(
      Array.from({ length: 8 }, () => room.teacher.send({ kind: 'ask', task: 'point' }, id))
    );
    expect(new Set(asks.map(({ body }) => body.seq)).size).toBe(1);
    const join = randomUUID();
    const joins = await Promise.all(Array.from({ length: 4 }, () => comeIn(url, room, { id: join })));
    expect(joins.map(({ answer }) => answer.status)).toEqual([201, 201, 201, 201]);
    expect(new Set(joins.map(({ hello }) => (hello.view.role === 'pupil' ? hello.view.own.member : ''))).size).toBe(1);
    const everybody = await Promise.all(Array.from({ length: 14 }, () => comeIn(url, room)));
    const seats = everybody.flatMap(({ hello }) => (hello?.view.role === 'pupil' ? [hello.view.own.seat] : []));
    expect([...seats].sort((a, b) => a - b)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(everybody.filter(({ answer }) => answer.body.error?.code === 'lesson-full')).toHaveLength(3);
  });

  it('is on the disk: a server that starts again has it, its keys and its replies', async () => {
    const room = await openClass(url);
    await room.teacher.send({ kind: 'start' });
    const { device } = await comeIn(url, room);
    const id = randomUUID();
    await room.teacher.send({ kind: 'ask', task: 'how-many' });
    const command = { kind: 'answer' as const, task: 'how-many', answer: { kind: 'data' as const, value: 1 } };
    const first = await device.send(command, id);
    await app.lessons.house.forget();
    const again = await device.send(command, id);
    expect(again.body).toEqual(first.body);
    await device.connect();
    expect(pupilOf(device).answers['how-many']).toMatchObject({ answer: { value: 1 } });
    device.disconnect();
  });

  it('greets whoever comes back and has missed nothing, so that a silent line is a dead one', async () => {
    const room = await openClass(url);
    await room.teacher.send({ kind: 'start' });
    const { device } = await comeIn(url, room);
    await device.connect();
    device.disconnect();
    const before = device.messages.length;
    await device.connect(device.seq);
    await device.until(({ messages }) => messages.length > before, 2_000);
    expect(device.messages.at(-1)).toMatchObject({ kind: 'patch', data: { seq: device.seq } });
    device.disconnect();

    await room.teacher.connect();
    room.teacher.disconnect();
    await room.teacher.connect(room.teacher.seq);
    await room.teacher.until(({ messages }) => messages.filter(({ kind }) => kind === 'hello').length === 2, 2_000);
    room.teacher.disconnect();
  });

  it('can be asked for again and again where no stream comes through', async () => {
    const room = await openClass(url);
    const { device } = await comeIn(url, room);
    const first = await ask<Polled>(url, device.path('poll'), { cookie: device.cookie });
    const [hello] = first.body.messages;
    if (hello?.kind !== 'hello') throw new Error('no hello');
    const next = ask<Polled>(url, device.path(`poll?after=${hello.data.seq}`), { cookie: device.cookie });
    await room.teacher.send({ kind: 'start' });
    expect((await next).body.messages.some(({ kind }) => kind === 'patch' || kind === 'hello')).toBe(true);
  });

  it('leads without being logged, adds up where the class stood, and shows it to the teacher alone', async () => {
    const room = await openClass(url);
    await room.teacher.send({ kind: 'start' });
    const { device } = await comeIn(url, room);
    await device.connect();
    const before = device.seq;
    for (const x of [10, 20, 30])
      await ask(url, room.teacher.path('lead'), {
        body: { point: { at: 'object:squares', x, y: 5 } },
        cookie: room.teacher.cookie
      });
    await device.until((one) =>
      one.messages.some(({ kind, data }) => kind === 'lead' && 'point' in data && data.point?.x === 30)
    );
    expect(device.messages.filter(({ kind }) => kind === 'lead').length).toBeLessThan(3);
    expect(device.seq).toBe(before);
    const cells = [
      { room: 'first', x: 1.2, z: -3.4, ms: 900 },
      { room: 'nowhere', x: 0, z: 0, ms: 900 }
    ];
    const looked = { cells, targets: [{ at: 'object:squares', ms: 2_000 }] };
    expect((await ask(url, device.path('looked'), { body: looked, cookie: device.cookie })).status).toBe(204);
    await app.lessons.house.logSums();
    const heat = await ask(url, room.teacher.path('heat'), { cookie: room.teacher.cookie });
    expect(heat.body).toEqual({
      cells: [{ room: 'first', x: 1.25, z: -3.25, ms: 900 }],
      targets: [{ at: 'object:squares', ms: 2_000 }]
    });
    expect((await ask(url, device.path('heat'), { cookie: device.cookie })).status).toBe(403);
    device.disconnect();
  });

  it('has a plan for pupils without answers, and one for teachers that says which answers are public', async () => {
    const room = await openClass(url);
    const { device } = await comeIn(url, room);
    const pupils = await ask(url, device.path('plan'), { cookie: device.cookie });
    expect(JSON.stringify(pupils.body)).not.toMatch(/讲解|教师备注|Explanation|证据卡/);
    const { body } = await ask<TeacherPlan>(url, room.teacher.path('plan'), { cookie: room.teacher.cookie });
    expect(body.tasks['activity:first-question']).toMatchObject({ isPublic: true, solution: { options: ['a'] } });
    expect(body.tasks.colour).toMatchObject({ isPublic: false, solution: { options: ['b'] } });
    expect(body.steps[0]?.derived.notes).not.toBeNull();
    for (const path of ['/api/exhibits/small', '/exhibits/small', '/exhibits/small/tasks', '/api/openapi.json']) {
      const text = await (await fetch(`${url}${path}`)).text();
      expect(text, path).not.toMatch(/讲解[一二三四五六七八]只在|教师备注/);
    }
    const edition = await ask<{ id: string; lessons: object[] }>(url, device.path('exhibit'), {
      cookie: device.cookie
    });
    expect(edition.body.id).toBe('small');
    expect(JSON.stringify(edition.body.lessons)).not.toMatch(/讲解|教师备注/);
    const traditional = await ask(url, device.path('exhibit?locale=zh-Hant'), { cookie: device.cookie });
    expect(traditional.body).toMatchObject({ title: { 'zh-Hant': '測試\n小展覽' } });
    expect(body.title).toEqual({ 'zh-Hans': '方块课', 'zh-Hant': '方塊課', en: 'A lesson on squares' });
  });

  it('has several teachers, of whom one leads, and a projector of the teacher’s own', async () => {
    const room = await openClass(url);
    const given = await ask<{ key: string }>(url, room.teacher.path('keys'), {
      body: { role: 'co-teacher' },
      cookie: room.teacher.cookie
    });
    const entered = await ask<Entered>(url, `/api/lessons/${room.lesson}/enter`, { body: { key: given.body.key } });
    const second = new Device(url, room.lesson, entered.cookie ?? '', 'teacher');
    expect((await second.send({ kind: 'start' })).status).toBe(200);
    expect((await second.send({ kind: 'end' })).body.error?.code).toBe('not-allowed');
    expect((await room.teacher.send({ kind: 'hand-over', to: 't2' })).status).toBe(200);
    expect((await room.teacher.send({ kind: 'end' })).body.error?.code).toBe('not-allowed');
    const projector = new Device(url, room.lesson, room.teacher.cookie, 'projector');
    await projector.connect();
    expect(projector.view?.role).toBe('projector');
    expect((await projector.send({ kind: 'pause' })).body.error?.code).toBe('not-allowed');
    projector.disconnect();
    expect((await second.send({ kind: 'end' })).status).toBe(200);
  });

  it('keeps the edition it was opened with', async () => {
    const room = await openClass(url);
    const before = await ask(url, room.teacher.path('exhibit'), { cookie: room.teacher.cookie });
    const file = `${app.exhibitsFolder}/small/lessons.json`;
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace(/"answer": \[\s*"blue"\s*\]/, '"answer": ["red"]'));
    await app.catalogue.reload('small');
    await app.lessons.house.forget();
    const { body } = await ask<TeacherPlan>(url, room.teacher.path('plan'), { cookie: room.teacher.cookie });
    expect(body.tasks.colour?.solution.options).toEqual(['b']);
    const after = await ask(url, room.teacher.path('exhibit'), { cookie: room.teacher.cookie });
    expect(after.body).toEqual(before.body);
    const fresh = await openClass(url);
    const plan = await ask<TeacherPlan>(url, fresh.teacher.path('plan'), { cookie: fresh.teacher.cookie });
    expect(plan.body.tasks.colour?.solution.options).toEqual(['a']);
    await writeFile(file, text);
    await app.catalogue.reload('small');
  });
});

describe('bad input in a lesson', () => {
  it.each<[what: string, path: string, body: unknown, status: number, code: string]>([
    ['no JSON', '/api/lessons', undefined, 415, 'unsupported-media-type'],
    ['an exhibit that is not there', '/api/lessons', { exhibit: 'none', plan: 'x' }, 404, 'not-found'],
    ['a plan that is not there', '/api/lessons', { exhibit: 'small', plan: 'x' }, 422, 'not-in-plan'],
    [
      'too many seats',
      '/api/lessons',
      { exhibit: 'small', plan: 'squares-lesson', seats: 1000 },
      400,
      'invalid-request'
    ],
    ['a key of nobody', '/api/lessons/abcdefghijklmnop/enter', { key: 'x'.repeat(43) }, 403, 'wrong-key'],
    ['a key that is none', '/api/lessons/abcdefghijklmnop/enter', { key: '../..' }, 400, 'invalid-request'],
    [
      'a command of a stranger',
      '/api/lessons/abcdefghijklmnop/commands',
      { id: randomUUID(), command: { kind: 'start' } },
      401,
      'not-in-lesson'
    ],
    [
      'a code of letters',
      '/api/lessons/abcdefghijklmnop/join',
      { id: randomUUID(), code: 'abcdef' },
      400,
      'invalid-request'
    ]
  ])('says what is wrong with %s', async (_, path, body, status, code) => {
    const answer = await ask(url, path, body === undefined ? { method: 'POST' } : { body });
    expect([answer.status, answer.body.error?.code]).toEqual([status, code]);
    expect(answer.body.error?.message).toMatch(/\.$/);
  });

  it('refuses what makes no sense at the time, and says why', async () => {
    const room = await openClass(url);
    const { device } = await comeIn(url, room);
    const choice = { kind: 'choice' as const, options: ['a'] };
    const answer = (task: string, given: object = choice) =>
      device.send({ kind: 'answer', task, answer: given } as Parameters<Device['send']>[0]);
    const code = async (asked: Promise<{ body: { error?: { code: string } } }>) => (await asked).body.error?.code;
    expect(await code(room.teacher.send({ kind: 'ask', task: 'colour' }))).toBe('not-now');
    await room.teacher.send({ kind: 'start' });
    expect(await code(answer('colour'))).toBe('task-not-open');
    expect(await code(answer('nothing'))).toBe('not-in-plan');
    await room.teacher.send({ kind: 'ask', task: 'colour', seconds: 5 });
    expect(await code(answer('colour', { kind: 'data', value: 3 }))).toBe('invalid-request');
    expect(await code(answer('colour', { kind: 'choice', options: ['h'] }))).toBe('invalid-request');
    expect(await code(answer('colour', { kind: 'choice', options: 'a' }))).toBe('invalid-request');
    expect(await code(answer('colour', { kind: 'choice', options: ['a', 'b'] }))).toBe('invalid-request');
    expect(await code(device.send({ kind: 'reveal', task: 'colour' }))).toBe('not-allowed');
    expect(await code(room.teacher.send({ kind: 'go-to', at: 'object:nothing' }))).toBe('not-in-plan');
    expect(
      await code(room.teacher.send({ kind: 'answer', task: 'colour', answer: { kind: 'choice', options: ['a'] } }))
    ).toBe('not-allowed');
    await room.teacher.send({ kind: 'door', isOpen: false });
    expect((await comeIn(url, room)).answer.body.error?.code).toBe('door-closed');
    await room.teacher.send({ kind: 'free-seat', seat: 1 });
    expect((await answer('colour')).status).toBe(401);
    const huge = await ask(url, device.path('commands'), {
      body: { id: 'x'.repeat(40_000) },
      cookie: room.teacher.cookie
    });
    expect([401, 413]).toContain(huge.status);
    const other = await openClass(url);
    const foreign = await ask(url, `/api/lessons/${other.lesson}/view`, { cookie: room.teacher.cookie });
    expect(foreign.status).toBe(401);
  });

  it('slows who tries codes and nobody else', async () => {
    const room = await openClass(url, { isSecondCode: true });
    const wrong = room.code === '000000' ? '111111' : '000000';
    const statuses: number[] = [];
    for (let n = 0; n < 150; n += 1) statuses.push((await ask(url, `/api/lessons/codes/${wrong}`)).status);
    expect(statuses.slice(0, 120).every((status) => status === 404)).toBe(true);
    expect(statuses.slice(-5)).toContain(429);
    // Whoever has a seat or a key is not slowed, and the right code comes through after a moment.
    expect((await room.teacher.send({ kind: 'start' })).status).toBe(200);
    await expect
      .poll(async () => (await ask(url, `/api/lessons/codes/${room.code}`)).status, { interval: 300 })
      .toBe(200);
    await expect
      .poll(async () => (await comeIn(url, room, { secondCode: '00' })).answer.body.error?.code ?? 'in', {
        interval: 600
      })
      .toMatch(/wrong-code|in/);
  });

  it('deletes everything at once when the teacher says so, and no byte stays in the file', async () => {
    const room = await openClass(url);
    await room.teacher.send({ kind: 'start' });
    await room.teacher.send({ kind: 'ask', task: 'label' });
    const { device, answer } = await comeInWhenFree(room);
    const words = '独一无二的一句话';
    await device.send({ kind: 'answer', task: 'label', answer: { kind: 'write', text: words } });
    expect((await ask(url, `/api/lessons/${room.lesson}`, { method: 'DELETE', cookie: device.cookie })).status).toBe(
      403
    );
    const gone = await ask(url, `/api/lessons/${room.lesson}`, { method: 'DELETE', cookie: room.teacher.cookie });
    expect(gone.status).toBe(204);
    expect((await room.teacher.send({ kind: 'start' })).status).toBe(401);
    for (const name of ['lessons.db', 'lessons.db-wal']) {
      const bytes = await readFile(`${app.exhibitsFolder}/../data/${name}`).catch(() => Buffer.alloc(0));
      expect(bytes.includes(Buffer.from(words)), name).toBe(false);
      expect(bytes.includes(Buffer.from(room.lesson)), name).toBe(false);
    }
    expect(answer.status).toBe(201);
  });

  /** The address was slowed by the test before. */
  async function comeInWhenFree(room: { lesson: string; code: string }) {
    for (;;) {
      const come = await comeIn(url, room);
      if (come.answer.status !== 429) return come as typeof come & { answer: { body: Joined } };
      await new Promise((resolve) => setTimeout(resolve, 400));
    }
  }
});
