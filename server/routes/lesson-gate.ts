import type { Context } from 'hono';
import type { z } from 'zod';
import type { Role } from '../contract/lesson/views';
import { failure } from '../http/errors';
import { secretsOf } from '../lessons/cookies';
import type { Lessons, Present } from '../lessons/lessons';
import { StoreUnavailable } from '../storage/store';

export interface GateDeps {
  lessons: Lessons;
}

/** Largest body of any request in a lesson. */
const MOST_BYTES = 32 * 1024;
const ROLES: readonly string[] = ['teacher', 'projector', 'pupil'] satisfies Role[];

/** JSON that is nobody else's business and of no use a second later. */
export function answerJson(c: Context, value: object, status: 200 | 201 = 200): Response {
  return c.json(value, status, { 'Cache-Control': 'no-store' });
}

/** What the routes of lessons share: reading a body, knowing who asks, and saying when nothing can be kept. */
export function createGate({ lessons }: GateDeps) {
  async function guarded(c: Context, act: () => Promise<Response> | Response): Promise<Response> {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      return failure(c, 'unavailable', `${error.message} Send again later.`, undefined, {
        'Retry-After': String(error.retryAfterS)
      });
    }
  }

  /** A body of that shape, or the answer that says what is wrong with it. JSON only: no form of another site can send it. */
  async function body<Shape extends z.ZodType>(c: Context, shape: Shape): Promise<z.infer<Shape> | Response> {
    const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
    if (type !== 'application/json')
      return failure(c, 'unsupported-media-type', 'Expected a body of application/json.');
    if (Number(c.req.header('content-length') ?? 0) > MOST_BYTES) return tooLarge(c);
    const text = await c.req.text();
    if (text.length > MOST_BYTES) return tooLarge(c);
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      return failure(c, 'invalid-request', 'The body is no JSON.');
    }
    const parsed = shape.safeParse(value);
    if (parsed.success) return parsed.data;
    const details = parsed.error.issues
      .slice(0, 5)
      .map(({ path, message }) => ({ path: path.map(String).join('.'), message }));
    const [first] = details;
    return failure(
      c,
      'invalid-request',
      `The body is not as expected: ${first?.path || 'it'}: ${first?.message ?? ''}.`,
      details
    );
  }

  /** Calls back for who is in the lesson of the address, by cookie. */
  function inLesson(c: Context, act: (present: Present) => Promise<Response> | Response): Promise<Response> {
    return guarded(c, async () => {
      const as = c.req.query('as') ?? null;
      if (as !== null && !ROLES.includes(as))
        return failure(c, 'invalid-request', `“as” is “${as.slice(0, 20)}”; expected ${ROLES.join(', ')}.`);
      const lesson = c.req.param('lesson') ?? '';
      const present = await lessons.present(lesson, secretsOf(c), as as Role | null);
      if (!present) return failure(c, 'not-in-lesson', 'You are not in this lesson; come in with the code.');
      return act(present);
    });
  }
  return { guarded, body, inLesson };
}

function tooLarge(c: Context): Response {
  return failure(c, 'body-too-large', `The body is larger than ${MOST_BYTES} bytes.`);
}
