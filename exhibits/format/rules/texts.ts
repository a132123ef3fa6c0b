import { localizedText, markdownText, ownWords } from '../common';
import { exhibit as exhibitSchema } from '../exhibit';
import { patternsOf, visitPattern } from '../schema-paths';
import type { Pattern } from '../schema-paths';
import { entriesOf, get, isDictionary, itemsOf } from '../values';
import type { Dictionary, Path } from '../values';
import type { Rule, RuleInput } from './rule';

const MARKDOWN = patternsOf(exhibitSchema, markdownText);
const TRANSLATED = [...patternsOf(exhibitSchema, localizedText), ...MARKDOWN];
const ALL = [...TRANSLATED, ...patternsOf(exhibitSchema, ownWords)];

function visitTexts({ exhibit }: RuleInput, patterns: Pattern[], onText: (text: Dictionary, path: Path) => void): void {
  for (const pattern of patterns) {
    visitPattern(exhibit, pattern, (text, path) => {
      if (isDictionary(text)) onText(text, path);
    });
  }
}

/** `language-missing`: every text is there in every language; a tour or lesson may list its own. Quoted words are free (`ownWords`). */
export const languagesAreThere: Rule = (input) => {
  visitTexts(input, TRANSLATED, (text, path) => {
    const [list, index = 0] = path;
    const hasOwn = list === 'tours' || list === 'lessons';
    const own = hasOwn ? itemsOf(get(get(get(input.exhibit, list), index), 'languages')) : [];
    const wanted = own.length > 0 ? own.map(String) : input.languages;
    const missing = wanted.filter((locale) => !Object.hasOwn(text, locale));
    if (missing.length === 0) return;
    input.report({
      code: 'language-missing',
      path,
      message: {
        en: `The text is not written in ${missing.join(', ')}.`,
        zh: `这段文字缺${missing.join('、')}。`
      },
      remedy: { en: `Add “${missing.join('”, “')}”.`, zh: `请补写“${missing.join('”、“')}”。` }
    });
  });
};

/** `language-unlisted`: a text is in a language the exhibit does not list, so nobody would see it. */
export const languagesAreListed: Rule = (input) => {
  if (input.languages.length === 0) return;
  visitTexts(input, ALL, (text, path) => {
    for (const locale of Object.keys(text)) {
      if (input.languages.includes(locale)) continue;
      const suggestion = input.languages.find((known) => languageOf(known) === languageOf(locale));
      input.report({
        code: 'language-unlisted',
        path: [...path, locale],
        atKey: true,
        message: {
          en: `“${locale}” is not among the languages of the exhibit (${input.languages.join(', ')}).`,
          zh: `“${locale}”不在展览的语言（${input.languages.join('、')}）之列。`
        },
        remedy: { en: 'List it in “languages”, or take the text away.', zh: '请列入“languages”，或去掉这段文字。' },
        suggestion
      });
    }
  });
};

const languageOf = (locale: string) => locale.toLowerCase().split('-')[0];

/** `alt-missing`: every object can be told to those who do not see it (WCAG 2.2, 1.1.1). */
export const altIsThere: Rule = ({ exhibit, report }) => {
  for (const [id, object] of entriesOf(get(exhibit, 'objects'))) {
    if (!isDictionary(object) || Object.hasOwn(object, 'alt')) continue;
    report({
      code: 'alt-missing',
      path: ['objects', id, 'alt'],
      message: { en: 'The object has no “alt”.', zh: '这件展品没有“alt”（替代文字）。' },
      remedy: { en: 'Say what one sees, in a sentence or two.', zh: '请用一两句话写出看到的是什么。' }
    });
  }
};

