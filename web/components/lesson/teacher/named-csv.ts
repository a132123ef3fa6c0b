import type { LessonReport } from '../../../../server/contract/lesson/report';
import type { Roster } from './roster';

/** Spreadsheets take a cell that begins so for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/** The report seat by seat with the names of this browser, as CSV for spreadsheets. `heads`: words of the columns before the tasks. */
export function namedCsv(
  report: Pick<LessonReport, 'seats' | 'tasks'>,
  roster: Roster,
  heads: { seat: string; name: string; right: string; answered: string },
  words: { taskName: (task: string) => string; given: (task: string, word: string) => string }
): string {
  const tasks = report.tasks.map(({ task }) => task);
  const head = [heads.seat, heads.name, heads.answered, heads.right, ...tasks.map(words.taskName)];
  const rows = report.seats.map(({ seat, answers, found, answered, right }) => [
    String(seat),
    roster[String(seat)] ?? '',
    String(answered),
    String(right),
    ...tasks.map((task) => {
      const own = answers[task];
      return own ? words.given(task, own.given) : found[task] === undefined ? '' : String(found[task]);
    })
  ]);
  // The mark at the beginning tells Excel that it is UTF-8.
  return `\uFEFF${[head, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

function cell(text: string): string {
  const safe = FORMULA.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
