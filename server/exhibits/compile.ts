import { createHash } from 'node:crypto';
import type { Activity } from '../../exhibits/format/activities';
import type {
  CompiledActivity,
  CompiledExhibit,
  CompiledFact,
  CompiledObject,
  CompiledSection,
  CompiledTour,
  DataTable,
  LocalizedTree,
  Picture,
  Recording,
  ScanPage
} from '../../exhibits/format/compiled';
import { dateBounds } from '../../exhibits/format/dates';
import type { Exhibit } from '../../exhibits/format/exhibit';
import { citationsIn } from '../../exhibits/format/markdown';
import { shuffled } from '../../exhibits/format/shuffled';
import { planGallery } from '../../exhibits/plan/plan-gallery';
import { sheetsOf } from '../media/sheets';
import { compileLessons, publicLesson } from './compile-lessons';
import { compileTimeline } from './compile-timeline';
import { treeOf, trees } from './compile-text';

/** What the media service knows of an object. */
export interface ObjectMedia {
  picture: Picture;
  pages: ScanPage[];
  table: DataTable | null;
  modelUrl: string | null;
  /** Height of the model over its width, where it is known. */
  modelTallness?: number | null;
  recording: Recording | null;
}

const NO_STYLES = { fontsCss: null, galleryCss: null };

/**
 * Compiles a valid exhibit: text trees, date bounds, what stands where, the finished plan. Pure: the same exhibit and
 * media give the same result and the same hash. Editors’ notes stay behind.
 */
export function compileExhibit(
  exhibit: Exhibit,
  media: Record<string, ObjectMedia>,
  { fontsCss, galleryCss }: Pick<CompiledExhibit['derived'], 'fontsCss' | 'galleryCss'> = NO_STYLES,
  /** What guides say, by halt: `TOUR/ID`. */
  spoken: Record<string, Recording> = {}
): CompiledExhibit {
  // What a lesson's tasks ask and answer stays here; `compileLessons` gives it to the server alone.
  const { $schema: _schema, lessons: _lessons, ...authored } = exhibit;
  const sections = (exhibit.sections ?? []).map(compileSection);
  const timeline = compileTimeline(exhibit.timeline);
  const tours = (exhibit.tours ?? []).map((tour) => compileTour(tour, spoken));
  const activities = (exhibit.activities ?? []).map(compileActivity);
  const placedIn = findPlacements(sections, timeline.events, tours, activities);

  const objects: Record<string, CompiledObject> = {};
  for (const [id, object] of Object.entries(exhibit.objects ?? {})) {
    const itsMedia = media[id];
    if (!itsMedia) throw new Error(`Object “${id}” was not prepared by the media service.`);
    objects[id] = {
      ...object,
      derived: {
        bounds: object.date ? dateBounds(object.date) : null,
        tree: treeOf(object.description),
        picture: itsMedia.picture,
        pages: itsMedia.pages,
        table: itsMedia.table,
        modelUrl: itsMedia.modelUrl,
        recording: itsMedia.recording,
        placedIn: placedIn.get(id) ?? []
      }
    };
  }

  const rooms = planGallery({
    sections: exhibit.sections ?? [],
    objects: Object.fromEntries(
      Object.entries(objects).map(([id, { derived, ...object }]) => [
        id,
        {
          ...object,
          aspect: derived.picture.widthPx / derived.picture.heightPx,
          tallness: media[id]?.modelTallness ?? undefined
        }
      ])
    ),
    gallery: exhibit.gallery,
    theme: exhibit.gallery?.theme ?? exhibit.theme ?? 'archive'
  });
  const compiled: CompiledExhibit = {
    ...authored,
    sources: exhibit.sources ?? {},
    people: exhibit.people ?? {},
    places: exhibit.places ?? {},
    glossary: exhibit.glossary ?? [],
    facts: compileFacts(exhibit),
    objects,
    sections,
    timeline,
    tours,
    activities,
    lessons: compileLessons(exhibit).map(publicLesson),
    derived: {
      hash: '',
      rooms,
      sheets: sheetsOf(exhibit.id, rooms, media),
      fontsCss,
      galleryCss,
      notice: treeOf(exhibit.notice),
      summary: treeOf(exhibit.summary)
    }
  };
  compiled.derived.hash = createHash('sha256').update(JSON.stringify(compiled)).digest('hex').slice(0, 16);
  return compiled;
}

