import type { CompiledExhibit, CompiledTour } from '../../../exhibits/format/compiled';
import type { PlannedRoom } from '../../../exhibits/plan/plan';
import type { PageLocale } from '../../../server/contract/pages';
import { pageHref, viewPath } from '../../pages/address';
import { stopFor } from '../gallery/page-data';
import { storyElement } from '../story/place';
import { eventAt } from '../timeline/place';
import { stopSubject } from './stops';

/** A view in which a halt can be seen, and its address there with the tour carried along. */
export interface SeenIn {
  view: 'gallery' | 'timeline' | 'story' | 'object';
  href: string;
}

/** The views that can show a halt, in the order in which a visitor would want them. */
export function viewsOf(
  exhibit: CompiledExhibit,
  locale: PageLocale,
  tour: string,
  stop: CompiledTour['stops'][number]
) {
  const reference = `stop:${tour}/${stop.id}`;
  const { object } = stopSubject(exhibit, stop.at);
  const event = eventAt(exhibit, stop.at);
  const element = storyElement(exhibit, stop.at);
  const views: (SeenIn | null)[] = [
    object
      ? { view: 'object', href: pageHref(locale, `${viewPath(exhibit.id, 'objects')}/${object}`, reference) }
      : null,
    stopFor(exhibit, stop.at) >= 0
      ? { view: 'gallery', href: pageHref(locale, viewPath(exhibit.id, 'gallery'), reference) }
      : null,
    event
      ? { view: 'timeline', href: `${pageHref(locale, viewPath(exhibit.id, 'timeline'), reference)}#event-${event.id}` }
      : null,
    element ? { view: 'story', href: `${pageHref(locale, viewPath(exhibit.id, 'story'), reference)}#${element}` } : null
  ];
  return views.filter((one) => one !== null);
}

/** Radius of a halt’s mark on the plan, in metres, and how far two marks must be apart. */
export const MARK_M = 1.25;
const APART_M = MARK_M * 1.9;
/** Between a mark and the wall. */
const EDGE_M = 0.4;

/** A place on the plan, in metres. */
interface Spot {
  xM: number;
  zM: number;
}

/** Where the halts are on the plan; null for those that are only read. Marks on one spot stand side by side. */
export function haltsOnPlan(exhibit: CompiledExhibit, tour: CompiledTour): (Spot | null)[] {
  const { rooms, stops } = exhibit.derived.rooms;
  const taken: Spot[] = [];
  return tour.stops.map((halt) => {
    const stop = stops[stopFor(exhibit, halt.at)];
    const room = rooms.find(({ id }) => id === stop?.room);
    if (!stop || !room) return null;
    const spot = freeSpot(stop.viewpoint, room, taken);
    taken.push(spot);
    return spot;
  });
}

/** The spot nearest to the wanted one that lies within the room and apart from all others; the wanted one where none is left. */
function freeSpot(wanted: Spot, room: PlannedRoom, taken: readonly Spot[]): Spot {
  const inset = MARK_M + EDGE_M;
  const within = (at: number, from: number, length: number) =>
    Math.min(from + length - inset, Math.max(from + inset, at));
  const own = { xM: within(wanted.xM, room.xM, room.widthM), zM: within(wanted.zM, room.zM, room.depthM) };
  const spots: Spot[] = [own];
  for (let xM = room.xM + inset; xM <= room.xM + room.widthM - inset; xM += APART_M / 2)
    for (let zM = room.zM + inset; zM <= room.zM + room.depthM - inset; zM += APART_M / 2) spots.push({ xM, zM });
  const between = (a: Spot, b: Spot) => Math.hypot(a.xM - b.xM, a.zM - b.zM);
  spots.sort((a, b) => between(a, own) - between(b, own));
  return spots.find((spot) => taken.every((other) => between(spot, other) >= APART_M)) ?? own;
}
