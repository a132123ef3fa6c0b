const IDLE_MS = 30_000;

/** Milliseconds a visitor really was there: page visible, focused, and something done in the last 30 s. */
export interface Attention {
  total(): number;
  /** The visitor did something. */
  act(): void;
  /** The page is visible and focused, or no longer so. */
  run(isRunning: boolean): void;
}

export function watchAttention(now: () => number): Attention {
  let sum = 0;
  let from: number | null = null;
  let lastAct = now();

  const total = () => sum + (from === null ? 0 : Math.max(0, Math.min(now(), lastAct + IDLE_MS) - from));
  function act(): void {
    sum = total();
    lastAct = now();
    if (from !== null) from = lastAct;
  }

  return {
    total,
    act,
    run(isRunning) {
      act();
      from = isRunning ? lastAct : null;
    }
  };
}
