import type { DiskCache } from './disk-cache';
import type { RenderedBytes, RenderOutcome, RenderPriority } from './renderer';

export interface MakingOptions {
  priority: RenderPriority;
  /** Whether the file goes to the cache. */
  isKept: boolean;
}

/** Makes the file of a key, which always names the same kind of file; `entry` describes it in the log. */
export type MakeOnce = <Result extends RenderedBytes>(
  key: string,
  entry: object,
  options: MakingOptions,
  make: () => Promise<RenderOutcome<Result>>
) => Promise<RenderOutcome<Result>>;

/** One making a key at a time, however many ask; what is made is kept on disk. */
export function openMaking(cache: DiskCache, log: (entry: object) => void) {
  const underWay = new Map<string, Promise<RenderOutcome<RenderedBytes>>>();

  const makeOnce: MakeOnce = <Result extends RenderedBytes>(
    key: string,
    entry: object,
    { priority, isKept }: MakingOptions,
    make: () => Promise<RenderOutcome<Result>>
  ) => {
    // A key stands for one kind of file, so what is under way is of this kind.
    const under = underWay.get(key) as Promise<RenderOutcome<Result>> | undefined;
    if (under) return under;
    const startedMs = performance.now();
    const made = make()
      .then(async (outcome) => {
        if (outcome.ok && isKept) await cache.write(key, outcome.result.bytes);
        const ms = Math.round(performance.now() - startedMs);
        // What is made ahead and tiles would be hundreds of lines; who is turned away is told so.
        if (!outcome.ok && !outcome.isBusy) log({ what: 'not-rendered', ...entry, ms, message: outcome.message });
        else if (priority === 'visitor') log({ what: 'rendered', ...entry, ms });
        return outcome;
      })
      .finally(() => underWay.delete(key));
    underWay.set(key, made);
    return made;
  };

  return { makeOnce, settled: () => Promise.allSettled(underWay.values()) };
}