/** `alt-is-title`: an alternative text says what one sees, which a title does not. */
export const altIsNotTitle: Rule = ({ exhibit, report }) => {
  const bare = (text: string) => text.replace(/[\s\p{P}]/gu, '').toLowerCase();
  for (const [id, object] of entriesOf(get(exhibit, 'objects'))) {
    for (const [locale, alt] of entriesOf(get(object, 'alt'))) {
      const title = get(get(object, 'title'), locale);
      if (typeof alt !== 'string' || typeof title !== 'string' || alt === '' || bare(alt) !== bare(title)) continue;
      report({
        code: 'alt-is-title',
        path: ['objects', id, 'alt', locale],
        message: { en: 'The alternative text only repeats the title.', zh: '替代文字只是重复题名。' },
        remedy: { en: 'Say what one sees.', zh: '请写出看到的是什么。' }
      });
    }
  }
};

const LABEL_CHARACTERS = 120;
const LABEL_WORDS = 80;

/** `label-too-long`: a wall label is read standing (`format` description of `label`). */
export const labelIsShort: Rule = ({ exhibit, report }) => {
  for (const [id, object] of entriesOf(get(exhibit, 'objects'))) {
    for (const [locale, label] of entriesOf(get(object, 'label'))) {
      if (typeof label !== 'string') continue;
      const isChinese = locale.startsWith('zh');
      const length = isChinese ? [...label.replace(/\s/g, '')].length : label.split(/\s+/).filter(Boolean).length;
      if (length <= (isChinese ? LABEL_CHARACTERS : LABEL_WORDS)) continue;
      report({
        code: 'label-too-long',
        path: ['objects', id, 'label', locale],
        message: isChinese
          ? {
              en: `The label has ${length} characters; a wall holds ${LABEL_CHARACTERS}.`,
              zh: `说明牌有${length}字，墙上只宜${LABEL_CHARACTERS}字。`
            }
          : {
              en: `The label has ${length} words; a wall holds ${LABEL_WORDS}.`,
              zh: `说明牌有${length}个词，墙上只宜${LABEL_WORDS}个词。`
            },
        remedy: { en: 'Shorten it; the rest belongs in “description”.', zh: '请缩短，其余写入“description”。' }
      });
    }
  }
};

const HALF_WIDTH = /\p{Script=Han}([,;:!?()])\s?\p{Script=Han}/gu;
const FULL_WIDTH: Record<string, string> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '!': '！',
  '?': '？',
  '(': '（',
  ')': '）'
};

/** `half-width-punctuation`: between Chinese characters marks are full width (GB/T 15834). */
export const punctuationIsFullWidth: Rule = (input) => {
  visitTexts(input, ALL, (text, path) => {
    for (const [locale, value] of Object.entries(text)) {
      if (!locale.startsWith('zh') || typeof value !== 'string') continue;
      const [first, ...others] = value.matchAll(HALF_WIDTH);
      const mark = first?.[1];
      if (!first || mark === undefined) continue;
      const more = others.length > 0;
      input.report({
        code: 'half-width-punctuation',
        path: [...path, locale],
        message: {
          en: `Found the half-width mark “${mark}” in “${first[0]}”${more ? ` and ${others.length} more` : ''}; expected “${FULL_WIDTH[mark]}”.`,
          zh: `“${first[0]}”里用了半角“${mark}”${more ? `，另有${others.length}处` : ''}，应为“${FULL_WIDTH[mark]}”。`
        },
        remedy: { en: 'Use full-width marks in Chinese.', zh: '中文里请用全角标点。' }
      });
    }
  });
};

/** `html-in-text`: tags are shown as characters. */
export const textHasNoHtml: Rule = (input) => {
  visitTexts(input, MARKDOWN, (text, path) => {
    for (const [locale, value] of Object.entries(text)) {
      const tag = typeof value === 'string' ? /<\/?[a-z][a-z0-9]*(\s[^<>]{0,200})?\/?>/i.exec(value)?.[0] : undefined;
      if (!tag) continue;
      input.report({
        code: 'html-in-text',
        path: [...path, locale],
        message: {
          en: `Found the tag ${tag.slice(0, 40)}, which visitors would read as it stands.`,
          zh: `文字里有标签${tag.slice(0, 40)}，观众会原样看到。`
        },
        remedy: {
          en: 'Use the Markdown subset: *emphasis*, **strong**, lists, links.',
          zh: '请用Markdown子集：*强调*、**着重**、列表、链接。'
        }
      });
    }
  });
};
