/**
 * CX-19: the Tianjin Eye in real metres: wheel 110 across, top about 120 up, 48 cabins evenly. Bridge, legs and cabins are
 * schematic. The wheel turns between two carriageways.
 */
import { drawnModel, measured } from '../hand/model-drawing.mjs';
import { saveModelTo } from '../hand/model.mjs';
import { foot, heading, saveTo } from '../hand/sheet.mjs';
import { both, box, lathe, loft, moved, prism, repeated, tube, turned, whole, wire } from '../hand/solids.mjs';

const [radius, top, cabins] = [55, 120, 48];
const hub = top - radius;
const [outer, inner, half] = [50.6, 46.9, 1.9];
const around = (r, a, z) => [Math.cos(a) * r, Math.sin(a) * r, z];

const circle = (r, z, n = 64) => Array.from({ length: n }, (_, i) => around(r, (i * 2 * Math.PI) / n, z));
const ring = (r, z, thick, tone) => tube(circle(r, z), thick, tone, { sides: 5, isRing: true, up: [0, 0, 1] });

/** Two rims of two rings each, braced between and across. */
function rims() {
  const step = (2 * Math.PI) / cabins;
  return [
    ...both([...ring(outer, half, 0.42, 'white'), ...ring(inner, half, 0.32, 'white')], 'z'),
    ...repeated(cabins, (i) => {
      const [a, b, mid] = [i * step, (i + 1) * step, (i + 0.5) * step];
      return [
        ...both([...wire(around(inner, a, half), around(outer, mid, half), 0.17, 'white'), ...wire(around(outer, mid, half), around(inner, b, half), 0.17, 'white')], 'z'),
        ...wire(around(inner, a, -half), around(inner, a, half), 0.17, 'white'),
        ...wire(around(outer, mid, -half), around(outer, mid, half), 0.2, 'white')
      ];
    })
  ];
}

/** Ropes from the hub's flanges to the inner ring, crossing as those of a bicycle do. */
function ropes() {
  const n = 40;
  return repeated(n, (i) => {
    const a = (i * 2 * Math.PI) / n;
    return both(wire(around(2.6, a + (i % 2 ? 0.9 : -0.9), 5.4), around(inner - 0.2, a, half - 0.1), 0.11, 'steel'), 'z');
  });
}

/** A hub on its axle. */
function nave() {
  const along = (profile, tone) => turned(lathe(profile, tone, { sides: 28 }), 'x', Math.PI / 2);
  return [
    ...along(
      [
        [1.5, -8.6],
        [1.9, -8.4],
        [1.9, -6],
        [3.3, -5.9],
        [3.3, -5],
        [2, -4.6],
        [2, 4.6],
        [3.3, 5],
        [3.3, 5.9],
        [1.9, 6],
        [1.9, 8.4],
        [1.5, 8.6]
      ],
      'white'
    ),
    ...both(along([[1.1, 8.55], [1.1, 8.9], [0.2, 9.1]], 'cinnabar'), 'z')
  ];
}

/** Cabins outside the rim, upright all round; the lowest carries the accent. */
function cabin(i) {
  const a = -Math.PI / 2 + (i * 2 * Math.PI) / cabins;
  const [x, y] = [Math.cos(a) * (radius - 1.75), Math.sin(a) * (radius - 1.75)];
  const body = (r) => [
    [r * 0.55, -1.75],
    [r, -1.2],
    [r * 1.03, -0.35]
  ];
  const shell = [
    ...lathe(body(1.75), i === 0 ? 'cinnabar' : 'white', { sides: 8 }),
    ...lathe(
      [
        [1.72, -0.36],
        [1.72, 0.78]
      ],
      'glass',
      { sides: 8 }
    ),
    ...lathe(
      [
        [1.8, 0.76],
        [1.66, 1.2],
        [0.9, 1.72],
        [0, 1.75]
      ],
      'silver',
      { sides: 8 }
    )
  ];
  const [ix, iy] = [Math.cos(a) * (outer + 0.2), Math.sin(a) * (outer + 0.2)];
  return whole([
    ...moved(shell, [x, y, 0]),
    ...both(tube([[ix, iy, half], [x, y, 1.4]], 0.2, 'white', { sides: 4 }), 'z')
  ]);
}

/** Two legs a side, spread along the bridge, from the axle down to the piers. */
function legs() {
  const deck = 9;
  const leg = (sign) =>
    tube(
      [
        [0, hub, 7.6],
        [sign * 30, deck - 2, 13.2]
      ],
      [
        [-1.5, -1.9],
        [1.5, -1.9],
        [1.5, 1.9],
        [-1.5, 1.9]
      ],
      'white',
      { up: [0, 0, 1], size: (t) => 0.62 + 0.5 * t }
    );
  return both(
    [
      ...leg(1),
      ...leg(-1),
      // Two ties between the legs.
      ...[0.42, 0.7].flatMap((t) => {
        const at = (s) => [s * 30 * t, hub + (deck - 2 - hub) * t, 7.6 + 5.6 * t];
        return tube([at(-1), at(1)], 0.55, 'white', { sides: 6, up: [0, 0, 1] });
      })
    ],
    'z'
  );
}

