import type { Axis } from './axis';

/** Where the rule of a chosen event stands, 0 to 1: a day at its stroke, anything longer at its middle, what is open at its known end. */
export function choiceAt(axis: Axis, index: number): number {
  const { from, to, mark } = axis.events[index]!;
  const [left, right] = [axis.lefts[index]!, axis.rights[index]!];
  if (mark === 'day' || to === null) return left;
  return from === null ? right : (left + right) / 2;
}

/** A chosen event in words under the axis and in the live region: date and title, nothing else. */
export function choiceWords(date: string, title: string): string {
  return `${date.trim()}\u3000${title.trim()}`;
}
