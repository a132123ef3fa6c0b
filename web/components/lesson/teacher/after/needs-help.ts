import type { LessonReport } from '../../../../../server/contract/lesson/report';

/** Why a seat should be looked after: it asked, it handed little in, or most of what it handed in was not right. */
export type Need = 'asked' | 'little' | 'wrong';
export interface NeedsHelp {
  seat: number;
  needs: Need[];
}

/** So few right ones, of those that can be right, are too few. */
const RIGHT_SHARE = 0.5;
const ANSWERED_SHARE = 0.5;
/** One wrong answer says nothing. */
const SCORED_LEAST = 2;

/** Seats that need help, those with the most reasons first; of a lesson in which nothing was asked only who asked for help. */
export function needsHelp({ seats, tasks }: Pick<LessonReport, 'seats' | 'tasks'>): NeedsHelp[] {
  const asked = tasks.length;
  return seats
    .map(({ seat, answers, answered, helps }): NeedsHelp => {
      const scored = Object.values(answers).filter(({ isRight }) => isRight !== null);
      const right = scored.filter(({ isRight }) => isRight).length;
      return {
        seat,
        needs: [
          ...(helps > 0 ? (['asked'] as const) : []),
          ...(asked > 0 && answered < asked * ANSWERED_SHARE ? (['little'] as const) : []),
          ...(scored.length >= SCORED_LEAST && right < scored.length * RIGHT_SHARE ? (['wrong'] as const) : [])
        ]
      };
    })
    .filter(({ needs }) => needs.length > 0)
    .sort((a, b) => b.needs.length - a.needs.length || a.seat - b.seat);
}
