/**
 * CX-14: the monument to the Luan River works: a triangular base 18 m high, 24 m in all by one account, real metres. What
 * stands on it is a form of water, no likeness; plan, steps and railing are schematic.
 */
import { drawnModel, measured } from '../hand/model-drawing.mjs';
import { saveModelTo } from '../hand/model.mjs';
import { foot, heading, saveTo } from '../hand/sheet.mjs';
import { beam, box, lathe, loft, moved, prism, repeated, turned } from '../hand/solids.mjs';

const [base, whole24] = [18, 24];

/** A triangle with its corners cut off: distance of the sides from the middle, and of the cuts. One side faces +z. */
function triangle(side, cut) {
  const corners = [];
  for (let i = 0; i < 3; i++) {
    const a = Math.PI / 2 + (i * 2 * Math.PI) / 3;
    const along = (cut - side * Math.cos(Math.PI / 3)) / Math.sin(Math.PI / 3);
    const at = (angle, shift) => [
      Math.cos(angle) * side + Math.cos(angle + Math.PI / 2) * shift,
      Math.sin(angle) * side + Math.sin(angle + Math.PI / 2) * shift
    ];
    corners.push(at(a, along), at(a + (2 * Math.PI) / 3, -along));
  }
  return corners;
}
const level = (ring, y) => ring.map(([x, z]) => [x, y, z]);
const slab = (side, cut, y0, y1, tone) => prism(triangle(side, cut), [y0, y1], tone, { axis: 'y' });

/** Shaft in courses, slightly tapering, with a joint between one course and the next. */
function shaft(y0, y1, n) {
  const size = (y) => 1 - (y - y0) * 0.012;
  return repeated(n, (i) => {
    const [a, b] = [y0 + ((y1 - y0) * i) / n, y0 + ((y1 - y0) * (i + 1)) / n];
    const joint = 0.07;
    return [
      ...loft(
        [level(triangle(2.5 * size(a), 4.5 * size(a)), a), level(triangle(2.5 * size(b), 4.5 * size(b)), b - joint)],
        'granite'
      ).map((face) => ({ ...face, tint: 1 + (i % 2) * 0.05 })),
      ...(i < n - 1
        ? loft(
            [
              level(triangle(2.44 * size(b), 4.42 * size(b)), b - joint - 0.01),
              level(triangle(2.44 * size(b), 4.42 * size(b)), b + 0.01)
            ],
            'earth'
          )
        : [])
    ];
  });
}

/** Three ribs of water that wind about one another and close above. */
function water() {
  const [foot, top] = [18.9, whole24];
  const rings = Array.from({ length: 25 }, (_, k) => {
    const t = k / 24;
    const y = foot + (top - foot) * t;
    const body = 1.22 * (0.72 + 0.62 * Math.sin(Math.PI * Math.min(1, t * 1.05) ** 0.75)) * (1 - t) ** 0.42 + 0.03;
    return Array.from({ length: 36 }, (_, i) => {
      const a = (i * 2 * Math.PI) / 36;
      const lobe = 1 + 0.3 * Math.cos(3 * a) * (1 - t * 0.5);
      const turn = a + t * 2.3;
      return [Math.cos(turn) * body * lobe, y, -Math.sin(turn) * body * lobe];
    });
  });
  return loft(rings, 'white');
}

/** Posts and rails round the upper platform, with a gap at the middle of the side that faces the reader. */
function railing(y, side, cut) {
  const ring = triangle(side, cut);
  return ring.flatMap(([x0, z0], i) => {
    const [x1, z1] = ring[(i + 1) % ring.length];
    const long = Math.hypot(x1 - x0, z1 - z0);
    const n = Math.max(2, Math.round(long / 1.25));
    const at = (t) => [x0 + (x1 - x0) * t, y, z0 + (z1 - z0) * t];
    const isFront = z0 > 0 && z1 > 0 && long > 4;
    return repeated(n + (i % 2 ? 0 : 1), (k) => {
      const [x, , z] = at(k / n);
      const isGate = isFront && k >= Math.floor(n / 2) - 1 && k < Math.ceil(n / 2) + 1;
      return [
        ...box([x - 0.16, x + 0.16], [y - 0.02, y + 1.05], [z - 0.16, z + 0.16], 'paper'),
        ...box([x - 0.21, x + 0.21], [y + 1.05, y + 1.22], [z - 0.21, z + 0.21], 'paper'),
        ...(k < n && !isGate
          ? [0.45, 0.88].flatMap((up) => beam([x, y + up, z], at((k + 1) / n).with(1, y + up), [0.13, 0.14], 'paper'))
          : [])
      ];
    });
  });
}

