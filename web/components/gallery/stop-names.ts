import type { CompiledExhibit } from '../../../exhibits/format/compiled';
import type { PlannedRoom } from '../../../exhibits/plan/plan';
import type { PageLocale } from '../../../server/contract/pages';
import { oneLine, ordinal } from '../../i18n/numbers';
import type { Translator } from '../../i18n/translator';
import { inLocale } from '../../pages/context';

/** 第三室, Room 3: by the place of the room in the walk. */
export function roomOrdinal(exhibit: CompiledExhibit, room: string, locale: PageLocale, t: Translator): string {
  const index = exhibit.derived.rooms.rooms.findIndex((one) => one.id === room);
  return t('gallery:roomOrdinal', { number: ordinal(index + 1, locale) });
}

/** 第三室，机器、信件与电线. */
export function roomName(exhibit: CompiledExhibit, room: PlannedRoom, locale: PageLocale, t: Translator): string {
  const index = exhibit.derived.rooms.rooms.indexOf(room);
  return t('gallery:roomName', { number: ordinal(index + 1, locale), title: roomTitle(room, locale) });
}

export function roomTitle(room: PlannedRoom, locale: PageLocale): string {
  return oneLine(inLocale(room.title, locale).text, locale);
}

/** 北墙, or 室中 for what stands in the middle. */
export function wallWords(wall: string | null, t: Translator): string {
  return wall === null ? t('gallery:middle') : t(`gallery:wall_${wall}`);
}
