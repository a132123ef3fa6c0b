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
    title: t(columns.length > 1 ? 'dashboard:compareTitle' : 'dashboard:summaryTitle'),
    definition: t('dashboard:summaryDefinition'),
    header: [t('dashboard:colWhat'), ...columns.map((one, index) => `${titles[index] ?? ''}${daysOf(one, t)}`)],
    rows: [
      row(t('dashboard:rowVisits'), ({ visits }) => visits),
      row(t('dashboard:rowVisitors'), ({ visitors }) => visitors),
      row(t('dashboard:rowLookMedian'), ({ lookMedianMs }) => seconds(lookMedianMs)),
      row(t('dashboard:opened'), (one) => finishedOf(one).base),
      row(t('dashboard:rowFinished'), (one) => finishedOf(one).visits),
      row(t('dashboard:rowGallery'), ({ views }) => visitsOf(views, 'gallery')),
      row(t('dashboard:rowFirst'), (one) => answeredOf(one).base),
      row(t('dashboard:rowFirstRight'), (one) => answeredOf(one).right),
      row(t('dashboard:rowClasses'), ({ classes }) => classes),
      row(t('dashboard:rowPrograms'), ({ programs }) => programs)
    ]
  };
}

/** First and last day in words, or the only one. */
export function daysOf({ from, to }: { from: string; to: string }, t: Translator): string {
  return from === to ? from : t('dashboard:days', { from, to });
}

/** A count that its chart leaves blank says so in its table too. */
function told(count: number, t: Translator): number | string {
  return count > 0 && count < SMALLEST_CELL ? t('dashboard:under') : count;
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
    t('dashboard:colVisits'),
    t('dashboard:colViews'),
    t('dashboard:colLower'),
    t('dashboard:colMedian'),
    t('dashboard:colUpper')
  ];
}

function objectsTable(figures: DashboardFigures, names: Names, t: Translator): FigureTable {
  return {
    id: 'objects',
    title: t('dashboard:dwellTitle'),
    definition: t('dashboard:dwellDefinition'),
    header: lookedAtHeader(t('dashboard:colWork'), t),
    rows: lookedAtRows(figures.objects, names)
  };
}

function sectionsTable({ sections }: DashboardFigures, names: Names, t: Translator): FigureTable {
  const base = sections[0]?.visits ?? 0;
  return {
    id: 'sections',
    title: t('dashboard:sectionsTitle'),
    definition: t('dashboard:sectionsDefinition'),
    header: [...lookedAtHeader(t('dashboard:colSection'), t), `${t('dashboard:colShare')} %`],
    rows: lookedAtRows(sections, names).map((row, index) => {
      const isOpening = sections[index]?.target === 'view:story';
      return [
        ...(isOpening ? [t('dashboard:opened'), row[1] ?? 0, null, null, null, null] : row),
        share(sections[index]?.visits ?? 0, base)
      ];
    })
  };
}

function galleryTable({ gallery }: DashboardFigures, names: Names, t: Translator): FigureTable {
  return {
    id: 'gallery',
    title: t('dashboard:galleryTitle'),
    definition: t('dashboard:galleryDefinition'),
    header: lookedAtHeader(`${t('dashboard:colWork')} / ${t('dashboard:colRoom')}`, t),
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
    title: t('dashboard:waysTitle'),
    definition: t('dashboard:waysDefinition'),
    header: [t('dashboard:colWhat'), t('dashboard:colName'), t('dashboard:colVisits'), `${t('dashboard:colShare')} %`],
    rows: [
      ...rows(t('dashboard:wayChannel'), channels, (name) => t(`dashboard:channel_${name}`)),
      ...rows(t('dashboard:wayView'), views, (name) => t(`dashboard:view_${name}`)),
      ...rows(t('dashboard:wayLocale'), locales, (name) => t(`dashboard:locale_${name}`))
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
    title: t('dashboard:actsTitle'),
    definition: t('dashboard:actsDefinition'),
    header: [t('dashboard:colWhat'), t('dashboard:colNumber')],
    rows: actsOf(figures).map(({ type, n }) => [t(`dashboard:act_${type}`), n])
  };
}

function daysTable({ days }: DashboardFigures, t: Translator): FigureTable {
  return {
    id: 'days',
    title: t('dashboard:daysTitle'),
    definition: t('dashboard:daysDefinition'),
    header: [t('dashboard:colDay'), t('dashboard:colVisits'), t('dashboard:colDwell')],
    rows: days.map(({ day, visits, dwellMs }) => [day, visits, Math.round(dwellMs / 6_000) / 10])
  };
}

function hoursTable({ weekHours, hours }: DashboardFigures, t: Translator): FigureTable {
  return {
    id: 'hours',
    title: t('dashboard:hoursTitle'),
    definition: t('dashboard:hoursDefinition'),
    header: [
      t('dashboard:colHour'),
      ...weekHours.map((_, day) => t(`dashboard:weekday_${day}`)),
      t('dashboard:colVisits')
    ],
    rows: hours.map((visits, hour) => [hour, ...weekHours.map((day) => told(day[hour] ?? 0, t)), visits])
  };
}

function timelineTable({ timeline }: DashboardFigures, names: Names, t: Translator): FigureTable {
  return {
    id: 'timeline',
    title: t('dashboard:timelineTitle'),
    definition: t('dashboard:timelineDefinition'),
    header: lookedAtHeader(t('dashboard:colEvent'), t),
    rows: lookedAtRows(timeline, names)
  };
}

function toursTable({ tours }: DashboardFigures, names: Names, t: Translator): FigureTable {
  return {
    id: 'tours',
    title: t('dashboard:toursTitle'),
    definition: t('dashboard:toursDefinition'),
    header: [t('dashboard:colTour'), t('dashboard:colStop'), t('dashboard:colVisits')],
    rows: tours.flatMap(({ tour, stops }) =>
      stops.map(({ target, visits }) => [
        names.of(`tour:${tour}`),
        target.startsWith('tour:') ? t('dashboard:done') : names.of(target),
        visits
      ])
    )
  };
}

function answersTable({ tasks }: DashboardFigures, names: Names, t: Translator): FigureTable {
  const judged = (right: boolean | null) =>
    t(right === null ? 'dashboard:neither' : right ? 'dashboard:right' : 'dashboard:wrong');
  return {
    id: 'answers',
    title: t('dashboard:answersTitle'),
    definition: t('dashboard:answersDefinition'),
    header: [
      t('dashboard:colTask'),
      t('dashboard:colOption'),
      t('dashboard:colRight'),
      t('dashboard:colFirst'),
      t('dashboard:colAll')
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
        ...(rest.length > 0 ? [[names.task(id), t('dashboard:rest'), '', told(sum('n'), t), told(sum('all'), t)]] : [])
      ];
    })
  };
}
