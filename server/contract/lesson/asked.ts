import { UNDECIDED } from '../../../exhibits/format/activities';
import type { CompiledLessonTask } from '../../../exhibits/format/compiled';
import { shuffled } from '../../../exhibits/format/shuffled';
import type { AskedTask, GivenAnswer, Option, Solution } from './answers';
import type { LessonSetup } from './state';

/** Key of a place: a, b, c, …. */
export const keyOf = (place: number) => String.fromCharCode(97 + place);
const placeOf = (key: string) => key.charCodeAt(0) - 97;

/** For each place shown, the place as written. The author's order is the answer, so it is mixed by the lesson's own seed. */
const mixed = ({ seed }: LessonSetup, task: CompiledLessonTask, count: number) => shuffled(count, `${seed}/${task.id}`);

/** The task without anything that tells the answer. */
export function askedTask(setup: LessonSetup, task: CompiledLessonTask): AskedTask {
  const common = { id: task.id, at: task.at ?? null, prompt: task.derived.prompt };
  switch (task.kind) {
    case 'choice':
      return {
        ...common,
        kind: 'choice',
        options: task.options.map(({ text }, place) => ({ key: keyOf(place), text })),
        isSeveral: task.answer.length > 1
      };
    case 'order':
      return {
        ...common,
        kind: 'order',
        items: shownOf(
          mixed(setup, task, task.items.length),
          task.items.map(({ text }) => text)
        ),
        ends: task.ends ?? null
      };
    case 'find':
      return { ...common, kind: 'find', object: task.object, among: task.among ?? null };
    case 'connect':
      return {
        ...common,
        kind: 'connect',
        left: task.pairs.map(({ left }, place) => ({ key: keyOf(place), text: left })),
        right: shownOf(
          mixed(setup, task, task.pairs.length),
          task.pairs.map(({ right }) => right)
        )
      };
    case 'weigh':
      return {
        ...common,
        kind: 'weigh',
        accounts: task.accounts.map(({ text, sources }, place) => ({
          key: keyOf(place),
          text,
          grounds: task.derived.grounds[place] ?? {},
          sources: sources ?? []
        }))
      };
    case 'data':
      return {
        ...common,
        kind: 'data',
        object: task.object,
        asks: task.answer.value === undefined ? 'rows' : 'value',
        unit: task.answer.unit ?? null
      };
    case 'hunt':
      return {
        ...common,
        kind: 'hunt',
        things: task.derived.things.map(({ clue }, place) => ({ key: keyOf(place), clue }))
      };
    case 'write':
      return { ...common, kind: 'write', maxCharacters: task.maxCharacters ?? 140 };
  }
}

const shownOf = (shown: number[], texts: Option['text'][]): Option[] =>
  shown.map((written, place) => ({ key: keyOf(place), text: texts[written] ?? {} }));

/** What is right, in the keys of the task as it is asked. */
export function solutionOf(setup: LessonSetup, task: CompiledLessonTask): Solution {
  const common = { explain: task.derived.explain, facts: task.facts ?? [] };
  switch (task.kind) {
    case 'choice':
      return { ...common, options: keysOfIds(task.options, task.answer) };
    case 'weigh': {
      const options = keysOfIds(task.accounts, task.answer);
      return { ...common, options: task.answer.includes(UNDECIDED) ? [...options, UNDECIDED] : options };
    }
    case 'order': {
      const shown = mixed(setup, task, task.items.length);
      return {
        ...common,
        items: task.items.map(({ date }, written) => ({ key: keyOf(shown.indexOf(written)), date: date ?? null }))
      };
    }
    case 'connect': {
      const shown = mixed(setup, task, task.pairs.length);
      const pairs = task.pairs.map((_, written) => [keyOf(written), keyOf(shown.indexOf(written))]);
      return { ...common, pairs: Object.fromEntries(pairs) as Record<string, string> };
    }
    case 'find':
      return { ...common, regions: task.answer };
    case 'data': {
      const { value = null, tolerance = 0, rows = [] } = task.answer;
      return { ...common, data: { value, tolerance, rows } };
    }
    case 'hunt':
      return {
        ...common,
        things: task.things.map(({ answer }, place) => ({
          key: keyOf(place),
          answer,
          card: task.derived.things[place]?.card ?? null
        }))
      };
    case 'write':
      return common;
  }
}

const keysOfIds = (options: { id: string }[], ids: string[]) =>
  options.flatMap(({ id }, place) => (ids.includes(id) ? [keyOf(place)] : []));

