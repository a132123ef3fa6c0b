import { type IncomingHttpHeaders, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

export interface Held {
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

/** A server that says yes at once and hands on afterwards, one by one: what the real one must not do. */
export async function acknowledgeEarly(
  answerTo: (body: string) => { status: number; answer: object },
  handOn: (held: Held) => Promise<unknown>
): Promise<{ url: string; stop: () => Promise<void> }> {
  let isStopped = false;
  const waiting: Held[] = [];
  const work = async () => {
    while (!isStopped) {
      const held = waiting.shift();
      if (held === undefined) await delay(2);
      else await handOn(held);
    }
  };
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      waiting.push({ path: request.url ?? '', headers: request.headers, body });
      const { status, answer } = answerTo(body);
      response.writeHead(status, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify(answer));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  void work();
  return {
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      isStopped = true;
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  };
}
