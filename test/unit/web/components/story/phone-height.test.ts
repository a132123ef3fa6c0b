import { describe, expect, it } from 'vitest';
import type { CompiledExhibit } from '../../../../../exhibits/format/compiled';
import { phoneHeight } from '../../../../../web/components/story/phone-height';

const text = (words: string) => [{ kind: 'paragraph' as const, children: [{ kind: 'text' as const, text: words }] }];
const picture = { widthPx: 1000, heightPx: 500 };
const exhibit = {
  objects: { chart: { derived: { picture } } },
  activities: [{ id: 'quiz', kind: 'choice' }]
} as unknown as CompiledExhibit;

function section(blocks: object[], derived: object[] = []) {
  return {
    blocks,
    derived: { tree: { 'zh-Hans': text('字'.repeat(100)), en: text('word '.repeat(50)) }, blocks: derived }
  } as unknown as CompiledExhibit['sections'][number];
}

describe('the room kept on a phone for a section nobody has reached', () => {
  it('is that of its heading, its text, its notes and the way on', () => {
    expect(phoneHeight(section([]), exhibit, 'zh-Hans')).toBe(69 + 57 + 136 + 77 + 187);
  });

  it('grows by a picture as high as its shape makes it', () => {
    const grown = phoneHeight(section([{ object: 'chart' }]), exhibit, 'zh-Hans');
    expect(grown - phoneHeight(section([]), exhibit, 'zh-Hans')).toBe(192 + 187);
  });

  it('grows by texts and tasks, more in English than in Chinese', () => {
    const told = [{ text: {} }, { activity: 'quiz' }];
    const derived = [{ 'zh-Hans': text('字'.repeat(10)), en: text('x'.repeat(40)) }];
    const growth = (locale: string) =>
      phoneHeight(section(told, derived), exhibit, locale) - phoneHeight(section([]), exhibit, locale);
    expect(growth('zh-Hant')).toBeCloseTo(57 + 14 + 467, -1);
    expect(growth('en')).toBeGreaterThan(growth('zh-Hans'));
  });

  it('knows nothing of what is not there', () => {
    const empty = phoneHeight(section([{ object: 'gone' }, { activity: 'gone' }]), exhibit, 'en');
    expect(empty).toBe(phoneHeight(section([]), exhibit, 'en'));
  });
});
