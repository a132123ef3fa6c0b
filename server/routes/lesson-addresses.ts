import { z } from 'zod';
import type { ErrorCode } from '../contract/error';
import {
  commandReply,
  commandSent,
  entered,
  enterLesson,
  givenKey,
  heat,
  hello,
  joined,
  joinLesson,
  leadSent,
  lessonBehindCode,
  lookedSent,
  newKey,
  openedLesson,
  openLesson
} from '../contract/lesson/wire';
import { PAGE_LOCALES } from '../contract/pages';
import { CSV_TYPE, XLSX_TYPE } from '../http/download';

/** An address as the description of the API has it. */
export interface Described {
  method?: 'get' | 'post' | 'delete';
  /** Below `/api/lessons`. */
  path: string;
  summary: string;
  description?: string;
  body?: z.ZodType;
  query?: z.ZodObject;
  /** What comes back: its status, and its shape or the types of a file; nothing where it is empty. */
  status?: 200 | 201 | 204;
  answer?: z.ZodType | string[];
  failures?: ErrorCode[];
}

const as = z
  .enum(['teacher', 'projector', 'pupil'])
  .optional()
  .describe('Which of several cookies is meant; left out, the most that there is one for.');
const asked = z.object({ as });
const files = asked.extend({ locale: z.enum(PAGE_LOCALES).optional() });
const at = z.int().optional().describe('Milliseconds since 1970.');
const compiled = z.looseObject({}).describe('As `GET /api/exhibits/{id}` has it.');
const polled = z.object({
  messages: z.array(
    z.object({ kind: z.enum(['hello', 'patch', 'lead', 'bye']), data: z.looseObject({}) }).describe('As in the stream.')
  )
});
const report = z
  .looseObject({
    lesson: z.string(),
    seats: z.array(z.looseObject({ seat: z.int() })),
    tasks: z.array(z.looseObject({ task: z.string() })),
    heat
  })
  .describe('`LessonReport` of `server/contract/lesson/report.ts`; seats, and nobody’s name.');
const TEACHERS: ErrorCode[] = ['not-in-lesson', 'not-allowed'];
const BODY: ErrorCode[] = ['invalid-request', 'body-too-large', 'unsupported-media-type'];

