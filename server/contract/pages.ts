import type { Nature } from '../../exhibits/format/common';
import type { CompiledExhibit, ExhibitEntry, PublicLesson } from '../../exhibits/format/compiled';
import type { Home } from '../../exhibits/format/home';
import type { DashboardData, FigureTable } from './dashboard';
import type { LessonReport } from './lesson/report';
import type { TeacherPlan } from './lesson/views';
import type { ReportData } from './report';
import type { CatalogueFound, SearchAsked, SearchResult } from './search';

/**
 * Languages the interface speaks. The first needs no prefix in addresses; Traditional Chinese is never written, but
 * converted from it.
 */
export const PAGE_LOCALES = ['zh-Hans', 'zh-Hant', 'en'] as const;
export type PageLocale = (typeof PAGE_LOCALES)[number];
/** Those a person writes the messages of. */
export type WrittenLocale = Exclude<PageLocale, 'zh-Hant'>;

/** Messages of the interface in one language, by namespace, then by key. */
export type Messages = Record<string, Record<string, string>>;

/** A work or event of another exhibit, and what it has in common with an object. */
export interface Kin {
  exhibit: string;
  exhibitTitle: Record<string, string>;
  /** `object:ID` or `event:ID`. */
  reference: string;
  title: Record<string, string>;
  /** EDTF, or null. */
  date: string | null;
  nature: Nature | null;
  /** Names of the people both speak of, of the place, and the day, `YYYY-MM-DD`. */
  people: Record<string, string>[];
  place: Record<string, string> | null;
  day: string | null;
}

/** The lesson plans of an exhibit. */
export interface LessonPlans {
  exhibit: string;
  title: Record<string, string>;
  lessons: PublicLesson[];
}

/** What each page is made from; the server fills it, the renderer turns it into a document. */
export type PageModel =
  | { page: 'home'; exhibits: ExhibitEntry[]; today: string }
  | { page: 'about' | 'privacy' | 'accessibility'; exhibits: ExhibitEntry[] }
  | { page: 'story'; exhibit: CompiledExhibit; entry: ExhibitEntry }
  /**
   * Filtered by ids of the exhibit's own and by words; `only` is an event to be shown alone. `variants` are the
   * characters of the timeline that are written otherwise elsewhere: one, then what it is compared as, and so on.
   */
  | {
      page: 'timeline';
      exhibit: CompiledExhibit;
      entry: ExhibitEntry;
      lane: string | null;
      tag: string | null;
      place: string | null;
      person: string | null;
      query: string;
      only: string | null;
      variants: string;
    }
  | {
      page: 'objects';
      exhibit: CompiledExhibit;
      entry: ExhibitEntry;
      query: string;
      kind: string | null;
      found: CatalogueFound;
    }
  /** `today` is the house’s day, for the citation; `scan` the number of the page shown, of an object with several; `kin` its
   * relatives in other exhibits. */
  | {
      page: 'object';
      exhibit: CompiledExhibit;
      entry: ExhibitEntry;
      object: string;
      today: string;
      scan?: number | null;
      kin?: Kin[];
    }
  /** Two objects side by side; null where none was chosen yet. */
  | { page: 'compare'; exhibit: CompiledExhibit; entry: ExhibitEntry; a: string | null; b: string | null }
  | { page: 'gallery'; exhibit: CompiledExhibit; entry: ExhibitEntry }
  | { page: 'tour'; exhibit: CompiledExhibit; entry: ExhibitEntry; tour: string }
  /** All tasks as a sheet to print; the sections’ and tours’ seals of one visit. */
  | { page: 'tasks' | 'passport'; exhibit: CompiledExhibit; entry: ExhibitEntry }
  /** No result of a query that is too long. */
  | { page: 'search'; exhibits: ExhibitEntry[]; asked: SearchAsked; result: SearchResult | null }
  /** For staff: figures of one exhibit (`subject`: nothing is counted on this page), and the way in. */
  | { page: 'dashboard'; exhibits: ExhibitEntry[]; subject: CompiledExhibit; data: DashboardData }
  | {
      page: 'signin';
      exhibits: ExhibitEntry[];
      problem: { kind: 'wrong' } | { kind: 'foreign' } | { kind: 'too-many'; retryAfterS: number } | null;
    }
  /** The letter to the public. */
  | { page: 'report'; exhibits: ExhibitEntry[]; report: ReportData }
  /** Lessons: the way in, and the plans of the exhibits for teachers. `exhibit`: of one alone. */
  | { page: 'lessons'; exhibits: ExhibitEntry[]; plans: LessonPlans[]; only: string | null }
  /**
   * The page of a lesson, put together in the browser: a code to come in by, or a lesson one is in. `joinUrl` is where
   * others reach the site, where its own address in this browser is of this machine alone; else null.
   */
  | { page: 'lesson'; exhibits: ExhibitEntry[]; code: string | null; lesson: string | null; joinUrl: string | null }
  /** Tries out whether a lesson can be held here. */
  | { page: 'lesson-check'; exhibits: ExhibitEntry[] }
  /** `asked` is what the address named, `nearest` a link to what was perhaps meant. */
  | {
      page: 'error';
      status: 404 | 405 | 500 | 503;
      asked: string;
      nearest: { href: string; title: Record<string, string> } | null;
    };

