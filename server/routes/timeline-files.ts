import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { errorBody } from '../contract/error';
import { PAGE_LOCALES, type PageAssets, type PageLocale, type PageRenderer } from '../contract/pages';
import { dayOf, isoDay } from '../engagement/day';
import type { CompiledExhibit } from '../../exhibits/format/compiled';
import { shownIn, type Catalogue } from '../exhibits/catalogue';
import { openToOtherSites } from '../http/cross-origin';
import { failure } from '../http/errors';
import { answer, represent, REVALIDATE, type Representation } from '../http/representation';
import { siteAddress } from '../http/site-address';
import { iCalendarOf } from '../interchange/i-calendar';
import { timelineCsv } from '../interchange/timeline-csv';
import { timelineJsOf } from '../interchange/timeline-js';
import type { MediaService } from '../media/service';

export interface TimelineFilesSources {
  catalogue: Catalogue;
  media: Pick<MediaService, 'outlined'>;
  renderer: Pick<PageRenderer, 'renderWallChart'>;
  assets: Pick<PageAssets, 'traditional'>;
  publicUrl: string | null;
  now?: () => number;
}

const params = z.object({
  id: z
    .string()
    .max(64)
    .openapi({ param: { name: 'id', in: 'path' }, example: 'northern-port' })
});
const query = z.object({
  language: z.enum(PAGE_LOCALES).default(PAGE_LOCALES[0]).openapi({ example: 'en' })
});
const file = (type: string, description: string) => ({
  200: { description, content: { [type]: { schema: z.string() } } },
  400: { description: 'There is no such language.', content: { 'application/json': { schema: errorBody } } },
  404: { description: 'There is no such exhibit.', content: { 'application/json': { schema: errorBody } } }
});

/** The timeline for other programs: `/api/exhibits/:id/timeline.csv`, `.json` for TimelineJS, `.ics` for calendars. */
export function timelineFilesRoutes(sources: TimelineFilesSources) {
  const { catalogue, publicUrl, now = Date.now } = sources;
  /** Half a second of work each, made at the first request and dropped with its exhibit. */
  const charts = new WeakMap<CompiledExhibit, Partial<Record<PageLocale, Representation>>>();
  const shown = (id: string, locale: PageLocale) => {
    const loaded = catalogue.get(id);
    return loaded && shownIn(loaded, locale).exhibit;
  };
  const download = (raw: Request, text: string, type: string, name: string) => {
    const response = answer(raw, represent(text, type, REVALIDATE));
    response.headers.set('Content-Disposition', `attachment; filename="${name}"`);
    return response as never;
  };

  const app = new OpenAPIHono({
    defaultHook: (result, c) =>
      result.success
        ? undefined
        : failure(c, 'invalid-request', `There is no such language; known are ${PAGE_LOCALES.join(', ')}.`)
  });
  app.use('/api/exhibits/:id/timeline.json', openToOtherSites);
  return app
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/exhibits/{id}/timeline.csv',
        summary: 'The timeline as a table',
        request: { params },
        responses: file('text/csv', 'A row an event, a column for each language where there are words.')
      }),
      (c) => {
        const { id } = c.req.valid('param');
        const exhibit = catalogue.get(id)?.exhibit;
        if (!exhibit) return failure(c, 'not-found', `There is no exhibit “${id}”.`) as never;
        return download(c.req.raw, timelineCsv(exhibit), 'text/csv; charset=utf-8', `${id}-timeline.csv`);
      }
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/exhibits/{id}/timeline.json',
        summary: 'The timeline as TimelineJS reads it',
        request: { params, query },
        responses: file(
          'application/json',
          'TimelineJS 3. Dates that are not sure are said in `display_date`; `x_edtf` keeps them.'
        )
      }),
      (c) => {
        const { id } = c.req.valid('param');
        const { language } = c.req.valid('query');
        const exhibit = shown(id, language);
        if (!exhibit) return failure(c, 'not-found', `There is no exhibit “${id}”.`) as never;
        const text = JSON.stringify(timelineJsOf(exhibit, language, siteAddress(c.req.url, publicUrl)));
        return download(c.req.raw, text, 'application/json', `${id}-timeline.${language}.json`);
      }
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/exhibits/{id}/timeline.ics',
        summary: 'The events known to the day as a calendar',
        request: { params, query },
        responses: file('text/calendar', 'RFC 5545. Its description says how many events have no certain day.')
      }),
      (c) => {
        const { id } = c.req.valid('param');
        const { language } = c.req.valid('query');
        const exhibit = shown(id, language);
        if (!exhibit) return failure(c, 'not-found', `There is no exhibit “${id}”.`) as never;
        const text = iCalendarOf(exhibit, language, siteAddress(c.req.url, publicUrl), isoDay(dayOf(now())));
        return download(c.req.raw, text, 'text/calendar; charset=utf-8', `${id}-timeline.${language}.ics`);
      }
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/exhibits/{id}/timeline/wall-chart.svg',
        summary: 'The timeline on one sheet of A2',
        request: { params, query },
        responses: file('image/svg+xml', 'Every event, its words as outlines, so that it looks the same everywhere.')
      }),
      async (c) => {
        const { id } = c.req.valid('param');
        const { language } = c.req.valid('query');
        const exhibit = shown(id, language);
        if (!exhibit) return failure(c, 'not-found', `There is no exhibit “${id}”.`) as never;
        const kept = charts.get(exhibit) ?? {};
        const chart = kept[language] ?? (await chartOf(sources, exhibit, language));
        if (!chart) return failure(c, 'unavailable', 'The chart could not be drawn just now; ask again.') as never;
        charts.set(exhibit, { ...kept, [language]: chart });
        const response = answer(c.req.raw, chart);
        response.headers.set('Content-Disposition', `inline; filename="${id}-wall-chart.${language}.svg"`);
        return response as never;
      }
    );
}

async function chartOf(
  { media, renderer, assets, publicUrl }: TimelineFilesSources,
  exhibit: CompiledExhibit,
  locale: PageLocale
): Promise<Representation | null> {
  const prefix = locale === PAGE_LOCALES[0] ? '' : `/${locale}`;
  const address = publicUrl === null ? '' : `${publicUrl}${prefix}/exhibits/${exhibit.id}/timeline`;
  const { svg } = await renderer.renderWallChart({ exhibit, locale, address, traditional: assets.traditional });
  const outlined = await media.outlined(svg);
  return outlined === null ? null : represent(outlined, 'image/svg+xml', REVALIDATE);
}
