import type { Finding } from '../findings';
import type { Sentence } from '../sentence';
import { transcriptLines } from '../transcript-lines';
import { entriesOf, get, itemsOf } from '../values';
import type { Path } from '../values';
import type { Rule } from './rule';

/** `page-repeated`: two scans of an object are the same page. */
export const pagesAreApart: Rule = ({ exhibit, report }) => {
  for (const [id, object] of entriesOf(get(exhibit, 'objects'))) {
    const seen = new Set<unknown>();
    itemsOf(get(object, 'media')).forEach((medium, index) => {
      if (get(medium, 'role') !== 'picture') return;
      const page = get(medium, 'page') ?? 1;
      if (seen.has(page)) {
        const said = { en: `Two pictures are page ${String(page)}`, zh: `有两幅图同是第${String(page)}页` };
        const remedy = { en: 'Number the pages from 1.', zh: '请从1起给各页编号。' };
        report(finding('page-repeated', ['objects', id, 'media', index], said, remedy));
      }
      seen.add(page);
    });
  }
};

/** `page-unknown`, `line-unknown`: regions are on pages that are there, and name lines that the transcript has. */
export const regionsHavePageAndLine: Rule = ({ exhibit, report }) => {
  for (const [id, object] of entriesOf(get(exhibit, 'objects'))) {
    const media = itemsOf(get(object, 'media'));
    const pages = new Set(
      media.flatMap((medium) => (get(medium, 'role') === 'picture' ? [get(medium, 'page') ?? 1] : []))
    );
    const lines = linesOf(get(object, 'transcript'));
    const checkLine = (line: unknown, path: Path) => {
      if (typeof line !== 'number' || line <= lines) return;
      const said = {
        en: `There is no line ${line}; the transcript has ${lines}`,
        zh: `没有第${line}行，释文共${lines}行`
      };
      report(finding('line-unknown', path, said, { en: 'Count its lines again.', zh: '请重新数行。' }));
    };
    itemsOf(get(object, 'regions')).forEach((region, index) => {
      const path = ['objects', id, 'regions', index];
      const page = get(region, 'page');
      if (typeof page === 'number' && !pages.has(page)) {
        const said = { en: `There is no page ${page}`, zh: `没有第${page}页` };
        report(finding('page-unknown', [...path, 'page'], said, { en: 'Add its picture.', zh: '请补上这一页的图。' }));
      }
      checkLine(get(region, 'line'), [...path, 'line']);
    });
    media.forEach((medium, index) => checkLine(get(medium, 'fromLine'), ['objects', id, 'media', index, 'fromLine']));
  }
};

/** `reading-lines-differ`: readings go line by line, or lines that belong together stand apart. */
export const readingsHaveLines: Rule = ({ exhibit, report }) => {
  for (const [id, object] of entriesOf(get(exhibit, 'objects'))) {
    const lines = linesOf(get(object, 'transcript'));
    for (const [reading, words] of entriesOf(get(object, 'readings')))
      for (const [language, text] of entriesOf(words)) {
        const own = typeof text === 'string' ? transcriptLines(text).length : lines;
        if (own === lines) continue;
        const said = {
          en: `This reading has ${own} lines, the transcript ${lines}`,
          zh: `这里有${own}行，释文有${lines}行`
        };
        const remedy = { en: 'Break the lines where the transcript does.', zh: '请照释文分行。' };
        report(finding('reading-lines-differ', ['objects', id, 'readings', reading, language], said, remedy));
      }
  }
};

/** Of the document's own language, the first written. */
function linesOf(transcript: unknown): number {
  const [own] = entriesOf(transcript);
  return typeof own?.[1] === 'string' ? transcriptLines(own[1]).length : 0;
}

function finding(code: Finding['code'], path: Path, { en, zh }: Sentence, remedy: Sentence): Finding {
  return { code, path, message: { en: `${en}.`, zh: `${zh}。` }, remedy };
}
