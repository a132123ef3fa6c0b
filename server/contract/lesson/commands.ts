import { z } from 'zod';
import { ID_PATTERN, REFERENCE_PATTERN } from '../../../exhibits/format/patterns';
import { givenAnswer, optionKey } from './answers';

/**
 * Everything that can be done in a lesson. A command is one `POST /api/lessons/:lesson/commands` with an `id` made in the
 * browser; sent again under the same id it is not done again and gets the same reply.
 */
const reference = z.string().max(160).regex(REFERENCE_PATTERN, 'expected a reference such as object:large-dragon');
const stepId = z.string().regex(ID_PATTERN);
const taskId = z.string().regex(/^(activity:)?[a-z][a-z0-9-]{0,63}$/, 'expected the id of a task');
const seat = z.int().min(1).max(99);
const groupId = z.string().regex(/^[a-h]$/, 'expected a group, a letter from a to h');

/** The four views of an exhibit. */
export const leadView = z.enum(['story', 'gallery', 'timeline', 'objects']);
export type LeadView = z.infer<typeof leadView>;

const teacherKinds = [
  /** lobby → live. Goes to the first step. */
  z.strictObject({ kind: z.literal('start') }),
  /** Goes to a step: leads to its target, and what was asked before leaves the screens (its answers stay). */
  z.strictObject({ kind: z.literal('go-to-step'), step: stepId }),
  /** 跟老师 or 自由看. `isLocked`: pupils may not look around while they follow. */
  z.strictObject({ kind: z.literal('lead'), mode: z.enum(['follow', 'free']), isLocked: z.boolean().optional() }),
  /** Leads the class to a place of the exhibit without changing the step; `view`: in which of the four it is shown. */
  z.strictObject({ kind: z.literal('go-to'), at: reference, view: leadView.optional() }),
  /** Asks a task of any step; asked again it goes on where it was, unless it was revealed. `seconds`: closes by itself. */
  z.strictObject({ kind: z.literal('ask'), task: taskId, seconds: z.int().min(5).max(3600).nullable().optional() }),
  /** 再等一分钟: moves the end of the open task, or opens it again. */
  z.strictObject({ kind: z.literal('more-time'), task: taskId, seconds: z.int().min(5).max(3600) }),
  /** Takes no more answers, two seconds of grace apart. */
  z.strictObject({ kind: z.literal('close'), task: taskId }),
  /** 公布答案: closes at once and shows solution and sums to everybody. */
  z.strictObject({ kind: z.literal('reveal'), task: taskId }),
  /** Takes the task off the screens. */
  z.strictObject({ kind: z.literal('put-away') }),
  z.strictObject({ kind: z.literal('pause') }),
  z.strictObject({ kind: z.literal('resume') }),
  /** Whether anybody may still come in. */
  z.strictObject({ kind: z.literal('door'), isOpen: z.boolean() }),
  /** Puts seats into groups; seats that are not named are in none. An empty list undoes all groups. */
  z.strictObject({
    kind: z.literal('group'),
    groups: z.array(z.strictObject({ id: groupId, seats: z.array(seat).max(99) })).max(8)
  }),
  /** Sends one group to a place; null: to where the class is. */
  z.strictObject({ kind: z.literal('send'), group: groupId, at: reference.nullable() }),
  /** The teacher has seen to a pupil who asked for help. */
  z.strictObject({ kind: z.literal('helped'), seat }),
  /** Frees a seat: its device is out of the lesson, its answers are deleted with it. */
  z.strictObject({ kind: z.literal('free-seat'), seat }),
  /** Gives the lead to a co-teacher, and takes the lead’s place among the co-teachers. Only the lead may. */
  z.strictObject({ kind: z.literal('hand-over'), to: z.string().max(16) }),
  /** live → review: nobody answers any more, everything asked is revealed on request of the teacher. */
  z.strictObject({ kind: z.literal('review') }),
  /** 下课. Only the lead may; the code is free again. */
  z.strictObject({ kind: z.literal('end') })
] as const;

const pupilKinds = [
  /** Hands in or changes an answer. */
  z.strictObject({ kind: z.literal('answer'), task: taskId, answer: givenAnswer }),
  /** Points out a thing of a hunt: `at` is where one thinks it is. */
  z.strictObject({ kind: z.literal('find'), task: taskId, thing: optionKey, at: reference }),
  /** 求助, and taking it back. */
  z.strictObject({ kind: z.literal('help'), isWanted: z.boolean() })
] as const;

export const teacherCommand = z.discriminatedUnion('kind', teacherKinds);
export type TeacherCommand = z.infer<typeof teacherCommand>;
export const pupilCommand = z.discriminatedUnion('kind', pupilKinds);
export type PupilCommand = z.infer<typeof pupilCommand>;
export const lessonCommand = z.discriminatedUnion('kind', [...teacherKinds, ...pupilKinds]);
export type LessonCommand = z.infer<typeof lessonCommand>;
export type CommandKind = LessonCommand['kind'];
