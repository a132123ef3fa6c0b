import type { CompiledExhibit, CompiledObject } from '../../exhibits/format/compiled';
import type { PageRequest } from '../../server/contract/pages';
import { showsRecord } from '../components/citation/cited-record';
import { oneLine } from '../i18n/numbers';
import { pageHref, viewPath } from './address';
import { inLocale } from './context';

type Node = Record<string, unknown>;

/**
 * What a search engine may know of the page, as schema.org has it: an object is an `ArchiveComponent`, an exhibit an
 * `ExhibitionEvent` held online by an `ArchiveOrganization`. Null for pages that describe neither. Addresses are whole
 * when the site knows its own, else relative to the page, as JSON-LD in HTML allows.
 */
export function structuredData(request: PageRequest): Node | null {
  const { model } = request;
  switch (model.page) {
    case 'home':
      return graph([organization(request)]);
    case 'story':
      return graph([exhibition(request, model.exhibit, true), organization(request)]);
    case 'object': {
      const object = model.exhibit.objects[model.object];
      if (!object) return null;
      return graph([
        component(request, model.exhibit, model.object, object),
        exhibition(request, model.exhibit, false),
        organization(request)
      ]);
    }
    default:
      return null;
  }
}

function component(request: PageRequest, exhibit: CompiledExhibit, id: string, object: CompiledObject): Node {
  const say = speaker(request);
  const url = addressOf(request, `${viewPath(exhibit.id, 'objects')}/${id}`);
  const isRecord = showsRecord(object.nature);
  const place = object.place ? exhibit.places[object.place] : undefined;
  const people = (object.people ?? []).flatMap((person) => exhibit.people[person] ?? []);
  const makers = (object.creators ?? []).map(say);
  const credit = say(object.credit ?? exhibit.credit);
  return filled({
    '@type': 'ArchiveComponent',
    '@id': `${url}#record`,
    url,
    name: say(object.title),
    alternateName: Object.entries(object.title)
      .filter(([lang]) => lang !== request.locale)
      .map(([lang, text]) => oneLine(text, lang)),
    description: say(object.label ?? object.alt),
    disambiguatingDescription: say(object.natureNote),
    identifier: object.refCode && { '@type': 'PropertyValue', propertyID: '档号', value: object.refCode },
    // A sketch was not made when the thing it shows was.
    dateCreated: isRecord ? isoDate(object.date) : undefined,
    temporalCoverage: isRecord ? undefined : coverage(object),
    holdingArchive: isRecord && object.refCode && { '@type': 'ArchiveOrganization', name: say(object.holder) },
    material: isRecord ? say(object.extent) : undefined,
    about: people.map(({ name }) => ({ '@type': 'Person', name: say(name) })),
    contentLocation:
      place &&
      filled({
        '@type': 'Place',
        name: say(place.name),
        geo:
          place.lat !== undefined && place.lon !== undefined
            ? { '@type': 'GeoCoordinates', latitude: place.lat, longitude: place.lon }
            : undefined
      }),
    image: pictureOf(request, exhibit, id),
    license: object.rights ?? exhibit.rights,
    creditText: (isRecord ? [...makers, credit] : [credit]).filter(Boolean).join('; '),
    subjectOf: { '@id': exhibitionId(request, exhibit) }
  });
}

function exhibition(request: PageRequest, exhibit: CompiledExhibit, isWhole: boolean): Node {
  const say = speaker(request);
  const url = addressOf(request, viewPath(exhibit.id, 'story'));
  const cover = /^object:(.+)$/.exec(exhibit.cover ?? '')?.[1];
  return filled({
    '@type': 'ExhibitionEvent',
    '@id': exhibitionId(request, exhibit),
    url,
    name: say(exhibit.title),
    description: say(exhibit.summary),
    inLanguage: exhibit.languages,
    isAccessibleForFree: true,
    eventAttendanceMode: 'https://schema.org/OnlineEventAttendanceMode',
    location: { '@type': 'VirtualLocation', url },
    organizer: { '@id': organizationId(request) },
    image: isWhole && cover ? pictureOf(request, exhibit, cover) : undefined,
    workFeatured: isWhole
      ? Object.keys(exhibit.objects).map((id) => ({
          '@id': `${addressOf(request, `${viewPath(exhibit.id, 'objects')}/${id}`)}#record`
        }))
      : undefined
  });
}

function organization(request: PageRequest): Node {
  const { house } = request;
  return filled({
    '@type': 'ArchiveOrganization',
    '@id': organizationId(request),
    url: addressOf(request, '/'),
    name: speaker(request)(house.holder),
    email: house.contact?.mail,
    telephone: house.contact?.telephone
  });
}

/** Longest side of the picture a search engine is given. */
const PICTURE_PX = 1200;

/** The work alone, as JPEG from the image service. */
function pictureOf(request: PageRequest, exhibit: CompiledExhibit, id: string): Node | undefined {
  const picture = exhibit.objects[id]?.derived.picture;
  if (!picture) return undefined;
  const { widthPx, heightPx } = picture;
  const scale = Math.min(1, PICTURE_PX / Math.max(widthPx, heightPx));
  return {
    '@type': 'ImageObject',
    contentUrl: `${request.publicUrl}/iiif/image/3/${exhibit.id}:${id}/full/!${PICTURE_PX},${PICTURE_PX}/0/default.jpg`,
    encodingFormat: 'image/jpeg',
    width: Math.round(widthPx * scale),
    height: Math.round(heightPx * scale)
  };
}

/** An EDTF date without marks is an ISO date; schema.org has no way to say “about”. */
function isoDate(edtf: string | undefined): string | undefined {
  return edtf !== undefined && /^\d{4}(-\d\d){0,2}$/.test(edtf) ? edtf : undefined;
}

/** First and last day as an ISO 8601 interval, where both are known. */
function coverage({ derived: { bounds } }: CompiledObject): string | undefined {
  const [from, to] = bounds ?? [null, null];
  return from === null || to === null ? undefined : from === to ? from : `${from}/${to}`;
}

const graph = (nodes: Node[]): Node => ({ '@context': 'https://schema.org', '@graph': nodes });
const addressOf = ({ publicUrl, locale }: PageRequest, path: string) => publicUrl + pageHref(locale, path);
const exhibitionId = (request: PageRequest, { id }: CompiledExhibit) =>
  `${addressOf(request, viewPath(id, 'story'))}#exhibition`;
const organizationId = (request: PageRequest) => `${addressOf(request, '/')}#house`;

function speaker({ locale }: PageRequest) {
  return (text: Record<string, string> | undefined): string => {
    const { text: said, lang } = inLocale(text, locale);
    return oneLine(said, lang ?? locale);
  };
}

/** Less what is not known: an empty value would claim that there is none. */
function filled(node: Node): Node {
  return Object.fromEntries(
    Object.entries(node).filter(
      ([, value]) =>
        value !== undefined && value !== '' && value !== false && !(Array.isArray(value) && value.length === 0)
    )
  );
}
