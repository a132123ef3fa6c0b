import type { EngagementReply } from '../contract/engagement';
import type { RowBatch, Store } from '../storage/store';
import { StoreUnavailable } from '../storage/store';
import { PaceWatch, isKnownBot } from './bots';
import { Buckets } from './buckets';
import { dayOf } from './day';
import { type RawBatch, judgeEvents, readBatch } from './judge';
import type { KnownExhibit } from './targets';
import { visitorKey } from './visitors';

/** What is known of an exhibit; null when there is no such exhibit. */
export type KnownExhibits = (exhibit: string) => KnownExhibit | null;

/** One POST. Address and agent are looked at here and kept nowhere. */
export interface Delivery {
  body: string;
  address: string;
  userAgent: string;
}

export type IngestResult =
  | { kind: 'taken'; reply: EngagementReply }
  | { kind: 'invalid'; message: string; details: { path: string; message: string }[] }
  | { kind: 'no-exhibit'; exhibit: string }
  | { kind: 'too-many'; retryAfterS: number }
  | { kind: 'unavailable'; message: string; retryAfterS: number };

export interface IngestOptions {
  store: Store;
  /** Milliseconds since 1970. */
  now: () => number;
  /** No buckets and no rule about programs, so that a load test or a driven browser is taken as visitors. */
  isLoadTest: boolean;
  /** Told when the store failed, with the reason of the machine. */
  onFailure: (error: StoreUnavailable) => void;
}

/** The recorder sends a batch every 15 s; a visitor who changes pages quickly sends a few more. */
const VISIT_RULE = { burst: 40, perSecond: 1 };
/** A class of 60 behind one address makes about 4 requests a second. */
const ADDRESS_RULE = { burst: 600, perSecond: 20 };

/** Takes batches: judges them, keeps what is good, answers when it is safe on the disk. */
export function createIngest(options: IngestOptions) {
  const { store, now, isLoadTest, onFailure } = options;
  const visits = new Buckets(VISIT_RULE);
  const addresses = new Buckets(ADDRESS_RULE);
  const pace = new PaceWatch();
  let saltOfDay: { day: number; salt: Promise<Uint8Array> } | null = null;

  async function ingest(delivery: Delivery, knownExhibits: KnownExhibits): Promise<IngestResult> {
    const received = now();
    const addressWaitS = isLoadTest ? 0 : addresses.take(delivery.address, received);
    if (addressWaitS > 0) return { kind: 'too-many', retryAfterS: addressWaitS };

    const read = readBatch(delivery.body);
    if (!read.ok) return { kind: 'invalid', message: read.message, details: read.details };
    const { batch } = read;
    const known = knownExhibits(batch.exhibit);
    if (!known) return { kind: 'no-exhibit', exhibit: batch.exhibit };
    const visitWaitS = isLoadTest ? 0 : visits.take(batch.visit, received);
    if (visitWaitS > 0) return { kind: 'too-many', retryAfterS: visitWaitS };

    try {
      return { kind: 'taken', reply: await keep(batch, delivery, known, received) };
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      onFailure(error);
      return { kind: 'unavailable', message: error.message, retryAfterS: error.retryAfterS };
    }
  }

  async function keep(
    batch: RawBatch,
    delivery: Delivery,
    known: KnownExhibit,
    received: number
  ): Promise<EngagementReply> {
    const { rows, rejected } = judgeEvents(batch, known, received);
    const stay: RowBatch = {
      exhibit: batch.exhibit,
      edition: batch.edition === known.edition ? known.edition : null,
      visit: batch.visit,
      channel: batch.channel,
      view: batch.view,
      locale: batch.locale,
      received,
      rows,
      visitor: null,
      apart: null
    };
    const sizeBytes = delivery.body.length;
    if (!isLoadTest && isProgram(batch, delivery, stay)) {
      const apart = { what: 'bots' as const, day: dayOf(received), n: batch.events.length };
      await store.commit({ ...stay, rows: [], apart }, 0);
      return { accepted: 0, duplicates: 0, rejected: [], counted: 'bot' };
    }
    if (rows.length === 0) return { accepted: 0, duplicates: 0, rejected };

    const visitor = await visitorOf(batch, delivery, received);
    const result = await store.commit({ ...stay, visitor }, sizeBytes);
    // What is sent again stands before what is new: a single old event must not hide the rest.
    if (!isLoadTest && result.accepted > 0) pace.add(batch.visit, rows.slice(result.duplicates));
    return { ...result, rejected };
  }

  function isProgram(batch: RawBatch, delivery: Delivery, { rows }: RowBatch): boolean {
    return batch.automated === true || isKnownBot(delivery.userAgent) || pace.isTooFast(batch.visit, rows);
  }

  /** In lessons no estimate is made at all. */
  async function visitorOf(batch: RawBatch, delivery: Delivery, received: number): Promise<RowBatch['visitor']> {
    if (batch.channel === 'lesson') return null;
    const day = dayOf(received);
    if (saltOfDay?.day !== day) {
      const salt = store.salt(day);
      saltOfDay = { day, salt };
      // A salt that could not be had is asked for again.
      salt.catch(() => (saltOfDay = null));
    }
    const key = visitorKey(await saltOfDay.salt, batch.exhibit, delivery);
    return key === null ? null : { day, key };
  }

  return ingest;
}
