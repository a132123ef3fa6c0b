import { describe, expect, it } from 'vitest';
import { scriptRuns } from '../../../../web/i18n/script-runs';

const marked = (text: string, locale: string) =>
  scriptRuns(text, locale)
    .map(({ text: own, lang }) => (lang ? `<${lang}>${own}</>` : own))
    .join('');

describe('a text in a table', () => {
  it.each([
    ['今鼓楼一带 · around the Drum Tower', '<zh-Hans>今鼓楼一带</> · around the Drum Tower'],
    ['海河 / Hai River', '<zh-Hans>海河</> / Hai River'],
    ['津沽军用线，1879年', '<zh-Hans>津沽军用线，1879年</>'],
    ['1983年前后，1200多万吨 / about 1983', '1983<zh-Hans>年前后，1200多万吨</> / about 1983'],
    ['Dagu forts, 1860', 'Dagu forts, 1860'],
    ['德', '<zh-Hans>德</>']
  ])('%s has its Chinese marked on an English page', (text, expected) => {
    expect(marked(text, 'en')).toBe(expected);
  });

  it('has its English marked on a Chinese page where it is nothing else', () => {
    expect(marked('Hai River', 'zh-Hans')).toBe('<en>Hai River</>');
    expect(marked('海河 / Hai River', 'zh-Hant')).toBe('海河 / Hai River');
    expect(marked('53.3%', 'zh-Hans')).toBe('53.3%');
  });
});
