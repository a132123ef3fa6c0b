import type { BakeReply, BakeRequest } from './bake-messages';
import { makeDetail, type DetailLayers } from './detail';
import { bakeRoom } from './light/lumels';

/** Light is arithmetic of a second or so: it runs beside the page, not in it. */
let detail: DetailLayers | null = null;

addEventListener('message', ({ data }: MessageEvent<BakeRequest>) => {
  if (data.kind === 'theme') {
    detail = makeDetail(data.theme);
    reply({ kind: 'detail', texels: detail.texels.slice() });
  } else if (detail) {
    reply({ kind: 'baked', room: bakeRoom(data.room, detail) });
  }
});

function reply(message: BakeReply): void {
  postMessage(message, { transfer: [message.kind === 'detail' ? message.texels.buffer : message.room.texels.buffer] });
}
