import sharp from 'sharp';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalPath } from '../../../../server/media/images';
import {
  MAX_EDGE_PX,
  pyramidLevels,
  readImageRequest,
  scaleFactors,
  TILE_PX
} from '../../../../server/media/image-request';

const picture = { widthPx: 3000, heightPx: 2000 };

/** The canonical form of `region/size/rotation/file`, or the code that refuses it. */
function read(path: string, of = picture): string {
  const [region = '', size = '', rotation = '', file = ''] = path.split('/');
  const outcome = readImageRequest(of, { region, size, rotation, file });
  return outcome.ok ? canonicalPath(outcome.request) : outcome.code;
}
const isUsual = (path: string) => {
  const [region = '', size = '', rotation = '', file = ''] = path.split('/');
  const outcome = readImageRequest(picture, { region, size, rotation, file });
  return outcome.ok && outcome.request.isUsual;
};

describe('an image request', () => {
  it.each([
    ['full/max/0/default.jpg', 'full/max/0/default.jpg'],
    ['0,0,3000,2000/3000,/360/color.jpg', 'full/max/0/default.jpg'],
    ['square/max/0/default.png', '500,0,2000,2000/max/0/default.png'],
    ['2800,1900,500,500/max/0/default.jpg', '2800,1900,200,100/max/0/default.jpg'],
    ['pct:50,50,25,25/max/0/default.jpg', '1500,1000,750,500/max/0/default.jpg'],
    ['full/1500,/0/default.jpg', 'full/1500,1000/0/default.jpg'],
    ['full/,500/0/default.jpg', 'full/750,500/0/default.jpg'],
    ['full/pct:10/0/default.jpg', 'full/300,200/0/default.jpg'],
    ['full/300,300/0/default.jpg', 'full/300,300/0/default.jpg'],
    ['full/!300,300/0/default.jpg', 'full/300,200/0/default.jpg'],
    ['full/!9000,9000/0/default.jpg', 'full/max/0/default.jpg'],
    ['0,0,100,50/^max/0/default.jpg', '0,0,100,50/^max/0/default.jpg'],
    ['0,0,100,50/^400,/0/default.jpg', '0,0,100,50/^400,200/0/default.jpg'],
    ['full/^300,/0/default.jpg', 'full/300,200/0/default.jpg'],
    ['full/max/!90.0/gray.webp', 'full/max/!90/gray.webp'],
    ['full/max/0/bitonal.avif', 'full/max/0/bitonal.avif']
  ])('%s is, in one form, %s', (asked, canonical) => expect(read(asked)).toBe(canonical));

  it.each([
    '3000,0,10,10/max/0/default.jpg',
    '0,0,0,10/max/0/default.jpg',
    '-1,0,10,10/max/0/default.jpg',
    'pct:0,0,nan,1/max/0/default.jpg',
    'pct:100,0,10,10/max/0/default.jpg',
    'middle/max/0/default.jpg',
    'full/full/0/default.jpg',
    'full/3001,/0/default.jpg',
    'full/pct:101/0/default.jpg',
    'full/0,/0/default.jpg',
    'full/!,5/0/default.jpg',
    'full/,/0/default.jpg',
    'full/^5000,/0/default.jpg',
    'full/^999999,1/0/default.jpg',
    'full/max/361/default.jpg',
    'full/max/-90/default.jpg',
    'full/max/0/sepia.jpg',
    'full/max/0/default.exe',
    'full/max/0/default'
  ])('%s is refused as mistaken', (asked) => expect(read(asked)).toBe('invalid-request'));

  it.each(['full/max/45/default.jpg', 'full/max/0/default.tif', 'full/max/0/default.jp2'])(
    '%s is refused as not implemented',
    (asked) => expect(read(asked)).toBe('not-implemented')
  );

  it('gives at most the limit of a larger scan', () => {
    expect(read('full/max/0/default.jpg', { widthPx: 12_000, heightPx: 6000 })).toBe('full/max/0/default.jpg');
    expect(read('full/4097,/0/default.jpg', { widthPx: 12_000, heightPx: 6000 })).toBe('invalid-request');
    expect(read('full/4096,/0/default.jpg', { widthPx: 12_000, heightPx: 6000 })).toBe('full/max/0/default.jpg');
  });

  it('is never answered larger than the limits, and its canonical form is its own', () => {
    const number = fc.integer({ min: 0, max: 9000 });
    const size = fc.oneof(
      fc.constantFrom('max', '^max'),
      fc.tuple(fc.constantFrom('', '^', '!', '^!'), number, number).map(([mark, w, h]) => `${mark}${w},${h}`),
      fc.tuple(fc.constantFrom('', '^'), number).map(([mark, w]) => `${mark}${w},`),
      number.map((n) => `pct:${n / 10}`)
    );
    const region = fc.oneof(
      fc.constantFrom('full', 'square'),
      fc.tuple(number, number, number, number).map((box) => box.join(','))
    );
    fc.assert(
      fc.property(region, size, (r, s) => {
        const canonical = read(`${r}/${s}/0/default.jpg`);
        if (canonical === 'invalid-request') return;
        expect(read(canonical)).toBe(canonical);
        const [w = 0, h = 0] = (canonical.split('/')[1] ?? '').replace('^', '').split(',').map(Number);
        if (!canonical.includes('max')) expect(Math.max(w, h)).toBeLessThanOrEqual(MAX_EDGE_PX);
      })
    );
  });
});

describe('what is kept on disk', () => {
  it('are the tiles that the description names and whole pictures', () => {
    expect(isUsual('1024,512,512,512/max/0/default.jpg')).toBe(true);
    expect(isUsual('2048,1024,952,976/476,488/0/default.jpg')).toBe(true);
    expect(isUsual('full/!400,400/0/default.jpg')).toBe(true);
  });
  it('but nothing made up by hand', () => {
    expect(isUsual('1,512,512,512/max/0/default.jpg')).toBe(false);
    expect(isUsual('1024,512,512,512/77,/0/default.jpg')).toBe(false);
    expect(isUsual('full/max/90/default.jpg')).toBe(false);
    expect(isUsual('full/max/0/gray.jpg')).toBe(false);
  });
});

describe('the pyramid of a picture', () => {
  it('has the levels that the TIFF really gets', async () => {
    for (const [width, height] of [
      [1999, 1333],
      [513, 40],
      [512, 512],
      [5, 1700]
    ] as const) {
      const made = await sharp({ create: { width, height, channels: 3, background: '#777' } })
        .tiff({ tile: true, tileWidth: TILE_PX, tileHeight: TILE_PX, pyramid: true })
        .toBuffer();
      const { pages = 1 } = await sharp(made).metadata();
      const levels = [];
      for (let page = 0; page < pages; page += 1) {
        const { width: w, height: h } = await sharp(made, { page }).metadata();
        levels.push({ width: w, height: h });
      }
      expect(pyramidLevels({ widthPx: width, heightPx: height })).toEqual(levels);
    }
  });

  it('is described down to one tile', () => {
    expect(scaleFactors({ widthPx: 4096, heightPx: 1000 })).toEqual([1, 2, 4, 8]);
    expect(scaleFactors({ widthPx: 300, heightPx: 200 })).toEqual([1]);
  });
});
