import { render } from 'svelte/server';
import { PAGE_LOCALES, type PageRenderer, type PageRequest } from '../../server/contract/pages';
import { messagesOf } from '../i18n/messages';
import { createTranslator } from '../i18n/translator';
import '../app.css';
import { documentOf } from './document';
import Root from './Root.svelte';

/** The built entry by which the server reaches the pages: a whole document from one request. */
export const renderPage: PageRenderer['renderPage'] = async (request: PageRequest) => {
  const t = await createTranslator(request.locale, messagesOf(request.locale));
  const { head, body } = await render(Root, { props: { context: { request, t } } });
  return documentOf(request, head, body);
};

/**
 * What pages set in the heading faces beyond the exhibit's own words, for the build to subset fonts from: messages
 * named as titles and headings, and the names of the views.
 */
export function interfaceTexts(): { regular: string; bold: string } {
  const bold = PAGE_LOCALES.flatMap((locale) =>
    Object.values(messagesOf(locale)).flatMap((messages) =>
      Object.entries(messages)
        .filter(([key]) => /title|heading/i.test(key) || VIEW_NAMES.has(key))
        .map(([, text]) => text)
    )
  );
  return { regular: '', bold: bold.join('') };
}
const VIEW_NAMES = new Set(['story', 'gallery', 'timeline', 'catalogue']);
