/**
 * A sail-assisted steamer of the coast, 1 long from stern to bow (+x), waterline at y = 0. It stands for its kind, not for
 * any ship. `isAfloat` leaves out what is under water.
 */
import { beam, box, lathe, loft, moved, repeated, tube, turned, whole, wire } from '../hand/solids.mjs';

const [STERN, BOW] = [-0.47, 0.47];
const BEAM = 0.067;

/** Half breadth of the hull at a place along it (0 stern, 1 bow) and a height (0 keel, 1 deck). */
function breadth(t, h) {
  const run = Math.min(1, ((1 - t) / 0.34) ** 0.72) * Math.min(1, 0.42 + 0.58 * (t / 0.24) ** 0.8);
  const fine = Math.min(1, (1 - t) / 0.3) * Math.min(1, t / 0.26);
  const lower = run * (0.35 + 0.65 * fine);
  const k = h < 0.5 ? (h / 0.5) ** 0.5 * 0.92 : 0.92 + (h - 0.5) * 0.16;
  return BEAM * k * (lower + (run - lower) * Math.min(1, h * 1.15) ** 1.6) + 0.0012;
}
const sheer = (t) => 0.056 + 0.03 * Math.max(0, (t - 0.55) / 0.45) ** 2 + 0.016 * Math.max(0, (0.4 - t) / 0.4) ** 2;
const keel = (t) => -0.046 + 0.03 * Math.max(0, (t - 0.9) / 0.1) ** 2 + 0.03 * Math.max(0, (0.12 - t) / 0.12) ** 1.5;
/** The stem rakes forward above, the counter hangs out behind. */
const along = (t, h) => STERN + (BOW - STERN) * t + (t > 0.94 ? (h - 0.4) * 0.03 : 0) - (t < 0.06 ? Math.max(0, h - 0.5) * 0.07 : 0);

export function steamer({ isAfloat = false } = {}) {
  return [...hull(isAfloat), ...deckWorks(), ...rig()];
}

function hull(isAfloat) {
  const stations = [0, 0.025, 0.07, 0.13, 0.2, 0.3, 0.42, 0.55, 0.66, 0.76, 0.84, 0.9, 0.95, 0.98, 1];
  const bands = isAfloat
    ? [[0, 0.13, 'lead'], [0.13, 0.86, 'black'], [0.86, 1, 'white']]
    : [[-1, -0.06, 'lead'], [-0.06, 0.02, 'white'], [0.02, 0.86, 'black'], [0.86, 1, 'white']];
  // Heights are shares: −1 the keel, 0 the waterline, 1 the deck.
  const level = (t, s) => (s < 0 ? -s * keel(t) : s * sheer(t));
  const share = (t, y) => (y - keel(t)) / (sheer(t) - keel(t));
  return bands.flatMap(([from, to, tone]) => {
    const levels = from === -1 ? [-1, -0.85, -0.6, -0.32, -0.06] : [from, to];
    const rings = stations.map((t) => {
      const side = levels.map((s) => {
        const y = level(t, s);
        const h = Math.max(0, Math.min(1, share(t, y)));
        return [along(t, h), y, h === 0 && s === -1 ? 0.0016 : breadth(t, h)];
      });
      return [...side.map(([x, y, z]) => [x, y, -z]), ...side.toReversed()];
    });
    const deckTone = to === 1 ? 'bamboo' : tone;
    return loft(rings, tone).map((face) => (isLevel(face) && to === 1 && face.points[0][1] > 0.03 ? { ...face, tone: deckTone } : face));
  });
}

/** A face that lies flat and looks up: deck. */
function isLevel({ points }) {
  const [a, b, c] = points;
  const up = (b[2] - a[2]) * (c[0] - a[0]) - (b[0] - a[0]) * (c[2] - a[2]);
  const spread = Math.abs((b[1] - a[1]) * (c[2] - a[2])) + Math.abs((b[1] - a[1]) * (c[0] - a[0]));
  return up > 0 && up > spread * 2;
}

