import { BufferAttribute, BufferGeometry } from 'three';

export function unitQuad(): BufferGeometry {
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(new Float32Array([-1, -1, 0, 1, -1, 0, 1, 1, 0, -1, 1, 0]), 3));
  geometry.setIndex([0, 1, 2, 0, 2, 3]);
  return geometry;
}

/** Section of a moulding from the rebate outward: share of its width, share of its depth (`hall-recipe.md` §5). */
const PROFILES: Record<'fine' | 'plain', readonly (readonly [number, number])[]> = {
  fine: [
    [0, 0.006],
    [0, 0.014],
    [0.1, 0.2],
    [0.1, 0.62],
    [0.22, 0.8],
    [0.42, 0.86],
    [0.62, 1],
    [0.82, 1],
    [0.95, 0.88],
    [1, 0.7],
    [1, 0]
  ],
  // Its lip, slope, crown and side alone: corners cost a software renderer more than what they cover.
  plain: [
    [0, 0.006],
    [0.1, 0.62],
    [0.62, 1],
    [1, 0.7],
    [1, 0]
  ]
};

/** A profile round four mitred sides; aRim = corner x, corner y, outward share, forward share. */
export function mouldingGeometry(detail: keyof typeof PROFILES): BufferGeometry {
  const profile = PROFILES[detail];
  const rim: number[] = [];
  const normals: number[] = [];
  const indices: number[] = [];
  const sides = [
    { from: [-1, 1], to: [1, 1], out: [0, 1] },
    { from: [1, 1], to: [1, -1], out: [1, 0] },
    { from: [1, -1], to: [-1, -1], out: [0, -1] },
    { from: [-1, -1], to: [-1, 1], out: [-1, 0] }
  ] as const;
  for (const { from, to, out } of sides) {
    for (let i = 0; i + 1 < profile.length; i++) {
      const [outA, forwardA] = profile[i] ?? [0, 0];
      const [outB, forwardB] = profile[i + 1] ?? [0, 0];
      const across = (outB - outA) * 0.042;
      const ahead = (forwardB - forwardA) * 0.036;
      const length = Math.hypot(across, ahead);
      const first = rim.length / 4;
      rim.push(...from, outA, forwardA, ...to, outA, forwardA, ...to, outB, forwardB, ...from, outB, forwardB);
      for (let corner = 0; corner < 4; corner++) {
        normals.push((out[0] * -ahead) / length, (out[1] * -ahead) / length, across / length);
      }
      indices.push(first, first + 1, first + 2, first, first + 2, first + 3);
    }
  }
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(new Float32Array((rim.length / 4) * 3), 3));
  geometry.setAttribute('normal', new BufferAttribute(Float32Array.from(normals), 3));
  geometry.setAttribute('aRim', new BufferAttribute(Float32Array.from(rim), 4));
  geometry.setIndex(indices);
  return geometry;
}
