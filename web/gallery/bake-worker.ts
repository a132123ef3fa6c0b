import type { BakeReply, BakeRequest } from './bake-messages';
import { makeDetail } from './detail';
import { cloudTones } from './light/clouds';
import { bakeRoom } from './light/lumels';
import { rootLights } from './light/root-light';
import type { Theme } from './themes';

/** Light is arithmetic of a blink or two: it runs beside the page, not in it. */
const tones = cloudTones();
/** Exposure the light is wanted with, as roots; null for light as it is. */
let exposure: number | null = null;
/** Theme whose patterns are still to be drawn: the first room's light goes before them. */
let waiting: Theme | null = null;

addEventListener('message', ({ data }: MessageEvent<BakeRequest>) => {
  if (data.kind === 'theme') {
    waiting = data.theme;
    exposure = data.light === 'roots' ? data.theme.exposure : null;
    return;
  }
  const room = bakeRoom(data.room, tones);
  if (exposure !== null) rootLights(room.texels, exposure);
  reply({ kind: 'baked', room });
  if (waiting) reply({ kind: 'detail', texels: makeDetail(waiting) });
  waiting = null;
});

function reply(message: BakeReply): void {
  postMessage(message, { transfer: [message.kind === 'detail' ? message.texels.buffer : message.room.texels.buffer] });
}
