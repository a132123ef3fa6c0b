import { UNDECIDED } from '../activities';
import { dayRange, parseDate } from '../dates';
import type { Finding } from '../findings';
import type { Sentence } from '../sentence';
import { visitPattern } from '../schema-paths';
import type { Pattern } from '../schema-paths';
import { get, itemsOf } from '../values';
import type { Path } from '../values';
import type { Rule, RuleInput } from './rule';

/** Where tasks stand: those everybody can do, and those of a lesson. */
const TASKS: Pattern[] = [
  ['activities', '*'],
  ['lessons', '*', 'tasks', '*']
];

function visitActivities({ exhibit }: RuleInput, onActivity: (activity: unknown, kind: unknown, path: Path) => void) {
  for (const pattern of TASKS)
    visitPattern(exhibit, pattern, (activity, path) => onActivity(activity, get(activity, 'kind'), path));
}

const idsOf = (list: unknown) =>
  itemsOf(list).flatMap((item) => {
    const id = get(item, 'id');
    return typeof id === 'string' ? [id] : [];
  });

/** `answer-without-fact`: what counts as right rests on a fact. */
export const answerHasFact: Rule = (input) => {
  visitActivities(input, (activity, _, path) => {
    const facts = get(activity, 'facts');
    if (!Array.isArray(facts) || facts.length > 0) return;
    const said = { en: 'The answer rests on no fact', zh: '答案没有依据的事实' };
    const remedy = { en: 'Add the code of a fact that proves it.', zh: '请补可证明答案的事实编号。' };
    input.report(finding('answer-without-fact', [...path, 'facts'], said, remedy));
  });
};

/** `answer-not-an-option`: the right answers are among what one can choose. */
export const answerIsAnOption: Rule = (input) => {
  visitActivities(input, (activity, kind, path) => {
    const known = optionsOf(activity, kind);
    itemsOf(get(activity, 'answer')).forEach((answer, place) => {
      if (typeof answer !== 'string' || known.includes(answer)) return;
      // What is to be found is among all regions of the object unless some are named; none at all is `region-unknown`.
      if (kind === 'find' && (known.length === 0 || !regionsOf(input, activity).includes(answer))) return;
      const said = {
        en: `The answer “${answer}” is none of the options ${known.join(', ')}`,
        zh: `答案“${answer}”不在选项${known.join('、')}之中`
      };
      const remedy = { en: 'Write the id of an option.', zh: '请写选项的标识符。' };
      const suggestion = input.suggest(answer, known);
      input.report({ ...finding('answer-not-an-option', [...path, 'answer', place], said, remedy), suggestion });
    });
  });
};

function optionsOf(activity: unknown, kind: unknown): string[] {
  if (kind === 'weigh') return [...new Set([...idsOf(get(activity, 'accounts')), UNDECIDED])];
  if (kind === 'find') return itemsOf(get(activity, 'among')).filter((id) => typeof id === 'string');
  return idsOf(get(activity, 'options'));
}

/** Ids of the regions of the object in which something is to be found. */
function regionsOf({ exhibit }: RuleInput, activity: unknown): string[] {
  const object = get(activity, 'object');
  return typeof object === 'string' ? [...new Set(idsOf(get(get(get(exhibit, 'objects'), object), 'regions')))] : [];
}

/** `region-unknown`: what is to be found, and what it is found among, are regions of that object. */
export const regionsAreThere: Rule = (input) => {
  visitActivities(input, (activity, kind, path) => {
    const object = get(activity, 'object');
    if (kind !== 'find' || typeof object !== 'string' || !input.known.object.has(object)) return;
    const known = regionsOf(input, activity);
    for (const key of ['answer', 'among']) {
      itemsOf(get(activity, key)).forEach((region, place) => {
        if (typeof region !== 'string' || known.includes(region)) return;
        const said =
          known.length === 0
            ? { en: `Object “${object}” has no regions`, zh: `展品“${object}”没有标出局部` }
            : {
                en: `Object “${object}” has no region “${region}”; it has ${known.join(', ')}`,
                zh: `展品“${object}”没有局部“${region}”，有${known.join('、')}`
              };
        const remedy = { en: 'Name a region, or add it to the object.', zh: '请改指已有的局部，或在展品里补上。' };
        const suggestion = input.suggest(region, known);
        input.report({ ...finding('region-unknown', [...path, key, place], said, remedy), suggestion });
      });
    }
  });
};

/** Lists of a task whose entries a visitor must be able to tell apart, and the text that tells them. */
const LISTS = [
  ['options', 'text'],
  ['items', 'text'],
  ['pairs', 'left'],
  ['pairs', 'right'],
  ['accounts', 'text']
] as const;

