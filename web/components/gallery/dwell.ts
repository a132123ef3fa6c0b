/** What one stands before and where one is, told to the recorder, which counts attention alike in all views. */
export interface Dwell {
  /** The work or title wall one stands before now: `object:ID`, `room:ID`, or null where there is none. */
  lookAt(target: string | null): void;
  /** Something lies over the room and is looked at instead: the desk of a work, `object:ID`, or null for the plan and list. */
  cover(target: string | null): void;
  /** The room is seen again, and what one stands before by now. */
  uncover(): void;
  enter(room: string): void;
}

/**
 * Tells the recorder (`lantai:stay`) which work is looked at and which room one is in: two stays, each until the next. It
 * counts them while the page is visible, in front, and something was done in the last 30 s. A title wall is no work.
 */
export function watchDwell(root: Document): Dwell {
  const stays = new Map<string, string | null>();
  const tell = (place: string) =>
    root.dispatchEvent(new CustomEvent('lantai:stay', { detail: { place, target: stays.get(place) ?? null } }));
  const stay = (place: string, target: string | null) => {
    if (stays.get(place) === target) return;
    stays.set(place, target);
    tell(place);
  };
  // A page drawn ahead of time has no recorder until it is shown.
  root.addEventListener('prerenderingchange', () => [...stays.keys()].forEach(tell));
  let before: string | null = null;
  let over: string | null | undefined;
  const look = () => stay('work', over === undefined ? before : over);
  return {
    lookAt(target) {
      before = target?.startsWith('room:') ? null : target;
      look();
    },
    cover(target) {
      over = target;
      look();
    },
    uncover() {
      over = undefined;
      look();
    },
    enter: (id) => stay('room', `room:${id}`)
  };
}
