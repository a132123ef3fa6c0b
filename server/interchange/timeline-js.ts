import type { CompiledExhibit } from '../../exhibits/format/compiled';
import type { DatePoint } from '../../exhibits/format/date-points';
import { parseDate, type DateEnd } from '../../exhibits/format/dates';
import type { PageLocale } from '../contract/pages';
import { imageServiceId } from './image-service';
import { treeHtml } from './tree-html';
import { inLanguage, spokenDate, timelineEntries } from './timeline-entries';
import { escapeXml } from '../media/house-style';

/** Class of the paragraph that names the sources, by which an import knows it. */
export const SOURCES_CLASS = 'lantai-sources';
const SOURCES: Record<PageLocale, string> = { 'zh-Hans': '出处：', 'zh-Hant': '出處：', en: 'Sources: ' };
const PICTURE_PX = 1200;

/** A date as TimelineJS counts it: years before Christ are negative, and there is no year 0. */
interface TimelineJsDate {
  year: number;
  month?: number;
  day?: number;
  hour?: number;
  minute?: number;
}

/**
 * The timeline as TimelineJS 3 reads it (timeline.knightlab.com, “JSON format”), in one language. That format knows only
 * dates that are sure: `display_date` says the date in our words, `x_edtf` keeps it, `x_lane` and `x_id` keep our ids;
 * readers pass over keys they do not know. `base` is the site's address, without a slash at its end.
 */
export function timelineJsOf(exhibit: CompiledExhibit, locale: PageLocale, base: string): object {
  const prefix = locale === 'zh-Hans' ? '' : `/${locale}`;
  const page = `${base}${prefix}/exhibits/${exhibit.id}`;
  const events = timelineEntries(exhibit, locale).map((entry) => {
    const { event } = entry;
    const sources = entry.sources.length
      ? `<p class="${SOURCES_CLASS}"><small>${SOURCES[locale]}${entry.sources.map(escapeXml).join('; ')}</small></p>`
      : '';
    const object = event.object === undefined ? undefined : exhibit.objects[event.object];
    return {
      unique_id: event.id,
      ...datesOf(event.date),
      display_date: [entry.date, entry.dateText].filter(Boolean).join(' · '),
      text: { headline: escapeXml(entry.title), text: treeHtml(entry.text, page) + sources },
      ...(entry.lane ? { group: entry.lane } : {}),
      ...(object && event.object !== undefined
        ? {
            media: {
              url: `${imageServiceId(base, { exhibit: exhibit.id, object: event.object, page: null, hash: null })}/full/!${PICTURE_PX},${PICTURE_PX}/0/default.jpg`,
              caption: escapeXml(inLanguage(object.title, locale)),
              alt: inLanguage(object.alt, locale),
              credit: escapeXml(inLanguage(object.credit ?? exhibit.credit, locale)),
              link: `${page}/objects/${event.object}`
            }
          }
        : {}),
      x_edtf: event.date,
      ...(event.lane === undefined ? {} : { x_lane: event.lane }),
      ...(event.dateText ? { x_date_text: entry.dateText } : {}),
      ...(event.weight === undefined ? {} : { x_weight: event.weight }),
      x_facts: event.facts
    };
  });
  return {
    title: {
      unique_id: exhibit.id,
      text: {
        headline: escapeXml(inLanguage(exhibit.title, locale)),
        text: treeHtml(exhibit.derived.summary?.[locale] ?? [], page)
      }
    },
    events,
    eras: exhibit.timeline.eras.map((era) => ({
      ...datesOf(era.date),
      text: { headline: escapeXml(inLanguage(era.title, locale)) },
      display_date: spokenDate(era.date, locale),
      x_id: era.id,
      x_edtf: era.date,
      ...(era.seal ? { x_seal: era.seal } : {})
    })),
    scale: 'human',
    x_language: locale,
    x_lanes: (exhibit.timeline.lanes ?? []).map(({ id, title }) => ({ id, title: inLanguage(title, locale) }))
  };
}

/** Both ends, of a set from its first to its last; an end that is open or not known stands with the other. */
function datesOf(edtf: string): { start_date: TimelineJsDate; end_date?: TimelineJsDate } {
  const result = parseDate(edtf);
  if (!result.ok) throw new Error(`“${edtf}” ${result.message}`);
  const { date } = result;
  if (date.kind === 'point') {
    const { precision, year } = date.point;
    const years = precision === 'decade' ? 9 : precision === 'century' ? 99 : 0;
    return years === 0
      ? { start_date: dateOf(date.point) }
      : { start_date: { year: countedYear(year) }, end_date: { year: countedYear(year + years) } };
  }
  const first = date.kind === 'set' ? date.members[0]?.from : date.from;
  const last = date.kind === 'set' ? date.members.at(-1)?.to : date.to;
  const start = pointOf(first) ?? pointOf(last);
  const end = pointOf(last);
  if (!start) throw new Error(`“${edtf}” names no date.`);
  return { start_date: dateOf(start), ...(end && end !== start ? { end_date: dateOf(end) } : {}) };
}

const pointOf = (end: DateEnd | undefined): DatePoint | null =>
  end === undefined || typeof end === 'string' ? null : end;

/** Months of a season's first day: spring begins in March. */
const SEASON_MONTH = [3, 6, 9, 12];

function dateOf({ year, month, day, season, time }: DatePoint): TimelineJsDate {
  const [hour, minute] = time === null ? [] : time.split(':').map(Number);
  const its = season === null ? month : (SEASON_MONTH[season - 1] ?? null);
  return {
    year: countedYear(year),
    ...(its === null ? {} : { month: its }),
    ...(day === null ? {} : { day }),
    ...(hour === undefined ? {} : { hour, minute: minute ?? 0 })
  };
}

/** EDTF has a year 0, which is 1 before Christ. */
export const countedYear = (year: number): number => (year > 0 ? year : year - 1);
