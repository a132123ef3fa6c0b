import type { SqlValue } from './driver';
import { DWELL_BINS, dwellBin } from './dwell';

/** Columns of a line that are added up, after those of its key. */
const SUMMED = 3 + DWELL_BINS;

/** Lines of one rollup that a transaction changes, each summed up so that it is written once. */
class Lines {
  readonly #lines = new Map<string, SqlValue[]>();

  constructor(private readonly columns: number) {}

  /** The line's numbers behind its key, to be added to. */
  at(key: readonly SqlValue[], add: (line: SqlValue[], from: number) => void): void {
    const name = key.join('/');
    let line = this.#lines.get(name);
    if (!line) {
      line = [...key, ...Array<number>(this.columns).fill(0)];
      this.#lines.set(name, line);
    }
    add(line, key.length);
  }

  /** By key: writers of several nodes that take their locks in one order never wait for each other in a ring. */
  inOrder(): SqlValue[][] {
    return [...this.#lines.values()].sort((a, b) => {
      for (let part = 0; part < a.length; part++) {
        const [one, other] = [a[part] ?? 0, b[part] ?? 0];
        if (one !== other) return one < other ? -1 : 1;
      }
      return 0;
    });
  }
}

/** What one transaction adds to the rollups; each is written once a line, in the order of keys. */
export class CommitSums {
  readonly rollup = new Lines(SUMMED);
  readonly viewRollup = new Lines(SUMMED);
  readonly arrivals = new Lines(1);
  readonly answers = new Lines(1);

  /** Key: exhibit, day, target, type; of a view: exhibit, view, type, day, target. */
  static add(lines: Lines, key: readonly number[], n: number, visits: number, durationMs: number | null): void {
    lines.at(key, (line, from) => {
      increase(line, from, n);
      increase(line, from + 1, visits);
      if (durationMs === null) return;
      increase(line, from + 2, durationMs);
      increase(line, from + 3 + dwellBin(durationMs), 1);
    });
  }

  static one(lines: Lines, key: readonly SqlValue[]): void {
    lines.at(key, (line, from) => increase(line, from, 1));
  }
}

function increase(line: SqlValue[], at: number, by: number): void {
  line[at] = Number(line[at]) + by;
}
