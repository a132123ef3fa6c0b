import { TOO_FEW_VISITS } from '../../../server/contract/dashboard';
import type { PageLocale } from '../../../server/contract/pages';
import type { ReportData } from '../../../server/contract/report';
import { hanDigits, hanNumber, hanQuantity, isChinese, oneLine, ordinal, quantity } from '../../i18n/numbers';
import type { Translator } from '../../i18n/translator';
import { inLocale } from '../../pages/context';

/** The name of `2026-10` or `2026-Q4`: in a sentence numbers are characters, in a list figures. */
export function periodName(period: string, locale: PageLocale, t: Translator, { isSaid = false } = {}): string {
  const isHan = isChinese(locale);
  const [written = '', part = ''] = period.split('-');
  const year = isSaid && isHan ? hanDigits(written) : written;
  if (part.startsWith('Q')) {
    const quarter = Number(part.slice(1));
    return t(isSaid ? 'report:quarterSaid' : 'report:quarter', {
      year,
      quarter: isHan ? ordinal(quarter, locale) : quarter
    });
  }
  const month = isHan
    ? isSaid
      ? hanNumber(Number(part))
      : Number(part)
    : new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }).format(new Date(`${period}-01`));
  return t(isSaid ? 'report:periodSaid' : 'report:period', { year, month });
}

/** Under so many visits the letter says how many there were and nothing else. */
export const isFew = ({ visits }: Pick<ReportData, 'visits'>) => visits === null || visits < TOO_FEW_VISITS;

/** The title of a work, as the letter and its lists have it. */
export const titleIn = (title: Record<string, string>, locale: PageLocale) =>
  oneLine(inLocale(title, locale).text, locale);

/** What the letter says, a sentence each; what stands between `<b>` and `</b>` is strong. */
export function letterSentences(report: ReportData, locale: PageLocale, t: Translator): string[] {
  const number = (value: number) => (isChinese(locale) ? hanQuantity(value, locale) : quantity(value, locale));
  const count = (value: number | null) => (value === null ? t('report:under') : number(value));
  const when = periodName(report.period, locale, t, { isSaid: true });
  const visits = count(report.visits);
  if (report.visits === 0) return [t('report:nothingLead', { when })];
  if (isFew(report)) return [t('report:fewLead', { when, visits })];
  const [first] = report.longest;
  return [
    t('report:visitsLead', { when, visits, minutes: count(report.minutes) }),
    report.classes ? t('report:classesLead', { number: number(report.classes) }) : null,
    first
      ? t('report:longestLead', {
          title: titleIn(first.title, locale),
          seconds: number(Math.round(first.medianMs / 1000))
        })
      : null,
    finishedSentence(report, number, t)
  ].filter((sentence) => sentence !== null);
}

/** Of ten who opened a story, how many read it to its end; null where too few opened one. */
function finishedSentence(
  { opened, finished }: ReportData,
  number: (value: number) => string,
  t: Translator
): string | null {
  if (!opened || finished === null || opened < TOO_FEW_VISITS) return null;
  const ofTen = Math.round((finished / opened) * 10);
  if (ofTen === 0) return t('report:finishedFew');
  return ofTen >= 10 ? t('report:finishedAll') : t('report:finishedLead', { number: number(ofTen) });
}
