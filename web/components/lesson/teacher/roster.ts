/** Names by seat: typed in by the teacher, kept in this browser alone and never sent anywhere. */
export type Roster = Record<string, string>;

const keyOf = (lesson: string) => `lantai-roster-${lesson}`;
const MOST_SEATS = 99;
const MOST_LETTERS = 40;

/**
 * Names from a pasted list: one a line, or cells of a table. A line may begin (or end) with its seat (`12 张三`, `张三\t12`);
 * without one it is its place among the lines. Anything past seat 99 is left out.
 */
export function rosterFrom(pasted: string): Roster {
  const roster: Roster = {};
  let place = 0;
  for (const line of pasted.split(/\r?\n/)) {
    const cells = line
      .split(/[\t,，;；]|\s{2,}/)
      .map((cell) => cell.trim())
      .filter((cell) => cell !== '');
    if (cells.length === 0) continue;
    const [seat, name] = seatAndName(cells);
    if (name === '') continue;
    place = seat ?? place + 1;
    if (place >= 1 && place <= MOST_SEATS) roster[String(place)] = name.slice(0, MOST_LETTERS);
  }
  return roster;
}

function seatAndName(cells: string[]): [seat: number | null, name: string] {
  const [first = '', second = ''] = cells;
  if (/^\d{1,2}[号號]?$/.test(first) && cells.length > 1) return [parseInt(first, 10), second];
  if (/^\d{1,2}[号號]?$/.test(second)) return [parseInt(second, 10), first];
  const led = /^(\d{1,2})\s*[号號.、:：]?\s*(\D.*)$/.exec(first);
  return led ? [Number(led[1]), led[2]?.trim() ?? ''] : [null, first];
}

/** Names as lines that `rosterFrom` reads again. */
export function rosterText(roster: Roster): string {
  return Object.entries(roster)
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([seat, name]) => `${seat}\t${name}`)
    .join('\n');
}

/** A browser that keeps nothing gives and takes nothing. */
export function readRoster(lesson: string, storage: Pick<Storage, 'getItem'> | null = openStorage()): Roster {
  try {
    const kept: unknown = JSON.parse(storage?.getItem(keyOf(lesson)) ?? '{}');
    if (typeof kept !== 'object' || kept === null) return {};
    return Object.fromEntries(
      Object.entries(kept).filter(
        (entry): entry is [string, string] => /^\d{1,2}$/.test(entry[0]) && typeof entry[1] === 'string'
      )
    );
  } catch {
    return {};
  }
}

/** Keeps names for the lesson; none deletes them. False where this browser keeps nothing. */
export function keepRoster(
  lesson: string,
  roster: Roster,
  storage: Pick<Storage, 'setItem' | 'removeItem'> | null = openStorage()
): boolean {
  try {
    if (!storage) return false;
    if (Object.keys(roster).length === 0) storage.removeItem(keyOf(lesson));
    else storage.setItem(keyOf(lesson), JSON.stringify(roster));
    return true;
  } catch {
    return false;
  }
}

/** Blocked in some browsers’ strictest settings, where touching it throws. */
function openStorage(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}
