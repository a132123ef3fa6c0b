/** Letters of groups, as the contract has them. */
export const GROUP_IDS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] as const;

/** Neighbours together: the seats in their order, cut into so many groups, sizes differing by one at most. */
export function groupsOf(seats: readonly number[], count: number): { id: string; seats: number[] }[] {
  const sorted = [...seats].sort((a, b) => a - b);
  const many = Math.max(1, Math.min(count, GROUP_IDS.length, sorted.length || 1));
  return GROUP_IDS.slice(0, many).map((id, place) => ({
    id,
    seats: sorted.slice(Math.round((place * sorted.length) / many), Math.round(((place + 1) * sorted.length) / many))
  }));
}

/** Runs of seats, for a line of words: [1,2,3,7] → [[1,3],[7,7]]. */
export function runsOf(seats: readonly number[]): [from: number, to: number][] {
  const runs: [number, number][] = [];
  for (const seat of [...seats].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && last[1] === seat - 1) last[1] = seat;
    else runs.push([seat, seat]);
  }
  return runs;
}
