import type { CompiledExhibit } from '../../../exhibits/format/compiled';
import {
  type DashboardData,
  type DashboardFigures,
  type FigureTable,
  type LookedAtFigures,
  SMALLEST_CELL
} from '../../../server/contract/dashboard';
import type { PageLocale } from '../../../server/contract/pages';
import type { Translator } from '../../i18n/translator';
import { oneLine } from '../../i18n/numbers';
import { inLocale } from '../../pages/context';
import { type Names, namesIn } from './names';

/** Tables behind the charts, in the order of the page; the same rows stand under each chart and in the files. */
export function figureTables(
  { figures, beside, besideTitle }: Pick<DashboardData, 'figures' | 'beside' | 'besideTitle'>,
  exhibit: CompiledExhibit,
  locale: PageLocale,
  t: Translator
): FigureTable[] {
  const names = namesIn(exhibit, locale, t);
  return [
    summaryTable([figures, ...(beside ? [beside] : [])], titlesOf(exhibit, besideTitle, locale), t),
    objectsTable(figures, names, t),
    sectionsTable(figures, names, t),
    galleryTable(figures, names, t),
    waysTable(figures, t),
    actsTable(figures, t),
    daysTable(figures, t),
    hoursTable(figures, t),
    timelineTable(figures, names, t),
    toursTable(figures, names, t),
    answersTable(figures, names, t)
  ];
}

/** Per cent, one decimal; null without a base. */
export function share(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part / whole) * 1000) / 10;
}

/** Visits that opened the story and those that reached its last section. */
export function finishedOf({ sections }: DashboardFigures): { base: number; visits: number } {
  return { base: sections[0]?.visits ?? 0, visits: sections.length > 1 ? (sections.at(-1)?.visits ?? 0) : 0 };
}

/** First answers where right and wrong are told, and the right ones. */
export function answeredOf({ tasks }: DashboardFigures): { base: number; right: number } {
  const judged = tasks.filter(({ firstRight }) => firstRight !== null);
  return {
    base: judged.reduce((sum, { first }) => sum + first, 0),
    right: judged.reduce((sum, { firstRight }) => sum + (firstRight ?? 0), 0)
  };
}

export function visitsOf(ways: { name: string; visits: number }[], name: string): number {
  return ways.find((one) => one.name === name)?.visits ?? 0;
}

const seconds = (ms: number | null | undefined) => (ms == null ? null : Math.round(ms / 100) / 10);

/** What the columns of the totals are of; nothing where all are of one exhibit. */
function titlesOf(exhibit: CompiledExhibit, beside: Record<string, string> | null, locale: PageLocale): string[] {
  const title = (words: Record<string, string>) => oneLine(inLocale(words, locale).text, locale);
  return beside ? [`${title(exhibit.shortTitle ?? exhibit.title)} `, `${title(beside)} `] : [];
}

function summaryTable(columns: DashboardFigures[], titles: string[], t: Translator): FigureTable {
  const row = (name: string, of: (one: DashboardFigures) => number | null) => [name, ...columns.map(of)];
  return {
    id: 'summary',
    title: t(columns.length > 1 ? 'figures:compareTitle' : 'figures:summaryTitle'),
    definition: t('figures:summaryDefinition'),
    header: [t('figures:colWhat'), ...columns.map((one, index) => `${titles[index] ?? ''}${daysOf(one, t)}`)],
    rows: [
      row(t('figures:rowVisits'), ({ visits }) => visits),
      row(t('figures:rowVisitors'), ({ visitors }) => visitors),
      row(t('figures:rowLookMedian'), ({ lookMedianMs }) => seconds(lookMedianMs)),
      row(t('figures:opened'), (one) => finishedOf(one).base),
      row(t('figures:rowFinished'), (one) => finishedOf(one).visits),
      row(t('figures:rowGallery'), ({ views }) => visitsOf(views, 'gallery')),
      row(t('figures:rowFirst'), (one) => answeredOf(one).base),
      row(t('figures:rowFirstRight'), (one) => answeredOf(one).right),
      row(t('figures:rowClasses'), ({ classes }) => classes),
      row(t('figures:rowPrograms'), ({ programs }) => programs)
    ]
  };
}

/** First and last day in words, or the only one. */
export function daysOf({ from, to }: { from: string; to: string }, t: Translator): string {
  return from === to ? from : t('dashboard:days', { from, to });
}

/** A count that its chart leaves blank says so in its table too. */
function told(count: number, t: Translator): number | string {
  return count > 0 && count < SMALLEST_CELL ? t('figures:under') : count;
}

function lookedAtRows(figures: LookedAtFigures[], names: Names): FigureTable['rows'] {
  return figures.map(({ target, visits, views, dwell }) => [
    names.of(target),
    visits,
    views,
    seconds(dwell?.lowerMs),
    seconds(dwell?.medianMs),
    seconds(dwell?.upperMs)
  ]);
}

function lookedAtHeader(first: string, t: Translator): string[] {
  return [
    first,
    t('figures:colVisits'),
    t('figures:colViews'),
    t('figures:colLower'),
    t('figures:colMedian'),
    t('figures:colUpper')
  ];
}

function objectsTable(figures: DashboardFigures, names: Names, t: Translator): FigureTable {
  return {
    id: 'objects',
    title: t('figures:dwellTitle'),
    definition: t('figures:dwellDefinition'),
    header: lookedAtHeader(t('figures:colWork'), t),
    rows: lookedAtRows(figures.objects, names)
  };
}

