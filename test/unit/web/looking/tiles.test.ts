import { describe, expect, it } from 'vitest';
import { readImageRequest } from '../../../../server/media/image-request';
import { scaleFactor, tilesInView } from '../../../../web/looking/tiles';

const source = { widthPx: 4096, heightPx: 2700 };
const whole = { left: -1, top: -0.2, right: 2, bottom: 1.4 };

describe('tiles of what is seen', () => {
  it('are of the coarsest scale that is fine enough', () => {
    expect([4096, 2049, 2048, 1000, 9000].map((shown) => scaleFactor(source, shown))).toEqual([1, 1, 2, 4, 1]);
  });

  it('are those the image service keeps, to the last row and column', () => {
    const tiles = tilesInView(source, 2, whole);
    expect(tiles).toHaveLength(4 * 3);
    expect(tiles.at(-1)).toMatchObject({ address: '3072,2048,1024,652/512,326/0/default.webp', left: 0.75 });
    for (const { address } of tiles) {
      const [region = '', size = '', rotation = '', file = ''] = address.split('/');
      const asked = readImageRequest(source, { region, size, rotation, file });
      expect(asked.ok && asked.request.isUsual).toBe(true);
    }
  });

  it('are few where little is seen, and none where nothing is', () => {
    expect(tilesInView(source, 1, { left: 0.3, top: 0.3, right: 0.42, bottom: 0.42 })).toHaveLength(4);
    expect(tilesInView(source, 1, { left: 1.1, top: 0, right: 1.4, bottom: 1 })).toEqual([]);
  });
});
