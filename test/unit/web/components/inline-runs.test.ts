import { describe, expect, it } from 'vitest';
import { parseText } from '../../../../exhibits/format/markdown';
import type { TextInline } from '../../../../exhibits/format/markdown';
import { citationsOf, inlineRuns } from '../../../../web/components/inline-runs';

function runsOf(source: string): string[] {
  const [block] = parseText(source);
  return inlineRuns(block?.kind === 'paragraph' ? block.children : []).map((run) =>
    run.kind === 'together' ? `[${run.children.map(plain).join('')}]` : plain(run as TextInline)
  );
}
const plain = (inline: TextInline): string =>
  inline.kind === 'text' ? inline.text : inline.kind === 'cite' ? '※' : inline.kind === 'strong' ? 'STRONG' : '…';

describe('an evidence mark', () => {
  it('keeps the two characters before it and the punctuation after it', () => {
    expect(runsOf('后称大龙邮票[^A-1]。一套三枚')).toEqual(['后称大龙', '[邮票※。]', '一套三枚']);
  });
  it('keeps several closing marks', () => {
    expect(runsOf('他说“先有文书[^A-1]。”又说')).toEqual(['他说“先有', '[文书※。”]', '又说']);
  });
  it('stays with its neighbour mark', () => {
    expect(runsOf('通了[^A-1][^A-2]，次年')).toEqual(['[通了※※，]', '次年']);
  });
  it('takes all of a text of one character', () => {
    expect(runsOf('有[^A-1]')).toEqual(['[有※]']);
  });
  it('follows emphasis without losing it', () => {
    expect(runsOf('**要紧**[^A-1]。')).toEqual(['STRONG', '[※。]']);
  });
  it('loses no character', () => {
    const text = runsOf('一二三四[^A-1]，五六[^A-2]七八')
      .join('')
      .replace(/[[\]※]/g, '');
    expect(text).toBe('一二三四，五六七八');
  });
});

it('citations come in the order they first appear, once each', () => {
  expect(citationsOf(parseText('甲[^B-2]乙[^A-1]\n\n- 丙[^B-2]\n- 丁[^C-3]'))).toEqual(['B-2', 'A-1', 'C-3']);
});
