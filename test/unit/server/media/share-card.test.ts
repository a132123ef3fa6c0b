import { describe, expect, it } from 'vitest';
import { drawCard, type CardText } from '../../../../server/media/share-card';
import { drawn, wordsOf } from './drawn-picture';

const words: CardText = { locale: 'zh-Hans', title: '大龙邮票三枚', place: '北方有港', nature: '示意' };
const LONG = {
  'zh-Hans': '《天津卫志》，“海河裁弯取直工程”（一九〇一年至一九二三年）各段河长与吃水之比较，附说明、图例及数据来源',
  en: 'The Peiho conservancy’s six cuttings, 1901–1923: length of river, depth of water and what they changed for Tientsin'
};

describe('a card for a shared link', () => {
  it('shows a high work beside its words and a wide one above them, each whole', async () => {
    const high = (await drawCard(words, { widthPx: 1000, heightPx: 2000 })).box;
    const wide = (await drawCard(words, { widthPx: 4096, heightPx: 1400 })).box;
    for (const box of [high, wide]) {
      expect(box.left).toBeGreaterThanOrEqual(64);
      expect(box.top).toBeGreaterThanOrEqual(64);
      expect(box.top + box.height).toBeLessThanOrEqual(630 - 64);
    }
    expect(high.width / high.height).toBeCloseTo(0.5, 1);
    expect(high.left + high.width).toBeLessThan(764);
    expect(wide.width).toBe(1072);
  });

  it('says title, exhibit and nature', async () => {
    const said = wordsOf((await drawCard(words, { widthPx: 800, heightPx: 800 })).svg);
    for (const word of [words.title, words.place, words.nature]) expect(said).toContain(word);
  });

  it.each(['zh-Hans', 'en'] as const)('keeps a title as long as a sentence within the sheet (%s)', async (locale) => {
    for (const size of [
      { widthPx: 1000, heightPx: 1400 },
      { widthPx: 3000, heightPx: 1000 }
    ]) {
      const { svg } = await drawCard({ ...words, locale, title: LONG[locale] }, size);
      const card = await drawn(svg, 1200);
      const [left, right] = [38 / 1200, 1162 / 1200];
      // Between border and sheet's edge stands nothing.
      expect(card.darkness(left, 38 / 630, 60 / 1200, 592 / 630)).toBe(0);
      expect(card.darkness(1140 / 1200, 38 / 630, right, 592 / 630)).toBe(0);
      expect(card.darkness(left, 574 / 630, right, 592 / 630)).toBe(0);
    }
  });
});
