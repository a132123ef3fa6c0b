import { expect, test } from 'vitest';
import { sentencesOf } from '../../../../web/listening/sentences';

const texts = (text: string) => sentencesOf(text).map((sentence) => sentence.text);

test('Chinese sentences end at their full stop, with the quotation marks that close them', () => {
  expect(texts('后称“大龙邮票”。一套三枚；他说：“先有文书。”设计者未有定论')).toEqual([
    '后称“大龙邮票”。',
    '一套三枚；',
    '他说：“先有文书。”',
    '设计者未有定论'
  ]);
});

test('a full stop within a number or a name ends nothing', () => {
  expect(texts('The span is 46.94 m. It opened in 1927.')).toEqual(['The span is 46.94 m.', 'It opened in 1927.']);
});

test('each sentence knows where it stands, and what has no words is none', () => {
  const text = '  先有渡口。 …… 后有城。';
  const sentences = sentencesOf(text);
  expect(sentences.map(({ start, end }) => text.slice(start, end))).toEqual(['先有渡口。', '…… 后有城。']);
  expect(sentencesOf('。！…')).toEqual([]);
  expect(sentencesOf('')).toEqual([]);
});
