import type { PlannedRoom } from '../../../exhibits/plan/plan';
import { SHEET, SIGN_AREA, SIGN_SPLIT_M, TITLE_AREA, titleTexels } from '../paint/wall-text';
import type { ShownText } from '../stream/wall-texts';
import type { WallSide } from './room-frame';

type Four = readonly [number, number, number, number];

/** A rectangle of text on a wall: its middle in metres, and what the text's program is told (`wall-items.ts`). */
export interface TextPart {
  wall: WallSide;
  u: number;
  v: number;
  size: Four;
  look: Four;
}

/** Title and door signs of a room. Letters and print are parts of their own: only letters have relief and shadow. */
export function textParts(room: PlannedRoom, { layer, split }: ShownText): TextPart[] {
  const parts: TextPart[] = [];
  const part = (
    area: { wall: WallSide; leftM: number; topM: number; perMetre: number; texelX: number; texelY: number },
    [fromX, fromY, toX, toY]: Four,
    kind: number
  ) => {
    if (toX <= fromX || toY <= fromY) return;
    const [width, height] = [toX - fromX, toY - fromY];
    const scale = area.perMetre / SHEET.size;
    parts.push({
      wall: area.wall,
      u: area.leftM + (fromX + toX) / 2,
      v: area.topM - (fromY + toY) / 2,
      size: [width / 2, height / 2, width * scale, height * scale],
      look: [layer, kind, area.texelX / SHEET.size + fromX * scale, area.texelY / SHEET.size + fromY * scale]
    });
  };
  const title = room.titleWall;
  if (title) {
    const { heightM, bottomM } = TITLE_AREA;
    const wall = title.wall as WallSide;
    const perMetre = SHEET.titleHeight / heightM;
    const width = titleTexels(title.widthM) / perMetre;
    const area = {
      wall,
      leftM: title.xM - title.widthM / 2,
      topM: bottomM + heightM,
      perMetre,
      texelX: 0,
      texelY: 0
    };
    if ('rightOfM' in split) {
      part(area, [split.rightOfM, 0, width, heightM], 0);
      part(area, [0, 0, split.rightOfM, heightM], 2);
    } else {
      part(area, [0, 0, width, split.aboveM], 0);
      part(area, [0, split.aboveM, width, heightM], 2);
    }
  }
  room.doorways.slice(0, 4).forEach((doorway, index) => {
    const { widthM, heightM, centreM } = SIGN_AREA;
    const area = {
      wall: doorway.wall as WallSide,
      leftM: doorway.xM - widthM / 2,
      topM: centreM + heightM / 2,
      perMetre: SHEET.signWidth / widthM,
      texelX: (index % 2) * SHEET.signWidth,
      texelY: SHEET.titleHeight + Math.floor(index / 2) * SHEET.signHeight
    };
    const isOnFeature = title?.wall === doorway.wall;
    part(area, [0, 0, widthM, SIGN_SPLIT_M], isOnFeature ? 0 : 1);
    part(area, [0, SIGN_SPLIT_M, widthM, heightM], isOnFeature ? 2 : 3);
  });
  return parts;
}
