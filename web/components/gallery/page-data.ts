import type { CompiledExhibit, CompiledTour } from '../../../exhibits/format/compiled';
import type { PageLocale } from '../../../server/contract/pages';
import type { GalleryData } from '../../gallery/data';
import { oneLine } from '../../i18n/numbers';
import type { Translator } from '../../i18n/translator';
import { inLocale } from '../../pages/context';
import { engineData, plainText } from './engine-data';
import { readingSeconds } from './reading-time';
import { roomName, roomOrdinal, roomTitle, wallWords } from './stop-names';
import type { WalkedTour } from './tour-walk';

/** Messages the page's script speaks, with their `{{values}}` still open. */
const SPOKEN = [
  'stopOf',
  'stopStatus',
  'walkingStatus',
  'loading',
  'lost',
  'restored',
  'roomOf',
  'stopsOf',
  'seen',
  'hereNow',
  'noGallery',
  'facings',
  'facingStatus',
  'turnedLeft',
  'turnedRight',
  'tourPause',
  'tourResume',
  'tourDone',
  'tierNow',
  'tier_low',
  'tier_middle',
  'tier_high'
] as const;
export type SpokenKey = (typeof SPOKEN)[number];

/** All the gallery's script is given, as JSON in the page. */
export interface GalleryPageData {
  engine: GalleryData;
  locale: PageLocale;
  messages: Record<SpokenKey, string>;
  /** One for each stop of the plan: what it is called, and where it is. */
  stops: { title: string; place: string }[];
  /** One for each room: 第三室, and 第三室，机器、信件与电线. */
  rooms: Record<string, { ordinal: string; name: string }>;
  tours: WalkedTour[];
  /** The halt of a tour the visitor asked for. */
  startTour: { tour: string; index: number } | null;
  /** Stop to begin at, and whether the visitor asked for that very work. */
  startStop: number;
  isAskedFor: boolean;
  /** The region of that work the visitor asked to look at. */
  startRegion: string | null;
}

export function galleryPageData(
  exhibit: CompiledExhibit,
  locale: PageLocale,
  t: Translator,
  at: string | null
): GalleryPageData {
  const plan = exhibit.derived.rooms;
  const startStop = stopFor(exhibit, at);
  return {
    engine: engineData(exhibit, locale, t),
    locale,
    messages: Object.fromEntries(
      SPOKEN.map((key) => [key, t(`gallery:${key}`, { skipInterpolation: true })])
    ) as Record<SpokenKey, string>,
    stops: plan.stops.map((stop) => {
      const room = plan.rooms.find((one) => one.id === stop.room);
      const [kind, id = ''] = stop.at.split(':');
      const title =
        kind === 'room' && room
          ? t('gallery:stopTitle', { title: roomTitle(exhibit, room, locale, t) })
          : oneLine(inLocale(exhibit.objects[id]?.title, locale).text, locale);
      return { title, place: t('gallery:stopPlace', { place: wallWords(stop.wall, t), title }) };
    }),
    rooms: Object.fromEntries(
      plan.rooms.map((room) => [
        room.id,
        { ordinal: roomOrdinal(exhibit, room.id, locale, t), name: roomName(exhibit, room, locale, t) }
      ])
    ),
    tours: exhibit.tours.map((tour) => walkedTour(exhibit, tour, locale)),
    startTour: haltOf(exhibit, at),
    startStop: Math.max(0, startStop),
    isAskedFor: startStop >= 0 && (plan.stops[startStop]?.at.startsWith('object:') ?? false),
    startRegion: startStop >= 0 ? (/^region:[^/]+\/(.+)$/.exec(at ?? '')?.[1] ?? null) : null
  };
}

/** A tour by the stops of the plan; a halt at what hangs nowhere is spoken where one stands. */
function walkedTour(exhibit: CompiledExhibit, tour: CompiledTour, locale: PageLocale): WalkedTour {
  const title = inLocale(tour.title, locale);
  let stop = 0;
  return {
    id: tour.id,
    title: oneLine(title.text, title.lang ?? locale),
    lang: title.lang ?? null,
    stops: tour.stops.map((halt) => {
      const found = stopFor(exhibit, halt.at);
      if (found >= 0) stop = found;
      const text = plainText(inLocale(halt.text, locale).text);
      return { id: halt.id, stop, text, seconds: readingSeconds(text, halt.seconds) };
    })
  };
}

/** `stop:TOUR/ID` as the tour and the place of the halt in it; null for anything else. */
function haltOf(exhibit: CompiledExhibit, at: string | null): { tour: string; index: number } | null {
  const [kind, id = ''] = (at ?? '').split(':');
  const [tourId, stopId] = id.split('/');
  const tour = kind === 'stop' ? exhibit.tours.find((one) => one.id === tourId) : undefined;
  const index = tour?.stops.findIndex((one) => one.id === stopId) ?? -1;
  return tour && index >= 0 ? { tour: tour.id, index } : null;
}

/** The stop of a reference: the object itself, the object of an event or region, the first room of a section, what a halt of a tour looks at; −1 for none. */
export function stopFor(exhibit: CompiledExhibit, at: string | null): number {
  if (at === null) return -1;
  const { stops, rooms } = exhibit.derived.rooms;
  const [kind, id = ''] = at.split(':');
  const stopOf = (reference: string) => stops.findIndex((stop) => stop.at === reference);
  const ofSection = (section: string | undefined) => {
    const room = rooms.find((one) => one.section === section);
    return room ? stopOf(`room:${room.id}`) : -1;
  };
  switch (kind) {
    case 'object':
      return stopOf(at);
    case 'region':
      return stopOf(`object:${id.split('/')[0] ?? ''}`);
    case 'room':
      return stopOf(at);
    case 'section':
      return ofSection(id);
    case 'stop': {
      const halt = haltOf(exhibit, at);
      const tour = exhibit.tours.find((one) => one.id === halt?.tour);
      return stopFor(exhibit, tour?.stops[halt?.index ?? -1]?.at ?? null);
    }
    case 'event': {
      const event = exhibit.timeline.events.find((one) => one.id === id);
      const direct = event?.object === undefined ? -1 : stopOf(`object:${event.object}`);
      return direct >= 0 ? direct : ofSection(event?.section);
    }
    default:
      return -1;
  }
}
