import { z } from 'zod';
import { ID_PATTERN, REFERENCE_PATTERN } from '../../../exhibits/format/patterns';
import type { LocalizedTree } from '../../../exhibits/format/compiled';
import { lessonCommand } from './commands';
import type { View, ViewPatch } from './views';

/**
 * The addresses of lessons. All bodies are JSON (`Content-Type: application/json` is required); every failure is the one error
 * body. `:lesson` is the lesson's id, sixteen letters and digits; the six-digit code only leads to it.
 *
 * | address | body → answer |
 * |---|---|
 * | `POST /api/lessons` | `openLesson` → 201 `OpenedLesson`, and the teacher's cookie |
 * | `GET /api/lessons/codes/:code` | → `LessonBehindCode`; 404 `wrong-code`; 429 after 120 wrong ones a minute from one address |
 * | `POST /api/lessons/:lesson/join` | `joinLesson` → 201 `Joined`, and the pupil's cookie; 409 `seat-taken`, 403 `door-closed`, `wrong-code` |
 * | `POST /api/lessons/:lesson/enter` | `enterLesson`, the key of the address fragment → `Entered`, and a cookie; 403 `wrong-key` |
 * | `GET /api/lessons/:lesson/view?as=` | → `Hello`: coming back after a reload; 401 `not-in-lesson` without a cookie |
 * | `GET /api/lessons/:lesson/plan?as=` | → `PupilPlan`, or `TeacherPlan` to teachers |
 * | `GET /api/lessons/:lesson/exhibit` | → the compiled exhibit of the lesson's edition; for anybody in the lesson |
 * | `GET /api/lessons/:lesson/stream?as=` | → server-sent events, see `LessonMessage`; honours `Last-Event-ID` |
 * | `GET /api/lessons/:lesson/poll?as=&after=SEQ` | → `Polled`: the same where no stream comes through; waits up to 25 s for something new |
 * | `POST /api/lessons/:lesson/commands?as=` | `commandSent` → `CommandReply` |
 * | `POST /api/lessons/:lesson/lead` | `leadSent` → 204; teachers; not stored, newest wins, at most five a second |
 * | `POST /api/lessons/:lesson/looked` | `lookedSent` → 204; pupils: where one stood, for the heat map; sums only |
 * | `POST /api/lessons/:lesson/keys` | `newKey` → 201 `NewKey`; the lead alone: another teacher, a projector |
 * | `GET /api/lessons/:lesson/heat` | → `Heat`; teachers |
 * | `GET /api/lessons/:lesson/report` | → `LessonReport` (`report.ts`); teachers. `/report.csv`, `/report.xlsx` (`?locale=`, and `?table=` of the CSV), `/report.xapi.json` as files |
 * | `GET /api/lessons/:lesson/replay?minute=` | → a teacher's `Hello` as it was, minutes from the opening, or `?at=` in milliseconds since 1970; teachers |
 * | `DELETE /api/lessons/:lesson` | → 204: deletes everything at once; the lead alone, after the end or before |
 *
 * `?as=teacher|projector|pupil` says which of several cookies is meant, since a teacher opens the projector in the same
 * browser, and whose key is not at hand; a teacher may ask to be shown `projector`. Left out: the most that there is a cookie for.
 *
 * **Keys.** A key stands in the fragment of an address, `/lessons/:lesson#key=…`, which no server is sent. The page takes it out
 * of the address (`history.replaceState`) and exchanges it at `…/enter` for a cookie of its own: HttpOnly, SameSite=Strict,
 * limited to `/api/lessons/:lesson`. The same key may be entered on several devices (the printed link that brings a lost
 * teacher back); each gets a cookie of its own. The address `/lessons/CODE` in the QR code has no key; the code opens the door.
 */

/** Opens a lesson of an exhibit. Nobody needs an account. */
export const openLesson = z.strictObject({
  exhibit: z.string().regex(ID_PATTERN),
  plan: z.string().regex(ID_PATTERN).describe('Id of one of the exhibit’s `lessons`.'),
  seats: z.int().min(1).max(99).optional().describe('Pupils, or groups at one device each; 45 if left out.'),
  isSecondCode: z.boolean().optional().describe('Pupils need two digits more, which only the projector shows.'),
  keepDays: z.int().min(0).max(180).optional().describe('Days after the end until it is deleted; 30 if left out.')
});
export type OpenLesson = z.infer<typeof openLesson>;
const lesson = z.string().describe('Id of the lesson, sixteen letters and digits.');
/** A view is put together by this program and not checked again; `views.ts` says what is in it. */
const view = z
  .looseObject({ role: z.enum(['teacher', 'projector', 'pupil']), room: z.looseObject({}), own: z.looseObject({}) })
  .describe('The lesson as that role sees it (`server/contract/lesson/views.ts`).') as unknown as z.ZodType<View>;

/** The whole view. */
export const hello = z.object({
  seq: z.int().describe('Position in the lesson’s log; what comes later has a higher one.'),
  now: z.int().describe('Milliseconds since 1970 by the server’s clock, as all times of lessons.'),
  view
});
export type Hello = z.infer<typeof hello>;

export const openedLesson = z.object({
  lesson,
  code: z.string().describe('Six digits, until the lesson ends.'),
  teacherKey: z.string().describe('256 bits, base64url; kept nowhere but in these answers.'),
  projectorKey: z.string(),
  hello
});
export type OpenedLesson = z.infer<typeof openedLesson>;

