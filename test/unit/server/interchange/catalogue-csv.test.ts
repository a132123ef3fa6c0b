import { describe, expect, it } from 'vitest';
import type { CompiledExhibit } from '../../../../exhibits/format/compiled';
import { catalogueCsv } from '../../../../server/interchange/catalogue-csv';

const exhibitOf = (title: string) =>
  ({
    languages: ['en'],
    people: {},
    places: {},
    objects: { thing: { kind: 'image', nature: 'copy', title: { en: title } } }
  }) as unknown as CompiledExhibit;
const titleIn = (title: string) => catalogueCsv(exhibitOf(title)).split('\r\n')[1]?.split(',').slice(2, 3).join();

describe('a cell of the catalogue', () => {
  it.each(['=1+1', '+49', '-5', '@SUM(A1)', '\tx'])('%s never begins a formula', (title) => {
    expect(titleIn(title)).toBe(`'${title}`);
  });
  it('with quotes and commas keeps them', () => {
    expect(catalogueCsv(exhibitOf('A “b”, "c"'))).toContain('"A “b”, ""c"""');
  });
  it('with a formula in quotes is text all the same', () => {
    expect(catalogueCsv(exhibitOf('=HYPERLINK("x","y")'))).toContain(`"'=HYPERLINK(""x"",""y"")"`);
  });
});
