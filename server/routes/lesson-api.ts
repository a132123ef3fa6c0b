import type { OpenAPIHono } from '@hono/zod-openapi';
import { z } from 'zod';
import { errorBody, type ErrorCode } from '../contract/error';
import { STATUS } from '../http/errors';
import { type Described, LESSON_ADDRESSES } from './lesson-addresses';

/** Puts the addresses of lessons into the description of the API. Their handlers check what comes by the same shapes. */
export function describeLessons(app: OpenAPIHono): void {
  for (const {
    method = 'get',
    path,
    summary,
    description,
    body,
    query,
    status = 200,
    answer,
    failures = []
  } of LESSON_ADDRESSES) {
    const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
    app.openAPIRegistry.registerPath({
      method,
      path: `/api/lessons${path}`,
      summary,
      ...(description === undefined ? {} : { description }),
      tags: ['Lessons'],
      request: {
        ...(names.length > 0 ? { params: z.object(Object.fromEntries(names.map((name) => [name, z.string()]))) } : {}),
        ...(query ? { query } : {}),
        ...(body ? { body: { required: true, content: { 'application/json': { schema: body } } } } : {})
      },
      responses: {
        [status]: { description: 'Done', ...contentOf(answer) },
        ...Object.fromEntries(byStatus([...failures, 'unavailable']))
      }
    });
  }
}

function contentOf(answer: Described['answer']) {
  if (answer === undefined) return {};
  if (!Array.isArray(answer)) return { content: { 'application/json': { schema: answer } } };
  return { content: Object.fromEntries(answer.map((type) => [type, { schema: z.string() }])) };
}

/** Several codes may share a status. */
function byStatus(codes: ErrorCode[]) {
  const groups = new Map<number, ErrorCode[]>();
  for (const code of codes) groups.set(STATUS[code], [...(groups.get(STATUS[code]) ?? []), code]);
  return [...groups].map(([status, own]) => [
    status,
    { description: own.join(', '), content: { 'application/json': { schema: errorBody } } }
  ]);
}
