import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { isoDay } from '../../server/engagement/day';
import { openEngagement } from '../../server/engagement/engagement';
import { engagementRoutes } from '../../server/routes/engagement';
import type { Figure } from './figure';

const OVERLOAD_CONNECTIONS = 256;
const OVERLOAD_MS = 5_000;

/** Goals 6 and 7 of `engagement.md` §6: more than the disk takes, and a class behind one address. */
export async function benchOverload(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'lantai-bench-'));
  const known = { targets: new Set(['object:o1']), edition: '', judges: new Map() };
  const engagement = await openEngagement({ dataFolder: folder, log: () => {} });
  let addresses = 0;
  let isClass = false;
  const app = engagementRoutes({
    engagement,
    knownExhibits: () => known,
    addressOf: () => (isClass ? '203.0.113.7' : `10.0.${(addresses++ >> 8) & 255}.${addresses & 255}`)
  });
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  const agent = new Agent({ keepAlive: true, maxSockets: OVERLOAD_CONNECTIONS });
  try {
    let accepted = 0;
    let wrong = 0;
    let refused = 0;
    let peakBytes = 0;
    const before = process.memoryUsage.rss();
    const until = Date.now() + OVERLOAD_MS;
    const senders = Array.from({ length: OVERLOAD_CONNECTIONS }, async () => {
      while (Date.now() < until) {
        const answer = await post(port, agent, bodyOf(100));
        if (answer.status === 202) accepted += (JSON.parse(answer.text) as { accepted: number }).accepted;
        else if ((answer.status === 503 || answer.status === 429) && answer.retryAfter >= 1) refused++;
        else wrong++;
        peakBytes = Math.max(peakBytes, process.memoryUsage.rss());
      }
    });
    await Promise.all(senders);
    const ended = performance.now();
    while ((await post(port, agent, bodyOf(1))).status !== 202) await new Promise((resolve) => setTimeout(resolve, 50));
    accepted++;
    const healthyMs = performance.now() - ended;
    const day = isoDay(engagement.today());
    const stored = (await engagement.figures('bench', day, day)).events['view'] ?? 0;

    isClass = true;
    const visits = Array.from({ length: 60 }, () => crypto.randomUUID());
    let refusedInClass = 0;
    for (let round = 0; round < 4; round++) {
      const answers = await Promise.all(visits.map((visit) => post(port, agent, bodyOf(10, visit))));
      refusedInClass += answers.filter(({ status }) => status !== 202).length;
    }
    return [
      {
        name: `memory added under overload (${OVERLOAD_CONNECTIONS} connections)`,
        value: (peakBytes - before) / 1e6,
        unit: 'MB',
        goal: '< 250'
      },
      { name: 'accepted under overload but not stored', value: accepted - stored, unit: 'events', goal: '0' },
      { name: 'refusals without Retry-After, or other answers', value: wrong, unit: '', goal: '0' },
      { name: 'refused with 503 or 429', value: refused, unit: 'batches', goal: '–' },
      { name: 'until it takes events again', value: healthyMs, unit: 'ms', goal: '< 2000' },
      { name: 'refused of a class of 60 behind one address', value: refusedInClass, unit: 'batches', goal: '0' }
    ];
  } finally {
    agent.destroy();
    server.close();
    await engagement.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function bodyOf(count: number, visit: string = crypto.randomUUID()): string {
  const now = new Date().toISOString();
  const events = Array.from({ length: count }, (_, n) => ({
    id: crypto.randomUUID(),
    type: 'view',
    at: new Date(Date.now() - n * 1_000).toISOString(),
    target: 'object:o1',
    durationMs: 5_000
  }));
  const batch = { v: 1, exhibit: 'bench', visit, sent: now, channel: 'web', view: 'story', locale: 'zh-Hans', events };
  return JSON.stringify(batch);
}

function post(port: number, agent: Agent, body: string): Promise<{ status: number; text: string; retryAfter: number }> {
  return new Promise((resolve, reject) => {
    const headers = { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) };
    const options = { port, host: '127.0.0.1', path: '/api/engagement', method: 'POST', agent, headers };
    const sent = request(options, (answer) => {
      let text = '';
      answer.on('data', (chunk: Buffer) => (text += chunk.toString()));
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, text, retryAfter: Number(answer.headers['retry-after'] ?? 0) })
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
