import type { CompiledExhibit } from '../../exhibits/format/compiled';
import { UNDECIDED } from '../../exhibits/format/activities';
import { plainText } from '../../exhibits/format/markdown';
import type { AskedTask, Option } from '../../server/contract/lesson/answers';
import type { PageLocale } from '../../server/contract/pages';
import { letterOf } from '../components/activity/shown';
import { oneLine } from '../i18n/numbers';
import type { Translator } from '../i18n/translator';
import { inLocale, treeInLocale } from '../pages/context';

export interface GivenNames {
  exhibit: Pick<CompiledExhibit, 'objects'>;
  locale: PageLocale;
  t: Translator;
}

/** What is asked, without marks, on one line. */
export function questionOf({ prompt }: Pick<AskedTask, 'prompt'>, locale: PageLocale): string {
  const words = treeInLocale(prompt, locale);
  return words ? oneLine(plainText(words.tree), locale) : '';
}

/** What was given to a task, as `Tally.given` and reports have it (`b`, `bac`, `ab-ba`), in words of a language. */
export function givenWords(asked: AskedTask, given: string, names: GivenNames): string {
  const { exhibit, locale, t } = names;
  const say = (text: Record<string, string> | undefined) => oneLine(inLocale(text, locale).text, locale);
  const optionIn = (options: Option[], key: string) => say(options.find((one) => one.key === key)?.text) || key;
  const lettered = (options: Option[], key: string) => {
    const place = options.findIndex((one) => one.key === key);
    return place < 0 ? key : `${letterOf(place, locale)} ${optionIn(options, key)}`;
  };
  switch (asked.kind) {
    case 'choice':
      return given
        .split('+')
        .map((key) => lettered(asked.options, key))
        .join(t('common:listComma'));
    case 'weigh':
      return given === UNDECIDED ? t('outcome:undecided') : lettered(asked.accounts, given);
    case 'order':
      return [...given]
        .map((key) => optionIn(asked.items, key))
        .reduce((first, next) => t('outcome:then', { first, next }));
    case 'connect':
      return given
        .split('-')
        .map(([left = '', right = '']) =>
          t('outcome:pair', { left: optionIn(asked.left, left), right: optionIn(asked.right, right) })
        )
        .join(t('common:listComma'));
    case 'find':
      return given === 'elsewhere'
        ? t('outcome:elsewhere')
        : say(exhibit.objects[asked.object]?.regions?.find(({ id }) => id === given)?.title) || given;
    case 'data':
      return asked.asks === 'rows'
        ? given
            .split('+')
            .map((row) => t('outcome:row', { row }))
            .join(t('common:listComma'))
        : `${given} ${say(asked.unit ?? undefined)}`.trim();
    case 'hunt': {
      const clue = treeInLocale(asked.things.find(({ key }) => key === given)?.clue, locale);
      return clue ? oneLine(plainText(clue.tree), locale) : given;
    }
    case 'write':
      return given;
  }
}
