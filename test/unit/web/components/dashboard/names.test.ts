import { describe, expect, it } from 'vitest';
import { namesIn } from '../../../../../web/components/dashboard/names';
import { messagesOf } from '../../../../../web/i18n/messages';
import { createTranslator } from '../../../../../web/i18n/translator';
import { sampleExhibit } from '../../sample';

describe('what was given to a task, in words', () => {
  it.each([
    ['en', 'first-later', '2,1,3', 'The stamps → The naming → The bridge'],
    ['zh-Hans', 'first-later', '1,2,3', '得名→邮票→大桥'],
    ['en', 'halves', '1-2,2-1', 'Green – Three; Red – One'],
    ['zh-Hans', 'halves', '1-1,2-2', '绿——一分；红——三分'],
    ['en', 'how-many', '3', '3 stamps'],
    ['zh-Hans', 'how-many', '3', '3枚'],
    ['en', 'which-name', '*', 'Elsewhere'],
    ['en', 'two-days', 'late', 'End of July'],
    // What an older edition asked stands as it was given.
    ['en', 'halves', '7-9', '7-9'],
    ['en', 'long-gone', 'a,b', 'a,b']
  ] as const)('%s %s: %s', async (locale, task, option, said) => {
    const t = await createTranslator(locale, messagesOf(locale));
    expect(namesIn(sampleExhibit(), locale, t).option(task, option)).toBe(said);
  });
});
