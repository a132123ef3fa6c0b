import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Issue } from '../../../../exhibits/format/issues';
import { readExhibitFolder } from '../../../../server/exhibits/read';
import { processorMs } from '../../processor-time';
import expected from '../../../fixtures/mistakes/expected.json';

const FIXTURES = join(import.meta.dirname, '../../../fixtures');
const MINIMAL = {
  formatVersion: '1.0',
  id: 'tiny',
  title: { en: 'Tiny' },
  languages: ['en'],
  rights: 'https://creativecommons.org/licenses/by/4.0/'
};

let root = '';
let folder = '';

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'lantai-read-'));
  folder = join(root, 'tiny');
  await mkdir(join(folder, 'media'), { recursive: true });
});
afterEach(() => rm(root, { recursive: true }));

/** Writes the files of an exhibit; `exhibit.json` is the least one unless given. */
async function write(files: Record<string, unknown>): Promise<void> {
  for (const [name, content] of Object.entries({ 'exhibit.json': MINIMAL, ...files })) {
    const isRaw = typeof content === 'string' || content instanceof Uint8Array;
    await writeFile(join(folder, name), isRaw ? content : JSON.stringify(content, null, 2));
  }
}

const short = ({ code, path, file, line, column, suggestion }: Issue) => ({
  code,
  path,
  file,
  line,
  column,
  ...(suggestion === undefined ? {} : { suggestion })
});

