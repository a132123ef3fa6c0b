import { UNDECIDED } from '../../exhibits/format/activities';
import type { CompiledExhibit } from '../../exhibits/format/compiled';
import { plainText } from '../../exhibits/format/markdown';
import type { AskedTask, Option } from '../../server/contract/lesson/answers';
import type { PageLocale } from '../../server/contract/pages';
import { inOrder, listPairs, measured, rowName } from '../components/activity/answer-phrases';
import { letterOf } from '../components/activity/shown';
import { oneLine, ordinal } from '../i18n/numbers';
import type { Translator } from '../i18n/translator';
import { inLocale, treeInLocale } from '../pages/context';

/** What words are taken from. What was given is as `Tally.given` and reports have it: `b`, `bac`, `ab-ba`. */
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

/** Beside the question: short, since letters and numbers stand for what is listed there. Of a choice it says one option. */
export function givenBeside(task: AskedTask, given: string, wording: Wording): Said {
  const { exhibit, locale, t } = wording;
  switch (task.kind) {
    case 'choice':
      return optionText(task.options, given, locale);
    case 'weigh':
      return given === UNDECIDED ? own(t('activity:undecided')) : optionText(task.accounts, given, locale);
    case 'order':
      return own(
        inOrder(
          [...given].map((key) => markOf(key, wording)),
          t
        )
      );
    case 'connect':
      return own(
        given
          .split('-')
          .map(([left = 'a', right = 'a']) => ordinal(placeOf(left) + 1, locale) + markOf(right, wording))
          .join(t('common:listComma'))
      );
    case 'find': {
      const title = regionTitle(task.object, given, exhibit);
      return title ? inLocale(title, locale) : own(t('activity:elsewhere'));
    }
    case 'data': {
      if (task.asks === 'value') return own(measured(given, inLocale(task.unit, locale).text, t));
      return own(rowsNamed(task.object, given, wording));
    }
    case 'hunt':
      return own(t('lesson-teacher:thing', { number: ordinal(placeOf(given) + 1, locale) }));
    case 'write':
      return own(given);
  }
}

/** Away from the question, as in a table of a report: whole, on one line, to be understood by itself. */
export function givenInFull(task: AskedTask, given: string, wording: Wording): string {
  const { exhibit, locale, t } = wording;
  const say = (text: Record<string, string> | undefined) => oneLine(inLocale(text, locale).text, locale);
  const optionIn = (options: Option[], key: string) => oneLine(optionText(options, key, locale).text, locale) || key;
  const lettered = (options: Option[], key: string) => {
    const place = options.findIndex((one) => one.key === key);
    return place < 0 ? key : `${letterOf(place, locale)} ${optionIn(options, key)}`;
  };
  switch (task.kind) {
    case 'choice':
      return given
        .split('+')
        .map((key) => lettered(task.options, key))
        .join(t('common:listComma'));
    case 'weigh':
      return given === UNDECIDED ? t('activity:undecided') : lettered(task.accounts, given);
    case 'order':
      return inOrder(
        [...given].map((key) => optionIn(task.items, key)),
        t
      );
    case 'connect':
      return listPairs(
        given
          .split('-')
          .map(([left = '', right = '']) =>
            t('activity:pair', { left: optionIn(task.left, left), right: optionIn(task.right, right) })
          ),
        t
      );
    case 'find':
      return given === 'elsewhere' ? t('activity:elsewhere') : say(regionTitle(task.object, given, exhibit)) || given;
    case 'data':
      return task.asks === 'rows'
        ? rowsNamed(task.object, given, wording)
        : measured(given, say(task.unit ?? undefined), t);
    case 'hunt': {
      const clue = treeInLocale(task.things.find(({ key }) => key === given)?.clue, locale);
      return clue ? oneLine(plainText(clue.tree), locale) : given;
    }
    case 'write':
      return given;
  }
}

function rowsNamed(object: string, given: string, { exhibit, t }: Wording): string {
  const rows = given.split('+').map((row) => rowName(exhibit, object, row));
  return rows.join(t('common:listComma'));
}

function optionText(options: readonly Option[], key: string, locale: PageLocale): Said {
  const text = options.find((option) => option.key === key)?.text;
  return text ? inLocale(text, locale) : own(key);
}

function regionTitle(object: string, region: string, { objects }: CompiledExhibit): Record<string, string> | undefined {
  return objects[object]?.regions?.find(({ id }) => id === region)?.title;
}
