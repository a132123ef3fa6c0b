import { ID_PATTERN, REFERENCE_PATTERN } from './patterns';
import { entriesOf, get, itemsOf } from './values';

/** Kinds a reference can name, in the grammar `kind:ID`, `stop:TOUR/ID`, `region:OBJECT/ID` (`format.md` §1). */
export const REFERENCE_KINDS = [
  'object',
  'section',
  'room',
  'event',
  'tour',
  'activity',
  'fact',
  'source',
  'place',
  'person',
  'stop',
  'region'
] as const;
export type ReferenceKind = (typeof REFERENCE_KINDS)[number];

export interface Reference {
  /** Of another exhibit (`EXHIBIT#object:ID`), else null. */
  exhibit: string | null;
  kind: ReferenceKind;
  /** `ID`, or `TOUR/ID` and `OBJECT/ID`. */
  id: string;
}

/** Reads `object:large-dragon`; null when the text is no reference. */
export function parseReference(text: string): Reference | null {
  if (!REFERENCE_PATTERN.test(text)) return null;
  const hash = text.indexOf('#');
  const colon = text.indexOf(':');
  const kind = REFERENCE_KINDS.find((name) => name === text.slice(hash + 1, colon));
  return kind ? { exhibit: hash < 0 ? null : text.slice(0, hash), kind, id: text.slice(colon + 1) } : null;
}

/** Ids of each kind that an exhibit declares, and of eras and lanes, in the order written. */
export type KnownIds = Record<ReferenceKind | 'era' | 'lane', Set<string>>;

/**
 * Collects every id of an exhibit, however broken the rest of it is. Each section makes a room of its own id unless a room
 * of `gallery.rooms` shows it.
 */
export function knownIds(exhibit: unknown): KnownIds {
  const timeline = get(exhibit, 'timeline');
  const objects = entriesOf(get(exhibit, 'objects'));
  const tours = itemsOf(get(exhibit, 'tours'));
  const sections = idsOf(get(exhibit, 'sections'));
  const rooms = itemsOf(get(get(exhibit, 'gallery'), 'rooms'));
  const shown = new Set(rooms.map((room) => get(room, 'section')));
  return {
    object: new Set(objects.map(([id]) => id)),
    section: new Set(sections),
    room: new Set([...rooms.flatMap(roomId), ...sections.filter((id) => !shown.has(id))]),
    event: new Set(idsOf(get(timeline, 'events'))),
    era: new Set(idsOf(get(timeline, 'eras'))),
    lane: new Set(idsOf(get(timeline, 'lanes'))),
    tour: new Set(idsOf(tours)),
    activity: new Set(idsOf(get(exhibit, 'activities'))),
    fact: keySet(get(exhibit, 'facts')),
    source: keySet(get(exhibit, 'sources')),
    place: keySet(get(exhibit, 'places')),
    person: keySet(get(exhibit, 'people')),
    stop: new Set(tours.flatMap((tour) => idsOf(get(tour, 'stops')).map((id) => `${get(tour, 'id')}/${id}`))),
    region: new Set(objects.flatMap(([object, value]) => idsOf(get(value, 'regions')).map((id) => `${object}/${id}`)))
  };
}

/** A room's id is its section's unless it has its own. */
export function roomId(room: unknown): string[] {
  const id = get(room, 'id') ?? get(room, 'section');
  return typeof id === 'string' && ID_PATTERN.test(id) ? [id] : [];
}

const keySet = (value: unknown) => new Set(entriesOf(value).map(([key]) => key));

function idsOf(list: unknown): string[] {
  return itemsOf(list).flatMap((item) => {
    const id = get(item, 'id');
    return typeof id === 'string' ? [id] : [];
  });
}
