import { describe, expect, it } from 'vitest';
import { createTranslator } from '../../../../../../web/i18n/translator';
import { messagesOf } from '../../../../../../web/i18n/messages';
import { refusedWords } from '../../../../../../web/components/lesson/teacher/refused-words';

describe('why something was not done', () => {
  it('is said in the language of the page, whatever the server says', async () => {
    const chinese = await createTranslator('zh-Hans', messagesOf('zh-Hans'));
    const english = await createTranslator('en', messagesOf('en'));
    for (const code of ['offline', 'task-not-open', 'not-allowed', 'internal', 'not-in-plan'] as const) {
      expect(refusedWords({ code }, chinese)).toMatch(/^\p{Script=Han}[^a-z]+。$/u);
      expect(refusedWords({ code }, english)).toMatch(/^[A-Z].*\.$/);
    }
    expect(refusedWords({ code: 'internal' }, english)).toBe(refusedWords({ code: 'not-in-plan' }, english));
    expect(refusedWords({ code: 'task-revealed' }, english)).toContain('shown already');
  });
});
