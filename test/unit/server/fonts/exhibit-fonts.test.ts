import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Exhibit } from '../../../../exhibits/format/exhibit';
import type { Home } from '../../../../exhibits/format/home';
import { exhibitFonts, openExhibitFonts } from '../../../../server/fonts/exhibit-fonts';
import { exhibitSlices } from '../../../../server/fonts/exhibit-slices';
import { buildInterfaceFonts } from '../../../../server/fonts/interface-fonts';

const exhibit: Exhibit = {
  formatVersion: '1.0',
  id: 'port',
  title: { 'zh-Hans': '北方航运', en: 'A Port of the North' },
  subtitle: { 'zh-Hans': '天津港口 1860—1949' },
  languages: ['zh-Hans', 'en'],
  sections: [
    {
      id: 'ford',
      seal: '渡',
      title: { 'zh-Hans': '渡口' },
      text: { 'zh-Hans': '天津先是渡口。[^A-001]', en: 'First a ford; Zhīlì.' },
      blocks: [{ quote: { 'zh-Hans': '快鸟如飞' } }]
    }
  ],
  objects: {
    stamps: { kind: 'drawing', nature: 'sketch', title: { 'zh-Hans': '大龙邮票' } },
    verse: {
      kind: 'document',
      nature: 'transcription',
      title: { 'zh-Hans': '诗' },
      transcript: { 'zh-Hans': '昼夜行' }
    }
  },
  timeline: { events: [{ id: 'opened', date: '1860', title: { 'zh-Hans': '开埠通商' }, facts: [] }] }
};
const house: Home = { name: { 'zh-Hans': '兰台' }, holder: { 'zh-Hans': '档案馆' }, exhibits: ['port'] };
const newFolder = () => mkdtempSync(join(tmpdir(), 'lantai-page-fonts-'));

describe('what an exhibit sets in the heading face', () => {
  const holding = (character: string, weight: number) =>
    exhibitSlices(exhibit)
      .filter(({ text, face }) => face.weight === weight && text.includes(character))
      .map(({ name }) => name);

  it('is sliced by the pages that share it, so that none loads another’s', () => {
    expect(holding('渡', 700)).toEqual(['port-object-objects-story-timeline']);
    expect(holding('埠', 700)).toEqual(['port-object-objects-story-timeline']);
    expect(holding('飞', 500)).toEqual(['port-story']);
    expect(holding('昼', 500)).toEqual(['port-object']);
  });

  it('leaves out citations and English, which the Latin face sets', () => {
    for (const character of 'AFz') expect(holding(character, 500)).toEqual([]);
    expect(holding('ī', 400)).toEqual(['port-latin']);
  });

  it('has the years of vertical titles in characters', () => {
    expect(holding('八', 500)).toEqual(['port-story']);
  });
});

describe('the fonts of an exhibit', () => {
  it('leave out what every page has anyway', async () => {
    const { css } = await exhibitFonts(exhibit, { 'Noto Serif SC 700 normal': '北方航运渡口' });
    const bold = css
      .split('\n')
      .filter((line) => line.includes('font-weight:700'))
      .join();
    expect(bold).not.toContain('5317');
    expect(css).toContain('5927');
  });

  it('are kept, served by name and the same the next time', async () => {
    const folders = { cacheFolder: newFolder(), distFolder: newFolder() };
    const fonts = openExhibitFonts(folders);
    const address = await fonts.cssFor(exhibit, house);
    expect(address).toMatch(/^\/fonts\/port\.[0-9a-f]{12}\.css$/);
    const sheet = fonts.file(address?.slice('/fonts/'.length) ?? '');
    expect(sheet?.type).toBe('text/css; charset=utf-8');
    const [, name = ''] = /url\(\/fonts\/([^)]+)\)/.exec(sheet?.bytes.toString() ?? '') ?? [];
    expect(fonts.file(name)?.type).toBe('font/woff2');
    expect(fonts.file('../secret')).toBeNull();
    const again = openExhibitFonts(folders);
    expect(await again.cssFor(exhibit, house)).toBe(address);
    expect(again.file(name)?.bytes.equals(fonts.file(name)?.bytes ?? Buffer.alloc(0))).toBe(true);
  });

  it('are made anew when a kept file is gone', async () => {
    const folders = { cacheFolder: newFolder(), distFolder: newFolder() };
    const address = await openExhibitFonts(folders).cssFor(exhibit, house);
    const kept = join(folders.cacheFolder, 'fonts');
    for (const name of readdirSync(kept)) if (name.endsWith('.woff2')) rmSync(join(kept, name));
    expect(await openExhibitFonts(folders).cssFor(exhibit, house)).toBe(address);
  });
});

