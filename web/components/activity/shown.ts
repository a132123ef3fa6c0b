import type { CompiledActivityOf, CompiledExhibit, Picture } from '../../../exhibits/format/compiled';
import type { Region } from '../../../exhibits/format/objects';
import type { PageLocale } from '../../../server/contract/pages';
import { isChinese } from '../../i18n/numbers';

/** The items of a task in the order in which visitors get them. */
export function shownItems({ items, derived }: CompiledActivityOf<'order'>) {
  return derived.shown.flatMap((place) => items[place] ?? []);
}

/** The pairs of a task in the order of their right halves as visitors get them, each with its place as written, from 0. */
export function shownPairs({ pairs, derived }: CompiledActivityOf<'connect'>) {
  return derived.shown.flatMap((place) => {
    const pair = pairs[place];
    return pair ? [{ pair, place }] : [];
  });
}

/** What names the right halves and the accounts: 甲 乙 丙 in Chinese, A B C in English. */
export function letterOf(index: number, locale: PageLocale): string {
  return (isChinese(locale) ? '甲乙丙丁戊己庚辛' : 'ABCDEFGH').charAt(index);
}

/** The picture in which something is to be found, and its parts to choose from: those of the answer’s page. */
export function sightOf(
  exhibit: CompiledExhibit,
  { object: id, answer, among }: CompiledActivityOf<'find'>
): { picture: Picture; regions: Region[] } | null {
  const object = exhibit.objects[id];
  if (!object) return null;
  const all = object.regions ?? [];
  const page = all.find((region) => answer.includes(region.id))?.page;
  const regions = all.filter((region) => region.page === page && (!among || among.includes(region.id)));
  const picture = object.derived.pages.find((one) => one.page === page)?.picture ?? object.derived.picture;
  return { picture, regions };
}
