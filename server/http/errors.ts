import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { ErrorBody, ErrorCode } from '../contract/error';

export const STATUS: Record<ErrorCode, ContentfulStatusCode> = {
  'not-found': 404,
  'method-not-allowed': 405,
  'invalid-request': 400,
  'body-too-large': 413,
  'unsupported-media-type': 415,
  unauthorised: 401,
  'too-many-requests': 429,
  'not-implemented': 501,
  unavailable: 503,
  internal: 500,
  'wrong-code': 404,
  'wrong-key': 403,
  'not-in-lesson': 401,
  'not-allowed': 403,
  'door-closed': 403,
  'seat-taken': 409,
  'lesson-full': 409,
  'lesson-ended': 410,
  'not-now': 409,
  'not-in-plan': 422,
  'task-not-open': 409,
  'task-revealed': 409
};

/** Answers a failed API request in the one body all of them share. */
export function failure(
  c: Context,
  code: ErrorCode,
  message: string,
  details?: { path: string; message: string }[],
  headers?: Record<string, string>
): Response {
  const body: ErrorBody = { error: { code, message, ...(details ? { details } : {}) } };
  return c.json(body, STATUS[code], { 'Cache-Control': 'no-store', ...headers });
}
