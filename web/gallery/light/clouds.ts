import { causticTone, concreteTone, plasterTone } from '../patterns/patterns';
import type { Theme } from '../themes';
import type { Chart } from './charts';
import type { LitRoom, Side } from './lit-room';

/** Clouds are metres across: a small tile holds all that lumels can show of them. */
const TILE = 128;

/** Tones 0…1 of the patterns that are multiplied into the light, `TILE`² each. */
export interface CloudTones {
  plaster: Float32Array;
  concrete: Float32Array;
  caustic: Float32Array;
}

/** Draws them; a few milliseconds. */
export function cloudTones(): CloudTones {
  return { plaster: plasterTone(TILE), concrete: concreteTone(TILE), caustic: causticTone(TILE) };
}

/** One tone laid over a side; `share` is how much of it a height is given. */
interface Cloud {
  tone: Float32Array;
  strength: number;
  middle: number;
  metresAcross: number;
  metresDown: number;
  startAcross: number;
  startDown: number;
  share: (heightM: number) => number;
}

/** Fills a row of lumels with what their light is multiplied by: clouds of plaster or floor, ripple of water. */
export function cloudRows(room: LitRoom, side: Side, chart: Chart, tones: CloudTones) {
  const isLevel = side.name === 'floor' || side.name === 'ceiling';
  const axis = side.name === 'east' || side.name === 'west' ? 2 : 0;
  const stepAcross = (side.u[axis] * side.lengthU) / (chart.columns - 1);
  const stepDown = side.lengthV / (chart.rows - 1);
  const startDown = isLevel ? side.origin[2] : 0;
  const layers = cloudsOf(room.theme, side, tones).map((cloud) => ({
    cloud,
    ...columnsOf(cloud, side.origin[axis], stepAcross, chart.columns)
  }));
  return (j: number, row: Float32Array): void => {
    row.fill(1);
    for (const { cloud, column, fraction } of layers) {
      const strength = cloud.strength * cloud.share(j * stepDown);
      if (strength === 0) continue;
      const down = ((startDown + j * stepDown) / cloud.metresDown + cloud.startDown) * TILE;
      const near = (Math.floor(down) & (TILE - 1)) * TILE;
      const far = ((Math.floor(down) + 1) & (TILE - 1)) * TILE;
      multiply(row, cloud, near, far, down - Math.floor(down), strength, column, fraction);
    }
  };
}

function multiply(
  row: Float32Array,
  { tone, middle }: Cloud,
  near: number,
  far: number,
  share: number,
  strength: number,
  column: Int32Array,
  fraction: Float32Array
): void {
  for (let i = 0; i < column.length; i++) {
    const a = column[i] ?? 0;
    const b = (a + 1) & (TILE - 1);
    const f = fraction[i] ?? 0;
    const above = (tone[near + a] ?? 0) * (1 - f) + (tone[near + b] ?? 0) * f;
    const below = (tone[far + a] ?? 0) * (1 - f) + (tone[far + b] ?? 0) * f;
    row[i] = (row[i] ?? 1) * (1 + strength * (above + (below - above) * share - middle));
  }
}

function cloudsOf(theme: Theme, side: Side, tones: CloudTones): Cloud[] {
  const even = () => 1;
  const square = (metres: number, start: number) => ({
    ...{ metresAcross: metres, metresDown: metres, startAcross: start, startDown: start }
  });
  if (side.name === 'floor') {
    const { pattern, metres, strength } = theme.floor;
    const common = { tone: tones.concrete, middle: 0.5, share: even };
    if (pattern === 'terrazzo') return [{ ...common, strength: 0.1, ...square(5.3, 0) }];
    return [{ ...common, strength: strength * 0.7, ...square(metres / 0.31, 0.3) }];
  }
  const isCeiling = side.name === 'ceiling';
  const { metres, strength } = isCeiling ? theme.ceiling : theme.wall;
  const plaster = { tone: tones.plaster, middle: 0.5, strength: strength * 0.8, share: even };
  const clouds: Cloud[] = [{ ...plaster, ...square(metres * 2.7, 0.37) }];
  if (theme.ripple === 0) return clouds;
  const size = { metresAcross: 4.2, metresDown: 2.6, startAcross: 0.1, startDown: 0.4 };
  const share = isCeiling ? () => RIPPLE_OVERHEAD : (heightM: number) => ease((heightM - 2) / 2.2);
  return [...clouds, { tone: tones.caustic, middle: 0.4, strength: theme.ripple, ...size, share }];
}

const RIPPLE_OVERHEAD = ease(0.8);

/** For each lumel of a row, the texel left of it and how far it lies beyond. */
function columnsOf(cloud: Cloud, start: number, step: number, count: number) {
  const column = new Int32Array(count);
  const fraction = new Float32Array(count);
  for (let i = 0; i < count; i++) {
    const at = ((start + i * step) / cloud.metresAcross + cloud.startAcross) * TILE;
    column[i] = Math.floor(at) & (TILE - 1);
    fraction[i] = at - Math.floor(at);
  }
  return { column, fraction };
}

function ease(share: number): number {
  const inside = Math.min(1, Math.max(0, share));
  return inside * inside * (3 - 2 * inside);
}
