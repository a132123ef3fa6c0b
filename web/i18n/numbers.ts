import type { PageLocale } from '../../server/contract/pages';

const DIGITS = [...'〇一二三四五六七八九'];
const UNITS = ['', '十', '百', '千'];

/** A count in Chinese characters, 0 to 9999: 十一, 一百〇二, 二十九. Anything else comes back in figures. */
export function hanNumber(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value > 9999) return String(value);
  if (value === 0) return DIGITS[0] ?? '';
  const digits = [...String(value)].map(Number);
  let words = '';
  let isAfterZero = false;
  digits.forEach((digit, index) => {
    const unit = UNITS[digits.length - 1 - index] ?? '';
    if (digit === 0) {
      isAfterZero = words !== '';
      return;
    }
    words += (isAfterZero ? DIGITS[0] : '') + (DIGITS[digit] ?? '') + unit;
    isAfterZero = false;
  });
  return words.replace(/^一十/, '十');
}

/**
 * A quantity in characters, for a letter: exact below ten thousand, then rounded to what one would say, with 约 before it
 * where that is not exact: 约十一万八千.
 */
export function hanQuantity(value: number, locale: PageLocale): string {
  if (!Number.isInteger(value) || value < 10_000 || value >= 100_000_000) return hanNumber(value);
  const [wan, about] = locale === 'zh-Hant' ? ['萬', '約'] : ['万', '约'];
  const step = value < 100_000 ? 100 : value < 10_000_000 ? 1_000 : 10_000;
  const rounded = Math.round(value / step) * step;
  const [high, low] = [Math.floor(rounded / 10_000), rounded % 10_000];
  const words = hanNumber(high) + wan + (low === 0 ? '' : (low < 1_000 ? '〇' : '') + hanNumber(low));
  return (rounded === value ? '' : about) + words;
}

/** Every figure becomes its character, as years stand in vertical text: 1860—1949 → 一八六〇—一九四九. */
export function hanDigits(text: string): string {
  return text.replace(/[0-9]/g, (digit) => DIGITS[Number(digit)] ?? digit);
}

/** Chinese of either script; `lang` is a BCP 47 tag. */
export function isChinese(lang: string): boolean {
  return lang.startsWith('zh');
}

/** The number of an evidence mark, a section or a stop: 三 in Chinese, 3 in English. */
export function ordinal(value: number, locale: PageLocale): string {
  return isChinese(locale) ? hanNumber(value) : String(value);
}

/** How many of a thing, before its measure word: 两 for 2, else as `ordinal`. */
export function amount(value: number, locale: PageLocale): string {
  if (value !== 2 || !isChinese(locale)) return ordinal(value, locale);
  return locale === 'zh-Hant' ? '兩' : '两';
}

/** A quantity as its language groups it: 1,250. */
export function quantity(value: number, locale: PageLocale): string {
  const format = formats.get(locale) ?? new Intl.NumberFormat(locale, { maximumFractionDigits: 6 });
  formats.set(locale, format);
  return format.format(value);
}
/** Making one costs as much as a hundred numbers. */
const formats = new Map<PageLocale, Intl.NumberFormat>();

/** A title on one line: Chinese joins the author's lines, Latin puts a space between. */
export function oneLine(text: string, lang: string): string {
  return text.replace(/\s*\n\s*/g, isChinese(lang) ? '' : ' ');
}
