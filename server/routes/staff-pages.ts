import { createHash } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { PAGE_LOCALES, type PageAssets, type PageLocale, type PageModel, type PageRenderer } from '../contract/pages';
import type { Engagement } from '../engagement/engagement';
import { type Catalogue, shownIn } from '../exhibits/catalogue';
import { answer, represent, type Representation } from '../http/representation';
import { isGreyAt } from '../pages/grey-days';
import { dashboardAsked } from '../staff/dashboard-asked';
import { dashboardData } from '../staff/dashboard-data';
import type { SignIn, Staff } from '../staff/staff';

export interface StaffPagesDeps {
  catalogue: Catalogue;
  engagement: Engagement;
  renderer: PageRenderer;
  assets: PageAssets;
  staff: Staff;
  publicUrl: string | null;
  isDevelopment: boolean;
  now?: () => number;
}

/** Figures are for those who are signed in, and for no cache. */
const PRIVATE = 'private, no-cache';
const MOST_PAGES = 20;

/** `/dashboard` in every language: the way in, the figures, the way out. Complete without script. */
export function staffPagesRoutes(deps: StaffPagesDeps) {
  const app = new Hono();
  const pages = new Map<string, Representation>();
  /** A page whose figures have not changed is not made again: it is asked for every few seconds on an open day. */
  async function kept(key: string, make: () => Promise<string>): Promise<Representation> {
    const page = pages.get(key) ?? represent(await make(), HTML, PRIVATE);
    pages.delete(key);
    pages.set(key, page);
    for (const oldest of pages.keys()) {
      if (pages.size <= MOST_PAGES) break;
      pages.delete(oldest);
    }
    return page;
  }
  for (const locale of PAGE_LOCALES) {
    const address = locale === PAGE_LOCALES[0] ? '/dashboard' : `/${locale}/dashboard`;
    const show = (c: Context, model: PageModel) => render(deps, c, locale, model);
    const signIn = (problem: Extract<PageModel, { page: 'signin' }>['problem']): PageModel => ({
      page: 'signin',
      exhibits: deps.catalogue.entries(locale),
      problem
    });

    app.get(address, async (c) => {
      if (!deps.staff.isStaff(c)) return respond(await show(c, signIn(null)), 200);
      const model = await dashboardModel(deps, c, locale);
      if (!model) return respond(await show(c, { page: 'error', status: 404, asked: 'dashboard', nearest: null }), 404);
      const key = createHash('sha256').update(
        JSON.stringify([locale, queryOf(c), model.data, model.subject.derived.hash])
      );
      return answer(c.req.raw, await kept(key.digest('base64'), () => show(c, model)));
    });

    app.post(address, async (c) => {
      const form = await c.req.parseBody().catch(() => ({}) as Record<string, unknown>);
      if (form['act'] === 'sign-out') {
        deps.staff.signOut(c);
        return c.redirect(address, 303);
      }
      const result = deps.staff.signIn(c, typeof form['key'] === 'string' ? form['key'] : '');
      if (result.kind === 'in') return c.redirect(address + queryOf(c), 303);
      const headers = result.kind === 'too-many' ? { 'Retry-After': String(result.retryAfterS) } : challenge;
      return respond(await show(c, signIn(result)), STATUS[result.kind], headers);
    });
  }
  return app;
}

const HTML = 'text/html; charset=utf-8';
const challenge = { 'WWW-Authenticate': 'Bearer realm="Lantai staff"' };
const STATUS: Record<Exclude<SignIn['kind'], 'in'>, number> = { wrong: 401, foreign: 403, 'too-many': 429 };

function respond(html: string, status: number, headers: Record<string, string> = {}): Response {
  return new Response(html, { status, headers: { 'Content-Type': HTML, 'Cache-Control': 'no-store', ...headers } });
}

function queryOf(c: Context): string {
  return new URL(c.req.url).search;
}

type DashboardModel = Extract<PageModel, { page: 'dashboard' }>;

async function dashboardModel(deps: StaffPagesDeps, c: Context, locale: PageLocale): Promise<DashboardModel | null> {
  const { catalogue, engagement } = deps;
  const exhibits = catalogue.entries(locale);
  const ids = exhibits.map(({ id }) => id);
  const asked = dashboardAsked(c.req.query(), ids, engagement.today());
  const loaded = asked && catalogue.get(asked.exhibit);
  if (!asked || !loaded) return null;
  const data = await dashboardData(asked, catalogue, engagement, locale);
  return { page: 'dashboard', exhibits, subject: shownIn(loaded, locale).exhibit, data };
}

function render(deps: StaffPagesDeps, c: Context, locale: PageLocale, model: PageModel): Promise<string> {
  const { catalogue, renderer, assets, publicUrl, isDevelopment, now = Date.now } = deps;
  return renderer.renderPage({
    model,
    locale,
    path: '/dashboard',
    search: queryOf(c),
    at: null,
    stop: null,
    house: catalogue.house(locale),
    isGrey: isGreyAt(catalogue.house(), now()),
    charts: {},
    assets,
    publicUrl: publicUrl ?? '',
    isDevelopment
  });
}
