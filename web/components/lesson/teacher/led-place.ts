import type { LeadView } from '../../../../server/contract/lesson/commands';
import type { RoomView } from '../../../../server/contract/lesson/views';
import type { FromFrame } from '../../../lessons/frame';

/** A place as `go-to` names it; `view` only where the reference is best read in another. */
export interface LedPlace {
  at: string;
  view?: LeadView;
}

/** In which view a reference has its own page. */
const OWN_VIEW: Partial<Record<string, LeadView>> = {
  object: 'objects',
  region: 'objects',
  event: 'timeline',
  room: 'gallery',
  section: 'story',
  fact: 'story',
  activity: 'story',
  tour: 'story',
  stop: 'story'
};

/** The view a place is shown in: the one that was said, else that of its own page; null where it has none. */
export function viewOf({ at, view }: { at: string | null; view: LeadView | null }): LeadView | null {
  return view ?? (at === null ? 'story' : (OWN_VIEW[at.split(':')[0] ?? ''] ?? null));
}

/**
 * Where the class goes when the teacher’s frame shows this; null where it cannot be said: another exhibit, or a page at no
 * place while the class is at none. A view without a place keeps the place the class is at.
 */
export function ledPlace(
  { exhibit, view, at: shown }: Pick<Extract<FromFrame, { kind: 'shown' }>, 'exhibit' | 'view' | 'at'>,
  room: Pick<RoomView, 'exhibit' | 'at'>
): LedPlace | null {
  const at = shown ?? room.at;
  if (exhibit !== room.exhibit || at === null) return null;
  const own = OWN_VIEW[at.split(':')[0] ?? ''];
  return view === null || view === own ? { at } : { at, view };
}
