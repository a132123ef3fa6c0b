import type { ServerResponse } from 'node:http';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { failure } from '../http/errors';
import { CONTENT_SECURITY_POLICY } from '../http/security';
import { STREAM_HEADERS } from '../lessons/connection';
import { answerJson } from './lesson-gate';

export interface LessonCheckDeps {
  isSecure: boolean;
  now?: () => number;
}

const COOKIE = 'lantai-lesson-check';
const COOKIE_S = 120;
/** What is silent so long is what a poll of a lesson is at most. */
const POLL_MS = 25_000;
/** Words of the stream, and the time between two: what buffers them hands them over all at once. */
const WORDS = 4;
const WORD_EVERY_MS = 400;
/** Checks that may be open together: a school's worth of classes, but not enough to hold the server up. */
const MOST_OPEN = 600;

/**
 * What `/lessons/check` tries out, below `/api/lessons/check`: `POST …/echo` (a round trip, the clock, whether the cookie of the
 * one before came back; `?last` takes it away), `GET …/stream` (`word` events, one every 0.4 s) and `GET …/poll` (silent for `?ms=`, 25 s at most). Nothing is kept.
 */
export function lessonCheckRoutes({ isSecure, now = Date.now }: LessonCheckDeps): OpenAPIHono {
  const app = new OpenAPIHono();
  let open = 0;
  const busy = (c: Context) =>
    failure(c, 'unavailable', 'Too many devices check at once; try again in a moment.', undefined, {
      'Retry-After': '5'
    });

  app.post('/api/lessons/check/echo', (c) => {
    const hasCookie = getCookie(c, COOKIE) !== undefined;
    setCookie(c, COOKIE, '1', {
      path: '/api/lessons/check',
      httpOnly: true,
      sameSite: 'Strict',
      secure: isSecure,
      maxAge: c.req.query('last') === undefined ? COOKIE_S : 0
    });
    return answerJson(c, { now: now(), hasCookie });
  });

  app.get('/api/lessons/check/stream', (c) => {
    const response = (c.env as { outgoing?: ServerResponse } | undefined)?.outgoing;
    if (!response) return failure(c, 'not-implemented', 'This server cannot stream; poll instead.');
    if (open >= MOST_OPEN) return busy(c);
    open += 1;
    response.writeHead(200, {
      'Content-Security-Policy': CONTENT_SECURITY_POLICY,
      'X-Content-Type-Options': 'nosniff',
      ...STREAM_HEADERS
    });
    let said = 0;
    const say = () => {
      said += 1;
      response.write(`event: word\ndata: ${said}\n\n`);
      if (said === WORDS) response.end();
    };
    const timer = setInterval(say, WORD_EVERY_MS);
    response.once('close', () => {
      clearInterval(timer);
      open -= 1;
    });
    response.on('error', () => response.destroy());
    say();
    return RESPONSE_ALREADY_SENT;
  });

  app.get('/api/lessons/check/poll', async (c) => {
    if (open >= MOST_OPEN) return busy(c);
    const asked = Number(c.req.query('ms') ?? POLL_MS);
    const ms = Number.isFinite(asked) ? Math.min(POLL_MS, Math.max(0, asked)) : POLL_MS;
    open += 1;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      c.req.raw.signal.addEventListener('abort', () => {
        clearTimeout(timer);
        resolve();
      });
    });
    open -= 1;
    return answerJson(c, { ms });
  });
  return app;
}
