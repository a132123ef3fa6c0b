import { describe, expect, it } from 'vitest';
import type { LessonMessage } from '../../../../server/contract/lesson/wire';
import { type LineState, openLine } from '../../../../web/lessons/line';
import { json, openStream, settled, surroundings } from './trial';

type Stream = ReturnType<typeof openStream>;

/** A line to a server that streams, unless told otherwise. */
function trial(answer?: (path: string, init: RequestInit) => Response | Promise<Response>) {
  const streams: Stream[] = [];
  const messages: LessonMessage[] = [];
  const states: LineState[] = [];
  const ends: string[] = [];
  let seq: number | null = null;
  const around = surroundings(({ path }, init) => {
    const own = answer?.(path, init);
    if (own) return own;
    const stream = openStream(init.signal);
    streams.push(stream);
    return stream.response;
  });
  const line = openLine({
    ...around,
    lesson: 'abcdefghij012345',
    as: 'pupil',
    after: () => seq,
    onMessage: (message) => {
      messages.push(message);
      if (message.kind !== 'lead') seq = message.data.seq;
    },
    onState: (state) => states.push(state),
    onOver: (reason) => ends.push(reason)
  });
  return { ...around, line, streams, messages, states, ends };
}

const HELLO = { seq: 7, now: 1, view: {} };

describe('the line from the server', () => {
  it('is live with the first word, however it is cut into pieces', async () => {
    const { streams, messages, states } = trial();
    await settled();
    streams[0]?.send('event: hello\nid: 7\nda');
    streams[0]?.send('ta: {"seq":7,"now":1,"view":{}}\n\n: \n\n');
    await settled();
    expect(messages).toEqual([{ kind: 'hello', data: HELLO }]);
    expect(states).toEqual(['live']);
  });

  it('polls where no word comes within four seconds, and goes on after what it has heard', async () => {
    let polls = 0;
    const { asked, messages, states, clock } = trial((path) => {
      if (!path.includes('/poll')) return undefined as unknown as Response;
      polls += 1;
      return polls === 1
        ? json({ messages: [{ kind: 'hello', data: HELLO }] })
        : new Promise<Response>(() => undefined);
    });
    await clock.pass(3_900);
    expect(states).toEqual([]);
    await clock.pass(200);
    expect(states).toEqual(['polling']);
    expect(messages).toHaveLength(1);
    expect(asked.at(-1)?.path).toBe('/api/lessons/abcdefghij012345/poll?as=pupil&after=7');
  });

  it('is opened anew after forty seconds of silence, which a comment breaks', async () => {
    const { streams, asked, clock } = trial();
    await settled();
    streams[0]?.event('hello', HELLO);
    await clock.pass(30_000);
    streams[0]?.send(': \n\n');
    await clock.pass(30_000);
    expect(streams).toHaveLength(1);
    await clock.pass(11_000);
    expect(streams).toHaveLength(2);
    expect(asked.at(-1)?.path).toContain('&after=7');
  });

  it('comes back at once when it was cut, then ever more slowly, and says that it is away', async () => {
    let isCut = false;
    const { line, streams, states, asked, clock } = trial(() => {
      if (isCut) throw new TypeError('network error');
      return undefined as unknown as Response;
    });
    await settled();
    streams[0]?.event('hello', HELLO);
    await settled();
    isCut = true;
    streams[0]?.cut();
    await clock.pass(20_000);
    expect(states).toEqual(['live', 'away']);
    const tries = asked.length - 1;
    expect(tries).toBeGreaterThanOrEqual(4);
    expect(tries).toBeLessThan(9);
    isCut = false;
    line.wake();
    await settled();
    streams.at(-1)?.event('hello', HELLO);
    await settled();
    expect(states).toEqual(['live', 'away', 'live']);
  });

  it('is tried at once when the page is looked at again, and let be where it is fresh', async () => {
    let isCut = true;
    const { line, streams, asked, clock } = trial(() => {
      if (isCut) throw new TypeError('network error');
      return undefined as unknown as Response;
    });
    await clock.pass(30_000);
    const before = asked.length;
    isCut = false;
    line.wake();
    await settled();
    expect(asked).toHaveLength(before + 1);
    streams[0]?.event('hello', HELLO);
    await settled();
    line.wake();
    await settled();
    expect(asked).toHaveLength(before + 1);
  });

  it('ends with the last word, but comes back where it was only too slow', async () => {
    const { streams, ends, clock } = trial();
    await settled();
    streams[0]?.event('hello', HELLO);
    streams[0]?.event('bye', { reason: 'slow' });
    await clock.pass(100);
    expect(streams).toHaveLength(2);
    streams[1]?.event('bye', { reason: 'ended' });
    await clock.pass(60_000);
    expect(ends).toEqual(['ended']);
    expect(streams).toHaveLength(2);
  });

  it('says that the device is out where its cookie is no good', async () => {
    const { ends, clock, asked } = trial(() => json({ error: { code: 'not-in-lesson', message: '' } }, 401));
    await clock.pass(60_000);
    expect(ends).toEqual(['out']);
    expect(asked).toHaveLength(1);
  });
});
