import type { CompiledExhibit } from '../../exhibits/format/compiled';
import type { PageLocale } from '../../server/contract/pages';
import { hanNumber, oneLine, ordinal } from '../i18n/numbers';
import { pageHref, viewPath } from '../pages/address';
import { inLocale } from '../pages/context';
import { stopSubject } from './tour/stops';

export interface PassportSeal {
  character: string;
  title: string;
  lang: string | null;
  /** Where one goes for it. */
  href: string;
  /** Any of these places earns it. */
  places: string[];
}

/**
 * The seals of an exhibit: a section's for reading it, standing in one of its rooms or looking at one of its works; a
 * stop's for coming to it. Tours that do not speak the page's language are left out unless they are all there is.
 */
export function sealsOf(exhibit: CompiledExhibit, locale: PageLocale) {
  const name = (text: Record<string, string> | null | undefined) => {
    const { text: own, lang } = inLocale(text, locale);
    return { title: oneLine(own, lang ?? locale), lang };
  };
  const { rooms } = exhibit.derived.rooms;
  const sections = exhibit.sections.map((section, index): PassportSeal => ({
    character: section.seal ?? ordinal(index + 1, locale),
    ...name(section.title),
    href: `${pageHref(locale, viewPath(exhibit.id, 'story'), `section:${section.id}`)}#section-${section.id}`,
    places: [
      `section:${section.id}`,
      ...rooms.filter((room) => room.section === section.id).map((room) => `room:${room.id}`),
      ...section.derived.objects.map((object) => `object:${object}`)
    ]
  }));
  const spoken = exhibit.tours.filter((tour) => tour.title[locale] !== undefined);
  const tours = (spoken.length > 0 ? spoken : exhibit.tours).map((tour) => ({
    id: tour.id,
    ...name(tour.title),
    stops: tour.stops.map((stop, index): PassportSeal => {
      const reference = `stop:${tour.id}/${stop.id}`;
      return {
        // A seal holds characters: figures of two digits would stand one on the other.
        character: hanNumber(index + 1),
        ...name(stopSubject(exhibit, stop.at).title),
        href: `${pageHref(locale, `/exhibits/${exhibit.id}/tours/${tour.id}`, reference)}#stop-${stop.id}`,
        places: [reference]
      };
    })
  }));
  return { sections, tours };
}
