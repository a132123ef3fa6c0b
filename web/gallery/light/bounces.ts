import { SURFACES } from './lit-room';
import type { Patches, PatchGrid } from './patches';

const BOUNCES = 4;

/**
 * Irradiance that comes from other patches after four bounces, three values a patch; `direct` is what each has from
 * the lay-light and the lamps. F_ij = cos·cos·A_j / (r²(πr² + A_j)), each row at most 1.
 *
 * No matrix of all pairs is kept: the first bounce, the brightest, is added up while the pairs are gone through, and
 * for the later ones four patches send as one.
 */
export function bouncedBetween(patches: Patches, direct: Float32Array): Float32Array {
  const { count, albedo } = patches;
  const { groupOf, groups } = groupsOf(patches);
  const sent = direct.map((value, i) => value * (albedo[i] ?? 0));
  const bounced = new Float32Array(count * 3);
  const factors = new Float32Array(count * groups);
  const sums = exchange(patches, sent, bounced, groupOf, groups, factors);
  scaleRows(bounced, 3, sums);
  scaleRows(factors, groups, sums);
  const latest = bounced.slice();
  for (let bounce = 1; bounce < BOUNCES; bounce++) {
    gather(factors, meanSent(patches, latest, groupOf, groups), latest);
    addTo(bounced, latest);
  }
  return bounced;
}

/** Rows of so many values, so that no patch gets more than all there is. */
function scaleRows(values: Float32Array, across: number, sums: Float32Array): void {
  for (let i = 0; i < sums.length; i++) {
    const even = 1 / Math.max(1, sums[i] ?? 0);
    for (let k = i * across; k < (i + 1) * across; k++) values[k] = (values[k] ?? 0) * even;
  }
}

function addTo(sum: Float32Array, values: Float32Array): void {
  for (let k = 0; k < values.length; k++) sum[k] = (sum[k] ?? 0) + (values[k] ?? 0);
}

/** Up to two by two neighbouring patches of a side are a group. */
function groupsOf({ count, grids }: Patches): { groupOf: Int32Array; groups: number } {
  const groupOf = new Int32Array(count);
  let groups = 0;
  for (const name of SURFACES) {
    const { across, down, first } = grids[name];
    const wide = Math.ceil(across / 2);
    for (let k = 0; k < across * down; k++) {
      groupOf[first + k] = groups + (Math.floor(k / across) >> 1) * wide + ((k % across) >> 1);
    }
    groups += wide * Math.ceil(down / 2);
  }
  return { groupOf, groups };
}

/** Goes through all pairs that see each other, those of two sides; gives the sum of each patch's factors. */
function exchange(
  patches: Patches,
  sent: Float32Array,
  bounced: Float32Array,
  groupOf: Int32Array,
  groups: number,
  factors: Float32Array
): Float32Array {
  const sums = new Float32Array(patches.count);
  for (const [here, name] of SURFACES.entries()) {
    const own = patches.grids[name];
    for (const other of SURFACES.slice(here + 1)) {
      exchangeSides(patches, own, patches.grids[other], sent, bounced, groupOf, groups, factors, sums);
    }
  }
  return sums;
}

function exchangeSides(
  { at, normal, area }: Patches,
  own: PatchGrid,
  other: PatchGrid,
  sent: Float32Array,
  bounced: Float32Array,
  groupOf: Int32Array,
  groups: number,
  factors: Float32Array,
  sums: Float32Array
): void {
  const [sizeI, sizeJ] = [area[own.first] ?? 0, area[other.first] ?? 0];
  const [ix, iy, iz] = [normal[own.first * 3] ?? 0, normal[own.first * 3 + 1] ?? 0, normal[own.first * 3 + 2] ?? 0];
  const [jx, jy, jz] = [
    normal[other.first * 3] ?? 0,
    normal[other.first * 3 + 1] ?? 0,
    normal[other.first * 3 + 2] ?? 0
  ];
  const end = other.first + other.across * other.down;
  for (let i = own.first; i < own.first + own.across * own.down; i++) {
    const [x, y, z] = [at[i * 3] ?? 0, at[i * 3 + 1] ?? 0, at[i * 3 + 2] ?? 0];
    const [sentR, sentG, sentB] = [sent[i * 3] ?? 0, sent[i * 3 + 1] ?? 0, sent[i * 3 + 2] ?? 0];
    const group = groupOf[i] ?? 0;
    let sum = 0;
    let red = 0;
    let green = 0;
    let blue = 0;
    for (let j = other.first; j < end; j++) {
      const k = j * 3;
      const dx = (at[k] ?? 0) - x;
      const dy = (at[k + 1] ?? 0) - y;
      const dz = (at[k + 2] ?? 0) - z;
      const distance2 = dx * dx + dy * dy + dz * dz;
      const cosines = -(dx * ix + dy * iy + dz * iz) * (dx * jx + dy * jy + dz * jz);
      const common = cosines / distance2;
      const out = (common * sizeJ) / (Math.PI * distance2 + sizeJ);
      const back = (common * sizeI) / (Math.PI * distance2 + sizeI);
      sum += out;
      red += out * (sent[k] ?? 0);
      green += out * (sent[k + 1] ?? 0);
      blue += out * (sent[k + 2] ?? 0);
      sums[j] = (sums[j] ?? 0) + back;
      bounced[k] = (bounced[k] ?? 0) + back * sentR;
      bounced[k + 1] = (bounced[k + 1] ?? 0) + back * sentG;
      bounced[k + 2] = (bounced[k + 2] ?? 0) + back * sentB;
      const to = i * groups + (groupOf[j] ?? 0);
      factors[to] = (factors[to] ?? 0) + out;
      const from = j * groups + group;
      factors[from] = (factors[from] ?? 0) + back;
    }
    sums[i] = (sums[i] ?? 0) + sum;
    bounced[i * 3] = (bounced[i * 3] ?? 0) + red;
    bounced[i * 3 + 1] = (bounced[i * 3 + 1] ?? 0) + green;
    bounced[i * 3 + 2] = (bounced[i * 3 + 2] ?? 0) + blue;
  }
}

/** What the patches of each group send on average of the irradiance they have. */
function meanSent({ count, albedo }: Patches, irradiance: Float32Array, groupOf: Int32Array, groups: number) {
  const sent = new Float32Array(groups * 3);
  const members = new Float32Array(groups);
  for (let i = 0; i < count; i++) {
    const group = groupOf[i] ?? 0;
    members[group] = (members[group] ?? 0) + 1;
    for (let c = 0; c < 3; c++) {
      sent[group * 3 + c] = (sent[group * 3 + c] ?? 0) + (irradiance[i * 3 + c] ?? 0) * (albedo[i * 3 + c] ?? 0);
    }
  }
  return sent.map((sum, k) => sum / (members[Math.floor(k / 3)] ?? 1));
}

/** What each patch gets from the groups, into `irradiance`. */
function gather(factors: Float32Array, sent: Float32Array, irradiance: Float32Array): void {
  let k = 0;
  for (let i = 0; i < irradiance.length; i += 3) {
    let red = 0;
    let green = 0;
    let blue = 0;
    for (let g = 0; g < sent.length; g += 3, k++) {
      const factor = factors[k] ?? 0;
      red += factor * (sent[g] ?? 0);
      green += factor * (sent[g + 1] ?? 0);
      blue += factor * (sent[g + 2] ?? 0);
    }
    irradiance[i] = red;
    irradiance[i + 1] = green;
    irradiance[i + 2] = blue;
  }
}
