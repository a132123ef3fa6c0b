import { randomUUID } from 'node:crypto';
import { get as httpGet, type IncomingMessage } from 'node:http';
import type { LessonCommand } from '../../server/contract/lesson/commands';
import { patched, type View } from '../../server/contract/lesson/views';
import type { CommandReply, Hello, Joined, LessonMessage, OpenedLesson } from '../../server/contract/lesson/wire';

/** What came back, whatever it is. */
export interface Answer<Body> {
  status: number;
  body: Body & { error?: { code: string; message: string } };
  cookie: string | null;
  headers: Headers;
}

/** Asks the server as a browser would that has some cookies. */
export async function ask<Body = Record<string, never>>(
  url: string,
  path: string,
  { method = 'GET', body, cookie }: { method?: string; body?: unknown; cookie?: string | null } = {}
): Promise<Answer<Body>> {
  const response = await fetch(`${url}${path}`, {
    method: body === undefined ? method : method === 'GET' ? 'POST' : method,
    headers: {
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(cookie ? { Cookie: cookie } : {})
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) })
  });
  const text = await response.text();
  const given = response.headers.getSetCookie().map((line) => line.split(';')[0] ?? '');
  return {
    status: response.status,
    body: (text.startsWith('{') ? JSON.parse(text) : {}) as Answer<Body>['body'],
    cookie: given.length > 0 ? given.join('; ') : null,
    headers: response.headers
  };
}

/** One device in a lesson: it has a cookie, follows the stream and keeps its view as a page does. */
export class Device {
  view: View | null = null;
  seq = 0;
  /** Numbers of all messages that had one, in the order they came. */
  readonly seqs: number[] = [];
  readonly messages: LessonMessage[] = [];
  #stream: IncomingMessage | null = null;
  #request: ReturnType<typeof httpGet> | null = null;
  readonly #waiting = new Set<() => void>();

  constructor(
    public url: string,
    readonly lesson: string,
    public cookie: string,
    readonly as: 'teacher' | 'projector' | 'pupil'
  ) {}

  path(what: string): string {
    return `/api/lessons/${this.lesson}/${what}${what.includes('?') ? '&' : '?'}as=${this.as}`;
  }

  send(command: LessonCommand, id: string = randomUUID()): Promise<Answer<CommandReply>> {
    return ask<CommandReply>(this.url, this.path('commands'), { body: { id, command }, cookie: this.cookie });
  }

  /** Opens the stream; resolves with the first word. */
  connect(lastSeq: number | null = null): Promise<void> {
    return new Promise((resolve, reject) => {
      const headers = { Cookie: this.cookie, ...(lastSeq === null ? {} : { 'Last-Event-ID': String(lastSeq) }) };
      this.#request = httpGet(`${this.url}${this.path('stream')}`, { headers, agent: false }, (stream) => {
        if (stream.statusCode !== 200) return reject(new Error(`stream: ${String(stream.statusCode)}`));
        this.#stream = stream;
        let text = '';
        stream.setEncoding('utf8');
        stream.on('data', (chunk: string) => {
          text += chunk;
          for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
            this.#take(text.slice(0, end));
            text = text.slice(end + 2);
          }
        });
        stream.on('error', () => undefined);
        if (lastSeq !== null) resolve();
        else void this.until(() => this.view !== null).then(resolve);
      });
      this.#request.on('error', reject);
    });
  }

  #take(block: string): void {
    const fields = new Map(
      block.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)])
    );
    const kind = fields.get('event');
    if (kind === undefined) return;
    const message = { kind, data: JSON.parse(fields.get('data') ?? 'null') } as LessonMessage;
    this.messages.push(message);
    if (message.kind === 'hello') this.view = message.data.view;
    if (message.kind === 'patch' && this.view) this.view = patched(this.view, message.data);
    if (message.kind === 'hello' || message.kind === 'patch') {
      this.seq = message.data.seq;
      this.seqs.push(message.data.seq);
    }
    for (const look of this.#waiting) look();
  }

  /** Waits for what is told. */
  until(isSo: (device: this) => boolean, withinMs = 5_000): Promise<void> {
    return new Promise((resolve, reject) => {
      const look = () => {
        if (!isSo(this)) return;
        clearTimeout(timer);
        this.#waiting.delete(look);
        resolve();
      };
      const timer = setTimeout(() => {
        this.#waiting.delete(look);
        reject(
          new Error(
            `It did not become so: ${isSo.toString()}; last ${JSON.stringify(this.messages.at(-1))?.slice(0, 400)}`
          )
        );
      }, withinMs);
      this.#waiting.add(look);
      look();
    });
  }

  disconnect(): void {
    this.#request?.destroy();
    this.#stream?.destroy();
  }
}

/** Opens a lesson of the small exhibit; the teacher's device and the projector's key. */
export async function openClass(url: string, body: object = {}) {
  const opened = await ask<OpenedLesson>(url, '/api/lessons', {
    body: { exhibit: 'small', plan: 'squares-lesson', seats: 12, ...body }
  });
  if (opened.status !== 201) throw new Error(`open: ${opened.status} ${JSON.stringify(opened.body)}`);
  const { lesson, code, teacherKey, projectorKey } = opened.body;
  return { lesson, code, teacherKey, projectorKey, teacher: new Device(url, lesson, opened.cookie ?? '', 'teacher') };
}

/** A pupil comes in. */
export async function comeIn(
  url: string,
  { lesson, code }: { lesson: string; code: string },
  body: object = {}
): Promise<{ device: Device; answer: Answer<Joined>; hello: Hello }> {
  const answer = await ask<Joined>(url, `/api/lessons/${lesson}/join`, { body: { id: randomUUID(), code, ...body } });
  return { device: new Device(url, lesson, answer.cookie ?? '', 'pupil'), answer, hello: answer.body.hello };
}

export function roomOf(device: Device) {
  if (!device.view) throw new Error('The device has no view yet.');
  return device.view.room;
}

export function pupilOf(device: Device) {
  if (device.view?.role !== 'pupil') throw new Error('The device is no pupil’s.');
  return device.view.own;
}

export function teacherOf(device: Device) {
  if (device.view?.role !== 'teacher') throw new Error('The device is no teacher’s.');
  return device.view;
}
