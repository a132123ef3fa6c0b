import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { encoded, type StreamConnection, Streams } from '../../../../server/lessons/connection';

/** A large patch, as a teacher's may be. */
const LARGE = encoded({ kind: 'bye', data: { reason: 'x'.repeat(32 * 1024) as 'slow' } });
const LEAVE_MS = 300;
const BEAT_MS = 10;

describe('a stream', () => {
  let streams: Streams;
  let server: Server;
  let opened: StreamConnection[];
  let closed: StreamConnection[];
  let sockets: Socket[];

  beforeEach(async () => {
    [opened, closed, sockets] = [[], [], []];
    streams = new Streams({ beatMs: BEAT_MS, leaveMs: LEAVE_MS });
    server = createServer((_, response) => {
      opened.push(streams.open(response, 'pupil', `m${opened.length}`, {}, (stream) => closed.push(stream)));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterEach(async () => {
    streams.close();
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });

  /** A device; `text` is what it has read so far. */
  async function device() {
    const { port } = server.address() as AddressInfo;
    const socket = connect(port, '127.0.0.1');
    sockets.push(socket);
    const before = opened.length;
    const own = { socket, text: '', isOver: false };
    socket.on('data', (chunk: Buffer) => (own.text += chunk.toString()));
    socket.on('close', () => (own.isOver = true));
    socket.on('error', () => (own.isOver = true));
    socket.write('GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n');
    await expect.poll(() => opened.length).toBe(before + 1);
    return own;
  }
  /** Sends until the device can take no more; how many it took. */
  async function fill(stream: StreamConnection | undefined): Promise<number> {
    for (let count = 0; ; count += 1) {
      if (!stream?.send(LARGE)) return count;
      await delay(1);
    }
  }

  it('is heard of again and again, each as often as the other', async () => {
    const devices: Awaited<ReturnType<typeof device>>[] = [];
    for (let n = 0; n < 30; n += 1) devices.push(await device());
    const beats = () => devices.map(({ text }) => text.match(/: \n\n/g)?.length ?? 0);
    const before = beats();
    await delay(BEAT_MS * 15 * 4);
    const more = beats().map((count, n) => count - (before[n] ?? 0));
    expect(Math.min(...more)).toBeGreaterThanOrEqual(2);
    expect(Math.max(...more) - Math.min(...more)).toBeLessThanOrEqual(1);
  });

  it('ends with a last word once 64 kB wait, and who reads on gets all of it', async () => {
    const own = await device();
    own.socket.pause();
    const [stream] = opened;
    const taken = await fill(stream);
    expect(taken).toBeGreaterThan(1);
    expect(stream?.response.writableLength).toBeLessThan(3 * 64 * 1024);
    expect(stream?.send(LARGE)).toBe(false);
    own.socket.resume();
    await expect.poll(() => own.isOver).toBe(true);
    expect(own.text.match(/event: bye/g)).toHaveLength(taken + 1);
    expect(own.text).toMatch(/event: bye\ndata: \{"reason":"slow"\}\n\n(\r\n0\r\n\r\n)?$/);
    expect([streams.size, closed]).toEqual([0, [stream]]);
  });

  it('is cut off where nobody reads on', async () => {
    const own = await device();
    own.socket.pause();
    await fill(opened[0]);
    const before = performance.now();
    await expect.poll(() => streams.size).toBe(0);
    expect(performance.now() - before).toBeGreaterThan(LEAVE_MS / 3);
    expect(closed).toEqual(opened);
  });

  it('is forgotten as soon as the device has gone, however it went', async () => {
    const [politely, suddenly] = [await device(), await device()];
    expect(streams.size).toBe(2);
    politely.socket.end();
    suddenly.socket.resetAndDestroy();
    await expect.poll(() => streams.size).toBe(0);
    expect(new Set(closed)).toEqual(new Set(opened));
    expect(closed).toHaveLength(2);
    expect(opened.map((stream) => stream.send(LARGE))).toEqual([false, false]);
  });
});
