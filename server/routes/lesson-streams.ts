import type { ServerResponse } from 'node:http';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { z } from 'zod';
import { leadSent, lookedSent, type LessonMessage } from '../contract/lesson/wire';
import type { CompiledExhibit } from '../../exhibits/format/compiled';
import { failure } from '../http/errors';
import { answer, represent, type Representation } from '../http/representation';
import { CONTENT_SECURITY_POLICY } from '../http/security';
import { PollConnection } from '../lessons/connection';
import { type Lessons, type Present, type Result, helloOf, whoOf } from '../lessons/lessons';
import { heatOf } from '../lessons/sums';
import { answerJson, createGate } from './lesson-gate';
import { refuse } from './lessons';

/** How long a poll waits for something new; proxies break off what is silent for thirty seconds. */
const POLL_MS = 25_000;

/** Exhibits of editions, compressed once. */
const represented = new WeakMap<CompiledExhibit, Representation>();

/** What goes on in a lesson, as it happens: streams, polls, and what is sent so often that it is not logged. */
export function lessonStreamsRoutes({ lessons }: { lessons: Lessons }): OpenAPIHono {
  const app = new OpenAPIHono();
  const { body, inLesson } = createGate({ lessons });

  app.get('/api/lessons/:lesson/stream', (c) =>
    inLesson(c, (present) => {
      const response = outgoingOf(c);
      if (!response) return failure(c, 'not-implemented', 'This server cannot stream; poll instead.');
      const { live, actor } = present;
      // A teacher is told everything: seats come and go without a number.
      const lastSeq = actor.role === 'teacher' ? null : seqOf(c.req.header('last-event-id') ?? c.req.query('after'));
      const headers = { 'Content-Security-Policy': CONTENT_SECURITY_POLICY, 'X-Content-Type-Options': 'nosniff' };
      const stream = lessons.streams.open(response, actor.role, whoOf(actor), headers, (closed) =>
        live.fanOut.remove(closed)
      );
      lessons.connect(present, stream, lastSeq);
      if (lastSeq === live.state.seq) live.fanOut.greet(stream);
      return RESPONSE_ALREADY_SENT;
    })
  );

  app.get('/api/lessons/:lesson/poll', (c) =>
    inLesson(c, async (present) => {
      const { live, actor } = present;
      const after = seqOf(c.req.query('after'));
      if (after !== live.state.seq) {
        const messages: LessonMessage[] = [{ kind: 'hello', data: helloOf(present) }];
        live.usedAt = lessons.now;
        return answerJson(c, { messages });
      }
      const connection = new PollConnection(actor.role, whoOf(actor));
      lessons.connect(present, connection, after);
      const timer = setTimeout(() => connection.end(), POLL_MS);
      c.req.raw.signal.addEventListener('abort', () => connection.end());
      const messages = await connection.result;
      clearTimeout(timer);
      live.fanOut.remove(connection);
      return answerJson(c, { messages });
    })
  );

  /** Something told and not stored: nothing is answered but that it was taken. */
  const told = <Body>(path: string, shape: z.ZodType<Body>, take: (present: Present, sent: Body) => Result<object>) =>
    app.post(path, (c) =>
      inLesson(c, async (present) => {
        const sent = await body(c, shape);
        if (sent instanceof Response) return sent;
        const result = take(present, sent);
        return result.ok ? c.body(null, 204) : refuse(c, result);
      })
    );
  told('/api/lessons/:lesson/lead', leadSent, (present, sent) => lessons.lead(present, sent));
  told('/api/lessons/:lesson/looked', lookedSent, (present, sent) => lessons.looked(present, sent));

  app.get('/api/lessons/:lesson/heat', (c) =>
    inLesson(c, ({ live, actor }) =>
      actor.role === 'teacher'
        ? answerJson(c, heatOf(live.state))
        : failure(c, 'not-allowed', 'The heat map is for teachers.')
    )
  );

  app.get('/api/lessons/:lesson/exhibit', (c) =>
    inLesson(c, async (present) => {
      const edition = await lessons.edition(present);
      if (!edition) return failure(c, 'not-found', 'The edition of this lesson is gone.');
      const shown = c.req.query('locale') === 'zh-Hant' ? edition.traditional : edition.exhibit;
      const known = represented.get(shown) ?? represent(JSON.stringify(shown), 'application/json', 'private, no-cache');
      represented.set(shown, known);
      return answer(c.req.raw, known);
    })
  );
  return app;
}

/** The response of Node itself; null where the application is asked without a server. */
function outgoingOf(c: Context): ServerResponse | null {
  return (c.env as { outgoing?: ServerResponse } | undefined)?.outgoing ?? null;
}

function seqOf(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,12}$/.test(text) ? Number(text) : null;
}
