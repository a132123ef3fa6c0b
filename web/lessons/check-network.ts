/** What is tried out before a lesson; `/api/lessons/check/…` answers. Times are milliseconds. */
export type CheckState = 'waiting' | 'good' | 'fair' | 'bad' | 'unknown';
export interface CheckResult {
  state: CheckState;
  /** What the words of the result name: milliseconds or seconds, whole. */
  number?: number;
}

const ADDRESS = '/api/lessons/check';
const ECHOES = 6;
const ECHO_WITHIN_MS = 5_000;
/** There and back: what pupils do not feel, and what is still bearable. */
const [GOOD_MS, CLOCK_GOOD_MS] = [400, 5_000];
/** A lesson goes over to polling after as long without a word. */
const WORD_WITHIN_MS = 4_000;
const WORDS = 4;
/** Words are sent 0.4 s apart: what has less between the first and the last was kept back. */
const LEAST_SPREAD_MS = 600;
const POLL_WITHIN_MS = 30_000;

interface Echo {
  now: number;
  hasCookie: boolean;
}

/** Round trips: the median, whether the cookie came back, and how far this clock is off by the quickest of them. */
export async function checkEchoes(): Promise<{ reach: CheckResult; cookie: CheckResult; clock: CheckResult }> {
  const trips: { ms: number; offMs: number; hasCookie: boolean }[] = [];
  for (let n = 0; n < ECHOES; n += 1) {
    const [sentAt, before] = [Date.now(), performance.now()];
    const echo = await within(ECHO_WITHIN_MS, (signal) =>
      fetch(`${ADDRESS}/echo${n === ECHOES - 1 ? '?last' : ''}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: '{}',
        signal
      }).then((answer) => (answer.ok ? (answer.json() as Promise<Echo>) : null))
    );
    if (!echo) break;
    const ms = performance.now() - before;
    trips.push({ ms, offMs: sentAt + ms / 2 - echo.now, hasCookie: echo.hasCookie });
  }
  if (trips.length < ECHOES) {
    return { reach: { state: 'bad' }, cookie: { state: 'unknown' }, clock: { state: 'unknown' } };
  }
  // The first opens the connection, and no cookie was there before it.
  const later = trips.slice(1).sort((a, b) => a.ms - b.ms);
  const median = later[Math.floor(later.length / 2)]?.ms ?? 0;
  const offMs = Math.abs(later[0]?.offMs ?? 0);
  return {
    reach: { state: median <= GOOD_MS ? 'good' : 'fair', number: Math.max(1, Math.round(median)) },
    cookie: { state: later.every(({ hasCookie }) => hasCookie) ? 'good' : 'bad' },
    clock: { state: offMs <= CLOCK_GOOD_MS ? 'good' : 'fair', number: Math.round(offMs / 1000) }
  };
}

/** Whether a stream comes through word by word. */
export function checkStream(): Promise<CheckResult> {
  return new Promise((resolve) => {
    const arrivals: number[] = [];
    const stream = new EventSource(`${ADDRESS}/stream`);
    const end = (state: CheckState) => {
      clearTimeout(timer);
      stream.close();
      resolve({ state });
    };
    let timer = setTimeout(end, WORD_WITHIN_MS, 'bad');
    stream.addEventListener('word', () => {
      arrivals.push(performance.now());
      clearTimeout(timer);
      timer = setTimeout(end, WORD_WITHIN_MS, 'bad');
      if (arrivals.length < WORDS) return;
      const spreadMs = (arrivals.at(-1) ?? 0) - (arrivals[0] ?? 0);
      end(spreadMs >= LEAST_SPREAD_MS ? 'good' : 'fair');
    });
    stream.addEventListener('error', () => end('bad'));
  });
}

/** Whether a question may wait for its answer as long as a poll of a lesson does. */
export async function checkPoll(): Promise<CheckResult> {
  const before = performance.now();
  const isAnswered = await within(POLL_WITHIN_MS, (signal) =>
    fetch(`${ADDRESS}/poll`, { signal }).then((answer) => (answer.ok ? true : null))
  );
  return isAnswered ? { state: 'good' } : { state: 'bad', number: Math.round((performance.now() - before) / 1000) };
}

/** Whether the gallery opens; elsewhere pages offer their text version. */
export function checkWebgl(canvas: HTMLCanvasElement): CheckResult {
  const context = canvas.getContext('webgl2');
  context?.getExtension('WEBGL_lose_context')?.loseContext();
  return { state: context ? 'good' : 'fair' };
}

/** In a word: whether a lesson can be held. `waiting` as long as that hangs on something that is still tried. */
export function verdictOf(results: Record<'reach' | 'cookie' | 'stream' | 'poll', CheckResult>): CheckState {
  const { reach, cookie, stream, poll } = results;
  if (reach.state === 'bad' || cookie.state === 'bad') return 'bad';
  if ([reach, cookie, stream].some(({ state }) => state === 'waiting')) return 'waiting';
  if (stream.state === 'good') return reach.state;
  return poll.state === 'good' ? 'fair' : poll.state;
}

/** Null when it failed or took longer. */
async function within<T>(ms: number, ask: (signal: AbortSignal) => Promise<T>): Promise<T | null> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), ms);
  try {
    return await ask(abort.signal);
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}
