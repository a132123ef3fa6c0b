import { isChinese } from './numbers';

/** From the first Han character to the last of a stretch, with the marks, figures and spaces between them. */
const HAN_RUNS = /([\p{Script=Han}《“（](?:[^A-Za-z]*[\p{Script=Han}》”）])?)/u;

/**
 * A text whose language nobody wrote down, as a name in a table, in pieces by script: `lang` where a piece is not in the
 * page's own. On a Chinese page a text without any Han is English, the house's other language; on others every run of Han
 * is Chinese.
 */
export function scriptRuns(text: string, locale: string): { text: string; lang: string | null }[] {
  if (isChinese(locale)) {
    const isForeign = !/\p{Script=Han}/u.test(text) && /[A-Za-z]{2}/.test(text);
    return [{ text, lang: isForeign ? 'en' : null }];
  }
  return text
    .split(HAN_RUNS)
    .map((part, index) => ({ text: part, lang: index % 2 === 1 ? 'zh-Hans' : null }))
    .filter((part) => part.text !== '');
}
