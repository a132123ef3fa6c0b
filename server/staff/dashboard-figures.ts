import type { CompiledExhibit } from '../../exhibits/format/compiled';
import {
  type AnsweredTask,
  type DashboardFigures,
  ELSEWHERE,
  type LookedAtFigures,
  OTHER_LOCALE,
  type Reached,
  SMALLEST_CELL
} from '../contract/dashboard';
import { eventType } from '../contract/engagement';
import { PAGE_LOCALES } from '../contract/pages';
import { dayFromIso, isoDay } from '../engagement/day';
import { DWELL_BINS, dwellQuartilesMs, medianDwellMs } from '../storage/dwell';
import { COUNTED, type DashboardSums, type LookedAt } from '../storage/store';

/** The sums of some days as the dashboard shows them, in the order of the exhibit. Days are ISO, inclusive. */
export function dashboardFigures(
  exhibit: CompiledExhibit,
  from: string,
  to: string,
  sums: DashboardSums
): DashboardFigures {
  const count = (type: string) => sums.types.find((one) => one.type === type)?.n ?? 0;
  const reached = new Map(sums.reached.map(({ type, target, visits }) => [`${type} ${target}`, visits]));
  const reach = (type: string, target: string): Reached => ({ target, visits: reached.get(`${type} ${target}`) ?? 0 });
  const works = sums.targets.filter(({ target }) => target.startsWith('object:'));
  return {
    exhibit: exhibit.id,
    from,
    to,
    visits: sums.days.reduce((sum, { visits }) => sum + visits, 0),
    visitors: count(COUNTED.visitors),
    programs: count(COUNTED.bots),
    classes: count(COUNTED.classes),
    worksDwellMs: works.reduce((sum, { dwellMs }) => sum + dwellMs, 0),
    lookMedianMs: medianOf(works),
    days: everyDay(from, to, sums),
    ...byHour(sums),
    channels: sums.channels.map(({ channel, visits }) => ({ name: channel, visits })),
    locales: byLocale(sums),
    views: sums.views.map(({ view, visits }) => ({ name: view, visits })),
    objects: byMedian(inOrder(Object.keys(exhibit.objects), 'object', works)),
    sections: [
      {
        target: 'view:story',
        views: 0,
        visits: sums.views.find(({ view }) => view === 'story')?.visits ?? 0,
        dwell: null
      },
      ...inOrder(
        exhibit.sections.map(({ id }) => id),
        'section',
        sums.targets
      )
    ],
    tours: exhibit.tours.map(({ id, stops }) => ({
      tour: id,
      stops: [...stops.map((stop) => reach('tour-stop', `stop:${id}/${stop.id}`)), reach('tour-done', `tour:${id}`)]
    })),
    gallery: sums.inGallery.filter(({ target }) => /^(object|room):/.test(target)).map(lookedAt),
    timeline: inOrder(
      exhibit.timeline.events.map(({ id }) => id),
      'event',
      sums.inTimeline
    ),
    tasks: exhibit.activities.flatMap((activity) => taskOf(exhibit, activity, sums)),
    acts: eventType.options.map((type) => ({ type, n: count(type) })).filter(({ n }) => n > 0)
  };
}

function lookedAt({ target, views, visits, dwellMs, histogram }: LookedAt): LookedAtFigures {
  return { target, views, visits, dwell: visits < SMALLEST_CELL ? null : dwellQuartilesMs(histogram, dwellMs) };
}

/** One line for each id, whether it was looked at or not. */
function inOrder(ids: readonly string[], kind: string, looked: readonly LookedAt[]): LookedAtFigures[] {
  const known = new Map(looked.map((one) => [one.target, one]));
  return ids.map((id) => {
    const target = `${kind}:${id}`;
    const one = known.get(target);
    return one ? lookedAt(one) : { target, views: 0, visits: 0, dwell: null };
  });
}

function byMedian(figures: LookedAtFigures[]): LookedAtFigures[] {
  return figures.sort(
    (a, b) => (b.dwell?.medianMs ?? 0) - (a.dwell?.medianMs ?? 0) || b.visits - a.visits || b.views - a.views
  );
}

/** The median of all looks together. */
function medianOf(looked: readonly LookedAt[]): number | null {
  const histogram = Array<number>(DWELL_BINS).fill(0);
  for (const one of looked) one.histogram.forEach((n, bin) => (histogram[bin] = (histogram[bin] ?? 0) + n));
  return medianDwellMs(
    histogram,
    looked.reduce((sum, { dwellMs }) => sum + dwellMs, 0)
  );
}

function everyDay(from: string, to: string, { days }: DashboardSums): DashboardFigures['days'] {
  const known = new Map(days.map((one) => [one.day, one]));
  const [first, last] = [dayFromIso(from), dayFromIso(to)];
  return Array.from({ length: last - first + 1 }, (_, n) => {
    const day = known.get(first + n);
    return { day: isoDay(first + n), visits: day?.visits ?? 0, dwellMs: day?.dwellMs ?? 0 };
  });
}

function byHour({ hours }: DashboardSums): Pick<DashboardFigures, 'hours' | 'weekHours'> {
  const all = Array<number>(24).fill(0);
  const week = Array.from({ length: 7 }, () => Array<number>(24).fill(0));
  for (const { day, hour, visits } of hours) {
    all[hour] = (all[hour] ?? 0) + visits;
    // Day 0 of the calendar, 1970-01-01, was a Thursday.
    const weekday = week[(day + 3) % 7];
    if (weekday) weekday[hour] = (weekday[hour] ?? 0) + visits;
  }
  return { hours: all, weekHours: week };
}

/** Anybody may name a language; those the pages do not have are one. */
function byLocale({ locales }: DashboardSums): DashboardFigures['locales'] {
  const sums = new Map<string, number>();
  for (const { locale, visits } of locales) {
    const name = PAGE_LOCALES.find((tag) => tag === locale) ?? OTHER_LOCALE;
    sums.set(name, (sums.get(name) ?? 0) + visits);
  }
  return [...sums].map(([name, visits]) => ({ name, visits })).sort((a, b) => b.visits - a.visits);
}

/** Nothing for a task that nobody answered. */
function taskOf(
  exhibit: CompiledExhibit,
  task: CompiledExhibit['activities'][number],
  { answers }: DashboardSums
): AnsweredTask[] {
  const activity = `activity:${task.id}`;
  const own = answers.filter((one) => one.activity === activity);
  if (own.length === 0) return [];
  const parts = task.kind === 'find' ? new Set(exhibit.objects[task.object]?.regions?.map(({ id }) => id)) : null;
  const options = new Map<string, AnsweredTask['options'][number]>();
  for (const { option: given, right, attempt, n } of own) {
    const option = parts && !parts.has(given) ? ELSEWHERE : given;
    // What is right may have been changed between two editions.
    const key = `${right} ${option}`;
    const known = options.get(key) ?? { option, right, n: 0, all: 0 };
    known.all += n;
    if (attempt === 1) known.n += n;
    options.set(key, known);
  }
  const sorted = [...options.values()].sort((a, b) => b.n - a.n || b.all - a.all);
  const judged = sorted.filter(({ right }) => right !== null);
  const sum = (some: typeof sorted, of: 'n' | 'all') => some.reduce((total, one) => total + one[of], 0);
  return [
    {
      activity,
      first: sum(sorted, 'n'),
      firstRight:
        judged.length === 0
          ? null
          : sum(
              judged.filter(({ right }) => right),
              'n'
            ),
      all: sum(sorted, 'all'),
      options: sorted
    }
  ];
}
