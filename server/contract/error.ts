import { z } from 'zod';

/** Codes a client may rely on; they never change. */
export const errorCode = z.enum([
  'not-found',
  'method-not-allowed',
  'invalid-request',
  'body-too-large',
  'unsupported-media-type',
  'unauthorised',
  'too-many-requests',
  'not-implemented',
  'unavailable',
  'internal',
  // Of lessons.
  'wrong-code',
  'wrong-key',
  'not-in-lesson',
  'not-allowed',
  'door-closed',
  'seat-taken',
  'lesson-full',
  'lesson-ended',
  'not-now',
  'not-in-plan',
  'task-not-open',
  'task-revealed'
]);
export type ErrorCode = z.infer<typeof errorCode>;

/** The one body of every failed request. */
export const errorBody = z.object({
  error: z.object({
    code: errorCode,
    message: z.string().describe('One sentence: what was found, what was expected, what to do.'),
    details: z.array(z.object({ path: z.string(), message: z.string() })).optional()
  })
});
export type ErrorBody = z.infer<typeof errorBody>;
