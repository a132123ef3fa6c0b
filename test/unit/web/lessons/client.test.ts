import { describe, expect, it } from 'vitest';
import type { PupilOwn, RoomView, View } from '../../../../server/contract/lesson/views';
import { openClient } from '../../../../web/lessons/client';
import { type Asked, json, openStream, refused, settled, surroundings } from './trial';

const ROOM = { lesson: 'abcdefghij012345', phase: 'live', mode: 'follow', joined: 3 } as RoomView;
const OWN = { member: 'm1', seat: 4, isHelpWanted: false } as PupilOwn;
const HELLO = { seq: 5, now: 1_700_000_060_000, view: { role: 'pupil', room: ROOM, own: OWN } };

/** A pupil's client at a server of the test's own. */
function trial(answer: (asked: Asked) => Response | null = () => null) {
  const streams: ReturnType<typeof openStream>[] = [];
  const seen: { views: View[]; ends: string[]; offsets: number[] } = { views: [], ends: [], offsets: [] };
  const around = surroundings((asked, init) => {
    const own = answer(asked);
    if (own) return own;
    if (asked.path.includes('/view')) return json(HELLO);
    if (asked.path.includes('/poll')) return json({ messages: [] });
    if (!asked.path.includes('/stream')) return json({});
    const stream = openStream(init.signal);
    streams.push(stream);
    return stream.response;
  });
  const open = () =>
    openClient({
      ...around,
      lesson: ROOM.lesson,
      as: 'pupil',
      locale: 'zh-Hans',
      on: {
        view: (view, offsetMs) => {
          seen.views.push(view);
          seen.offsets.push(offsetMs);
        },
        plan: () => undefined,
        exhibit: () => undefined,
        lead: () => undefined,
        line: () => undefined,
        waiting: () => undefined,
        over: (reason) => seen.ends.push(reason),
        late: () => undefined
      }
    });
  return { ...around, ...seen, streams, open };
}

describe('a device in a lesson', () => {
  it('sees the whole first, then what becomes different, by the server’s clock', async () => {
    const { open, streams, views, offsets } = trial();
    open();
    await settled();
    expect(offsets[0]).toBe(60_000);
    streams[0]?.event('patch', { seq: 6, now: 1, room: { joined: 4 }, own: { isHelpWanted: true } });
    await settled();
    expect(views.at(-1)).toEqual({
      role: 'pupil',
      room: { ...ROOM, joined: 4 },
      own: { ...OWN, isHelpWanted: true }
    });
  });

  it('comes in again by the tab’s own key where its cookie is lost', async () => {
    let hasCookie = false;
    const { open, shelf, views, asked } = trial(({ path, body }) => {
      if (path.endsWith('/enter') && (body as { key: string }).key === 'the-key') {
        hasCookie = true;
        return json({ lesson: ROOM.lesson, role: 'pupil', hello: HELLO });
      }
      return path.includes('/view') && !hasCookie ? refused('not-in-lesson', 401) : null;
    });
    shelf.setItem(`lantai-lesson-key:${ROOM.lesson}`, 'the-key');
    open();
    await settled();
    expect(views).toHaveLength(1);
    expect(asked.filter(({ path }) => path.endsWith('/enter'))).toHaveLength(1);
  });

  it('says that it is out where it has neither', async () => {
    const { open, ends } = trial(({ path }) => (path.includes('/view') ? refused('not-in-lesson', 401) : null));
    open();
    await settled();
    expect(ends).toEqual(['out']);
  });

  it('asks once more what there is at the end, and then no more', async () => {
    const { open, streams, views, ends, asked, clock } = trial();
    open();
    await settled();
    streams[0]?.event('bye', { reason: 'ended' });
    await clock.pass(60_000);
    expect(ends).toEqual(['ended']);
    expect(views).toHaveLength(2);
    expect(asked.filter(({ path }) => path.includes('/stream'))).toHaveLength(1);
  });

  it('waits for the line at the beginning, and comes in when it is there', async () => {
    let isCut = true;
    const { open, views, clock } = trial(() => {
      if (isCut) throw new TypeError('network error');
      return null;
    });
    open();
    await clock.pass(20_000);
    expect(views).toHaveLength(0);
    isCut = false;
    await clock.pass(10_000);
    expect(views).toHaveLength(1);
  });

  it('gives a teacher’s act up after six seconds, so that it comes at no other moment', async () => {
    let isCut = false;
    const { open, clock, asked } = trial(({ path }) => {
      if (isCut && path.includes('/commands')) throw new TypeError('network error');
      return null;
    });
    const client = open();
    await settled();
    isCut = true;
    const said = client.send({ kind: 'start' });
    await clock.pass(8_000);
    expect(await said).toMatchObject({ ok: false, code: 'offline' });
    const ids = asked.filter(({ path }) => path.includes('/commands')).map(({ body }) => (body as { id: string }).id);
    expect(ids.length).toBeGreaterThan(3);
    expect(new Set(ids).size).toBe(1);
  });
});
