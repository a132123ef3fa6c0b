/** A tank locomotive, about 26 units long, forward +x, on rails at ±2.35 whose tops are at RAIL. It stands for its kind. */
import { beam, both, box, lathe, moved, prism, repeated, tube, turned, whole } from '../hand/solids.mjs';

const GAUGE = 2.35;
export const RAIL = 1.1;
const DRIVERS = [-4.4, 0, 4.4];
const R = 1.95;

/** A length of track between two places along it. */
export function track([x0, x1] = [-14, 14]) {
  const rail = (z) =>
    prism(
      [
        [z - 0.24, 0.62],
        [z + 0.24, 0.62],
        [z + 0.24, 0.7],
        [z + 0.08, 0.76],
        [z + 0.08, 0.94],
        [z + 0.16, 1],
        [z + 0.16, RAIL],
        [z - 0.16, RAIL],
        [z - 0.16, 1],
        [z - 0.08, 0.94],
        [z - 0.08, 0.76],
        [z - 0.24, 0.7]
      ],
      [x0, x1],
      'steel',
      { axis: 'x' }
    );
  return [
    ...box([x0 - 0.4, x1 + 0.4], [0, 0.26], [-5, 5], 'earth', { bevel: 0.1 }),
    ...repeated(Math.floor((x1 - x0) / 1.9), (i) => box([x0 + 0.6 + i * 1.9, x0 + 1.5 + i * 1.9], [0.2, 0.62], [-4.1, 4.1], 'timber-dark', { top: 'timber', bevel: 0.06 })),
    ...rail(GAUGE),
    ...rail(-GAUGE)
  ];
}

/** A spoked wheel facing +z, its middle at the origin. */
export function wheel(radius, spokes, weightAt = null) {
  const flat = (faces) => turned(faces, 'x', Math.PI / 2);
  const tyre = (outer, inner, [z0, z1], tone) =>
    prism(circle(outer, 30), [z0, z1], tone, { holes: [circle(inner, 30)] });
  return [
    ...tyre(radius, radius * 0.86, [-0.3, 0.12], 'iron'),
    ...tyre(radius + 0.14, radius * 0.88, [-0.42, -0.3], 'iron'),
    ...tyre(radius * 0.87, radius * 0.76, [-0.24, 0.06], 'lead'),
    ...flat(lathe([[radius * 0.2, -0.3], [radius * 0.2, 0.22], [radius * 0.13, 0.3]], 'lead', { sides: 14 })),
    ...whole(repeated(spokes, (i) => turned(box([-0.085, 0.085], [radius * 0.12, radius * 0.82], [-0.14, 0.02], 'lead'), 'z', (i * 2 * Math.PI) / spokes))),
    ...(weightAt === null
      ? []
      : turned(
          prism([...arc(radius * 0.8, -0.62, 0.62), ...arc(radius * 0.5, -0.62, 0.62).toReversed()], [-0.18, 0.07], 'lead'),
          'z',
          weightAt
        ))
  ];
}
const circle = (radius, n) => Array.from({ length: n }, (_, i) => [Math.cos((i * 2 * Math.PI) / n) * radius, Math.sin((i * 2 * Math.PI) / n) * radius]);
const arc = (radius, from, to) => Array.from({ length: 7 }, (_, i) => [Math.cos(from + ((to - from) * i) / 6) * radius, Math.sin(from + ((to - from) * i) / 6) * radius]);

