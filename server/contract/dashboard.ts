import type { EventType } from './engagement';

/** How the days of a dashboard are chosen: the last seven or thirty, a month, or first and last day by hand. */
export const PERIODS = ['7', '30', 'month', 'days'] as const;
export type PeriodName = (typeof PERIODS)[number];

/** What an address of the dashboard asks, after it was checked. Days are ISO, inclusive. */
export interface DashboardAsked {
  exhibit: string;
  period: PeriodName;
  from: string;
  to: string;
  /** `2026-10`, the month of `to`; what the field of months shows. */
  month: string;
  /** What it is set beside: the days before, or another exhibit in the same days; null for nothing. */
  against: { kind: 'before'; from: string; to: string } | { kind: 'exhibit'; exhibit: string } | null;
}

/** How long a target was looked at. Dwell is null with fewer than five visits: so few say nothing, and might say who. */
export interface LookedAtFigures {
  target: string;
  views: number;
  visits: number;
  dwell: { lowerMs: number; medianMs: number; upperMs: number } | null;
}

/** What a point in a picture that lies in no part of it is called among what was given to a task; no id is like it. */
export const ELSEWHERE = '*';
/** A language that the pages do not have: whoever sends it can write anything there. */
export const OTHER_LOCALE = 'und';

/** Visits that reached each of several things that follow each other. */
export interface Reached {
  /** `section:ford`, `stop:pupils/first`. */
  target: string;
  visits: number;
}

/** What was answered to one task. */
export interface AnsweredTask {
  activity: string;
  /** Answers at the first attempt, and how many of them were right; null where nothing is right or wrong. */
  first: number;
  firstRight: number | null;
  /** Answers at any attempt. */
  all: number;
  /** By what was given: `n` at the first attempt, most first, and `all` at any. `ELSEWHERE` for points in no part. */
  options: { option: string; right: boolean | null; n: number; all: number }[];
}

/** Everything the dashboard shows of an exhibit over some days; counts of visits add up those of each day. */
export interface DashboardFigures {
  exhibit: string;
  from: string;
  to: string;
  visits: number;
  /** Sum of each day’s estimate of visitors. */
  visitors: number;
  /** Events that came from programs and are in no other figure. */
  programs: number;
  /** Classes that were held in it: begun, with three devices of pupils or more, and over. */
  classes: number;
  /** Time that works were looked at, all together. */
  worksDwellMs: number;
  /** Median of every look at a work, milliseconds; null without any. */
  lookMedianMs: number | null;
  /** Every day asked for, those without visits too. */
  days: { day: string; visits: number; dwellMs: number }[];
  /** Visits that began in each hour, 0…23. */
  hours: number[];
  /** Each hour of each weekday, Monday first: `weekHours[0][9]`. */
  weekHours: number[][];
  channels: { name: string; visits: number }[];
  /** Languages of the pages by their tags, and `OTHER_LOCALE`. */
  locales: { name: string; visits: number }[];
  views: { name: string; visits: number }[];
  /** Works by median dwell, then those looked at in fewer than five visits, then the others in the catalogue’s order. */
  objects: LookedAtFigures[];
  /** Sections in order. `view:story` comes first: the visits that opened the story at all, without looks. */
  sections: LookedAtFigures[];
  /** Stops of each tour in order; the tour itself is last, for those that finished it. */
  tours: { tour: string; stops: Reached[] }[];
  /** Works and rooms in the gallery alone. */
  gallery: LookedAtFigures[];
  /** Events on the timeline alone, in their order. */
  timeline: LookedAtFigures[];
  tasks: AnsweredTask[];
  acts: { type: EventType; n: number }[];
}

/** The dashboard’s page: what was asked, the figures, and those they are set beside. */
export interface DashboardData {
  asked: DashboardAsked;
  figures: DashboardFigures;
  beside: DashboardFigures | null;
  /** Minutes that figures are behind; 0 when they are true to the moment. */
  behindMinutes: number;
  /** The days reach to today: the page keeps itself up to date. */
  isLive: boolean;
  /** Title of the other exhibit it is set beside; null where it is the same. */
  besideTitle: Record<string, string> | null;
  /** First day on which anything was counted. */
  firstDay: string | null;
}

/** Below so many visits charts would show chance. */
export const TOO_FEW_VISITS = 50;
/** Below so many visits a cell stays blank. */
export const SMALLEST_CELL = 5;

/** One table of figures, in words of one language: under its chart, and as a file. */
export interface FigureTable {
  id: string;
  title: string;
  /** What the numbers are and how they are counted. */
  definition: string;
  header: string[];
  rows: (string | number | null)[][];
}
