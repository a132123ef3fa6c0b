import { UNDECIDED } from '../../../../exhibits/format/activities';
import type { CompiledExhibit } from '../../../../exhibits/format/compiled';
import type { AskedTask, Option } from '../../../../server/contract/lesson/answers';
import type { PageLocale } from '../../../../server/contract/pages';
import { ordinal } from '../../../i18n/numbers';
import type { Translator } from '../../../i18n/translator';
import { inLocale } from '../../../pages/context';
import { letterOf } from '../../activity/shown';

export interface Wording {
  exhibit: CompiledExhibit;
  locale: PageLocale;
  t: Translator;
}
/** A text with the language it is in; null when that is the page’s own. */
export interface Said {
  text: string;
  lang: string | null;
}

const own = (text: string): Said => ({ text, lang: null });
const placeOf = (key: string) => key.charCodeAt(0) - 97;

/** 甲, 乙 … for keys of options; numbers for the things of a hunt and left halves. */
export function markOf(key: string, { locale }: Pick<Wording, 'locale'>): string {
  return letterOf(placeOf(key), locale);
}

/** What a word of `Tally.given` means, for people: the text of the option, the name of the region, letters in their order. */
export function givenWords(task: AskedTask, word: string, wording: Wording): Said {
  const { exhibit, locale, t } = wording;
  const named = (options: readonly Option[], key: string): Said => {
    const text = options.find((option) => option.key === key)?.text;
    return text ? inLocale(text, locale) : own(key);
  };
  switch (task.kind) {
    case 'choice':
      return named(task.options, word);
    case 'weigh':
      return word === UNDECIDED ? own(t('activity:undecided')) : named(task.accounts, word);
    case 'order':
      return own([...word].map((key) => markOf(key, wording)).join(t('lesson-teacher:then')));
    case 'connect':
      return own(
        word
          .split('-')
          .map(([left = 'a', right = 'a']) => ordinal(placeOf(left) + 1, locale) + markOf(right, wording))
          .join(t('common:listComma'))
      );
    case 'find': {
      const region = exhibit.objects[task.object]?.regions?.find(({ id }) => id === word);
      return region ? inLocale(region.title, locale) : own(t('lesson-teacher:elsewhere'));
    }
    case 'data': {
      if (task.asks === 'value')
        return own(t('activity:measured', { value: word, unit: inLocale(task.unit, locale).text }).trim());
      const rows = exhibit.objects[task.object]?.derived.table?.rows ?? [];
      return own(
        word
          .split('+')
          .map((row) => String(rows[Number(row) - 1]?.[0] ?? row))
          .join(t('common:listComma'))
      );
    }
    case 'hunt':
      return own(t('lesson-teacher:thing', { number: ordinal(placeOf(word) + 1, locale) }));
    case 'write':
      return own(word);
  }
}
