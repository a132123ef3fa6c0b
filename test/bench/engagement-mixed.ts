import { spawn } from 'node:child_process';
import { startTestServer } from '../browser/support/server';
import type { Figure } from './figure';

const EVENTS_PER_S = 5_000;
const FOR_MS = 10_000;

/** Goal 5 of `engagement.md` §6: how long an exhibit's JSON takes while 5,000 events a second come in, at the real server. */
export async function benchMixed(): Promise<Figure[]> {
  const server = await startTestServer();
  try {
    // From a process of its own, so that waiting in line with the server's own work is not taken for the server's.
    const child = spawn(
      process.execPath,
      ['--input-type=module', '-e', SENDER, server.url, String(EVENTS_PER_S), String(FOR_MS)],
      { stdio: ['ignore', 'pipe', 'inherit'] }
    );
    let text = '';
    child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
    await new Promise((resolve) => child.once('close', resolve));
    const { perSecond, times } = JSON.parse(text) as { perSecond: number; times: number[] };
    times.sort((a, b) => a - b);
    const at = (part: number) => times[Math.floor(times.length * part)] ?? NaN;
    return [
      { name: 'exhibit JSON during ingest, p99', value: at(0.99), unit: 'ms', goal: '< 50' },
      { name: 'exhibit JSON during ingest, median', value: at(0.5), unit: 'ms', goal: '–' },
      { name: 'events a second meanwhile', value: perSecond, unit: 'events/s', goal: `${EVENTS_PER_S}` }
    ];
  } finally {
    await server.stop();
  }
}

/** Sends 20 events a request at an even pace and asks for the exhibit fifty times a second; says how long each took. */
const SENDER = `
  import { randomUUID } from 'node:crypto';
  const [url, eventsPerS, ms] = process.argv.slice(1);
  const PER_REQUEST = 20, EVERY_MS = 20;
  const aTick = Number(eventsPerS) / PER_REQUEST / (1000 / EVERY_MS);
  const objects = Object.keys((await (await fetch(url + '/api/exhibits/northern-port')).json()).objects);
  let accepted = 0;
  async function send() {
    const now = new Date().toISOString();
    const events = Array.from({ length: PER_REQUEST }, (_, n) => ({
      id: randomUUID(), type: 'view', at: now, target: 'object:' + objects[n % objects.length], durationMs: 2000 + n * 97
    }));
    const batch = { v: 1, exhibit: 'northern-port', visit: randomUUID(), sent: now, channel: 'web', view: 'story', locale: 'zh-Hans', events };
    const headers = { 'Content-Type': 'application/json' };
    const answer = await fetch(url + '/api/engagement', { method: 'POST', headers, body: JSON.stringify(batch) });
    if (answer.status === 202) accepted += (await answer.json()).accepted;
  }
  const times = [];
  async function ask() {
    const start = performance.now();
    await (await fetch(url + '/api/exhibits/northern-port')).arrayBuffer();
    times.push(performance.now() - start);
  }
  const began = performance.now();
  const going = new Set();
  const go = (work) => { const one = work().finally(() => going.delete(one)); going.add(one); };
  for (let tick = 1; performance.now() - began < Number(ms); tick++) {
    for (let n = 0; n < aTick; n++) go(send);
    go(ask);
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, began + tick * EVERY_MS - performance.now())));
  }
  await Promise.all(going);
  const perSecond = accepted / ((performance.now() - began) / 1000);
  console.log(JSON.stringify({ perSecond, times }));
`;
