import type { Plan } from '../plan/plan';
import type { Nature } from './common';
import type { DayBounds } from './dates';
import type { Fact } from './facts';
import type { Exhibit } from './exhibit';
import type { ExhibitObject } from './objects';
import type { Section } from './sections';
import type { Era, Timeline, TimelineEvent } from './timeline';
import type { Activity, ActivityKind, ActivityOf } from './activities';
import type { Lesson, LessonStep, LessonTask, LessonTaskKind } from './lessons';
import type { Stop, Tour } from './tours';
import type { TextTree } from './markdown';
import type { Cue } from './web-vtt';

export type { DayBounds } from './dates';

/** A picture every object has, whatever its kind. */
export interface Picture {
  /** Widest derivative, an immutable address. */
  url: string;
  /** Nominal full size: of the scan, or 4096 on the longest side for what is drawn. */
  widthPx: number;
  heightPx: number;
  /** Average colour, `#rrggbb`. */
  colour: string;
  /** WebP derivatives, ascending width, addresses immutable. */
  derivatives: { url: string; widthPx: number }[];
}

/** One of several scans of an object. */
export interface ScanPage {
  page: number;
  picture: Picture;
}

/** Thumbnails of a room's works in one WebP: square cells of 128 pixels, row by row, each picture at its upper left. */
export interface Sheet {
  /** An immutable address. */
  url: string;
  columns: number;
  /** Whose thumbnail each cell is, in the order the works hang. */
  objects: string[];
}

/** The text of a field in each language, as a safe tree. */
export type LocalizedTree = Record<string, TextTree>;

/** The rows behind a chart, in the order of the object's `table`, or the named places of a map. */
export interface DataTable {
  columns: { field: string; title: Record<string, string> }[];
  rows: (string | number | null)[][];
}

/** A sound or film and what is said in it. */
export interface Recording {
  /** An immutable address, served by ranges. */
  url: string;
  /** Media type, as `audio/mpeg`. */
  type: string;
  sizeBytes: number;
  /** Null where the file does not say. */
  lengthS: number | null;
  /** In the order of the object's files, the first being of what is spoken. */
  captions: { language: string; url: string; cues: Cue[] }[];
}

export interface CompiledObject extends ExhibitObject {
  derived: {
    bounds: DayBounds | null;
    /** Of `description`. */
    tree: LocalizedTree | null;
    picture: Picture;
    /** Every scan where there are several, in the order of their numbers; `picture` is the first. */
    pages: ScanPage[];
    table: DataTable | null;
    /** Address of the GLB, for models. */
    modelUrl: string | null;
    /** For sound and film; null until there is a file. */
    recording: Recording | null;
    /** References of the sections, events, stops and activities that show or cite it. */
    placedIn: string[];
  };
}

export interface CompiledSection extends Section {
  derived: {
    /** Of `text`. */
    tree: LocalizedTree;
    /** Of each block that is a text; null for the others. */
    blocks: (LocalizedTree | null)[];
    /** Objects of the section in order of appearance. */
    objects: string[];
    /** Fact codes in the order they are cited, the number of the evidence mark being index + 1. */
    citations: string[];
  };
}

export interface CompiledEvent extends TimelineEvent {
  derived: { bounds: DayBounds; tree: LocalizedTree | null; era: string | null };
}
export interface CompiledEra extends Era {
  derived: { bounds: DayBounds; events: string[] };
}
export interface CompiledTimeline extends Timeline {
  eras: CompiledEra[];
  /** Sorted by first day, then by precision, then as written. */
  events: CompiledEvent[];
}
export interface CompiledTour extends Tour {
  stops: (Stop & { derived: { tree: LocalizedTree; recording: Recording | null } })[];
}
export type CompiledActivity = Activity & {
  derived: {
    prompt: LocalizedTree;
    explain: LocalizedTree;
    /** Order in which a visitor gets the items of `order` and the right halves of `connect`: their places as written. */
    shown: number[];
    /** Grounds of the accounts of `weigh`, in their order. */
    grounds: LocalizedTree[];
  };
};
/** A compiled task of one kind. */
export type CompiledActivityOf<Kind extends ActivityKind> = CompiledActivity & ActivityOf<Kind>;
/** A lesson as anyone may see it: no tasks, no notes, and so no solution. */
export interface PublicLesson extends Omit<Lesson, 'tasks' | 'steps'> {
  steps: PublicLessonStep[];
  derived: { summary: LocalizedTree };
}
export interface PublicLessonStep extends Omit<LessonStep, 'notes' | 'task'> {
  derived: {
    text: LocalizedTree | null;
    /** What kind of task the step has; null without one. */
    task: LessonTaskKind | null;
  };
}
/** A task of a lesson with its solution: for the server and the teacher. */
export type CompiledLessonTask = LessonTask & {
  derived: {
    prompt: LocalizedTree;
    explain: LocalizedTree;
    /** Grounds of the accounts of `weigh`, in their order. */
    grounds: LocalizedTree[];
    /** Clues and evidence cards of the things of `hunt`, in their order. */
    things: { clue: LocalizedTree; card: LocalizedTree | null }[];
  };
};
/** A lesson with its solutions; never part of `CompiledExhibit`. */
export interface CompiledLesson extends Omit<Lesson, 'tasks' | 'steps'> {
  steps: (LessonStep & { derived: { text: LocalizedTree | null; notes: LocalizedTree | null } })[];
  tasks: CompiledLessonTask[];
  derived: { summary: LocalizedTree };
}
export interface CompiledFact extends Omit<Fact, 'note'> {
  derived: { bounds: DayBounds | null };
}

/** What `GET /api/exhibits/:id` answers and every page is made from: the format's own keys, ids unchanged, `derived` beside them. */
export interface CompiledExhibit extends Omit<
  Exhibit,
  '$schema' | 'facts' | 'objects' | 'sections' | 'timeline' | 'tours' | 'activities' | 'lessons'
> {
  sources: NonNullable<Exhibit['sources']>;
  people: NonNullable<Exhibit['people']>;
  places: NonNullable<Exhibit['places']>;
  glossary: NonNullable<Exhibit['glossary']>;
  facts: Record<string, CompiledFact>;
  objects: Record<string, CompiledObject>;
  sections: CompiledSection[];
  timeline: CompiledTimeline;
  tours: CompiledTour[];
  activities: CompiledActivity[];
  lessons: PublicLesson[];
  derived: {
    /** Hash of the content, hexadecimal; changes when anything a visitor sees changes. */
    hash: string;
    /** Rooms with the finished plan: walls, doorways, works, stops, in metres. */
    rooms: Plan;
    /** By room; rooms without pictures have none. */
    sheets: Record<string, Sheet>;
    /** Style sheet with the @font-face rules of the exhibit's heading fonts; null until fonts are built. */
    fontsCss: string | null;
    /** The one style sheet of the gallery's page, fonts included; null until fonts are built. */
    galleryCss: string | null;
    notice: LocalizedTree | null;
    summary: LocalizedTree | null;
  };
}

/** One line of the list of exhibits. */
export interface ExhibitEntry {
  id: string;
  title: Record<string, string>;
  shortTitle: Record<string, string> | null;
  subtitle: Record<string, string> | null;
  summary: Record<string, string> | null;
  languages: string[];
  hash: string;
  cover: Picture | null;
  /** Object id of the cover. */
  coverObject: string | null;
  /** What that object is, for the cover’s label. */
  coverNature: Nature | null;
  counts: { sections: number; objects: number; events: number; facts: number; disputed: number };
}
