import { describe, expect, it } from 'vitest';
import { typesetDocument, type DocumentText } from '../../../../server/media/document';
import { checkSvg } from '../../../../server/media/svg-limits';
import { attributes, drawn, wordsOf } from './drawn-picture';

const letter: DocumentText = {
  text: '天津为卫，去神京二百余里，当南北往来之冲。',
  heading: '方志书',
  attribution: '康熙《天津卫志》',
  direction: 'vertical',
  paper: 'red-ruled',
  lineLength: 10
};

/** x of every upright character, by character. */
function columnsOf(svg: string): Map<string, number> {
  const places = new Map<string, number>();
  for (const [, xs = '', text = ''] of svg.matchAll(/<text x="([^"]*)" y="[^"]*">([^<]*)<\/text>/g)) {
    const columns = xs.split(' ').map(Number);
    [...text].forEach((character, index) => places.set(character, columns[index] ?? columns[0] ?? NaN));
  }
  return places;
}

describe('a document set vertically', () => {
  it('runs in columns from the right, heading first, attribution last', async () => {
    const places = columnsOf(await typesetDocument(letter));
    const order = ['书', '神', '往', '熙'].map((character) => places.get(character) ?? NaN);
    expect(order).toEqual([...order].sort((a, b) => b - a));
  });

  it('turns quotation marks into corner brackets and lays brackets on their side', async () => {
    const svg = await typesetDocument({
      ...letter,
      text: '他说：“开埠《条约》以来，商贾‘云集’于此。”',
      lineLength: 30
    });
    expect(wordsOf(svg)).toContain('『');
    expect(wordsOf(svg)).not.toMatch(/[“”‘’]/);
    for (const bracket of ['『', '』', '「', '」', '《', '》'])
      expect(svg).toMatch(new RegExp(`transform="rotate\\(90 [^)]*\\)"[^>]*>${bracket}<`));
  });

  it('puts a comma to the upper right of its square', async () => {
    const svg = await typesetDocument({ ...letter, text: '去，年', heading: '', attribution: '' });
    const [, xs = '', ys = ''] = /<text x="([^"]*)" y="([^"]*)">去，年</.exec(svg) ?? [];
    const [x1 = 0, x2 = 0] = xs.split(' ').map(Number);
    const [y1 = 0, y2 = 0, y3 = 0] = ys.split(' ').map(Number);
    expect(x2).toBeGreaterThan(x1 + 15);
    expect(y2 - y1).toBeLessThan((y3 - y1) / 2);
  });

  it('closes up marks that stand below each other by half an em', async () => {
    const text = '志》。（“新';
    const svg = await typesetDocument({ ...letter, text, heading: '', attribution: '', lineLength: 30 });
    const turned = (mark: string) =>
      Number(new RegExp(`rotate\\(90 [\\d.]+ ([\\d.]+)\\)"[^>]*>${mark}<`).exec(svg)?.[1]);
    const [, ys = ''] = /<text x="[^"]*" y="([^"]*)">志。新</.exec(svg) ?? [];
    const [above = 0, , below = 0] = ys.split(' ').map(Number);
    const [em, pitch] = [40, 40 * 1.3];
    expect(below - above).toBeCloseTo(5 * pitch - 1.5 * em, 1);
    expect(turned('『') - turned('（')).toBeCloseTo(pitch - em / 2, 1);
  });

  it('sets six characters large, each in its field', async () => {
    const svg = await typesetDocument({
      text: '行辕正午一刻',
      attribution: '光绪三年五月十七日，自总督衙门至天津机器局',
      direction: 'vertical',
      paper: 'red-ruled'
    });
    expect(Math.max(...attributes(svg, 'g', 'font-size').map(Number))).toBeGreaterThan(100);
    const picture = await drawn(svg, 300);
    expect(picture.height).toBeGreaterThan(picture.width);
    expect(picture.darkness(0.38, 0.05, 0.62, 0.9)).toBeGreaterThan(0.15);
  });

  it('rules a red-ruled sheet and leaves a plain one plain', async () => {
    const ruled = await drawn(await typesetDocument(letter), 500);
    const plain = await typesetDocument({ ...letter, paper: 'plain' });
    expect(attributes(plain, 'rect', 'stroke-width')).toEqual([]);
    expect(ruled.at(2, 2)).toBe('#fdfaf4');
  });

  it('says at its foot that it is modern type', async () => {
    expect(wordsOf(await typesetDocument(letter))).toContain('今排，非原件影像');
  });

  it('keeps words of any kind from breaking the drawing', async () => {
    for (const text of [
      '<script>&"\'',
      '\u0000\ud800x',
      '，，，，，，',
      'a'.repeat(500),
      '\n\n',
      '𠮷野家',
      '—'.repeat(60)
    ]) {
      const checked = checkSvg(await typesetDocument({ ...letter, text }));
      expect(checked.ok).toBe(true);
    }
  });
});

describe('a document set in lines', () => {
  it('keeps English words whole and in the Latin face', async () => {
    const svg = await typesetDocument({
      text: '1860年10月24日 Convention of Peking 签于北京',
      direction: 'horizontal',
      paper: 'plain',
      lineLength: 12
    });
    expect(svg).toMatch(/font-family="Source Serif 4">Convention</);
  });

  it('closes up marks that stand side by side by half an em', async () => {
    const svg = await typesetDocument({
      text: '见《天津卫志》。续修（“新志”）再见之处甚多',
      direction: 'horizontal',
      paper: 'plain',
      lineLength: 40
    });
    const at = (mark: string) => Number(new RegExp(`<text x="([\\d.]+)"[^>]*>${mark}<`).exec(svg)?.[1]);
    const [em, pitch] = [40, 40 * 1.06];
    expect(at('。') - at('》')).toBeCloseTo(pitch - em / 2, 1);
    expect(at('“') - at('（')).toBeCloseTo(pitch - em / 2, 1);
    expect(at('）') - at('”')).toBeCloseTo(pitch - em / 2, 1);
    expect(at('续') - at('。')).toBeCloseTo(pitch, 1);
  });

  it('leaves out citations and readings, which are not the document’s words', async () => {
    const svg = await typesetDocument({
      text: '天津{郡|jùn}城[^A-009]作为*通商*之埠',
      direction: 'horizontal',
      paper: 'plain'
    });
    expect(wordsOf(svg)).toContain('天津郡城作为通商之埠');
  });
});