/** Two carriageways on piers, the river under them. */
function bridge() {
  const [reach, y] = [66, 9];
  const road = [
    ...prism(
      [
        [5.2, y],
        [20.5, y],
        [20.5, y - 0.7],
        [17.5, y - 2.6],
        [8.2, y - 2.6],
        [5.2, y - 0.7]
      ],
      [-reach, reach],
      'concrete',
      { axis: 'x' }
    ),
    ...box([-reach, reach], [y - 0.01, y + 0.05], [7.6, 18.1], 'tile'),
    ...box([-reach, reach], [y + 0.04, y + 0.09], [12.75, 12.95], 'paper'),
    ...[10.2, 15.5].flatMap((z) =>
      repeated(22, (i) => {
        const x = -reach + 2 + i * 6;
        return [
          {
            points: [
              [x, y + 0.07, z + 0.08],
              [x + 3, y + 0.07, z + 0.08],
              [x + 3, y + 0.07, z - 0.08],
              [x, y + 0.07, z - 0.08]
            ],
            tone: 'paper',
            isWhole: true
          }
        ];
      })
    ),
    ...[5.4, 20.3].flatMap((z) => [
      ...whole(box([-reach, reach], [y + 1.05, y + 1.25], [z - 0.12, z + 0.12], 'silver')),
      ...whole(repeated(27, (i) => wire([-reach + 0.3 + i * 5.05, y - 0.02, z], [-reach + 0.3 + i * 5.05, y + 1.1, z], 0.12, 'silver')))
    ]),
    // Lamps along the outer side.
    ...whole(
      repeated(10, (i) => {
        const x = -58.5 + i * 13;
        return [
          ...tube([[x, y, 19.4], [x, y + 7.6, 19.4], [x, y + 8.3, 17.2]], 0.16, 'steel', { sides: 5 }),
          ...box([x - 0.28, x + 0.28], [y + 8.05, y + 8.4], [15.9, 17.3], 'lamp')
        ];
      })
    )
  ];
  const pier = (x) =>
    loft(
      [
        [
          [-2.2, 18],
          [2.2, 18],
          [2.2, 7.5],
          [-2.2, 7.5]
        ],
        [
          [-3.2, 17],
          [3.2, 17],
          [3.2, 8.5],
          [-3.2, 8.5]
        ]
      ].map((corners, k) => corners.map(([dx, z]) => [x + dx * (k ? 1 : 0.86), k ? y - 2.5 : 1.2, z])),
      'stone'
    );
  return [
    ...both([...road, ...[-30, 30].flatMap(pier)], 'z'),
    // Banks and the river between.
    ...prism(
      [
        [-66, 0],
        [-66, 6.5],
        [-55, 6.5],
        [-49, 0]
      ],
      [-30, 30],
      'stone'
    ),
    ...prism(
      [
        [66, 0],
        [66, 6.5],
        [55, 6.5],
        [49, 0]
      ],
      [-30, 30],
      'stone'
    ),
    ...box([-66, 66], [0.001, 1.6], [-30.01, 30.01], 'stone', { top: 'water' }),
    ...[-1, 1].flatMap((s) =>
      prism(
        [
          [s * 66.01, 6.4],
          [s * 66.01, 7],
          [s * 55.2, 7],
          [s * 54.4, 6.4]
        ],
        [-30.2, 30.2],
        'paving'
      )
    )
  ];
}

const faces = moved(
  [
    ...moved([...rims(), ...ropes(), ...nave(), ...repeated(cabins, cabin)], [0, hub, 0]),
    ...legs(),
    ...bridge()
  ],
  [0, 0, 0]
);

const dividing = { longest: 0.2, shortest: 0.03, most: 26_000 };
await saveModelTo('city-memory')('tianjin-eye', faces, dividing);
const { body, view } = drawnModel(faces, { turn: 22, lift: 13, box: [260, 140, 1010, 1130], height: 1250, weight: 0.8, ...dividing });
saveTo('city-memory')('tianjin-eye', {
  height: 1250,
  title: '天津之眼示意模型：摩天轮立于桥上，四十八个座舱均布，两侧是桥面',
  body: [
    heading('天津之眼', 'The Tianjin Eye'),
    body,
    measured(view, [0, hub - radius, 0], [0, top, 0], [74, 0, 0], '轮径 110 米', '110 m across'),
    measured(view, [-40, 0, 0], [-40, top, 0], [-28, 0, 0], '顶高约 120 米', 'top about 120 m'),
    foot(1196, '示意：轮径、顶高与四十八个座舱有据（待核），桥与支架示意', 'Schematic: diameter, height and the 48 cabins are as recorded (to be confirmed); bridge and legs are not measured.')
  ].join('\n')
});
