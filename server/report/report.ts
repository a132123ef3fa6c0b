import { SMALLEST_CELL, TOO_FEW_VISITS } from '../contract/dashboard';
import type { ReportData } from '../contract/report';
import { isoDay } from '../engagement/day';
import type { Engagement } from '../engagement/engagement';
import type { Catalogue } from '../exhibits/catalogue';
import { dashboardFigures } from '../staff/dashboard-figures';
import { type ReportPeriod, reportPeriod, reportPeriods } from './report-periods';

export interface ReportOptions {
  catalogue: Catalogue;
  engagement: Engagement;
  now?: () => number;
}

export interface Reports {
  /**
   * The report of a period, or of the one that is best told now: this month once it has visits enough, else the one before.
   * Null where the name is none, or of a time when nothing was counted yet. Titles are in every language the exhibits have.
   */
  read(name: string | null): Promise<ReportData | null>;
}

/** Everybody may ask, so figures are read from the store at most so often. */
const KEPT_MS = 60_000;
const MOST_WORKS = 5;

export function openReports({ catalogue, engagement, now = Date.now }: ReportOptions): Reports {
  const kept = new Map<string, { at: number; report: Promise<ReportData> }>();
  catalogue.subscribe(() => kept.clear());

  async function read(name: string | null): Promise<ReportData | null> {
    const today = isoDay(engagement.today());
    const periods = reportPeriods((await firstDay()) ?? today, today);
    if (name !== null) {
      const period = periods.find((one) => one.name === name);
      return period && reportPeriod(name) ? report(period, periods, today) : null;
    }
    const months = periods.filter((one) => !one.name.includes('Q'));
    const [latest, before] = months;
    if (!latest) return null;
    const told = await report(latest, periods, today);
    return before && (told.visits ?? 0) < TOO_FEW_VISITS ? report(before, periods, today) : told;
  }

  async function firstDay(): Promise<string | null> {
    const days = await Promise.all(catalogue.entries().map(({ id }) => engagement.firstDay(id)));
    return days.reduce((first, day) => (day !== null && (first === null || day < first) ? day : first), null);
  }

  function report(period: ReportPeriod, periods: ReportPeriod[], today: string): Promise<ReportData> {
    const known = kept.get(period.name);
    if (known && now() - known.at < KEPT_MS) return known.report;
    const made = make(period, periods, today);
    kept.set(period.name, { at: now(), report: made });
    made.catch(() => kept.delete(period.name));
    return made;
  }

  async function make(period: ReportPeriod, periods: ReportPeriod[], today: string): Promise<ReportData> {
    const to = period.to < today ? period.to : today;
    const all = await Promise.all(
      catalogue
        .entries()
        .flatMap(({ id }) => {
          const loaded = catalogue.get(id);
          return loaded ? [loaded] : [];
        })
        .map(async ({ exhibit, entry }) => ({
          exhibit,
          title: entry.shortTitle ?? entry.title,
          figures: dashboardFigures(exhibit, period.from, to, await engagement.dashboard(exhibit.id, period.from, to))
        }))
    );
    const sum = (of: (one: (typeof all)[number]) => number) => all.reduce((total, one) => total + of(one), 0);
    const visits = sum(({ figures }) => figures.visits);
    const works = all.flatMap(({ exhibit, figures }) => figures.objects.map((looked) => ({ exhibit, ...looked })));
    const of = ({ exhibit, target }: Pick<(typeof works)[number], 'exhibit' | 'target'>) => ({
      exhibit: exhibit.id,
      target,
      title: exhibit.objects[target.slice('object:'.length)]?.title ?? {}
    });
    return {
      period: period.name,
      periods: periods.map(({ name }) => name),
      from: period.from,
      to,
      isOver: period.to < today,
      visits: told(visits),
      minutes: told(visits) === null ? null : Math.round(sum(({ figures }) => figures.worksDwellMs) / 60_000),
      classes: told(sum(({ figures }) => figures.classes)),
      longest: works
        .flatMap(({ dwell, ...work }) => (dwell ? [{ ...of(work), medianMs: dwell.medianMs }] : []))
        .sort((a, b) => b.medianMs - a.medianMs)
        .slice(0, MOST_WORKS),
      mostSeen: works
        .filter((work) => work.visits >= SMALLEST_CELL)
        .sort((a, b) => b.visits - a.visits)
        .slice(0, MOST_WORKS)
        .map((work) => ({ ...of(work), visits: work.visits })),
      opened: told(sum(({ figures }) => figures.sections[0]?.visits ?? 0)),
      finished: told(sum(({ figures }) => (figures.sections.length > 1 ? (figures.sections.at(-1)?.visits ?? 0) : 0))),
      exhibits: all.map(({ exhibit, title, figures }) => ({ id: exhibit.id, title, visits: told(figures.visits) })),
      corrections: correctionsOf(catalogue)
    };
  }

  return { read };
}

/** A number that may be published. */
function told(value: number): number | null {
  return value > 0 && value < SMALLEST_CELL ? null : value;
}

function correctionsOf(catalogue: Catalogue): ReportData['corrections'] {
  const { corrections } = catalogue.house();
  if (!corrections) return null;
  const { asOf, received, changed, checking, declined, address = null } = corrections;
  return { asOf, received, changed, checking, declined, address };
}
