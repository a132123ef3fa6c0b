import type { Looked } from '../../server/contract/lesson/wire';
import type { FromFrame, Pose } from './frame';
import type { Surroundings } from './surroundings';

/** Cells of the heat map, metres. */
const CELL_M = 0.5;
const LOOK_EVERY_MS = 500;
const SEND_EVERY_MS = 10_000;
/** As many of a kind as one message may have. */
const MOST = 40;

/** Adds up where one stood and what one looked at, and hands in the sums: never a way, never a time. */
export class Looking {
  pose: Pose | null = null;
  #at: string | null = null;
  readonly #cells = new Map<string, { room: string; x: number; z: number; ms: number }>();
  readonly #targets = new Map<string, number>();

  constructor(
    private readonly surroundings: Pick<Surroundings, 'now' | 'setTimeout' | 'clearTimeout'>,
    private readonly send: (looked: Looked) => Promise<unknown>
  ) {}

  /** What the page in the frame says. */
  hear(message: FromFrame): void {
    if (message.kind === 'pose') this.pose = message.pose;
    if (message.kind !== 'shown') return;
    this.#at = message.at;
    if (message.view !== 'gallery') this.pose = null;
  }

  /** Counts while `isLooking`; gives a function that ends it. */
  start(isLooking: () => boolean): () => void {
    const { now, setTimeout, clearTimeout } = this.surroundings;
    let looked = now();
    let sent = looked;
    let timer: unknown = null;
    const turn = () => {
      const time = now();
      // After a pause of the machine the time between is nobody's.
      const ms = Math.min(time - looked, 2 * LOOK_EVERY_MS);
      looked = time;
      if (isLooking()) this.#count(ms);
      if (time - sent >= SEND_EVERY_MS) {
        sent = time;
        this.#hand();
      }
      timer = setTimeout(turn, LOOK_EVERY_MS);
    };
    timer = setTimeout(turn, LOOK_EVERY_MS);
    return () => clearTimeout(timer);
  }

  #count(ms: number): void {
    if (this.pose) {
      const { room } = this.pose;
      const [x, z] = [middle(this.pose.x), middle(this.pose.z)];
      const key = `${room} ${x} ${z}`;
      this.#cells.set(key, { room, x, z, ms: (this.#cells.get(key)?.ms ?? 0) + ms });
    }
    if (this.#at !== null) this.#targets.set(this.#at, (this.#targets.get(this.#at) ?? 0) + ms);
  }

  #hand(): void {
    const cells = [...this.#cells.values()].slice(0, MOST);
    const targets = [...this.#targets].slice(0, MOST).map(([at, ms]) => ({ at, ms }));
    if (cells.length + targets.length === 0) return;
    this.#cells.clear();
    this.#targets.clear();
    void this.send({ cells, targets });
  }
}

const middle = (metres: number) => (Math.floor(metres / CELL_M) + 0.5) * CELL_M;
