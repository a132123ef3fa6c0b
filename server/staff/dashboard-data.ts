import type { DashboardAsked, DashboardData, DashboardFigures } from '../contract/dashboard';
import type { PageLocale } from '../contract/pages';
import { isoDay } from '../engagement/day';
import type { Engagement } from '../engagement/engagement';
import type { Catalogue } from '../exhibits/catalogue';
import { dashboardFigures } from './dashboard-figures';

/** A wait shorter than this is the disk's ordinary pace. */
const BEHIND_MS = 30_000;

/** Reads what was asked, and what it is set beside; titles are as pages of `locale` show them. The exhibits asked for are known to be there. */
export async function dashboardData(
  asked: DashboardAsked,
  catalogue: Catalogue,
  engagement: Engagement,
  locale: PageLocale
): Promise<DashboardData> {
  const { exhibit, from, to, against } = asked;
  const read = async (id: string, first: string, last: string): Promise<DashboardFigures | null> => {
    const loaded = catalogue.get(id);
    return loaded && dashboardFigures(loaded.exhibit, first, last, await engagement.dashboard(id, first, last));
  };
  const figures = await read(exhibit, from, to);
  if (!figures) throw new Error(`The exhibit “${exhibit}” has gone while its figures were asked for.`);
  const { behindMs } = engagement.health();
  return {
    asked,
    figures,
    beside:
      against === null
        ? null
        : against.kind === 'before'
          ? await read(exhibit, against.from, against.to)
          : await read(against.exhibit, from, to),
    besideTitle: against?.kind === 'exhibit' ? titleOf(catalogue, against.exhibit, locale) : null,
    behindMinutes: behindMs < BEHIND_MS ? 0 : Math.max(1, Math.round(behindMs / 60_000)),
    isLive: to === isoDay(engagement.today()),
    firstDay: await engagement.firstDay(exhibit)
  };
}

function titleOf(catalogue: Catalogue, exhibit: string, locale: PageLocale): Record<string, string> | null {
  const entry = catalogue.entries(locale).find(({ id }) => id === exhibit);
  return entry ? (entry.shortTitle ?? entry.title) : null;
}
