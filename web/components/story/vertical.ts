import { hanDigits } from '../../i18n/numbers';

/** Chinese text for vertical setting: figures become characters, quotation marks those of vertical text. */
export function forVertical(text: string): string {
  return hanDigits(text).replace(/“/g, '『').replace(/”/g, '』').replace(/‘/g, '「').replace(/’/g, '」');
}
