import type { LeadView } from '../../server/contract/lesson/commands';
import type { Lead } from '../../server/contract/lesson/wire';

/**
 * What a lesson and the exhibit's page in its frame say to each other (`postMessage`, same origin alone). The frame's name
 * tells the page where it is shown; it goes with the frame from page to page. `in-frame.ts` is the page's side.
 */
export const FRAME_NAME = 'lantai-lesson';

export type Pose = NonNullable<Lead['pose']>;
export type Point = NonNullable<Lead['point']>;

/** From the page in the frame. */
export type FromFrame =
  /** A page has come, or its place has changed. `at` is a reference, null where the page is at none. */
  | { kind: 'shown'; exhibit: string | null; view: LeadView | null; at: string | null }
  /** Where one stands in the gallery, at most five times a second; at a stop that is said by its place. */
  | { kind: 'pose'; pose: Pose; isAtStop: boolean }
  /** Where one points in a picture, at most five times a second; null: nowhere. Told where pointing was asked for. */
  | { kind: 'point'; point: Point | null };

/** To the page in the frame. */
export type ToFrame =
  /** Goes to a place of the exhibit within the page; the gallery alone takes it. */
  | { kind: 'go'; at: string }
  /** Goes to where the teacher stands; the gallery alone takes it. */
  | { kind: 'stand'; pose: Pose }
  /** Draws where the teacher points, over the picture of that object; null takes it away. */
  | { kind: 'point'; point: Point | null }
  /** Whether the page is to tell where one points. */
  | { kind: 'watch'; isPointing: boolean };

interface Envelope<Message> {
  lantaiLesson: Message;
}

/** Says something to the page in a frame; where another site were shown it would not hear it. */
export function tellFrame(frame: HTMLIFrameElement, message: ToFrame): void {
  frame.contentWindow?.postMessage({ lantaiLesson: message } satisfies Envelope<ToFrame>, location.origin);
}

/** Says something to the lesson around this page. */
export function tellLesson(message: FromFrame, window: Window = globalThis.window): void {
  window.parent.postMessage({ lantaiLesson: message } satisfies Envelope<FromFrame>, window.location.origin);
}

/** Hears what the page in a frame says. Gives a function that ends it. */
export function hearFrame(frame: HTMLIFrameElement, onMessage: (message: FromFrame) => void): () => void {
  return hear(() => frame.contentWindow, onMessage);
}

/** Hears what the lesson around this page says. */
export function hearLesson(onMessage: (message: ToFrame) => void): () => void {
  return hear(() => window.parent, onMessage);
}

function hear<Message>(from: () => MessageEventSource | null, onMessage: (message: Message) => void): () => void {
  const take = ({ origin, source, data }: MessageEvent) => {
    if (origin !== location.origin || source === null || source !== from()) return;
    const message = (data as Partial<Envelope<Message>> | null)?.lantaiLesson;
    if (message !== undefined) onMessage(message);
  };
  addEventListener('message', take);
  return () => removeEventListener('message', take);
}

/** Lets through one in so many milliseconds, and always the last. */
export function atMostEvery<Value>(ms: number, act: (value: Value) => void): (value: Value) => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let last: { value: Value } | null = null;
  const turn = () => {
    timer = null;
    if (last === null) return;
    const { value } = last;
    last = null;
    act(value);
    timer = setTimeout(turn, ms);
  };
  return (value) => {
    last = { value };
    if (timer === null) turn();
  };
}
