import { CODE_PATTERN, ID_PATTERN, LOCALE_PATTERN, REFERENCE_PATTERN } from './patterns';
import type { Sentence } from './sentence';

/** What a pattern of the format asks for, in words, and a guess at what was meant. */
export interface Form {
  words: Sentence;
  guess?: (text: string) => string | undefined;
}

/** The form behind a pattern as Zod reports it. */
export function formOf(pattern: string | undefined, format: string): Form {
  return FORMS.get(pattern ?? '') ?? FORMS.get(format) ?? OTHER;
}

const OTHER: Form = { words: { en: 'a text of another form', zh: '另一种写法的文字' } };

const LOCALES: Record<string, string> = {
  'zh-cn': 'zh-Hans',
  'zh-hans-cn': 'zh-Hans',
  'zh-tw': 'zh-Hant',
  cn: 'zh-Hans'
};

const FORMS = new Map<string, Form>([
  [
    String(ID_PATTERN),
    {
      words: {
        en: 'an id: lower-case letters, digits and hyphens, a letter first, at most 64',
        zh: '标识符：小写字母、数字和连字符，以字母开头，至多64个字符'
      },
      guess: slugOf
    }
  ],
  [
    String(CODE_PATTERN),
    {
      words: {
        en: 'a code: capital letters, digits and hyphens, a letter first, as A-048',
        zh: '编号：大写字母、数字和连字符，以字母开头，如A-048'
      },
      guess: (text) => fits(text.toUpperCase().replace(/[\s_]+/g, '-'), CODE_PATTERN)
    }
  ],
  [
    String(LOCALE_PATTERN),
    {
      words: { en: 'a language tag, as zh-Hans or en', zh: '语言标签，如zh-Hans、en' },
      guess: (text) => LOCALES[text.toLowerCase().replace('_', '-')] ?? fits(localeOf(text), LOCALE_PATTERN)
    }
  ],
  [
    String(REFERENCE_PATTERN),
    {
      words: {
        en: 'a reference, as object:large-dragon, section:ford, event:…, stop:TOUR/ID or region:OBJECT/ID',
        zh: '引用，如object:large-dragon、section:ford、event:……、stop:TOUR/ID、region:OBJECT/ID'
      }
    }
  ],
  ['email', { words: { en: 'a mail address', zh: '邮件地址' } }],
  ['/^\\d\\d-\\d\\d$/', { words: { en: 'a day of the year as MM-DD', zh: '形如MM-DD的月日' } }]
]);

function slugOf(text: string): string | undefined {
  const slug = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '');
  return fits(slug, ID_PATTERN);
}

function localeOf(text: string): string {
  const [language = '', ...rest] = text.split(/[-_]/);
  const subtags = rest.map((part) =>
    part.length === 4 ? part.charAt(0).toUpperCase() + part.slice(1).toLowerCase() : part.toUpperCase()
  );
  return [language.toLowerCase(), ...subtags].join('-');
}

const fits = (text: string, pattern: RegExp) => (pattern.test(text) ? text : undefined);