describe('readExhibitFolder', () => {
  it.each(['many', 'broken'] as const)('finds every seeded mistake of “%s” at its place', async (id) => {
    const { exhibit, issues } = await readExhibitFolder(join(FIXTURES, 'mistakes', id));
    expect(issues.map(short)).toEqual(expected[id]);
    expect(exhibit).toBeNull();
  });

  it('says each thing in Chinese as well, about the same places', async () => {
    const folder = join(FIXTURES, 'mistakes/many');
    const [inEnglish, inChinese] = [
      await readExhibitFolder(folder),
      await readExhibitFolder(folder, { language: 'zh' })
    ];
    expect(inChinese.issues.map(short)).toEqual(inEnglish.issues.map(short));
    for (const { message, remedy } of inChinese.issues)
      expect(`${message}|${remedy}`).toMatch(/\p{Script=Han}.*\|.*\p{Script=Han}/u);
    for (const { message, remedy } of inEnglish.issues) {
      expect(message).toMatch(/^[A-Z“].*[.…]$/s);
      expect(remedy).toMatch(/^[A-Z].*\.$/s);
    }
  });

  it('loads the small exhibit without a single remark', async () => {
    const { id, exhibit, issues, files, media } = await readExhibitFolder(join(FIXTURES, 'small/small'));
    expect(issues).toEqual([]);
    expect(id).toBe('small');
    expect(Object.keys(exhibit?.objects ?? {})).toHaveLength(8);
    expect(files.get('objects')).toBe('exhibit.json');
    expect(media.has('squares.svg')).toBe(true);
  });

  it('joins files of single keys and remembers where each key stands', async () => {
    await write({ 'facts.json': { $schema: './x.json', facts: {} }, 'people.json': { people: {} } });
    const { exhibit, files } = await readExhibitFolder(folder);
    expect(exhibit).toMatchObject({ id: 'tiny', facts: {}, people: {} });
    expect(Object.fromEntries(files)).toMatchObject({ id: 'exhibit.json', facts: 'facts.json', people: 'people.json' });
  });

  it('loads nothing by halves: one error anywhere, and there is no exhibit', async () => {
    await write({
      'facts.json': { facts: { 'A-1': { statement: { en: 'x' }, sources: ['S1'], confidence: 'known' } } }
    });
    const { exhibit, issues } = await readExhibitFolder(folder);
    expect(issues.map(short)).toEqual([
      { code: 'unknown-reference', path: 'facts.A-1.sources[0]', file: 'facts.json', line: 8, column: 9 }
    ]);
    expect(exhibit).toBeNull();
  });

  it('loads an exhibit that only gates and advice speak against', async () => {
    await write({ 'exhibit.json': { ...MINIMAL, title: { en: 'Tiny', fr: 'Petit' }, rights: undefined } });
    const { exhibit, issues } = await readExhibitFolder(folder);
    expect(issues.map(({ code, severity }) => [code, severity])).toEqual([
      ['rights-missing', 'gate'],
      ['language-unlisted', 'advice']
    ]);
    expect(exhibit?.id).toBe('tiny');
  });

  it('says that a folder without exhibit.json is no exhibit', async () => {
    const { exhibit, issues } = await readExhibitFolder(join(root, 'nowhere'));
    expect(issues.map(({ code, file }) => [code, file])).toEqual([['folder-missing', 'exhibit.json']]);
    expect(exhibit).toBeNull();
  });

  it('finds nesting beyond a hundred before any parser could overflow', async () => {
    await write({ 'exhibit.json': `{"ext": ${'[{"a":'.repeat(200_000)}` });
    const { issues } = await readExhibitFolder(folder);
    expect(issues.map(({ code }) => code)).toEqual(['json-too-deep']);
  });

  it('reads nothing larger than sixteen mebibytes', async () => {
    await write({ 'facts.json': `{"facts": {}}${' '.repeat(16 * 1024 * 1024)}` });
    expect((await readExhibitFolder(folder)).issues.map(({ code, file }) => [code, file])).toEqual([
      ['file-too-large', 'facts.json']
    ]);
  });

  it('is not fooled by a key named __proto__', async () => {
    await write({ 'exhibit.json': `${JSON.stringify(MINIMAL).slice(0, -1)}, "__proto__": {"theme": "river"}}` });
    const { exhibit, issues } = await readExhibitFolder(folder);
    expect(issues.map(({ code, path }) => [code, path])).toEqual([['unknown-key', '__proto__']]);
    expect(exhibit).toBeNull();
    expect(({} as { theme?: unknown }).theme).toBeUndefined();
  });

  it('counts columns as editors do, also after Windows line ends and a byte order mark', async () => {
    const lines = [
      '\ufeff{',
      '  "formatVersion": "1.0", "id": "tiny",',
      '  "title": {"zh-Hans": "𠮷", "en": ""},',
      '  "languages": ["en"]}'
    ];
    await write({ 'exhibit.json': lines.join('\r\n') });
    const places = (await readExhibitFolder(folder)).issues.map(({ code, line, column }) => [code, line, column]);
    expect(places).toContainEqual(['byte-order-mark', 1, 1]);
    expect(places).toContainEqual(['too-short', 3, 36]);
    expect(places).toContainEqual(['language-unlisted', 3, 13]);
  });

  it('takes no file through a link, which may lead anywhere', async () => {
    await writeFile(join(root, 'secret.svg'), '<svg viewBox="0 0 1 1"/>');
    await symlink(join(root, 'secret.svg'), join(folder, 'media/secret.svg')).catch(() => undefined);
    expect((await readExhibitFolder(folder).catch(() => null))?.media.has('secret.svg') ?? false).toBe(false);
  });

  it('names files with slashes on every system', async () => {
    await mkdir(join(folder, 'media', 'scans'));
    await writeFile(
      join(folder, 'media', 'scans', 'one.svg'),
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>'
    );
    await write({
      'objects.json': {
        objects: {
          one: {
            kind: 'drawing',
            title: { en: 'One' },
            nature: 'sketch',
            alt: { en: 'A blank.' },
            media: [
              { file: 'scans/one.svg', role: 'picture' },
              { file: 'scans\\one.svg', role: 'picture', page: 2 },
              { file: 'C:/one.svg', role: 'picture', page: 3 }
            ]
          }
        }
      }
    });
    const { issues, media } = await readExhibitFolder(folder);
    expect([...media]).toEqual(['scans/one.svg']);
    expect(issues.map(({ code, path }) => [code, path])).toEqual([
      ['media-outside-folder', 'objects.one.media[1].file'],
      ['media-outside-folder', 'objects.one.media[2].file']
    ]);
  });

  it('places ten thousand issues in a moment', async () => {
    const objects = Object.fromEntries(
      Array.from({ length: 5000 }, (_, index) => [
        `object-${index}`,
        { kind: 'document', title: { en: 'One' }, nature: 'scetch', alt: { en: 'A blank.' }, facts: [`A-${index}`] }
      ])
    );
    await write({ 'objects.json': { objects } });
    let issues: Issue[] = [];
    const tookMs = await processorMs(async () => ({ issues } = await readExhibitFolder(folder)));
    expect(issues.length).toBeGreaterThanOrEqual(10_000);
    expect(issues.at(-1)?.line).toBeGreaterThan(50_000);
    expect(tookMs).toBeLessThan(4000);
  });
});
