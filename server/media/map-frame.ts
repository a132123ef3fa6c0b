import { positionsOf, type MapData, type Position } from './map-data';

export interface Point {
  x: number;
  y: number;
}
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** The mapped rectangle on the page and the way from the Earth to it. */
export interface MapFrame {
  box: Box;
  project: (position: Position) => Point;
  /** Of one user unit on the page, along the middle latitude. */
  metresPerUnit: number;
  west: number;
  east: number;
  south: number;
  north: number;
}

/** Length of a degree of latitude on the mean sphere. */
export const METRES_PER_DEGREE = 111_195;
const LONGEST = { wide: 1080, high: 1000 };
const ASPECT = { least: 0.66, most: 1.9 };
/** Room round the features where the map gives no bbox of its own. */
const AIR = 0.14;

/**
 * Fits the map into a frame whose upper left corner is `corner`. The projection is equirectangular with true scale along
 * the middle latitude: over the few degrees of an exhibit's map it differs from a conformal one by less than a line.
 */
export function frameMap(data: MapData, corner: Point): MapFrame {
  const [west, south, east, north] = data.lantai?.bbox ?? extentOf(data);
  const middle = { lon: (west + east) / 2, lat: (south + north) / 2 };
  const squeeze = Math.cos((middle.lat * Math.PI) / 180);
  let widthDegrees = Math.max((east - west) * squeeze, 1e-4);
  let heightDegrees = Math.max(north - south, 1e-4);
  const aspect = widthDegrees / heightDegrees;
  if (aspect < ASPECT.least) widthDegrees = heightDegrees * ASPECT.least;
  if (aspect > ASPECT.most) heightDegrees = widthDegrees / ASPECT.most;
  const scale = Math.min(LONGEST.wide / widthDegrees, LONGEST.high / heightDegrees);
  const width = widthDegrees * scale;
  const height = heightDegrees * scale;
  return {
    box: { left: corner.x, top: corner.y, right: corner.x + width, bottom: corner.y + height },
    project: ({ lon, lat }) => ({
      x: corner.x + width / 2 + (lon - middle.lon) * squeeze * scale,
      y: corner.y + height / 2 - (lat - middle.lat) * scale
    }),
    metresPerUnit: METRES_PER_DEGREE / scale,
    west: middle.lon - widthDegrees / squeeze / 2,
    east: middle.lon + widthDegrees / squeeze / 2,
    south: middle.lat - heightDegrees / 2,
    north: middle.lat + heightDegrees / 2
  };
}

function extentOf(data: MapData): [number, number, number, number] {
  const positions = data.features.flatMap(positionsOf);
  const lons = positions.map(({ lon }) => lon);
  const lats = positions.map(({ lat }) => lat);
  const [west, east] = [least(lons), most(lons)];
  const [south, north] = [least(lats), most(lats)];
  const air = Math.max(east - west, north - south, 0.01) * AIR;
  return [west - air, south - air, east + air, north + air];
}

function least(values: number[]): number {
  return values.reduce((a, b) => Math.min(a, b), Infinity);
}
function most(values: number[]): number {
  return values.reduce((a, b) => Math.max(a, b), -Infinity);
}

export function isInside(box: Box, { x, y }: Point, inset = 0): boolean {
  return x >= box.left + inset && x <= box.right - inset && y >= box.top + inset && y <= box.bottom - inset;
}

export function overlapArea(a: Box, b: Box): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return width > 0 && height > 0 ? width * height : 0;
}

/** Points along a line about every `step` units, its own corners among them. */
export function sampleLine(line: Point[], step: number): Point[] {
  return line.flatMap((from, index) => {
    const to = line[index + 1];
    if (!to) return [from];
    const count = Math.max(1, Math.min(400, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / step)));
    return Array.from({ length: count }, (_, part) => ({
      x: from.x + ((to.x - from.x) * part) / count,
      y: from.y + ((to.y - from.y) * part) / count
    }));
  });
}

/** Whether a point lies in a polygon, by the crossings of a ray to the east. */
export function isWithin(polygon: Point[], { x, y }: Point): boolean {
  let within = false;
  polygon.forEach((a, index) => {
    const b = polygon[(index + 1) % polygon.length] as Point;
    if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) within = !within;
  });
  return within;
}
