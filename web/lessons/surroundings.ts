/** What the client of a lesson needs of its surroundings; a test brings its own. */
export interface Surroundings {
  fetch: typeof fetch;
  /** Null where the browser refuses storage. */
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | null;
  /** Milliseconds since 1970 by the device’s clock. */
  now(): number;
  setTimeout(act: () => void, ms: number): unknown;
  clearTimeout(timer: unknown): void;
  /** From 0 to 1. */
  random(): number;
}

export function browserSurroundings(): Surroundings {
  return {
    fetch: (input, init) => fetch(input, init),
    storage: tabStorage(),
    now: () => Date.now(),
    setTimeout: (act, ms) => setTimeout(act, ms),
    clearTimeout: (timer) => clearTimeout(timer as number),
    random: () => Math.random()
  };
}

function tabStorage(): Storage | null {
  try {
    return sessionStorage;
  } catch {
    return null;
  }
}
