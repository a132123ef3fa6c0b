import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { type DashboardAsked, type FigureTable, PERIODS } from '../contract/dashboard';
import { PAGE_LOCALES, type PageAssets, type PageLocale, type PageRenderer } from '../contract/pages';
import { dayFromIso, isoDay } from '../engagement/day';
import type { Engagement } from '../engagement/engagement';
import { type Catalogue, type LoadedExhibit, shownIn } from '../exhibits/catalogue';
import { CSV_TYPE, download, JSON_TYPE, XLSX_TYPE } from '../http/download';
import { failure } from '../http/errors';
import { siteAddress } from '../http/site-address';
import { tablesCsv, tablesXlsx } from '../interchange/figure-tables';
import { statementsOf } from '../interchange/x-api';
import { againstOf } from '../staff/dashboard-asked';
import { dashboardData } from '../staff/dashboard-data';
import type { Staff } from '../staff/staff';
import type { KeptEvent } from '../storage/store';

export interface FiguresFilesDeps {
  catalogue: Catalogue;
  engagement: Engagement;
  renderer: PageRenderer;
  assets: PageAssets;
  staff: Staff;
  publicUrl: string | null;
}

const query = z.object({
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  language: z.enum(PAGE_LOCALES).default('zh-Hans'),
  table: z.string().optional(),
  period: z.enum(PERIODS).default('days'),
  against: z.string().optional()
});

/**
 * The dashboard's tables as files: `…/figures.csv?from=&to=&language=&table=` (one table, or all of them below each other;
 * with `against=` and `period=` as on the page, what it is set beside) and `…/figures.xlsx` (a sheet each); `…/statements.json` are the events as xAPI 1.0.3. For staff; every download is a line of the audit.
 */
export function figuresFilesRoutes(deps: FiguresFilesDeps) {
  const app = new Hono();

  app.get('/api/exhibits/:id/figures.csv', async (c) => {
    const found = await tablesOf(deps, c);
    if (found instanceof Response) return found;
    const { tables, asked, id } = found;
    const one = tables.find((table) => table.id === asked.table);
    if (asked.table !== undefined && !one) {
      return failure(
        c,
        'invalid-request',
        `There is no table “${asked.table}”; expected one of ${tables.map((table) => table.id).join(', ')}.`
      );
    }
    deps.staff.audit('export', { format: 'csv', exhibit: id, table: asked.table ?? 'all' });
    return download(tablesCsv(one ? [one] : tables), CSV_TYPE, `${nameOf(id, asked)}${one ? `-${one.id}` : ''}.csv`);
  });

  app.get('/api/exhibits/:id/figures.xlsx', async (c) => {
    const found = await tablesOf(deps, c);
    if (found instanceof Response) return found;
    const { tables, asked, id } = found;
    deps.staff.audit('export', { format: 'xlsx', exhibit: id });
    return download(tablesXlsx(tables), XLSX_TYPE, `${nameOf(id, asked)}.xlsx`);
  });

  app.get('/api/exhibits/:id/statements.json', async (c) => {
    const found = readAsked(deps, c);
    if (found instanceof Response) return found;
    const { id, asked, loaded } = found;
    const events: KeptEvent[] = [];
    for await (const page of deps.engagement.events(id, asked.from, asked.to)) {
      events.push(...page);
      if (events.length > MOST_STATEMENTS) {
        return failure(c, 'invalid-request', `There are more than ${MOST_STATEMENTS} events; ask for fewer days.`);
      }
    }
    deps.staff.audit('export', { format: 'xapi', exhibit: id, statements: events.length });
    const address = siteAddress(c.req.url, deps.publicUrl);
    const statements = statementsOf(events, { exhibit: id, title: loaded.exhibit.title, address });
    return download(JSON.stringify(statements), JSON_TYPE, `${nameOf(id, asked)}-xapi.json`);
  });
  return app;
}

/** Held in memory to be put in an order that tells nothing; a month of a large house is less. */
const MOST_STATEMENTS = 200_000;

interface Asked {
  from: string;
  to: string;
  language: PageLocale;
  table: string | undefined;
  against: DashboardAsked['against'];
}

/** What is asked, or the answer that says what is wrong with it. */
function readAsked(
  { catalogue, engagement, staff }: FiguresFilesDeps,
  c: Context
): { asked: Asked; id: string; loaded: LoadedExhibit } | Response {
  if (!staff.isStaff(c)) return staff.refuse(c);
  const id = c.req.param('id') ?? '';
  const loaded = catalogue.get(id);
  if (!loaded) return failure(c, 'not-found', `There is no exhibit “${id}”.`);
  const read = query.safeParse(c.req.query());
  if (!read.success) {
    const details = read.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
    return failure(c, 'invalid-request', 'Expected days such as from=2026-09-01&to=2026-09-30.', details);
  }
  const to = read.data.to ?? isoDay(engagement.today());
  const from = read.data.from ?? isoDay(dayFromIso(to) - 29);
  const { language, table, period } = read.data;
  if (from > to) return failure(c, 'invalid-request', `The first day, ${from}, is after the last, ${to}.`);
  const against = againstOf(
    read.data,
    catalogue.entries().map((entry) => entry.id),
    { exhibit: id, period, from: dayFromIso(from), to: dayFromIso(to) }
  );
  return { asked: { from, to, language, table, against }, id, loaded };
}

/** The tables asked for, or the answer that says why there are none. */
async function tablesOf(
  deps: FiguresFilesDeps,
  c: Context
): Promise<{ tables: FigureTable[]; asked: Asked; id: string } | Response> {
  const found = readAsked(deps, c);
  if (found instanceof Response) return found;
  const { catalogue, engagement, renderer, assets } = deps;
  const { asked, id, loaded } = found;
  const { from, to, language, against } = asked;
  const data = await dashboardData(
    { exhibit: id, period: 'days', from, to, month: to.slice(0, 7), against },
    catalogue,
    engagement,
    language
  );
  const { exhibit } = shownIn(loaded, language);
  const tables = await renderer.renderFigureTables({
    data,
    exhibit,
    locale: language,
    traditional: assets.traditional
  });
  return { tables, asked, id };
}

function nameOf(id: string, { from, to }: Asked): string {
  return `${id}-${from}-${to}`;
}
