/** Offsets from the middle of a lane, in the order they are tried; marks that would touch step aside. */
const TRACKS = [0, -1, 1] as const;
export type Track = (typeof TRACKS)[number];

/**
 * Gives each mark of one lane a track so that no two on a track come nearer than `gap`; null where all three are taken.
 * `spans` are [left, right] ascending by left, in any one unit; one that is `isWhole` takes all three.
 */
export function tracksOf(
  spans: readonly { left: number; right: number; isWhole?: boolean }[],
  gap: number
): (Track | null)[] {
  const free = new Map<Track, number>(TRACKS.map((track) => [track, -Infinity]));
  return spans.map(({ left, right, isWhole }) => {
    const track = isWhole ? 0 : TRACKS.find((one) => free.get(one)! + gap <= left);
    if (track === undefined) return null;
    for (const taken of isWhole ? TRACKS : [track]) free.set(taken, Math.max(free.get(taken)!, right));
    return track;
  });
}

/** Height of a lane in px: many lanes are lower, so that the axis stays on a screen. */
export function laneHeight(lanes: number): number {
  return lanes <= 6 ? 44 : lanes <= 10 ? 32 : 24;
}

/** Distance of the tracks of a lane in px. */
export function trackPx(lanes: number): number {
  return laneHeight(lanes) * 0.28;
}
