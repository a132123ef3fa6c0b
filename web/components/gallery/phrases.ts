import { amount } from '../../i18n/numbers';
import type { GalleryPageData, SpokenKey } from './page-data';

/** A message of the page with its `{{values}}` filled in; the script carries no translator of its own. */
export function phrase(
  data: Pick<GalleryPageData, 'messages'>,
  key: SpokenKey,
  values: Record<string, string>
): string {
  return data.messages[key].replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '');
}

export function loadingWords(data: GalleryPageData, room: string, loaded: number, total: number): string {
  return phrase(data, 'loading', {
    room: data.rooms[room]?.ordinal ?? '',
    loaded: amount(loaded, data.locale),
    total: amount(total, data.locale)
  });
}

/** Third room, facing north: for one who stands at no stop. Yaw 0 looks north, and positive turns left. */
export function facingWords(data: GalleryPageData, room: string, yawRad: number): string {
  const winds = data.messages.facings.split(' ');
  const wind = Math.round(yawRad / (Math.PI / 4));
  const facing = winds[((wind % winds.length) + winds.length) % winds.length] ?? '';
  return phrase(data, 'facingStatus', { room: data.rooms[room]?.ordinal ?? '', facing });
}

export function walkingWords(data: GalleryPageData, room: string): string {
  return phrase(data, 'walkingStatus', { room: data.rooms[room]?.ordinal ?? '' });
}
