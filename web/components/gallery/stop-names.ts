import type { Plan, PlannedRoom } from '../../../exhibits/plan/plan';
import type { PageLocale } from '../../../server/contract/pages';
import { oneLine, ordinal } from '../../i18n/numbers';
import type { Translator } from '../../i18n/translator';
import { inLocale } from '../../pages/context';

/** What is asked of a compiled exhibit. */
interface WithRooms {
  derived: { rooms: Plan };
}

/** 第三室, Room 3: by the place of the room in the walk. */
export function roomOrdinal(exhibit: WithRooms, room: string, locale: PageLocale, t: Translator): string {
  const index = exhibit.derived.rooms.rooms.findIndex((one) => one.id === room);
  return t('gallery:roomOrdinal', { number: ordinal(index + 1, locale) });
}

/** 第三室 机器、信件与电线. */
export function roomName(exhibit: WithRooms, room: PlannedRoom, locale: PageLocale, t: Translator): string {
  const index = exhibit.derived.rooms.rooms.indexOf(room);
  return t('gallery:roomName', { number: ordinal(index + 1, locale), title: roomTitle(exhibit, room, locale, t) });
}

/** The section's title; of a section that fills several rooms, with the number of this one. */
export function roomTitle(exhibit: WithRooms, room: PlannedRoom, locale: PageLocale, t: Translator): string {
  const title = oneLine(inLocale(room.title, locale).text, locale);
  const parts = exhibit.derived.rooms.rooms.filter((one) => one.section === room.section);
  if (parts.length === 1) return title;
  return t('gallery:roomPart', { title, number: ordinal(parts.indexOf(room) + 1, locale) });
}

/** One character for the room on the plan and on its seal: the section's, or the room's number where that is not its own. */
export function roomMark(exhibit: WithRooms, room: PlannedRoom, locale: PageLocale): string {
  const markOf = (one: PlannedRoom) => one.seal ?? [...oneLine(inLocale(one.title, locale).text, locale)][0] ?? '';
  const { rooms } = exhibit.derived.rooms;
  const mark = markOf(room);
  const isOwn = mark !== '' && rooms.filter((one) => markOf(one) === mark).length === 1;
  return isOwn ? mark : ordinal(rooms.indexOf(room) + 1, locale);
}

/** 北墙, or 室中 for what stands in the middle. */
export function wallWords(wall: string | null, t: Translator): string {
  return wall === null ? t('gallery:middle') : t(`gallery:wall_${wall}`);
}