/** Wheels, cranks and rods of the near side; the far side is its mirror image. */
function runningGear() {
  const y = RAIL + R;
  const crank = 0.85;
  const turn = 0.55;
  const pin = (x) => [x + Math.cos(turn) * crank, y + Math.sin(turn) * crank];
  const rodAt = GAUGE + 0.62;
  const disc = (x, at, radius, [z0, z1], tone) => moved(prism(circle(radius, 14), [z0, z1], tone), [x, at, 0]);
  const [px, py] = pin(0);
  return [
    ...DRIVERS.flatMap((x) => moved(turned(wheel(R, 12, turn + Math.PI), 'z', 0), [x, y, GAUGE + 0.08])),
    ...moved(wheel(1.15, 9), [9.2, RAIL + 1.15, GAUGE + 0.08]),
    ...moved(wheel(1.15, 9), [-9.4, RAIL + 1.15, GAUGE + 0.08]),
    ...DRIVERS.flatMap((x) => disc(...pin(x), 0.3, [GAUGE + 0.1, rodAt + 0.3], 'steel')),
    ...beam([pin(DRIVERS[0])[0] - 0.2, py, rodAt], [pin(DRIVERS[2])[0] + 0.2, py, rodAt], [0.2, 0.42], 'silver'),
    ...beam([px, py, rodAt + 0.26], [8.1, y + 0.1, rodAt + 0.26], [0.2, 0.36], 'silver'),
    ...box([7.6, 8.5], [y - 0.25, y + 0.5], [GAUGE + 0.5, rodAt + 0.42], 'iron'),
    ...[y + 0.62, y - 0.4].flatMap((at) => box([6.3, 9.3], [at, at + 0.16], [GAUGE + 0.55, rodAt + 0.4], 'steel')),
    // The cylinder and its valve chest.
    ...moved(turned(lathe([[1.02, -1.75], [1.02, 1.75]], 'black', { sides: 20 }), 'z', Math.PI / 2), [10.4, y + 0.1, GAUGE + 0.85]),
    ...moved(turned(lathe([[1.14, -0.1], [1.14, 0.16]], 'steel', { sides: 20 }), 'z', Math.PI / 2), [12.1, y + 0.1, GAUGE + 0.85]),
    ...moved(turned(lathe([[1.14, -0.1], [1.14, 0.16]], 'steel', { sides: 20 }), 'z', Math.PI / 2), [8.72, y + 0.1, GAUGE + 0.85]),
    ...box([9.1, 11.7], [y + 0.9, y + 1.75], [GAUGE + 0.1, GAUGE + 1.7], 'black', { bevel: 0.08 })
  ];
}

const FOOTPLATE = RAIL + 2 * R + 0.1;
const AXIS = FOOTPLATE + 2.75;

/** Side tank, steps, springs of the near side. */
function side() {
  return [
    ...box([-5.6, 5.2], [FOOTPLATE + 0.1, FOOTPLATE + 3.1], [2.15, 4.15], 'leaf', { bevel: 0.14 }),
    ...whole(
      [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10].flatMap((i) =>
        [FOOTPLATE + 0.35, FOOTPLATE + 2.82].flatMap((y) => moved(prism(circle(0.06, 6), [4.14, 4.2], 'gilt'), [-5.2 + i * 1, y, 0]))
      )
    ),
    ...box([-4.9, 4.5], [FOOTPLATE + 0.62, FOOTPLATE + 0.7], [4.13, 4.17], 'gilt'),
    ...box([-4.9, 4.5], [FOOTPLATE + 2.42, FOOTPLATE + 2.5], [4.13, 4.17], 'gilt'),
    ...moved(lathe([[0.5, 0], [0.5, 0.25], [0.2, 0.4]], 'brass', { sides: 12 }), [3.9, FOOTPLATE + 3.08, 3.15]),
    ...[-7.6, -11.4].flatMap((x) => [
      ...box([x - 0.55, x + 0.55], [RAIL + 1.5, RAIL + 1.62], [3.5, 4.3], 'timber-dark'),
      ...box([x - 0.5, x - 0.4], [RAIL + 1.5, FOOTPLATE], [3.6, 3.75], 'iron'),
      ...box([x + 0.4, x + 0.5], [RAIL + 1.5, FOOTPLATE], [3.6, 3.75], 'iron')
    ]),
    ...tube([[-5.4, AXIS + 1.9, 1.9], [9.6, AXIS + 1.9, 1.9]], 0.07, 'brass', { sides: 6 })
  ];
}

