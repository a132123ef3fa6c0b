import type { CompiledActivity, CompiledExhibit } from '../../../exhibits/format/compiled';
import type { Translator } from '../../i18n/translator';
import { sightOf } from './shown';

/** What the script of a task needs to know and to say, as data attributes of its form. */
export function scriptWords(
  activity: CompiledActivity,
  exhibit: CompiledExhibit,
  t: Translator
): Record<string, string | number> {
  const open = (key: string) => t(`activity:${key}`, { skipInterpolation: true });
  const said = {
    'data-right': t('activity:right'),
    'data-wrong': t('activity:wrongSeveral'),
    'data-none': t(`activity:none_${activity.kind}`)
  };
  switch (activity.kind) {
    case 'choice':
      return {
        ...said,
        'data-wrong': activity.answer.length > 1 ? t('activity:wrongSeveral') : t('activity:wrong'),
        'data-answer': activity.answer.join(' ')
      };
    case 'order':
      return { ...said, 'data-answer': activity.items.map(({ id }) => id).join(' '), 'data-moved': open('moved') };
    case 'find': {
      const regions = sightOf(exhibit, activity)?.regions ?? [];
      return {
        ...said,
        'data-wrong': t('activity:wrongPlace'),
        'data-answer': activity.answer.join(' '),
        'data-parts': JSON.stringify(regions.map(({ id, xywh }) => ({ id, xywh }))),
        'data-sight-name': t('activity:sightName'),
        'data-aimed': open('aimed')
      };
    }
    case 'connect':
      return {
        ...said,
        'data-held': open('held'),
        'data-joined': open('joined'),
        'data-parted': open('parted'),
        'data-with': open('with')
      };
    case 'weigh':
      return {
        ...said,
        'data-right': t('activity:weighedWell'),
        'data-wrong': t('activity:weighedOtherwise'),
        'data-open': t('activity:weighedOpen'),
        'data-answer': activity.answer.join(' ')
      };
    case 'data': {
      const { value, tolerance = 0, rows } = activity.answer;
      return value === undefined
        ? { ...said, 'data-none': t('activity:none_choice'), 'data-answer': (rows ?? []).join(' ') }
        : { ...said, 'data-wrong': t('activity:wrongNumber'), 'data-value': value, 'data-tolerance': tolerance };
    }
  }
}
