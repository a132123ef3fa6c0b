import type { PageLocale } from '../../server/contract/pages';

/** Each language as its own readers call it, whatever the page's: no messages, since they are never translated. */
export const LANGUAGE_NAMES: Record<PageLocale, { short: string; full: string }> = {
  'zh-Hans': { short: '简', full: '简体中文' },
  'zh-Hant': { short: '繁', full: '繁體中文' },
  en: { short: 'EN', full: 'English' }
};
