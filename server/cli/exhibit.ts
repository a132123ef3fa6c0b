import { importTimeline } from './import-timelinejs';
import { parseExhibitArgs, EXHIBIT_USAGE } from './exhibit-args';
import type { CheckWorld } from './check';

const REAL_WORLD: CheckWorld = {
  cwd: process.cwd(),
  env: process.env,
  write: (text) => void process.stdout.write(text),
  writeError: (text) => void process.stderr.write(text)
};

/**
 * `npm run exhibit -- import timelinejs FILE [--id ID] [--into FOLDER] [--language TAG] [--lang zh|en]`: writes an exhibit
 * from another program's file and says what of it could not be kept. Gives the exit status: 0 written, 1 not, 2 wrong use.
 */
export async function main(args: string[], world: CheckWorld = REAL_WORLD): Promise<number> {
  const options = parseExhibitArgs(args, world.env);
  if (!options.ok) {
    world.writeError(`${options.message}\n${EXHIBIT_USAGE[options.language]}\n`);
    return 2;
  }
  return importTimeline(options, world);
}
