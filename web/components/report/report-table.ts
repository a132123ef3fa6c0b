import type { FigureTable } from '../../../server/contract/dashboard';
import type { PageLocale } from '../../../server/contract/pages';
import type { ReportData } from '../../../server/contract/report';
import type { Translator } from '../../i18n/translator';
import { titleIn } from './letter';

/** Every number of the report as one table; a count under five says so. */
export function reportTable(report: ReportData, locale: PageLocale, t: Translator): FigureTable {
  const text = (words: Record<string, string>) => titleIn(words, locale);
  const titles = new Map(report.exhibits.map(({ id, title }) => [id, text(title)]));
  const value = (count: number | null) => count ?? t('report:under');
  const { corrections } = report;
  return {
    id: 'report',
    title: t('report:title'),
    definition: t('report:how1'),
    header: [t('report:colExhibit'), t('report:colWhat'), t('report:colName'), t('report:colValue')],
    rows: [
      [t('report:allExhibits'), t('report:rowVisits'), report.period, value(report.visits)],
      [t('report:allExhibits'), t('report:rowMinutes'), report.period, value(report.minutes)],
      [t('report:allExhibits'), t('report:rowClasses'), report.period, value(report.classes)],
      [t('report:allExhibits'), t('report:rowOpened'), report.period, value(report.opened)],
      [t('report:allExhibits'), t('report:rowFinished'), report.period, value(report.finished)],
      ...report.exhibits.map(({ title, visits }) => [text(title), t('report:rowVisits'), report.period, value(visits)]),
      ...report.longest.map(({ exhibit, title, medianMs }) => [
        titles.get(exhibit) ?? exhibit,
        t('report:rowLongest'),
        text(title),
        Math.round(medianMs / 100) / 10
      ]),
      ...report.mostSeen.map(({ exhibit, title, visits }) => [
        titles.get(exhibit) ?? exhibit,
        t('report:rowMostSeen'),
        text(title),
        visits
      ]),
      ...(corrections
        ? [
            ['', t('report:rowReceived'), corrections.asOf, corrections.received],
            ['', t('report:rowChanged'), corrections.asOf, corrections.changed],
            ['', t('report:rowChecking'), corrections.asOf, corrections.checking],
            ['', t('report:rowDeclined'), corrections.asOf, corrections.declined]
          ]
        : [])
    ]
  };
}
