import { UNDECIDED } from '../../exhibits/format/activities';
import type { CompiledActivity, CompiledExhibit } from '../../exhibits/format/compiled';
import { isInOrder, isNear, isRight, isSupported } from '../../exhibits/format/judging';

/**
 * Judges what was given to a task: `option` is the same in the one way it is written, so that it is counted in one line;
 * `right` is null where no answer is right or wrong. Null: it is no answer to it at all.
 */
export type AnswerJudge = (option: string) => { option: string; right: boolean | null } | null;

/** By reference (`activity:ID`) the judge of each task, so that nobody can have a wrong answer counted as a right one. */
export function answerJudges(exhibit: CompiledExhibit): Map<string, AnswerJudge> {
  return new Map(exhibit.activities.map((activity) => [`activity:${activity.id}`, judgeOf(exhibit, activity)]));
}

function judgeOf(exhibit: CompiledExhibit, activity: CompiledActivity): AnswerJudge {
  switch (activity.kind) {
    case 'choice': {
      const judge = amongst(activity.options.map(idOf), mostOf(activity.answer));
      return judge((chosen) => isRight(chosen, activity.answer));
    }
    case 'weigh': {
      const judge = amongst([...activity.accounts.map(idOf), UNDECIDED], 1);
      return judge((chosen) => isSupported(chosen, activity.answer));
    }
    case 'order': {
      const places = placesOf(activity.items);
      return (option) => {
        const given = option.split(',');
        return isRight(given, places) ? { option, right: isInOrder(given, places) } : null;
      };
    }
    case 'connect': {
      const places = placesOf(activity.pairs);
      return (option) => {
        const halves = option.split(',').map((pair) => pair.split('-'));
        const [lefts, rights] = [0, 1].map((side) => halves.map((pair) => pair[side] ?? ''));
        if (!lefts || !rights || halves.some((pair) => pair.length !== 2)) return null;
        const isWhole = isRight(lefts, places) && isRight(rights, places);
        if (!isWhole) return null;
        const written = places.map((place) => `${place}-${rights[lefts.indexOf(place)] ?? ''}`).join(',');
        return { option: written, right: isInOrder(rights, lefts) };
      };
    }
    case 'find': {
      const regions = new Set((exhibit.objects[activity.object]?.regions ?? []).map(idOf));
      return (option) => {
        if (regions.has(option)) return { option, right: activity.answer.includes(option) };
        // A point that lies in no part: one in a part is sent as that part.
        const point = option.split(',').map(numberIn);
        if (point.length !== 2 || !point.every((value) => value >= 0 && value <= 100)) return null;
        return { option: point.map((value) => value.toFixed(1)).join(','), right: false };
      };
    }
    case 'data': {
      const { value, tolerance = 0, rows } = activity.answer;
      if (rows) {
        const all = exhibit.objects[activity.object]?.derived.table?.rows ?? [];
        const judge = amongst(placesOf(all), mostOf(rows));
        return judge((chosen) => isRight(chosen, rows.map(String)));
      }
      return (option) => {
        const read = numberIn(option);
        if (!Number.isFinite(read)) return null;
        return { option: String(read), right: value !== undefined && isNear(read, value, tolerance) };
      };
    }
  }
}

/** How many may be chosen: the page offers one where one is right, else all. */
function mostOf(answer: readonly unknown[]): number {
  return answer.length > 1 ? Infinity : 1;
}

/** Of ids joined by commas, so many at most: each is known and none comes twice. */
function amongst(known: readonly string[], most: number) {
  return (right: (chosen: string[]) => boolean | null): AnswerJudge =>
    (option) => {
      const chosen = option.split(',');
      const isPossible =
        chosen.length <= most && new Set(chosen).size === chosen.length && chosen.every((id) => known.includes(id));
      return isPossible ? { option: known.filter((id) => chosen.includes(id)).join(','), right: right(chosen) } : null;
    };
}

/** Of a number as browsers write it; NaN for all else that `Number` would take, such as nothing at all or `0x10`. */
function numberIn(text: string): number {
  return /^-?\d+(\.\d+)?(e[+-]?\d+)?$/.test(text) ? Number(text) : NaN;
}

/** `1`, `2`, … */
function placesOf(things: readonly unknown[]): string[] {
  return things.map((_, index) => String(index + 1));
}

function idOf({ id }: { id: string }): string {
  return id;
}
