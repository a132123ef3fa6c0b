import { describe, expect, it } from 'vitest';
import { traditionalOf } from '../../../../server/exhibits/traditional';

describe('the conversion to traditional characters', () => {
  const convert = traditionalOf();

  it('changes characters, in the forms of Taiwan’s standard, and no words', () => {
    expect(convert('网上展厅的软件，说明里的众人')).toBe('網上展廳的軟件，說明裡的眾人');
    expect(convert('太后之后，头发与发现，一面旗，干燥')).toBe('太后之後，頭髮與發現，一面旗，乾燥');
  });

  it('keeps the measure 里 apart from “within”', () => {
    expect(convert('全长二百余里，英里27.075里，城里三里外')).toBe('全長二百餘里，英里27.075里，城裡三里外');
  });

  it('leaves exceptions as they are given, the longest first, wherever they stand', () => {
    const own = traditionalOf({ 范旭东: '范旭東', 范: '范', '（里）': '（里）' });
    expect(own('范旭东与范例（里）里')).toBe('范旭東與范例（里）裡');
    expect(convert('范旭东')).toBe('範旭東');
  });

  it('never touches the address of a link', () => {
    expect(convert('[天津卫](https://example.org/天津卫) 说')).toBe('[天津衛](https://example.org/天津卫) 說');
  });

  it('takes words that would mean something to a pattern', () => {
    expect(traditionalOf({ '台(一)': '台(一)', 'a|b': 'a|b' })('台(一)台')).toBe('台(一)臺');
  });

  it('sets quotations in corners, and leaves apostrophes', () => {
    expect(convert('称“海关‘章程’”，见China’s Tea')).toBe('稱「海關『章程』」，見China’s Tea');
  });

  it('leaves other texts alone', () => {
    expect(convert('The Large Dragons, 1878')).toBe('The Large Dragons, 1878');
    expect(convert('')).toBe('');
  });
});