function body() {
  const drum = (profile, tone, x) => moved(turned(lathe(profile, tone, { sides: 28 }), 'z', -Math.PI / 2), [x, AXIS, 0]);
  const bands = [-3.4, -0.2, 3, 6.2].flatMap((x) => drum([[2.27, 0], [2.27, 0.22]], 'brass', x));
  const cab = () => {
    const [x0, x1, z, top] = [-11.8, -5.8, 4.15, FOOTPLATE + 7.1];
    const wall = (holes) => prism([[x0, FOOTPLATE], [x1, FOOTPLATE], [x1, top], [x0, top]], [z - 0.16, z], 'leaf', { holes, inner: 'timber' });
    const windows = [[[-11.2, FOOTPLATE + 3.9], [-9.3, FOOTPLATE + 3.9], [-9.3, FOOTPLATE + 6.2], [-11.2, FOOTPLATE + 6.2]], [[-8.6, FOOTPLATE + 1], [-6.6, FOOTPLATE + 1], [-6.6, FOOTPLATE + 6.2], [-8.6, FOOTPLATE + 6.2]]];
    const front = (x, holes) => prism([[-z, FOOTPLATE], [z, FOOTPLATE], [z, top], [-z, top]], [x, x + 0.16], 'leaf', { axis: 'x', holes });
    const round = (cz) => circle(0.72, 14).map(([a, b]) => [cz + a, FOOTPLATE + 5.4 + b]);
    const roof = Array.from({ length: 11 }, (_, i) => {
      const k = -1 + (i * 2) / 10;
      return [k * (z + 0.5), top + 0.75 - k * k * 0.75];
    });
    return [
      ...both(wall(windows), 'z'),
      ...front(x1 - 0.16, [round(2.4), round(-2.4)]),
      ...front(x0, [round(2.4), round(-2.4)]),
      ...prism([...roof, ...roof.map(([a, b]) => [a, b - 0.22]).toReversed()], [x0 - 0.6, x1 + 0.6], 'tile', { axis: 'x' }),
      ...box([x0 - 1.9, x0], [FOOTPLATE, FOOTPLATE + 3.2], [-3.9, 3.9], 'leaf', { top: 'black', bevel: 0.1 }),
      ...repeated(7, (i) => moved(box([-0.5, 0.5], [0, 0.5 + (i % 3) * 0.16], [-0.55, 0.55], 'black', { bevel: 0.16 }), [x0 - 0.95 + (i % 2) * 0.2, FOOTPLATE + 3.1, -3 + i])),
      ...box([x1 - 1.5, x1 - 0.1], [FOOTPLATE, FOOTPLATE + 5.1], [-2.2, 2.2], 'black')
    ];
  };
  const chimney = moved(
    [
      ...lathe([[1.35, 0], [1.02, 0.42], [0.86, 0.9], [0.95, 2.5]], 'black', { sides: 22 }),
      ...lathe([[0.99, 2.5], [1.02, 3.05]], 'cinnabar', { sides: 22 }),
      ...lathe([[0.98, 3.05], [1.06, 4.1], [1.55, 4.45], [1.55, 4.75], [1.2, 4.85]], 'black', { sides: 22 })
    ],
    [10.3, AXIS + 2.1, 0]
  );
  const dome = moved(lathe([[1.5, 0], [1.16, 0.4], [1.1, 1.3], [0.95, 1.85], [0.55, 2.2], [0.1, 2.3]], 'brass', { sides: 22 }), [1.6, AXIS + 2, 0]);
  const valves = moved([...lathe([[0.62, 0], [0.62, 0.5], [0.4, 0.7]], 'brass', { sides: 14 }), ...lathe([[0.2, 0.6], [0.16, 1.5]], 'brass', { sides: 8 })], [-3.8, AXIS + 2.1, 0]);
  const lampBox = moved([...box([-0.55, 0.55], [0, 1.2], [-0.5, 0.5], 'black', { bevel: 0.08 }), ...moved(turned(lathe([[0.42, 0], [0.42, 0.14]], 'lamp', { sides: 14 }), 'z', -Math.PI / 2), [0.52, 0.6, 0])], [12.3, FOOTPLATE + 0.1, 0]);
  const buffer = (x, z, k) => moved(turned([...lathe([[0.32, 0], [0.26, 0.85]], 'iron', { sides: 12 }), ...lathe([[0.66, 0.85], [0.66, 1.02]], 'iron', { sides: 16 })], 'z', (-Math.PI / 2) * k), [x, FOOTPLATE - 0.75, z]);
  return [
    ...drum([[2.2, -5.9], [2.2, 8.2]], 'leaf', 0),
    ...bands,
    ...drum([[2.36, 0], [2.36, 3.6]], 'black', 8.1),
    ...drum([[2.1, 0], [1.9, 0.2], [0.6, 0.42], [0.4, 0.62]], 'iron', 11.68),
    ...whole(repeated(10, (i) => moved(box([11.68, 11.82], [-0.09, 0.09], [-0.09, 0.09], 'steel'), [0, AXIS + Math.sin((i * Math.PI) / 5) * 2.2, Math.cos((i * Math.PI) / 5) * 2.2]))),
    ...box([8.6, 11.4], [FOOTPLATE - 0.2, AXIS - 1], [-1.7, 1.7], 'black'),
    ...box([-13.7, 13.1], [FOOTPLATE - 0.28, FOOTPLATE + 0.1], [-4.3, 4.3], 'iron', { top: 'black' }),
    ...both(box([-13.4, 12.8], [RAIL + 1.3, FOOTPLATE - 0.2], [GAUGE - 0.75, GAUGE - 0.5], 'black'), 'z'),
    ...box([12.8, 13.25], [FOOTPLATE - 1.55, FOOTPLATE + 0.1], [-4.3, 4.3], 'lead'),
    ...box([-13.85, -13.4], [FOOTPLATE - 1.55, FOOTPLATE + 0.1], [-4.3, 4.3], 'lead'),
    ...[2.9, -2.9].flatMap((z) => [...buffer(13.2, z, 1), ...buffer(-13.8, z, -1)]),
    ...DRIVERS.concat([9.2, -9.4]).flatMap((x, i) => moved(turned(lathe([[0.28, -2.6], [0.28, 2.6]], 'iron', { sides: 10 }), 'x', Math.PI / 2), [x, RAIL + (i < 3 ? R : 1.15), 0])),
    ...chimney,
    ...dome,
    ...valves,
    ...lampBox,
    ...cab()
  ];
}

