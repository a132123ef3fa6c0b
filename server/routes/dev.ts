import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Issue } from '../../exhibits/format/issues';

/** What an open page hears in development: reload, or look at these issues. */
export type DevEvent = { kind: 'changed'; exhibit: string } | { kind: 'issues'; exhibit: string; issues: Issue[] };

export interface DevEvents {
  send(event: DevEvent): void;
  subscribe(listener: (event: DevEvent) => void): () => void;
}

export function openDevEvents(): DevEvents {
  const listeners = new Set<(event: DevEvent) => void>();
  return {
    send: (event) => listeners.forEach((listener) => listener(event)),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    }
  };
}

/** `GET /api/dev/events`: development only. */
export function devRoutes(events: DevEvents, hashes: () => Record<string, string>) {
  return new Hono().get('/api/dev/events', (c) =>
    streamSSE(c, async (stream) => {
      const unsubscribe = events.subscribe((event) => {
        void stream.writeSSE({ event: event.kind, data: JSON.stringify(event) });
      });
      stream.onAbort(unsubscribe);
      // A file may have been saved between the page and this line: the page compares and follows.
      await stream.writeSSE({ event: 'hello', data: JSON.stringify(hashes()) });
      // A comment now and then keeps proxies and the browser from closing a quiet line.
      while (!stream.aborted) {
        await stream.sleep(15_000);
        await stream.writeSSE({ event: 'still-here', data: '{}' });
      }
    })
  );
}
