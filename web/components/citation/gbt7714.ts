import { isChinese } from '../../i18n/numbers';
import type { Citation, CitedRecord } from './cited-record';

/**
 * After GB/T 7714—2015 §4.2 and §4.6 (a part of an electronic resource):
 * 责任者. 题名（其他信息）[类型/OL]//展览. 出版者[引用日期]. 地址. A resource whose maker is not known begins with its title (§8.1.4).
 * The marks between the elements are the standard's own, in either language.
 */
export function gbt7714(record: CitedRecord): Citation {
  const { authors, title, description, kept, exhibit, publisher, accessed, locale } = record;
  const said = isChinese(locale) ? `（${description}）` : ` (${description})`;
  const maker = authors.length ? `${authors.join(', ')}. ` : '';
  const place = kept ? `. ${[kept.holder, kept.refCode].filter(Boolean).join(', ')}` : '';
  return {
    before: `${maker}${title}${said}[${documentType(record)}/OL]${place}//${exhibit}. ${publisher}[${accessed}]. `,
    after: '.'
  };
}

/** Annex B: A archive, CM map, EB electronic bulletin; the first only for a record with its reference code. */
function documentType({ kept, isMap }: CitedRecord): 'A' | 'CM' | 'EB' {
  if (kept) return 'A';
  return isMap ? 'CM' : 'EB';
}
