import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Packages only the gallery page may load: everything else must stay light. */
const THREE = /^(three|gsap|meshoptimizer)(\/|$)/;

interface Import {
  from: string;
  to: string;
  isTypeOnly: boolean;
}

const SOURCE = /\.(ts|svelte|mjs)$/;
const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]|import\(\s*(?:\/\*.*?\*\/\s*)?['"]([^'"]+)['"]\s*\)/g;

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && SOURCE.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Every import of the code, the relative ones as paths from the repository's root. */
function readImports(folders: string[]): Import[] {
  return folders.flatMap(sourceFiles).flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(IMPORT)].map((match) => {
      const target = match[2] ?? match[3] ?? '';
      return {
        from: slashes(file),
        to: target.startsWith('.') ? slashes(relative('.', join(dirname(file), target))) : target,
        isTypeOnly: match[1] !== undefined
      };
    })
  );
}

function slashes(path: string): string {
  return path.split(sep).join('/');
}

const under = (path: string, ...folders: string[]) =>
  folders.some((folder) => path === folder || path.startsWith(`${folder}/`));
const isOurs = (path: string) => under(path, 'exhibits', 'server', 'web', 'assets', 'test');

/** One line a pair that offends, as the person who wrote it would want to read it. */
function offenders(imports: Import[], from: (path: string) => boolean, isAllowed: (item: Import) => boolean): string[] {
  return imports.filter((item) => from(item.from) && !isAllowed(item)).map((item) => `${item.from} imports ${item.to}`);
}

describe('who may import whom', () => {
  const imports = readImports(['exhibits/format', 'exhibits/plan', 'server', 'web']);

  it('reads the imports of the code', () => {
    expect(imports.length).toBeGreaterThan(50);
    expect(imports).toContainEqual({ from: 'exhibits/format/exhibit.ts', to: 'zod', isTypeOnly: false });
  });

  it('finds a pair that offends', () => {
    const bad = [{ from: 'exhibits/format/dates.ts', to: 'node:fs', isTypeOnly: false }];
    expect(
      offenders(
        bad,
        (path) => under(path, 'exhibits/format'),
        (item) => item.to === 'zod'
      )
    ).toEqual(['exhibits/format/dates.ts imports node:fs']);
  });

  it('the format imports only zod and itself, and the plan’s types', () => {
    const allowed = (item: Import) =>
      item.to === 'zod' ||
      under(item.to, 'exhibits/format') ||
      // The compiled form names the type of the finished plan; a type is no code.
      (item.isTypeOnly && under(item.to, 'exhibits/plan'));
    expect(offenders(imports, (path) => under(path, 'exhibits/format'), allowed)).toEqual([]);
  });

  it('the plan imports only the format and itself', () => {
    const allowed = (item: Import) => under(item.to, 'exhibits/format', 'exhibits/plan');
    expect(offenders(imports, (path) => under(path, 'exhibits/plan'), allowed)).toEqual([]);
  });

  it('the contract imports only zod, the format and the plan', () => {
    const allowed = (item: Import) =>
      item.to === 'zod' || under(item.to, 'server/contract', 'exhibits/format', 'exhibits/plan');
    expect(offenders(imports, (path) => under(path, 'server/contract'), allowed)).toEqual([]);
  });

  it('web takes from server nothing but the contract', () => {
    const allowed = (item: Import) =>
      !under(item.to, 'server') || under(item.to, 'server/contract') || (item.isTypeOnly && item.to === 'server/app');
    expect(offenders(imports, (path) => under(path, 'web'), allowed)).toEqual([]);
  });

  it('server takes nothing from web', () => {
    expect(
      offenders(
        imports,
        (path) => under(path, 'server'),
        (item) => !under(item.to, 'web')
      )
    ).toEqual([]);
  });

  it('the timeline’s arithmetic knows no DOM library, no Svelte and no three', () => {
    const allowed = (item: Import) => under(item.to, 'web/timeline', 'exhibits/format');
    expect(offenders(imports, (path) => under(path, 'web/timeline'), allowed)).toEqual([]);
  });

  it('the gallery engine knows no framework and no page', () => {
    const allowed = (item: Import) =>
      THREE.test(item.to) || under(item.to, 'web/gallery', 'exhibits/plan', 'exhibits/format', 'server/contract');
    expect(offenders(imports, (path) => under(path, 'web/gallery'), allowed)).toEqual([]);
  });

  it('only the gallery loads three', () => {
    const from = (path: string) => under(path, 'web') && !under(path, 'web/gallery');
    expect(offenders(imports, from, (item) => !/^three(\/|$)/.test(item.to))).toEqual([]);
  });

  it('the client of lessons knows no markup and no page', () => {
    const isText = (item: Import) => item.to === 'web/pages/context';
    const allowed = (item: Import) =>
      isText(item) || (!item.to.endsWith('.svelte') && !under(item.to, 'web/pages', 'web/entries'));
    expect(offenders(imports, (path) => under(path, 'web/lessons'), allowed)).toEqual([]);
  });

  it('there are no barrel files', () => {
    const barrels = imports.map((item) => item.from).filter((path) => isOurs(path) && /\/index\.ts$/.test(path));
    expect(barrels).toEqual([]);
  });
});
