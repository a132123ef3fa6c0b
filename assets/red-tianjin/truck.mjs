/** BX-23: a plain lorry of the time, no make and no mark; its load and every part are schematic. No measure is known. */
import { drawnModel } from '../hand/model-drawing.mjs';
import { saveModelTo } from '../hand/model.mjs';
import { foot, heading, saveTo } from '../hand/sheet.mjs';
import { beam, both, box, lathe, loft, moved, prism, repeated, scaled, tinted, tube, turned, whole, wire } from '../hand/solids.mjs';

/** As if in metres, the front at +x; brought to the size of a plinth at the end. */
const [rear, fore] = [-1.75, 1.95];
const wheelRadius = 0.46;

function tyre(x, z) {
  const side = Math.sign(z);
  const wheel = [
    ...lathe(
      [
        [0.28, -0.1],
        [0.4, -0.11],
        [wheelRadius, -0.07],
        [wheelRadius, 0.07],
        [0.4, 0.11],
        [0.28, 0.1]
      ],
      'rubber',
      { sides: 30, isRing: true }
    ),
    ...whole(repeated(30, (i) => turned(box([wheelRadius - 0.012, wheelRadius + 0.008], [-0.066, 0.066], [-0.018, 0.018], 'rubber'), 'y', ((i + 0.5) * Math.PI) / 15))),
    ...lathe(
      [
        [0.29, -0.09],
        [0.29, 0.085],
        [0.25, 0.095],
        [0.22, 0.04],
        [0.1, 0.05],
        [0.095, 0.12],
        [0, 0.125]
      ],
      'olive',
      { sides: 24 }
    ),
    ...whole(repeated(6, (i) => moved(lathe([[0.016, 0], [0.016, 0.02]], 'steel', { sides: 6 }), [Math.cos((i * Math.PI) / 3) * 0.15, 0.045, Math.sin((i * Math.PI) / 3) * 0.15])))
  ];
  return moved(turned(wheel, 'x', (side * Math.PI) / 2), [x, wheelRadius, z]);
}

function chassis() {
  return [
    ...both(box([-2.75, 2.5], [0.62, 0.76], [0.34, 0.46], 'black'), 'z'),
    ...[-2.6, -1.2, 0, 1.1].flatMap((x) => box([x - 0.06, x + 0.06], [0.63, 0.74], [-0.36, 0.36], 'black')),
    ...[rear, fore].flatMap((x) => [
      ...wire([x, wheelRadius, -0.8], [x, wheelRadius, 0.8], 0.06, 'iron', { sides: 8 }),
      ...both(
        repeated(4, (i) => beam([x - 0.62 + i * 0.1, 0.55 + i * 0.03, 0.4], [x + 0.62 - i * 0.1, 0.55 + i * 0.03, 0.4], [0.08, 0.026], 'iron')),
        'z'
      )
    ]),
    ...moved(lathe([[0, -0.19], [0.12, -0.17], [0.19, -0.06], [0.19, 0.06], [0.12, 0.17], [0, 0.19]], 'iron', { sides: 16 }), [rear, wheelRadius, 0]),
    ...tube([[1.2, 0.6, 0], [rear + 0.1, wheelRadius + 0.02, 0]], 0.04, 'iron', { sides: 8 }),
    // Tank and toolbox under the frame.
    ...turned(moved(lathe([[0.17, -0.36], [0.18, -0.34], [0.18, 0.34], [0.17, 0.36]], 'olive', { sides: 18 }), [0, 0, 0]), 'z', Math.PI / 2).map((face) => ({
      ...face,
      points: face.points.map(([x, y, z]) => [x - 0.55, y + 0.62, z + 0.66])
    })),
    ...box([-0.9, -0.2], [0.44, 0.74], [-0.82, -0.5], 'timber-dark', { bevel: 0.02 }),
    ...tube([[1.1, 0.5, -0.3], [-0.6, 0.48, -0.3], [-2.2, 0.5, -0.34], [-2.85, 0.46, -0.36]], 0.035, 'iron', { sides: 8 })
  ];
}

