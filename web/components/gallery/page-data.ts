import type { CompiledExhibit } from '../../../exhibits/format/compiled';
import type { PageLocale } from '../../../server/contract/pages';
import type { GalleryData } from '../../gallery/data';
import { oneLine } from '../../i18n/numbers';
import type { Translator } from '../../i18n/translator';
import { inLocale } from '../../pages/context';
import { engineData } from './engine-data';
import { roomName, roomOrdinal, roomTitle, wallWords } from './stop-names';

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
  'noGallery'
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
  /** Stop to begin at, and whether the visitor asked for that very work. */
  startStop: number;
  isAskedFor: boolean;
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
          ? t('gallery:stopTitle', { title: roomTitle(room, locale) })
          : oneLine(inLocale(exhibit.objects[id]?.title, locale).text, locale);
      return { title, place: t('gallery:stopPlace', { place: wallWords(stop.wall, t), title }) };
    }),
    rooms: Object.fromEntries(
      plan.rooms.map((room) => [
        room.id,
        { ordinal: roomOrdinal(exhibit, room.id, locale, t), name: roomName(exhibit, room, locale, t) }
      ])
    ),
    startStop: Math.max(0, startStop),
    isAskedFor: startStop >= 0 && (plan.stops[startStop]?.at.startsWith('object:') ?? false)
  };
}

/** The stop of a reference: the object itself, the object of an event or region, the first room of a section; −1 for none. */
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
    case 'event': {
      const event = exhibit.timeline.events.find((one) => one.id === id);
      const direct = event?.object === undefined ? -1 : stopOf(`object:${event.object}`);
      return direct >= 0 ? direct : ofSection(event?.section);
    }
    default:
      return -1;
  }
}
