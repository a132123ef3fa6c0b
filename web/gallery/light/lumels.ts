import type { Rgb } from '../colour';
import { castLamps } from './cast-lamps';
import { chartsOf, LAYER, lumelGrid, type Chart } from './charts';
import { cloudRows, type CloudTones } from './clouds';
import { addFurnitureShade } from './furniture-shade';
import type { LitRoom, Side } from './lit-room';
import { packLights } from './pack-light';
import { coarseLight, type CoarseLight } from './radiosity';
import { smoothRows, type SmoothRow } from './smooth-light';

/** The finished light of a room: a layer of the light map, and what furniture and doorways take from it. */
export interface BakedRoom {
  id: string;
  /** `LAYER` texels in RGB9E5. */
  texels: Uint32Array;
  mean: Rgb;
  cube: Rgb[];
}

/** Bakes all six sides of a room (`hall-recipe.md` §2). Some 15 ms once warm; meant for a worker. */
export function bakeRoom(room: LitRoom, tones: CloudTones): BakedRoom {
  const coarse = coarseLight(room);
  const charts = chartsOf(room.sides);
  const texels = new Uint32Array(LAYER.width * LAYER.height);
  for (const side of room.sides) bakeSide(room, side, charts[side.name], coarse, tones, texels);
  return { id: room.id, texels, mean: coarse.mean, cube: coarse.cube };
}

/** Lamps on a wall light that wall and the floor. */
function bakeSide(
  room: LitRoom,
  side: Side,
  chart: Chart,
  coarse: CoarseLight,
  tones: CloudTones,
  texels: Uint32Array
): void {
  const { columns, rows } = chart;
  const isFloor = side.name === 'floor';
  const spots = new Float32Array(columns * rows);
  const lamps = room.lamps.filter((lamp) => lamp.wall === side.name || isFloor);
  castLamps(lamps, side, lumelGrid(chart), spots);
  const hidden = new Float32Array(columns * rows);
  if (isFloor) addFurnitureShade(room.boxes, side, chart, hidden);
  const smoothRow = smoothRows(room, side, chart, coarse);
  const cloudRow = cloudRows(room, side, chart, tones);
  const clouds = new Float32Array(columns);
  const strayRow = straysOnto(room, side, chart);
  const [wideU, wideV] = edgesOf(chart, (distance) => occlusion(distance, room.theme.occlusionM));
  const [tightU, tightV] = edgesOf(chart, contact);
  const colours = Float64Array.of(...room.theme.day, ...room.theme.spot, ...coarse.mean);
  const edges = new Float64Array(2);
  const bakeRow = (j: number) => {
    const smooth = smoothRow(j);
    cloudRow(j, clouds);
    edges[0] = wideV[j] ?? 1;
    edges[1] = tightV[j] ?? 1;
    const from = j * columns;
    const spot = spots.subarray(from, from + columns);
    const shade = hidden.subarray(from, from + columns);
    sumRow(smooth, spot, shade, strayRow(j), clouds, wideU, tightU, edges, colours);
    packLights(smooth.red, smooth.green, smooth.blue, texels, (chart.y + j) * LAYER.width + chart.x);
  };
  for (let j = 0; j < rows; j++) bakeRow(j);
}

/** Puts the light of a row together, in place of its bounced light; `edges` is the row's own wide and tight shade. */
function sumRow(
  { sky, doorways, red, green, blue }: SmoothRow,
  spots: Float32Array,
  hidden: Float32Array,
  strays: Float32Array,
  clouds: Float32Array,
  wideU: Float32Array,
  tightU: Float32Array,
  edges: Float64Array,
  colours: Float64Array
): void {
  const [wide = 1, tight = 1] = edges;
  const [dayR = 0, dayG = 0, dayB = 0, spotR = 0, spotG = 0, spotB = 0, meanR = 0, meanG = 0, meanB = 0] = colours;
  for (let i = 0; i < red.length; i++) {
    const shade = Math.min(1, hidden[i] ?? 0);
    const close = tight * (tightU[i] ?? 1);
    const open = wide * (wideU[i] ?? 1) * (1 - 0.92 * shade);
    const bounce = open * close;
    const day = (sky[i] ?? 0) * (1 - 0.8 * shade) * close + (strays[i] ?? 0) * open;
    const spot = (spots[i] ?? 0) * close;
    const through = doorways[i] ?? 0;
    const cloud = clouds[i] ?? 1;
    red[i] = (dayR * day + spotR * spot + (red[i] ?? 0) * bounce + meanR * through) * cloud;
    green[i] = (dayG * day + spotG * spot + (green[i] ?? 0) * bounce + meanG * through) * cloud;
    blue[i] = (dayB * day + spotB * spot + (blue[i] ?? 0) * bounce + meanB * through) * cloud;
  }
}

/** The ceiling sees no lay-light; what strays along it, as a share of the day, keeps it from turning muddy. */
function straysOnto({ layLight: l }: LitRoom, side: Side, chart: Chart): (j: number) => Float32Array {
  const row = new Float32Array(chart.columns);
  if (side.name !== 'ceiling') return () => row;
  const beside = row.map((_, i) => {
    const x = side.origin[0] + (i / (chart.columns - 1)) * side.lengthU;
    return Math.max(l.minX - x, 0, x - l.maxX);
  });
  return (j) => {
    const z = side.origin[2] + (j / (chart.rows - 1)) * side.lengthV;
    const before = Math.max(l.minZ - z, 0, z - l.maxZ);
    for (let i = 0; i < row.length; i++) {
      const aside = beside[i] ?? 0;
      row[i] = 0.045 + 0.05 * Math.exp(-Math.sqrt(aside * aside + before * before) / 0.8);
    }
    return row;
  };
}

/** Shade from the neighbouring sides: a factor for each column and each row, as edges are straight. */
function edgesOf(chart: Chart, shade: (distance: number) => number): [Float32Array, Float32Array] {
  const along = (length: number, count: number) =>
    new Float32Array(count).map((_, i) => {
      const at = Math.min(length - INSET, Math.max(INSET, (i / (count - 1)) * length));
      return shade(at) * shade(length - at);
    });
  return [along(chart.lengthU, chart.columns), along(chart.lengthV, chart.rows)];
}

/** Lumels lie on the edges, but light is taken just inside them. */
const INSET = 0.015;

function occlusion(distance: number, reach: number): number {
  return 0.5 + (0.5 * distance) / Math.sqrt(distance * distance + reach * reach);
}

function contact(distance: number): number {
  return 0.72 + (0.28 * distance) / Math.sqrt(distance * distance + 0.0225);
}