/** A chart as it stands in a page: marks and words of an SVG, without its root. Sizes are in its own units. */
export interface PageChart {
  widthPx: number;
  heightPx: number;
  marks: string;
}

/** Built files a page may name: addresses below `/assets/`, immutable. */
export interface PageAssets {
  /** Style sheets of a page by its name (`about`, `privacy` and `accessibility` are `standing`). */
  css: Record<string, string[]>;
  /** Module script by entry name (`early`, `site`, `story`, `timeline`, `objects`, `object`, `gallery`, `tour`), with its own style sheets and preloads. */
  scripts: Record<string, { src: string; css: string[]; preload: string[] }>;
  /** Style sheet with the heading fonts of the interface and the house, by language; English shares that of the first. */
  fontsCss: Record<PageLocale, string | null>;
  /** Messages in traditional characters, converted when built; null before anything was built. */
  traditional: Messages | null;
}

export interface PageRequest {
  model: PageModel;
  locale: PageLocale;
  /** Path without language prefix, with leading slash: `/exhibits/northern-port/timeline`. */
  path: string;
  /** Query string with its `?`, or empty. */
  search: string;
  /** A reference from `?at=` that exists in the exhibit, else null. */
  at: string | null;
  /**
   * The halt of a tour a visitor comes with, `stop:TOUR/ID`, else null. The tour's page and the gallery have it as `at` too;
   * for the other views `at` is what the halt looks at.
   */
  stop: string | null;
  house: Home;
  /** Today the house shows everything in grey. */
  isGrey: boolean;
  /** Of the exhibit the page speaks of, by object; a chart that is not here has its picture alone. */
  charts: Record<string, PageChart>;
  assets: PageAssets;
  /** Absolute address of the site without trailing slash, or empty. */
  publicUrl: string;
  /** Development: pages carry the reload script. */
  isDevelopment: boolean;
}

/** The built entry of the page renderer (`web/pages/render.ts`). */
export interface PageRenderer {
  /** The whole document, from `<!doctype html>` on. */
  renderPage(request: PageRequest): Promise<string>;
  /** The tables behind the charts of the dashboard, in words of a language; `exhibit` is in that language’s characters. */
  renderFigureTables(request: {
    data: Pick<DashboardData, 'figures' | 'beside' | 'besideTitle'>;
    exhibit: CompiledExhibit;
    locale: PageLocale;
    traditional: Messages | null;
  }): Promise<FigureTable[]>;
  /** The figures of the public report as one table, in words of a language. */
  renderReportTable(request: {
    report: ReportData;
    locale: PageLocale;
    traditional: Messages | null;
  }): Promise<FigureTable>;
  /** A lesson’s report as tables, in words of a language; `exhibit` is in that language’s characters. */
  renderLessonTables(request: {
    report: LessonReport;
    plan: TeacherPlan;
    exhibit: CompiledExhibit;
    locale: PageLocale;
    timeZone: string;
    traditional: Messages | null;
  }): Promise<FigureTable[]>;
  /**
   * The timeline on one sheet of A2, as SVG with text. `leftOut` events found no room. `address` is that of the timeline's
   * page, or empty; `traditional` the messages in traditional characters.
   */
  renderWallChart(request: {
    exhibit: CompiledExhibit;
    locale: PageLocale;
    address: string;
    traditional: Messages | null;
  }): Promise<{ svg: string; leftOut: number }>;
}
