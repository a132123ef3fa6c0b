import type { CompiledExhibit, CompiledObject, Picture, Sheet } from '../../../exhibits/format/compiled';
import { dateWords } from '../../../exhibits/format/date-words';
import type { LocalizedText } from '../../../exhibits/format/common';
import type { PlannedRoom } from '../../../exhibits/plan/plan';
import type { PageLocale } from '../../../server/contract/pages';
import type { GalleryData, GalleryRoom, GalleryWork } from '../../gallery/data';
import { oneLine, ordinal } from '../../i18n/numbers';
import type { Translator } from '../../i18n/translator';
import { inLocale } from '../../pages/context';

/** The widest derivative the engine asks for is the first at least this wide. */
const WIDEST_PX = 2048;

/** What the engine needs of an exhibit in one language, and no more: it goes into the page as JSON. */
export function engineData(exhibit: CompiledExhibit, locale: PageLocale, t: Translator): GalleryData {
  const plan = exhibit.derived.rooms;
  const shown = plan.rooms.flatMap((room) => [...room.works, ...room.plinths].map((one) => one.object));
  const works = Object.fromEntries(
    shown.flatMap((id) => {
      const object = exhibit.objects[id];
      return object ? [[id, galleryWork(object, locale, t)]] : [];
    })
  );
  const rooms = Object.fromEntries(
    plan.rooms.map((room, index) => {
      const section = exhibit.sections.find((one) => one.id === room.section);
      return [room.id, galleryRoom(room, section?.text, exhibit.derived.sheets[room.id], index + 1, locale, t)];
    })
  );
  return { plan, works, rooms, words: { missing: t('gallery:pictureMissing') } };
}

function galleryWork(object: CompiledObject, locale: PageLocale, t: Translator): GalleryWork {
  const nature = t(`common:nature_${object.nature}`);
  const note = inLocale(object.natureNote, locale).text;
  const { colour, widthPx, heightPx, derivatives } = object.derived.picture;
  return {
    title: oneLine(inLocale(object.title, locale).text, locale),
    otherTitle: otherText(object.title, locale),
    dateLine: object.date === undefined ? '' : dateWords(object.date, locale).words,
    label: inLocale(object.label, locale).text,
    natureLine: note === '' ? nature : t('gallery:natureLine', { nature, note }),
    picture: { colour, aspect: widthPx / heightPx, derivatives: needed(derivatives) },
    modelUrl: object.derived.modelUrl
  };
}

/** The wall says its title in Chinese first, whatever the visitor's language, as the rooms were drawn. */
function galleryRoom(
  { title }: PlannedRoom,
  text: LocalizedText | undefined,
  sheet: Sheet | undefined,
  number: number,
  locale: PageLocale,
  t: Translator
): GalleryRoom {
  const chinese = title['zh-Hant'] ?? title['zh-Hans'];
  const own = inLocale(title, locale).text;
  return {
    title: chinese ?? own,
    otherTitle: chinese === undefined ? '' : oneLine(title['en'] ?? '', 'en'),
    text: plainText(inLocale(text, locale).text),
    ordinal: t('gallery:roomOrdinal', { number: ordinal(number, locale) }),
    sheet: sheet ? { url: sheet.url, columns: sheet.columns, count: sheet.objects.length } : null
  };
}

function otherText(text: LocalizedText, locale: PageLocale): string {
  const other = Object.entries(text).find(([lang]) => lang !== locale);
  return other ? oneLine(other[1], other[0]) : '';
}

/** A text without the marks of the Markdown subset: what can be painted on a wall. */
export function plainText(text: string): string {
  return text
    .replace(/\[\^[^\]]*\]/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\{([^|}]*)\|[^}]*\}/g, '$1')
    .replace(/[*_>]+/g, '')
    .replace(/\s*\n+\s*/g, ' ')
    .trim();
}

/** Derivatives up to the first that is wide enough for the work one stands before. */
function needed(derivatives: Picture['derivatives']): Picture['derivatives'] {
  const last = derivatives.findIndex((one) => one.widthPx >= WIDEST_PX);
  return last < 0 ? derivatives : derivatives.slice(0, last + 1);
}
