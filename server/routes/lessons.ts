import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import {
  enterLesson,
  commandSent,
  joinLesson as joinBody,
  newKey,
  openLesson as openBody
} from '../contract/lesson/wire';
import type { Entered, Joined } from '../contract/lesson/wire';
import { failure } from '../http/errors';
import type { Log } from '../log';
import { joinLesson, lessonBehind, openLesson } from '../lessons/coming-in';
import { giveCookie } from '../lessons/cookies';
import { type Failure, type Lessons, helloOf } from '../lessons/lessons';
import { describeLessons } from './lesson-api';
import { answerJson, createGate, type GateDeps } from './lesson-gate';
import { Buckets } from '../engagement/buckets';

export interface LessonRouteDeps extends GateDeps {
  lessons: Lessons;
  /** Address of who asks, proxies taken into account; used for limits and never kept. */
  addressOf: (c: Context) => string;
  /** The site is reached by https. */
  isSecure: boolean;
  log: Log;
}

/** Lessons opened from one address: a school's teachers all at once, not a program. */
const OPENINGS = { burst: 40, perSecond: 0.1 };

/** Opening a lesson, coming in, and everything that is done in it (`contract/lesson/wire.ts`). */
export function lessonsRoutes(deps: LessonRouteDeps): OpenAPIHono {
  const { lessons, addressOf, isSecure } = deps;
  const app = new OpenAPIHono();
  describeLessons(app);
  const { body, inLesson, guarded } = createGate(deps);
  const openings = new Buckets(OPENINGS);

  app.post('/api/lessons', (c) =>
    guarded(c, async () => {
      const asked = await body(c, openBody);
      if (asked instanceof Response) return asked;
      const waitS = lessons.options.isLoadTest ? 0 : openings.take(addressOf(c), performance.now());
      if (waitS > 0)
        return refuse(c, {
          ok: false,
          code: 'too-many-requests',
          message: 'Too many lessons were opened from here.',
          retryAfterS: waitS
        });
      const result = await openLesson(lessons, asked);
      if (!result.ok) return refuse(c, result);
      giveCookie(c, result.opened.lesson, 'teacher', result.cookie, isSecure);
      return answerJson(c, result.opened, 201);
    })
  );

  app.get('/api/lessons/codes/:code', (c) =>
    guarded(c, async () => {
      const code = c.req.param('code').replace(/\s/g, '');
      const result = await lessonBehind(lessons, code, addressOf(c));
      return result.ok ? answerJson(c, result.behind) : refuse(c, result);
    })
  );

  app.post('/api/lessons/:lesson/join', (c) =>
    guarded(c, async () => {
      const asked = await body(c, joinBody);
      if (asked instanceof Response) return asked;
      const lesson = c.req.param('lesson');
      const result = await joinLesson(lessons, lesson, asked, addressOf(c));
      if (!result.ok) return refuse(c, result);
      giveCookie(c, lesson, 'pupil', result.cookie, isSecure);
      const joined: Joined = { lesson, hello: result.hello, memberKey: result.memberKey };
      return answerJson(c, joined, 201);
    })
  );

  app.post('/api/lessons/:lesson/enter', (c) =>
    guarded(c, async () => {
      const asked = await body(c, enterLesson);
      if (asked instanceof Response) return asked;
      const lesson = c.req.param('lesson');
      const result = await lessons.enter(lesson, asked.key);
      if (!result.ok) return refuse(c, result);
      giveCookie(c, lesson, result.role, result.cookie, isSecure);
      const entered: Entered = { lesson, role: result.role, hello: result.hello };
      return answerJson(c, entered);
    })
  );

  app.get('/api/lessons/:lesson/view', (c) => inLesson(c, (present) => answerJson(c, helloOf(present))));
  app.get('/api/lessons/:lesson/plan', (c) => inLesson(c, (present) => answerJson(c, lessons.plan(present))));

  app.post('/api/lessons/:lesson/commands', (c) =>
    inLesson(c, async (present) => {
      const asked = await body(c, commandSent);
      if (asked instanceof Response) return asked;
      const result = await lessons.command(present, asked);
      return result.ok ? answerJson(c, result.reply) : refuse(c, result);
    })
  );

  app.post('/api/lessons/:lesson/keys', (c) =>
    inLesson(c, async (present) => {
      const asked = await body(c, newKey);
      if (asked instanceof Response) return asked;
      const result = await lessons.newKey(present, asked.role);
      return result.ok ? answerJson(c, result.given, 201) : refuse(c, result);
    })
  );

  app.delete('/api/lessons/:lesson', (c) =>
    inLesson(c, async (present) => {
      const result = await lessons.purge(present);
      return result.ok ? c.body(null, 204) : refuse(c, result);
    })
  );
  return app;
}

export function refuse(c: Context, { code, message, retryAfterS }: Failure): Response {
  return failure(
    c,
    code,
    message,
    undefined,
    retryAfterS === undefined ? undefined : { 'Retry-After': String(retryAfterS) }
  );
}
