import type { BakeReply, BakeRequest } from './bake-messages';
import { makeDetail } from './detail';
import { cloudTones } from './light/clouds';
import { bakeRoom } from './light/lumels';
import type { Theme } from './themes';

/** Light is arithmetic of a blink or two: it runs beside the page, not in it. */
const tones = cloudTones();
/** Theme whose patterns are still to be drawn: the first room's light goes before them. */
let waiting: Theme | null = null;

addEventListener('message', ({ data }: MessageEvent<BakeRequest>) => {
  if (data.kind === 'theme') {
    waiting = data.theme;
    return;
  }
  reply({ kind: 'baked', room: bakeRoom(data.room, tones) });
  if (waiting) reply({ kind: 'detail', texels: makeDetail(waiting) });
  waiting = null;
});

function reply(message: BakeReply): void {
  postMessage(message, { transfer: [message.kind === 'detail' ? message.texels.buffer : message.room.texels.buffer] });
}
