/** CX-18: the leading car of a fast train, schematic: no type, no number, no emblem. No measure is known. */
import { drawnModel } from '../hand/model-drawing.mjs';
import { saveModelTo } from '../hand/model.mjs';
import { foot, heading, saveTo } from '../hand/sheet.mjs';
import { beam, both, box, lathe, moved, prism, repeated, scaled, turned, whole, wire } from '../hand/solids.mjs';

/** As if in metres, then brought to the size of a plinth. The nose is at +x. */
const [tail, shoulder, nose] = [-12.4, 5.2, 12.4];
const [low, roof, half] = [1.05, 4.75, 1.64];

const smooth = (t) => t * t * (3 - 2 * t);
/** How the body shrinks towards the nose: height of roof and floor, half width, at a place along it. */
function bodyAt(x) {
  const t = Math.max(0, Math.min(1, (x - shoulder) / (nose - shoulder)));
  const drop = smooth(t) ** 1.15;
  return {
    top: roof - (roof - 1.62) * (0.86 * drop + 0.14 * t ** 6),
    foot: low - 0.42 * smooth(Math.min(1, t * 2.2)) + 0.36 * t ** 8,
    half: half * Math.sqrt(Math.max(0.0004, 1 - t ** 3.1)) * (1 - 0.1 * t)
  };
}

/** The cross section, half of it: from the middle of the roof round to the middle of the floor, in parts of height. */
const section = [
  [0, 1],
  [0.4, 0.985],
  [0.72, 0.92],
  [0.9, 0.82],
  [0.975, 0.7],
  [1, 0.555],
  [1, 0.47],
  [1, 0.34],
  [1, 0.305],
  [0.985, 0.16],
  [0.93, 0.04],
  [0.84, 0],
  [0, 0]
];
/** What the strip between two of these is painted: a warm white body, a dark band of windows, one red line below it. */
const paint = ['white', 'white', 'white', 'white', 'white', 'white', 'white', 'cinnabar', 'white', 'silver', 'steel', 'iron'];

const stations = [
  ...Array.from({ length: 8 }, (_, i) => tail + ((shoulder - tail) * i) / 7),
  ...Array.from({ length: 22 }, (_, i) => shoulder + (nose - shoulder) * (1 - (1 - (i + 1) / 22) ** 1.5))
];

function pointAt(x, j, side) {
  const { top, foot, half: w } = bodyAt(x);
  const [u, v] = section[j];
  return [x, foot + (top - foot) * v, side * w * u];
}

function body() {
  const faces = [];
  for (let i = 0; i + 1 < stations.length; i++)
    for (const side of [1, -1])
      for (let j = 0; j + 1 < section.length; j++) {
        const [a, b] = [stations[i], stations[i + 1]];
        const points = [pointAt(a, j + 1, side), pointAt(b, j + 1, side), pointAt(b, j, side), pointAt(a, j, side)];
        const clean = points.filter((p, k) => Math.hypot(...p.map((v, n) => v - points[(k + 1) % 4][n])) > 1e-6);
        if (clean.length < 3) continue;
        // The windscreen: the upper strips of the slope.
        const x = (a + b) / 2;
        const isGlass = j <= 3 && x > 7.3 && x < 9.15;
        const isRim = j <= 3 && ((x >= 7.05 && x <= 7.3) || (x >= 9.15 && x < 9.4));
        const tone = isGlass ? 'glass' : isRim ? 'iron' : paint[j];
        faces.push({ points: side > 0 ? clean : clean.toReversed(), tone });
      }
  const end = (x, isFront) => {
    const ring = [...section.map((_, j) => pointAt(x, j, 1)), ...section.slice(1, -1).map((_, j) => pointAt(x, section.length - 2 - j, -1))];
    return { points: isFront ? ring : ring.toReversed(), tone: isFront ? 'white' : 'iron' };
  };
  return [...faces, end(tail, false), end(nose, true)];
}

