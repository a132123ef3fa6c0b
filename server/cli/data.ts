import { AUDIT_FILE, openAudit } from '../audit';
import { isoDay } from '../engagement/day';
import { readSettings } from '../settings';
import { type DataCommand, DATA_USAGE, parseDataArgs } from './data-args';
import { type DataWorld, doData } from './data-commands';

const REAL_WORLD: DataWorld = {
  env: process.env,
  now: Date.now,
  write: (text) =>
    new Promise((resolve, reject) => process.stdout.write(text, (error) => (error ? reject(error) : resolve()))),
  writeError: (text) => void process.stderr.write(text)
};

/**
 * `npm run data -- backup | restore | rebuild | retain | export`: the long work on what is stored. Gives the exit status:
 * 0 done, 1 not done or found wanting, 2 wrong use.
 */
export async function main(args: string[], world: DataWorld = REAL_WORLD): Promise<number> {
  // A reader who has enough (`| head`) is told to whoever writes; unheard, its event would end the process there.
  if (world === REAL_WORLD) process.stdout.on('error', () => {});
  const parsed = parseDataArgs(args);
  if (parsed.kind === 'help') {
    await world.write(`${DATA_USAGE}\n`);
    return 0;
  }
  if (parsed.kind === 'wrong') {
    world.writeError(`${parsed.message}\n\n${DATA_USAGE}\n`);
    return 2;
  }
  const result = readSettings(world.env);
  if (!result.ok) {
    world.writeError(`${result.message}\n`);
    return 2;
  }
  const { settings } = result;
  const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
  const audit = openAudit(settings.dataFolder, {
    now: world.now,
    onFailure: (error) => world.writeError(`Not written down in ${AUDIT_FILE}: ${messageOf(error)}\n`)
  });
  const { command } = parsed.command;
  const by = 'command line';
  // Before anything is done: what is broken off has taken figures away, too.
  audit(`data-${command}`, { by, ...askedOf(parsed.command) });
  try {
    const status = await doData(parsed.command, settings, world);
    audit(`data-${command}`, { by, isDone: status === 0 });
    return status;
  } catch (error) {
    audit(`data-${command}`, { by, isDone: false });
    world.writeError(`${messageOf(error)}\n`);
    return 1;
  }
}

/** What a command was asked to do, without the name of a file: it may be somebody's. */
function askedOf(command: DataCommand): Record<string, unknown> {
  const asked: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(command)) {
    if (name === 'command' || name === 'file' || value === null) continue;
    const isDay = typeof value === 'number' && name.endsWith('Day');
    asked[isDay ? name.slice(0, -'Day'.length) : name] = isDay ? isoDay(value) : value;
  }
  return asked;
}
