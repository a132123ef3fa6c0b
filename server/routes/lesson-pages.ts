import { type Context, Hono } from 'hono';
import {
  type LessonPlans,
  PAGE_LOCALES,
  type PageAssets,
  type PageLocale,
  type PageModel,
  type PageRenderer
} from '../contract/pages';
import { type Catalogue, shownIn } from '../exhibits/catalogue';
import { lanAddresses } from '../http/lan-addresses';
import { FRAMING_POLICY } from '../http/security';
import { answer, represent } from '../http/representation';
import { isGreyAt } from '../pages/grey-days';
import { notFound } from './page-not-found';

export interface LessonPagesDeps {
  catalogue: Catalogue;
  renderer: PageRenderer;
  assets: PageAssets;
  publicUrl: string | null;
  /** The server listens to the whole network. */
  isLan: boolean;
  isDevelopment: boolean;
  now?: () => number;
}

const HTML = 'text/html; charset=utf-8';
/** A lesson's page is nobody else's business, and holds nothing of it: all comes by the API. */
const NO_STORE = 'no-store';
const OWN = 'private, no-cache';

/**
 * `/lessons`, complete without script; `/lessons/check`, which tries out a network; `/lessons/123456`, where the QR code leads; `/lessons/:lesson`, the page of whoever is
 * in it. The last two are the same shell, which shows pages of exhibits in a frame.
 */
export function lessonPagesRoutes(deps: LessonPagesDeps) {
  const app = new Hono();
  const { catalogue } = deps;
  for (const locale of PAGE_LOCALES) {
    const prefix = locale === PAGE_LOCALES[0] ? '' : `/${locale}`;
    const exhibits = () => catalogue.entries(locale);

    app.get(`${prefix}/lessons`, async (c) => {
      const code = (c.req.query('code') ?? '').replace(/\D/g, '');
      if (code !== '') return c.redirect(`${prefix}/lessons/${code.slice(0, 6)}`, 303);
      const asked = c.req.query('exhibit');
      const only = asked !== undefined && catalogue.get(asked) ? asked : null;
      const model: PageModel = { page: 'lessons', exhibits: exhibits(), plans: plansIn(catalogue, locale, only), only };
      return page(c, await render(deps, c, locale, prefix, model), OWN);
    });

    app.get(`${prefix}/lessons/check`, async (c) => {
      const model: PageModel = { page: 'lesson-check', exhibits: exhibits() };
      return page(c, await render(deps, c, locale, prefix, model), OWN);
    });

    app.get(`${prefix}/lessons/:lesson`, async (c) => {
      const asked = c.req.param('lesson');
      const isCode = /^\d{1,6}$/.test(asked);
      if (!isCode && !/^[a-z0-9]{16}$/.test(asked)) {
        const model = notFound(deps, locale, `/lessons/${asked}`);
        return page(c, await render(deps, c, locale, prefix, model), NO_STORE, 404);
      }
      const model: PageModel = {
        page: 'lesson',
        exhibits: exhibits(),
        code: isCode ? asked : null,
        lesson: isCode ? null : asked,
        joinUrl: joinUrlFor(deps, new URL(c.req.url))
      };
      const html = await render(deps, c, locale, prefix, model);
      const response = page(c, html, NO_STORE);
      response.headers.set('Content-Security-Policy', FRAMING_POLICY);
      return response;
    });
  }
  return app;
}

/** Compressed anew each time: a page is small, and asked for once by a pupil. */
function page(c: Context, html: string, cacheControl: string, status = 200): Response {
  return answer(c.req.raw, represent(html, HTML, cacheControl), status);
}

/** A teacher who opened “localhost” shows pupils an address of the network instead, where there is one. */
function joinUrlFor({ publicUrl, isLan }: LessonPagesDeps, { hostname, port, protocol }: URL): string | null {
  if (publicUrl !== null || !isLan || !/^(localhost|127\.|\[::1\])/.test(hostname)) return null;
  const [address] = lanAddresses();
  return address === undefined ? null : `${protocol}//${address}${port === '' ? '' : `:${port}`}`;
}

/** Plans of all exhibits in the house's order, or of one alone; exhibits without plans are left out. */
function plansIn(catalogue: Catalogue, locale: PageLocale, only: string | null): LessonPlans[] {
  return catalogue.entries(locale).flatMap(({ id, title }) => {
    const loaded = only === null || only === id ? catalogue.get(id) : null;
    const lessons = loaded ? shownIn(loaded, locale).exhibit.lessons : [];
    return lessons.length > 0 ? [{ exhibit: id, title, lessons }] : [];
  });
}

function render(
  { catalogue, renderer, assets, publicUrl, isDevelopment, now = Date.now }: LessonPagesDeps,
  c: Context,
  locale: PageLocale,
  prefix: string,
  model: PageModel
): Promise<string> {
  const address = new URL(c.req.url);
  return renderer.renderPage({
    model,
    locale,
    path: address.pathname.slice(prefix.length),
    search: address.search,
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
