import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Style sheets that belong to one part of one page, though all pages load them. */
const HELD: Record<string, RegExp> = { 'web/components/gallery/stage.css': /^(\.stage\b|\[data-gallery)/ };

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
      expect(selectors.length).toBeGreaterThan(10);
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
      'web/components/gallery/stage.css',
      'web/tokens.css'
    ]);
  });
});
