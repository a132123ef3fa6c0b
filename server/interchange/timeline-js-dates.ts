import { parseDate } from '../../exhibits/format/dates';
import { get } from '../../exhibits/format/values';
import type { Sentence } from '../../exhibits/format/sentence';

export type ReadDate = { ok: true; edtf: string; fault: Sentence | null } | { ok: false; fault: Sentence };

/**
 * The date of a TimelineJS slide in EDTF: `x_edtf` where our own export left it, else its start and end. `fault` says what
 * of it could not be kept.
 */
export function readTimelineJsDate(slide: unknown): ReadDate {
  const own = get(slide, 'x_edtf');
  if (typeof own === 'string' && parseDate(own).ok) return { ok: true, edtf: own, fault: null };
  const start = readPoint(get(slide, 'start_date'));
  const end = readPoint(get(slide, 'end_date'));
  if (!start.ok) return start;
  if (start.edtf === null) return { ok: false, fault: { en: 'has no year', zh: '没有年份' } };
  if (!end.ok)
    return { ok: true, edtf: start.edtf, fault: joined('its end was left out: it', '略去止点：止点', end.fault) };
  if (end.edtf === null || end.edtf === start.edtf) return { ok: true, edtf: start.edtf, fault: null };
  const span = parseDate(`${start.edtf}/${end.edtf}`);
  if (span.ok) return { ok: true, edtf: `${start.edtf}/${end.edtf}`, fault: null };
  return {
    ok: true,
    edtf: start.edtf,
    fault: joined('its end was left out: the span', '略去止点：起止', span.sentence)
  };
}

function joined(en: string, zh: string, fault: Sentence): Sentence {
  return { en: `${en} ${fault.en}`, zh: `${zh}${fault.zh}` };
}

type ReadPoint = { ok: true; edtf: string | null } | { ok: false; fault: Sentence };

/** Numbers come as such or as text; years before Christ are negative, and 0 stands for the year before the first. */
function readPoint(date: unknown): ReadPoint {
  const [year, month, day] = ['year', 'month', 'day'].map((key) => readNumber(get(date, key)));
  if (year === null) return { ok: true, edtf: null };
  if (year === undefined || month === undefined || day === undefined)
    return { ok: false, fault: { en: 'has a date that is no number', zh: '日期不是数字' } };
  const counted = year < 0 ? year + 1 : year;
  const two = (value: number) => String(value).padStart(2, '0');
  const written =
    Math.abs(counted) > 9999 ? `Y${counted}` : (counted < 0 ? '-' : '') + String(Math.abs(counted)).padStart(4, '0');
  const edtf =
    written + (month === null ? '' : `-${two(month)}`) + (month === null || day === null ? '' : `-${two(day)}`);
  const result = parseDate(edtf + timeOf(date, day));
  return result.ok ? { ok: true, edtf: edtf + timeOf(date, day) } : { ok: false, fault: result.sentence };
}

/** Null of nothing, undefined of what is no whole number. */
function readNumber(value: unknown): number | null | undefined {
  if (value === undefined || value === null || value === '') return null;
  const number = typeof value === 'number' ? value : typeof value === 'string' ? Number(value.trim()) : NaN;
  return Number.isInteger(number) ? number : undefined;
}

/** `T09:30` where the hour is given and the day is known. */
function timeOf(date: unknown, day: number | null | undefined): string {
  const hour = readNumber(get(date, 'hour'));
  const written = get(date, 'time');
  const [, hours, minutes] = /^(\d{1,2}):(\d\d)/.exec(typeof written === 'string' ? written : '') ?? [];
  const [h, m] = hours !== undefined ? [Number(hours), Number(minutes)] : [hour, readNumber(get(date, 'minute')) ?? 0];
  if (h === null || h === undefined || day === null || day === undefined || h > 23 || m > 59 || h < 0 || m < 0)
    return '';
  return `T${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`;
}
