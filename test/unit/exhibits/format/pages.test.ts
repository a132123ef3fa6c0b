import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { validateExhibit } from '../../../../exhibits/format/validate';
import { pathText } from '../../../../exhibits/format/values';

interface Letter {
  media: { page?: number; fromLine?: number }[];
  regions: { page?: number; line?: number }[];
  readings: Record<string, Record<string, string>>;
}
const KINDS = readFileSync(join(import.meta.dirname, '../../../fixtures/kinds/kinds/exhibit.json'), 'utf8');

function codesAfter(change: (letter: Letter) => void): string[] {
  const exhibit = JSON.parse(KINDS) as { objects: { letter: Letter } };
  change(exhibit.objects.letter);
  return validateExhibit(exhibit).issues.map(({ code, path }) => `${code} ${pathText(path)}`);
}

describe('pages and lines of a document', () => {
  it('are sound where each page has a number of its own and each line is there', () => {
    expect(codesAfter(() => {})).toEqual([]);
  });

  it('may not be the same page twice', () => {
    expect(codesAfter(({ media }) => Object.assign(media[1] ?? {}, { page: 3 }))).toContain(
      'page-repeated objects.letter.media[2]'
    );
  });

  it('must be there where a region or a page names them', () => {
    expect(codesAfter(({ regions }) => Object.assign(regions[0] ?? {}, { page: 4, line: 7 }))).toEqual([
      'page-unknown objects.letter.regions[0].page',
      'line-unknown objects.letter.regions[0].line'
    ]);
    expect(codesAfter(({ media }) => Object.assign(media[2] ?? {}, { fromLine: 9 }))).toEqual([
      'line-unknown objects.letter.media[2].fromLine'
    ]);
  });

  it('go line by line in every reading', () => {
    expect(codesAfter(({ readings }) => Object.assign(readings['modern'] ?? {}, { en: 'One line.' }))).toEqual([
      'reading-lines-differ objects.letter.readings.modern.en'
    ]);
  });
});
