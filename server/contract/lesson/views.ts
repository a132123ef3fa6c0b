import type { LocalizedText } from '../../../exhibits/format/common';
import type { CompiledLesson, PublicLesson } from '../../../exhibits/format/compiled';
import type { AskedTask, GivenAnswer, Solution, Tally } from './answers';
import type { LeadView } from './commands';

/**
 * What each role sees of a lesson. A view is `room`, the same for the whole class, and `own`, of that role or pupil alone.
 * All times are milliseconds since 1970 by the server's clock; every message carries `now`, so that a device whose clock is
 * an hour off shows the right time. Texts are maps of all the exhibit's languages, and `zh-Hant` where there is `zh-Hans`.
 */
export type Role = 'teacher' | 'projector' | 'pupil';
export type Phase = 'lobby' | 'live' | 'review' | 'ended';
/** While live: what the screens do. `task` is a hunt, `question` any other task that is asked. */
export type Mode = 'follow' | 'free' | 'task' | 'question' | 'paused';

/** What is asked at present. */
export interface Ask {
  task: AskedTask;
  openedAt: number;
  /** When it closes by itself; null: when the teacher says so. An answer within two seconds after still counts. */
  closesAt: number | null;
  /** The teacher closed it. */
  isClosed: boolean;
  /** Seats whose answer counts; of a hunt: that found everything. */
  answered: number;
  /** Of a hunt: things found by the class, and what it would be if everybody found everything. */
  found: { count: number; of: number } | null;
  /** Null until the answer was published (公布答案). */
  solution: Solution | null;
  /** With the solution. */
  tally: Tally | null;
}

export interface RoomView {
  lesson: string;
  /** Id of the exhibit and hash of the edition the lesson was opened with: `GET /api/lessons/:lesson/exhibit`. */
  exhibit: string;
  edition: string;
  /** Id of the lesson plan; its steps come with `GET /api/lessons/:lesson/plan`. */
  plan: string;
  phase: Phase;
  mode: Mode;
  /** Pupils who follow may not look around. */
  isLocked: boolean;
  isDoorOpen: boolean;
  /** Id of the step, null before the start. */
  step: string | null;
  /** Reference of where the class is led. */
  at: string | null;
  /** In which view it is shown, as the teacher’s `go-to` said; null: the one the reference is best read in. A step sets it null. */
  view: LeadView | null;
  ask: Ask | null;
  /** Seats there are, and seats taken. */
  seats: number;
  joined: number;
  /** Nobody with a teacher’s key is connected: 老师正在重新连接. */
  isTeacherAway: boolean;
  openedAt: number;
  startedAt: number | null;
  endedAt: number | null;
  /** When everything of the lesson is deleted; null before its end. */
  purgeAt: number | null;
}

/** What a pupil, or a group at one device, has. */
export interface PupilOwn {
  member: string;
  seat: number;
  /** 大沽铁锚-12: words of the exhibit and the seat. */
  alias: LocalizedText;
  /** Four digits with which the seat is taken up on another device. */
  seatCode: string;
  group: string | null;
  /** Where one’s own group was sent; null: where the class is (`room.at`). */
  at: string | null;
  isHelpWanted: boolean;
  /** By task. `isLate`: kept, not counted. `isRight`: null until revealed, and where none is right or wrong. */
  answers: Record<string, { answer: GivenAnswer; at: number; isLate: boolean; isRight: boolean | null }>;
  /** Things found, by hunt: their keys, and their evidence cards (index in `Solution.things` once revealed). */
  finds: Record<string, Finding[]>;
}
export interface Finding {
  key: string;
  /** What it was. */
  at: string;
  card: Solution['explain'] | null;
}

export interface ProjectorOwn {
  /** Six digits; null once the lesson has ended. */
  code: string | null;
  /** Two digits pupils need besides, if the teacher asked for that. */
  secondCode: string | null;
}

export interface SeatView {
  seat: number;
  /** `away`: taken, and no device of it is connected. */
  state: 'empty' | 'here' | 'away';
  alias: LocalizedText | null;
  seatCode: string | null;
  group: string | null;
  isHelpWanted: boolean;
  /** Of the task that is asked: null without an answer. */
  answer: { isLate: boolean; isRight: boolean | null } | null;
  /** Things found in the hunt that is asked. */
  found: number;
  /** Another device took the seat up. */
  moved: number;
}
export interface TeacherView {
  id: string;
  role: 'lead' | 'co-teacher';
  isHere: boolean;
}

export interface TeacherOwn extends ProjectorOwn {
  /** Who this is among `teachers`. */
  me: string;
  teachers: TeacherView[];
  projectors: number;
  groups: { id: string; seats: number[]; at: string | null }[];
  /** Of every task that was asked, the right ones too: for this screen alone. */
  tallies: Record<string, Tally>;
  /** Texts handed in, by task, newest last; read by teachers alone. */
  texts: Record<string, { seat: number; text: string; at: number; isLate: boolean }[]>;
  /** Tasks whose answers were published. */
  revealed: string[];
  /** Days after the end until everything is deleted. */
  keepDays: number;
}

export type View =
  | { role: 'pupil'; room: RoomView; own: PupilOwn }
  | { role: 'projector'; room: RoomView; own: ProjectorOwn }
  | { role: 'teacher'; room: RoomView; own: TeacherOwn; seats: Record<string, SeatView> };

/** The plan as pupils and projector have it. */
export type PupilPlan = PublicLesson;
/** The plan with notes; each task as it is asked and what is right. `isPublic`: its answer stands in the exhibit for everybody. */
export interface TeacherPlan extends Omit<CompiledLesson, 'tasks'> {
  tasks: Record<string, { asked: AskedTask; solution: Solution; isPublic: boolean }>;
}

/** A view after a patch: parts of `room` and `own` are replaced key by key, `seats` seat by seat; nothing is changed in place. */
export function patched<Any extends View>(view: Any, { room, own, seats }: ViewPatch): Any {
  const next = { ...view, room: { ...view.room, ...room }, own: { ...view.own, ...own } };
  if (next.role === 'teacher' && seats) next.seats = { ...next.seats, ...seats };
  return next;
}
export interface ViewPatch {
  room?: Partial<RoomView> | undefined;
  own?: Partial<PupilOwn> | Partial<ProjectorOwn> | Partial<TeacherOwn> | undefined;
  seats?: Record<string, SeatView> | undefined;
}
