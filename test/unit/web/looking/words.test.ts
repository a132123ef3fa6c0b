import { describe, expect, it } from 'vitest';
import { object } from '../../../../web/i18n/messages/object';
import { lengthWords, regionWords, zoomWords } from '../../../../web/looking/words';

const ZH = { messages: object['zh-Hans'], locale: 'zh-Hans' } as const;
const EN = { messages: object.en, locale: 'en' } as const;

describe('what the desk says', () => {
  it('names the region and how large it is shown', () => {
    expect(regionWords(ZH, '铭文：大清邮政局', 3)).toBe('铭文：大清邮政局，放大到三倍');
    expect(regionWords(EN, 'The value', 3)).toBe('The value, enlarged 3 times');
  });

  it('counts in characters, says 两 before 倍, and keeps figures for what is not whole', () => {
    expect(zoomWords(ZH, 2.02)).toBe('放大到两倍');
    expect(zoomWords(ZH, 1.5)).toBe('放大到1.5倍');
    expect(zoomWords(ZH, 12.3)).toBe('放大到十二倍');
    expect(zoomWords(ZH, 1)).toBe('全图');
  });

  it('says lengths in the page’s language', () => {
    expect(lengthWords(ZH, 10)).toBe('10毫米');
    expect(lengthWords(EN, 200)).toBe('20 cm');
  });
});
