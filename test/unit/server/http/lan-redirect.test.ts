import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { lanRedirect } from '../../../../server/http/lan-redirect';

describe('a page opened as localhost where others are to scan its code', () => {
  const locationOf = async (url: string, addresses: string[]) => {
    const app = new Hono()
      .get(
        '*',
        lanRedirect(() => addresses)
      )
      .get('*', (c) => c.text('here'));
    const answer = await app.request(url);
    return answer.status === 307 ? answer.headers.get('location') : await answer.text();
  };

  it.each([
    ['http://localhost:3000/lessons?exhibit=port', 'http://192.168.1.20:3000/lessons?exhibit=port'],
    ['http://127.0.0.1:4101/en/lessons/abc', 'http://192.168.1.20:4101/en/lessons/abc'],
    ['http://[::1]:3000/lessons', 'http://192.168.1.20:3000/lessons'],
    ['http://192.168.1.20:3000/lessons', 'here'],
    ['http://localhost.example.org/lessons', 'here']
  ])('%s leads to %s', async (from, to) => {
    expect(await locationOf(from, ['192.168.1.20', '10.0.0.9'])).toBe(to);
  });

  it('stays where it is as long as there is no network', async () => {
    expect(await locationOf('http://localhost:3000/lessons', [])).toBe('here');
  });
});
