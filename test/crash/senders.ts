import { Agent, request } from 'node:http';
import { engagementReply } from '../../server/contract/engagement';
import { EXHIBIT, TARGETS } from './server-process';

/** What the senders know: every event made, and which of them the server said it has. */
export interface Journal {
  made: number;
  acknowledged: Set<string>;
  /** Bodies without an answer yet, sent again by the next round as a browser does. */
  unanswered: Map<string, string[]>;
}

export function openJournal(): Journal {
  return { made: 0, acknowledged: new Set(), unanswered: new Map() };
}

const SENDERS = 16;

export interface SendOptions {
  /** Nothing new is made. */
  onlyUnanswered?: boolean;
  /** How often each status was answered. */
  statuses?: Map<number, number>;
  /** Servers that some batches are sent to again, all at once. */
  copies?: readonly string[];
}

/**
 * Posts from many connections at once, first what had no answer, then new batches of one to twenty events, until
 * `isOver`; a sender whose server has gone ends. `true` for nothing but what is unanswered.
 */
export async function sendUntil(
  isOver: () => boolean,
  url: string,
  journal: Journal,
  how: boolean | SendOptions = false
): Promise<void> {
  const { onlyUnanswered = how === true, statuses, copies = [] }: SendOptions = typeof how === 'boolean' ? {} : how;
  const agent = new Agent({ keepAlive: true, maxSockets: SENDERS });
  const again = [...journal.unanswered.keys()];
  const sender = async () => {
    while (!isOver()) {
      const body = again.pop() ?? (onlyUnanswered ? null : makeBody(journal));
      if (body === null) return;
      const isAnswered = await deliver(url, body, journal, agent, statuses);
      // As a browser does that heard no answer: the same again, here to another server at the same time.
      if (copies.length > 0 && Math.random() < 0.3) {
        await Promise.all(copies.map((copy) => deliver(copy, body, journal, agent, statuses)));
      }
      if (!isAnswered) return;
    }
  };
  await Promise.all(Array.from({ length: SENDERS }, sender));
  agent.destroy();
}

function makeBody(journal: Journal): string {
  const now = new Date().toISOString();
  const events = Array.from({ length: 1 + Math.floor(Math.random() * 20) }, (_, n) => ({
    id: crypto.randomUUID(),
    type: 'view',
    at: now,
    target: TARGETS[n % TARGETS.length],
    durationMs: 2_000 + Math.floor(Math.random() * 300_000)
  }));
  const batch = { v: 1, exhibit: EXHIBIT, visit: crypto.randomUUID(), sent: now, channel: 'web' };
  const body = JSON.stringify({ ...batch, view: 'story', locale: 'en', events });
  journal.made += events.length;
  journal.unanswered.set(
    body,
    events.map(({ id }) => id)
  );
  return body;
}

/** False when the connection broke. */
async function deliver(
  url: string,
  body: string,
  journal: Journal,
  agent: Agent,
  statuses?: Map<number, number>
): Promise<boolean> {
  const ids = journal.unanswered.get(body) ?? idsOf(body);
  const answer = await post(url, body, agent);
  if (answer === null) return false;
  statuses?.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
  if (answer.status !== 202) {
    // Not now: a moment later, though sooner than a browser would.
    await new Promise((resolve) => setTimeout(resolve, 50));
    return true;
  }
  const { accepted, duplicates } = engagementReply.parse(JSON.parse(answer.text));
  if (accepted + duplicates !== ids.length) throw new Error(`Of ${ids.length} events ${answer.text} was said.`);
  for (const id of ids) journal.acknowledged.add(id);
  journal.unanswered.delete(body);
  return true;
}

function idsOf(body: string): string[] {
  const { events } = JSON.parse(body) as { events: { id: string }[] };
  return events.map(({ id }) => id);
}

export function post(url: string, body: string, agent?: Agent): Promise<{ status: number; text: string } | null> {
  return new Promise((resolve) => {
    const headers = { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) };
    const options = { method: 'POST', headers, ...(agent ? { agent } : {}) };
    const sent = request(`${url}/api/engagement`, options, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
      response.on('error', () => resolve(null));
    });
    sent.on('error', () => resolve(null));
    sent.end(body);
  });
}