/** The engine without its track. */
export const locomotive = () => [...body(), ...both([...runningGear(), ...side()], 'z')];

/** A coal wagon of two axles, its middle over the origin. */
export function wagon(seed) {
  const low = RAIL + 1.5;
  const lumps = repeated(34, (i) => {
    const [u, v] = [((i * 7 + seed * 3) % 17) / 17, ((i * 5 + seed) % 9) / 9];
    const heap = 1.9 * Math.sin(Math.PI * u) * Math.sin(Math.PI * (0.15 + 0.7 * v));
    return moved(turned(box([-0.62, 0.62], [-0.5, 0.5], [-0.6, 0.6], 'black', { bevel: 0.18 }), 'y', i), [-3.9 + u * 7.8, low + 3.1 + heap, -2.4 + v * 4.8]);
  });
  const half = [
    ...[-2.7, 2.7].flatMap((x) => moved(wheel(1.2, 8), [x, RAIL + 1.2, GAUGE + 0.08])),
    ...[-2.7, 2.7].flatMap((x) => box([x - 0.9, x + 0.9], [RAIL + 0.9, low], [GAUGE + 0.45, GAUGE + 0.65], 'iron')),
    ...[-4.5, -1.5, 1.5, 4.5].flatMap((x) => box([x - 0.16, x + 0.16], [low, low + 3.15], [3.35, 3.52], 'iron'))
  ];
  return [
    ...box([-5, 5], [low - 0.35, low], [-3.4, 3.4], 'iron'),
    ...[0, 1, 2, 3].flatMap((k) => box([-4.8, 4.8], [low + k * 0.78, low + k * 0.78 + 0.74], [-3.35, 3.35], 'timber')),
    ...lumps,
    ...both(half, 'z'),
    ...[2.2, -2.2].flatMap((z) => [5, -5.7].flatMap((x) => box([x, x + 0.7], [low - 0.5, low - 0.05], [z - 0.3, z + 0.3], 'iron')))
  ];
}
