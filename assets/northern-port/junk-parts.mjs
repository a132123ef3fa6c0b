/** A flat-bottomed sea junk, 1 long from stern to bow (+x), its bottom at y = 0. It stands for its kind, not for any ship. */
import { box, lathe, loft, moved, prism, repeated, surface, tube, turned, whole, wire } from '../hand/solids.mjs';

/** From stern to bow: place, half breadth at the bottom and at the deck, height of the bottom and of the deck. */
const stations = [
  [-0.5, 0.052, 0.082, 0.09, 0.205],
  [-0.47, 0.06, 0.095, 0.06, 0.185],
  [-0.4, 0.075, 0.112, 0.03, 0.162],
  [-0.28, 0.09, 0.126, 0.008, 0.142],
  [-0.12, 0.098, 0.132, 0, 0.131],
  [0.06, 0.098, 0.132, 0, 0.13],
  [0.22, 0.09, 0.124, 0.006, 0.136],
  [0.34, 0.076, 0.11, 0.026, 0.15],
  [0.43, 0.06, 0.092, 0.058, 0.17],
  [0.5, 0.046, 0.074, 0.1, 0.195]
];

/** Strakes along the side: shares of its height, each with its tone. */
const strakes = [
  [0, 0.16, 'timber-dark'],
  [0.16, 0.34, 'timber'],
  [0.34, 0.52, 'timber'],
  [0.52, 0.6, 'black'],
  [0.6, 0.8, 'timber'],
  [0.8, 1, 'timber-dark']
];

function hull() {
  const ring = ([x, low, high, y0, y1], t, swell) => {
    const k = low + (high - low) * t ** 0.72;
    return [x, y0 + (y1 - y0) * t, k + swell];
  };
  return strakes.flatMap(([from, to, tone], i) => {
    // Every other plank stands a little proud, as clinched planks do.
    const swell = tone === 'black' ? 0.005 : i % 2 ? 0.0012 : 0;
    const rings = stations.map((s) => {
      const [a, b] = [ring(s, from, swell), ring(s, to, swell)];
      return [
        [a[0], a[1], -a[2]],
        [b[0], b[1], -b[2]],
        [b[0], b[1], b[2]],
        [a[0], a[1], a[2]]
      ];
    });
    return loft(rings, tone).map((face) => ({ ...face, isRuled: true }));
  });
}

const heightAt = (x, column) => {
  const i = Math.max(1, stations.findIndex(([at]) => at >= x));
  const [a, b] = [stations[i - 1], stations[i]];
  return a[column] + ((b[column] - a[column]) * (x - a[0])) / (b[0] - a[0]);
};
const deck = (x) => heightAt(x, 4);

/** The deck, the bulwarks round it, the house under its mat roof, hatches and the windlass. */
function deckWorks() {
  const bulwark = [-1, 1].flatMap((side) =>
    tube(
      stations.map(([x, , half, , y]) => [x, y + 0.004, side * half]),
      [
        [-0.005, -0.012],
        [0.005, -0.012],
        [0.005, 0.012],
        [-0.005, 0.012]
      ],
      'timber-dark'
    )
  );
  const arch = Array.from({ length: 9 }, (_, i) => [Math.cos((Math.PI * i) / 8) * 0.084, 0.205 + Math.sin((Math.PI * i) / 8) * 0.034]);
  return [
    ...bulwark,
    ...box([-0.33, -0.13], [0.12, 0.207], [-0.078, 0.078], 'timber'),
    ...prism([...arch, [-0.084, 0.199], [0.084, 0.199]], [-0.35, -0.11], 'bamboo', { axis: 'x' }),
    ...whole(repeated(9, (i) => tube(arch.map(([z, y]) => [-0.345 + i * 0.0285, y + 0.001, z]), 0.0024, 'timber', { sides: 4, up: [1, 0, 0] }))),
    ...[-1, 1].flatMap((side) => whole(repeated(3, (i) => box([-0.3 + i * 0.062, -0.262 + i * 0.062], [0.155, 0.188], [side * 0.0785 - 0.001, side * 0.0785 + 0.001], 'dark')))),
    ...[-0.05, 0.04, 0.22].flatMap((x) => box([x, x + 0.06], [deck(x) - 0.01, deck(x) + 0.014], [-0.05, 0.05], 'timber-dark', { top: 'timber', bevel: 0.003 })),
    ...moved(turned(lathe([[0.011, -0.075], [0.011, 0.075]], 'timber', { sides: 10 }), 'x', Math.PI / 2), [0.37, 0.188, 0]),
    ...[-1, 1].flatMap((side) => box([0.36, 0.38], [0.14, 0.205], [side * 0.07 - 0.006, side * 0.07 + 0.006], 'timber-dark')),
    ...box([-0.515, -0.495], [0.19, 0.21], [-0.09, 0.09], 'timber-dark'),
    // The rudder, deep and pierced, hung by ropes.
    ...prism(
      [
        [-0.5, -0.03],
        [-0.6, -0.03],
        [-0.615, 0.12],
        [-0.53, 0.14],
        [-0.515, 0.27],
        [-0.5, 0.27],
        [-0.505, 0.1]
      ],
      [-0.006, 0.006],
      'timber-dark',
      { holes: [0, 1, 2].map((k) => [[-0.585, 0.01 + k * 0.032], [-0.57, 0.01 + k * 0.032], [-0.57, 0.025 + k * 0.032], [-0.585, 0.025 + k * 0.032]]) }
    ),
    ...[-1, 1].flatMap((side) =>
      [0.443].flatMap((x) => moved(turned(lathe([[0.016, 0], [0.016, 0.004]], 'white', { sides: 16 }), 'x', (side * Math.PI) / 2), [x, 0.135, side * 0.0815]))
    )
  ];
}

