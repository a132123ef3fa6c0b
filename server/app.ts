import { OpenAPIHono } from '@hono/zod-openapi';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { trimTrailingSlash } from 'hono/trailing-slash';
import { PAGE_LOCALES, type PageAssets, type PageLocale, type PageModel, type PageRenderer } from './contract/pages';
import type { Engagement } from './engagement/engagement';
import type { Catalogue } from './exhibits/catalogue';
import type { ExhibitFonts } from './fonts/exhibit-fonts';
import { failure } from './http/errors';
import { openAudit } from './audit';
import { clientAddress } from './http/client-address';
import { lanAddresses } from './http/lan-addresses';
import { lanRedirect } from './http/lan-redirect';
import { openMetrics } from './http/metrics';
import type { Representation } from './http/representation';
import { requestLog } from './http/request-log';
import { securityHeaders } from './http/security';
import type { Lessons } from './lessons/lessons';
import type { Log } from './log';
import type { MediaService } from './media/service';
import { isGreyAt } from './pages/grey-days';
import { devRoutes, type DevEvents } from './routes/dev';
import { engagementRoutes } from './routes/engagement';
import { exhibitsRoutes } from './routes/exhibits';
import { figuresFilesRoutes } from './routes/figures-files';
import { figuresRoutes } from './routes/figures';
import { filesRoutes } from './routes/files';
import { healthRoutes } from './routes/health';
import { iiifImageRoutes } from './routes/iiif-image';
import { iiifPresentationRoutes } from './routes/iiif-presentation';
import { lessonCheckRoutes } from './routes/lesson-check';
import { lessonPagesRoutes } from './routes/lesson-pages';
import { lessonReportRoutes } from './routes/lesson-report';
import { lessonStreamsRoutes } from './routes/lesson-streams';
import { lessonsRoutes } from './routes/lessons';
import { metricsRoutes } from './routes/metrics';
import { objectTextsRoutes } from './routes/object-texts';
import { notFound } from './routes/page-not-found';
import { pagesRoutes } from './routes/pages';
import { reportRoutes } from './routes/report';
import { shareCardsRoutes } from './routes/share-cards';
import { searchRoutes } from './routes/search';
import { staffPagesRoutes } from './routes/staff-pages';
import { timelineFilesRoutes } from './routes/timeline-files';
import type { Search } from './search/search';
import type { Settings } from './settings';
import { openStaff } from './staff/staff';

/** Everything the application answers from; all of it is handed in, so that a test hands in its own. */
export interface Parts {
  settings: Settings;
  staffKey: string;
  log: Log;
  catalogue: Catalogue;
  media: MediaService;
  fonts: ExhibitFonts;
  engagement: Engagement;
  lessons: Lessons;
  search: Search;
  renderer: PageRenderer;
  assets: PageAssets;
  built: ReadonlyMap<string, Representation>;
  /** Present in development only. */
  devEvents?: DevEvents;
  now?: () => number;
  /** Addresses of this machine in its network, the likeliest first. */
  lanAddresses?: () => readonly string[];
}

