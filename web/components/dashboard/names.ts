import { UNDECIDED } from '../../../exhibits/format/activities';
import type { CompiledExhibit } from '../../../exhibits/format/compiled';
import type { PageLocale } from '../../../server/contract/pages';
import { oneLine } from '../../i18n/numbers';
import type { Translator } from '../../i18n/translator';
import { inLocale } from '../../pages/context';
import { ELSEWHERE } from '../../../server/contract/dashboard';
import { inOrder, listPairs, measured, rowName } from '../activity/answer-phrases';
import { questionOf } from '../activity/question-words';
import { roomName } from '../gallery/stop-names';

/** What figures speak of, by reference, in words of one language. */
export interface Names {
  of(target: string): string;
  /** The question of a task, without its marks. */
  task(id: string): string;
  /** What an answer says: the words of its options, rows or things in the order given, else as it was given. */
  option(task: string, given: string): string;
}

export function namesIn(exhibit: CompiledExhibit, locale: PageLocale, t: Translator): Names {
  const text = (words: Record<string, string> | undefined) => oneLine(inLocale(words, locale).text, locale);
  const task = (id: string) => exhibit.activities.find((one) => one.id === id);

  function of(target: string): string {
    const [kind = '', id = ''] = target.split(':');
    switch (kind) {
      case 'object':
        return text(exhibit.objects[id]?.title) || id;
      case 'section':
        return text(exhibit.sections.find((one) => one.id === id)?.title) || id;
      case 'event':
        return text(exhibit.timeline.events.find((one) => one.id === id)?.title) || id;
      case 'tour':
        return text(exhibit.tours.find((one) => one.id === id)?.title) || id;
      case 'room': {
        const room = exhibit.derived.rooms.rooms.find((one) => one.id === id);
        return room ? roomName(exhibit, room, locale, t) : id;
      }
      case 'stop': {
        const [tour, stop] = id.split('/');
        const at = exhibit.tours.find((one) => one.id === tour)?.stops.find((one) => one.id === stop)?.at;
        return at && !at.startsWith('stop:') ? of(at) : id;
      }
      case 'region': {
        const [object = '', region] = id.split('/');
        return text(exhibit.objects[object]?.regions?.find((one) => one.id === region)?.title) || id;
      }
      default:
        return id;
    }
  }

  return {
    of,
    task(id) {
      const activity = task(id);
      return (activity && questionOf(activity.derived, locale)) || id;
    },
    option(id, given) {
      const activity = task(id);
      const parts = given.split(',');
      const place = (number: string | undefined) => Number(number) - 1;
      const comma = t('common:listComma');
      switch (activity?.kind) {
        case 'choice':
          return parts.map((part) => text(activity.options.find((one) => one.id === part)?.text) || part).join(comma);
        case 'weigh':
          return parts
            .map((part) =>
              part === UNDECIDED
                ? t('activity:undecided')
                : text(activity.accounts.find((one) => one.id === part)?.text) || part
            )
            .join(comma);
        case 'find': {
          if (given === ELSEWHERE) return t('activity:elsewhere');
          const regions = exhibit.objects[activity.object]?.regions ?? [];
          return parts.map((part) => text(regions.find((one) => one.id === part)?.title) || part).join(comma);
        }
        case 'order':
          return inOrder(
            parts.map((part) => text(activity.items[place(part)]?.text) || part),
            t
          );
        case 'connect':
          return listPairs(
            parts.map((part) => {
              const [first, second] = part.split('-').map(place);
              const left = text(activity.pairs[first ?? -1]?.left);
              const right = text(activity.pairs[second ?? -1]?.right);
              return left && right ? t('activity:pair', { left, right }) : part;
            }),
            t
          );
        case 'data': {
          const { rows, unit } = activity.answer;
          if (!rows) return measured(given, text(unit), t);
          return parts.map((part) => rowName(exhibit, activity.object, part)).join(comma);
        }
        default:
          return given;
      }
    }
  };
}
