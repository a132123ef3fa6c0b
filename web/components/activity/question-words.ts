import { plainText } from '../../../exhibits/format/markdown';
import type { AskedTask } from '../../../server/contract/lesson/answers';
import type { PageLocale } from '../../../server/contract/pages';
import { oneLine } from '../../i18n/numbers';
import { treeInLocale } from '../../pages/context';

/** What is asked, without marks, on one line. */
export function questionOf({ prompt }: Pick<AskedTask, 'prompt'>, locale: PageLocale): string {
  const words = treeInLocale(prompt, locale);
  return words ? oneLine(plainText(words.tree), locale) : '';
}
