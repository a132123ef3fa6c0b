import type { PageLocale } from '../../server/contract/pages';
import type { LookedAt } from './viewer';

/** Messages the desk speaks, as templates with `{{values}}`. */
export const SPOKEN = [
  'lookSurface',
  'saidZoom',
  'saidWhole',
  'saidSource',
  'saidTrueSize',
  'saidRegion',
  'saidLate',
  'scaleMm',
  'scaleCm',
  'scaleM'
] as const;
export type SpokenKey = (typeof SPOKEN)[number];
export type Messages = Record<SpokenKey, string>;

/** What the script of a desk needs to know, written into the desk as JSON. */
export interface DeskData {
  locale: PageLocale;
  object: string;
  source: LookedAt;
  /** Real width of what the picture shows, in millimetres; null where it has none. */
  widthMm: number | null;
  regions: { id: string; name: string; part: [number, number, number, number] }[];
  messages: Messages;
}

/** Reads the data a desk carries; null where it carries none. */
export function readDeskData<Data>(desk: Element): Data | null {
  const text = desk.querySelector('script[type="application/json"]')?.textContent;
  return text ? (JSON.parse(text) as Data) : null;
}
