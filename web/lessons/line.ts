import type { Role } from '../../server/contract/lesson/views';
import type { ByeReason, LessonMessage, Polled } from '../../server/contract/lesson/wire';
import { serverSentReader } from './server-sent';
import type { Surroundings } from './surroundings';

/** How the device hears of the lesson. `over`: it has heard the last word, or is not in the lesson any more. */
export type LineState = 'connecting' | 'live' | 'polling' | 'away' | 'over';

export interface LineOptions extends Surroundings {
  lesson: string;
  as: Role;
  /** Number of what was heard last; null before anything was. */
  after(): number | null;
  onMessage(message: Exclude<LessonMessage, { kind: 'bye' }>): void;
  onState(state: LineState): void;
  /** `out`: the device has no cookie for this lesson, or none that is good any more. */
  onOver(reason: ByeReason | 'out'): void;
}

/** No first word for so long: no stream comes through here. */
const HELLO_MS = 4_000;
/** The server says something every 15 s, if only a comment. */
const SILENCE_MS = 40_000;
/** A poll is answered after 25 s at the latest. */
const POLL_MS = 40_000;
const LEAST_POLL_MS = 1_000;
/** How often a device that polls tries whether a stream comes through by now. */
const POLLS_BEFORE_STREAM = 12;
/** A class that lost its line together does not come back in one instant. */
const JITTER_MS = 1_500;
const LONGEST_WAIT_MS = 10_000;

/**
 * The line down from the server: a stream, long polls where none comes through, and always on the way back. The stream is read
 * with `fetch`, not by `EventSource`, which hides the comments that keep it alive and the status that ends it.
 */
export function openLine(options: LineOptions) {
  const { fetch, setTimeout, clearTimeout, random, now } = options;
  let state: LineState = 'connecting';
  let attempt = 0;
  /** What runs now; what an earlier try still says is not heard. */
  let current: AbortController | null = null;
  let waiting: unknown = null;
  let watch: unknown = null;
  let heardAt = now();
  let polls = 0;

  function say(next: LineState): void {
    if (state === next || state === 'over') return;
    state = next;
    options.onState(next);
  }
  function end(reason: ByeReason | 'out'): void {
    if (state === 'over') return;
    stop();
    say('over');
    options.onOver(reason);
  }
  function stop(): void {
    current?.abort();
    current = null;
    clearTimeout(waiting);
    clearTimeout(watch);
  }
  /** Comes back: at once the first time, then after a while that grows. */
  function again(): void {
    if (state === 'over') return;
    stop();
    const ms = Math.min(LONGEST_WAIT_MS, attempt === 0 ? 0 : 500 * 2 ** attempt) + random() * JITTER_MS;
    attempt += 1;
    if (attempt > 1) say('away');
    waiting = setTimeout(() => void (polls > 0 ? poll() : stream()), ms);
  }
  function expect(ms: number, act: () => void): void {
    clearTimeout(watch);
    watch = setTimeout(act, ms);
  }
  function hear(message: LessonMessage): void {
    heardAt = now();
    attempt = 0;
    if (message.kind !== 'bye') return options.onMessage(message);
    if (message.data.reason === 'slow') again();
    else end(message.data.reason);
  }
  /** Whether an answer is of use; what is not ours comes from a proxy on the way. */
  function isGood(response: Response): boolean {
    if (response.status === 401) end('out');
    return response.ok;
  }
  const address = (path: string, query = '') => `/api/lessons/${options.lesson}/${path}?as=${options.as}${query}`;
  const since = () => (options.after() === null ? '' : `&after=${String(options.after())}`);

  async function stream(): Promise<void> {
    const mine = (current = new AbortController());
    let isGreeted = false;
    expect(HELLO_MS, () => void startPolling());
    try {
      const response = await fetch(address('stream', since()), { signal: mine.signal, cache: 'no-store' });
      if (current !== mine) return;
      if (response.status === 501) return startPolling();
      if (!isGood(response) || !response.body) throw new Error(`stream: ${response.status}`);
      const read = serverSentReader((message) => {
        if (current !== mine) return;
        isGreeted = true;
        say('live');
        hear(message);
      });
      const reader = response.body.getReader();
      const decoder = new TextDecoder();
      for (;;) {
        const { done, value } = await reader.read();
        if (current !== mine) return void reader.cancel().catch(() => undefined);
        if (done) break;
        if (isGreeted) {
          heardAt = now();
          expect(SILENCE_MS, again);
        }
        read(decoder.decode(value, { stream: true }));
        if (isGreeted && current === mine) expect(SILENCE_MS, again);
      }
    } catch {
      // Tried again below, whatever it was.
    }
    if (current === mine) again();
  }

  function startPolling(): void {
    stop();
    polls = 1;
    void poll();
  }

  async function poll(): Promise<void> {
    const mine = (current = new AbortController());
    const askedAt = now();
    let heard: number;
    expect(POLL_MS, again);
    try {
      const response = await fetch(address('poll', since()), { signal: mine.signal, cache: 'no-store' });
      if (current !== mine) return;
      if (!isGood(response)) throw new Error(`poll: ${response.status}`);
      const { messages } = (await response.json()) as Polled;
      if (current !== mine) return;
      if (!Array.isArray(messages)) throw new Error('poll: no messages');
      heard = messages.length;
      heardAt = now();
      attempt = 0;
      say('polling');
      messages.forEach(hear);
    } catch {
      if (current === mine) again();
      return;
    }
    if (current !== mine) return;
    polls = polls >= POLLS_BEFORE_STREAM ? 0 : polls + 1;
    const next = () => void (polls > 0 ? poll() : stream());
    // Something on the way answers for the server, which would have waited: it is not asked without pause.
    if (heard === 0 && now() - askedAt < LEAST_POLL_MS) waiting = setTimeout(next, LEAST_POLL_MS);
    else next();
  }

  void stream();
  return {
    /** The page is looked at again, or the network is back: a line that was silent is not waited for. */
    wake(): void {
      const isFresh = (state === 'live' || state === 'polling') && now() - heardAt < SILENCE_MS / 2;
      if (state === 'over' || isFresh) return;
      stop();
      attempt = 0;
      void stream();
    },
    /** Something else did not come through: a line that seems live is tried at once, not in forty seconds. */
    doubt(): void {
      if (state !== 'live' && state !== 'polling') return;
      stop();
      attempt = 1;
      void stream();
    },
    close(): void {
      stop();
      state = 'over';
    }
  };
}
export type OpenLine = ReturnType<typeof openLine>;
