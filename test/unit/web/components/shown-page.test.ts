import { describe, expect, it } from 'vitest';
import type { CompiledObject } from '../../../../exhibits/format/compiled';
import { shownPage } from '../../../../web/components/shown-page';

const picture = (widthPx: number) => ({ url: '', widthPx, heightPx: 1, colour: '', derivatives: [] });
const region = (id: string, page?: number) => ({ id, xywh: [0, 0, 1, 1], title: {}, ...(page ? { page } : {}) });
const scans = (fromLines: (number | undefined)[]) =>
  ({
    media: fromLines.map((fromLine, index) => ({ file: 'a.jpg', role: 'picture', page: index + 1, fromLine })),
    regions: [region('first'), region('second', 2)],
    derived: {
      picture: picture(1),
      pages: fromLines.map((_, index) => ({ page: index + 1, picture: picture(index + 1) }))
    }
  }) as unknown as CompiledObject;

describe('the page that is shown', () => {
  it('has its own picture, regions and lines', () => {
    const shown = shownPage(scans([1, 4, 6]), 2);
    expect([shown.page, shown.picture.widthPx, shown.regions.map(({ id }) => id), shown.lines]).toEqual([
      2,
      2,
      ['second'],
      [3, 5]
    ]);
    expect(shownPage(scans([1, 4, 6]), 3).lines).toEqual([5, Infinity]);
  });

  it('is the first where another is asked for, with regions that name no page', () => {
    const shown = shownPage(scans([undefined, undefined]), 9);
    expect([shown.page, shown.regions.map(({ id }) => id), shown.lines]).toEqual([1, ['first'], [0, Infinity]]);
  });

  it('is the whole of an object without pages', () => {
    const whole = { ...scans([]), media: [] } as unknown as CompiledObject;
    expect(shownPage(whole, null)).toMatchObject({ page: null, lines: [0, Infinity] });
    expect(shownPage(whole, null).regions).toHaveLength(2);
  });
});