describe('the style sheet of a gallery', () => {
  it('is one, with all that its pages set in one Han slice a weight, the house’s and the interface’s words included', async () => {
    const folders = { cacheFolder: newFolder(), distFolder: newFolder() };
    const fonts = openExhibitFonts(folders);
    expect(await fonts.galleryCss(exhibit, house)).toBeNull();
    await buildInterfaceFonts(folders.distFolder, {
      'zh-Hans': [
        { group: 'common', bold: '展览', regular: '' },
        { group: 'gallery', bold: '室', regular: '' },
        { group: 'standing', bold: '么', regular: '' }
      ],
      'zh-Hant': []
    });
    const [pages, client] = [join(folders.distFolder, 'pages'), join(folders.distFolder, 'client')];
    mkdirSync(pages);
    const page = { file: 'GalleryPage.js', css: ['gallery-page.css'], imports: ['_every.js'] };
    writeFileSync(
      join(pages, 'manifest.json'),
      JSON.stringify({
        'web/pages/GalleryPage.svelte': page,
        'web/pages/HomePage.svelte': { ...page, css: ['home.css'] },
        '_every.js': { file: 'every.js', css: ['every.css'] }
      })
    );
    const script = { file: 'gallery.js', css: ['stage.css'] };
    writeFileSync(join(client, 'manifest-gallery.json'), JSON.stringify({ 'web/entries/gallery.ts': script }));
    writeFileSync(join(pages, 'every.css'), '.every{color:red}');
    writeFileSync(join(pages, 'gallery-page.css'), '.page{color:red}');
    writeFileSync(join(client, 'stage.css'), '.stage{color:red}');
    const address = await fonts.galleryCss(exhibit, house);
    expect(address).toMatch(/^\/fonts\/port-gallery\.[0-9a-f]{12}\.css$/);
    const css = fonts.file(address?.slice('/fonts/'.length) ?? '')?.bytes.toString() ?? '';
    expect(css).toMatch(/\.every\{color:red\}[^]*\.page\{color:red\}[^]*\.stage\{color:red\}/);
    const faces = css.split('\n').filter((line) => line.startsWith('@font-face'));
    const han = faces.filter((face) => face.includes('Noto Serif SC'));
    expect(han.map((face) => /url\(\/fonts\/([a-z0-9-]+)/.exec(face)?.[1])).toEqual([
      'port-rooms-700',
      'port-rooms-500'
    ]);
    // 渡 of the room, 邮 of a work, 兰 of the house, 览 and 室 of the interface; not 么, which stands elsewhere.
    const rangeOf = (face = '') => /unicode-range:([^}]*)/.exec(face)?.[1] ?? '';
    for (const character of '渡邮兰览室') expect(held(rangeOf(han[0]), character), character).toBe(true);
    expect(held(rangeOf(han[0]), '么')).toBe(false);
    expect(held(rangeOf(han[1]), '先')).toBe(true);
  });
});

/** Whether a CSS unicode-range holds a character. */
function held(range: string, character: string): boolean {
  const point = character.codePointAt(0) ?? 0;
  return range.split(',').some((run) => {
    const [from = NaN, to = from] = run
      .replace('U+', '')
      .split('-')
      .map((hex) => parseInt(hex, 16));
    return point >= from && point <= to;
  });
}

describe('the fonts of every page', () => {
  it('are the interface’s, the house’s names and the exhibits’ titles in one sheet', async () => {
    const folders = { cacheFolder: newFolder(), distFolder: newFolder() };
    const fonts = openExhibitFonts(folders);
    expect(await fonts.houseCss(house, [])).toBeNull();
    const { 'zh-Hans': built, 'zh-Hant': traditional } = await buildInterfaceFonts(folders.distFolder, {
      'zh-Hans': [
        { group: 'standing', bold: '数什么不是多少', regular: '我们' },
        { group: 'search', bold: '展找', regular: '' },
        { group: 'common', bold: '展览', regular: '' }
      ],
      'zh-Hant': [{ group: 'common', bold: '展覽', regular: '' }]
    });
    expect(built.covered['Noto Serif SC 700 normal']).toContain('展');
    expect(built.covered['Noto Serif SC 700 normal']).not.toContain('么');
    // One character is no file of its own.
    expect(built.covered['Noto Serif SC 700 normal']).toContain('找');
    const address = await fonts.houseCss(house, []);
    const sheet = fonts.file(address?.slice('/fonts/'.length) ?? '')?.bytes.toString() ?? '';
    for (const family of ['interface-common', 'interface-standing', 'latin', 'house'])
      expect(sheet).toContain(`/fonts/${family}-`);
    const files = readdirSync(join(folders.distFolder, 'client', 'fonts'));
    expect(files.filter((name) => name.endsWith('.css')).sort()).toEqual(
      [built.css, traditional.css].map((css) => css.slice('/fonts/'.length)).sort()
    );
    const hant = await fonts.houseCss(house, [], 'zh-Hant');
    const hantSheet = fonts.file(hant?.slice('/fonts/'.length) ?? '')?.bytes.toString() ?? '';
    expect(hantSheet).toContain('/fonts/interface-hant-common-');
    expect(hantSheet).not.toContain('/fonts/interface-standing-');
  });
});
