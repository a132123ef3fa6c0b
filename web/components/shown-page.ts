import type { CompiledObject, Picture } from '../../exhibits/format/compiled';
import type { Region } from '../../exhibits/format/objects';

/** What of an object lies on the desk: all of it, or one page of several. */
export interface ShownPage {
  /** Its number; null where the object is not in pages. */
  page: number | null;
  picture: Picture;
  regions: Region[];
  /** Lines of the transcript that belong to it, first and behind the last, counted from 0. */
  lines: [from: number, to: number];
}

/** The page of this number, else the first; the whole object where it has no pages. */
export function shownPage(object: CompiledObject, scan: number | null | undefined): ShownPage {
  const { pages, picture } = object.derived;
  const regions = object.regions ?? [];
  const first = pages[0];
  const shown = pages.find(({ page }) => page === scan) ?? first;
  if (!shown || !first) return { page: null, picture, regions, lines: [0, Infinity] };
  return {
    page: shown.page,
    picture: shown.picture,
    regions: regions.filter((region) => (region.page ?? first.page) === shown.page),
    lines: linesOn(object, shown.page)
  };
}

/** From the line the page begins with to that of the next page that says where it begins; everything where none does. */
function linesOn({ media = [] }: CompiledObject, page: number): [number, number] {
  const begins = media
    .flatMap(({ role, page: its = 1, fromLine }) => (role === 'picture' && fromLine ? [{ page: its, fromLine }] : []))
    .toSorted((a, b) => a.page - b.page);
  if (begins.length === 0) return [0, Infinity];
  const from = begins.findLast((begin) => begin.page <= page)?.fromLine ?? 1;
  const to = begins.find((begin) => begin.page > page)?.fromLine ?? Infinity;
  return [from - 1, to - 1];
}
