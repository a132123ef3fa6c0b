import type { CompiledExhibit } from '../../exhibits/format/compiled';
import type { DatePoint } from '../../exhibits/format/date-points';
import { knownDays } from '../../exhibits/format/known-days';
import { plainText } from '../../exhibits/format/markdown';
import type { PageLocale } from '../contract/pages';
import { inLanguage, timelineEntries, type TimelineEntry } from './timeline-entries';

/** First day and the day after the last, `YYYYMMDD`. */
interface CalendarDays {
  start: string;
  end: string;
}

const LEFT_OUT: Record<PageLocale, (count: number, total: number) => string> = {
  'zh-Hans': (count, total) => `日历只收确到日的事件。${total}个事件中的${count}个没有确定的日子，没有收入。`,
  'zh-Hant': (count, total) => `日曆只收確到日的事件。${total}個事件中的${count}個沒有確定的日子，沒有收入。`,
  en: (count, total) =>
    `A calendar holds only what is known to the day: ${count} of ${total} events have no certain day and are left out.`
};

/**
 * The events that are known to the day as a calendar (RFC 5545): all-day events, a span from its first to its last day.
 * A month, a year, a day by one account would have to be given a day nobody knows, so they are left out, and the calendar
 * says how many. `today` (ISO day) is the stamp the standard asks for.
 */
export function iCalendarOf(exhibit: CompiledExhibit, locale: PageLocale, base: string, today: string): string {
  const entries = timelineEntries(exhibit, locale);
  const dated = entries.flatMap((entry) => {
    const days = calendarDays(entry.event.date);
    return days ? [{ entry, days }] : [];
  });
  const left = entries.length - dated.length;
  const description = left > 0 ? LEFT_OUT[locale](left, entries.length) : '';
  const prefix = locale === 'zh-Hans' ? '' : `/${locale}`;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Lantai//Timeline//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    // NAME and DESCRIPTION of RFC 7986 §5; the older names are what most programs read.
    ...['NAME', 'X-WR-CALNAME'].map((name) => `${name}:${escaped(inLanguage(exhibit.title, locale))}`),
    ...(description ? ['DESCRIPTION', 'X-WR-CALDESC'].map((name) => `${name}:${escaped(description)}`) : []),
    ...dated.flatMap(({ entry, days }) => [
      'BEGIN:VEVENT',
      `UID:${entry.event.id}@${exhibit.id}.lantai`,
      `DTSTAMP:${today.replaceAll('-', '')}T000000Z`,
      `DTSTART;VALUE=DATE:${days.start}`,
      `DTEND;VALUE=DATE:${days.end}`,
      `SUMMARY:${escaped(entry.title)}`,
      `DESCRIPTION:${escaped(descriptionOf(entry))}`,
      ...(entry.lane ? [`CATEGORIES:${escaped(entry.lane)}`] : []),
      `URL:${base}${prefix}/exhibits/${exhibit.id}/timeline?at=event:${entry.event.id}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT'
    ]),
    'END:VCALENDAR'
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function descriptionOf({ date, dateText, text, sources }: TimelineEntry): string {
  return [[date, dateText].filter(Boolean).join(' · '), plainText(text), sources.join('\n')]
    .filter(Boolean)
    .join('\n\n');
}

/** Null of a date without certain days, and before the year 1 or after 9999, which the standard cannot write. */
function calendarDays(edtf: string): CalendarDays | null {
  const known = knownDays(edtf);
  if (!known) return null;
  const [start, end] = [written(known[0], 0), written(known[1], 1)];
  return start === null || end === null ? null : { start, end };
}

function written({ year, month, day }: DatePoint, daysLater: number): string | null {
  if (year < 1 || year > 9999 || month === null || day === null) return null;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day + daysLater);
  const digits = (value: number, count: number) => String(value).padStart(count, '0');
  return digits(date.getUTCFullYear(), 4) + digits(date.getUTCMonth() + 1, 2) + digits(date.getUTCDate(), 2);
}

/** RFC 5545 §3.3.11: a backslash before what would end the value, line breaks as `\n`; other controls are not allowed. */
function escaped(text: string): string {
  return text
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n?|\n/g, '\\n')
    .replace(/\p{Cc}/gu, '');
}

/** RFC 5545 §3.1: lines of at most 75 octets, the rest on lines that begin with a space; no character is cut. */
function folded(line: string): string {
  const lines: string[] = [];
  let current = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > 75) {
      lines.push(current);
      current = ' ';
      octets = 1;
    }
    current += character;
    octets += size;
  }
  return [...lines, current].join('\r\n');
}
