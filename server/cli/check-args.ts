import { parseArgs } from 'node:util';
import type { Sentence, SentenceLanguage } from '../../exhibits/format/sentence';

export type CheckOptions =
  | { ok: true; folders: string[]; isJson: boolean; isStrict: boolean; language: SentenceLanguage }
  | { ok: false; message: string; language: SentenceLanguage };

export const USAGE: Sentence = {
  en: 'Use: npm run check -- [--json] [--strict] [--lang zh|en] [folder …]',
  zh: '用法：npm run check -- [--json] [--strict] [--lang zh|en] [文件夹 ……]'
};

/** Chinese where the system speaks Chinese, else English; `--lang` decides. */
export function parseCheckArgs(args: string[], env: Record<string, string | undefined>): CheckOptions {
  const language = systemLanguage(env);
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { json: { type: 'boolean' }, strict: { type: 'boolean' }, lang: { type: 'string' } }
    });
    const { json = false, strict = false, lang = language } = values;
    if (lang !== 'zh' && lang !== 'en') {
      const message = { en: `There is no language “${lang}”.`, zh: `没有语言“${lang}”。` }[language];
      return { ok: false, message, language };
    }
    return { ok: true, folders: positionals, isJson: json, isStrict: strict, language: lang };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error), language };
  }
}

/** The language of the command line's system. */
export function systemLanguage(env: Record<string, string | undefined>): SentenceLanguage {
  const system = env.LC_ALL || env.LC_MESSAGES || env.LANG || Intl.DateTimeFormat().resolvedOptions().locale;
  return system.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}