function sectionsTable({ sections }: DashboardFigures, names: Names, t: Translator): FigureTable {
  const base = sections[0]?.visits ?? 0;
  return {
    id: 'sections',
    title: t('figures:sectionsTitle'),
    definition: t('figures:sectionsDefinition'),
    header: [...lookedAtHeader(t('figures:colSection'), t), `${t('figures:colShare')} %`],
    rows: lookedAtRows(sections, names).map((row, index) => {
      const isOpening = sections[index]?.target === 'view:story';
      return [
        ...(isOpening ? [t('figures:opened'), row[1] ?? 0, null, null, null, null] : row),
        share(sections[index]?.visits ?? 0, base)
      ];
    })
  };
}

function galleryTable({ gallery }: DashboardFigures, names: Names, t: Translator): FigureTable {
  return {
    id: 'gallery',
    title: t('figures:galleryTitle'),
    definition: t('figures:galleryDefinition'),
    header: lookedAtHeader(`${t('figures:colWork')} / ${t('figures:colRoom')}`, t),
    rows: lookedAtRows(gallery, names)
  };
}

function waysTable({ visits, channels, views, locales }: DashboardFigures, t: Translator): FigureTable {
  const rows = (kind: string, ways: { name: string; visits: number }[], nameOf: (name: string) => string) =>
    ways.map((way) => {
      const isTold = way.visits >= SMALLEST_CELL;
      return [kind, nameOf(way.name), told(way.visits, t), isTold ? share(way.visits, visits) : null];
    });
  return {
    id: 'ways',
    title: t('figures:waysTitle'),
    definition: t('figures:waysDefinition'),
    header: [t('figures:colWhat'), t('figures:colName'), t('figures:colVisits'), `${t('figures:colShare')} %`],
    rows: [
      ...rows(t('figures:wayChannel'), channels, (name) => t(`figures:channel_${name}`)),
      ...rows(t('figures:wayView'), views, (name) => t(`figures:view_${name}`)),
      ...rows(t('figures:wayLocale'), locales, (name) => t(`figures:locale_${name}`))
    ]
  };
}

/** Acts that are neither the frame of a visit nor a look, of which the other tables tell. */
export function actsOf({ acts }: DashboardFigures): DashboardFigures['acts'] {
  return acts.filter(({ type }) => !['visit-start', 'visit-end', 'view'].includes(type));
}

function actsTable(figures: DashboardFigures, t: Translator): FigureTable {
  return {
    id: 'acts',
    title: t('figures:actsTitle'),
    definition: t('figures:actsDefinition'),
    header: [t('figures:colWhat'), t('figures:colNumber')],
    rows: actsOf(figures).map(({ type, n }) => [t(`figures:act_${type}`), n])
  };
}

function daysTable({ days }: DashboardFigures, t: Translator): FigureTable {
  return {
    id: 'days',
    title: t('figures:daysTitle'),
    definition: t('figures:daysDefinition'),
    header: [t('figures:colDay'), t('figures:colVisits'), t('figures:colDwell')],
    rows: days.map(({ day, visits, dwellMs }) => [day, visits, Math.round(dwellMs / 6_000) / 10])
  };
}

function hoursTable({ weekHours, hours }: DashboardFigures, t: Translator): FigureTable {
  return {
    id: 'hours',
    title: t('figures:hoursTitle'),
    definition: t('figures:hoursDefinition'),
    header: [t('figures:colHour'), ...weekHours.map((_, day) => t(`figures:weekday_${day}`)), t('figures:colVisits')],
    rows: hours.map((visits, hour) => [hour, ...weekHours.map((day) => told(day[hour] ?? 0, t)), visits])
  };
}

function timelineTable({ timeline }: DashboardFigures, names: Names, t: Translator): FigureTable {
  return {
    id: 'timeline',
    title: t('figures:timelineTitle'),
    definition: t('figures:timelineDefinition'),
    header: lookedAtHeader(t('figures:colEvent'), t),
    rows: lookedAtRows(timeline, names)
  };
}

function toursTable({ tours }: DashboardFigures, names: Names, t: Translator): FigureTable {
  return {
    id: 'tours',
    title: t('figures:toursTitle'),
    definition: t('figures:toursDefinition'),
    header: [t('figures:colTour'), t('figures:colStop'), t('figures:colVisits')],
    rows: tours.flatMap(({ tour, stops }) =>
      stops.map(({ target, visits }) => [
        names.of(`tour:${tour}`),
        target.startsWith('tour:') ? t('figures:done') : names.of(target),
        visits
      ])
    )
  };
}

function answersTable({ tasks }: DashboardFigures, names: Names, t: Translator): FigureTable {
  const judged = (right: boolean | null) =>
    t(right === null ? 'figures:neither' : right ? 'figures:right' : 'figures:wrong');
  return {
    id: 'answers',
    title: t('figures:answersTitle'),
    definition: t('figures:answersDefinition'),
    header: [
      t('figures:colTask'),
      t('figures:colOption'),
      t('figures:colRight'),
      t('figures:colFirst'),
      t('figures:colAll')
    ],
    rows: tasks.flatMap(({ activity, options }) => {
      const id = activity.slice('activity:'.length);
      const isTold = ({ all }: { all: number }) => all >= SMALLEST_CELL;
      const rest = options.filter((one) => !isTold(one));
      const sum = (of: 'n' | 'all') => rest.reduce((total, one) => total + one[of], 0);
      return [
        ...options
          .filter(isTold)
          .map(({ option, right, n, all }) => [
            names.task(id),
            names.option(id, option),
            judged(right),
            told(n, t),
            told(all, t)
          ]),
        // What was given less than five times stands together, so that the rows add up.
        ...(rest.length > 0 ? [[names.task(id), t('figures:rest'), '', told(sum('n'), t), told(sum('all'), t)]] : [])
      ];
    })
  };
}
