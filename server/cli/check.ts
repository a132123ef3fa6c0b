import { existsSync, statSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import type { Issue } from '../../exhibits/format/issues';
import type { SentenceLanguage } from '../../exhibits/format/sentence';
import { exhibitFolders } from '../exhibits/folders';
import { readHome } from '../exhibits/home';
import { readExhibitFolder } from '../exhibits/read';
import { parseCheckArgs, USAGE } from './check-args';
import { formatReport } from './check-report';

/** Issues of one folder; `home` is the file `home.json` of the exhibits' folder. */
export interface CheckedFolder {
  id: string;
  /** As the reader would name it: relative to the working folder when it lies within, with `/`. */
  folder: string;
  issues: Issue[];
}

/** What the command needs of the world; a test hands in its own. */
export interface CheckWorld {
  cwd: string;
  env: Record<string, string | undefined>;
  write: (text: string) => void;
  writeError: (text: string) => void;
}

const REAL_WORLD: CheckWorld = {
  cwd: process.cwd(),
  env: process.env,
  write: (text) => void process.stdout.write(text),
  writeError: (text) => void process.stderr.write(text)
};

/**
 * `npm run check -- [--json] [--strict] [--lang zh|en] [folder…]`: checks exhibits and says what is wrong, where, and what
 * to do. Without a folder: all exhibits and the house. Gives the exit status: 0 no error, 1 errors (with `--strict` also
 * gates), 2 wrong use.
 */
export async function main(args: string[], world: CheckWorld = REAL_WORLD): Promise<number> {
  const options = parseCheckArgs(args, world.env);
  if (!options.ok) {
    world.writeError(`${options.message}\n${USAGE[options.language]}\n`);
    return 2;
  }
  const { folders, isJson, isStrict, language } = options;
  const missing = folders.filter(
    (folder) => !statSync(resolve(world.cwd, folder), { throwIfNoEntry: false })?.isDirectory()
  );
  if (missing.length > 0) {
    const names = missing.join(', ');
    world.writeError(language === 'zh' ? `没有文件夹：${names}\n` : `There is no folder ${names}.\n`);
    return 2;
  }
  const checked =
    folders.length > 0 ? await checkFolders(folders, world.cwd, language) : await checkHouse(world, language);
  world.write(isJson ? `${JSON.stringify({ exhibits: checked }, null, 2)}\n` : formatReport(checked, language));
  const blocks = ({ severity }: Issue) => severity === 'error' || (isStrict && severity === 'gate');
  return checked.some(({ issues }) => issues.some(blocks)) ? 1 : 0;
}

async function checkFolders(folders: string[], cwd: string, language: SentenceLanguage): Promise<CheckedFolder[]> {
  const checked: CheckedFolder[] = [];
  // One after another: reading one exhibit already uses the disk fully, and the order stays the reader's.
  for (const folder of folders) {
    const path = resolve(cwd, folder);
    const { id, issues } = await readExhibitFolder(path, { language });
    checked.push({ id, folder: shownPath(path, cwd), issues });
  }
  return checked;
}

/** All folders of `exhibits` that hold an exhibit, and `home.json` beside them. */
async function checkHouse({ cwd, env }: CheckWorld, language: SentenceLanguage): Promise<CheckedFolder[]> {
  const house = resolve(cwd, env.LANTAI_EXHIBITS || 'exhibits');
  const ids = existsSync(house) ? await exhibitFolders(house) : [];
  const checked = await checkFolders(
    ids.map((id) => join(house, id)),
    cwd,
    language
  );
  const homeFile = join(house, 'home.json');
  if (existsSync(homeFile)) {
    const { issues } = await readHome(homeFile, { exhibits: new Set(ids), language });
    checked.push({ id: basename(homeFile, '.json'), folder: shownPath(house, cwd), issues });
  }
  return checked;
}

function shownPath(path: string, cwd: string): string {
  const within = relative(cwd, path);
  const shown = within.startsWith('..') || within === '' ? path : within;
  return shown.replaceAll('\\', '/');
}
