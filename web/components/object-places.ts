import type { CompiledExhibit } from '../../exhibits/format/compiled';

/** Where an object stands in the other views; numbers from 1, null where it does not stand. */
export interface ObjectPlaces {
  /** Section of the story, by its number. */
  section: { id: string; number: number } | null;
  /** Room by its number, stop by its number within the room. */
  hall: { room: number; stop: number } | null;
  /** The event that shows it: the first by date. */
  event: { id: string; date: string } | null;
  /** Every event, and every stop of a tour, that shows it. */
  events: string[];
  stops: { tour: string; stop: string; number: number }[];
}

export function placesOf(exhibit: CompiledExhibit, object: string): ObjectPlaces {
  const sectionIndex = exhibit.sections.findIndex(({ derived }) => derived.objects.includes(object));
  const section = exhibit.sections[sectionIndex];
  const events = exhibit.timeline.events.filter((event) => event.object === object);
  return {
    section: section ? { id: section.id, number: sectionIndex + 1 } : null,
    hall: hallPlace(exhibit, object),
    event: events[0] ? { id: events[0].id, date: events[0].date } : null,
    events: events.map(({ id }) => id),
    stops: exhibit.tours.flatMap((tour) =>
      tour.stops.flatMap((stop, index) =>
        stop.at === `object:${object}` || stop.at.startsWith(`region:${object}/`)
          ? [{ tour: tour.id, stop: stop.id, number: index + 1 }]
          : []
      )
    )
  };
}

function hallPlace({ derived }: CompiledExhibit, object: string): ObjectPlaces['hall'] {
  const stop = derived.rooms.stops.find(({ at }) => at === `object:${object}`);
  if (!stop) return null;
  const inRoom = derived.rooms.stops.filter(({ room }) => room === stop.room);
  return {
    room: derived.rooms.rooms.findIndex(({ id }) => id === stop.room) + 1,
    stop: inRoom.indexOf(stop) + 1
  };
}

/** All objects in the order of the story, then those no section shows, as written. */
export function objectsInOrder(exhibit: CompiledExhibit): string[] {
  const placed = exhibit.sections.flatMap(({ derived }) => derived.objects);
  return [...new Set([...placed, ...Object.keys(exhibit.objects)])];
}

/** The objects before and after in that order. */
export function neighboursOf(exhibit: CompiledExhibit, object: string): { previous?: string; next?: string } {
  const order = objectsInOrder(exhibit);
  const index = order.indexOf(object);
  const previous = order[index - 1];
  const next = order[index + 1];
  return { ...(previous && { previous }), ...(next && { next }) };
}
