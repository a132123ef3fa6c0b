import type { Nature } from '../../../exhibits/format/common';
import type { CompiledExhibit, CompiledObject } from '../../../exhibits/format/compiled';
import { dateWords } from '../../../exhibits/format/date-words';
import type { PageLocale } from '../../../server/contract/pages';
import { amount, oneLine } from '../../i18n/numbers';
import { pageHref } from '../../pages/address';
import { inLocale, type PageContext } from '../../pages/context';
import { disputedDate, factsOf } from '../object-facts';

/** What the citation styles are made from, in the language of the page. */
export interface CitedRecord {
  locale: PageLocale;
  /** `northern-port-large-dragon`. */
  key: string;
  /** Who made what is cited; empty when nobody is named. */
  authors: string[];
  title: string;
  /** Nature, date in words, how many accounts differ: 示意，1878年7月，日期一说；四种说法. */
  description: string;
  nature: string;
  /** EDTF of the record's making; null when not known, or when the picture is the house's own work. */
  date: string | null;
  isMap: boolean;
  /** Where the record is kept; null without a reference code, or when the picture is the house’s own work. */
  kept: { holder: string; refCode: string } | null;
  exhibit: string;
  publisher: string;
  address: string;
  /** ISO day of citing. */
  accessed: string;
}

/** A citation in one style; the address stands between the two. */
export interface Citation {
  before: string;
  after: string;
}

/**
 * Whether a visitor has the record itself before them, or its words. A sketch, replica or reconstruction is a work of the
 * house: its makers are not those of the record, and the record's date is not its own.
 */
export function showsRecord(nature: Nature): boolean {
  return nature === 'original' || nature === 'copy' || nature === 'transcription';
}

/** A sketch whose title says so itself: a citation names the nature anyway, right after the title. */
const SAID_IN_TITLE = /\s*[（(](?:示意|schematic)[）)]$/i;

/** `path` is the object's page without language; `accessed` an ISO day. */
export function citedRecord(
  { request, t }: Pick<PageContext, 'request' | 't'>,
  exhibit: CompiledExhibit,
  id: string,
  object: CompiledObject,
  path: string,
  accessed: string
): CitedRecord {
  const { locale, house, publicUrl } = request;
  const say = (text: Record<string, string> | undefined) => {
    const { text: said, lang } = inLocale(text, locale);
    return oneLine(said, lang ?? locale);
  };
  const isRecord = showsRecord(object.nature);
  const nature = t(`common:nature_${object.nature}`);
  return {
    locale,
    key: `${exhibit.id}-${id}`,
    authors: isRecord ? (object.creators ?? []).map(say) : [say(house.name)],
    title: object.nature === 'sketch' ? say(object.title).replace(SAID_IN_TITLE, '') : say(object.title),
    description: describe(t, locale, exhibit, object, nature),
    nature,
    date: isRecord ? (object.date ?? null) : null,
    isMap: object.kind === 'map',
    kept: isRecord && object.refCode ? { holder: say(object.holder), refCode: object.refCode } : null,
    exhibit: say(exhibit.title),
    publisher: say(exhibit.provider?.name ?? house.holder),
    address: publicUrl + pageHref(locale, path),
    accessed
  };
}

function describe(
  t: PageContext['t'],
  locale: PageLocale,
  exhibit: CompiledExhibit,
  object: CompiledObject,
  nature: string
): string {
  if (!object.date) return nature;
  const { words, qualifier } = dateWords(object.date, locale);
  // 前后 belongs to the date itself; what else is uncertain is said after a comma.
  const isPart = qualifier === null || /^前[后後]$/.test(qualifier);
  const date = isPart ? words + (qualifier ?? '') : t('object:citedQualified', { words, qualifier });
  const disputed = disputedDate(exhibit, object, factsOf(exhibit, object));
  return disputed
    ? t('object:citedDisputed', {
        nature,
        date,
        accounts: t('object:accounts', { number: amount(disputed.accounts, locale) })
      })
    : t('object:citedDated', { nature, date });
}
