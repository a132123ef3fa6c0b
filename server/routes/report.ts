import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { type Context } from 'hono';
import { PAGE_LOCALES, type PageAssets, type PageLocale, type PageRenderer } from '../contract/pages';
import { errorBody } from '../contract/error';
import type { ReportData } from '../contract/report';
import type { Engagement } from '../engagement/engagement';
import { type Catalogue, shownIn } from '../exhibits/catalogue';
import { failure } from '../http/errors';
import { answer, represent, REVALIDATE } from '../http/representation';
import { csvOf } from '../interchange/csv';
import { isGreyAt } from '../pages/grey-days';
import { openReports } from '../report/report';

export interface ReportRouteDeps {
  catalogue: Catalogue;
  engagement: Engagement;
  renderer: PageRenderer;
  assets: PageAssets;
  publicUrl: string | null;
  isDevelopment: boolean;
  now?: () => number;
}

const count = z.int().nullable().describe('null: fewer than five.');
const title = z.record(z.string(), z.string());
const report = z
  .object({
    period: z.string(),
    periods: z.array(z.string()),
    from: z.iso.date(),
    to: z.iso.date(),
    isOver: z.boolean(),
    visits: count,
    minutes: count.describe('Time that works were looked at, whole minutes.'),
    classes: count.describe('Classes that were held.'),
    longest: z.array(z.object({ exhibit: z.string(), target: z.string(), title, medianMs: z.number() })),
    mostSeen: z.array(z.object({ exhibit: z.string(), target: z.string(), title, visits: z.int() })),
    opened: count.describe('Visits that opened a story.'),
    finished: count.describe('Visits that reached a story’s last section.'),
    exhibits: z.array(z.object({ id: z.string(), title, visits: count })),
    corrections: z
      .object({
        asOf: z.iso.date(),
        received: z.int(),
        changed: z.int(),
        checking: z.int(),
        declined: z.int(),
        address: z.string().nullable()
      })
      .nullable()
  })
  .openapi('Report');

/** The report to the public: `/report` in every language, `/api/report` and `/api/report.csv`. */
export function reportRoutes(deps: ReportRouteDeps) {
  const { catalogue, renderer, assets, publicUrl, isDevelopment, now = Date.now } = deps;
  const reports = openReports(deps);
  const error = (description: string) => ({ description, content: { 'application/json': { schema: errorBody } } });
  const noPeriod = (c: Context) =>
    failure(c, 'not-found', 'There is no report of that time; expected a month such as 2026-10 or a quarter, 2026-Q4.');

  const app = new OpenAPIHono().openapi(
    createRoute({
      method: 'get',
      path: '/api/report',
      summary: 'What was looked at, for everybody',
      description: 'Over a month (2026-10) or a quarter (2026-Q4); counts under five are null.',
      request: { query: z.object({ period: z.string().optional() }) },
      responses: {
        200: { description: 'The report', content: { 'application/json': { schema: report } } },
        404: error('No such period')
      }
    }),
    async (c) => {
      const found = await reports.read(c.req.query('period') ?? null);
      if (!found) return noPeriod(c) as never;
      c.header('Cache-Control', REVALIDATE);
      return c.json(found, 200);
    }
  );

  app.get('/api/report.csv', async (c) => {
    const found = await reports.read(c.req.query('period') ?? null);
    if (!found) return noPeriod(c);
    const locale = PAGE_LOCALES.find((tag) => tag === c.req.query('language')) ?? PAGE_LOCALES[0];
    const table = await renderer.renderReportTable({
      report: localised(found, catalogue, locale),
      locale,
      traditional: assets.traditional
    });
    const rows = [table.header, ...table.rows.map((row) => row.map((cell) => cell ?? ''))];
    c.header('Content-Disposition', `attachment; filename="report-${found.period}.csv"`);
    c.header('Cache-Control', REVALIDATE);
    return c.body(csvOf(rows), 200, { 'Content-Type': 'text/csv; charset=utf-8' });
  });

  for (const locale of PAGE_LOCALES) {
    app.get(locale === PAGE_LOCALES[0] ? '/report' : `/${locale}/report`, async (c) => {
      const asked = c.req.query('period') ?? null;
      const found = (await reports.read(asked)) ?? (await reports.read(null));
      const exhibits = catalogue.entries(locale);
      const html = await renderer.renderPage({
        model: found
          ? { page: 'report', exhibits, report: localised(found, catalogue, locale) }
          : { page: 'error', status: 404, asked: 'report', nearest: null },
        locale,
        path: '/report',
        search: found && asked === found.period ? `?period=${found.period}` : '',
        at: null,
        stop: null,
        house: catalogue.house(locale),
        isGrey: isGreyAt(catalogue.house(), now()),
        charts: {},
        assets,
        publicUrl: publicUrl ?? '',
        isDevelopment
      });
      return answer(c.req.raw, represent(html, 'text/html; charset=utf-8', REVALIDATE), found ? 200 : 404);
    });
  }
  return app;
}

/** Titles as pages of a language show them. */
function localised(found: ReportData, catalogue: Catalogue, locale: PageLocale): ReportData {
  if (locale !== 'zh-Hant') return found;
  const shown = (id: string) => {
    const loaded = catalogue.get(id);
    return loaded && shownIn(loaded, locale);
  };
  const named = <Work extends ReportData['longest'][number] | ReportData['mostSeen'][number]>(work: Work): Work => ({
    ...work,
    title: shown(work.exhibit)?.exhibit.objects[work.target.slice('object:'.length)]?.title ?? work.title
  });
  return {
    ...found,
    longest: found.longest.map(named),
    mostSeen: found.mostSeen.map(named),
    exhibits: found.exhibits.map((one) => {
      const entry = shown(one.id)?.entry;
      return entry ? { ...one, title: entry.shortTitle ?? entry.title } : one;
    })
  };
}