/** The whole application. `AppType` is the type of what this returns. */
export function createApp(parts: Parts) {
  const { settings, catalogue, log } = parts;
  const app = new OpenAPIHono();
  const metrics = openMetrics();

  const errorPage = async (path: string, status: 404 | 405 | 500) => {
    const locale: PageLocale =
      PAGE_LOCALES.find((tag) => path === `/${tag}` || path.startsWith(`/${tag}/`)) ?? PAGE_LOCALES[0];
    const model: PageModel =
      status === 404
        ? notFound({ catalogue }, locale, path)
        : { page: 'error', status, asked: path.slice(0, 80), nearest: null };
    const html = await parts.renderer.renderPage({
      model,
      locale,
      path: '/',
      search: '',
      at: null,
      stop: null,
      house: catalogue.house(locale),
      isGrey: isGreyAt(catalogue.house(), (parts.now ?? Date.now)()),
      charts: {},
      assets: parts.assets,
      publicUrl: settings.publicUrl ?? '',
      isDevelopment: settings.isDevelopment
    });
    return new Response(html, {
      status,
      headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' }
    });
  };
  const knownExhibits = (id: string) => catalogue.get(id)?.known ?? null;
  const addressOf = clientAddress(settings.trustedProxies);
  const isSecure = settings.publicUrl?.startsWith('https:') ?? false;
  const staff = openStaff({
    staffKey: parts.staffKey,
    log,
    record: openAudit(settings.dataFolder, {
      onFailure: (error) =>
        log('error', 'audit-not-kept', { reason: error instanceof Error ? error.message : String(error) })
    }),
    addressOf,
    isSecure,
    ...(parts.now ? { now: parts.now } : {})
  });
  const isApi = (path: string) => /^\/(api|assets|fonts|media|iiif|metrics)(\/|$)/.test(path);

  app.use(requestLog(log));
  app.use(metrics.middleware);
  app.use(securityHeaders);
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed: async (c, methods) => {
        const Allow = methods.join(', ');
        if (isApi(c.req.path)) {
          return failure(c, 'method-not-allowed', `${c.req.method} is not possible here; use ${Allow}.`, undefined, {
            Allow
          });
        }
        const page = await errorPage(c.req.path, 405);
        page.headers.set('Allow', Allow);
        return page;
      }
    })
  );
  if (settings.isLan && settings.publicUrl === null) {
    const toNetwork = lanRedirect(parts.lanAddresses ?? lanAddresses);
    for (const locale of ['', ...PAGE_LOCALES.map((tag) => `/${tag}`)]) {
      app.get(`${locale}/lessons`, toNetwork);
      app.get(`${locale}/lessons/*`, toNetwork);
    }
  }
  app.use(trimTrailingSlash());
  app.notFound((c) =>
    isApi(c.req.path) ? failure(c, 'not-found', `There is nothing at ${c.req.path}.`) : errorPage(c.req.path, 404)
  );
  app.onError((error, c) => {
    log('error', 'failed', { path: c.req.path, message: error.message, stack: error.stack });
    return isApi(c.req.path)
      ? failure(c, 'internal', 'Something went wrong on our side; the log has the details.')
      : errorPage(c.req.path, 500);
  });

  const chained = app
    .route('/', exhibitsRoutes(catalogue))
    .route('/', objectTextsRoutes(catalogue))
    .route('/', timelineFilesRoutes({ ...parts, publicUrl: settings.publicUrl }))
    .route(
      '/',
      healthRoutes({
        catalogue,
        engagement: parts.engagement,
        version: settings.version,
        isLoadTest: settings.isLoadTest,
        startedAt: new Date(parts.now?.() ?? Date.now())
      })
    )
    .route(
      '/',
      engagementRoutes({ engagement: parts.engagement, knownExhibits, addressOf, onResult: metrics.countIngest })
    )
    .route('/', figuresRoutes({ engagement: parts.engagement, knownExhibits, staff }))
    .route('/', metricsRoutes({ metrics, engagement: parts.engagement, staff, now: parts.now ?? Date.now }))
    // Before the lessons’ own: `check` is no lesson.
    .route('/', lessonCheckRoutes({ isSecure, ...(parts.now ? { now: parts.now } : {}) }))
    .route('/', lessonsRoutes({ lessons: parts.lessons, addressOf, isSecure, log }))
    .route('/', lessonStreamsRoutes({ lessons: parts.lessons }))
    .route('/', lessonReportRoutes({ ...parts, publicUrl: settings.publicUrl }))
    .route('/', searchRoutes(parts.search))
    .route('/', shareCardsRoutes(parts))
    .route('/', filesRoutes(parts))
    .route('/', iiifImageRoutes({ catalogue, media: parts.media, publicUrl: settings.publicUrl }))
    .route('/', iiifPresentationRoutes({ catalogue, media: parts.media, publicUrl: settings.publicUrl }))
    .route(
      '/',
      staffPagesRoutes({ ...parts, staff, publicUrl: settings.publicUrl, isDevelopment: settings.isDevelopment })
    )
    .route(
      '/',
      lessonPagesRoutes({
        ...parts,
        publicUrl: settings.publicUrl,
        isLan: settings.isLan,
        isDevelopment: settings.isDevelopment
      })
    )
    .route('/', figuresFilesRoutes({ ...parts, staff, publicUrl: settings.publicUrl }))
    .route('/', reportRoutes({ ...parts, publicUrl: settings.publicUrl, isDevelopment: settings.isDevelopment }))
    .route('/', pagesRoutes({ ...parts, publicUrl: settings.publicUrl, isDevelopment: settings.isDevelopment }));
  if (parts.devEvents) {
    const hashes = () => Object.fromEntries(catalogue.entries().map(({ id, hash }) => [id, hash]));
    chained.route('/', devRoutes(parts.devEvents, hashes));
  }
  chained.doc31('/api/openapi.json', {
    openapi: '3.1.0',
    info: {
      title: 'Lantai',
      version: settings.version,
      description: 'Exhibits, engagement and figures. Staff routes take “Authorization: Bearer <staff key>”.'
    }
  });
  return chained;
}

export type AppType = ReturnType<typeof createApp>;
