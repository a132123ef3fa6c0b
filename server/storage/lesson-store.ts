import type { LessonEvent } from '../contract/lesson/events';
import type { LessonState } from '../contract/lesson/state';
import type { Role } from '../contract/lesson/views';

/** A lesson as it is kept; nothing in it says who anybody is. */
export interface LessonRow {
  id: string;
  /** Six digits while the lesson goes on; null after. */
  code: string | null;
  secondCode: string | null;
  exhibit: string;
  edition: string;
  plan: string;
  seed: string;
  seats: number;
  /** Milliseconds since 1970, as all times here. */
  openedAt: number;
  endedAt: number | null;
  purgeAt: number | null;
  /** Number of its newest event. */
  head: number;
  /** When its newest event was. */
  lastAt: number;
}

/** A key or a cookie, by the hash of it. */
export interface KeyRow {
  hash: string;
  lesson: string;
  role: Role;
  /** `t1` of a teacher, the id of a member, empty of a projector. */
  who: string;
}

export interface CommandRow {
  /** Who sent it, as `KeyRow.who` with the role. */
  actor: string;
  /** UUID made by who sent it. */
  command: string;
  /** JSON of what was answered. */
  reply: string;
}

/** What a lesson comes to, to be kept together or not at all. */
export interface LessonWrite {
  lesson: string;
  /** Number of the event before the first of these; another number in the file means that another server wrote. */
  baseSeq: number;
  events: LessonEvent[];
  commands: CommandRow[];
  keys: KeyRow[];
  /** The state after the events, now and then. */
  snapshot: LessonState | null;
  /** With the event that ends the lesson. */
  ending: { endedAt: number; purgeAt: number } | null;
}

export interface LoadedLesson {
  row: LessonRow;
  snapshot: LessonState | null;
  /** Events after the snapshot. */
  tail: LessonEvent[];
  commands: CommandRow[];
}

/** An exhibit as a lesson keeps it: JSON text of what the lessons' service needs. */
export interface KeptEdition {
  exhibit: string;
  edition: string;
  body: string;
}

/**
 * Where lessons are kept: apart from engagement, since they live for days and are in no backup. One file (`lessons.db`), or
 * tables beside those of engagement in PostgreSQL; both answer alike and pass the same tests. Every call rejects with
 * `StoreUnavailable` when nothing can be kept or read.
 */
export interface LessonStore {
  /** A lesson with its first event, held by no server yet. False: the code is another lesson's, nothing was kept. */
  create(row: LessonRow, opened: LessonEvent, keys: KeyRow[], edition: KeptEdition): Promise<boolean>;
  /**
   * Resolves when everything is on the disk. False: nothing was kept, because another server has the lesson or wrote to it, or it
   * is gone.
   */
  commit(write: LessonWrite): Promise<boolean>;
  load(lesson: string): Promise<LoadedLesson | null>;
  /** Every event of a lesson, from the first. */
  events(lesson: string): Promise<LessonEvent[]>;
  byCode(code: string): Promise<LessonRow | null>;
  key(hash: string): Promise<KeyRow | null>;
  addKey(key: KeyRow): Promise<void>;
  /** Makes the keys and cookies of a member worthless. */
  dropKeys(lesson: string, who: string): Promise<void>;
  edition(exhibit: string, edition: string): Promise<string | null>;
  /**
   * Takes a lesson for this server until then; false while another has it. A single server always gets it.
   */
  claim(lesson: string, now: number, until: number): Promise<boolean>;
  /** Keeps those this server has; gives those it still has. */
  renew(lessons: string[], until: number): Promise<string[]>;
  /** Lets go of all this server has. */
  release(): Promise<void>;
  /** Lessons that go on and were quiet since, and ended ones that are to be deleted. */
  due(quietSince: number, now: number): Promise<{ quiet: string[]; old: string[] }>;
  /**
   * Deletes everything of these lessons, and editions no lesson has any more. What was written in them
   * can be read by nobody any more, wherever copies of it are: its secret is gone. PostgreSQL overwrites deleted rows in its own time.
   */
  purge(lessons: string[]): Promise<void>;
  close(): Promise<void>;
}
