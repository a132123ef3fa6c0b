import { z } from 'zod';
import { PAGE_LOCALES } from './pages';

/** Shapes of `engagement.md` §2. One batch is one POST; each event is judged alone. */
export const MAX_BATCH_BYTES = 64 * 1024;
export const MAX_BATCH_EVENTS = 200;
export const MAX_DWELL_MS = 3_600_000;

export const eventType = z.enum([
  'visit-start',
  'visit-end',
  'view',
  'zoom',
  'read',
  'play',
  'timeline-move',
  'tour-stop',
  'tour-done',
  'answer',
  'share',
  'download'
]);
export type EventType = z.infer<typeof eventType>;

/** A name of the exhibit's or the program's own, never free text: nobody's words can be smuggled into the figures. */
const word = z
  .string()
  .regex(/^[\w.,:/+-]{1,64}$/, 'expected a name of letters, digits and . , : / + - _, not free text');

/** Longest answer: the ids of eight options, joined by commas. */
const MAX_OPTION = 8 * 64 + 7;
const option = z
  .string()
  .max(MAX_OPTION)
  .regex(/^[\w.,:/+-]+$/, 'expected ids, places or a number, not free text');

export const answerValue = z.strictObject({
  option: option.describe(
    'What was given: ids of options, joined by commas; places as written for an order (2,1,3) and for pairs (1-2,2-1); a number or row; a point in per cent (41.2,23.4).'
  ),
  right: z
    .boolean()
    .optional()
    .describe('Left out where no answer is right or wrong. Judged again here, by the exhibit as it is shown.'),
  attempt: z.int().min(1).max(20)
});
export type AnswerValue = z.infer<typeof answerValue>;

export const engagementEvent = z.strictObject({
  id: z.uuid().describe('UUIDv7 made in the browser; the same event keeps it when sent again.'),
  type: eventType,
  at: z.iso.datetime({ offset: true }).describe('When it happened, by the browser’s clock.'),
  target: z.string().max(160).optional().describe('What it was about: a reference such as `object:large-dragon`.'),
  durationMs: z.number().min(0).max(MAX_DWELL_MS).optional().describe('Dwell in milliseconds.'),
  value: z.union([answerValue, z.number()]).optional().describe('Of an answer: option, right, attempt.')
});
export type EngagementEvent = z.infer<typeof engagementEvent>;

/** The batch without its events, which are judged one by one. */
export const engagementBatch = z.strictObject({
  v: z.literal(1),
  exhibit: z.string().max(64),
  edition: word.optional().describe('Hash of the exhibit as the visitor saw it; kept where it is the one shown.'),
  visit: z.uuid(),
  sent: z.iso.datetime({ offset: true }),
  channel: z.enum(['web', 'chat-app', 'kiosk', 'lesson', 'tour-pack']),
  view: z.enum(['story', 'gallery', 'timeline', 'objects']),
  locale: z.enum(PAGE_LOCALES),
  automated: z.literal(true).optional().describe('The browser says that a program drives it (`navigator.webdriver`).'),
  events: z.array(z.unknown()).max(MAX_BATCH_EVENTS)
});
export type EngagementBatch = Omit<z.infer<typeof engagementBatch>, 'events'> & { events: EngagementEvent[] };

export const engagementReply = z.object({
  accepted: z.int(),
  duplicates: z.int(),
  rejected: z.array(z.object({ index: z.int(), code: z.string(), message: z.string() })),
  counted: z.literal('bot').optional()
});
export type EngagementReply = z.infer<typeof engagementReply>;

export const figures = z.object({
  exhibit: z.string(),
  from: z.iso.date(),
  to: z.iso.date(),
  timeZone: z.string(),
  visits: z.int(),
  events: z.record(z.string(), z.int()),
  days: z.array(
    z.object({
      day: z.iso.date(),
      visits: z.int(),
      visitors: z.int().describe('An estimate: a class behind one address counts as one.'),
      views: z.int(),
      dwellMs: z.number()
    })
  ),
  targets: z.array(
    z.object({
      target: z.string(),
      views: z.int(),
      visits: z.int().describe('Visits that looked at it, each counted once a day.'),
      dwellMs: z.number(),
      dwellMedianMs: z.number().nullable()
    })
  )
});
export type Figures = z.infer<typeof figures>;
