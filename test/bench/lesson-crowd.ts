import { type Socket, connect } from 'node:net';
import type { LessonMessage } from '../../server/contract/lesson/wire';

/** A client's own addresses, so that ten thousand of them do not share one address's ports. */
const ADDRESSES = 8;

/**
 * A pupil's stream on a bare socket: a process holds ten thousand of them. What it was told is kept as the places it was
 * led to, in order.
 */
export class CrowdStream {
  /** Places of the patches since the last whole view. */
  places: string[] = [];
  /** Place of the last whole view; undefined before one came. */
  firstPlace: string | null | undefined;
  member: string | null = null;
  seq = 0;
  /** Bytes that came down, heads of the answers too. */
  bytes = 0;
  onPlace: (place: string) => void = () => {};
  onWord: (() => void) | null = null;
  #socket: Socket | null = null;
  #rest = '';
  #kind = '';

  constructor(
    readonly url: URL,
    readonly path: string,
    readonly cookie: string,
    readonly number: number
  ) {}

  get isOpen(): boolean {
    return this.#socket !== null;
  }

  /** Resolves with the first word that is told; rejects when the line breaks before. */
  open(): Promise<void> {
    return new Promise((resolve, reject) => {
      const localAddress = `127.0.0.${1 + (this.number % ADDRESSES)}`;
      const socket = connect({ host: this.url.hostname, port: Number(this.url.port), localAddress });
      this.#socket = socket;
      this.#rest = '';
      this.onWord = () => {
        this.onWord = null;
        resolve();
      };
      const last = this.seq > 0 ? `Last-Event-ID: ${this.seq}\r\n` : '';
      socket.write(`GET ${this.path} HTTP/1.1\r\nHost: ${this.url.host}\r\nCookie: ${this.cookie}\r\n${last}\r\n`);
      socket.on('data', (chunk: Buffer) => this.#take(chunk));
      socket.on('error', reject);
      socket.on('close', () => {
        if (this.#socket === socket) this.#socket = null;
        reject(new Error('The line was closed.'));
      });
    });
  }

  cut(): void {
    this.#socket?.destroy();
    this.#socket = null;
  }

  /** Lines that say nothing here are the answer's head, comments and the sizes of its pieces. */
  #take(chunk: Buffer): void {
    this.bytes += chunk.length;
    const lines = (this.#rest + chunk.toString()).split('\n');
    this.#rest = lines.pop() ?? '';
    for (const line of lines) {
      if (line.startsWith('event: ')) this.#kind = line.slice(7);
      else if (line.startsWith('data: '))
        this.#hear({ kind: this.#kind, data: JSON.parse(line.slice(6)) } as LessonMessage);
    }
  }

  #hear(message: LessonMessage): void {
    if (message.kind === 'hello') {
      const { view, seq } = message.data;
      this.seq = seq;
      this.firstPlace = view.room.at;
      this.places = [];
      this.member = view.role === 'pupil' ? view.own.member : null;
    } else if (message.kind === 'patch') {
      const { room, seq } = message.data;
      if (room) this.seq = seq;
      if (typeof room?.at === 'string') {
        this.places.push(room.at);
        this.onPlace(room.at);
      }
    }
    this.onWord?.();
  }
}
