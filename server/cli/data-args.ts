import { parseArgs } from 'node:util';
import { z } from 'zod';
import { dayFromIso } from '../engagement/day';

/** What `npm run data` is asked to do; days are day numbers (`day.ts`). */
export type DataCommand =
  | { command: 'backup'; file: string | null }
  | { command: 'restore'; file: string | null; isCheck: boolean }
  | { command: 'rebuild'; fromDay: number | null }
  | { command: 'retain'; days: number | null }
  | {
      command: 'export';
      file: string | null;
      exhibit: string | null;
      fromDay: number | null;
      toDay: number | null;
      format: 'csv' | 'jsonl';
      withVisits: boolean;
    };

export type DataArgs = { kind: 'do'; command: DataCommand } | { kind: 'help' } | { kind: 'wrong'; message: string };

export const DATA_USAGE = `Use: npm run data -- COMMAND

  backup [FILE]               writes a copy of all engagement, verified, while the server goes on;
                              without FILE into the backups folder, where 7 days, 4 weeks and 12 months are kept
  restore [FILE] [--check]    takes a copy in (the server must be stopped; an empty PostgreSQL takes one in too);
                              without FILE the newest; --check only looks it through and changes nothing
  rebuild [--from DAY]        adds the figures up anew from the events, from a day such as 2026-09-01 on
  retain [--days N]           deletes events older than N days (default LANTAI_EVENT_DAYS); figures stay
  export [FILE] [--exhibit ID] [--from DAY] [--to DAY] [--format csv|jsonl] [--with-visits]
                              events one by one; without FILE to the standard output

Settings are those of npm start (LANTAI_DATA, LANTAI_BACKUPS, DATABASE_URL, …).`;

const OPTIONS = {
  check: { type: 'boolean' },
  from: { type: 'string' },
  to: { type: 'string' },
  days: { type: 'string' },
  exhibit: { type: 'string' },
  format: { type: 'string' },
  'with-visits': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' }
} as const;

type OptionName = keyof typeof OPTIONS;
const TAKES: Record<DataCommand['command'], { files: number; options: readonly OptionName[] }> = {
  backup: { files: 1, options: [] },
  restore: { files: 1, options: ['check'] },
  rebuild: { files: 0, options: ['from'] },
  retain: { files: 0, options: ['days'] },
  export: { files: 1, options: ['exhibit', 'from', 'to', 'format', 'with-visits'] }
};

/** Reads the words after `npm run data --`; what is wrong with them comes as one sentence. */
export function parseDataArgs(args: string[]): DataArgs {
  try {
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options: OPTIONS });
    const [name, file = null, ...more] = positionals;
    if (values.help || name === undefined) return { kind: 'help' };
    if (!isCommand(name)) {
      return { kind: 'wrong', message: `There is no command “${name}”; known are ${Object.keys(TAKES).join(', ')}.` };
    }
    const takes = TAKES[name];
    const foreign = (Object.keys(values) as OptionName[]).find((option) => !takes.options.includes(option));
    if (foreign) return { kind: 'wrong', message: `The command ${name} does not take --${foreign}.` };
    const extra = takes.files === 0 ? file : more[0];
    if (extra) return { kind: 'wrong', message: `The command ${name} does not take “${extra}”.` };
    return { kind: 'do', command: commandOf(name, file, values) };
  } catch (error) {
    return { kind: 'wrong', message: error instanceof Error ? sentence(error.message) : String(error) };
  }
}

function commandOf(
  name: DataCommand['command'],
  file: string | null,
  values: Partial<Record<OptionName, string | boolean>>
): DataCommand {
  switch (name) {
    case 'backup':
      return { command: name, file };
    case 'restore':
      return { command: name, file, isCheck: values.check === true };
    case 'rebuild':
      return { command: name, fromDay: dayOption('from', values.from) };
    case 'retain':
      return { command: name, days: daysOption(values.days) };
    case 'export': {
      const [fromDay, toDay] = [dayOption('from', values.from), dayOption('to', values.to)];
      if (fromDay !== null && toDay !== null && fromDay > toDay) {
        throw new Error(`The first day, ${String(values.from)}, is after the last, ${String(values.to)}.`);
      }
      const exhibit = typeof values.exhibit === 'string' ? values.exhibit : null;
      const withVisits = values['with-visits'] === true;
      return { command: name, file, exhibit, fromDay, toDay, format: formatOption(values.format), withVisits };
    }
  }
}

function isCommand(name: string): name is DataCommand['command'] {
  return Object.hasOwn(TAKES, name);
}

function dayOption(name: string, value: string | boolean | undefined): number | null {
  if (value === undefined) return null;
  if (!z.iso.date().safeParse(value).success) {
    throw new Error(`--${name} is “${String(value)}”; expected a day such as 2026-09-01.`);
  }
  return dayFromIso(String(value));
}

function daysOption(value: string | boolean | undefined): number | null {
  if (value === undefined) return null;
  const days = Number(value);
  if (!Number.isInteger(days) || days < 30 || days > 3650) {
    throw new Error(`--days is “${String(value)}”; expected a whole number from 30 to 3650.`);
  }
  return days;
}

function formatOption(value: string | boolean | undefined): 'csv' | 'jsonl' {
  if (value === undefined || value === 'csv' || value === 'jsonl') return value ?? 'csv';
  throw new Error(`--format is “${String(value)}”; expected csv or jsonl.`);
}

/** Node's own messages go on with advice after the first sentence. */
function sentence(message: string): string {
  return message.split('. ')[0]?.replace(/\.?$/, '.') ?? message;
}
