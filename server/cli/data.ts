import { openAudit } from '../audit';
import { readSettings } from '../settings';
import { DATA_USAGE, parseDataArgs } from './data-args';
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
  const audit = openAudit(settings.dataFolder, { now: world.now });
  const { command } = parsed.command;
  try {
    const status = await doData(parsed.command, settings, world);
    audit(`data-${command}`, { by: 'command line', isDone: status === 0 });
    return status;
  } catch (error) {
    audit(`data-${command}`, { by: 'command line', isDone: false });
    world.writeError(`${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}
