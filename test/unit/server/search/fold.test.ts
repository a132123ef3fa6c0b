import { describe, expect, it } from 'vitest';
import { foldText, foldWithPlaces, HAN, scanRuns, variantsIn, WORD } from '../../../../server/search/fold';

function runs(text: string): string[] {
  const folded = foldText(text);
  const found: string[] = [];
  scanRuns(folded, (kind, start, end) => found.push(`${kind === HAN ? '汉' : 'w'}:${folded.slice(start, end)}`));
  return found;
}

describe('a text as the index compares it', () => {
  it('knows no case, no accents and no width', () => {
    expect(foldText('Détring ＭＡＲＩＡ café')).toBe('detring maria cafe');
  });

  it('reads traditional characters as simplified ones', () =>
    expect(foldText('大龍郵票與輪船')).toBe('大龙邮票与轮船'));

  it('knows the other ways in which characters of a text are written', () => {
    const variants = variantsIn('铁桥 railway');
    expect(variants).toContain('鐵铁');
    expect(variants).toContain('橋桥');
    expect(variants).not.toContain('龍');
    expect(variantsIn('鐵')).toContain('鐵铁');
  });

  it('keeps together what marks stand within', () => {
    expect(runs('马可·波罗“大龙”邮票')).toEqual(['汉:马可波罗大龙邮票']);
    expect(runs('China’s ports')).toEqual(['w:chinas', 'w:ports']);
  });

  it('tells Han text from words and figures, and breaks at marks', () => {
    expect(runs('光绪四年（1878）发行，3 candarins')).toEqual([
      '汉:光绪四年',
      'w:1878',
      '汉:发行',
      'w:3',
      'w:candarins'
    ]);
  });

  it('takes letters that are several apart, and rare characters whole', () => {
    expect(runs('ﬁne')).toEqual(['w:fine']);
    expect(runs('𠮷野')).toEqual(['汉:𠮷野']);
  });

  it('says where each unit comes from', () => {
    const text = '“Ｌü”ﬁn';
    const { folded, places } = foldWithPlaces(text);
    expect(folded).toBe('lufin');
    expect(places).toEqual([1, 2, 4, 4, 5, 6]);
  });

  it('is the same with and without places', () => {
    for (const text of ['', '“”', '½ ㎞ é', '大龍，郵票\n3']) expect(foldWithPlaces(text).folded).toBe(foldText(text));
  });

  it('names words as words', () => {
    const kinds: number[] = [];
    scanRuns('ab', (kind) => kinds.push(kind));
    expect(kinds).toEqual([WORD]);
  });
});