/** `items-alike`: two things to choose from read the same, so that no choice between them could be right. */
export const itemsAreApart: Rule = (input) => {
  visitActivities(input, (activity, _, path) => {
    for (const [list, field] of LISTS) {
      for (const locale of input.languages) {
        const seen = new Map<string, number>();
        itemsOf(get(activity, list)).forEach((item, place) => {
          const text = get(get(item, field), locale);
          if (typeof text !== 'string') return;
          const bare = text.replace(/\s+/g, ' ').trim().toLowerCase();
          const earlier = seen.get(bare);
          if (earlier === undefined) {
            seen.set(bare, place);
            return;
          }
          const said = {
            en: `Item ${earlier + 1} and item ${place + 1} read the same`,
            zh: `第${earlier + 1}项与第${place + 1}项文字相同`
          };
          const remedy = { en: 'Word one of them differently.', zh: '请改写其中一项。' };
          input.report(finding('items-alike', [...path, list, place, field, locale], said, remedy));
        });
      }
    }
  });
};

/** `order-against-dates`: no item stands after one that began only when it was over. */
export const orderFollowsDates: Rule = (input) => {
  visitActivities(input, (activity, kind, path) => {
    if (kind !== 'order') return;
    let before: { last: number; first: number; place: number } | null = null;
    itemsOf(get(activity, 'items')).forEach((item, place) => {
      const date = get(item, 'date');
      const parsed = typeof date === 'string' ? parseDate(date) : null;
      if (!parsed?.ok) return;
      const { first, last } = dayRange(parsed.date);
      if (before && last < before.first) {
        const said = {
          en: `Item ${place + 1} is earlier than item ${before.place + 1}, which stands before it`,
          zh: `第${place + 1}项的日期早于排在它前面的第${before.place + 1}项`
        };
        const remedy = {
          en: 'Write the items in the right order, or correct a date.',
          zh: '请按正确的次序写，或改正日期。'
        };
        input.report(finding('order-against-dates', [...path, 'items', place, 'date'], said, remedy));
      }
      before = { first, last, place };
    });
  });
};

/** `id-reserved`: “undecided” is what a visitor says who prefers no account. */
export const undecidedIsFree: Rule = (input) => {
  visitActivities(input, (activity, kind, path) => {
    if (kind !== 'weigh') return;
    itemsOf(get(activity, 'accounts')).forEach((account, place) => {
      if (get(account, 'id') !== UNDECIDED) return;
      const said = {
        en: `“${UNDECIDED}” is the answer that it cannot be told, and no account’s id`,
        zh: `“${UNDECIDED}”指“分不出轻重”这个答案，不能作某一说的标识符`
      };
      const remedy = { en: 'Give the account another id.', zh: '请给这一说另起标识符。' };
      input.report(finding('id-reserved', [...path, 'accounts', place, 'id'], said, remedy));
    });
  });
};

/** `answer-unclear`: data is asked for a number or for rows, not for both or neither. `object-without-table`: it has a table. */
export const dataIsAsked: Rule = (input) => {
  visitActivities(input, (activity, kind, path) => {
    if (kind !== 'data') return;
    const answer = get(activity, 'answer');
    const isNumber = get(answer, 'value') !== undefined;
    if (answer !== undefined && isNumber === (get(answer, 'rows') !== undefined)) {
      const said = isNumber
        ? { en: 'The answer has both “value” and “rows”', zh: '答案同时写了“value”和“rows”' }
        : { en: 'The answer has neither “value” nor “rows”', zh: '答案既没有“value”，也没有“rows”' };
      const remedy = {
        en: 'Write “value” to ask for a number, or “rows” to let choose.',
        zh: '问一个数请写“value”，选行请写“rows”。'
      };
      input.report(finding('answer-unclear', [...path, 'answer'], said, remedy));
    }
    const id = get(activity, 'object');
    const object = typeof id === 'string' ? get(get(input.exhibit, 'objects'), id) : undefined;
    const objectKind = get(object, 'kind');
    if (object === undefined || objectKind === 'map' || (objectKind === 'chart' && get(object, 'table'))) return;
    const said = { en: `Object “${String(id)}” has no table to read`, zh: `展品“${String(id)}”没有可读的数据表` };
    const remedy = { en: 'Name a chart with “table”, or a map.', zh: '请改指带“table”的图表，或一幅地图。' };
    input.report(finding('object-without-table', [...path, 'object'], said, remedy));
  });
};

function finding(code: Finding['code'], path: Path, { en, zh }: Sentence, remedy: Sentence): Finding {
  return { code, path, message: { en: `${en}.`, zh: `${zh}。` }, remedy };
}