/** Windows let into a dark band; doors with their handrails; all a little proud of the side, which is flat here. */
function sides() {
  const z = half;
  const pane = (x0, x1, y0, y1, depth, tone) => box([x0, x1], [y0, y1], [z - 0.04, z + depth], tone, { bevel: 0 });
  const door = (x) => [
    ...pane(x - 0.52, x + 0.52, 1.28, 3.42, 0.02, 'paper'),
    ...pane(x - 0.43, x + 0.43, 1.36, 3.36, 0.035, 'white'),
    ...pane(x - 0.22, x + 0.22, 2.35, 3.1, 0.045, 'glass'),
    ...[-0.62, 0.62].flatMap((d) => wire([x + d, 1.5, z + 0.07], [x + d, 2.9, z + 0.07], 0.025, 'silver', { sides: 4 }))
  ];
  const band = [
    ...pane(-10.6, 3.15, 2.32, 3.16, 0.012, 'iron'),
    ...repeated(9, (i) => pane(-10.35 + i * 1.5, -9.13 + i * 1.5, 2.4, 3.08, 0.03, 'glass'))
  ];
  return both([...band, ...door(-11.5), ...door(4.05), ...pane(4.95, 5.35, 2.45, 3.05, 0.02, 'glass')], 'z');
}

function roofworks() {
  const y = roof - 0.06;
  const pantograph = (x) =>
    whole([
      ...box([x - 1.1, x + 1.1], [y + 0.02, y + 0.12], [-0.7, 0.7], 'steel'),
      ...both(
        [
          ...repeated(2, (i) => moved(lathe([[0.1, 0], [0.14, 0.06], [0.08, 0.1], [0.14, 0.16], [0.07, 0.24]], 'leather', { sides: 8 }), [x - 0.8 + i * 1.6, y + 0.1, 0.5])),
          ...beam([x - 0.7, y + 0.32, 0.3], [x + 0.75, y + 0.98, 0.16], [0.07, 0.07], 'iron'),
          ...beam([x + 0.75, y + 0.98, 0.16], [x - 0.35, y + 1.62, 0.5], [0.05, 0.05], 'iron')
        ],
        'z'
      ),
      ...box([x - 0.78, x - 0.6], [y + 0.22, y + 0.42], [-0.62, 0.62], 'iron'),
      ...box([x - 0.45, x - 0.33], [y + 1.6, y + 1.67], [-0.85, 0.85], 'iron'),
      ...box([x - 0.33, x - 0.23], [y + 1.6, y + 1.66], [-0.8, 0.8], 'steel')
    ]);
  return [
    ...box([-11.6, -8.3], [y - 0.12, y + 0.06], [-1, 1], 'silver', { bevel: 0.05 }),
    ...box([-2.2, 2.6], [y - 0.12, y + 0.14], [-0.95, 0.95], 'silver', { bevel: 0.06 }),
    ...repeated(6, (i) => box([-1.9 + i * 0.75, -1.45 + i * 0.75], [y + 0.13, y + 0.17], [-0.7, 0.7], 'steel')),
    ...pantograph(-6.2)
  ];
}

function bogie(x) {
  const wheel = (dx) =>
    both(
      moved(
        turned(
          lathe(
            [
              [0.12, -0.22],
              [0.46, -0.09],
              [0.46, 0.03],
              [0.54, 0.05],
              [0.54, 0.09],
              [0.3, 0.1],
              [0.14, 0.12]
            ],
            'steel',
            { sides: 22 }
          ),
          'x',
          -Math.PI / 2
        ),
        [x + dx, 0.66, 0.78]
      ),
      'z'
    );
  return [
    ...wheel(-1.25),
    ...wheel(1.25),
    ...[-1.25, 1.25].flatMap((d) => wire([x + d, 0.66, -0.75], [x + d, 0.66, 0.75], 0.09, 'iron', { sides: 8 })),
    ...both(
      [
        ...prism(
          [
            [x - 1.85, 0.85],
            [x - 1.5, 0.95],
            [x - 0.6, 0.72],
            [x + 0.6, 0.72],
            [x + 1.5, 0.95],
            [x + 1.85, 0.85],
            [x + 1.8, 0.66],
            [x + 1.1, 0.56],
            [x + 0.5, 0.46],
            [x - 0.5, 0.46],
            [x - 1.1, 0.56],
            [x - 1.8, 0.66]
          ],
          [1.04, 1.2],
          'iron'
        ),
        ...[-1.25, 1.25].flatMap((d) => box([x + d - 0.2, x + d + 0.2], [0.5, 0.84], [1.19, 1.34], 'black', { bevel: 0.05 })),
        ...moved(lathe([[0.26, 0], [0.3, 0.12], [0.26, 0.22], [0.3, 0.32]], 'rubber', { sides: 14 }), [x, 0.72, 1.05])
      ],
      'z'
    ),
    ...box([x - 0.5, x + 0.5], [0.5, 0.95], [-1.06, 1.06], 'black')
  ];
}

