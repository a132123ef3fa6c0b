import type { Plan, PlannedRoom, PlannedWall } from '../../../exhibits/plan/plan';
import { onWall } from '../../../exhibits/plan/walls';

/** The floor before a work, in metres of the plan. */
export interface HeatCell {
  target: string;
  xM: number;
  zM: number;
  widthM: number;
  depthM: number;
}

/** How far from its wall a work is looked at, as drawn. */
const REACH_M = 2.6;
/** At most so far to either side of a work’s middle. */
const ASIDE_M = 2.4;
/** Round what stands free. */
const ROUND_M = 1.5;

/** A cell for each work, none over another of its own wall or past a corner. */
export function heatCells(plan: Plan): HeatCell[] {
  return plan.rooms.flatMap((room) => [
    ...room.walls.flatMap((wall) => cellsOf(room, wall)),
    ...room.plinths.map(({ object, xM, zM }) => ({
      target: `object:${object}`,
      xM: xM - ROUND_M,
      zM: zM - ROUND_M,
      widthM: 2 * ROUND_M,
      depthM: 2 * ROUND_M
    }))
  ]);
}

function cellsOf(room: PlannedRoom, wall: PlannedWall): HeatCell[] {
  const works = room.works.filter((work) => work.wall === wall.name).sort((a, b) => a.xM - b.xM);
  const isLong = wall.name === 'north' || wall.name === 'south';
  const reach = Math.min(REACH_M, (isLong ? room.depthM : room.widthM) * 0.4);
  // North and south have the corners.
  const corner = isLong ? 0 : reach;
  return works.map((work, index) => {
    const [before, after] = [works[index - 1], works[index + 1]];
    const from = Math.max(before ? (before.xM + work.xM) / 2 : corner, work.xM - ASIDE_M);
    const to = Math.min(after ? (after.xM + work.xM) / 2 : wall.lengthM - corner, work.xM + ASIDE_M);
    const [a, b] = [onWall(wall, from, 0), onWall(wall, Math.max(to, from + 0.6), reach)];
    return {
      target: `object:${work.object}`,
      xM: Math.min(a.xM, b.xM),
      zM: Math.min(a.zM, b.zM),
      widthM: Math.abs(a.xM - b.xM),
      depthM: Math.abs(a.zM - b.zM)
    };
  });
}
