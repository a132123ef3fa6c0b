/** A shorter look is a passing by. */
const LEAST_MS = 2000;
const MOST_MS = 3_600_000;

export interface Dwell {
  /** The work or title wall one stands before now: `object:ID`, `room:ID`, or null while walking. */
  lookAt(target: string | null): void;
  enter(room: string): void;
}

/**
 * Counts how long one stands before a work and stays in a room, while the page can be seen, and tells the recorder
 * when one leaves. Two clocks: the work's, and the room's.
 */
export function watchDwell(root: Document, now: () => number = () => performance.now()): Dwell {
  const work = clock(root, now);
  const room = clock(root, now);
  const pause = () => {
    const isVisible = root.visibilityState === 'visible';
    for (const one of [work, room]) one.setVisible(isVisible);
  };
  root.addEventListener('visibilitychange', pause, { capture: true });
  root.defaultView?.addEventListener(
    'pagehide',
    () => {
      work.turnTo(null);
      room.turnTo(null);
    },
    { capture: true }
  );
  return {
    lookAt: (target) => work.turnTo(target?.startsWith('room:') ? null : target),
    enter: (id) => room.turnTo(`room:${id}`)
  };
}

function clock(root: Document, now: () => number) {
  let target: string | null = null;
  let since = now();
  let gathered = 0;
  let isVisible = root.visibilityState === 'visible';
  const settle = () => {
    if (isVisible) gathered += now() - since;
    since = now();
  };
  const tell = () => {
    if (target === null || gathered < LEAST_MS) return;
    const durationMs = Math.min(MOST_MS, Math.round(gathered));
    root.dispatchEvent(new CustomEvent('lantai:engage', { detail: { type: 'view', target, durationMs } }));
  };
  return {
    turnTo(next: string | null) {
      if (next === target) return;
      settle();
      tell();
      target = next;
      gathered = 0;
    },
    /** A page that is hidden may never come back: what was gathered is told, and counting begins anew. */
    setVisible(next: boolean) {
      settle();
      if (!next) {
        tell();
        gathered = 0;
      }
      isVisible = next;
    }
  };
}
