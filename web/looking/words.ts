import { amount, quantity } from '../i18n/numbers';
import type { PageLocale } from '../../server/contract/pages';
import { lengthUnit } from './scale-bar';
import type { Messages, SpokenKey } from './desk-data';

/** Whatever is spoken on the desk: templates of the page and the language to count in. */
export interface Spoken {
  messages: Messages;
  locale: PageLocale;
}

/** A message with its `{{values}}` filled in; the script carries no translator of its own. */
export function phrase({ messages }: Spoken, key: SpokenKey, values: Record<string, string> = {}): string {
  return messages[key].replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '');
}

/** 全图, 放大到三倍, 放大到1.5倍: how large the picture is beside its whole. */
export function zoomWords(spoken: Spoken, times: number): string {
  if (times < 1.05) return phrase(spoken, 'saidWhole');
  const rounded = times < 10 ? Math.round(times * 10) / 10 : Math.round(times);
  const words = Number.isInteger(rounded) ? amount(rounded, spoken.locale) : quantity(rounded, spoken.locale);
  return phrase(spoken, 'saidZoom', { times: words });
}

/** 铭文：大清邮政局，放大到三倍. */
export function regionWords(spoken: Spoken, region: string, times: number): string {
  return phrase(spoken, 'saidRegion', { region, zoom: zoomWords(spoken, times) });
}

/** 10毫米. */
export function lengthWords(spoken: Spoken, lengthMm: number): string {
  const { unit, value } = lengthUnit(lengthMm);
  const key = ({ mm: 'scaleMm', cm: 'scaleCm', m: 'scaleM' } as const)[unit];
  return phrase(spoken, key, { length: quantity(value, spoken.locale) });
}
