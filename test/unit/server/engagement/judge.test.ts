import { describe, expect, it } from 'vitest';
import { judgeEvents, readBatch } from '../../../../server/engagement/judge';
import { isoDay } from '../../../../server/engagement/day';
import type { KnownExhibit } from '../../../../server/engagement/targets';

const NOW = Date.parse('2026-10-05T04:00:00Z');
const MINUTE = 60_000;
const DAY = 86_400_000;
const PORT: KnownExhibit = {
  targets: new Set(['object:large-dragon', 'activity:quiz', 'tour:adults', 'stop:adults/ford']),
  edition: 'a1b2',
  judges: new Map([
    ['activity:quiz', (option) => (option === 'a' || option === 'b' ? { option, right: option === 'b' } : null)]
  ])
};

const iso = (ms: number) => new Date(ms).toISOString();
const uuid = (n: number) => `01a20d59-e8a9-7a03-b6a0-${String(n).padStart(12, '0')}`;

function frame(sent = iso(NOW)) {
  return {
    v: 1 as const,
    exhibit: 'port',
    visit: uuid(1),
    sent,
    channel: 'web' as const,
    view: 'story' as const,
    locale: 'zh-Hans' as const
  };
}

function view(change: Record<string, unknown> = {}) {
  return { id: uuid(7), type: 'view', at: iso(NOW), target: 'object:large-dragon', durationMs: 5000, ...change };
}

function judgeOne(event: unknown, sent?: string) {
  return judgeEvents({ ...frame(sent), events: [event] }, PORT, NOW);
}

describe('reading a body', () => {
  it('takes a batch as design/engagement.md §2 describes it', () => {
    const body = JSON.stringify({ ...frame(), edition: 'a1b2', events: [view()] });
    expect(readBatch(body)).toMatchObject({ ok: true, batch: { exhibit: 'port', events: [{ type: 'view' }] } });
  });

  it('names the path of everything that is wrong with the frame', () => {
    const { visit, ...withoutVisit } = frame();
    expect(visit).toBeTruthy();
    const read = readBatch(JSON.stringify({ ...withoutVisit, channel: 'telegram', events: [] }));
    expect(read).toMatchObject({ ok: false });
    expect(!read.ok && read.details.map(({ path }) => path).sort()).toEqual(['channel', 'visit']);
  });

  it('refuses a body that is no JSON, no object, or has too many events', () => {
    expect(readBatch('{"v":1').ok).toBe(false);
    expect(readBatch('null').ok).toBe(false);
    expect(readBatch('[]').ok).toBe(false);
    const events = Array.from({ length: 201 }, (_, n) => view({ id: uuid(n) }));
    expect(readBatch(JSON.stringify({ ...frame(), events })).ok).toBe(false);
    expect(readBatch(JSON.stringify({ ...frame(), events: events.slice(1) })).ok).toBe(true);
  });

  it('refuses free text where a tag is expected, so that nobody writes into the store', () => {
    expect(readBatch(JSON.stringify({ ...frame(), locale: 'call me 555', events: [] })).ok).toBe(false);
    expect(readBatch(JSON.stringify({ ...frame(), locale: 'en-call-me', events: [] })).ok).toBe(false);
    expect(readBatch(JSON.stringify({ ...frame(), edition: 'my name is', events: [] })).ok).toBe(false);
  });
});