function steps() {
  return repeated(4, (i) => box([-1.7, 1.7], [0.28, 1.5 - i * 0.3], [4.7 + i * 0.4, 4.75 + (i + 1) * 0.4], 'paving'));
}

/** The side faces: a plain slab for a name that is not imitated here, and below it waves in low relief. */
function panels() {
  const one = [
    ...box([-0.9, 0.9], [6.2, 15.2], [2.2, 2.63], 'paper', { bevel: 0.06 }),
    ...box([-0.62, 0.62], [6.55, 14.85], [2.6, 2.665], 'stone'),
    ...repeated(3, (row) => {
      const y = 3.35 + row * 0.62;
      const wave = Array.from({ length: 33 }, (_, i) => [-1.9 + (i * 3.8) / 32, y + Math.sin((i * Math.PI) / 4 + row) * 0.16]);
      return prism([...wave, ...wave.map(([x, v]) => [x, v + 0.26]).toReversed()], [2.3, 2.62 - row * 0.01], 'stone');
    })
  ];
  return repeated(3, (i) => turned(one, 'y', (i * 2 * Math.PI) / 3));
}

const faces = [
  ...prism(
    Array.from({ length: 48 }, (_, i) => [Math.cos((i * Math.PI) / 24) * 8.6, Math.sin((i * Math.PI) / 24) * 8.6]),
    [0, 0.3],
    'paving',
    { axis: 'y' }
  ),
  ...repeated(24, (i) =>
    turned(
      [{ points: [[7, 0.312, 0.04], [8.4, 0.312, 0.05], [8.4, 0.312, -0.05], [7, 0.312, -0.04]], tone: 'granite' }],
      'y',
      (i * Math.PI) / 12
    )
  ),
  ...slab(4.75, 6.75, 0.28, 1.8, 'stone'),
  ...slab(4.87, 6.9, 1.68, 1.86, 'paving'),
  ...steps(),
  ...railing(1.86, 4.62, 6.5),
  ...slab(3.2, 5.3, 1.84, 2.35, 'granite'),
  ...slab(2.85, 4.85, 2.33, 2.8, 'granite'),
  ...shaft(2.78, 17.2, 12),
  ...panels(),
  ...slab(2.5, 4.3, 17.16, 17.42, 'stone'),
  ...slab(2.72, 4.6, 17.4, base, 'stone'),
  ...moved(
    lathe(
      [
        [1.6, 0],
        [1.6, 0.3],
        [1.25, 0.42],
        [1.25, 0.8],
        [1.36, 0.92]
      ],
      'granite',
      { sides: 36 }
    ),
    [0, base - 0.02, 0]
  ),
  ...water()
];

await saveModelTo('city-memory')('luan-monument', faces);
const { body, view } = drawnModel(faces, { turn: 24, lift: 17, box: [250, 140, 930, 1190], height: 1300 });
saveTo('city-memory')('luan-monument', {
  height: 1300,
  title: '引滦入津工程纪念碑示意模型：三角形碑座，顶上为抽象的水形',
  body: [
    heading('引滦入津工程纪念碑', 'Monument to the Luan River works'),
    body,
    measured(view, [-5, 0, 0], [-5, base, 0], [-4.9, 0, 0], '碑座高 18 米', 'base 18 m'),
    measured(view, [2, 0, 0], [2, whole24, 0], [6.4, 0, 0], '总高一说 24 米', '24 m, by one account'),
    foot(1246, '示意：两处高度有据，其余尺寸待考；碑顶只作抽象形', 'Schematic: the two heights are recorded, the rest is not; the figure is an abstract form.')
  ].join('\n')
});
