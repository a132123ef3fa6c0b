import type { CompiledExhibit } from '../../../exhibits/format/compiled';
import type { Translator } from '../../i18n/translator';

/** The phrases in which answers are told: the same of a visitor and of a class, though each keeps what was given its own way. */

/** Things one after the other. */
export function inOrder(things: string[], t: Translator): string {
  return things.reduce((first, next) => (first === '' ? next : t('activity:then', { first, next })), '');
}

/** Joined halves one after the other: halves have commas of their own. */
export function listPairs(pairs: string[], t: Translator): string {
  return pairs.join(t('activity:pairsBetween'));
}

/** A number with its unit, where it has one. */
export function measured(value: string, unit: string, t: Translator): string {
  return t('activity:measured', { value, unit }).trim();
}

/** A row of an object's table, counted from 1, by its first cell. */
export function rowName({ objects }: Pick<CompiledExhibit, 'objects'>, object: string, row: string | number): string {
  return String(objects[object]?.derived.table?.rows[Number(row) - 1]?.[0] ?? row);
}
