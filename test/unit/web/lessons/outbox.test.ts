import { describe, expect, it } from 'vitest';
import type { GivenAnswer } from '../../../../server/contract/lesson/answers';
import type { LessonCommand } from '../../../../server/contract/lesson/commands';
import type { CommandReply, CommandSent } from '../../../../server/contract/lesson/wire';
import type { Answered } from '../../../../web/lessons/calls';
import { openOutbox } from '../../../../web/lessons/outbox';
import { settled, surroundings } from './trial';

const answer = (task: string, option: string): LessonCommand => ({
  kind: 'answer',
  task,
  answer: { kind: 'choice', options: [option] } satisfies GivenAnswer
});
const OFFLINE: Answered<CommandReply> = { ok: false, code: 'offline', message: '', retryAfterS: null };

/** A server that does each command once, by its id, as the real one does. */
function trial(kept?: string) {
  const around = surroundings(() => new Response());
  if (kept !== undefined) around.shelf.setItem('box', kept);
  const done = new Map<string, LessonCommand>();
  const late: string[] = [];
  const state = { isCut: false, isReplyLost: false, sent: 0 };
  const open = () => {
    let count = 0;
    return openOutbox({
      ...around,
      key: 'box',
      newId: () => `id-${(count += 1)}`,
      async send({ id, command }: CommandSent) {
        await settled();
        state.sent += 1;
        if (state.isCut) return OFFLINE;
        if (!done.has(id)) done.set(id, command);
        if (state.isReplyLost) return OFFLINE;
        return { ok: true, value: { seq: done.size } };
      },
      onWaiting: () => undefined,
      onLate: ({ id }) => late.push(id)
    });
  };
  return { ...around, open, done, late, state };
}

describe('what is handed in', () => {
  it('goes up and is kept no longer', async () => {
    const { open, done, shelf } = trial();
    const replied = await open().hand(answer('one', 'a'));
    expect(replied).toEqual({ ok: true, value: { seq: 1 } });
    expect([...done.values()]).toEqual([answer('one', 'a')]);
    expect(shelf.kept.size).toBe(0);
  });

  it('waits on the device while the line is cut, and goes when it is back', async () => {
    const { open, done, shelf, state, clock } = trial();
    state.isCut = true;
    const box = open();
    const replied = box.hand(answer('one', 'a'));
    await clock.pass(30_000);
    expect(done.size).toBe(0);
    expect(shelf.kept.get('box')).toContain('id-1');
    state.isCut = false;
    box.wake();
    expect(await replied).toMatchObject({ ok: true });
    expect(done.size).toBe(1);
  });

  it('is done once where only the reply was lost', async () => {
    const { open, done, state, clock } = trial();
    state.isReplyLost = true;
    const replied = open().hand(answer('one', 'a'));
    await clock.pass(10_000);
    expect(state.sent).toBeGreaterThan(2);
    state.isReplyLost = false;
    await clock.pass(20_000);
    expect(await replied).toMatchObject({ ok: true });
    expect([...done.keys()]).toEqual(['id-1']);
  });

  it('outlives a reload under the id it had', async () => {
    const before = trial();
    before.state.isCut = true;
    void before.open().hand(answer('one', 'a'));
    await before.clock.pass(5_000);
    const after = trial(before.shelf.kept.get('box'));
    after.open();
    await settled();
    expect([...after.done.keys()]).toEqual(['id-1']);
    expect(after.late).toEqual(['id-1']);
    expect(after.shelf.kept.size).toBe(0);
  });

  it('goes in order, and of two answers to one task the later one', async () => {
    const { open, done, state, clock } = trial();
    state.isCut = true;
    const box = open();
    const first = box.hand(answer('one', 'a'));
    // The first is on its way, perhaps done already: it stays, whatever follows.
    await clock.pass(0);
    const all = [box.hand(answer('two', 'a')), box.hand(answer('one', 'b')), box.hand(answer('one', 'c'))];
    state.isCut = false;
    box.wake();
    await clock.pass(30_000);
    await Promise.all([first, ...all]);
    const given = [...done.values()].map((command) => JSON.stringify(command));
    expect(given.at(-1)).toBe(JSON.stringify(answer('one', 'c')));
    expect(given).toContain(JSON.stringify(answer('two', 'a')));
    expect(given).not.toContain(JSON.stringify(answer('one', 'b')));
  });

  it('is let go where the server has said no', async () => {
    const around = surroundings(() => new Response());
    const box = openOutbox({
      ...around,
      key: 'box',
      newId: () => 'id',
      send: () => Promise.resolve({ ok: false, code: 'task-revealed', message: '', retryAfterS: null }),
      onWaiting: () => undefined,
      onLate: () => undefined
    });
    expect(await box.hand(answer('one', 'a'))).toMatchObject({ ok: false, code: 'task-revealed' });
    expect(around.shelf.kept.size).toBe(0);
  });
});