/** Every address of lessons; a test holds them against those that are answered. */
export const LESSON_ADDRESSES: Described[] = [
  {
    method: 'post',
    path: '',
    summary: 'Open a lesson of an exhibit',
    description: 'Nobody needs an account. Gives the keys, once, and the teacher’s cookie.',
    body: openLesson,
    status: 201,
    answer: openedLesson,
    failures: [...BODY, 'not-found', 'not-in-plan', 'too-many-requests']
  },
  {
    path: '/codes/{code}',
    summary: 'The lesson behind a code of six digits',
    description: 'After 120 wrong ones in a minute from one address codes are asked for slowly from there.',
    answer: lessonBehindCode,
    failures: ['wrong-code', 'too-many-requests']
  },
  {
    method: 'post',
    path: '/{lesson}/join',
    summary: 'Take a seat, or take one up on another device',
    body: joinLesson,
    status: 201,
    answer: joined,
    failures: [...BODY, 'wrong-code', 'door-closed', 'seat-taken', 'lesson-full', 'lesson-ended', 'too-many-requests']
  },
  {
    method: 'post',
    path: '/{lesson}/enter',
    summary: 'Exchange the key of an address for a cookie',
    body: enterLesson,
    answer: entered,
    failures: [...BODY, 'wrong-key']
  },
  {
    path: '/{lesson}/view',
    summary: 'The whole lesson as one sees it',
    query: asked,
    answer: hello,
    failures: ['not-in-lesson']
  },
  {
    path: '/{lesson}/plan',
    summary: 'The plan of the lesson',
    description: 'For teachers with notes and with what is right; for everybody else without.',
    query: asked,
    answer: z.looseObject({ id: z.string(), steps: z.array(z.looseObject({})) }),
    failures: ['not-in-lesson']
  },
  {
    path: '/{lesson}/exhibit',
    summary: 'The exhibit in the edition the lesson was opened with',
    query: asked.extend({ locale: z.literal('zh-Hant').optional() }),
    answer: compiled,
    failures: ['not-in-lesson', 'not-found']
  },
  {
    path: '/{lesson}/stream',
    summary: 'What happens, as it happens',
    description:
      'Server-sent events `hello`, `patch`, `lead` and `bye`, a comment at least every 15 seconds. `Last-Event-ID` goes on from there.',
    query: asked,
    answer: ['text/event-stream; charset=utf-8'],
    failures: ['not-in-lesson', 'not-implemented']
  },
  {
    path: '/{lesson}/poll',
    summary: 'What happened since a number, where no stream comes through',
    description: 'Waits up to 25 seconds for something new.',
    query: asked.extend({ after: z.int().min(0).optional() }),
    answer: polled,
    failures: ['not-in-lesson']
  },
  {
    method: 'post',
    path: '/{lesson}/commands',
    summary: 'Do something in the lesson',
    description:
      'Sent again under the same id it is not done again and gets the same reply. Answered when it is on the disk.',
    query: asked,
    body: commandSent,
    answer: commandReply,
    failures: [
      ...BODY,
      ...TEACHERS,
      'lesson-ended',
      'not-now',
      'not-in-plan',
      'task-not-open',
      'task-revealed',
      'too-many-requests'
    ]
  },
  {
    method: 'post',
    path: '/{lesson}/lead',
    summary: 'Where the teacher stands and points',
    description: 'Not stored; the newest wins, told five times a second at most.',
    query: asked,
    body: leadSent,
    status: 204,
    failures: [...BODY, ...TEACHERS]
  },
  {
    method: 'post',
    path: '/{lesson}/looked',
    summary: 'Where a pupil stood and looked',
    description: 'Added up for the class at once; who it was is kept nowhere.',
    query: asked,
    body: lookedSent,
    status: 204,
    failures: [...BODY, ...TEACHERS, 'too-many-requests']
  },
  {
    method: 'post',
    path: '/{lesson}/keys',
    summary: 'A key for another teacher or a projector',
    query: asked,
    body: newKey,
    status: 201,
    answer: givenKey,
    failures: [...BODY, ...TEACHERS, 'lesson-ended', 'not-now']
  },
  {
    path: '/{lesson}/heat',
    summary: 'Where the class stood and looked, for teachers',
    query: asked,
    answer: heat,
    failures: TEACHERS
  },
  {
    path: '/{lesson}/report',
    summary: 'What the lesson came to, for teachers',
    query: asked,
    answer: report,
    failures: TEACHERS
  },
  {
    path: '/{lesson}/report.csv',
    summary: 'The report as tables',
    query: files.extend({ table: z.string().optional().describe('One of them; left out, all below each other.') }),
    answer: [CSV_TYPE],
    failures: ['invalid-request', ...TEACHERS]
  },
  {
    path: '/{lesson}/report.xlsx',
    summary: 'The report as a workbook',
    query: files,
    answer: [XLSX_TYPE],
    failures: ['invalid-request', ...TEACHERS]
  },
  {
    path: '/{lesson}/report.xapi.json',
    summary: 'What pupils did as xAPI 1.0.3 statements',
    query: asked,
    answer: z.array(z.looseObject({ id: z.uuid() })),
    failures: TEACHERS
  },
  {
    path: '/{lesson}/replay',
    summary: 'The lesson as a teacher saw it at a minute from the opening, or at a moment',
    query: asked.extend({ minute: z.number().min(0).optional(), at }),
    answer: hello,
    failures: ['invalid-request', ...TEACHERS]
  },
  {
    method: 'delete',
    path: '/{lesson}',
    summary: 'Delete everything of the lesson at once',
    description: 'The one who leads alone, after the end or before.',
    query: asked,
    status: 204,
    failures: TEACHERS
  },
  {
    method: 'post',
    path: '/check/echo',
    summary: 'Try out a round trip, the clock and a cookie',
    query: z.object({ last: z.string().optional().describe('Takes the cookie back.') }),
    answer: z.object({ now: z.int(), hasCookie: z.boolean() })
  },
  {
    path: '/check/stream',
    summary: 'Try out a stream: four words, one every 0.4 seconds',
    answer: ['text/event-stream; charset=utf-8'],
    failures: ['not-implemented']
  },
  {
    path: '/check/poll',
    summary: 'Try out a question that waits for its answer',
    query: z.object({ ms: z.number().min(0).max(25_000).optional() }),
    answer: z.object({ ms: z.number() })
  }
];
