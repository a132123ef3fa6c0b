import type { CompiledExhibit } from '../../../exhibits/format/compiled';
import type { LeadView } from '../../../server/contract/lesson/commands';
import type { PageLocale } from '../../../server/contract/pages';
import { pageHref, placeHref, referenceHref, viewPath } from '../../pages/address';

/**
 * Address of what a class is led to: the page a reference is best read on, or one of the four views at it. `exhibit` is null
 * until it has come; a view then opens at the reference all the same, without its fragment. Where the device cannot open the
 * gallery (`canWalk`) the record of a work and the section of a room stand for it.
 */
export function ledHref(
  locale: PageLocale,
  id: string,
  exhibit: CompiledExhibit | null,
  { at, view }: { at: string | null; view: LeadView | null },
  canWalk = true
): string {
  if (!canWalk && (view === 'gallery' || at?.startsWith('room:'))) {
    return ledHref(locale, id, exhibit, { at, view: /^(object|region):/.test(at ?? '') ? null : 'story' });
  }
  const story = pageHref(locale, viewPath(id, 'story'));
  if (at === null) return view === null ? story : pageHref(locale, viewPath(id, view));
  const isRecord = /^(object|region):/.test(at);
  if (view === null || (view === 'objects' && isRecord)) return referenceHref(locale, { id }, at) ?? story;
  return exhibit ? placeHref(locale, exhibit, view, at) : pageHref(locale, viewPath(id, view), at);
}
