import type { Home } from '../../exhibits/format/home';
import type { Messages, PageLocale } from '../../server/contract/pages';
import { createTranslator } from '../i18n/translator';
import type { PageContext } from './context';

/** What the shell of a page that is put together in the browser hands to its script. */
export interface ShellData {
  locale: PageLocale;
  /** Path without language prefix. */
  path: string;
  publicUrl: string;
  /** Where others reach the site, where that is not the page's own address. */
  joinUrl: string | null;
  /** Digits of the address, or the id of a lesson; one of the two. */
  code: string | null;
  lesson: string | null;
  house: Pick<Home, 'name' | 'holder' | 'exhibits'>;
  /** The namespaces the page speaks with, in its language. */
  messages: Messages;
}

/** The page's context in the browser, so that components draw there as they do on the server. */
export async function pageInBrowser(data: ShellData): Promise<PageContext> {
  const { locale, path, publicUrl, joinUrl, house, messages, code, lesson } = data;
  return {
    t: await createTranslator(locale, messages),
    messages,
    request: {
      ...{ locale, path, publicUrl, house },
      model: { page: 'lesson', exhibits: [], code, lesson, joinUrl },
      search: '',
      at: null,
      stop: null,
      isGrey: false,
      isDevelopment: false,
      charts: {},
      assets: { css: {}, scripts: {}, fontsCss: { 'zh-Hans': null, 'zh-Hant': null, en: null }, traditional: null }
    }
  };
}
