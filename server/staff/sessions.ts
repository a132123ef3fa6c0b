import { createHash, randomBytes } from 'node:crypto';

/** Left alone for so long, a session is over. */
const IDLE_MS = 2 * 3_600_000;
/** And after a working day in any case. */
const LONGEST_MS = 12 * 3_600_000;
/** Sessions at once; the one that was quiet longest goes first. */
const MOST = 100;

interface Session {
  beganMs: number;
  usedMs: number;
}

/** Sessions of staff, in memory: a restart ends them. What a browser holds is a random word; here lies its hash alone. */
export class StaffSessions {
  readonly #sessions = new Map<string, Session>();

  constructor(private readonly now: () => number = Date.now) {}

  /** The word of a new session, 256 random bits. */
  begin(): string {
    const word = randomBytes(32).toString('base64url');
    const nowMs = this.now();
    this.#sessions.set(hashOf(word), { beganMs: nowMs, usedMs: nowMs });
    for (const oldest of this.#sessions.keys()) {
      if (this.#sessions.size <= MOST) break;
      this.#sessions.delete(oldest);
    }
    return word;
  }

  /** Whether the word is of a session that goes on; asking keeps it alive. */
  goesOn(word: string): boolean {
    const key = hashOf(word);
    const session = this.#sessions.get(key);
    if (!session) return false;
    const nowMs = this.now();
    this.#sessions.delete(key);
    if (nowMs - session.usedMs > IDLE_MS || nowMs - session.beganMs > LONGEST_MS) return false;
    // Back at the end: the map stays in order of last use.
    this.#sessions.set(key, { ...session, usedMs: nowMs });
    return true;
  }

  /** Whether there was one to end. */
  end(word: string): boolean {
    return this.#sessions.delete(hashOf(word));
  }
}

function hashOf(word: string): string {
  return createHash('sha256').update(word).digest('base64url');
}