describe('judging events', () => {
  it('keeps the good ones and lists the bad ones with index, code and sentence', () => {
    const events = [view(), view({ target: 'object:invented' }), 'no event', view({ id: uuid(8) })];
    const { rows, rejected } = judgeEvents({ ...frame(), events }, PORT, NOW);
    expect(rows.map(({ id }) => id)).toEqual([uuid(7), uuid(8)]);
    expect(rejected.map(({ index, code }) => [index, code])).toEqual([
      [1, 'unknown-target'],
      [2, 'invalid-event']
    ]);
    expect(rejected[0]?.message).toBe('The exhibit has no “object:invented”.');
  });

  it.each([
    ['a type that is not on the list', { type: 'stare' }, 'unknown-type'],
    ['a dwell below nothing', { durationMs: -1 }, 'duration-out-of-range'],
    ['a dwell above an hour', { durationMs: 3_600_001 }, 'duration-out-of-range'],
    ['a dwell that is no number', { durationMs: 'long' }, 'duration-out-of-range'],
    ['an id that is no UUID', { id: '7' }, 'invalid-event'],
    ['a key nobody knows', { name: 'Li Lei' }, 'invalid-event'],
    ['free text as value', { value: 'I liked it very much' }, 'invalid-event'],
    ['a name as value', { value: 'call-me-at-555-1234' }, 'invalid-event'],
    ['an answer in what is none', { value: { option: 'call/me/at/555', attempt: 1 } }, 'invalid-event'],
    ['a tour done that is none', { type: 'tour-done', target: 'object:large-dragon' }, 'unknown-target'],
    ['a stop that is none', { type: 'tour-stop', target: 'tour:adults' }, 'unknown-target'],
    ['a view of nothing', { target: undefined }, 'missing-target'],
    ['an answer without its value', { type: 'answer', target: 'activity:quiz' }, 'invalid-answer'],
    ['an answer in free words', { type: 'answer', target: 'activity:quiz', value: 'b' }, 'invalid-answer'],
    [
      'an answer with a try of none',
      { type: 'answer', target: 'activity:quiz', value: { option: 'b', right: true, attempt: 0 } },
      'invalid-answer'
    ],
    [
      'an answer that the task has not',
      { type: 'answer', target: 'activity:quiz', value: { option: 'invented', right: true, attempt: 1 } },
      'invalid-answer'
    ],
    [
      'an answer to a work',
      { type: 'answer', target: 'object:large-dragon', value: { option: 'b', right: true, attempt: 1 } },
      'invalid-answer'
    ]
  ])('rejects %s', (_, change, code) => {
    const { rows, rejected } = judgeOne(view(change));
    expect(rows).toEqual([]);
    expect(rejected).toMatchObject([{ index: 0, code }]);
  });

  it('takes a dwell of nothing and of exactly an hour', () => {
    expect(judgeOne(view({ durationMs: 0 })).rejected).toEqual([]);
    expect(judgeOne(view({ durationMs: 3_600_000 })).rejected).toEqual([]);
  });

  it('keeps an answer with option, right and try', () => {
    const value = { option: 'a', right: false, attempt: 2 };
    const { rows } = judgeOne(view({ type: 'answer', target: 'activity:quiz', value }));
    expect(JSON.parse(rows[0]?.value ?? '')).toEqual(value);
  });

  it('judges an answer by the exhibit, whatever the browser says of it', () => {
    const value = { option: 'a', right: true, attempt: 1 };
    const answer = view({ type: 'answer', target: 'activity:quiz', value });
    for (const edition of [undefined, 'a1b2', 'made-up']) {
      const { rows } = judgeEvents({ ...frame(), ...(edition ? { edition } : {}), events: [answer] }, PORT, NOW);
      expect(JSON.parse(rows[0]?.value ?? '')).toEqual({ ...value, right: false });
    }
  });

  it('lets visit-start go without a target', () => {
    expect(judgeOne({ id: uuid(9), type: 'visit-start', at: iso(NOW) }).rows).toMatchObject([{ target: '' }]);
  });
});

describe('clocks', () => {
  it('takes out the skew of a browser whose clock is three hours ahead', () => {
    const ahead = NOW + 180 * MINUTE;
    const { rows } = judgeOne(view({ at: iso(ahead - 10 * MINUTE) }), iso(ahead));
    expect(rows[0]?.at).toBe(NOW - 10 * MINUTE);
  });

  it('takes out the skew of a browser whose clock is a year behind', () => {
    const behind = NOW - 365 * DAY;
    expect(judgeOne(view({ at: iso(behind) }), iso(behind)).rows[0]?.at).toBe(NOW);
  });

  it('rejects what is more than seven days old or five minutes ahead, and moves nothing to another day', () => {
    expect(judgeOne(view({ at: iso(NOW - 7 * DAY) })).rejected).toEqual([]);
    expect(judgeOne(view({ at: iso(NOW - 7 * DAY - 1) })).rejected).toMatchObject([{ code: 'time-out-of-range' }]);
    expect(judgeOne(view({ at: iso(NOW + 5 * MINUTE) })).rejected).toEqual([]);
    expect(judgeOne(view({ at: iso(NOW + 5 * MINUTE + 1) })).rejected).toMatchObject([{ code: 'time-out-of-range' }]);
  });

  it('puts an event on the day of Asia/Shanghai', () => {
    const dayOfRow = (at: string) => isoDay(judgeOne(view({ at })).rows[0]?.day ?? 0);
    expect(dayOfRow('2026-10-04T15:59:59.999Z')).toBe('2026-10-04');
    expect(dayOfRow('2026-10-04T16:00:00Z')).toBe('2026-10-05');
    expect(dayOfRow('2026-10-05T00:30:00+08:00')).toBe('2026-10-05');
  });
});