/** Slab track: two rails on their blocks. */
function track() {
  const [x0, x1] = [-12.9, 12.9];
  return [
    ...prism(
      [
        [-2.5, -0.75],
        [2.5, -0.75],
        [2.2, -0.32],
        [-2.2, -0.32]
      ],
      [x0, x1],
      'concrete',
      { axis: 'x' }
    ),
    ...box([x0, x1], [-0.33, -0.12], [-1.35, 1.35], 'stone'),
    ...whole(repeated(30, (i) => both(box([x0 + 0.42 + i * 0.85, x0 + 0.74 + i * 0.85], [-0.13, -0.02], [0.52, 0.98], 'granite'), 'z'))),
    ...both(
      prism(
        [
          [0.66, -0.03],
          [0.84, -0.03],
          [0.84, 0.01],
          [0.77, 0.03],
          [0.77, 0.08],
          [0.8, 0.1],
          [0.8, 0.135],
          [0.7, 0.135],
          [0.7, 0.1],
          [0.73, 0.08],
          [0.73, 0.03],
          [0.66, 0.01]
        ],
        [x0, x1],
        'steel',
        { axis: 'x' }
      ),
      'z'
    )
  ];
}

/** Skirts between the bogies, lamps and the edge under the nose. */
function details() {
  const lamp = (x, y, tone) => {
    const { half: w } = bodyAt(x);
    return both(moved(turned(lathe([[0.2, -0.3], [0.2, 0.02], [0.14, 0.05], [0, 0.06]], tone, { sides: 14 }), 'z', -Math.PI / 2 + 0.5), [x, y, w * 0.6]), 'z');
  };
  return [
    ...both(box([-5.9, 5.4], [0.42, 1.12], [1.28, 1.58], 'silver', { bevel: 0.06 }), 'z'),
    ...repeated(5, (i) => both(box([-5.2 + i * 2.1, -3.6 + i * 2.1], [0.55, 0.95], [1.5, 1.6], 'steel'), 'z')),
    ...box([10.6, 11.5], [0.3, 0.66], [-1.05, 1.05], 'iron', { bevel: 0.1 }),
    ...lamp(10.35, 2.28, 'lamp'),
    // Gangway at the rear end.
    ...box([tail - 0.32, tail + 0.05], [1.15, 3.55], [-0.78, 0.78], 'black'),
    ...both(box([tail - 0.3, tail], [0.85, 1.05], [0.3, 0.6], 'iron'), 'z')
  ];
}

const car = [...body(), ...sides(), ...roofworks(), ...bogie(-8.6), ...bogie(7.4), ...track(), ...details()];
const k = 1.3 / 25.8;
const faces = scaled(moved(car, [0, 0.75, 0]), k);

await saveModelTo('city-memory')('intercity-train', faces);
const { body: drawing } = drawnModel(faces, { turn: 42, lift: 16, box: [90, 170, 1110, 760] });
saveTo('city-memory')('intercity-train', {
  height: 900,
  title: '高速列车头车示意模型：流线形车头，一排车窗，下为转向架与无砟轨道',
  body: [
    heading('城际列车', 'An intercity train'),
    drawing,
    foot(846, '示意，不按比例；不指某一车型', 'Schematic, not to scale; no particular type of train.')
  ].join('\n')
});
