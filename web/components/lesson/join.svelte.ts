import type { LessonBehindCode } from '../../../server/contract/lesson/wire';
import { openingCalls, type Refusal } from '../../lessons/calls';
import { joinAnswered, joinRequest, keepMemberKey } from '../../lessons/coming-in';
import type { Surroundings } from '../../lessons/surroundings';
import { uuidV7 } from '../../engagement/uuid';

/** What stands in the way, as the page says it. */
export type JoinProblem =
  | 'noSuchCode'
  | 'wrongSecond'
  | 'doorClosed'
  | 'seatTaken'
  | 'seatInUse'
  | 'full'
  | 'noSuchSeat'
  | 'isOver'
  | 'tooMany'
  | 'noLine'
  | 'failed';

/** The way into a class: a code, what it leads to, and a seat. */
export class Join {
  code = $state('');
  seat = $state('');
  secondCode = $state('');
  seatCode = $state('');
  behind = $state.raw<LessonBehindCode | null>(null);
  problem = $state<JoinProblem | null>(null);
  isBusy = $state(false);
  readonly #surroundings: Surroundings;
  readonly #go: (lesson: string) => void;

  /** `go` is called with the lesson as soon as one is in. */
  constructor(code: string, surroundings: Surroundings, go: (lesson: string) => void) {
    this.code = code;
    this.#surroundings = surroundings;
    this.#go = go;
    if (/^\d{6}$/.test(code)) void this.look();
    else if (code !== '') this.problem = 'noSuchCode';
  }

  /** Asks what the code leads to. */
  async look(): Promise<void> {
    const code = this.code.replace(/\D/g, '');
    this.behind = null;
    this.problem = null;
    if (code.length !== 6) {
      this.problem = 'noSuchCode';
      return;
    }
    this.isBusy = true;
    const found = await openingCalls(this.#surroundings.fetch).behind(code);
    this.isBusy = false;
    if (found.ok) this.behind = found.value;
    else this.problem = found.code === 'wrong-code' ? 'noSuchCode' : problemOf(found);
  }

  /** Takes the seat, or the next free one; `isTakingUp`: goes on with a seat that is taken. */
  async join(isTakingUp = false): Promise<void> {
    const { behind } = this;
    if (!behind || this.isBusy) return;
    const seat = Number(this.seat.trim() === '' ? NaN : this.seat);
    if (this.seat.trim() !== '' && !(Number.isInteger(seat) && seat >= 1 && seat <= behind.seats)) {
      this.problem = 'noSuchSeat';
      return;
    }
    if (behind.isSecondCode && !/^\d{2}$/.test(this.secondCode.trim())) {
      this.problem = 'wrongSecond';
      return;
    }
    this.isBusy = true;
    const wanted = {
      code: this.code.replace(/\D/g, ''),
      ...(behind.isSecondCode ? { secondCode: this.secondCode.trim() } : {}),
      ...(Number.isNaN(seat) ? {} : { seat }),
      ...(/^\d{4}$/.test(this.seatCode.trim()) ? { seatCode: this.seatCode.trim() } : {}),
      ...(isTakingUp ? { isTakingUp } : {})
    };
    const { now, fetch } = this.#surroundings;
    const asked = joinRequest(this.#surroundings, behind.lesson, wanted, () => uuidV7(now()));
    const joined = await openingCalls(fetch).join(behind.lesson, asked);
    this.isBusy = false;
    if (joined.ok || joined.code !== 'offline') joinAnswered(this.#surroundings);
    if (joined.ok) {
      keepMemberKey(this.#surroundings, joined.value.lesson, joined.value.memberKey);
      this.#go(joined.value.lesson);
      return;
    }
    if (joined.code === 'seat-taken') this.problem = isTakingUp ? 'seatInUse' : 'seatTaken';
    else if (joined.code === 'wrong-code') this.problem = behind.isSecondCode ? 'wrongSecond' : 'noSuchCode';
    else this.problem = problemOf(joined);
  }

  /** Another seat: the field is empty again. */
  leaveSeat(): void {
    this.seat = '';
    this.seatCode = '';
    this.problem = null;
  }
}

function problemOf({ code }: Refusal): JoinProblem {
  switch (code) {
    case 'door-closed':
      return 'doorClosed';
    case 'lesson-full':
      return 'full';
    case 'lesson-ended':
      return 'isOver';
    case 'too-many-requests':
      return 'tooMany';
    case 'offline':
      return 'noLine';
    default:
      return 'failed';
  }
}
