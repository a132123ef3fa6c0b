import { dateWords } from '../../../exhibits/format/date-words';
import { parseDate, type DatePoint } from '../../../exhibits/format/dates';
import { MONTHS } from './months';
import type { Citation, CitedRecord } from './cited-record';

/**
 * After the APA manual, 7th edition, §10.12 (works in a collection) and §9.16 (a page that may change gives the day it
 * was read). Names and titles stay in the page's language; the frame is the style's own English.
 */
export function apa({ authors, title, description, date, kept, exhibit, publisher, accessed }: CitedRecord): Citation {
  const number = kept ? ` (${kept.refCode})` : '';
  const work = `${title}${number} [${description}].`;
  const when = `(${date === null ? 'n.d.' : apaDate(date)}).`;
  // Without an author the title takes the author's place (§9.12).
  const opening = authors.length ? `${stopped(listed(authors))} ${when} ${work}` : `${work} ${when}`;
  const holder = kept?.holder ? ` ${stopped(kept.holder)}` : '';
  return {
    before: `${opening}${holder} In ${stopped(exhibit)} ${stopped(publisher)} Retrieved ${longDay(accessed)}, from `,
    after: ''
  };
}

/** `1878, July?`, `ca. 1892`, `1860–1902`; what APA has no form for is said in words. */
export function apaDate(edtf: string): string {
  const result = parseDate(edtf);
  if (!result.ok) return edtf;
  const { date } = result;
  if (date.kind === 'point') return apaPoint(date.point) ?? dateWords(edtf, 'en').words;
  if (date.kind === 'interval' && typeof date.from !== 'string' && typeof date.to !== 'string') {
    const [from, to] = [apaPoint(date.from), apaPoint(date.to)];
    if (from !== null && to !== null) return `${from}–${to}`;
  }
  return dateWords(edtf, 'en').words;
}

function apaPoint({ year, month, day, precision, isApproximate, isUncertain }: DatePoint): string | null {
  if (year < 1 || !['day', 'month', 'year'].includes(precision)) return null;
  const name = month === null ? '' : `, ${MONTHS[month - 1] ?? ''}${day === null ? '' : ` ${day}`}`;
  return `${isApproximate ? 'ca. ' : ''}${year}${name}${isUncertain ? '?' : ''}`;
}

function listed(authors: string[]): string {
  const last = authors.at(-1) ?? '';
  return authors.length < 2 ? last : `${authors.slice(0, -1).join(', ')}, & ${last}`;
}

/** Each element ends in a stop, but not in two. */
function stopped(text: string): string {
  return /[.。！？!?]$/.test(text) ? text : `${text}.`;
}

function longDay(iso: string): string {
  const [year, month = 1, day] = iso.split('-').map(Number);
  return `${MONTHS[month - 1] ?? ''} ${day}, ${year}`;
}