/** Bonnet, radiator, wings and lamps. */
function front() {
  const ring = (x, w, y0, y1, r) => [
    [x, y0, w],
    [x, y1 - r, w],
    [x, y1 - r * 0.3, w - r * 0.3],
    [x, y1, w - r],
    [x, y1, -w + r],
    [x, y1 - r * 0.3, -w + r * 0.3],
    [x, y1 - r, -w],
    [x, y0, -w]
  ];
  const wing = (z0, z1) => {
    const arch = Array.from({ length: 13 }, (_, i) => {
      const a = Math.PI * (-0.02 + (i / 12) * 1.02);
      return [fore + Math.cos(a) * 0.62, wheelRadius + Math.sin(a) * 0.6 + 0.06];
    });
    const run = [...arch, [fore - 0.86, 0.56], [fore - 1.5, 0.52]];
    const lower = run.map(([x, y], i) => {
      const a = Math.PI * (-0.02 + (Math.min(i, 12) / 12) * 1.02);
      return i > 12 ? [x, y - 0.04] : [x - Math.cos(a) * 0.045, y - Math.sin(a) * 0.045];
    });
    return prism([...run, ...lower.toReversed()], [z0, z1], 'olive');
  };
  return [
    ...loft([ring(1.08, 0.56, 0.74, 1.52, 0.2), ring(1.6, 0.5, 0.74, 1.5, 0.19), ring(2.28, 0.4, 0.74, 1.44, 0.17)], 'olive'),
    ...loft([ring(2.27, 0.43, 0.7, 1.5, 0.17), ring(2.36, 0.43, 0.7, 1.5, 0.17)], 'steel', { cap: 'steel' }),
    ...box([2.34, 2.372], [0.8, 1.36], [-0.34, 0.34], 'dark'),
    ...repeated(13, (i) => box([2.36, 2.386], [0.8, 1.36], [-0.325 + i * 0.0525, -0.305 + i * 0.0525], 'steel')),
    ...moved(lathe([[0.045, 0], [0.05, 0.05], [0, 0.07]], 'brass', { sides: 10 }), [2.3, 1.49, 0]),
    // Louvres and the hinge of the bonnet.
    ...both(repeated(9, (i) => box([1.3 + i * 0.1, 1.35 + i * 0.1], [0.94, 1.2], [0.36, 0.545 - i * 0.0125], 'iron')), 'z'),
    ...box([1.1, 2.26], [1.44, 1.522], [-0.012, 0.012], 'iron'),
    ...both(wing(0.48, 0.98), 'z'),
    ...both(box([0.25, 1.12], [0.44, 0.5], [0.56, 0.98], 'timber-dark'), 'z'),
    ...both(
      [
        ...moved(
          turned(lathe([[0.05, -0.14], [0.12, -0.08], [0.14, 0.04], [0.15, 0.06], [0.13, 0.075], [0.12, 0.06], [0, 0.09]], 'iron', { sides: 18, cap: 'lamp' }), 'z', -Math.PI / 2),
          [2.32, 1.16, 0.62]
        ),
        ...wire([2.28, 0.82, 0.5], [2.28, 1.06, 0.62], 0.03, 'iron', { sides: 6 })
      ],
      'z'
    ),
    ...box([2.6, 2.68], [0.52, 0.68], [-0.95, 0.95], 'iron', { bevel: 0.02 }),
    ...both(beam([2.3, 0.66, 0.4], [2.62, 0.6, 0.42], [0.07, 0.09], 'iron'), 'z')
  ];
}

