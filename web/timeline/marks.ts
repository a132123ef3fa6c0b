import type { DateGlyph } from '../../exhibits/format/date-words';

/** How a date is drawn: the glyph says how much is known, and never more (`pages.md` §4). */
export type Mark = DateGlyph;

/** All marks, in the order of the key. */
export const MARKS = ['day', 'month', 'year', 'span', 'about', 'uncertain', 'set', 'open'] as const satisfies Mark[];
