import { render } from 'svelte/server';
import type { PageRenderer, PageRequest } from '../../server/contract/pages';
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