function compileFacts(exhibit: Exhibit): Record<string, CompiledFact> {
  return Object.fromEntries(
    Object.entries(exhibit.facts ?? {}).map(([code, { note: _note, ...fact }]) => [
      code,
      { ...fact, derived: { bounds: fact.date ? dateBounds(fact.date) : null } }
    ])
  );
}

function compileSection(section: NonNullable<Exhibit['sections']>[number]): CompiledSection {
  const tree = trees(section.text);
  const blocks = (section.blocks ?? []).map((block) => ('text' in block ? trees(block.text) : null));
  const objects: string[] = [];
  const citations: string[] = [];
  const add = (list: string[], values: readonly string[]) => {
    for (const value of values) if (!list.includes(value)) list.push(value);
  };
  // One numbering for all languages, so that mark 证三 is mark 3 in English too: in the order of the first language.
  const citeAll = (localized: LocalizedTree) => {
    for (const languageTree of Object.values(localized)) add(citations, citationsIn(languageTree));
  };
  citeAll(tree);
  (section.blocks ?? []).forEach((block, index) => {
    const blockTree = blocks[index];
    if (blockTree) citeAll(blockTree);
    if ('object' in block) add(objects, [block.object]);
    if ('group' in block) add(objects, block.group);
    if ('compare' in block) add(objects, block.compare);
    if ('quote' in block) add(citations, block.facts ?? []);
  });
  add(citations, section.facts ?? []);
  return { ...section, derived: { tree, blocks, objects, citations } };
}

function compileTour(tour: NonNullable<Exhibit['tours']>[number], spoken: Record<string, Recording>): CompiledTour {
  const stops = tour.stops.map((stop) => ({
    ...stop,
    derived: { tree: trees(stop.text), recording: spoken[`${tour.id}/${stop.id}`] ?? null }
  }));
  return { ...tour, stops };
}

function compileActivity(activity: Activity): CompiledActivity {
  const mixed = activity.kind === 'order' ? activity.items : activity.kind === 'connect' ? activity.pairs : [];
  return {
    ...activity,
    derived: {
      prompt: trees(activity.prompt),
      explain: trees(activity.explain),
      shown: shuffled(mixed.length, activity.id),
      grounds: activity.kind === 'weigh' ? activity.accounts.map(({ grounds }) => trees(grounds)) : []
    }
  };
}

function findPlacements(
  sections: CompiledSection[],
  events: { id: string; object?: string | undefined }[],
  tours: CompiledTour[],
  activities: CompiledActivity[]
): Map<string, string[]> {
  const placedIn = new Map<string, string[]>();
  const note = (object: string, reference: string) => {
    const list = placedIn.get(object) ?? [];
    list.push(reference);
    placedIn.set(object, list);
  };
  const noteReference = (at: string | undefined, reference: string) => {
    const match = /^(?:object:|region:)([^/]+)/.exec(at ?? '');
    if (match?.[1]) note(match[1], reference);
  };
  for (const section of sections) for (const object of section.derived.objects) note(object, `section:${section.id}`);
  for (const event of events) if (event.object) note(event.object, `event:${event.id}`);
  for (const tour of tours) for (const stop of tour.stops) noteReference(stop.at, `stop:${tour.id}/${stop.id}`);
  for (const activity of activities) {
    const looked = 'object' in activity ? `object:${activity.object}` : undefined;
    noteReference(activity.at ?? looked, `activity:${activity.id}`);
  }
  return placedIn;
}
