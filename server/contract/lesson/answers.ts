import { z } from 'zod';
import type { LocalizedText } from '../../../exhibits/format/common';
import type { LocalizedTree } from '../../../exhibits/format/compiled';
import { UNDECIDED } from '../../../exhibits/format/activities';
import { MAX_WRITTEN, type LessonTaskKind } from '../../../exhibits/format/lessons';
import { ID_PATTERN } from '../../../exhibits/format/patterns';

/**
 * Tasks as they are asked in a lesson, what is given, and what is right. Nothing asked carries the author's ids where
 * those or their order would tell the answer: options have keys `a`, `b`, … in the order shown (甲乙丙丁), and what is to be
 * ordered or joined is mixed anew in each lesson.
 */
export const optionKey = z.string().regex(/^[a-l]$/, 'expected the key of an option, a letter from a to l');

/** What a pupil gives, by the kind of the task. Things of a hunt are found one by one with the command `find`. */
export const givenAnswer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('choice'), options: z.array(optionKey).min(1).max(8) }),
  z.strictObject({ kind: z.literal('order'), items: z.array(optionKey).min(3).max(8) }),
  z.strictObject({
    kind: z.literal('find'),
    point: z
      .strictObject({ x: z.number().min(0).max(100), y: z.number().min(0).max(100) })
      .optional()
      .describe('Where one points, in per cent of the picture.'),
    region: z.string().regex(ID_PATTERN).optional().describe('Or the id of a region, chosen in words.')
  }),
  z.strictObject({
    kind: z.literal('connect'),
    pairs: z.record(optionKey, optionKey).describe('Right halves by left halves.')
  }),
  z.strictObject({ kind: z.literal('weigh'), account: z.union([optionKey, z.literal(UNDECIDED)]) }),
  z.strictObject({
    kind: z.literal('data'),
    value: z.number().min(-1e15).max(1e15).optional(),
    rows: z.array(z.int().positive().max(10_000)).min(1).max(50).optional().describe('Numbers of rows, from 1.')
  }),
  z.strictObject({ kind: z.literal('write'), text: z.string().trim().min(1).max(MAX_WRITTEN) })
]);
export type GivenAnswer = z.infer<typeof givenAnswer>;

/** Something to choose, put in its place or join. */
export interface Option {
  key: string;
  text: LocalizedText;
}

/** What every task has. `id` is the task's, `activity:ID` for one of the exhibit's own. */
interface Asked<Kind extends LessonTaskKind> {
  id: string;
  kind: Kind;
  /** Reference of what it is about. */
  at: string | null;
  prompt: LocalizedTree;
}
export type AskedTask =
  | (Asked<'choice'> & { options: Option[]; isSeveral: boolean })
  | (Asked<'order'> & { items: Option[]; ends: { first: LocalizedText; last: LocalizedText } | null })
  | (Asked<'find'> & {
      /** Object in whose picture one points. */
      object: string;
      /** Region ids to choose from in words; null: all of the object's. */
      among: string[] | null;
    })
  | (Asked<'connect'> & { left: Option[]; right: Option[] })
  | (Asked<'weigh'> & { accounts: (Option & { grounds: LocalizedTree; sources: string[] })[] })
  | (Asked<'data'> & { object: string; asks: 'value' | 'rows'; unit: LocalizedText | null })
  | (Asked<'hunt'> & { things: { key: string; clue: LocalizedTree }[] })
  | (Asked<'write'> & { maxCharacters: number });

/** What is right, in the same keys; only the field of the task's kind is there. */
export interface Solution {
  explain: LocalizedTree;
  /** Codes of the facts it rests on, in the exhibit. */
  facts: string[];
  /** Choice and weigh (`undecided` too); empty where none is right or wrong. */
  options?: string[];
  /** Order: keys as they are right, and their dates (EDTF, null where none is given). */
  items?: { key: string; date: string | null }[];
  /** Find: ids of the object's regions. */
  regions?: string[];
  pairs?: Record<string, string>;
  data?: { value: number | null; tolerance: number; rows: number[] };
  things?: { key: string; answer: string[]; card: LocalizedTree | null }[];
}

/** What was given by the class, in numbers. */
export interface Tally {
  /** Seats whose answer counts. */
  answered: number;
  /** Of those; null where none is right or wrong. Of a hunt: seats that found everything. */
  right: number | null;
  /** Seats that handed in after it was closed: kept, not counted. */
  late: number;
  /** Seats by what was given: option keys (choice, weigh; `undecided`), things found (hunt), region ids or `elsewhere` (find); the eight
   * commonest values (data), orders `bac` and pairs `ab-ba` (order, connect). */
  given: Record<string, number>;
}
