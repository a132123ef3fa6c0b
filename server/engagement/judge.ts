import type { z } from 'zod';
import {
  type EngagementBatch,
  type EngagementReply,
  type EventType,
  MAX_BATCH_EVENTS,
  MAX_DWELL_MS,
  type AnswerValue,
  answerValue,
  engagementBatch,
  engagementEvent,
  eventType
} from '../contract/engagement';
import type { EventRow } from '../storage/store';
import { dayOf } from './day';
import type { KnownExhibit } from './targets';

const OLDEST_MS = 7 * 86_400_000;
const NEWEST_MS = 5 * 60_000;
/** What is about nothing in particular needs no target; all other types do. */
const WITHOUT_TARGET: ReadonlySet<EventType> = new Set(['visit-start', 'visit-end', 'timeline-move', 'share']);
/** What some types are about and nothing else. */
const ABOUT: Partial<Record<EventType, string>> = { 'tour-stop': 'stop:', 'tour-done': 'tour:' };

/** A batch whose events have not been judged yet. */
export type RawBatch = Omit<EngagementBatch, 'events'> & { events: unknown[] };
export type BatchResult =
  { ok: true; batch: RawBatch } | { ok: false; message: string; details: { path: string; message: string }[] };

/** Reads a body as a batch: its frame must be right as a whole, its events are judged one by one. */
export function readBatch(body: string): BatchResult {
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    return { ok: false, message: 'The body is no JSON; expected a batch of engagement events.', details: [] };
  }
  const parsed = engagementBatch.safeParse(json);
  if (parsed.success) return { ok: true, batch: parsed.data };
  return {
    ok: false,
    message: `The body is no batch of engagement events; see details. At most ${MAX_BATCH_EVENTS} events go in one.`,
    details: parsed.error.issues.slice(0, 20).map(({ path, message }) => ({ path: path.join('.'), message }))
  };
}

export type Rejection = EngagementReply['rejected'][number];

/**
 * Judges each event alone, so that a bad one does not spoil its batch. `received` is the server's clock at the
 * arrival, milliseconds; the difference to the batch's `sent` is the skew of the browser's clock and is taken out of
 * every `at`. What is then too old or in the future is rejected, never moved to another day (`engagement.md` §2).
 */
export function judgeEvents(
  batch: RawBatch,
  known: KnownExhibit,
  received: number
): { rows: EventRow[]; rejected: Rejection[] } {
  const skewMs = received - Date.parse(batch.sent);
  const rows: EventRow[] = [];
  const rejected: Rejection[] = [];
  for (const [index, raw] of batch.events.entries()) {
    const verdict = judge(raw, { known, skewMs, received });
    if (verdict.ok) rows.push(verdict.row);
    else rejected.push({ index, code: verdict.code, message: verdict.message });
  }
  return { rows, rejected };
}

type Verdict = { ok: true; row: EventRow } | { ok: false; code: string; message: string };

interface Judging {
  known: KnownExhibit;
  skewMs: number;
  received: number;
}

function judge(raw: unknown, { known, skewMs, received }: Judging): Verdict {
  const parsed = engagementEvent.safeParse(raw);
  if (!parsed.success) return misshapen(raw, parsed.error);
  const { id, type, at: said, target, durationMs, value } = parsed.data;

  if (target === undefined && !WITHOUT_TARGET.has(type)) {
    return no('missing-target', `An event of type ${type} needs a target such as object:ID.`);
  }
  if (target !== undefined && !known.targets.has(target)) {
    return no('unknown-target', `The exhibit has no “${target}”.`);
  }
  const about = ABOUT[type];
  if (about !== undefined && !target?.startsWith(about)) {
    return no('unknown-target', `An event of type ${type} is about ${about}ID.`);
  }
  const at = Date.parse(said) + skewMs;
  if (at < received - OLDEST_MS || at > received + NEWEST_MS) {
    return no('time-out-of-range', 'The event is more than 7 days old or more than 5 minutes in the future.');
  }
  if (type !== 'answer' && typeof value === 'object') return no('invalid-event', 'Only an answer has such a value.');
  const judged = type === 'answer' ? judgeAnswer(value, target ?? '', known.judges) : { ok: true as const, value };
  if (!judged.ok) return judged;
  return {
    ok: true,
    row: {
      id,
      type,
      at,
      day: dayOf(at),
      target: target ?? '',
      durationMs: durationMs === undefined ? null : Math.round(durationMs),
      value: judged.value === undefined ? null : JSON.stringify(judged.value)
    }
  };
}

/**
 * An answer to a task there is, one that can be given to it, right or wrong by the exhibit as it is shown now and not by the
 * browser's word, whatever edition the browser says it had: else any made-up edition would have wrong answers counted as right.
 */
function judgeAnswer(
  value: unknown,
  target: string,
  judges: KnownExhibit['judges']
): { ok: true; value: AnswerValue } | Extract<Verdict, { ok: false }> {
  const parsed = answerValue.safeParse(value);
  if (!parsed.success) return no('invalid-answer', 'An answer needs value: {option, right, attempt}.');
  if (!target.startsWith('activity:')) return no('invalid-answer', 'An answer is about a task: activity:ID.');
  const judged = judges.get(target)?.(parsed.data.option) ?? null;
  if (!judged) return no('invalid-answer', `“${parsed.data.option}” cannot be given to ${target}.`);
  const { option, right } = judged;
  return { ok: true, value: { option, ...(right === null ? {} : { right }), attempt: parsed.data.attempt } };
}

function misshapen(raw: unknown, error: z.ZodError): Verdict {
  const [issue] = error.issues;
  const path = issue?.path.join('.') ?? '';
  switch (issue?.path[0]) {
    case 'type':
      return no('unknown-type', `The type is none of ${eventType.options.join(', ')}.`);
    case 'durationMs':
      return no('duration-out-of-range', `durationMs is a number from 0 to ${MAX_DWELL_MS}.`);
    case 'value':
      return typeof raw === 'object' && raw !== null && 'type' in raw && raw.type === 'answer'
        ? no('invalid-answer', 'An answer needs value: {option, right, attempt}.')
        : no('invalid-event', 'value is a number, never free text.');
    default:
      return no('invalid-event', `${path || 'The event'}: ${issue?.message ?? 'it is no event'}.`);
  }
}

function no(code: string, message: string): Extract<Verdict, { ok: false }> {
  return { ok: false, code, message };
}
