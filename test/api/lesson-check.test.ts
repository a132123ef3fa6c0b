import { get as httpGet } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../support/class';
import { openTestApp, type TestApp } from './support/test-app';

let app: TestApp;
let url: string;
beforeAll(async () => {
  app = await openTestApp(['test/fixtures/small/small']);
  url = await app.listen();
}, 120_000);
afterAll(() => app.close());

const echo = (cookie: string | null = null) =>
  ask<{ now: number; hasCookie: boolean }>(url, '/api/lessons/check/echo', { body: {}, cookie });

describe('what tries out a network before a lesson', () => {
  it('answers with its clock, and says whether its cookie came back', async () => {
    const before = Date.now();
    const first = await echo();
    expect(first.body.hasCookie).toBe(false);
    expect(first.body.now).toBeGreaterThanOrEqual(before);
    expect(first.body.now).toBeLessThanOrEqual(Date.now());
    const line = first.headers.getSetCookie()[0] ?? '';
    expect(line).toMatch(/^lantai-lesson-check=1;.*Path=\/api\/lessons\/check; HttpOnly; SameSite=Strict$/);
    expect((await echo(first.cookie)).body.hasCookie).toBe(true);
    const last = await ask(url, '/api/lessons/check/echo?last', { body: {}, cookie: first.cookie });
    expect(last.headers.getSetCookie()[0]).toContain('Max-Age=0');
  });

  it('streams word by word, by the headers that keep others from holding it back', async () => {
    const arrivals: number[] = [];
    const headers = await new Promise<NodeJS.Dict<string | string[]>>((resolve, reject) => {
      httpGet(`${url}/api/lessons/check/stream`, (stream) => {
        stream.setEncoding('utf8');
        stream.on('data', (chunk: string) => {
          for (const _ of chunk.matchAll(/event: word\ndata: \d\n\n/g)) arrivals.push(performance.now());
        });
        stream.on('end', () => resolve(stream.headers));
        stream.on('error', reject);
      }).on('error', reject);
    });
    expect(headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
      'x-content-type-options': 'nosniff'
    });
    expect(arrivals).toHaveLength(4);
    expect((arrivals[3] ?? 0) - (arrivals[0] ?? 0)).toBeGreaterThan(1_000);
  });

  it('is silent as long as asked, and never longer than a poll of a lesson', async () => {
    const before = performance.now();
    expect((await ask<{ ms: number }>(url, '/api/lessons/check/poll?ms=300')).body.ms).toBe(300);
    expect(performance.now() - before).toBeGreaterThan(290);
    expect((await ask<{ ms: number }>(url, '/api/lessons/check/poll?ms=-1')).body.ms).toBe(0);
  });

  it('lets a school’s classes try at once, and tells the rest to wait', async () => {
    const asked = Array.from({ length: 640 }, () => ask(url, '/api/lessons/check/poll?ms=1500'));
    const answers = await Promise.all(asked);
    const refused = answers.filter(({ status }) => status === 503);
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(600);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused[0]?.headers.get('retry-after')).toBe('5');
    expect((await ask(url, '/api/lessons/check/poll?ms=0')).status).toBe(200);
  });
});
