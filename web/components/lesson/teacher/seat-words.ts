import type { Translator } from '../../../i18n/translator';
import { runsOf } from './groups';

/** 6号、34号; neighbours from three on as a range: 3—7号. */
export function seatWords(seats: readonly number[], t: Translator): string {
  return runsOf(seats)
    .flatMap(([from, to]) =>
      to - from > 1
        ? t('lesson-class:seatRange', { from, to })
        : [from, ...(to > from ? [to] : [])].map((seat) => t('lesson-class:seat', { seat }))
    )
    .join(t('common:listComma'));
}
