import type { Point } from '../../exhibits/plan/route';
import type { Pose } from './data';

/** Nobody is carried faster than a visitor walks, nor turned faster than does not make dizzy (`gallery.md` §3). */
export const WALK_MPS = 1.4;
export const TURN_RADPS = (60 * Math.PI) / 180;
/** A longer journey is cut: one sets out, the picture fades, one walks up to the end. */
const LONGEST_S = 5;
const SETTING_OUT_S = 1.4;
const WALKING_UP_S = 2.2;
const EASE_S = 0.5;
/** The picture fades for so long before the cut, and stays away for so long after it. */
const FADE_S = 0.3;
const AWAY_S = 0.15;
/** One looks this far ahead along the way while walking. */
const AHEAD_M = 1.1;
/** A way shorter than this is a step aside: one keeps looking at the works. */
const STROLL_M = 2.6;
const SAMPLE_M = 0.05;
const SAMPLE_RAD = 0.02;

/** A pose and the lens shift with it. */
export interface Arrival extends Pose {
  shiftY: number;
}

export interface Journey {
  seconds: number;
  /** Writes where one is after so many seconds into `into`. */
  at(seconds: number, into: Arrival): void;
  /** True while the picture is to be away, because the journey is cut there. */
  isVeiled(seconds: number): boolean;
}

/**
 * The way as places and directions over time, eased at both ends: the speed is the greatest that neither walks nor turns
 * too fast, so one slows down where the way bends. Pure arithmetic.
 */
export function planJourney(start: Arrival, way: Point[], arrival: Arrival): Journey {
  const { poses, costs } = sampled(start, way, arrival);
  const whole = costs[costs.length - 1] ?? 0;
  const poseAt = (cost: number, into: Arrival) => between(poses, costs, cost, into);
  const uncut = whole < EASE_S ? 2 * Math.sqrt(whole * EASE_S) : whole + EASE_S;
  if (uncut <= LONGEST_S) {
    return {
      seconds: uncut,
      at: (seconds, into) => poseAt(eased(seconds, uncut, whole), into),
      isVeiled: () => false
    };
  }
  const outS = SETTING_OUT_S + EASE_S / 2;
  const upS = WALKING_UP_S + EASE_S / 2;
  const seconds = outS + AWAY_S + upS;
  return {
    seconds,
    at: (now, into) => {
      if (now < outS + AWAY_S / 2) poseAt(rise(Math.min(now, outS)), into);
      else poseAt(whole - rise(Math.min(seconds - now, upS)), into);
    },
    isVeiled: (now) => now >= outS - FADE_S && now < outS + AWAY_S
  };
}

/** The shorter turn from one direction to another, −π…π. */
export function turnBetween(from: number, to: number): number {
  return Math.atan2(Math.sin(to - from), Math.cos(to - from));
}

/** Seconds' worth of way covered after so many seconds, from rest. */
function rise(seconds: number): number {
  const s = Math.max(0, seconds);
  return s < EASE_S ? (s * s) / (2 * EASE_S) : s - EASE_S / 2;
}

/** The same with rest at both ends; a short way never comes to full speed. */
function eased(seconds: number, total: number, whole: number): number {
  const s = Math.max(0, Math.min(total, seconds));
  return s <= total / 2 ? rise(s) : whole - rise(total - s);
}

/** Poses along the way, and the seconds each takes at full speed, summed. */
function sampled(start: Arrival, way: Point[], arrival: Arrival): { poses: Arrival[]; costs: number[] } {
  const lengths = measured(way);
  const total = lengths[lengths.length - 1] ?? 0;
  const heading = headings(way, lengths, total, start.yawRad);
  const turn = turnBetween(start.yawRad, arrival.yawRad);
  const count = Math.max(1, Math.ceil(total / SAMPLE_M), Math.ceil(Math.abs(turn) / SAMPLE_RAD));
  const poses: Arrival[] = [];
  const costs: number[] = [];
  const point = { xM: start.xM, zM: start.zM };
  for (let i = 0; i <= count; i++) {
    const share = i / count;
    along(way, lengths, share * total, point);
    const yawRad = total < STROLL_M ? start.yawRad + turn * share : heading(share * total, arrival.yawRad);
    const shiftY = start.shiftY + (arrival.shiftY - start.shiftY) * smooth(share);
    const pose = { ...point, yawRad, shiftY };
    const before = poses[i - 1];
    const walked = before ? Math.hypot(pose.xM - before.xM, pose.zM - before.zM) / WALK_MPS : 0;
    const turned = before ? Math.abs(pose.yawRad - before.yawRad) / TURN_RADPS : 0;
    costs.push((costs[i - 1] ?? 0) + Math.max(walked, turned));
    poses.push(pose);
  }
  return { poses, costs };
}