/** Cab with open side windows, a split windscreen, a flat roof with rounded corners. */
function cab() {
  const [x0, x1, w, sill, top] = [0.1, 1.1, 0.8, 1.42, 2.08];
  const side = [
    [x0, 0.72],
    [x1, 0.72],
    [x1, sill],
    [x1 - 0.16, top],
    [x0, top]
  ];
  const hole = [
    [x0 + 0.14, sill - 0.02],
    [x1 - 0.1, sill - 0.02],
    [x1 - 0.23, top - 0.1],
    [x0 + 0.14, top - 0.1]
  ];
  const glassAt = (z0, z1) => {
    const [ya, yb] = [sill + 0.05, top - 0.08];
    const lean = (y) => x1 - (0.16 * (y - sill)) / (top - sill) + 0.004;
    return prism(
      [
        [lean(ya) - 0.03, ya],
        [lean(ya) + 0.012, ya],
        [lean(yb) + 0.012, yb],
        [lean(yb) - 0.03, yb]
      ],
      [z0, z1],
      'glass'
    );
  };
  return [
    ...both(prism(side, [w - 0.06, w], 'olive', { holes: [hole] }), 'z'),
    // Floor, back with its window, dash, front below the screen.
    ...box([x0 - 0.001, x0 + 0.06], [0.72, top], [-w + 0.03, w - 0.03], 'olive'),
    ...box([x0 - 0.014, x0 + 0.07], [1.5, 1.9], [-0.36, 0.36], 'glass'),
    ...box([x0, x1], [0.7, 0.78], [-w + 0.01, w - 0.01], 'black'),
    ...box([x1 - 0.06, x1 - 0.001], [0.72, sill + 0.06], [-w + 0.03, w - 0.03], 'olive'),
    ...both(glassAt(0.03, w - 0.1), 'z'),
    ...both(
      prism(
        [
          [x1 - 0.045, sill],
          [x1 + 0.002, sill],
          [x1 - 0.158, top],
          [x1 - 0.205, top]
        ],
        [w - 0.13, w - 0.01],
        'olive'
      ),
      'z'
    ),
    ...prism(
      [
        [x1 - 0.04, sill],
        [x1 + 0.008, sill],
        [x1 - 0.15, top],
        [x1 - 0.2, top]
      ],
      [-0.035, 0.035],
      'olive'
    ),
    ...box([x0 - 0.03, x1 - 0.08], [top - 0.03, top + 0.07], [-w - 0.03, w + 0.03], 'olive', { bevel: 0.055 }),
    ...prism(
      [
        [x1 - 0.16, top - 0.02],
        [x1 + 0.02, top - 0.07],
        [x1 + 0.02, top - 0.05],
        [x1 - 0.12, top + 0.04]
      ],
      [-w + 0.04, w - 0.04],
      'olive'
    ),
    // Bench, steering wheel.
    ...box([x0 + 0.08, x0 + 0.5], [0.78, 1.16], [-w + 0.1, w - 0.1], 'leather', { bevel: 0.05 }),
    ...box([x0 + 0.06, x0 + 0.2], [1.1, 1.6], [-w + 0.1, w - 0.1], 'leather', { bevel: 0.04 }),
    ...moved(
      turned(whole(tube(Array.from({ length: 20 }, (_, i) => [Math.cos((i * Math.PI) / 10) * 0.2, 0, Math.sin((i * Math.PI) / 10) * 0.2]), 0.016, 'black', { sides: 5, isRing: true })), 'z', 0.9),
      [x0 + 0.66, 1.42, 0.36]
    ),
    ...wire([x0 + 0.66, 1.42, 0.36], [x1 - 0.05, 1.1, 0.36], 0.02, 'iron', { sides: 6 }),
    // Door: seam, handle, hinges.
    ...both(
      [
        ...[x0 + 0.16, x1 - 0.06].flatMap((x) => box([x - 0.008, x + 0.008], [0.78, sill - 0.03], [w - 0.02, w + 0.006], 'iron')),
        ...box([x0 + 0.2, x0 + 0.34], [1.22, 1.25], [w - 0.02, w + 0.045], 'steel'),
        ...box([x0 + 0.1, x1 - 0.07], [sill - 0.05, sill - 0.01], [w - 0.02, w + 0.02], 'iron')
      ],
      'z'
    )
  ];
}

