import { place, type Scale } from './scale';
import type { AxisEvent } from './axis';

/** Where the rule of a chosen event stands: a day at its stroke, anything longer at its middle. */
export function choiceAt(event: Pick<AxisEvent, 'from' | 'to' | 'mark'>, scale: Scale): number {
  const from = place(scale, event.from ?? event.to ?? scale.from);
  const to = place(scale, event.to ?? event.from ?? scale.to);
  return event.mark === 'day' ? from : (from + to) / 2;
}

/** A chosen event in words under the axis and in the live region: date and title, nothing else. */
export function choiceWords(date: string, title: string): string {
  return `${date.trim()}\u3000${title.trim()}`;
}
