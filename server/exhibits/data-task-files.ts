import type { DataTable } from '../../exhibits/format/compiled';
import type { Finding } from '../../exhibits/format/findings';
import { visitPattern } from '../../exhibits/format/schema-paths';
import { sumsIn } from '../../exhibits/format/sums';
import { get, itemsOf } from '../../exhibits/format/values';
import type { Path } from '../../exhibits/format/values';

/** A task that is answered from a table (`kind: data`), as it is written, and where. */
export interface DataTask {
  answer: unknown;
  explain?: unknown;
  path: Path;
}

/** The tasks that ask for something of an object’s table. */
export function dataTasksOf(exhibit: unknown, object: string): DataTask[] {
  const found: DataTask[] = [];
  for (const pattern of [
    ['activities', '*'],
    ['lessons', '*', 'tasks', '*']
  ]) {
    visitPattern(exhibit, pattern, (task, path) => {
      if (get(task, 'kind') === 'data' && get(task, 'object') === object)
        found.push({ answer: get(task, 'answer'), explain: get(task, 'explain'), path: [...path, 'answer'] });
    });
  }
  return found;
}

/**
 * `row-unknown`: the rows that are right are rows of the table. `value-not-in-table`: the number asked for stands in the
 * table, is a sum, difference, ratio or product of two of its numbers, or is reckoned in the explanation (`7×0.15＝1.05`).
 */
export function checkDataTask({ answer, explain, path }: DataTask, table: DataTable): Finding[] {
  const unknown = itemsOf(get(answer, 'rows')).flatMap((row, place): Finding[] =>
    typeof row !== 'number' || row <= table.rows.length
      ? []
      : [
          {
            code: 'row-unknown',
            path: [...path, 'rows', place],
            message: {
              en: `There is no row ${row}; the table has ${table.rows.length}.`,
              zh: `没有第${row}行，表格共${table.rows.length}行。`
            },
            remedy: { en: 'Count the rows again, from 1.', zh: '请从1起重新数行。' }
          }
        ]
  );
  const value = get(answer, 'value');
  const tolerance = get(answer, 'tolerance');
  if (typeof value !== 'number' || isReckoned(value, explain)) return unknown;
  if (isFromTable(value, typeof tolerance === 'number' ? tolerance : 0, table)) return unknown;
  return [
    ...unknown,
    {
      code: 'value-not-in-table',
      path: [...path, 'value'],
      message: {
        en: `${value} neither stands in the table nor is a sum, difference, ratio or product of two of its numbers.`,
        zh: `${value}不在表格里，也不是表中两个数的和、差、比或积。`
      },
      remedy: {
        en: 'Check the number, widen “tolerance”, or write the sum in “explain”: 7×0.15＝1.05.',
        zh: '请核对数值，放宽“tolerance”，或在“explain”里写出算式：7×0.15＝1.05。'
      }
    }
  ];
}

/** Whether the explanation, in any language, writes out a sum that comes to the value. */
function isReckoned(value: number, explain: unknown): boolean {
  if (typeof explain !== 'object' || explain === null) return false;
  return Object.values(explain).some(
    (text) => typeof text === 'string' && sumsIn(text).some(({ result, isRight }) => isRight && result === value)
  );
}

/** Tables are read whole up to so many numbers; of more, pairs are not tried. */
const MOST_NUMBERS = 400;

function isFromTable(value: number, tolerance: number, { rows }: DataTable): boolean {
  // A millionth is what adding decimals in binary may be out.
  const isIt = (number: number) => Math.abs(number - value) <= tolerance + Math.abs(value) * 1e-6;
  const numbers = [...new Set(rows.flat().filter((cell) => typeof cell === 'number'))];
  if (numbers.some(isIt) || numbers.length > MOST_NUMBERS) return true;
  return numbers.some((a) => numbers.some((b) => [a + b, a - b, a * b, b === 0 ? NaN : a / b].some(isIt)));
}
