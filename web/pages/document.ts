import type { PageRequest } from '../../server/contract/pages';
import type { View } from './address';
import { structuredData } from './json-ld';

/** Pages that share a component, and with it style sheet and script, under its name; the others have their own. */
const SHARED: Partial<Record<PageRequest['model']['page'], string>> = {
  about: 'standing',
  privacy: 'standing',
  accessibility: 'standing',
  signin: 'dashboard',
  lessons: 'lesson',
  'lesson-check': 'lessoncheck'
};

/** Pages whose entry brings the site's own script with it, and runs before anything is drawn. */
const ALONE = new Set<PageRequest['model']['page']>(['gallery']);

/** View under which a visit to the page is counted; null = not counted. */
const VIEW: Partial<Record<PageRequest['model']['page'], View>> = {
  story: 'story',
  tour: 'story',
  tasks: 'story',
  passport: 'story',
  timeline: 'timeline',
  objects: 'objects',
  object: 'objects',
  compare: 'objects',
  gallery: 'gallery'
};

/** The house’s seal as a tab’s mark: a drawing, since a data address has no fonts. */
const ICON =
  'data:image/svg+xml,' +
  encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 50 50"><path d="M3 2.4L24 1.6L47.2 2.6L48.2 25L47.4 47.6L25 48.4L2.6 47.2L1.8 24Z" fill="#A31F22"/>' +
      '<path d="M14 10l4 6M36 10l-4 6M11 20h28M14 29h22M9 39h32" stroke="#FDFAF4" stroke-width="4" fill="none"/></svg>'
  );

/** The whole document around what Svelte rendered; nothing in it is inline script or style. */
export function documentOf(request: PageRequest, head: string, body: string): string {
  return (
    `<!doctype html><html lang="${request.locale}"${request.isGrey ? ' data-grey' : ''}${foot(request)}><head><meta charset="utf-8">` +
    '<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">' +
    `<link rel="icon" href="${ICON}">${early(request)}${head}${styleLinks(request)}${scripts(request)}${structured(request)}</head>` +
    `<body>${body}${pageData(request)}</body></html>`
  );
}

/**
 * What is fixed to the foot of the window, for room to be left for it: on a phone the views of an exhibit, everywhere a
 * tour's guide. Said here, since a style that looks for them (`html:has(…)`) is looked for anew with every change of a page.
 */
function foot({ model, stop }: PageRequest): string {
  if (!('exhibit' in model) || ALONE.has(model.page)) return '';
  return ` data-foot="views${model.page === 'tour' ? ' guide' : stop === null ? '' : ' strip'}"`;
}

/** Before anything that is drawn; the pages that stand alone do the same in their own script. */
function early({ assets, model }: PageRequest): string {
  const script = ALONE.has(model.page) ? undefined : assets.scripts['early'];
  return script ? `<script src="${escapeAttribute(script.src)}"></script>` : '';
}

/** Whose words the page is set in. */
function subjectOf({ model }: PageRequest) {
  return 'subject' in model ? model.subject : 'exhibit' in model ? model.exhibit : null;
}

function exhibitOf({ model }: PageRequest) {
  return 'exhibit' in model ? model.exhibit : null;
}

function entriesOf(request: PageRequest): PageRequest['assets']['scripts'][string][] {
  const { scripts } = request.assets;
  const { page } = request.model;
  const dev = request.isDevelopment ? scripts['dev'] : undefined;
  const site = ALONE.has(page) ? undefined : scripts['site'];
  return [site, scripts[SHARED[page] ?? page], dev].filter((script) => script !== undefined);
}

function styleLinks(request: PageRequest): string {
  const { page } = request.model;
  const whole = request.model.page === 'gallery' ? request.model.exhibit.derived.galleryCss : null;
  const own = entriesOf(request).flatMap(({ css }) => css);
  const fonts = [request.assets.fontsCss[request.locale], subjectOf(request)?.derived.fontsCss];
  return [
    ...new Set(whole === null ? [...fonts, ...(request.assets.css[SHARED[page] ?? page] ?? []), ...own] : [whole])
  ]
    .filter((href) => href != null)
    .map((href) => `<link rel="stylesheet" href="${escapeAttribute(href)}">`)
    .join('');
}

function scripts(request: PageRequest): string {
  const entries = entriesOf(request);
  const early = ALONE.has(request.model.page) ? 'async blocking="render" ' : '';
  const preloads = [...new Set(entries.flatMap(({ preload }) => preload))];
  return [
    ...preloads.map((href) => `<link rel="modulepreload" href="${escapeAttribute(href)}">`),
    ...entries.map(({ src }) => `<script type="module" ${early}src="${escapeAttribute(src)}"></script>`)
  ].join('');
}

/** Data, not script: the policy on scripts lets it be, and nothing runs it. */
function structured(request: PageRequest): string {
  const data = structuredData(request);
  return data ? `<script type="application/ld+json">${asData(data)}</script>` : '';
}

/** What the page's scripts need to know of it, as data. */
function pageData(request: PageRequest): string {
  const exhibit = exhibitOf(request);
  const data = {
    exhibit: exhibit?.id ?? null,
    hash: exhibit?.derived.hash ?? null,
    view: VIEW[request.model.page] ?? null,
    place: request.model.page === 'object' ? `object:${request.model.object}` : request.stop,
    locale: request.locale
  };
  return `<script type="application/json" id="lantai-page">${asData(data)}</script>`;
}

/** JSON whose `<` is escaped, so that no text can end the element. */
function asData(data: unknown): string {
  return JSON.stringify(data).replace(/</g, '\\u003c');
}

function escapeAttribute(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
}
