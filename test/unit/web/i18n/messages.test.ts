import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { messagesOf } from '../../../../web/i18n/messages';

const chinese = messagesOf('zh-Hans');
const english = messagesOf('en');

/** Chinese characters an English page may show: names of languages, and the characters of seals. */
const HAN_ALLOWED = /^(common:chinese|common:chineseShort|error:seal\d+)$/;
/** Latin-only texts a Chinese page may show: the name of the other language. */
const LATIN_ALLOWED = /^(common:english|common:englishShort)$/;

function entries(messages: typeof chinese): [key: string, text: string][] {
  return Object.entries(messages).flatMap(([namespace, texts]) =>
    Object.entries(texts).map(([key, text]): [string, string] => [`${namespace}:${key}`, text])
  );
}

/** i18next’s plural endings: English has two forms where Chinese has one. */
function baseKeys(messages: typeof chinese): string[] {
  return [...new Set(entries(messages).map(([key]) => key.replace(/_(one|other)$/, '')))].sort();
}

const words = (text: string) => text.replace(/\{\{[^}]*\}\}/g, '');

describe('messages', () => {
  it('are all registered', () => {
    const files = readdirSync('web/i18n/messages').map((file) => file.replace(/\.ts$/, ''));
    expect(Object.keys(chinese).sort()).toEqual(files.sort());
  });

  it('have the same keys in both languages', () => {
    expect(baseKeys(chinese)).toEqual(baseKeys(english));
  });

  it('are never empty', () => {
    expect([...entries(chinese), ...entries(english)].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('name the same values in both languages', () => {
    const values = (text: string) => [...new Set(text.match(/\{\{\w+\}\}/g) ?? [])].sort().join();
    const other = new Map(entries(english).map(([key, text]) => [key.replace(/_other$/, ''), values(text)]));
    const different = entries(chinese)
      .map(([key, text]): [string, string] => [key.replace(/_other$/, ''), values(text)])
      .filter(([key, found]) => other.get(key) !== found);
    expect(different).toEqual([]);
  });

  it('leave no Chinese in English', () => {
    const leftover = entries(english).filter(
      ([key, text]) => /\p{Script=Han}|[，。；：？！“”]\p{Script=Han}/u.test(text) && !HAN_ALLOWED.test(key)
    );
    expect(leftover).toEqual([]);
  });

  it('leave no purely Latin text in Chinese', () => {
    const leftover = entries(chinese).filter(
      ([key, text]) => /[A-Za-z]/.test(words(text)) && !/\p{Script=Han}/u.test(words(text)) && !LATIN_ALLOWED.test(key)
    );
    expect(leftover).toEqual([]);
  });

  it('use full-width punctuation between Chinese characters', () => {
    const halfWidth = entries(chinese).filter(([, text]) =>
      /\p{Script=Han}[,;:?!()]|[,;:?!(]\p{Script=Han}/u.test(text)
    );
    expect(halfWidth).toEqual([]);
  });
});
