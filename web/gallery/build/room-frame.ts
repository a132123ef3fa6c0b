import type { PlannedRoom } from '../../../exhibits/plan/plan';
import type { Rgb } from '../colour';
import { chartsOf, chartUv, type Charts } from '../light/charts';
import { onSide, sideOf, SURFACES, type LitRoom, type Side, type SurfaceName } from '../light/lit-room';
import type { Theme } from '../themes';
import type { CornerLight, Point } from './surfaces';

export type WallSide = 'north' | 'east' | 'south' | 'west';
export const WALL_SIDES: readonly WallSide[] = ['north', 'east', 'south', 'west'];

/** What every builder of a room works with: its sides, its light map's charts and its theme. */
export interface RoomFrame {
  room: PlannedRoom;
  theme: Theme;
  lit: LitRoom;
  sides: Record<SurfaceName, Side>;
  charts: Charts;
  /** Mean radiance of the room, once baked. */
  mean: Rgb;
}

export function roomFrame(room: PlannedRoom, theme: Theme, lit: LitRoom, mean: Rgb): RoomFrame {
  const sides = Object.fromEntries(SURFACES.map((name) => [name, sideOf(room, name)])) as Record<SurfaceName, Side>;
  return { room, theme, lit, sides, charts: chartsOf(lit.sides), mean };
}

/** World place of a point of a side. */
export function at(frame: RoomFrame, name: SurfaceName, u: number, v: number, out = 0): Point {
  return onSide(frame.sides[name], u, v, out);
}

/** Light of the room's map at a place of a side. */
export function mapLight(frame: RoomFrame, name: SurfaceName, u: number, v: number, share = 1): CornerLight {
  const [s, t] = chartUv(frame.charts[name], u, v);
  return { s, t, share, own: [0, 0, 0] };
}

/** A direction of a side's own axes in the world: along, up and out of it. */
export function towards(side: Side, alongU: number, alongV: number, out: number): Point {
  return [0, 1, 2].map(
    (i) => (side.u[i] ?? 0) * alongU + (side.v[i] ?? 0) * alongV + (side.normal[i] ?? 0) * out
  ) as unknown as Point;
}

/** Daylight, so many times. */
export function daylight(theme: Theme, times: number): Rgb {
  return [theme.day[0] * times, theme.day[1] * times, theme.day[2] * times];
}
