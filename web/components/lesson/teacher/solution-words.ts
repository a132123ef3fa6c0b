import type { AskedTask, Solution } from '../../../../server/contract/lesson/answers';
import { ordinal } from '../../../i18n/numbers';
import { inLocale } from '../../../pages/context';
import { namesIn } from '../../dashboard/names';
import { rightWords } from './answer-rows';
import { givenBeside, markOf, type Wording } from '../../../lessons/given-words';

/** What is right in words, a piece each; none where no answer is. Of a hunt: where each thing is. */
export function solutionWords(task: AskedTask, solution: Solution, wording: Wording): string[] {
  const { exhibit, locale, t } = wording;
  const names = namesIn(exhibit, locale, t);
  if (task.kind === 'hunt')
    return (solution.things ?? []).map(({ answer }, index) =>
      t('activity:pair', {
        left: ordinal(index + 1, locale),
        right: answer.map((reference) => names.of(reference)).join(t('activity:or'))
      })
    );
  if (task.kind === 'connect')
    return task.left.map(({ key, text }, index) => {
      const right = task.right.find((one) => one.key === solution.pairs?.[key]);
      return t('activity:pair', {
        left: `${ordinal(index + 1, locale)} ${inLocale(text, locale).text}`,
        right: right ? `${markOf(right.key, wording)} ${inLocale(right.text, locale).text}` : ''
      });
    });
  if (task.kind === 'order')
    return (solution.items ?? []).map(({ key }) => {
      const text = task.items.find((item) => item.key === key)?.text;
      return `${markOf(key, wording)} ${inLocale(text, locale).text}`;
    });
  return rightWords(task, solution).map((word) => {
    const { text } = givenBeside(task, word, wording);
    const hasMark = task.kind === 'choice' || (task.kind === 'weigh' && word.length === 1);
    return hasMark ? `${markOf(word, wording)} ${text}` : text;
  });
}