/** Why an answer is none to this task, in a sentence; null when it is one. */
export function faultOf(setup: LessonSetup, task: CompiledLessonTask, given: GivenAnswer): string | null {
  if (given.kind !== task.kind) return `The task asks for “${task.kind}”, the answer is “${given.kind}”.`;
  const asked = askedTask(setup, task);
  const unknown = (keys: string[], count: number) => keys.find((key) => placeOf(key) >= count);
  const isRepeated = (keys: string[]) => new Set(keys).size !== keys.length;
  switch (given.kind) {
    case 'choice': {
      const count = asked.kind === 'choice' ? asked.options.length : 0;
      if (unknown(given.options, count) || isRepeated(given.options))
        return `The task has the options a to ${keyOf(count - 1)}.`;
      return given.options.length > 1 && asked.kind === 'choice' && !asked.isSeveral ? 'One option is right.' : null;
    }
    case 'weigh': {
      const count = asked.kind === 'weigh' ? asked.accounts.length : 0;
      const isKnown = given.account === UNDECIDED || placeOf(given.account) < count;
      return isKnown ? null : `The task has the accounts a to ${keyOf(count - 1)}.`;
    }
    case 'order': {
      const count = asked.kind === 'order' ? asked.items.length : 0;
      const isWhole = given.items.length === count && !unknown(given.items, count) && !isRepeated(given.items);
      return isWhole ? null : `All ${count} items are to be put in order, each once.`;
    }
    case 'connect': {
      const count = asked.kind === 'connect' ? asked.left.length : 0;
      const [left, right] = [Object.keys(given.pairs), Object.values(given.pairs)];
      const isWhole = left.length === count && !unknown([...left, ...right], count) && !isRepeated(right);
      return isWhole ? null : `All ${count} are to be joined, each to one.`;
    }
    case 'find':
      return (given.point === undefined) === (given.region === undefined)
        ? 'Expected either a point or a region.'
        : null;
    case 'data': {
      const asks = asked.kind === 'data' ? asked.asks : 'value';
      return given[asks] !== undefined && given[asks === 'value' ? 'rows' : 'value'] === undefined
        ? null
        : `The task asks for “${asks}”.`;
    }
    case 'write': {
      const most = asked.kind === 'write' ? asked.maxCharacters : 0;
      return [...given.text].length <= most ? null : `The text may have ${most} characters.`;
    }
  }
}

/** Whether an answer is right; null where none is right or wrong. The answer must be one to the task (`faultOf`). */
export function isRight(setup: LessonSetup, task: CompiledLessonTask, given: GivenAnswer): boolean | null {
  const solution = solutionOf(setup, task);
  switch (given.kind) {
    case 'choice':
      return sameSet(given.options, solution.options ?? []);
    case 'weigh':
      return solution.options?.length ? solution.options.includes(given.account) : null;
    case 'order':
      return given.items.join() === solution.items?.map(({ key }) => key).join();
    case 'connect':
      return Object.entries(given.pairs).every(([left, right]) => solution.pairs?.[left] === right);
    case 'find':
      return (solution.regions ?? []).includes(regionOf(setup, task, given) ?? '');
    case 'data': {
      const { value, tolerance, rows } = solution.data ?? { value: null, tolerance: 0, rows: [] };
      if (given.value !== undefined) return value !== null && Math.abs(given.value - value) <= tolerance + 1e-9;
      return sameSet((given.rows ?? []).map(String), rows.map(String));
    }
    case 'write':
      return null;
  }
}

const sameSet = (some: string[], others: string[]) =>
  some.length === others.length && some.every((one) => others.includes(one));

/** The region somebody chose or pointed into: a right one first, since regions may lie in each other. Null: elsewhere. */
export function regionOf(
  setup: LessonSetup,
  task: CompiledLessonTask,
  given: Extract<GivenAnswer, { kind: 'find' }>
): string | null {
  if (task.kind !== 'find') return null;
  if (given.region !== undefined) return given.region;
  const { x, y } = given.point ?? { x: -1, y: -1 };
  const hit = (setup.regions[task.object] ?? []).filter(({ xywh: [left = 0, top = 0, width = 0, height = 0] }) => {
    return x >= left && x <= left + width && y >= top && y <= top + height;
  });
  return (hit.find(({ id }) => task.answer.includes(id)) ?? hit[0])?.id ?? null;
}

/** What was given, in a word for sums and tables: see `Tally.given`. */
export function wordsOf(setup: LessonSetup, task: CompiledLessonTask, given: GivenAnswer): string[] {
  switch (given.kind) {
    case 'choice':
      return given.options;
    case 'weigh':
      return [given.account];
    case 'order':
      return [given.items.join('')];
    case 'connect':
      return [
        Object.entries(given.pairs)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([left, right]) => left + right)
          .join('-')
      ];
    case 'find':
      return [regionOf(setup, task, given) ?? 'elsewhere'];
    case 'data':
      return [given.value === undefined ? (given.rows ?? []).join('+') : String(given.value)];
    case 'write':
      return [];
  }
}
