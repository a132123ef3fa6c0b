/**
 * Light that changes slowly is worked out at few places, the knots, and read between them: along each direction by
 * cubic curves through the knots, which have no kinks and so leave no bands on a plain wall.
 */

/** Knots from 0 to `length`, `finest` metres apart at both ends and at the `marks`, growing apart between them. */
export function knotsAlong(length: number, finest: number, marks: number[] = []): Float64Array {
  const inside = marks.filter((mark) => mark > finest && mark < length - finest).sort((a, b) => a - b);
  const stops = [0, ...inside.filter((mark, i) => mark - (inside[i - 1] ?? 0) > finest), length];
  const knots = [0];
  stops.slice(1).forEach((to, i) => {
    const from = stops[i] ?? 0;
    const half = stepsUpTo((to - from) / 2, finest);
    knots.push(...half.map((step) => from + step), ...[...half].reverse().map((step) => to - step), to);
  });
  return Float64Array.from(knots);
}

const GROWTH = 1.6;
const COARSEST = 1.1;

/** Places after 0 and up to `half`, each step wider than the last. */
function stepsUpTo(half: number, finest: number): number[] {
  const steps: number[] = [];
  let step = finest;
  for (let at = step; at < half; at += step) {
    steps.push(at);
    step = Math.min(COARSEST, step * GROWTH);
  }
  const last = steps[steps.length - 1] ?? 0;
  // Two halves that nearly meet share their last place.
  if (steps.length > 0 && (half - last) * 2 < Math.min(step, finest) * 0.5) steps.pop();
  return steps;
}

/** How a row of places is read from knots: for each the first of four knots, and their weights. */
export interface Reading {
  first: Int32Array;
  weights: Float32Array;
}

/** At least four knots; places in rising order. Beyond the outermost knots the light stays as it is there. */
export function readingOf(knots: Float64Array, places: Float64Array): Reading {
  const first = new Int32Array(places.length);
  const weights = new Float32Array(places.length * 4);
  const last = knots.length - 1;
  let k = 0;
  places.forEach((place, i) => {
    while (k < last - 1 && place > (knots[k + 1] ?? 0)) k++;
    const from = Math.max(0, Math.min(last - 3, k - 1));
    first[i] = from;
    const at = (knot: number) => knots[knot] ?? 0;
    const width = at(k + 1) - at(k);
    const t = Math.max(0, Math.min(1, (place - at(k)) / width));
    const add = (knot: number, weight: number) => {
      weights[i * 4 + knot - from] = (weights[i * 4 + knot - from] ?? 0) + weight;
    };
    add(k, (1 + 2 * t) * (1 - t) * (1 - t));
    add(k + 1, t * t * (3 - 2 * t));
    // The slope in a knot is that between its neighbours; at an end that of the last stretch.
    for (const [knot, share] of [
      [k, t * (1 - t) * (1 - t) * width],
      [k + 1, -t * t * (1 - t) * width]
    ] as const) {
      const [before, behind] = [Math.max(0, knot - 1), Math.min(last, knot + 1)];
      add(behind, share / (at(behind) - at(before)));
      add(before, -share / (at(behind) - at(before)));
    }
  });
  return { first, weights };
}

/** Values at the knots of a side, row by row. */
export interface KnotField {
  across: number;
  values: Float32Array;
}

const knotRow = new Float32Array(512);

/** Reads row `j` of lumels from a field into `row`. */
export function readRow(field: KnotField, alongU: Reading, alongV: Reading, j: number, row: Float32Array): void {
  const { across, values } = field;
  const start = (alongV.first[j] ?? 0) * across;
  const [a, b] = [alongV.weights[j * 4] ?? 0, alongV.weights[j * 4 + 1] ?? 0];
  const [c, d] = [alongV.weights[j * 4 + 2] ?? 0, alongV.weights[j * 4 + 3] ?? 0];
  for (let k = 0; k < across; k++) {
    const at = start + k;
    knotRow[k] =
      a * (values[at] ?? 0) +
      b * (values[at + across] ?? 0) +
      c * (values[at + 2 * across] ?? 0) +
      d * (values[at + 3 * across] ?? 0);
  }
  const { first, weights } = alongU;
  for (let i = 0; i < first.length; i++) {
    const k = first[i] ?? 0;
    const w = i * 4;
    row[i] =
      (weights[w] ?? 0) * (knotRow[k] ?? 0) +
      (weights[w + 1] ?? 0) * (knotRow[k + 1] ?? 0) +
      (weights[w + 2] ?? 0) * (knotRow[k + 2] ?? 0) +
      (weights[w + 3] ?? 0) * (knotRow[k + 3] ?? 0);
  }
}