/** The bed: boards between stakes, tailboard, hoops without their cover, and a plain load. */
function bed() {
  const [x0, x1, w, floor] = [-2.95, 0, 0.98, 0.86];
  const stakes = Array.from({ length: 6 }, (_, i) => x0 + 0.08 + (i * (x1 - x0 - 0.16)) / 5);
  const board = (i) => [floor + 0.09 + i * 0.145, floor + 0.215 + i * 0.145];
  const hoop = (x) =>
    tube(
      Array.from({ length: 11 }, (_, i) => {
        const a = (i / 10) * Math.PI;
        return [x, floor + 0.62 + 0.78 * Math.sin(a) ** 0.75, Math.cos(a) * (w - 0.04)];
      }),
      0.02,
      'iron',
      { sides: 5, up: [1, 0, 0] }
    );
  const crate = (x, z, l, h, b, tone) =>
    moved(
      [
        ...box([-l / 2, l / 2], [0, h], [-b / 2, b / 2], tone),
        ...[-1, 1].flatMap((s) => [
          ...box([s * (l / 2 - 0.04) - 0.035, s * (l / 2 - 0.04) + 0.035], [0.01, h + 0.012], [-b / 2 - 0.015, b / 2 + 0.015], 'timber-dark')
        ])
      ],
      [x, floor + 0.05, z]
    );
  const roll = (x, y, z, r, long) =>
    moved(
      turned(
        [
          ...lathe([[r * 0.7, -long / 2], [r, -long / 2 + 0.04], [r, long / 2 - 0.04], [r * 0.7, long / 2]], 'paper', { sides: 16 }),
          ...[-0.25, 0.25].flatMap((t) => lathe([[r - 0.02, t * long - 0.015], [r + 0.012, t * long - 0.015], [r + 0.012, t * long + 0.015], [r - 0.02, t * long + 0.015]], 'leather', { sides: 16, isRing: true }))
        ],
        'x',
        Math.PI / 2
      ),
      [x, y, z]
    );
  return [
    ...repeated(7, (i) => box([x0, x1], [floor - 0.03, floor + 0.05], [-w + 0.01 + i * 0.281, -w + 0.27 + i * 0.281], 'timber')),
    ...both(box([x0 + 0.1, x1 - 0.05], [floor - 0.11, floor - 0.025], [0.34, 0.46], 'timber-dark'), 'z'),
    ...repeated(6, (i) => box([x0 + 0.2 + i * 0.5, x0 + 0.3 + i * 0.5], [floor - 0.1, floor - 0.025], [-w + 0.04, w - 0.04], 'timber-dark')),
    ...both(
      repeated(4, (i) => tinted(box([x0, x1], board(i), [w - 0.035, w], 'timber'), 0.93 + (i % 3) * 0.06)),
      'z'
    ),
    ...both(stakes.flatMap((x) => box([x - 0.035, x + 0.035], [floor - 0.08, floor + 0.66], [w - 0.002, w + 0.045], 'timber-dark')), 'z'),
    ...[x0, x1 - 0.035].flatMap((x, end) => repeated(4, (i) => tinted(box([x, x + 0.035], board(i), [-w + 0.03, w - 0.03], 'timber'), 0.95 + ((i + end) % 3) * 0.05))),
    ...[-0.6, 0, 0.6].flatMap((z) => box([x0 - 0.045, x0 + 0.002], [floor - 0.08, floor + 0.66], [z - 0.035, z + 0.035], 'timber-dark')),
    ...whole([x0 + 0.12, x0 + 1, x0 + 1.95, x1 - 0.12].flatMap(hoop)),
    ...whole(
      [0.25, 0.5, 0.75].flatMap((t) => {
        const a = t * Math.PI;
        const [y, z] = [floor + 0.64 + 0.78 * Math.sin(a) ** 0.75, Math.cos(a) * (w - 0.04)];
        return wire([x0 + 0.1, y, z], [x1 - 0.1, y, z], 0.018, 'timber', { sides: 4 });
      })
    ),
    ...crate(-2.35, 0.42, 0.72, 0.42, 0.55, 'bamboo'),
    ...crate(-2.4, -0.4, 0.6, 0.36, 0.6, 'timber'),
    ...crate(-0.55, -0.35, 0.7, 0.5, 0.7, 'bamboo'),
    ...roll(-1.5, floor + 0.22, 0.05, 0.17, 1.3),
    ...roll(-1.14, floor + 0.21, 0.08, 0.16, 1.2),
    ...roll(-1.32, floor + 0.5, 0.02, 0.15, 1.1),
    ...roll(-0.5, floor + 0.22, 0.5, 0.16, 0.7)
  ];
}

/** A piece of road. */
const road = box([-3.45, 3.1], [-0.2, 0], [-1.45, 1.45], 'earth');

const lorry = [
  ...[fore].flatMap((x) => [...tyre(x, 0.76), ...tyre(x, -0.76)]),
  ...[rear].flatMap((x) => [...tyre(x, 0.82), ...tyre(x, -0.82), ...tyre(x, 0.57), ...tyre(x, -0.57)]),
  ...chassis(),
  ...front(),
  ...cab(),
  ...bed(),
  // Spare wheel behind the cab, under the bed.
  ...moved(turned(lathe([[0.26, -0.09], [0.44, -0.09], [0.44, 0.09], [0.26, 0.09]], 'rubber', { sides: 24, isRing: true }), 'y', 0), [-2.45, 0.52, 0])
];
const k = 1.25 / 6.55;
const faces = scaled([...moved(lorry, [0, -0.01, 0]), ...road], k);
const standing = moved(faces, [0, 0.2 * k, 0]);

const dividing = { longest: 0.14, shortest: 0.025, most: 17_000 };
await saveModelTo('red-tianjin')('truck', standing, dividing);
const { body } = drawnModel(standing, { turn: 36, lift: 19, box: [130, 160, 1070, 800], weight: 0.9, ...dividing });
saveTo('red-tianjin')('truck', {
  height: 920,
  title: '卡车示意模型：圆头驾驶室，木栏车厢，车上是木箱与行李卷',
  body: [
    heading('从胜芳进城的卡车', 'A lorry from Shengfang'),
    body,
    foot(866, '示意，不按比例；不指某一型号', 'Schematic, not to scale; no particular make.')
  ].join('\n')
});
