/**
 * AX-19: a dry dock with its gate, a hull on blocks and a pump house, as faces. Metres on a plinth of 1.2 × 0.6, y up,
 * origin at the middle of the base, the river at +x. No measure of the real docks is known: this is a sign for one.
 */

export const ground = 0.12;
export const water = 0.085;
export const floor = 0.035;

/** The stepped side: height of each tread, and how far the tread lies from the dock's middle line. */
export const treads = [
  { y: ground, half: 0.15 },
  { y: 0.095, half: 0.134 },
  { y: 0.07, half: 0.118 },
  { y: floor, half: 0.118 }
];
export const head = -0.44; // closed end, at the level of the ground
export const mouth = 0.36; // where the basin meets the gate
export const quay = 0.43; // edge of the river
export const entrance = 0.105; // half width at the gate

/** Faces are four points in order round the outside; `part` groups them, `tone` names what they are made of. */
export function dock() {
  const faces = [];
  const quad = (part, tone, ...points) => faces.push({ part, tone, points });
  const round = (part, tone, ...points) => faces.push({ part, tone, points, isRound: true });
  // A rectangle at a level, seen from above.
  const top = (part, tone, x0, x1, z0, z1, y) => quad(part, tone, [x0, y, z1], [x1, y, z1], [x1, y, z0], [x0, y, z0]);
  const facing = {
    front: (part, tone, x0, x1, y0, y1, z) => quad(part, tone, [x0, y0, z], [x1, y0, z], [x1, y1, z], [x0, y1, z]),
    back: (part, tone, x0, x1, y0, y1, z) => quad(part, tone, [x1, y0, z], [x0, y0, z], [x0, y1, z], [x1, y1, z]),
    right: (part, tone, z0, z1, y0, y1, x) => quad(part, tone, [x, y0, z1], [x, y0, z0], [x, y1, z0], [x, y1, z1]),
    left: (part, tone, z0, z1, y0, y1, x) => quad(part, tone, [x, y0, z0], [x, y0, z1], [x, y1, z1], [x, y1, z0])
  };
  const box = (part, tone, [x0, x1], [y0, y1], [z0, z1], topTone = tone) => {
    facing.front(part, tone, x0, x1, y0, y1, z1);
    facing.back(part, tone, x0, x1, y0, y1, z0);
    facing.right(part, tone, z0, z1, y0, y1, x1);
    facing.left(part, tone, z0, z1, y0, y1, x0);
    top(part, topTone, x0, x1, z0, z1, y1);
  };
  const drum = (part, tone, x, z, radius, y0, y1, n = 8, radiusTop = radius) => {
    const at = (i, y, k) => [x + Math.cos((i * 2 * Math.PI) / n) * k, y, z - Math.sin((i * 2 * Math.PI) / n) * k];
    for (let i = 0; i < n; i++)
      round(part, tone, at(i, y0, radius), at(i + 1, y0, radius), at(i + 1, y1, radiusTop), at(i, y1, radiusTop));
    for (let i = 0; i < n; i += 2)
      round(part, tone, [x, y1, z], at(i, y1, radiusTop), at(i + 1, y1, radiusTop), at(i + 2, y1, radiusTop));
  };

  // The plinth's own sides, then the ground round the basin in strips.
  facing.front('slab', 'earth', -0.6, quay, 0, ground, 0.3);
  facing.front('slab', 'earth', quay, 0.6, 0, water, 0.3);
  facing.back('slab', 'earth', -0.6, quay, 0, ground, -0.3);
  facing.back('slab', 'earth', quay, 0.6, 0, water, -0.3);
  facing.left('slab', 'earth', -0.3, 0.3, 0, ground, -0.6);
  facing.right('slab', 'earth', -0.3, 0.3, 0, water, 0.6);
  quad('slab', 'earth', [-0.6, 0, -0.3], [0.6, 0, -0.3], [0.6, 0, 0.3], [-0.6, 0, 0.3]);
  const rim = treads[0].half;
  top('yard', 'paving', -0.6, quay, -0.3, -rim, ground);
  top('nearYard', 'paving', -0.6, quay, rim, 0.3, ground);
  top('yard', 'paving', -0.6, head, -rim, rim, ground);
  top('yard', 'paving', mouth, quay, -rim, -entrance, ground);
  top('nearYard', 'paving', mouth, quay, entrance, rim, ground);

  // Steps down both sides and at the closed end.
  for (let i = 0; i < treads.length - 1; i++) {
    const [a, b] = [treads[i], treads[i + 1]];
    const [xa, xb] = [head + rim - a.half, head + rim - b.half];
    facing.front('basin', 'stone', xa, mouth, b.y, a.y, -a.half);
    facing.back('basin', 'stone', xa, mouth, b.y, a.y, a.half);
    facing.right('basin', 'stone', -a.half, a.half, b.y, a.y, xa);
    if (b.half === a.half) continue;
    top('basin', 'stone', xa, mouth, -a.half, -b.half, b.y);
    top('basin', 'stone', xa, mouth, b.half, a.half, b.y);
    top('basin', 'stone', xa, xb, -b.half, b.half, b.y);
  }
  const low = treads.at(-1).half;
  top('basin', 'bottom', head + rim - low, mouth, -low, low, floor);
  facing.left('basin', 'stone', -rim, -entrance, floor, ground, mouth);
  facing.left('basin', 'stone', entrance, rim, floor, ground, mouth);
  top('mouth', 'bottom', mouth, quay, -entrance, entrance, floor);
  facing.front('mouth', 'stone', mouth, quay, floor, ground, -entrance);
  facing.back('mouth', 'stone', mouth, quay, floor, ground, entrance);

  // River, with the quay wall above it.
  top('river', 'water', quay, 0.6, -0.3, 0.3, water);
  top('channel', 'water', 0.405, quay, -entrance, entrance, water);
  facing.right('quay', 'stone', -0.3, -entrance, water, ground, quay);
  facing.right('quay', 'stone', entrance, 0.3, water, ground, quay);

  // The gate: a floating caisson in its groove, a gangway along its top.
  box('gate', 'iron', [0.374, 0.404], [floor, 0.128], [-entrance, entrance]);
  box('gate', 'timber', [0.366, 0.412], [0.128, 0.134], [-0.118, 0.118]);
  for (const z of [-0.08, -0.04, 0, 0.04, 0.08])
    box('gate', 'iron', [0.366, 0.374], [floor, 0.126], [z - 0.005, z + 0.005]);
  for (const z of [-0.11, -0.055, 0, 0.055, 0.11])
    box('rail', 'iron', [0.4075, 0.4105], [0.134, 0.158], [z - 0.0015, z + 0.0015]);
  box('rail', 'iron', [0.4075, 0.4105], [0.156, 0.159], [-0.1115, 0.1115]);

  // Keel blocks, and shores from the second tread to the hull's side.
  for (let i = 0; i < 11; i++)
    box('blocks', 'timber', [-0.31 + i * 0.052, -0.29 + i * 0.052], [floor, floor + 0.022], [-0.022, 0.022]);
  for (let i = 0; i < 6; i++)
    for (const s of [-1, 1]) {
      const x = -0.22 + i * 0.075;
      const half = 0.004;
      const part = s < 0 ? 'shores' : 'nearShores';
      const [a, b] = [
        [0.096, s * 0.14],
        [0.126, s * (hullHalf(x, 0.7) - 0.002)]
      ];
      const strip = (corners) => quad(part, 'timber', ...(s > 0 ? corners : corners.toReversed()));
      const edge = (dx, dy) => [
        [x + dx, a[0] + dy, a[1]],
        [x + dx, b[0] + dy, b[1]]
      ];
      const [lu, ru, ld, rd] = [edge(-half, half), edge(half, half), edge(-half, -half), edge(half, -half)];
      strip([lu[0], ru[0], ru[1], lu[1]]);
      strip([ru[0], rd[0], rd[1], ru[1]]);
      strip([ld[0], lu[0], lu[1], ld[1]]);
    }

  hull(quad);
  box('house', 'timber', [-0.1, 0.02], [deckAt(-0.04), deckAt(-0.04) + 0.024], [-0.03, 0.03], 'paving');
  drum('house', 'iron', -0.06, 0, 0.013, deckAt(-0.06), deckAt(-0.06) + 0.095, 12, 0.0115);
  drum('house', 'timber', 0.1, 0, 0.004, deckAt(0.1) - 0.01, deckAt(0.1) + 0.15, 6, 0.0025);
  drum('house', 'timber', -0.2, 0, 0.004, deckAt(-0.2) - 0.01, deckAt(-0.2) + 0.13, 6, 0.0025);

  // Pump house with a gable roof and its chimney, behind the dock.
  const [hx0, hx1, hz0, hz1, eaves, ridge] = [-0.4, -0.2, -0.27, -0.19, ground + 0.07, ground + 0.108];
  box('pump', 'brick', [hx0, hx1], [ground, eaves], [hz0, hz1]);
  const mid = (hz0 + hz1) / 2;
  const [e, o] = [0.01, 0.012];
  quad(
    'pump',
    'roof',
    [hx0 - o, eaves - 0.006, hz1 + e],
    [hx1 + o, eaves - 0.006, hz1 + e],
    [hx1 + o, ridge, mid],
    [hx0 - o, ridge, mid]
  );
  quad(
    'pump',
    'roof',
    [hx1 + o, eaves - 0.006, hz0 - e],
    [hx0 - o, eaves - 0.006, hz0 - e],
    [hx0 - o, ridge, mid],
    [hx1 + o, ridge, mid]
  );
  quad('pump', 'brick', [hx1, eaves, hz1], [hx1, eaves, hz0], [hx1, ridge - 0.003, mid], [hx1, ridge - 0.003, mid]);
  quad('pump', 'brick', [hx0, eaves, hz0], [hx0, eaves, hz1], [hx0, ridge - 0.003, mid], [hx0, ridge - 0.003, mid]);
  for (const x of [-0.37, -0.31, -0.25])
    facing.front('pump', 'dark', x - 0.013, x + 0.013, ground + (x === -0.31 ? 0 : 0.022), ground + 0.05, hz1 + 0.0008);
  facing.right('pump', 'dark', mid - 0.014, mid + 0.014, ground + 0.02, ground + 0.052, hx1 + 0.0008);
  drum('pump', 'brick', -0.15, -0.25, 0.017, ground, ground + 0.215, 12, 0.0105);
  drum('pump', 'brick', -0.15, -0.25, 0.0135, ground + 0.215, ground + 0.228, 12);

  // Bollards along both edges.
  for (const s of [-1, 1])
    for (const x of [-0.36, -0.2, -0.04, 0.12, 0.28]) {
      const part = s < 0 ? 'bollards' : 'nearBollards';
      drum(part, 'iron', x, s * 0.178, 0.0075, ground, ground + 0.02, 8, 0.006);
      drum(part, 'iron', x, s * 0.178, 0.0098, ground + 0.02, ground + 0.027, 8, 0.0085);
    }
  for (const s of [-1, 1])
    drum(s < 0 ? 'bollards' : 'nearBollards', 'timber', 0.395, s * 0.205, 0.017, ground, ground + 0.03, 10, 0.012);
  return faces;
}

