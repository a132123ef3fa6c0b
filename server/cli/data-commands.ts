import { open, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { dayOf, isoDay } from '../engagement/day';
import { writeBackup } from '../engagement/night';
import type { Settings } from '../settings';
import { UNFINISHED, listBackups, pruneBackups } from '../storage/backups';
import type { Keeping, OnProgress } from '../storage/keeping';
import { makeFolder } from '../storage/make-folder';
import { openKeeping } from '../storage/open-keeping';
import { ENGAGEMENT_FILE } from '../storage/place';
import { isUnreadable, putAside } from '../storage/put-aside';
import { checkCopy } from '../storage/sqlite-copy';
import type { DataCommand } from './data-args';
import { eventTable } from './event-table';

/** What a command touches beside the store. */
export interface DataWorld {
  env: Record<string, string | undefined>;
  /** Milliseconds since 1970. */
  now: () => number;
  /** Resolves when the reader has taken it, so that a long export does not pile up. */
  write: (text: string, isLast?: boolean) => Promise<void>;
  writeError: (text: string) => void;
}

type Place = Pick<Settings, 'databaseUrl' | 'dataFolder' | 'backupsFolder' | 'eventDays'>;

/** Days of all time, for a command that names none. */
const EVER = { first: -1_000_000, last: 1_000_000 };

/** Does one command and says on the way how far it is. Gives the exit status; throws a sentence when it could not. */
export async function doData(command: DataCommand, place: Place, world: DataWorld): Promise<number> {
  if (command.command === 'restore') {
    return command.isCheck ? checkBackup(command.file, place, world) : restore(command.file, place, world);
  }
  const keeping = await openKeeping(place);
  try {
    switch (command.command) {
      case 'backup':
        return await backup(keeping, command.file, place, world);
      case 'rebuild':
        return await rebuild(keeping, command.fromDay, world);
      case 'retain':
        return await retain(keeping, command.days ?? place.eventDays, world);
      case 'export':
        return await exportEvents(keeping, command, world);
    }
  } finally {
    await keeping.close();
  }
}

async function backup(keeping: Keeping, file: string | null, place: Place, world: DataWorld): Promise<number> {
  const onProgress = progress(world);
  if (file === null) {
    const made = await writeBackup(keeping, place.backupsFolder, world.now(), onProgress);
    const pruned = await pruneBackups(place.backupsFolder);
    world.writeError(
      `${join(place.backupsFolder, made.name)}: ${made.events} events, ${made.sizeBytes} bytes, verified.\n`
    );
    if (pruned.length > 0) world.writeError(`Deleted as old: ${pruned.join(', ')}.\n`);
    return 0;
  }
  const path = resolve(file);
  makeFolder(dirname(path));
  await rm(`${path}${UNFINISHED}`, { force: true });
  const { events, sizeBytes, problems } = await keeping.copyTo(`${path}${UNFINISHED}`, onProgress);
  if (problems.length > 0) throw new Error(`The copy is not good. ${problems.slice(0, 10).join(' ')}`);
  await rename(`${path}${UNFINISHED}`, path);
  world.writeError(`${path}: ${events} events, ${sizeBytes} bytes, verified.\n`);
  return 0;
}

async function checkBackup(file: string | null, place: Place, world: DataWorld): Promise<number> {
  const path = await copyFor(file, place);
  const { events, sizeBytes, problems } = await checkCopy(path);
  world.writeError(`${path}: ${events} events, ${sizeBytes} bytes.\n`);
  for (const problem of problems) world.writeError(`${problem}\n`);
  world.writeError(
    problems.length > 0 ? 'It cannot be relied on.\n' : 'Whole, and its figures agree with its events.\n'
  );
  return problems.length > 0 ? 1 : 0;
}

async function restore(file: string | null, place: Place, world: DataWorld): Promise<number> {
  const path = await copyFor(file, place);
  const { events, problems } = await checkCopy(path);
  if (problems.length > 0) {
    throw new Error(`${path} cannot be relied on; nothing was changed. ${problems.slice(0, 10).join(' ')}`);
  }
  const keeping = await openForRestore(place, world);
  try {
    await keeping.restore(path, progress(world));
  } finally {
    await keeping.close();
  }
  world.writeError(`${path} was taken in: ${events} events.\n`);
  return 0;
}

/** Opens what is there; what cannot be read is moved away first. A look before would keep the file open for a while. */
async function openForRestore(place: Place, world: DataWorld): Promise<Keeping> {
  try {
    return await openKeeping(place);
  } catch (error) {
    if (place.databaseUrl !== null || !isUnreadable(error)) throw error;
    const aside = putAside(join(place.dataFolder, ENGAGEMENT_FILE));
    world.writeError(`What was there cannot be read and lies in ${aside} now.\n`);
    return openKeeping(place);
  }
}

/** The file named, else the newest backup. */
async function copyFor(file: string | null, { backupsFolder }: Place): Promise<string> {
  if (file !== null) return resolve(file);
  const [newest] = await listBackups(backupsFolder);
  if (!newest) throw new Error(`There is no backup in ${backupsFolder}; name a file.`);
  return join(backupsFolder, newest.name);
}

async function rebuild(keeping: Keeping, fromDay: number | null, world: DataWorld): Promise<number> {
  const first = await keeping.rebuild(fromDay ?? EVER.first, progress(world));
  if (first === null) {
    world.writeError('There are no events to add up; the figures stay as they are.\n');
    return 0;
  }
  if (fromDay !== null && first > fromDay) {
    world.writeError(`Events before ${isoDay(first)} are not kept; figures of earlier days stay as they are.\n`);
  }
  const differences = await keeping.differences(first, EVER.last);
  world.writeError(
    differences.length === 0
      ? `The figures of ${isoDay(first)} and after are those of the events.\n`
      : `${differences.length} figures still disagree, first ${differences[0]?.what ?? ''}.\n`
  );
  return differences.length === 0 ? 0 : 1;
}

async function retain(keeping: Keeping, days: number, world: DataWorld): Promise<number> {
  const firstDay = dayOf(world.now()) - days;
  const deleted = await keeping.retain(firstDay, progress(world));
  world.writeError(`${deleted} events before ${isoDay(firstDay)} are deleted; the figures stay.\n`);
  return 0;
}

async function exportEvents(
  keeping: Keeping,
  options: Extract<DataCommand, { command: 'export' }>,
  world: DataWorld
): Promise<number> {
  const table = eventTable(options.format, { withVisits: options.withVisits });
  const out = options.file === null ? world.write : await fileWriter(options.file);
  const onProgress = options.file === null ? () => {} : progress(world);
  const { exhibit, fromDay, toDay } = options;
  let count = 0;
  await out(table.head);
  for await (const events of keeping.events({ exhibit, fromDay: fromDay ?? EVER.first, toDay: toDay ?? EVER.last })) {
    await out(events.map(table.line).join(''));
    count += events.length;
    onProgress(`events ${count}`);
  }
  await out('', true);
  world.writeError(`${count} events${options.file === null ? '' : ` in ${resolve(options.file)}`}.\n`);
  return 0;
}

/** Rejects with the system's error where the file cannot be written. */
async function fileWriter(file: string): Promise<DataWorld['write']> {
  const out = await open(resolve(file), 'w', 0o600);
  return async (text, isLast = false) => {
    await out.writeFile(text);
    if (isLast) await out.close();
  };
}

/** A line at most every two seconds, so that a log of it stays short. */
function progress({ writeError, now }: DataWorld): OnProgress {
  let last = now();
  return (words) => {
    if (now() - last < 2_000) return;
    last = now();
    writeError(`… ${words}\n`);
  };
}
