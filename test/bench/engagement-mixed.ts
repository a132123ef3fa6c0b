import { spawn } from 'node:child_process';
import { startTestServer } from '../browser/support/server';
import { risingId } from './batch';
import type { Figure } from './figure';

const EVENTS_PER_S = 5_000;
const FOR_MS = 12_000;
/** Asked from so long after the events' beginning until so long before their end. */
const EDGE_MS = 1_000;

/** Goal 5 of `engagement.md` §6: how long an exhibit's JSON takes while 5,000 events a second come in, at the real server. */
export async function benchMixed(): Promise<Figure[]> {
  const server = await startTestServer();
  try {
    // Processes of their own, and two of them: whoever asks must not wait in line behind the making of batches, nor
    // either of them behind the server's work.
    const [sent, asked] = await Promise.all([
      inProcess(SENDER, server.url, String(EVENTS_PER_S), String(FOR_MS)),
      inProcess(ASKER, server.url, String(FOR_MS - 2 * EDGE_MS), String(EDGE_MS))
    ]);
    const { perSecond } = JSON.parse(sent) as { perSecond: number };
    const { times } = JSON.parse(asked) as { times: number[] };
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

/** What a program wrote, when it has ended. */
async function inProcess(program: string, ...args: string[]): Promise<string> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', program, ...args], {
    stdio: ['ignore', 'pipe', 'inherit']
  });
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
  await new Promise((resolve) => child.once('close', resolve));
  return text;
}

/** Sends 20 events a request at an even pace; says how many a second were acknowledged. */
const SENDER = `
  import { randomUUID } from 'node:crypto';
  import { Agent, request } from 'node:http';
  const [url, eventsPerS, ms] = process.argv.slice(1);
  const PER_REQUEST = 20, EVERY_MS = 20;
  const aTick = Number(eventsPerS) / PER_REQUEST / (1000 / EVERY_MS);
  const objects = Object.keys((await (await fetch(url + '/api/exhibits/northern-port')).json()).objects);
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  ${risingId}
  let accepted = 0;
  const send = () => new Promise((resolve, reject) => {
    const now = new Date().toISOString();
    const events = Array.from({ length: PER_REQUEST }, (_, n) => ({
      id: risingId(), type: 'view', at: now, target: 'object:' + objects[n % objects.length], durationMs: 2000 + n * 97
    }));
    const batch = { v: 1, exhibit: 'northern-port', visit: randomUUID(), sent: now, channel: 'web', view: 'story', locale: 'zh-Hans', events };
    const asked = request(url + '/api/engagement', { method: 'POST', agent, headers: { 'Content-Type': 'application/json' } }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (part) => (text += part)).on('end', () => {
        if (answer.statusCode === 202) accepted += JSON.parse(text).accepted;
        resolve();
      });
    });
    asked.on('error', reject).end(JSON.stringify(batch));
  });
  const began = performance.now();
  const going = new Set();
  for (let tick = 1; performance.now() - began < Number(ms); tick++) {
    for (let n = 0; n < aTick; n++) { const one = send().finally(() => going.delete(one)); going.add(one); }
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, began + tick * EVERY_MS - performance.now())));
  }
  await Promise.all(going);
  agent.destroy();
  console.log(JSON.stringify({ perSecond: accepted / ((performance.now() - began) / 1000) }));
`;

/** Asks for the exhibit fifty times a second, as a browser does (compressed), from when the events have begun to come. */
const ASKER = `
  import { Agent, get } from 'node:http';
  const [url, ms, edgeMs] = process.argv.slice(1);
  const agent = new Agent({ keepAlive: true });
  const headers = { 'Accept-Encoding': 'br' };
  const ask = () => new Promise((resolve, reject) => {
    const start = performance.now();
    get(url + '/api/exhibits/northern-port', { agent, headers }, (answer) => {
      answer.on('data', () => {}).on('end', () => resolve(performance.now() - start));
    }).on('error', reject);
  });
  await new Promise((resolve) => setTimeout(resolve, Number(edgeMs)));
  const asked = [];
  const began = performance.now();
  for (let tick = 1; performance.now() - began < Number(ms); tick++) {
    asked.push(ask());
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, began + tick * 20 - performance.now())));
  }
  const times = await Promise.all(asked);
  agent.destroy();
  console.log(JSON.stringify({ times }));
`;