const deckAt = (x) => sheer((x - STERN) / (BOW - STERN));

function deckWorks() {
  const d = deckAt(0);
  const house = [
    ...box([-0.17, 0.13], [d - 0.002, d + 0.034], [-0.036, 0.036], 'white'),
    ...box([-0.182, 0.142], [d + 0.034, d + 0.038], [-0.046, 0.046], 'bamboo'),
    ...whole(
      repeated(9, (i) => [-1, 1].flatMap((s) => box([-0.155 + i * 0.032, -0.14 + i * 0.032], [d + 0.012, d + 0.025], [s * 0.036 - 0.0006, s * 0.036 + 0.0006], 'glass')))
    )
  ];
  const bridge = [
    ...box([0.06, 0.11], [d + 0.038, d + 0.066], [-0.024, 0.024], 'timber'),
    ...box([0.052, 0.118], [d + 0.066, d + 0.07], [-0.032, 0.032], 'paving'),
    ...box([0.075, 0.1], [d + 0.038, d + 0.042], [-0.062, 0.062], 'timber'),
    ...whole(repeated(3, (i) => box([0.1096, 0.1112], [d + 0.05, d + 0.061], [-0.019 + i * 0.014, -0.009 + i * 0.014], 'glass')))
  ];
  const funnel = moved(
    turned(
      [
        ...lathe([[0.021, 0], [0.0205, 0.085]], 'black', { sides: 18 }),
        ...lathe([[0.0216, 0.085], [0.0214, 0.112]], 'cinnabar', { sides: 18 }),
        ...lathe([[0.0204, 0.112], [0.0202, 0.128], [0.0226, 0.128], [0.0226, 0.134]], 'black', { sides: 18 })
      ],
      'z',
      0.07
    ),
    [-0.035, d + 0.036, 0]
  );
  const cowl = (x, z) =>
    tube(
      [
        [x, d + 0.036, z],
        [x, d + 0.064, z],
        [x + 0.004, d + 0.071, z],
        [x + 0.014, d + 0.074, z]
      ],
      0.0055,
      'steel',
      { sides: 8, size: (t) => 0.8 + t * 0.7, up: [0, 0, 1] }
    );
  const boat = (x, side) => {
    const at = (t) => {
      const w = 0.011 * Math.sin(Math.PI * (0.08 + 0.84 * t)) ** 0.6;
      const px = x - 0.034 + t * 0.068;
      const lift = 0.006 * (2 * t - 1) ** 2;
      return [[px, lift - 0.004, -w * 0.4], [px, lift + 0.011, -w], [px, lift + 0.011, w], [px, lift - 0.004, w * 0.4]];
    };
    return moved(loft([0, 0.12, 0.3, 0.5, 0.7, 0.88, 1].map(at), 'white', { cap: 'white' }), [0, d + 0.05, side * 0.058]).concat(
      whole([-0.024, 0.024].flatMap((k) => tube([[x + k, d - 0.002, side * 0.052], [x + k, d + 0.068, side * 0.058], [x + k, d + 0.074, side * 0.064]], 0.0014, 'iron', { sides: 4, up: [1, 0, 0] })))
    );
  };
  const hatches = [[0.24, 0.3], [-0.32, -0.25]].flatMap(([a, b]) => [
    ...box([a, b], [deckAt(a) - 0.004, deckAt(b) + 0.012], [-0.022, 0.022], 'timber-dark', { top: 'timber' })
  ]);
  const forecastle = box([0.36, 0.44], [deckAt(0.36) - 0.01, deckAt(0.43) + 0.006], [-0.012, 0.012], 'timber', { top: 'bamboo' });
  const rails = [-1, 1].flatMap((side) =>
    whole([
      ...repeated(24, (i) => {
        const t = 0.07 + i * 0.0375;
        const [x, y] = [along(t, 1), sheer(t)];
        return wire([x, y - 0.001, side * (breadth(t, 1) - 0.0022)], [x, y + 0.0155, side * (breadth(t, 1) - 0.0022)], 0.0009, 'white');
      }),
      ...[0.008, 0.0155].flatMap((lift) =>
        repeated(23, (i) => {
          const [a, b] = [0.07 + i * 0.0375, 0.1075 + i * 0.0375];
          return wire([along(a, 1), sheer(a) + lift, side * (breadth(a, 1) - 0.0022)], [along(b, 1), sheer(b) + lift, side * (breadth(b, 1) - 0.0022)], 0.0008, 'white');
        })
      )
    ])
  );
  return [...house, ...bridge, ...funnel, ...cowl(0.02, 0.026), ...cowl(0.02, -0.026), ...cowl(-0.1, 0), ...[-1, 1].flatMap((side) => [...boat(-0.11, side), ...boat(-0.01, side)]), ...hatches, ...forecastle, ...rails];
}

