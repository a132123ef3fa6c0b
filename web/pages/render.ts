import { render } from 'svelte/server';
import type { PageRenderer, PageRequest } from '../../server/contract/pages';
import { messagesOf } from '../i18n/messages';
import { createTranslator } from '../i18n/translator';
import { documentOf } from './document';
import { PAGES } from './pages';
import Root from './Root.svelte';

/** The built entry by which the server reaches the pages: a whole document from one request. */
export const renderPage: PageRenderer['renderPage'] = async (request: PageRequest) => {
  const t = await createTranslator(request.locale, messagesOf(request.locale));
  const { default: Page } = await PAGES[request.model.page]();
  const { head, body } = await render(Root, { props: { context: { request, t }, Page } });
  return documentOf(request, head, body);
};

/**
 * What pages set in the heading faces beyond the exhibits' own words, for the build to subset fonts from, in groups that
 * stand on the same pages. A message counts by its name: titles, seals, marks and confidence are headings, leads are
 * leads; the few that are named otherwise are listed. Only Chinese, because the Latin faces come whole. What is missing
 * here shows in the reader's own serif.
 */
export function interfaceTexts(): { group: string; regular: string; bold: string }[] {
  const groups: { group: string; regular: string; bold: string }[] = [];
  for (const [namespace, messages] of Object.entries(messagesOf('zh-Hans'))) {
    const texts = { group: namespace, regular: '', bold: '' };
    groups.push(texts);
    for (const [key, text] of Object.entries(messages)) {
      const name = `${namespace}:${key}`;
      if (/Lead$/.test(key)) texts.regular += text;
      else if (HEADINGS.has(name) || (HEADING_KEY.test(key) && !UNSET.has(name))) texts.bold += text;
    }
  }
  return groups;
}
const HEADING_KEY = /^(title|seal)\d*$|Title$|^(conf_|mark_|howToRead)/;
/** An evidence mark's `title` is read out, not set. */
const UNSET = new Set(['common:markTitle']);
const HEADINGS = new Set(
  Object.entries({
    common: 'story gallery timeline catalogue reading using contact',
    gallery: 'roomOrdinal',
    object: 'transcript table description sources elsewhere citation events tours related relatedEvents askOriginal',
    standing: 'about privacy accessibility',
    story: 'glossary events',
    tour: 'kicker done'
  }).flatMap(([namespace, keys]) => keys.split(' ').map((key) => `${namespace}:${key}`))
);
