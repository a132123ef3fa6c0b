/** What iron bridges are put together from, in metres, as faces (`solids.mjs`). */
import { beam, box, lathe, moved, prism, repeated, whole } from './solids.mjs';

/** Bars of a plane truss at one z: `[[x, y], [x, y]]` pairs, each a bar of width × height. */
export const bars = (pairs, z, size, tone) => pairs.flatMap(([a, b]) => beam([...a, z], [...b, z], size, tone));

/** A railing along x at one z, from height y: posts, a hand rail and a foot rail. */
export function railing([x0, x1], y, z, { step = 2, height = 1.1, tone = 'iron' } = {}) {
  const count = Math.max(1, Math.round((x1 - x0) / step));
  const at = (i) => x0 + ((x1 - x0) * i) / count;
  return whole([
    ...box([x0, x1], [y + height - 0.1, y + height], [z - 0.07, z + 0.07], tone),
    ...box([x0, x1], [y + height * 0.45, y + height * 0.45 + 0.07], [z - 0.045, z + 0.045], tone),
    ...box([x0, x1], [y + 0.16, y + 0.24], [z - 0.045, z + 0.045], tone),
    ...repeated(count + 1, (i) => box([at(i) - 0.07, at(i) + 0.07], [y, y + height + 0.06], [z - 0.09, z + 0.09], tone))
  ]);
}

/** A street lamp with two globes, its foot at a point. */
export function lamp([x, y, z], { height = 5.2, tone = 'iron' } = {}) {
  const globe = lathe(
    [
      [0.05, 0],
      [0.26, 0.12],
      [0.34, 0.34],
      [0.24, 0.58],
      [0.05, 0.66]
    ],
    'lamp',
    { sides: 8 }
  );
  return moved(
    [
      ...lathe(
        [
          [0.34, 0],
          [0.3, 0.5],
          [0.13, 0.7],
          [0.09, height]
        ],
        tone,
        { sides: 8 }
      ),
      ...whole(box([-0.07, 0.07], [height - 0.62, height - 0.5], [-0.9, 0.9], tone)),
      ...[-0.9, 0.9].flatMap((side) => moved(globe, [0, height - 0.5, side]))
    ],
    [x, y, z]
  );
}

/** A pier long across the river, pointed against the stream, with a cap. */
export function pier(x, [y0, y1], { half, width, tone = 'stone', batter = 0.35 }) {
  const outline = (w, reach) => [
    [x - w, -reach],
    [x, -reach - w * 1.3],
    [x + w, -reach],
    [x + w, reach],
    [x, reach + w * 1.3],
    [x - w, reach]
  ];
  const steps = 3;
  return [
    ...repeated(steps, (i) => {
      const w = width / 2 + batter * (1 - i / steps);
      const [low, high] = [y0 + ((y1 - y0) * i) / steps, y0 + ((y1 - y0) * (i + 1)) / steps];
      return prism(outline(w, half), [low, high], tone, { axis: 'y' });
    }),
    ...prism(outline(width / 2 + 0.4, half + 0.2), [y1, y1 + 0.6], 'paving', { axis: 'y' })
  ];
}
