/** Offsets from the middle of a lane, in the order they are tried; marks that would touch step aside. */
const TRACKS = [0, -1, 1] as const;
export type Track = (typeof TRACKS)[number];

/**
 * Gives each mark of one lane a track so that no two on a track come nearer than `gap`; when all three are taken the
 * one that frees first is used, and marks overlap. `spans` are [left, right] ascending by left, in any one unit.
 */
export function tracksOf(spans: readonly (readonly [number, number])[], gap: number): Track[] {
  const free = new Map<Track, number>(TRACKS.map((track) => [track, -Infinity]));
  return spans.map(([left, right]) => {
    const open = TRACKS.find((track) => free.get(track)! + gap <= left);
    const track = open ?? TRACKS.reduce((soonest, next) => (free.get(next)! < free.get(soonest)! ? next : soonest));
    free.set(track, Math.max(free.get(track)!, right));
    return track;
  });
}
