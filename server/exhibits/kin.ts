import type { CompiledExhibit } from '../../exhibits/format/compiled';
import { subjectOf } from '../../exhibits/format/subject';
import type { Kin } from '../contract/pages';
import type { ShownExhibit } from './catalogue';

/** More would be a catalogue, not a hint. */
const MOST = 6;
/** Of one other exhibit, so that none crowds out the rest. */
const MOST_OF_ONE = 4;
/** A place known no better is a whole town or sea: nearly everything happened there. */
const MAX_ERROR_M = 3000;
const WHOLE_DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Works and events of other exhibits that speak of the same people, place or day as an object: a day weighs 3, a person
 * 2, a place 1. Exhibits are made apart and choose their ids alone, so people and places are the same when they are
 * called the same in a language. An event that shows a related work is left to the work.
 */
export function kinOf(own: CompiledExhibit, object: string, others: readonly ShownExhibit[], most = MOST): Kin[] {
  const thing = own.objects[object];
  if (!thing) return [];
  const from = traitsOf(own, thing, daysOf(own, object));
  const found = others
    .filter(({ exhibit }) => exhibit.id !== own.id)
    .flatMap(({ exhibit }) =>
      candidatesOf(exhibit)
        .flatMap((candidate) => {
          const kin = kinship(from, candidate);
          return kin ? [kin] : [];
        })
        .filter(({ kin }, _, all) => !isShownBy(exhibit, kin, all))
        .sort((a, b) => b.weight - a.weight)
        .slice(0, MOST_OF_ONE)
    );
  return found
    .sort((a, b) => b.weight - a.weight)
    .slice(0, most)
    .map(({ kin }) => kin);
}

interface Traits {
  /** Names of people, of the place, and days. */
  people: Record<string, string>[];
  place: Record<string, string> | null;
  days: string[];
}

interface Candidate extends Omit<Kin, 'people' | 'place' | 'day'> {
  traits: Traits;
}

/** Compiled exhibits never change: what they offer is gathered once. */
const gathered = new WeakMap<CompiledExhibit, Candidate[]>();

function candidatesOf(exhibit: CompiledExhibit): Candidate[] {
  const known = gathered.get(exhibit);
  if (known) return known;
  const candidates = gather(exhibit);
  gathered.set(exhibit, candidates);
  return candidates;
}

function gather(exhibit: CompiledExhibit): Candidate[] {
  const eventDates = new Map<string, string[]>();
  for (const { object, date } of exhibit.timeline.events) {
    if (object !== undefined) eventDates.set(object, [...(eventDates.get(object) ?? []), date]);
  }
  const exhibitTitle = exhibit.shortTitle ?? exhibit.title;
  const objects = Object.entries(exhibit.objects).map(([id, object]) => ({
    exhibit: exhibit.id,
    exhibitTitle,
    reference: `object:${id}`,
    title: object.title,
    date: object.date ?? null,
    nature: object.nature ?? null,
    traits: traitsOf(exhibit, object, wholeDays([object.date, ...(eventDates.get(id) ?? [])]))
  }));
  const events = exhibit.timeline.events.map((event) => ({
    exhibit: exhibit.id,
    exhibitTitle,
    reference: `event:${event.id}`,
    title: event.title,
    date: event.date,
    nature: null,
    traits: traitsOf(exhibit, event, wholeDays([event.date]))
  }));
  return [...objects, ...events];
}

function traitsOf(
  exhibit: CompiledExhibit,
  thing: { facts?: string[]; people?: string[]; place?: string | undefined },
  days: string[]
): Traits {
  const { people, place } = subjectOf(exhibit, thing);
  const where = place === undefined ? undefined : exhibit.places[place];
  return {
    people: [...people].flatMap((id) => {
      const person = exhibit.people[id];
      return person ? [person.name] : [];
    }),
    place: where && (where.errorM ?? 0) <= MAX_ERROR_M ? where.name : null,
    days
  };
}

/** Days of an object and of the events that show it. */
function daysOf(exhibit: CompiledExhibit, id: string): string[] {
  const shown = exhibit.timeline.events.filter((event) => event.object === id).map(({ date }) => date);
  return wholeDays([exhibit.objects[id]?.date, ...shown]);
}

const wholeDays = (dates: (string | undefined)[]): string[] => [
  ...new Set(dates.flatMap((date) => (date !== undefined && WHOLE_DAY.test(date) ? [date] : [])))
];

function kinship(from: Traits, { traits, ...thing }: Candidate): { kin: Kin; weight: number } | null {
  const people = from.people.filter((name) => traits.people.some((other) => isSame(name, other)));
  const place = from.place && traits.place && isSame(from.place, traits.place) ? from.place : null;
  const day = from.days.find((one) => traits.days.includes(one)) ?? null;
  const weight = 2 * people.length + (place ? 1 : 0) + (day ? 3 : 0);
  return weight > 0 ? { kin: { ...thing, people, place, day }, weight } : null;
}

function isSame(a: Record<string, string>, b: Record<string, string>): boolean {
  return Object.entries(a).some(([locale, name]) => b[locale] === name);
}

function isShownBy({ timeline }: CompiledExhibit, { reference }: Kin, all: { kin: Kin }[]): boolean {
  const shown = timeline.events.find(({ id }) => reference === `event:${id}`)?.object;
  return shown !== undefined && all.some(({ kin }) => kin.reference === `object:${shown}`);
}