/** A battened lug sail, set on the mast's far side and bellied by the wind. */
function sail({ x, foot: low, head, fore, aft, rake, swing }) {
  const battens = 6;
  const mast = lathe([[0.0105, deck(x) - 0.01], [0.008, head * 0.75], [0.0045, head + 0.05]], 'timber', { sides: 10 });
  const edge = (v) => {
    // The after edge is the longer, and stands out most below the middle.
    const y = low + (head - low) * v;
    return { y, front: fore * (1 - 0.28 * v), back: aft * (0.62 + 0.38 * Math.sin(Math.PI * (0.82 - 0.66 * v))) };
  };
  const point = (u, v) => {
    const { y, front, back } = edge(v);
    const along = front - (front + back) * u;
    const belly = 0.035 * Math.sin(Math.PI * Math.min(1, u * 1.05)) + 0.006 * Math.abs(Math.sin(Math.PI * v * battens));
    return [along, y + rake * (u - 0.3) * (0.4 + 0.6 * v), 0.014 + belly];
  };
  const cloth = [
    ...surface((u, v) => point(1 - u, v), 8, battens * 3, 'paper'),
    ...surface((u, v) => point(u, v).with(2, point(u, v)[2] - 0.003), 8, battens * 3, 'paper')
  ].map((face) => ({ ...face, isWhole: true }));
  const rods = repeated(battens + 1, (k) =>
    tube(
      [0, 0.25, 0.5, 0.75, 1].map((u) => point(u, k / battens).with(2, point(u, k / battens)[2] + 0.0085)),
      k === 0 || k === battens ? 0.0048 : 0.003,
      k === 0 || k === battens ? 'timber' : 'bamboo',
      { sides: 6 }
    )
  );
  const sheets = repeated(4, (k) => {
    const [a, b, c] = point(1, (k + 0.4) / battens);
    return wire([a, b, c], [-aft * 1.05, low - 0.02, 0.01], 0.0009, 'timber-dark');
  });
  // A rope runs round the edges of the cloth.
  const ropes = [0, 1].flatMap((u) =>
    repeated(battens * 3, (k) => wire(point(u, k / battens / 3), point(u, (k + 1) / battens / 3), 0.0022, 'bamboo'))
  );
  return [...mast, ...moved(turned([...cloth, ...whole(rods), ...ropes, ...sheets], 'y', swing), [x, 0, 0])];
}

/** `swing` turns the sails, in radians. */
export const junk = ({ swing = 0 } = {}) => [
  ...hull(),
  ...deckWorks(),
  ...sail({ x: 0.03, foot: 0.23, head: 0.82, fore: 0.1, aft: 0.27, rake: -0.03, swing: 0.2 + swing }),
  ...sail({ x: 0.33, foot: 0.25, head: 0.62, fore: 0.07, aft: 0.17, rake: -0.03, swing: 0.26 + swing }),
  ...sail({ x: -0.42, foot: 0.27, head: 0.53, fore: 0.04, aft: 0.13, rake: -0.02, swing: 0.16 + swing }),
  // A pennant is the one red thing.
  ...whole(prism([[0.03, 0.862], [-0.09, 0.85], [-0.09, 0.84], [0.03, 0.846]], [-0.0012, 0.0012], 'cinnabar'))
];