/** Two masts, their yards with sails furled, stays and shrouds. */
function rig() {
  const mast = (x, top, yards) => {
    const d = deckAt(x) - 0.003;
    const pole = [
      ...lathe([[0.0068, d], [0.0056, top * 0.62], [0.0056, top * 0.63], [0.0036, top]], 'timber', { sides: 10 }),
      ...lathe([[0.016, top * 0.615], [0.016, top * 0.63]], 'timber-dark', { sides: 10 })
    ];
    const spars = yards.flatMap(([y, half]) => [
      ...tube([[0.009, y, -half], [0.009, y, 0], [0.009, y, half]], 0.0034, 'timber-dark', { sides: 6, size: (t) => 1.25 - Math.abs(t - 0.5) * 1.4 }),
      ...tube(
        Array.from({ length: 9 }, (_, i) => [0.011, y - 0.0058 - (i % 2 ? 0.002 : 0), -half * 0.9 + (half * 1.8 * i) / 8]),
        0.0052,
        'paper',
        { sides: 6, size: (t) => 0.7 + 0.5 * Math.sin(Math.PI * t) }
      )
    ]);
    const t = (x - STERN) / (BOW - STERN);
    const shrouds = [-1, 1].flatMap((side) =>
      [-0.03, -0.012, 0.008].flatMap((k) => wire([x, top * 0.62, 0], [x + k - 0.006, sheer(t), side * (breadth(t, 1) + 0.0005)], 0.0009, 'iron'))
    );
    return [...moved([...pole, ...spars], [x, 0, 0]), ...whole(shrouds)];
  };
  const stays = [
    wire([0.25, 0.335, 0], [0.6, 0.122, 0], 0.0009, 'iron'),
    wire([0.25, 0.225, 0], [0.54, 0.108, 0], 0.0009, 'iron'),
    wire([0.25, 0.335, 0], [-0.22, 0.3, 0], 0.0008, 'iron'),
    wire([-0.22, 0.3, 0], [-0.49, 0.078, 0], 0.0008, 'iron')
  ].flat();
  const gaff = [
    ...beam([-0.22, 0.2, 0], [-0.34, 0.235, 0], [0.005, 0.005], 'timber-dark'),
    ...beam([-0.222, 0.1, 0], [-0.4, 0.098, 0], [0.006, 0.006], 'timber-dark'),
    ...tube([[-0.232, 0.107, 0], [-0.31, 0.1085, 0], [-0.39, 0.105, 0]], 0.0062, 'paper', { sides: 7 })
  ];
  const bowsprit = tube([[0.44, 0.082, 0], [0.62, 0.125, 0]], 0.006, 'timber', { sides: 8, size: (t) => 1.1 - t * 0.5 });
  return [
    ...mast(0.25, 0.34, [[0.148, 0.075], [0.222, 0.062], [0.285, 0.048]]),
    ...mast(-0.22, 0.305, []),
    ...gaff,
    ...stays,
    ...bowsprit
  ];
}

