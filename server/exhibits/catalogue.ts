import { join } from 'node:path';
import type { CompiledExhibit, CompiledLesson, ExhibitEntry } from '../../exhibits/format/compiled';
import type { Exhibit } from '../../exhibits/format/exhibit';
import type { Home } from '../../exhibits/format/home';
import type { Issue } from '../../exhibits/format/issues';
import type { PageChart, PageLocale } from '../contract/pages';
import type { Log } from '../log';
import { type KnownExhibit, knownOf } from '../engagement/targets';
import type { ExhibitFonts } from '../fonts/exhibit-fonts';
import type { MediaService, Prepared } from '../media/service';
import { compileExhibit } from './compile';
import { compileLessons } from './compile-lessons';
import { exhibitFolders } from './folders';
import { readHome } from './home';
import { readExhibitFolder } from './read';
import { traditionalExhibit, traditionalHome, traditionalMedia } from './traditional-exhibit';

/** An exhibit as pages of a language are made from it. */
export interface ShownExhibit {
  exhibit: CompiledExhibit;
  entry: ExhibitEntry;
}

export interface LoadedExhibit extends ShownExhibit {
  /** The same in traditional characters, under the same hash. */
  traditional: ShownExhibit;
  /** Lesson plans with their solutions: for the lessons’ service alone. The second in traditional characters. */
  lessons: CompiledLesson[];
  traditionalLessons: CompiledLesson[];
  /** What engagement events about it are judged by. */
  known: KnownExhibit;
  /** Charts as pages show them, by object. */
  charts: Record<string, PageChart>;
}

/** What pages of a language are made from. */
export function shownIn({ traditional, exhibit, entry }: LoadedExhibit, locale: PageLocale): ShownExhibit {
  return locale === 'zh-Hant' ? traditional : { exhibit, entry };
}

/** What became of a folder the last time it was read. */
export interface FolderStatus {
  id: string;
  isServed: boolean;
  hash: string | null;
  issues: Issue[];
}

export interface Catalogue {
  /** The house as it is written, or as pages of a language show it. */
  house(locale?: PageLocale): Home;
  /** Served exhibits in the order of the house, then by id; as written, or as pages of a language show them. */
  entries(locale?: PageLocale): ExhibitEntry[];
  get(id: string): LoadedExhibit | null;
  status(): FolderStatus[];
  /** Reads everything again; what fails to load keeps its last good version when `keepLastGood`. */
  reload(only?: string): Promise<void>;
  /** Calls the listener after each time something was read again. */
  subscribe(listener: () => void): void;
}

export interface CatalogueOptions {
  folder: string;
  media: MediaService;
  fonts: ExhibitFonts;
  log: Log;
  /** Development: a broken save leaves the last good version in the open page. */
  keepLastGood: boolean;
}

const EMPTY_HOUSE: Home = {
  name: { 'zh-Hans': '兰台', en: 'Lantai' },
  holder: { 'zh-Hans': '档案馆', en: 'Archives' },
  exhibits: ['none']
};

/**
 * Exhibits in memory, read from their folders. A folder that does not load is listed with its issues
 * and the others are served.
 */
