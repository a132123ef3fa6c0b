import { parseArgs } from 'node:util';
import { ID_PATTERN, LOCALE_PATTERN } from '../../exhibits/format/patterns';
import type { Sentence, SentenceLanguage } from '../../exhibits/format/sentence';
import { systemLanguage } from './check-args';

export interface ImportOptions {
  file: string;
  /** Null: made from the file. */
  id: string | null;
  /** Folder the exhibit's own is made in; null: the exhibits'. */
  into: string | null;
  /** Language of the file's texts; null: found out. */
  textLanguage: string | null;
  /** Of the report. */
  language: SentenceLanguage;
}
export type ExhibitOptions =
  ({ ok: true } & ImportOptions) | { ok: false; message: string; language: SentenceLanguage };

export const EXHIBIT_USAGE: Sentence = {
  en: 'Use: npm run exhibit -- import timelinejs FILE [--id ID] [--into FOLDER] [--language zh-Hans|en|…] [--lang zh|en]',
  zh: '用法：npm run exhibit -- import timelinejs 文件 [--id 编号] [--into 文件夹] [--language zh-Hans|en|……] [--lang zh|en]'
};

export function parseExhibitArgs(args: string[], env: Record<string, string | undefined>): ExhibitOptions {
  const system = systemLanguage(env);
  const wrong = (message: Sentence, language = system): ExhibitOptions => ({
    ok: false,
    message: message[language],
    language
  });
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        id: { type: 'string' },
        into: { type: 'string' },
        language: { type: 'string' },
        lang: { type: 'string' }
      }
    });
    const [verb = '', what = '', file = '', more] = positionals;
    const { id = null, into = null, language: textLanguage = null, lang = system } = values;
    if (lang !== 'zh' && lang !== 'en')
      return wrong({ en: `There is no language “${lang}”.`, zh: `没有语言“${lang}”。` });
    if (verb !== 'import') {
      return wrong(
        { en: `There is no command “${verb}”; known is import.`, zh: `没有命令“${verb}”，只有import。` },
        lang
      );
    }
    if (what !== 'timelinejs') {
      return wrong(
        { en: `“${what}” cannot be imported; known is timelinejs.`, zh: `不能导入“${what}”，只有timelinejs。` },
        lang
      );
    }
    if (file === '' || more !== undefined) return wrong({ en: 'Name one file.', zh: '请写一个文件名。' }, lang);
    if (id !== null && !ID_PATTERN.test(id)) {
      return wrong(
        {
          en: `“${id}” is no id; write small letters, digits and hyphens.`,
          zh: `“${id}”不能作编号，请用小写字母、数字和连字符。`
        },
        lang
      );
    }
    if (textLanguage !== null && !LOCALE_PATTERN.test(textLanguage)) {
      return wrong(
        {
          en: `“${textLanguage}” is no language tag, as zh-Hans or en.`,
          zh: `“${textLanguage}”不是语言标签，如zh-Hans、en。`
        },
        lang
      );
    }
    return { ok: true, file, id, into, textLanguage, language: lang };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error), language: system };
  }
}
