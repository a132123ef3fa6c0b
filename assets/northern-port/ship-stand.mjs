/** What a ship's model stands on: a bevelled board and two cradles of timber. Metres, y up. */
import { box, prism } from '../hand/solids.mjs';

/** `keel` is the height of the ship's keel above the table, `breadth` half the hull's where a cradle holds it. */
export function stand({ length, width, cradles, keel, breadth }) {
  const board = 0.028;
  const side = breadth + 0.018;
  const shape = [
    [-side * 1.15, board - 0.002],
    [side * 1.15, board - 0.002],
    [side, keel + 0.034],
    [side * 0.82, keel + 0.034],
    [0.012, keel - 0.002],
    [-0.012, keel - 0.002],
    [-side * 0.82, keel + 0.034],
    [-side, keel + 0.034]
  ];
  return [
    ...box([-length / 2, length / 2], [0, board], [-width / 2, width / 2], 'timber-dark', { bevel: 0.006 }),
    ...cradles.flatMap((x) => prism(shape, [x - 0.011, x + 0.011], 'timber', { axis: 'x' }))
  ];
}
