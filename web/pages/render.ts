import { render } from 'svelte/server';
import type { Messages, PageRenderer, PageRequest } from '../../server/contract/pages';
import { figureTables } from '../components/dashboard/tables';
import { reportTable } from '../components/report/report-table';
import { wallChart } from '../components/timeline/wall-chart';
import { messagesOf } from '../i18n/messages';
import { createTranslator } from '../i18n/translator';
import { lessonTables } from '../lessons/report-tables';
import { documentOf } from './document';
import { PAGES } from './pages';
import Root from './Root.svelte';

/** The built entry by which the server reaches the pages: a whole document from one request. */
export const renderPage: PageRenderer['renderPage'] = async (request: PageRequest) => {
  const messages = messagesFor(request);
  const t = await createTranslator(request.locale, messages);
  const { default: Page } = await PAGES[request.model.page]();
  const { head, body } = await render(Root, { props: { context: { request, t, messages }, Page } });
  return documentOf(request, head, body.replace(HYDRATION_MARKS, ''));
};

/** The timeline on one sheet, its text still text. */
export const renderWallChart: PageRenderer['renderWallChart'] = async ({ exhibit, locale, address, traditional }) => {
  const t = await createTranslator(locale, messagesFor({ locale, assets: { traditional } }));
  return wallChart(exhibit, locale, t, address);
};

/** The dashboard's tables, as its page has them. */
export const renderFigureTables: PageRenderer['renderFigureTables'] = async ({
  data,
  exhibit,
  locale,
  traditional
}) => {
  const t = await createTranslator(locale, messagesFor({ locale, assets: { traditional } }));
  return figureTables(data, exhibit, locale, t);
};

export const renderReportTable: PageRenderer['renderReportTable'] = async ({ report, locale, traditional }) => {
  const t = await createTranslator(locale, messagesFor({ locale, assets: { traditional } }));
  return reportTable(report, locale, t);
};

/** The report of a lesson, for its files. */
export const renderLessonTables: PageRenderer['renderLessonTables'] = async ({ traditional, ...asked }) => {
  const t = await createTranslator(asked.locale, messagesFor({ locale: asked.locale, assets: { traditional } }));
  return lessonTables(asked, t);
};

export { messagesOf };

function messagesFor({
  locale,
  assets
}: Pick<PageRequest, 'locale'> & { assets: Pick<PageRequest['assets'], 'traditional'> }): Messages {
  if (locale !== 'zh-Hant') return messagesOf(locale);
  if (!assets.traditional) throw new Error('The messages in traditional characters are made by “npm run build”.');
  return assets.traditional;
}

/** Comments by which Svelte would find its blocks again in the browser, where nothing is hydrated. */
const HYDRATION_MARKS = /<!--(?:\[(?:!|-?\d+)?|\])?-->/g;

/**
 * What pages set in the heading faces beyond the exhibits' own words, for the build to subset fonts from, in groups that
 * stand on the same pages. A message counts by its name: titles, seals, marks and confidence are headings, leads are
 * leads; the few that are named otherwise are listed. `messages` are Chinese, because the Latin faces come whole. What is missing
 * here shows in the reader's own serif.
 */
export function interfaceTexts(written: Messages): { group: string; regular: string; bold: string }[] {
  const groups = new Map<string, { group: string; regular: string; bold: string }>();
  for (const [namespace, messages] of Object.entries(written)) {
    const group = GROUP_OF[namespace] ?? namespace;
    const texts = groups.get(group) ?? { group, regular: '', bold: '' };
    groups.set(group, texts);
    for (const [key, text] of Object.entries(messages)) {
      const name = `${namespace}:${key}`;
      if (/Lead$/.test(key)) texts.regular += text;
      else if (HEADINGS.has(name) || (HEADING_KEY.test(key) && !UNSET.has(name))) texts.bold += text;
    }
  }
  return [...groups.values()];
}
/** Namespaces of one page: all a teacher's page says comes with it, since it goes from the class to what is after it by itself. */
const GROUP_OF: Record<string, string> = { 'lesson-class': 'lesson-teacher', 'lesson-after': 'lesson-teacher' };
const HEADING_KEY = /^(title|seal)\d*$|Title$|^(conf_|mark_|howToRead)/;
/** An evidence mark's `title` is read out, not set. */
const UNSET = new Set(['common:markTitle']);
const HEADINGS = new Set(
  Object.entries({
    check: 'verdict_waiting verdict_good verdict_fair verdict_bad',
    common: 'story gallery timeline catalogue reading using contact',
    gallery: 'roomOrdinal',
    object:
      'transcript description sources elsewhere citation events tours related relatedEvents otherExhibits askOriginal',
    standing: 'about privacy accessibility',
    passport: 'sections',
    story: 'glossary events',
    tour: 'kicker done'
  }).flatMap(([namespace, keys]) => keys.split(' ').map((key) => `${namespace}:${key}`))
);
