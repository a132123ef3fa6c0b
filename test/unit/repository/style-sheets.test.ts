import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Style sheets of the gallery's stage, which its page alone loads. */
const GALLERY_SHEETS = ['panel', 'settings', 'stage', 'stops', 'tour'].map(
  (name) => `web/components/gallery/${name}.css`
);
const DESK_SHEETS = ['web/looking/desk.css', 'web/looking/viewer.css'];
/** Cells in four hatchings, of the dashboard’s page alone. */
const CELLS_SHEET = 'web/components/dashboard/cells.css';
/** A chart drawn in a page, wherever that lies. */
const DRAWN_SHEET = 'web/components/drawn.css';
/** The dialog over the room, which comes with its script. */
const LOOK_SHEET = 'web/components/gallery/look-dialog.css';
/** Rows of the timeline, whose cells have no classes of a scope. */
const LINE_SHEET = 'web/components/timeline/event-line.css';
/** The same on paper. */
const PRINT_SHEET = 'web/components/timeline/print.css';
const HELD = Object.fromEntries([
  ...GALLERY_SHEETS.map((file) => [file, /^(\.stage\b|\[data-gallery|\[data-opens\])/] as const),
  ...DESK_SHEETS.map((file) => [file, /^(\[data-(scripted|size='large')\] )?\.desk\b/] as const),
  [DRAWN_SHEET, /^\.drawn\b/] as const,
  [LOOK_SHEET, /^\.look-closer\b/] as const,
  [PRINT_SHEET, /^\[data-(rows|timeline)\]/] as const,
  [LINE_SHEET, /^(\[data-size='large'\] )?(:is\(\s*)?\.(event-line|[gc]-)/] as const
]);

function selectorsOf(css: string): string[] {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .split(/[{}]/)
    .filter((_, index, parts) => index < parts.length - 1)
    .flatMap((part) => (part.includes(';') ? part.slice(part.lastIndexOf(';') + 1) : part).split(/,(?![^(]*\))/))
    .map((selector) => selector.trim())
    .filter((selector) => selector !== '' && !selector.startsWith('@') && !/^[a-z-]+:\s/.test(selector));
}

describe('style sheets', () => {
  it('that belong to one part hold every rule to it', () => {
    for (const [file, held] of Object.entries(HELD)) {
      const selectors = selectorsOf(readFileSync(file, 'utf8'));
      expect(selectors.length).toBeGreaterThan(3);
      expect(selectors.filter((selector) => !held.test(selector))).toEqual([]);
    }
  });

  it('outside components are known: a new one would style every page', () => {
    const sheets = readdirSync('web', { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.css'))
      .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'));
    expect(sheets.sort()).toEqual([
      'web/app.css',
      'web/base.css',
      CELLS_SHEET,
      DRAWN_SHEET,
      LOOK_SHEET,
      ...GALLERY_SHEETS,
      LINE_SHEET,
      PRINT_SHEET,
      ...DESK_SHEETS,
      'web/tokens.css'
    ]);
  });

  it('never ask of a whole page what it holds: the browser would look for it anew with every change', () => {
    const styled = readdirSync('web', { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(css|svelte)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name));
    expect(styled.length).toBeGreaterThan(50);
    expect(styled.filter((file) => /(html|body|:root|main)\)?:has\(/.test(readFileSync(file, 'utf8')))).toEqual([]);
  });
});
