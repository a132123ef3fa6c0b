import i18next, { type i18n, type TFunction } from 'i18next';
import type { PageLocale } from '../../server/contract/pages';

/** `t('story:readOn')`, `t('timeline:events', {count: 59})`; namespaces are the files of `messages/`. */
export type Translator = TFunction;

/** Messages by namespace, then by key. */
export type Messages = Record<string, Record<string, string>>;

/**
 * A translator of its own for one request or one page: pages are rendered for many people at once,
 * so no instance is shared. Missing keys throw in development and tests, and show the key in service.
 */
export async function createTranslator(locale: PageLocale, messages: Messages): Promise<Translator> {
  const instance: i18n = i18next.createInstance();
  await instance.init({
    lng: locale,
    fallbackLng: false,
    resources: { [locale]: messages },
    ns: Object.keys(messages),
    defaultNS: 'common',
    interpolation: { escapeValue: false },
    initAsync: false
  });
  return instance.t;
}
