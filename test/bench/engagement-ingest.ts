import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { dayOf } from '../../server/engagement/day';
import type { Engagement } from '../../server/engagement/engagement';
import { judgeEvents, readBatch } from '../../server/engagement/judge';
import type { KnownExhibit } from '../../server/engagement/targets';
import type { EventRow, RowBatch } from '../../server/storage/store';
import { openWriter } from '../../server/storage/writer';
import { batchOf, risingId } from './batch';
import { type Figure, median } from './figure';

/** What the made-up exhibit `bench` has to be looked at. */
export const OBJECTS = Array.from({ length: 120 }, (_, n) => `object:o${n}`);
export const BENCH: KnownExhibit = { targets: new Set(OBJECTS), edition: '', judges: new Map() };
const CONNECTIONS = 64;
const ROUNDS = 5;
const ROUND_MS = 2_000;
/** The better of what a deployed Umami 3.1 took in on two cores: recorded, not measured again here. */
const UMAMI_PER_SECOND = 234;

const CPU_GOALS_US: [perRequest: number, goalUs: number][] = [
  [1, 130],
  [10, 35],
  [50, 20]
];

/** Goals 2, 3 and 11 of `engagement.md` §6, at a server in this process that has `engagement`. */
export async function measureIngest(port: number, engagement: Engagement): Promise<Figure[]> {
  const cpu = new Map<number, number[]>();
  const rates = new Map<number, number[]>();
  const nothing: number[] = [];
  const alone: number[] = [];
  const inProcess: number[] = [];
  const [bare, singly] = [await serveNothing(), await serveSingly()];
  // Interleaved, so that a machine that slows down slows all of them. The first round only warms.
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [perRequest] of CPU_GOALS_US) {
      const { usPerEvent, perSecond } = await load(port, perRequest);
      if (round === 0) continue;
      append(cpu, perRequest, usPerEvent);
      append(rates, perRequest, perSecond);
    }
    const { usPerEvent } = await load(bare.port, 1);
    const { perSecond } = await load(singly.port, 1);
    if (round === 0) continue;
    nothing.push(usPerEvent);
    alone.push(perSecond);
    inProcess.push(await insertRate(50, 40, 500));
  }
  await bare.stop();
  await singly.stop();
  const differences = await engagement.differences();
  const rate = (perRequest: number) => median(rates.get(perRequest) ?? []);
  return [
    ...CPU_GOALS_US.map(([perRequest, goalUs]) => ({
      name: `CPU an event, ${perRequest} a request (best of ${ROUNDS})`,
      value: Math.min(...(cpu.get(perRequest) ?? [])),
      unit: 'µs',
      goal: `≤ ${goalUs}`
    })),
    {
      name: '÷ CPU of an answer that stores nothing, 1 a request',
      value: Math.min(...(cpu.get(1) ?? [])) / Math.min(...nothing),
      unit: '×',
      goal: '–'
    },
    {
      name: 'group commit ÷ a server with a transaction per request',
      value: rate(1) / median(alone),
      unit: '×',
      goal: '≥ 2.5'
    },
    {
      name: 'ingest ÷ in-process insert rate, 10 a request',
      value: rate(10) / median(inProcess),
      unit: '',
      goal: '≥ 0.20'
    },
    {
      name: 'ingest ÷ in-process insert rate, 50 a request',
      value: rate(50) / median(inProcess),
      unit: '',
      goal: '≥ 0.40'
    },
    { name: 'events a second, 1 a request', value: rate(1), unit: 'events/s', goal: '–' },
    { name: 'events a second, 50 a request', value: rate(50), unit: 'events/s', goal: '–' },
    {
      name: '÷ Umami 3.1 (recorded, 234 events/s), 1 a request',
      value: rate(1) / UMAMI_PER_SECOND,
      unit: '×',
      goal: '≥ 20'
    },
    {
      name: '÷ Umami 3.1 (recorded, 234 events/s), 10 a request',
      value: rate(10) / UMAMI_PER_SECOND,
      unit: '×',
      goal: '≥ 60'
    },
    { name: 'rollup lines that disagree with the events', value: differences.length, unit: '', goal: '0' }
  ];
}

/** Sends from a process of its own; the CPU is that of this one, all threads, for each event that was stored. */
async function load(port: number, perRequest: number): Promise<{ usPerEvent: number; perSecond: number }> {
  const child = spawn(
    process.execPath,
    ['--input-type=module', '-e', SENDER, String(port), String(perRequest), String(CONNECTIONS), String(ROUND_MS)],
    { stdio: ['pipe', 'pipe', 'inherit'] }
  );
  const next = () =>
    new Promise<string>((resolve) => child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString())));
  await next();
  const before = process.cpuUsage();
  const start = performance.now();
  child.stdin.write('go\n');
  const accepted = Number(await next());
  const { user, system } = process.cpuUsage(before);
  const seconds = (performance.now() - start) / 1000;
  await new Promise((resolve) => child.once('exit', resolve));
  return { usPerEvent: (user + system) / accepted, perSecond: accepted / seconds };
}

