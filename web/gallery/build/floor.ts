import { at, mapLight, type RoomFrame } from './room-frame';
import { finishOf, type SurfaceQuads } from './surfaces';

export function addFloor(quads: SurfaceQuads, frame: RoomFrame): void {
  const { lengthU, lengthV, normal } = frame.sides.floor;
  const corners = [
    [0, 0],
    [lengthU, 0],
    [lengthU, lengthV],
    [0, lengthV]
  ] as const;
  const [a, b, c, d] = corners.map(([u, v]) => at(frame, 'floor', u, v));
  if (!a || !b || !c || !d) return;
  quads.add(
    [a, b, c, d],
    normal,
    finishOf(frame.theme.floor),
    corners.map(([u, v]) => mapLight(frame, 'floor', u, v))
  );
}