export const lessonBehindCode = z.object({
  lesson,
  exhibit: z.string(),
  title: z.record(z.string(), z.string()),
  seats: z.int(),
  isDoorOpen: z.boolean(),
  isSecondCode: z.boolean()
});
export type LessonBehindCode = z.infer<typeof lessonBehindCode>;

/**
 * `seat` left out: the first that is free. A seat that is taken answers 409 `seat-taken`: a device that is connected can be followed
 * only with its `seatCode`; one that is away for ten seconds also with `isTakingUp` alone (接着用17号).
 */
export const joinLesson = z.strictObject({
  id: z.uuid().describe('Made in the browser; sent again it gives the same seat, not another.'),
  code: z.string().regex(/^\d{6}$/, 'expected the six digits of the code'),
  secondCode: z
    .string()
    .regex(/^\d{2}$/)
    .optional(),
  seat: z.int().min(1).max(99).optional(),
  seatCode: z
    .string()
    .regex(/^\d{4}$/)
    .optional(),
  isTakingUp: z.boolean().optional()
});
export type JoinLesson = z.infer<typeof joinLesson>;
export const joined = z.object({
  lesson,
  hello,
  memberKey: z
    .string()
    .describe('128 bits, base64url: enters again where the cookie was lost; the browser keeps it for this tab.')
});
export type Joined = z.infer<typeof joined>;

export const enterLesson = z.strictObject({ key: z.string().regex(/^[\w-]{22,43}$/, 'expected a key') });
export type EnterLesson = z.infer<typeof enterLesson>;
export const entered = z.object({ lesson, role: z.enum(['teacher', 'projector', 'pupil']), hello });
export type Entered = z.infer<typeof entered>;

export const newKey = z.strictObject({ role: z.enum(['co-teacher', 'projector']) });
export const givenKey = z.object({ key: z.string(), role: newKey.shape.role });
export type NewKey = z.infer<typeof givenKey>;

export const commandSent = z.strictObject({
  id: z.uuid().describe('Made in the browser; the same command keeps it when sent again.'),
  command: lessonCommand
});
export type CommandSent = z.infer<typeof commandSent>;
/** A text as trees of the Markdown subset, by language; compiled by this program and not checked again. */
const tree = z.record(z.string(), z.array(z.unknown())) as unknown as z.ZodType<LocalizedTree>;
export const commandReply = z.object({
  seq: z.int().describe('The lesson after it was done; everything up to here is on disk.'),
  counted: z.enum(['counted', 'late']).optional().describe('Of `answer`: whether it counts.'),
  found: z.boolean().optional().describe('Of `find`: whether it was there.'),
  card: tree.nullable().optional().describe('Of what was found: the evidence card.'),
  member: z
    .string()
    .optional()
    .describe('Of a seat taken: who has it; kept with the reply, so that the same request gives the same seat.')
});
export type CommandReply = z.infer<typeof commandReply>;

/** Where the teacher stands and points; every part replaces what it was. */
export const leadSent = z.strictObject({
  pose: z
    .strictObject({ room: z.string().regex(ID_PATTERN), x: z.number(), z: z.number(), yawRad: z.number() })
    .nullable()
    .optional()
    .describe('Metres in the plan of the exhibit.'),
  point: z
    .strictObject({
      at: z.string().regex(REFERENCE_PATTERN),
      x: z.number().min(0).max(100),
      y: z.number().min(0).max(100)
    })
    .nullable()
    .optional()
    .describe('Per cent of the picture of an object.')
});
export type Lead = z.infer<typeof leadSent>;

export const lookedSent = z.strictObject({
  cells: z
    .array(
      z.strictObject({
        room: z.string().regex(ID_PATTERN),
        x: z.number().min(-500).max(500),
        z: z.number().min(-500).max(500),
        ms: z.int().min(1).max(60_000)
      })
    )
    .max(40)
    .describe('Where one stood for how long, metres in the plan.'),
  targets: z
    .array(z.strictObject({ at: z.string().max(160).regex(REFERENCE_PATTERN), ms: z.int().min(1).max(60_000) }))
    .max(40)
    .optional()
    .describe('What one looked at for how long.')
});
export type Looked = z.infer<typeof lookedSent>;

/** Sums of the class: cells of half a metre, `x` and `z` at their middle; milliseconds. */
export const heat = z.object({
  cells: z.array(z.object({ room: z.string(), x: z.number(), z: z.number(), ms: z.int() })),
  targets: z.array(z.object({ at: z.string(), ms: z.int() }))
});
export type Heat = z.infer<typeof heat>;

export interface Patch extends ViewPatch {
  seq: number;
  now: number;
}
export type ByeReason = 'ended' | 'purged' | 'seat-freed' | 'seat-moved' | 'slow';

/**
 * What comes down the stream: server-sent events named by their kind, `data` the JSON beside it. `hello` replaces the view, `patch`
 * goes through `patched`, `lead` is where the teacher points, `bye` the last word: do not come back, except after `slow`. An
 * `id` is the seq. `: ` comments come every 15 s; after 40 s of silence a page opens the stream anew.
 */
export type LessonMessage =
  | { kind: 'hello'; data: Hello }
  | { kind: 'patch'; data: Patch }
  | { kind: 'lead'; data: Lead }
  | { kind: 'bye'; data: { reason: ByeReason } };
export interface Polled {
  messages: LessonMessage[];
}
