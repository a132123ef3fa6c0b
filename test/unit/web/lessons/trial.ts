import type { Surroundings } from '../../../../web/lessons/surroundings';

/** A clock that goes on when the test says so, and timers that go off by it. */
export class Clock {
  now = 1_700_000_000_000;
  readonly #timers = new Map<number, { at: number; act: () => void }>();
  #count = 0;

  setTimeout = (act: () => void, ms: number): number => {
    this.#count += 1;
    this.#timers.set(this.#count, { at: this.now + ms, act });
    return this.#count;
  };
  clearTimeout = (timer: unknown): void => {
    this.#timers.delete(timer as number);
  };

  /** Lets time pass, timer by timer, each followed by whatever it set off. */
  async pass(ms: number): Promise<void> {
    const until = this.now + ms;
    await settled();
    for (;;) {
      const due = [...this.#timers].filter(([, { at }]) => at <= until).sort(([, a], [, b]) => a.at - b.at)[0];
      if (!due) break;
      const [id, { at, act }] = due;
      this.#timers.delete(id);
      this.now = at;
      act();
      await settled();
    }
    this.now = until;
  }
}

/** Everything promised so far has happened. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((done) => setImmediate(done));
}

export class Shelf {
  readonly kept = new Map<string, string>();
  getItem = (key: string) => this.kept.get(key) ?? null;
  setItem = (key: string, value: string) => void this.kept.set(key, value);
  removeItem = (key: string) => void this.kept.delete(key);
}

export interface Asked {
  path: string;
  method: string;
  body: unknown;
}

/** A server of the test's own: what it was asked, and what it answers. A throw is a line that is cut. */
export function surroundings(answer: (asked: Asked, init: RequestInit) => Response | Promise<Response>) {
  const clock = new Clock();
  const storage = new Shelf();
  const asked: Asked[] = [];
  const fetch: typeof globalThis.fetch = async (input, init = {}) => {
    const one = {
      path: input as string,
      method: init.method ?? 'GET',
      body: typeof init.body === 'string' ? (JSON.parse(init.body) as unknown) : null
    };
    asked.push(one);
    return answer(one, init);
  };
  const all: Surroundings = {
    fetch,
    storage,
    now: () => clock.now,
    setTimeout: clock.setTimeout,
    clearTimeout: clock.clearTimeout,
    random: () => 0
  };
  return { ...all, clock, shelf: storage, asked };
}

export const json = (value: unknown, status = 200) =>
  new Response(JSON.stringify(value), { status, headers: { 'Content-Type': 'application/json' } });
export const refused = (code: string, status: number) => json({ error: { code, message: 'No.' } }, status);

/** A stream whose pieces the test sends. */
export function openStream(signal: AbortSignal | null | undefined) {
  const encoder = new TextEncoder();
  let controller: ReadableStreamDefaultController<Uint8Array> | null = null;
  const body = new ReadableStream<Uint8Array>({
    start(own) {
      controller = own;
      signal?.addEventListener('abort', () => own.error(new DOMException('aborted', 'AbortError')));
    }
  });
  return {
    response: new Response(body, { headers: { 'Content-Type': 'text/event-stream' } }),
    send: (text: string) => controller?.enqueue(encoder.encode(text)),
    event: (kind: string, data: unknown) =>
      controller?.enqueue(encoder.encode(`event: ${kind}\nid: 1\ndata: ${JSON.stringify(data)}\n\n`)),
    cut: () => controller?.error(new TypeError('network error'))
  };
}
