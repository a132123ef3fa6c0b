import type { CompiledActivity, CompiledExhibit } from '../../../exhibits/format/compiled';
import { dateWords } from '../../../exhibits/format/date-words';
import { UNDECIDED } from '../../../exhibits/format/activities';
import type { PageLocale } from '../../../server/contract/pages';
import type { Translator } from '../../i18n/translator';
import { inLocale } from '../../pages/context';
import { measured, rowName } from './answer-phrases';
import { letterOf, shownPairs } from './shown';
import { ordinal } from '../../i18n/numbers';

/** The answer of a task in words, a line each; none where no answer is right. */
export function answerWords(
  exhibit: CompiledExhibit,
  activity: CompiledActivity,
  locale: PageLocale,
  t: Translator
): string[] {
  const say = (text: Record<string, string> | undefined) => inLocale(text, locale).text;
  const listed = (words: string[]) => (words.length > 0 ? [words.join(t('common:listComma'))] : []);
  switch (activity.kind) {
    case 'choice':
      return listed(activity.options.filter(({ id }) => activity.answer.includes(id)).map(({ text }) => say(text)));
    case 'order':
      return activity.items.map(({ text, date }) =>
        date
          ? t('activity:dated', {
              name: say(text),
              date: dateWords(date, locale)
                .parts.map((part) => part.text)
                .join('')
            })
          : say(text)
      );
    case 'find': {
      const regions = exhibit.objects[activity.object]?.regions ?? [];
      return listed(regions.filter(({ id }) => activity.answer.includes(id)).map(({ title }) => say(title)));
    }
    case 'connect': {
      const letters = new Map(shownPairs(activity).map(({ pair }, index) => [pair.id, letterOf(index, locale)]));
      return activity.pairs.map((pair, index) =>
        t('activity:pair', {
          left: `${ordinal(index + 1, locale)} ${say(pair.left)}`,
          right: `${letters.get(pair.id) ?? ''} ${say(pair.right)}`
        })
      );
    }
    case 'weigh': {
      const known = activity.accounts.map(({ id, text }, index) => ({
        id,
        words: t('activity:account', { letter: letterOf(index, locale), name: say(text) })
      }));
      const all = [...known, { id: UNDECIDED, words: t('activity:undecided') }];
      const right = all.filter(({ id }) => activity.answer.includes(id)).map(({ words }) => words);
      return right.length > 0 ? [right.join(t('activity:or'))] : [];
    }
    case 'data': {
      const { value, unit, rows } = activity.answer;
      if (value !== undefined) return [measured(String(value), say(unit), t)];
      return listed((rows ?? []).map((row) => rowName(exhibit, activity.object, row)));
    }
  }
}