/**
 * Says “ready”, waits for a line, posts as fast as answers come, says how many events were acknowledged. Ids rise with time
 * (`risingId`): random ones, which no browser sends, cost the index twice.
 */
const SENDER = `
  import { Agent, request } from 'node:http';
  import { randomUUID } from 'node:crypto';
  const [port, perRequest, connections, ms] = process.argv.slice(1).map(Number);
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const post = (body) => new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const sent = request({ port, host: '127.0.0.1', path: '/api/engagement', method: 'POST', agent, headers }, (answer) => {
      let text = '';
      answer.on('data', (chunk) => (text += chunk));
      answer.on('end', () => resolve(answer.statusCode === 202 ? JSON.parse(text).accepted : 0));
    });
    sent.on('error', reject);
    sent.end(body);
  });
  const newId = () => {
    const time = Date.now().toString(16).padStart(12, '0');
    return time.slice(0, 8) + '-' + time.slice(8) + '-7' + randomUUID().slice(15);
  };
  const bodyOf = () => {
    const now = new Date().toISOString();
    const events = Array.from({ length: perRequest }, (_, n) => ({
      id: newId(), type: 'view', at: now, target: 'object:o' + Math.floor(Math.random() * 120), durationMs: 2000 + n * 97
    }));
    return JSON.stringify({ v: 1, exhibit: 'bench', visit: newId(), sent: now, channel: 'web', view: 'story', locale: 'zh-Hans', events });
  };
  let accepted = 0;
  async function work(until) { 
    while (Date.now() < until) {
      // Not \`accepted += await …\`, which reads before it waits.
      const stored = await post(bodyOf());
      accepted += stored;
    }
  }
  await post(bodyOf());
  console.log('ready');
  process.stdin.once('data', async () => {
    const until = Date.now() + ms;
    await Promise.all(Array.from({ length: connections }, () => work(until)));
    console.log(accepted);
    process.exit(0);
  });
`;

function append(lists: Map<number, number[]>, key: number, value: number): void {
  lists.set(key, [...(lists.get(key) ?? []), value]);
}

interface Serving {
  port: number;
  stop: () => Promise<void>;
}

/** Reads the request and says that it was taken: what the machine asks for an answer alone, to know it fast from slow. */
function serveNothing(): Promise<Serving> {
  return listen(async (request) => {
    await request.text();
    return Response.json({ accepted: 1, duplicates: 0, rejected: [] }, { status: 202 });
  });
}

/**
 * The same wire, judge and file, but each request in a transaction of its own on the thread that answers: what group
 * commit is measured against.
 */
async function serveSingly(): Promise<Serving> {
  const folder = mkdtempSync(join(tmpdir(), 'lantai-bench-'));
  const writer = await openWriter({ path: join(folder, 'engagement.db') });
  const serving = await listen(async (request) => {
    const received = Date.now();
    const read = readBatch(await request.text());
    if (!read.ok) return Response.json(read, { status: 400 });
    const { rows, rejected } = judgeEvents(read.batch, BENCH, received);
    const [result] = writer.commit([{ ...batchOf(rows, read.batch.view, received), visit: read.batch.visit }]);
    return Response.json({ ...result, rejected }, { status: 202 });
  });
  return {
    port: serving.port,
    async stop() {
      await serving.stop();
      writer.close();
      rmSync(folder, { recursive: true, force: true });
    }
  };
}

async function listen(fetch: (request: Request) => Promise<Response>): Promise<Serving> {
  const server = serve({ fetch, port: 0, hostname: '127.0.0.1' });
  await new Promise((resolve) => server.once('listening', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    stop: () => new Promise((resolve) => void server.close(() => resolve()))
  };
}

/** Events a second written straight to a file of its own, so many rows a batch and batches a transaction. */
async function insertRate(rows: number, batches: number, limitMs: number): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'lantai-bench-'));
  const writer = await openWriter({ path: join(folder, 'engagement.db') });
  const start = performance.now();
  let count = 0;
  while (performance.now() - start < limitMs) {
    writer.commit(Array.from({ length: batches }, () => looksOf(rows)));
    count += rows * batches;
  }
  const rate = count / ((performance.now() - start) / 1000);
  writer.close();
  rmSync(folder, { recursive: true, force: true });
  return rate;
}

/** A stay that looked at so many objects, at random or at these. */
export function looksOf(count: number, day = dayOf(Date.now()), targets: readonly string[] = []): RowBatch {
  const rows: EventRow[] = Array.from({ length: count }, (_, n) => ({
    id: risingId(),
    at: Date.now(),
    day,
    type: 'view',
    target: targets[n] ?? OBJECTS[Math.floor(Math.random() * OBJECTS.length)] ?? '',
    durationMs: 2_000 + n * 97,
    value: null
  }));
  return batchOf(rows);
}
