import { edtf } from '../common';
import { dayRange, parseDate } from '../dates';
import { guessDate } from '../date-guess';
import { exhibit as exhibitSchema } from '../exhibit';
import { patternsOf, visitPattern } from '../schema-paths';
import { describe, get, itemsOf } from '../values';
import type { Rule } from './rule';

const DATES = patternsOf(exhibitSchema, edtf);

/** `date-invalid`, `date-reversed`: a date is EDTF, its days exist, and it ends after it begins. */
export const dateIsEdtf: Rule = ({ exhibit, report }) => {
  for (const pattern of DATES) {
    visitPattern(exhibit, pattern, (value, path) => {
      if (typeof value !== 'string' || value === '') return;
      const result = parseDate(value);
      if (result.ok) return;
      const suggestion = guessDate(value);
      report({
        code: result.reason === 'reversed' ? 'date-reversed' : 'date-invalid',
        path,
        message: { en: `“${value}” ${result.sentence.en}.`, zh: `“${value}”${result.sentence.zh}。` },
        remedy: suggestion
          ? { en: `Write “${suggestion}” if that is meant.`, zh: `若是此意，请写“${suggestion}”。` }
          : { en: 'Correct the date.', zh: '请改正日期。' },
        suggestion
      });
    });
  }
};

interface Span {
  first: number;
  last: number;
}

function spanOf(item: unknown): Span | null {
  const date = get(item, 'date');
  const result = typeof date === 'string' ? parseDate(date) : null;
  return result?.ok ? dayRange(result.date) : null;
}

/** `event-outside-eras`: where there are eras, an event begins in one of them. */
export const eventInAnEra: Rule = ({ exhibit, report }) => {
  const timeline = get(exhibit, 'timeline');
  const eras = itemsOf(get(timeline, 'eras')).flatMap((era) => spanOf(era) ?? []);
  if (eras.length === 0) return;
  itemsOf(get(timeline, 'events')).forEach((event, index) => {
    const span = spanOf(event);
    if (!span) return;
    const begins = span.first === -Infinity ? span.last : span.first;
    if (eras.some((era) => era.first <= begins && begins <= era.last)) return;
    const date = describe(get(event, 'date'));
    report({
      code: 'event-outside-eras',
      path: ['timeline', 'events', index, 'date'],
      message: {
        en: `The event begins (${date.en}) in none of the eras.`,
        zh: `事件的日期${date.zh}不在任何时期之内。`
      },
      remedy: { en: 'Check the date, or widen an era.', zh: '请核对日期，或放宽时期。' }
    });
  });
};

/** `eras-overlap`, `eras-out-of-order`: eras follow one another. */
export const erasFollow: Rule = ({ exhibit, report }) => {
  let before: (Span & { index: number }) | null = null;
  itemsOf(get(get(exhibit, 'timeline'), 'eras')).forEach((era, index) => {
    const span = spanOf(era);
    if (!span) return;
    if (before && span.first < before.first) {
      report({
        code: 'eras-out-of-order',
        path: ['timeline', 'eras', index, 'date'],
        message: {
          en: `Era ${index + 1} begins before era ${before.index + 1}.`,
          zh: `第${index + 1}个时期早于第${before.index + 1}个。`
        },
        remedy: { en: 'Put the eras in order of time.', zh: '请按时间先后排列。' }
      });
    } else if (before && span.first <= before.last) {
      report({
        code: 'eras-overlap',
        path: ['timeline', 'eras', index, 'date'],
        message: {
          en: `Era ${index + 1} begins before era ${before.index + 1} has ended.`,
          zh: `第${index + 1}个时期开始时，第${before.index + 1}个尚未结束。`
        },
        remedy: { en: 'Let one end before the next begins.', zh: '请让前一个先结束。' }
      });
    }
    before = { ...span, index };
  });
};
