import type { ServerResponse } from 'node:http';
import type { Role } from '../contract/lesson/views';
import type { LessonMessage } from '../contract/lesson/wire';

/** A device that is told what happens in a lesson. */
export interface Connection {
  /** As what it is shown the lesson. */
  role: Role;
  /** Id of the teacher or member; empty of a projector. */
  who: string;
  /** Whether it can take this and more; what could not was let go. */
  send(message: EncodedMessage): boolean;
  end(): void;
}

/** Encoded once, however many it goes to. */
export interface EncodedMessage {
  message: LessonMessage;
  bytes: Buffer;
}

export function encoded(message: LessonMessage): EncodedMessage {
  const id =
    message.kind === 'hello' || (message.kind === 'patch' && message.data.room) ? `id: ${message.data.seq}\n` : '';
  return { message, bytes: Buffer.from(`event: ${message.kind}\n${id}data: ${JSON.stringify(message.data)}\n\n`) };
}

/** Of every stream: nothing in between may keep it back. */
export const STREAM_HEADERS = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-store, no-transform',
  'X-Accel-Buffering': 'no'
};

/** What may wait for a device before it is let go: it comes back and is told everything anew. */
const MOST_UNSENT_BYTES = 64 * 1024;
const BEAT = Buffer.from(': \n\n');
const SLOW = encoded({ kind: 'bye', data: { reason: 'slow' } });
/** Each connection hears something so often; a fifteenth of them each second. */
const BEAT_SLOTS = 15;

export interface StreamTimes {
  /** One of the fifteen parts hears something so often. */
  beatMs: number;
  /** Whoever was too slow may read on what is on its way for so long. */
  leaveMs: number;
}
const TIMES: StreamTimes = { beatMs: 1_000, leaveMs: 5_000 };

/** Open streams of all lessons, kept alive together: one timer for thousands. */
export class Streams {
  readonly #slots: Set<StreamConnection>[] = Array.from({ length: BEAT_SLOTS }, () => new Set());
  #slot = 0;
  readonly #timer: NodeJS.Timeout;

  constructor(private readonly times: StreamTimes = TIMES) {
    this.#timer = setInterval(() => {
      this.#slot = (this.#slot + 1) % BEAT_SLOTS;
      for (const stream of this.#slots[this.#slot] ?? []) stream.write(BEAT);
    }, times.beatMs);
    this.#timer.unref();
  }

  get size(): number {
    return this.#slots.reduce((sum, { size }) => sum + size, 0);
  }

  /**
   * Begins to answer by a stream that stays open; its head goes out with the first word, in one piece. `onClose` is called once,
   * however it ends.
   */
  open(
    response: ServerResponse,
    role: Role,
    who: string,
    headers: Record<string, string>,
    onClose: (stream: StreamConnection) => void
  ): StreamConnection {
    response.writeHead(200, { ...headers, ...STREAM_HEADERS });
    const slot = this.#slots.reduce((least, some) => (some.size < least.size ? some : least));
    const stream = new StreamConnection(response, role, who, this.times.leaveMs);
    slot.add(stream);
    response.once('close', () => {
      slot.delete(stream);
      onClose(stream);
    });
    response.on('error', () => response.destroy());
    return stream;
  }

  close(): void {
    clearInterval(this.#timer);
    for (const slot of this.#slots) for (const stream of slot) stream.end();
  }
}

/** Server-sent events straight to the response of Node: a third of what a web stream costs in memory and work. */
export class StreamConnection implements Connection {
  constructor(
    readonly response: ServerResponse,
    readonly role: Role,
    readonly who: string,
    private readonly leaveMs: number
  ) {}

  send({ bytes }: EncodedMessage): boolean {
    return this.write(bytes);
  }

  write(bytes: Buffer): boolean {
    const { response } = this;
    if (response.destroyed || response.writableEnded) return false;
    if (response.writableLength > MOST_UNSENT_BYTES) {
      // Who still reads gets all that is on its way and the last word; who does not is cut off.
      response.end(SLOW.bytes);
      const timer = setTimeout(() => response.destroy(), this.leaveMs).unref();
      response.once('close', () => clearTimeout(timer));
      return false;
    }
    response.write(bytes);
    return true;
  }

  end(): void {
    this.response.end();
  }
}

/** Somebody who asks again and again, where no stream comes through: told what came first since the last time. */
export class PollConnection implements Connection {
  readonly #messages: LessonMessage[] = [];
  #isDone = false;
  readonly result: Promise<LessonMessage[]>;
  #resolve: (messages: LessonMessage[]) => void = () => {};

  constructor(
    readonly role: Role,
    readonly who: string
  ) {
    this.result = new Promise((resolve) => (this.#resolve = resolve));
  }

  send({ message }: EncodedMessage): boolean {
    if (this.#isDone) return false;
    this.#messages.push(message);
    // What belongs together is sent in one go.
    if (this.#messages.length === 1) queueMicrotask(() => this.end());
    return true;
  }

  end(): void {
    this.#isDone = true;
    this.#resolve(this.#messages);
  }
}