export async function openCatalogue(options: CatalogueOptions): Promise<Catalogue> {
  const { folder, log } = options;
  const loaded = new Map<string, LoadedExhibit>();
  const statuses = new Map<string, FolderStatus>();
  const listeners: (() => void)[] = [];
  let house: Home = EMPTY_HOUSE;
  let traditionalHouse: Home = traditionalHome(EMPTY_HOUSE);

  async function reloadHouse(): Promise<void> {
    const result = await readHome(join(folder, 'home.json'));
    if (result.home) {
      house = result.home;
      traditionalHouse = traditionalHome(house);
    }
    if (result.issues.length > 0)
      log(result.home ? 'info' : 'error', 'home-issues', { issues: result.issues.map(brief) });
  }

  async function reloadExhibit(id: string): Promise<void> {
    const { exhibit, issues } = await readExhibitFolder(join(folder, id));
    const status: FolderStatus = { id, isServed: false, hash: null, issues };
    statuses.set(id, status);
    if (exhibit) {
      const prepared = await options.media.prepare(exhibit, join(folder, id));
      status.issues = [...issues, ...prepared.issues];
      if (!status.issues.some((issue) => issue.severity === 'error')) {
        const compiled = compileExhibit(
          exhibit,
          prepared.objects,
          await stylesFor(exhibit, 'zh-Hans'),
          prepared.spoken
        );
        const traditional = await compileTraditional(exhibit, prepared, compiled);
        options.media.hang(id, compiled.derived.sheets);
        const charts = Object.fromEntries(
          Object.entries(prepared.objects).flatMap(([object, { chart }]) => (chart ? [[object, chart]] : []))
        );
        loaded.set(id, {
          exhibit: compiled,
          entry: entryOf(compiled),
          traditional: { exhibit: traditional, entry: entryOf(traditional) },
          lessons: compileLessons(exhibit),
          traditionalLessons: compileLessons(traditionalExhibit(exhibit)),
          known: knownOf(compiled),
          charts
        });
        status.hash = compiled.derived.hash;
        status.isServed = true;
        log('info', 'exhibit-loaded', { id, hash: status.hash, issues: countBySeverity(status.issues) });
        return;
      }
    }
    if (options.keepLastGood && loaded.has(id)) status.isServed = true;
    else loaded.delete(id);
    log('error', 'exhibit-not-loaded', { id, issues: status.issues.map(brief) });
  }

  /** The same exhibit where there is nothing to convert. */
  async function compileTraditional(
    exhibit: Exhibit,
    { objects, spoken }: Pick<Prepared, 'objects' | 'spoken'>,
    compiled: CompiledExhibit
  ): Promise<CompiledExhibit> {
    const converted = traditionalExhibit(exhibit);
    if (converted === exhibit) return compiled;
    const styles = await stylesFor(converted, 'zh-Hant');
    const traditional = compileExhibit(converted, traditionalMedia(objects, exhibit.traditional), styles, spoken);
    traditional.derived.hash = compiled.derived.hash;
    return traditional;
  }

  /**
   * Subsetting takes seconds: in development a saved file shows at once, and characters new to it wait for the next start
   * in the reader’s own serif.
   */
  async function stylesFor(exhibit: Exhibit, locale: 'zh-Hans' | 'zh-Hant') {
    const before = options.keepLastGood ? loaded.get(exhibit.id) : undefined;
    if (before) return shownIn(before, locale).exhibit.derived;
    const shownHouse = locale === 'zh-Hant' ? traditionalHouse : house;
    return {
      fontsCss: await options.fonts.cssFor(exhibit, shownHouse, locale),
      galleryCss: await options.fonts.galleryCss(exhibit, shownHouse, locale)
    };
  }

  async function reload(only?: string): Promise<void> {
    await readAgain(only);
    for (const listener of listeners) listener();
  }

  async function readAgain(only?: string): Promise<void> {
    if (only !== undefined) {
      await (only === 'home.json' ? reloadHouse() : reloadExhibit(only));
      return;
    }
    await reloadHouse();
    const ids = await exhibitFolders(folder);
    for (const id of [...statuses.keys()]) {
      if (!ids.includes(id)) {
        statuses.delete(id);
        loaded.delete(id);
      }
    }
    for (const id of ids) await reloadExhibit(id);
  }

  await reload();
  return {
    house: (locale) => (locale === 'zh-Hant' ? traditionalHouse : house),
    entries: (locale) => {
      const order = (id: string) => (house.exhibits.includes(id) ? house.exhibits.indexOf(id) : Infinity);
      return [...loaded.values()]
        .map((own) => (locale === undefined ? own.entry : shownIn(own, locale).entry))
        .sort((a, b) => order(a.id) - order(b.id) || (a.id < b.id ? -1 : 1));
    },
    get: (id) => loaded.get(id) ?? null,
    status: () => [...statuses.values()],
    reload,
    subscribe: (listener) => void listeners.push(listener)
  };
}

/** One line of the list of exhibits. */
export function entryOf(exhibit: CompiledExhibit): ExhibitEntry {
  const coverObject = /^object:(.+)$/.exec(exhibit.cover ?? '')?.[1] ?? null;
  const facts = Object.values(exhibit.facts);
  return {
    id: exhibit.id,
    title: exhibit.title,
    shortTitle: exhibit.shortTitle ?? null,
    subtitle: exhibit.subtitle ?? null,
    summary: exhibit.summary ?? null,
    languages: exhibit.languages,
    hash: exhibit.derived.hash,
    cover: coverObject === null ? null : (exhibit.objects[coverObject]?.derived.picture ?? null),
    coverObject,
    coverNature: coverObject === null ? null : (exhibit.objects[coverObject]?.nature ?? null),
    counts: {
      sections: exhibit.sections.length,
      objects: Object.keys(exhibit.objects).length,
      events: exhibit.timeline.events.length,
      facts: facts.length,
      disputed: facts.filter((fact) => fact.confidence === 'disputed').length
    }
  };
}

function brief(issue: Issue): string {
  return `${issue.file}:${issue.line}:${issue.column} ${issue.severity} ${issue.code} ${issue.message}`;
}

function countBySeverity(issues: Issue[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { severity } of issues) counts[severity] = (counts[severity] ?? 0) + 1;
  return counts;
}
