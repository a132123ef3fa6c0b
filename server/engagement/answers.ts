import { UNDECIDED } from '../../exhibits/format/activities';
import type { CompiledActivity, CompiledExhibit } from '../../exhibits/format/compiled';
import { isInOrder, isNear, isRight, isSupported } from '../../exhibits/format/judging';

/** Judges what was given to a task; `right` is null where no answer is right or wrong. Null: it is no answer to it at all. */
export type AnswerJudge = (option: string) => { right: boolean | null } | null;

/** By reference (`activity:ID`) the judge of each task, so that nobody can have a wrong answer counted as a right one. */
export function answerJudges(exhibit: CompiledExhibit): Map<string, AnswerJudge> {
  return new Map(exhibit.activities.map((activity) => [`activity:${activity.id}`, judgeOf(exhibit, activity)]));
}

function judgeOf(exhibit: CompiledExhibit, activity: CompiledActivity): AnswerJudge {
  switch (activity.kind) {
    case 'choice': {
      const judge = amongst(activity.options.map(idOf));
      return judge((chosen) => isRight(chosen, activity.answer));
    }
    case 'weigh': {
      const judge = amongst([...activity.accounts.map(idOf), UNDECIDED]);
      return judge((chosen) => isSupported(chosen, activity.answer));
    }
    case 'order': {
      const places = placesOf(activity.items);
      return (option) => {
        const given = option.split(',');
        return isRight(given, places) ? { right: isInOrder(given, places) } : null;
      };
    }
    case 'connect': {
      const places = placesOf(activity.pairs);
      return (option) => {
        const halves = option.split(',').map((pair) => pair.split('-'));
        const [lefts, rights] = [0, 1].map((side) => halves.map((pair) => pair[side] ?? ''));
        if (!lefts || !rights || halves.some((pair) => pair.length !== 2)) return null;
        const isWhole = isRight(lefts, places) && isRight(rights, places);
        return isWhole ? { right: isInOrder(rights, lefts) } : null;
      };
    }
    case 'find': {
      const regions = new Set((exhibit.objects[activity.object]?.regions ?? []).map(idOf));
      return (option) => {
        if (regions.has(option)) return { right: activity.answer.includes(option) };
        // A point that lies in no part: one in a part is sent as that part.
        const point = option.split(',').map(Number);
        return point.length === 2 && point.every((value) => value >= 0 && value <= 100) ? { right: false } : null;
      };
    }
    case 'data': {
      const { value, tolerance = 0, rows } = activity.answer;
      if (rows) {
        const all = exhibit.objects[activity.object]?.derived.table?.rows ?? [];
        const judge = amongst(placesOf(all));
        return judge((chosen) => isRight(chosen, rows.map(String)));
      }
      return (option) => {
        const read = Number(option);
        return Number.isFinite(read) ? { right: value !== undefined && isNear(read, value, tolerance) } : null;
      };
    }
  }
}

/** Of ids joined by commas: each is known and none comes twice. */
function amongst(known: readonly string[]) {
  return (right: (chosen: string[]) => boolean | null): AnswerJudge =>
    (option) => {
      const chosen = option.split(',');
      const isPossible = new Set(chosen).size === chosen.length && chosen.every((id) => known.includes(id));
      return isPossible ? { right: right(chosen) } : null;
    };
}

/** `1`, `2`, … */
function placesOf(things: readonly unknown[]): string[] {
  return things.map((_, index) => String(index + 1));
}

function idOf({ id }: { id: string }): string {
  return id;
}
