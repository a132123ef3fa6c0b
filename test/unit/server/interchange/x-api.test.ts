import { describe, expect, it } from 'vitest';
import { statementsOf } from '../../../../server/interchange/x-api';
import type { KeptEvent } from '../../../../server/storage/store';

const AT = Date.parse('2026-10-05T04:31:17.123Z');
const event = (change: Partial<KeptEvent>): KeptEvent => ({
  seq: 1,
  id: '019c1f2a-0000-7000-8000-000000000001',
  at: AT,
  type: 'view',
  target: 'object:large-dragon',
  channel: 'web',
  view: 'story',
  locale: 'zh-Hans',
  durationMs: 5_250,
  value: null,
  ...change
});
const context = { exhibit: 'port', title: { en: 'Port' }, address: 'https://exhibits.example.org' };

describe('xAPI statements', () => {
  it('say what was done to what, for how long, and what was answered', () => {
    const answer = event({
      type: 'answer',
      target: 'activity:quiz',
      durationMs: null,
      value: '{"option":"b","right":true,"attempt":1}'
    });
    const [view] = statementsOf([event({})], context);
    expect(view).toMatchObject({
      actor: { objectType: 'Group', account: { homePage: 'https://exhibits.example.org', name: 'visitors' } },
      verb: { id: 'http://adlnet.gov/expapi/verbs/experienced' },
      object: { id: 'https://exhibits.example.org/exhibits/port?at=object%3Alarge-dragon' },
      result: { duration: 'PT5.25S' },
      version: '1.0.3'
    });
    expect(statementsOf([answer], context)[0]).toMatchObject({
      verb: { id: 'http://adlnet.gov/expapi/verbs/answered' },
      result: { response: 'b', success: true }
    });
  });

  it('do not tell which of them were of one visit', () => {
    const ids = Array.from({ length: 20 }, (_, n) => `019c1f2a-0000-7000-8000-${String(n).padStart(12, '0')}`);
    const text = JSON.stringify(
      statementsOf(
        ids.map((id, n) => event({ id, at: AT + n * 1_000 })),
        context
      )
    );
    for (const id of ids) expect(text).not.toContain(id);
    const statements: { id: string; timestamp: string }[] = JSON.parse(text);
    expect(new Set(statements.map(({ timestamp }) => timestamp))).toEqual(new Set(['2026-10-05T04:00:00.000Z']));
    const order = statements.map(({ id }) => id);
    expect(order).toEqual([...order].sort());
    expect(order[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});
