import { createHash } from 'node:crypto';
import { answerValue, type EventType } from '../contract/engagement';
import type { KeptEvent } from '../storage/store';

/** What statements say of the house and its exhibit. */
export interface StatementContext {
  exhibit: string;
  title: Record<string, string>;
  /** Absolute, without slash at its end. */
  address: string;
}

const ADL = 'http://adlnet.gov/expapi/verbs/';
const VERBS: Record<EventType, [id: string, word: string]> = {
  'visit-start': [`${ADL}initialized`, 'initialized'],
  'visit-end': [`${ADL}terminated`, 'terminated'],
  view: [`${ADL}experienced`, 'experienced'],
  zoom: [`${ADL}interacted`, 'interacted'],
  read: ['http://activitystrea.ms/schema/1.0/read', 'read'],
  play: ['http://activitystrea.ms/schema/1.0/play', 'played'],
  'timeline-move': [`${ADL}interacted`, 'interacted'],
  'tour-stop': [`${ADL}progressed`, 'progressed'],
  'tour-done': [`${ADL}completed`, 'completed'],
  answer: [`${ADL}answered`, 'answered'],
  share: [`${ADL}shared`, 'shared'],
  download: ['http://id.tincanapi.com/verb/downloaded', 'downloaded']
};
const HOUR_MS = 3_600_000;

/**
 * Events as xAPI 1.0.3 statements. The actor is all visitors together; the hour is all that is said of the time, the id is
 * not the browser’s, and statements of an hour stand in the order of their ids: which of them were of one visit cannot be
 * told any more.
 */
export function statementsOf(events: readonly KeptEvent[], context: StatementContext): object[] {
  return events
    .map((event) => ({ hour: Math.floor(event.at / HOUR_MS), statement: statementOf(event, context) }))
    .sort((a, b) => a.hour - b.hour || (a.statement.id < b.statement.id ? -1 : 1))
    .map(({ statement }) => statement);
}

function statementOf(event: KeptEvent, { exhibit, title, address }: StatementContext) {
  const [verb, word] = VERBS[event.type];
  const page = `${address}/exhibits/${exhibit}`;
  return {
    id: statementId(event.id),
    actor: { objectType: 'Group', name: 'visitors', account: { homePage: address, name: 'visitors' } },
    verb: { id: verb, display: { en: word } },
    object: event.target
      ? { id: `${page}?at=${encodeURIComponent(event.target)}`, definition: { type: typeOf(event.target) } }
      : { id: page, definition: { type: `${page}#exhibit`, name: title } },
    ...resultOf(event),
    context: {
      language: event.locale,
      platform: event.channel,
      extensions: { [`${address}/xapi/view`]: event.view }
    },
    timestamp: new Date(Math.floor(event.at / HOUR_MS) * HOUR_MS).toISOString(),
    version: '1.0.3'
  };
}

function resultOf({ type, durationMs, value }: KeptEvent): { result?: object } {
  const answer = type === 'answer' && value !== null ? answerValue.parse(JSON.parse(value)) : null;
  const result = {
    ...(durationMs === null ? {} : { duration: `PT${(durationMs / 1000).toFixed(2)}S` }),
    ...(answer ? { response: answer.option, ...(answer.right === undefined ? {} : { success: answer.right }) } : {})
  };
  return Object.keys(result).length > 0 ? { result } : {};
}

/** The kinds of activity that ADL names, and our own for the rest. */
function typeOf(target: string): string {
  const kind = target.split(':')[0] ?? '';
  const ADL_TYPES: Record<string, string> = { activity: 'question', section: 'module', tour: 'course' };
  const known = ADL_TYPES[kind];
  return known ? `http://adlnet.gov/expapi/activities/${known}` : `urn:lantai:${kind}`;
}

/** A UUID of version 8 (RFC 9562) made of the event’s: the browser’s own tells the millisecond. */
export function statementId(id: string): string {
  const bytes = createHash('sha256').update(`statement ${id}`).digest().subarray(0, 16);
  bytes[6] = 0x80 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
