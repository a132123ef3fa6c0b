import i18next, { type i18n, type TFunction } from 'i18next';
import type { Messages, PageLocale } from '../../server/contract/pages';

/** `t('story:readOn')`, `t('tour:stops', {count: 8})`; namespaces are the files of `messages/`. */
export type Translator = TFunction;

/**
 * A translator of its own for one request or one page: pages are rendered for many people at once,
 * so no instance is shared. A missing message shows its key; a test looks for every key the code asks for.
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
