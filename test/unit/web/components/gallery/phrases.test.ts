import { describe, expect, it } from 'vitest';
import type { GalleryPageData } from '../../../../../web/components/gallery/page-data';
import { facingWords } from '../../../../../web/components/gallery/phrases';
import { gallery } from '../../../../../web/i18n/messages/gallery';

const data = {
  messages: gallery['zh-Hans'],
  rooms: { river: { ordinal: '第四室', name: '第四室 河与桥' } }
} as unknown as GalleryPageData;

describe('the direction one faces', () => {
  it.each([
    [0, '北'],
    [Math.PI / 2, '西'],
    [-Math.PI / 2, '东'],
    [Math.PI, '南'],
    [Math.PI / 4, '西北'],
    [-Math.PI * 5.75, '西北'],
    [7 * Math.PI, '南']
  ])('is told by the eight winds: %d', (yawRad, wind) => {
    expect(facingWords(data, 'river', yawRad)).toBe(`第四室，面朝${wind}`);
  });

  it('has as many winds in both languages', () => {
    expect(gallery.en.facings.split(' ')).toHaveLength(8);
    expect(gallery['zh-Hans'].facings.split(' ')).toHaveLength(8);
  });
});
