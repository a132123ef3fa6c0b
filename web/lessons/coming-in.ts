import type { JoinLesson } from '../../server/contract/lesson/wire';
import type { Surroundings } from './surroundings';

/** The key that brings a tab back in where its cookie was lost. */
const memberKeyOf = (lesson: string) => `lantai-lesson-key:${lesson}`;
/** What was asked for last and not answered: sent again under its id it gives the same seat. */
const JOINING = 'lantai-lesson-joining';

type Stored = Pick<Surroundings, 'storage'>;

export function keepMemberKey({ storage }: Stored, lesson: string, key: string): void {
  write(storage, memberKeyOf(lesson), key);
}

export function memberKey({ storage }: Stored, lesson: string): string | null {
  return read(storage, memberKeyOf(lesson));
}

/**
 * Takes the key out of the address at once, so that neither the history nor a photo of the screen has it. Null where
 * the address has none.
 */
export function takeKey(location: Location, history: History): string | null {
  const key = new URLSearchParams(location.hash.slice(1)).get('key');
  if (key === null) return null;
  history.replaceState(history.state, '', location.pathname + location.search);
  return /^[\w-]{22,43}$/.test(key) ? key : null;
}

/** The request to join, under the id of the one before where it asks for the same. */
export function joinRequest(
  { storage }: Stored,
  lesson: string,
  wanted: Omit<JoinLesson, 'id'>,
  newId: () => string
): JoinLesson {
  const same = JSON.stringify([lesson, wanted]);
  const [id, before] = read(storage, JOINING)?.split(' ', 2) ?? [];
  const asked = { ...wanted, id: id !== undefined && before === encodeURIComponent(same) ? id : newId() };
  write(storage, JOINING, `${asked.id} ${encodeURIComponent(same)}`);
  return asked;
}

/** The server has had its say: the next request is another. */
export function joinAnswered({ storage }: Stored): void {
  try {
    storage?.removeItem(JOINING);
  } catch {
    // Nothing was kept then.
  }
}

function read(storage: Stored['storage'], key: string): string | null {
  try {
    return storage?.getItem(key) ?? null;
  } catch {
    return null;
  }
}

function write(storage: Stored['storage'], key: string, value: string): void {
  try {
    storage?.setItem(key, value);
  } catch {
    // The cookie alone must do.
  }
}
