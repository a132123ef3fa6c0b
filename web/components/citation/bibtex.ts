import { dateWords } from '../../../exhibits/format/date-words';
import { parseDate, type DatePoint } from '../../../exhibits/format/dates';
import { MONTHS } from './months';
import type { Citation, CitedRecord } from './cited-record';

/**
 * A BibTeX entry. Names and titles stand in a second pair of braces, so that no style takes a body's name apart or
 * changes the case of a title; `url` and `urldate` are read by biblatex and by the styles of the `url` family.
 */
export function bibtex(record: CitedRecord): Citation {
  const { key, authors, title, description, date, kept, exhibit, publisher, accessed } = record;
  const author = authors.map((name) => `{${escapeTex(name)}}`).join(' and ');
  const note = [description, kept ? [kept.holder, kept.refCode].filter(Boolean).join(', ') : ''].filter(Boolean);
  const fields: [name: string, value: string][] = [
    ...(author ? [['author', `{${author}}`] as [string, string]] : []),
    ['title', `{{${escapeTex(title)}}}`],
    ...datedFields(date),
    ['howpublished', `{${escapeTex(`${exhibit}. ${publisher}`)}}`],
    ['note', `{${escapeTex(note.join('. '))}}`]
  ];
  const lines = fields.map(([name, value]) => `  ${name.padEnd(12)} = ${value},\n`).join('');
  return {
    before: `@misc{${key},\n${lines}  ${'url'.padEnd(12)} = {`,
    after: `},\n  ${'urldate'.padEnd(12)} = {${accessed}}\n}`
  };
}

/** BibTeX counts every brace, even one with a backslash before it, so braces are written by name. */
export function escapeTex(text: string): string {
  return text.replace(/[\\{}$&#_%~^]/g, (character) => TEX[character] ?? `\\${character}`);
}
const TEX: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}'
};

/** `year` with what is uncertain of it, `month` where it is known; a date with no years to name goes in words. */
function datedFields(edtf: string | null): [name: string, value: string][] {
  if (edtf === null) return [];
  const parsed = parseDate(edtf);
  const inWords: [string, string][] = [['year', `{${escapeTex(dateWords(edtf, 'en').words)}}`]];
  if (!parsed.ok) return inWords;
  const { date } = parsed;
  if (date.kind === 'point') {
    const year = yearOf(date.point);
    const month = date.point.month === null ? undefined : MONTHS[date.point.month - 1];
    if (year === null) return inWords;
    return [['year', `{${year}}`], ...(month ? [['month', month.slice(0, 3).toLowerCase()] as [string, string]] : [])];
  }
  if (date.kind === 'set' || typeof date.from === 'string' || typeof date.to === 'string') return inWords;
  const [from, to] = [yearOf(date.from), yearOf(date.to)];
  return from === null || to === null ? inWords : [['year', `{${from}--${to}}`]];
}

function yearOf({ year, precision, isApproximate, isUncertain }: DatePoint): string | null {
  if (year < 1 || !['day', 'month', 'year'].includes(precision)) return null;
  return `${isApproximate ? 'ca. ' : ''}${year}${isUncertain ? '?' : ''}`;
}
