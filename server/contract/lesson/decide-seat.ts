import { type Decision, done, refused } from './decide';
import { type LessonSetup, type LessonState, memberAt } from './state';

/** How somebody comes in. */
export interface Coming {
  seat: number | undefined;
  seatCode: string | undefined;
  isTakingUp: boolean;
  /** Whether a device of that seat is connected, or was seconds ago. */
  isHolderHere: boolean;
  /** Random id and code for who comes anew; the code also of who moves. */
  member: string;
  newSeatCode: string;
}

/** A seat, anew or taken up by another device. The code of the lesson has been checked. */
export function decideSeat(setup: LessonSetup, state: LessonState, coming: Coming): Decision {
  if (state.phase === 'ended') return refused('lesson-ended', 'The lesson is over.');
  if (coming.seat !== undefined && coming.seat > setup.seats)
    return refused('invalid-request', `The class has the seats 1 to ${setup.seats}.`);
  const holder = coming.seat === undefined ? null : memberAt(state, coming.seat);
  if (holder) {
    const isTheirs = coming.seatCode === holder.seatCode || (coming.isTakingUp && !coming.isHolderHere);
    if (isTheirs)
      return done([{ kind: 'moved', member: holder.member, seatCode: coming.newSeatCode }], { member: holder.member });
    return refused('seat-taken', `Seat ${holder.seat} is taken; take it up with its code, or take another.`);
  }
  if (!state.isDoorOpen) return refused('door-closed', 'The teacher has closed the door.');
  const seat = coming.seat ?? firstFree(setup, state);
  if (seat === null) return refused('lesson-full', `All ${setup.seats} seats are taken.`);
  return done([{ kind: 'joined', member: coming.member, seat, seatCode: coming.newSeatCode }], {
    member: coming.member
  });
}

function firstFree({ seats }: LessonSetup, { members }: LessonState): number | null {
  const taken = new Set(Object.values(members).map(({ seat }) => seat));
  for (let seat = 1; seat <= seats; seat += 1) if (!taken.has(seat)) return seat;
  return null;
}
