import type { BakeReply, BakeRequest } from './bake-messages';
import { makeDetail } from './detail';
import { cloudTones } from './light/clouds';
import { bakeRoom } from './light/lumels';

/** Light is arithmetic of a blink or two: it runs beside the page, not in it. */
const tones = cloudTones();

addEventListener('message', ({ data }: MessageEvent<BakeRequest>) => {
  if (data.kind === 'theme') reply({ kind: 'detail', texels: makeDetail(data.theme) });
  else reply({ kind: 'baked', room: bakeRoom(data.room, tones) });
});

function reply(message: BakeReply): void {
  postMessage(message, { transfer: [message.kind === 'detail' ? message.texels.buffer : message.room.texels.buffer] });
}
