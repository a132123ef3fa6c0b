import type { Confidence } from '../../exhibits/format/facts';

/** From the surest to the least sure. */
const ORDER: readonly Confidence[] = ['verified', 'known', 'disputed'];

/** An event is as sure as the least sure fact it rests on; null when it rests on none. */
export function leastSure(confidences: readonly Confidence[]): Confidence | null {
  return confidences.reduce<Confidence | null>(
    (least, next) => (least === null || ORDER.indexOf(next) > ORDER.indexOf(least) ? next : least),
    null
  );
}
