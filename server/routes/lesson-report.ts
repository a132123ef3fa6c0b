import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { z } from 'zod';
import type { FigureTable } from '../contract/dashboard';
import type { LessonEvent } from '../contract/lesson/events';
import { teacherPlanOf } from '../contract/lesson/project';
import { PAGE_LOCALES, type PageAssets, type PageRenderer } from '../contract/pages';
import { dayOf, isoDay, TIME_ZONE } from '../engagement/day';
import { CSV_TYPE, download, JSON_TYPE, XLSX_TYPE } from '../http/download';
import { failure } from '../http/errors';
import { siteAddress } from '../http/site-address';
import { tablesCsv, tablesXlsx } from '../interchange/figure-tables';
import { lessonStatements } from '../interchange/lesson-x-api';
import type { Lessons, Present } from '../lessons/lessons';
import { replayOf } from '../lessons/replay';
import { reportOf } from '../lessons/report';
import { answerJson, createGate } from './lesson-gate';

export interface LessonReportDeps {
  lessons: Lessons;
  renderer: PageRenderer;
  assets: PageAssets;
  publicUrl: string | null;
}

const filesQuery = z.object({ locale: z.enum(PAGE_LOCALES).default(PAGE_LOCALES[0]), table: z.string().optional() });
const replayQuery = z.union([
  z.object({ minute: z.coerce.number().min(0).max(1_000_000), at: z.undefined() }),
  z.object({ minute: z.undefined(), at: z.coerce.number().int().min(0).max(1e14) })
]);

/** What a lesson came to, and how it was at any minute; for its teachers, while it goes on and until it is deleted. */
export function lessonReportRoutes(deps: LessonReportDeps): OpenAPIHono {
  const { lessons, publicUrl } = deps;
  const app = new OpenAPIHono();
  const { inLesson } = createGate(deps);

  /** For teachers alone, with the whole log. */
  const withLog = (path: string, act: (c: Context, present: Present, events: LessonEvent[]) => unknown) =>
    app.get(`/api/lessons/:lesson/${path}`, (c) =>
      inLesson(c, async (present) => {
        if (present.actor.role !== 'teacher')
          return failure(c, 'not-allowed', 'What the lesson came to is for its teachers.');
        return (await act(c, present, await lessons.log(present))) as Response;
      })
    );

  withLog('report', (c, { live }, events) => answerJson(c, reportOf(live.setup, events, lessons.now)));

  withLog('report.csv', async (c, present, events) => {
    const tables = await tablesOf(deps, c, present, events);
    if (tables instanceof Response) return tables;
    const id = c.req.query('table');
    const one = tables.find((table) => table.id === id);
    if (id !== undefined && !one) {
      const known = tables.map((table) => table.id).join(', ');
      return failure(c, 'invalid-request', `There is no table “${id.slice(0, 40)}”; expected one of ${known}.`);
    }
    return download(tablesCsv(one ? [one] : tables), CSV_TYPE, `${nameOf(present)}${one ? `-${one.id}` : ''}.csv`);
  });

  withLog('report.xlsx', async (c, present, events) => {
    const tables = await tablesOf(deps, c, present, events);
    return tables instanceof Response ? tables : download(tablesXlsx(tables), XLSX_TYPE, `${nameOf(present)}.xlsx`);
  });

  withLog('report.xapi.json', (c, present, events) => {
    const statements = lessonStatements(present.live.setup, events, siteAddress(c.req.url, publicUrl));
    return download(JSON.stringify(statements), JSON_TYPE, `${nameOf(present)}-xapi.json`);
  });

  withLog('replay', (c, { live, actor }, events) => {
    const asked = replayQuery.safeParse({ minute: c.req.query('minute'), at: c.req.query('at') });
    if (!asked.success)
      return failure(c, 'invalid-request', 'Expected minute=23, counted from the opening, or at= in milliseconds.');
    const { minute, at } = asked.data;
    const moment = at ?? live.state.openedAt + Math.round((minute ?? 0) * 60_000);
    const me = actor.role === 'teacher' ? actor.id : '';
    return answerJson(c, replayOf(live.setup, events, moment, me, live.codes));
  });
  return app;
}

/** The report's tables in the language asked for, or the answer that says which there are. */
async function tablesOf(
  { lessons, renderer, assets }: LessonReportDeps,
  c: Context,
  present: Present,
  events: LessonEvent[]
): Promise<FigureTable[] | Response> {
  const asked = filesQuery.safeParse(c.req.query());
  if (!asked.success)
    return failure(c, 'invalid-request', `“locale” is not known; expected one of ${PAGE_LOCALES.join(', ')}.`);
  const { locale } = asked.data;
  const { setup } = present.live;
  const edition = await lessons.edition(present);
  if (!edition) return failure(c, 'not-found', 'The edition of this lesson is gone.');
  return renderer.renderLessonTables({
    report: reportOf(setup, events, lessons.now),
    plan: teacherPlanOf(setup),
    exhibit: locale === 'zh-Hant' ? edition.traditional : edition.exhibit,
    locale,
    timeZone: TIME_ZONE,
    traditional: assets.traditional
  });
}

function nameOf({ live }: Present): string {
  return `${live.setup.exhibit}-${live.setup.plan.id}-${isoDay(dayOf(live.state.openedAt))}`;
}