export const stern = -0.33;
export const bow = 0.27;
const keel = floor + 0.022;
const beam = 0.068;

/** Height of the sheer at x: it rises to both ends, more to the bow. */
export function deckAt(x) {
  const t = (2 * (x - stern)) / (bow - stern) - 1;
  return 0.158 + 0.016 * t ** 2 + 0.01 * Math.max(0, t) ** 3;
}

/** Half the breadth at x and at a height from keel (0) to sheer (1). */
export function hullHalf(x, v) {
  const t = (2 * (x - stern)) / (bow - stern) - 1;
  const plan = t > 0 ? 1 - Math.abs(t) ** 2.6 : 1 - 0.72 * Math.abs(t) ** 3.4 * (1.25 - 0.35 * v);
  const fine = t > 0 ? 0.42 + t * 0.5 : 0.42 + t * t * 0.7;
  return Math.max(0.0015, beam * plan * Math.min(1, v ** fine * 1.04));
}

export const stations = 22;
export const levels = [0, 0.06, 0.16, 0.3, 0.46, 0.7, 1];

export function hullPoint(i, v, s) {
  const t = i / stations;
  const x = stern + (bow - stern) * t;
  const y = keel + (deckAt(x) - keel) * v;
  // The stem rakes a little, the counter overhangs.
  const rake = t > 0.8 ? ((t - 0.8) / 0.2) * 0.022 * v : t < 0.2 ? -((0.2 - t) / 0.2) * 0.03 * v * v : 0;
  return [x + rake, y, s * hullHalf(x, v)];
}

function hull(quad) {
  for (let i = 0; i < stations; i++)
    for (let k = 0; k < levels.length - 1; k++) {
      const tone = levels[k + 1] <= 0.46 ? 'lead' : 'black';
      const [a, b] = [levels[k], levels[k + 1]];
      quad('hull', tone, hullPoint(i, a, 1), hullPoint(i + 1, a, 1), hullPoint(i + 1, b, 1), hullPoint(i, b, 1));
      quad('hull', tone, hullPoint(i + 1, a, -1), hullPoint(i, a, -1), hullPoint(i, b, -1), hullPoint(i + 1, b, -1));
    }
  for (let i = 0; i < stations; i++)
    quad('hull', 'deck', hullPoint(i, 1, 1), hullPoint(i + 1, 1, 1), hullPoint(i + 1, 1, -1), hullPoint(i, 1, -1));
  for (let k = 0; k < levels.length - 1; k++) {
    const tone = levels[k + 1] <= 0.46 ? 'lead' : 'black';
    quad(
      'hull',
      tone,
      hullPoint(0, levels[k], -1),
      hullPoint(0, levels[k], 1),
      hullPoint(0, levels[k + 1], 1),
      hullPoint(0, levels[k + 1], -1)
    );
  }
}
