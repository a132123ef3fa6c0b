import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { messagesOf } from '../../../../web/i18n/messages';

const chinese = messagesOf('zh-Hans');
const english = messagesOf('en');

/** Chinese characters an English page may show: those of seals. */
const HAN_ALLOWED = /^error:seal\d+$/;

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
      ([, text]) => /[A-Za-z]/.test(words(text)) && !/\p{Script=Han}/u.test(words(text))
    );
    expect(leftover).toEqual([]);
  });

  it('use full-width punctuation between Chinese characters', () => {
    const halfWidth = entries(chinese).filter(([, text]) =>
      /\p{Script=Han}[,;:?!()]|[,;:?!(]\p{Script=Han}/u.test(text)
    );
    expect(halfWidth).toEqual([]);
  });

  it('are there for every message that the code asks for', () => {
    const known = entries(chinese).map(([key]) => key.replace(/_(one|other)$/, ''));
    const missing = askedKeys().filter(({ key, isWhole }) =>
      isWhole ? !known.includes(key) : !known.some((own) => own.startsWith(key))
    );
    expect(missing).toEqual([]);
  });

  it('have a form for every plural of their language', () => {
    for (const [locale, messages] of [
      ['zh-Hans', chinese],
      ['zh-Hant', chinese],
      ['en', english]
    ] as const) {
      const forms = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
      const keys = entries(messages).map(([key]) => key);
      const counted = new Set(keys.flatMap((key) => /^(.*)_(?:one|other)$/.exec(key)?.[1] ?? []));
      expect(counted.size).toBeGreaterThan(0);
      for (const key of counted) for (const form of forms) expect(keys, locale).toContain(`${key}_${form}`);
    }
  });
});

/** Keys asked for by `t('story:readOn')`, and how those begin that are put together: t(`common:kind_${kind}`). */
function askedKeys(): { key: string; isWhole: boolean; file: string }[] {
  const files = readdirSync('web', { recursive: true, encoding: 'utf8' }).filter((name) => /\.(ts|svelte)$/.test(name));
  return files.flatMap((file) =>
    [...readFileSync(join('web', file), 'utf8').matchAll(/\bt\(\s*(?:'([^']+)'|`([^`$]+)(\$)?)/g)].flatMap(
      ([, plain, begun, isOpen]) => {
        const key = plain ?? begun ?? '';
        return key.includes(':') ? [{ key, isWhole: isOpen === undefined, file }] : [];
      }
    )
  );
}
