import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Messages } from '../contract/pages';
import { traditionalOf, type TraditionalWords } from '../exhibits/traditional';

/** What the conversion gets wrong in the words of the interface. */
const WORDS: TraditionalWords = {};

const kept = z.record(z.string(), z.record(z.string(), z.string()));

/** The interface's messages in traditional characters; `{{values}}` have no Han names and stay. */
export function traditionalMessages(messages: Messages): Messages {
  const convert = traditionalOf(WORDS);
  return Object.fromEntries(
    Object.entries(messages).map(([namespace, texts]) => [
      namespace,
      Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, convert(text)]))
    ])
  );
}

/** Writes `messages-zh-Hant.json` below `dist`. */
export async function writeTraditionalMessages(distFolder: string, messages: Messages): Promise<void> {
  await writeFile(fileIn(distFolder), JSON.stringify(messages));
}

/** What the last build made; null where there was none. */
export async function readTraditionalMessages(distFolder: string): Promise<Messages | null> {
  const text = await readFile(fileIn(distFolder), 'utf8').catch(() => null);
  return text === null ? null : kept.parse(JSON.parse(text));
}

const fileIn = (distFolder: string) => join(distFolder, 'messages-zh-Hant.json');
