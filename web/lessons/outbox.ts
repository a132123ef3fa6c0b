import type { LessonCommand } from '../../server/contract/lesson/commands';
import type { CommandReply, CommandSent } from '../../server/contract/lesson/wire';
import { type Answered, isWorthAnotherTry, type Refusal } from './calls';
import type { Surroundings } from './surroundings';

export interface OutboxOptions extends Surroundings {
  /** Under which the tab keeps what waits. */
  key: string;
  newId(): string;
  send(sent: CommandSent): Promise<Answered<CommandReply>>;
  /** Called with what waits, oldest first, whenever that changes. */
  onWaiting(waiting: readonly CommandSent[]): void;
  /** The server’s last word on something that was handed in before the page was loaded anew. */
  onLate(sent: CommandSent, answered: Answered<CommandReply>): void;
}

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 15_000;

/**
 * Commands on their way up, one after the other. Each keeps its id until the server has had its say, on this device if need be,
 * so that nothing is lost with the line or a reload, and nothing is done twice.
 */
export function openOutbox(options: OutboxOptions) {
  const { storage, key, setTimeout, clearTimeout, random } = options;
  let waiting = restored();
  const asked = new Map<string, (answered: Answered<CommandReply>) => void>();
  let sending: string | null = null;
  let timer: unknown = null;
  let attempt = 0;

  function restored(): CommandSent[] {
    try {
      const kept: unknown = JSON.parse(storage?.getItem(key) ?? '[]');
      return Array.isArray(kept) ? (kept as CommandSent[]) : [];
    } catch {
      return [];
    }
  }
  function keep(next: CommandSent[]): void {
    waiting = next;
    try {
      if (next.length > 0) storage?.setItem(key, JSON.stringify(next));
      else storage?.removeItem(key);
    } catch {
      // The browser refuses storage: it waits in memory.
    }
    options.onWaiting(next);
  }
  function settle(sent: CommandSent, answered: Answered<CommandReply>): void {
    keep(waiting.filter(({ id }) => id !== sent.id));
    const resolve = asked.get(sent.id);
    asked.delete(sent.id);
    if (resolve) resolve(answered);
    else options.onLate(sent, answered);
  }

  async function work(): Promise<void> {
    clearTimeout(timer);
    if (sending !== null) return;
    for (let sent = waiting[0]; sent; sent = waiting[0]) {
      sending = sent.id;
      const answered = await options.send(sent);
      sending = null;
      if (!answered.ok && isWorthAnotherTry(answered)) return wait(answered);
      attempt = 0;
      settle(sent, answered);
    }
  }
  function wait({ retryAfterS }: Refusal): void {
    const grown = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** attempt);
    attempt += 1;
    timer = setTimeout(() => void work(), (retryAfterS === null ? grown : retryAfterS * 1_000) + random() * 500);
  }

  if (waiting.length > 0) {
    options.onWaiting(waiting);
    void work();
  }
  return {
    /** Resolves with the server’s last word; it may take as long as the line is down. */
    hand(command: LessonCommand): Promise<Answered<CommandReply>> {
      const sent = { id: options.newId(), command };
      // A newer answer to the same task takes the place of one that has not left yet.
      const kept = waiting.filter((one) => one.id === sending || !isReplaced(one.command, command));
      const replaced = waiting.filter((one) => !kept.includes(one)).map(({ id }) => asked.get(id));
      keep([...kept, sent]);
      const result = new Promise<Answered<CommandReply>>((resolve) =>
        asked.set(sent.id, (answered) => [resolve, ...replaced].forEach((tell) => tell?.(answered)))
      );
      void work();
      return result;
    },
    /** The line is back: what waits goes at once. */
    wake(): void {
      attempt = 0;
      void work();
    }
  };
}
export type Outbox = ReturnType<typeof openOutbox>;

function isReplaced(before: LessonCommand, after: LessonCommand): boolean {
  if (before.kind === 'answer' && after.kind === 'answer') return before.task === after.task;
  return before.kind === 'help' && after.kind === 'help';
}