/** Looks along the way in its middle part, from the start's direction and on to the end's; never jumps. */
function headings(way: Point[], lengths: number[], total: number, startYawRad: number) {
  const [here, ahead] = [
    { xM: 0, zM: 0 },
    { xM: 0, zM: 0 }
  ];
  const step = Math.max(SAMPLE_M, total / 400);
  const table: number[] = [];
  for (let metres = 0; metres <= total + step; metres += step) {
    along(way, lengths, Math.min(metres, total), here);
    along(way, lengths, Math.min(metres + AHEAD_M, total), ahead);
    const before = table[table.length - 1] ?? startYawRad;
    const [dx, dz] = [ahead.xM - here.xM, ahead.zM - here.zM];
    table.push(Math.hypot(dx, dz) < 0.05 ? before : before + turnBetween(before, Math.atan2(-dx, -dz)));
  }
  const wayYaw = (metres: number) => {
    const place = metres / step;
    const low = table[Math.floor(place)] ?? table[table.length - 1] ?? startYawRad;
    return low + ((table[Math.floor(place) + 1] ?? low) - low) * (place - Math.floor(place));
  };
  const fromStart = turnBetween(wayYaw(0), startYawRad);
  return (metres: number, arrivalYawRad: number): number => {
    const toEnd = turnBetween(wayYaw(total), arrivalYawRad);
    const left = 1 - smooth(metres / Math.min(1.6, total * 0.3));
    const reached = smooth(1 - (total - metres) / Math.min(2.6, total * 0.5));
    return wayYaw(metres) + fromStart * left + toEnd * reached;
  };
}

function between(poses: Arrival[], costs: number[], cost: number, into: Arrival): void {
  let low = 0;
  let high = costs.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((costs[middle] ?? 0) <= cost) low = middle;
    else high = middle;
  }
  const [from, to] = [poses[low], poses[high]];
  if (!from || !to) return;
  const span = (costs[high] ?? 0) - (costs[low] ?? 0);
  const share = span > 0 ? Math.max(0, Math.min(1, (cost - (costs[low] ?? 0)) / span)) : 1;
  into.xM = from.xM + (to.xM - from.xM) * share;
  into.zM = from.zM + (to.zM - from.zM) * share;
  into.yawRad = from.yawRad + (to.yawRad - from.yawRad) * share;
  into.shiftY = from.shiftY + (to.shiftY - from.shiftY) * share;
}

function smooth(share: number): number {
  const s = Math.max(0, Math.min(1, share));
  return s * s * (3 - 2 * s);
}

/** Metres walked at each point of the way. */
function measured(way: Point[]): number[] {
  let sum = 0;
  return way.map((point, index) => {
    const before = way[index - 1];
    if (before) sum += Math.hypot(point.xM - before.xM, point.zM - before.zM);
    return sum;
  });
}

/** The place so many metres along the way, into `point`. */
function along(way: Point[], lengths: number[], metres: number, point: Point): void {
  let index = 1;
  while (index < way.length - 1 && (lengths[index] ?? 0) < metres) index++;
  const from = way[index - 1] ?? way[0];
  const to = way[index] ?? from;
  if (!from || !to) return;
  const start = lengths[index - 1] ?? 0;
  const length = (lengths[index] ?? 0) - start;
  const share = length > 0 ? Math.max(0, Math.min(1, (metres - start) / length)) : 1;
  point.xM = from.xM + (to.xM - from.xM) * share;
  point.zM = from.zM + (to.zM - from.zM) * share;
}
