/** How a date is drawn: the glyph says how much is known, and never more (`pages.md` §4). */
export const MARKS = ['day', 'month', 'year', 'span', 'about', 'uncertain', 'set', 'open'] as const;
export type Mark = (typeof MARKS)[number];

/**
 * The mark of an EDTF date. What is doubted outweighs what is known: `1878-07?` is a hatched box and not a month,
 * an interval with an open end is an arrow, one of a set is two rings.
 */
export function markOf(edtf: string): Mark {
  const date = edtf.trim();
  if (/^[[{]/.test(date)) return 'set';
  if (/(^|\/)(\.\.)?$|^(\.\.)?\//.test(date)) return 'open';
  if (/[?%]/.test(date)) return 'uncertain';
  if (date.includes('~')) return 'about';
  if (date.includes('/') || /X/.test(date)) return 'span';
  const parts = date.replace(/^-/, '').split('-').length;
  if (parts === 1) return 'year';
  // Months 21–41 are seasons and quarters: several months, so a span.
  if (parts === 2) return Number(date.slice(-2)) > 12 ? 'span' : 'month';
  return 'day';
}
