/**
 * BX-13: the house in Longtaili Lane. Ground 121.22 m² and two floors of 202.16 m² together hold here; how they lie, the
 * heights and every detail are schematic and no reconstruction. A tailor's shop below, three windows above. Metres.
 */
import { drawnModel, pointed } from '../hand/model-drawing.mjs';
import { saveModelTo } from '../hand/model.mjs';
import { foot, heading, saveTo } from '../hand/sheet.mjs';
import { beam, box, courses, lathe, moved, prism, repeated, tinted, tube, whole } from '../hand/solids.mjs';

const width = 9.6;
/** Two equal floors, and a yard behind that makes up the ground. */
const depth = 202.16 / 2 / width;
const yard = 121.22 / width - depth;
const [low, floor, eaves] = [0.3, 3.85, 7.25];
const half = width / 2;
const front = (depth + yard) / 2;
const back = front - depth;

/** Openings of the street front: along0, along1, up0, up1, measured from its left corner and the ground. */
const windows = [1.05, 3.95, 6.85].map((s) => [s, s + 1.7, floor + 0.78, floor + 2.72]);
const shop = [0.75, 6.05, low + 0.45, 3.1];
const stairDoor = [7.35, 8.65, low, 2.95];

/** A hole's sides and its back, `deep` behind the front. */
function recess([s0, s1, y0, y1], deep, tone, backTone) {
  const [x0, x1, z0, z1] = [s0 - half, s1 - half, front - deep, front];
  return [
    { points: [[x0, y0, z1], [x0, y0, z0], [x0, y1, z0], [x0, y1, z1]], tone },
    { points: [[x1, y0, z1], [x1, y0, z0], [x1, y1, z0], [x1, y1, z1]].toReversed(), tone },
    { points: [[x0, y1, z1], [x1, y1, z1], [x1, y1, z0], [x0, y1, z0]].toReversed(), tone },
    { points: [[x0, y0, z1], [x1, y0, z1], [x1, y0, z0], [x0, y0, z0]], tone: 'stone' },
    { points: [[x0, y0, z0], [x1, y0, z0], [x1, y1, z0], [x0, y1, z0]], tone: backTone }
  ];
}

function walls() {
  const h = eaves - low;
  const up = ([s0, s1, y0, y1]) => [s0, s1, y0 - low, y1 - low];
  const corner = (x, z) => [x, low, z];
  const style = { course: 0.21, vary: 0.13 };
  return [
    ...courses(corner(-half, front), corner(half, front), h, 'brick', {
      ...style,
      brick: 0.62,
      openings: [...windows, shop, stairDoor].map(up),
      seed: 3
    }),
    ...courses(corner(half, front), corner(half, back), h, 'brick', { ...style, brick: 1.3, seed: 5 }),
    ...courses(corner(-half, back), corner(-half, front), h, 'brick', { ...style, brick: 1.3, seed: 7 }),
    ...courses(corner(half, back), corner(-half, back), h, 'brick', { ...style, brick: 1.3, seed: 9 }),
    // Plinth, string course, corner piers, cornice.
    ...box([-half - 0.08, half + 0.08], [0.1, low + 0.02], [back - 0.08, front + 0.08], 'stone'),
    ...box([-half - 0.07, half + 0.07], [floor - 0.2, floor - 0.04], [back - 0.07, front + 0.1], 'stone'),
    ...box([-half - 0.1, half + 0.1], [floor - 0.06, floor + 0.06], [back - 0.1, front + 0.14], 'paving'),
    ...[-half, half].flatMap((x) => [
      ...box([x - 0.22, x + 0.22], [low, floor - 0.18], [front - 0.2, front + 0.07], 'brick-red'),
      ...box([x - 0.22, x + 0.22], [floor + 0.04, eaves], [front - 0.2, front + 0.07], 'brick-red')
    ]),
    ...box([-half - 0.12, half + 0.12], [eaves - 0.34, eaves - 0.16], [back - 0.12, front + 0.14], 'stone'),
    ...box([-half - 0.26, half + 0.26], [eaves - 0.18, eaves], [back - 0.26, front + 0.28], 'paving'),
    ...whole(repeated(24, (i) => box([-half + 0.1 + i * 0.405, -half + 0.28 + i * 0.405], [eaves - 0.5, eaves - 0.32], [front - 0.05, front + 0.1], 'brick-red')))
  ];
}

/** Two sashes of six panes, sill, flat arch, shutters folded back. */
function window(hole) {
  const [s0, s1, y0, y1] = hole;
  const [x0, x1, z] = [s0 - half, s1 - half, front - 0.16];
  const mid = (x0 + x1) / 2;
  const bar = (a, b, c, d, tone = 'paper', thick = 0.07) => box([a, b], [c, d], [z - 0.04, z + thick - 0.02], tone);
  const shutter = (x, w) => [
    ...box([x, x + w], [y0 + 0.02, y1 - 0.02], [front - 0.01, front + 0.06], 'olive'),
    ...repeated(11, (i) => box([x + 0.09, x + w - 0.09], [y0 + 0.16 + i * 0.152, y0 + 0.24 + i * 0.152], [front + 0.05, front + 0.085], 'olive'))
  ];
  return [
    ...recess(hole, 0.2, 'plaster', 'glass'),
    ...bar(x0, x0 + 0.09, y0, y1),
    ...bar(x1 - 0.09, x1, y0, y1),
    ...bar(x0 + 0.08, x1 - 0.08, y0, y0 + 0.1),
    ...bar(x0 + 0.08, x1 - 0.08, y1 - 0.09, y1),
    ...bar(mid - 0.055, mid + 0.055, y0 + 0.09, y1 - 0.08),
    ...bar(x0 + 0.08, mid - 0.05, y0 + 0.68, y0 + 0.73, 'paper', 0.05),
    ...bar(mid + 0.05, x1 - 0.08, y0 + 0.68, y0 + 0.73, 'paper', 0.05),
    ...bar(x0 + 0.08, mid - 0.05, y0 + 1.29, y0 + 1.34, 'paper', 0.05),
    ...bar(mid + 0.05, x1 - 0.08, y0 + 1.29, y0 + 1.34, 'paper', 0.05),
    ...box([x0 - 0.14, x1 + 0.14], [y0 - 0.16, y0 + 0.01], [front - 0.1, front + 0.16], 'stone'),
    // A flat arch of bricks on edge with a keystone.
    ...repeated(13, (i) => {
      const w = (x1 - x0 + 0.36) / 13;
      const a = x0 - 0.18 + i * w;
      const lean = (i - 6) * 0.022;
      return prism(
        [
          [a + 0.012, y1],
          [a + w - 0.012, y1],
          [a + w - 0.012 + lean, y1 + (i === 6 ? 0.46 : 0.36)],
          [a + 0.012 + lean, y1 + (i === 6 ? 0.46 : 0.36)]
        ],
        [front - 0.02, front + (i === 6 ? 0.09 : 0.05)],
        i === 6 ? 'stone' : 'brick-red'
      );
    }),
    ...shutter(x0 - 0.62, 0.6),
    ...shutter(x1 + 0.02, 0.6)
  ];
}

/** The shop: a timber front with its counter, shelves of cloth behind glass, a door, and a blank board. */
function shopFront() {
  const [s0, s1, y0, y1] = shop;
  const [x0, x1] = [s0 - half, s1 - half];
  const z = front;
  const post = (x, w = 0.14) => box([x - w / 2, x + w / 2], [low, y1 + 0.05], [z - 0.12, z + 0.1], 'timber-dark');
  const door = [x0 + 3.72, x0 + 5.16];
  const cloths = ['paper', 'river', 'leather', 'bamboo', 'granite', 'olive', 'paper', 'river'];
  const shelf = (y) => [
    ...box([x0 + 0.1, door[0] - 0.1], [y - 0.05, y], [z - 0.84, z - 0.42], 'timber'),
    ...repeated(8, (i) =>
      repeated(2 + ((i * 3 + Math.round(y)) % 3), (k) =>
        box([x0 + 0.22 + i * 0.42, x0 + 0.56 + i * 0.42 - (k % 2) * 0.02], [y + k * 0.13 + 0.004, y + k * 0.13 + 0.126], [z - 0.8, z - 0.46 + (k % 2) * 0.01], cloths[(i + k + Math.round(y)) % 8])
      )
    )
  ];
  return [
    ...recess(shop, 0.9, 'plaster', 'plaster'),
    ...shelf(y0 + 0.42),
    ...shelf(y0 + 1.22),
    // Counter front of boards, with a sill.
    ...repeated(9, (i) => box([x0 + 0.08 + i * 0.4, x0 + 0.46 + i * 0.4], [low, y0 + 0.12], [z - 0.06, z + 0.05], 'timber')),
    ...box([x0, door[0]], [y0 + 0.1, y0 + 0.18], [z - 0.14, z + 0.16], 'timber-dark'),
    ...[x0, x0 + 1.2, x0 + 2.4, door[0] - 0.02, x1].flatMap((x) => post(x)),
    ...[x0 + 0.6, x0 + 1.8, x0 + 3.05].flatMap((x) => box([x - 0.025, x + 0.025], [y0 + 0.16, y1 - 0.5], [z - 0.05, z], 'timber-dark')),
    ...box([x0, x1], [y1 - 0.52, y1 - 0.44], [z - 0.08, z + 0.06], 'timber-dark'),
    ...repeated(13, (i) => box([x0 + 0.38 + i * 0.4, x0 + 0.42 + i * 0.4], [y1 - 0.46, y1], [z - 0.05, z], 'timber-dark')),
    ...box([x0 + 0.05, x1 - 0.05], [y1 - 0.45, y1 - 0.02], [z - 0.07, z - 0.03], 'lamp'),
    // Door: two leaves with panes above, one of them ajar inwards.
    ...box([door[0], door[0] + 0.7], [low, y1 - 0.5], [z - 0.06, z], 'timber'),
    ...box([door[0] + 0.12, door[0] + 0.58], [low + 1.1, y1 - 0.66], [z - 0.05, z + 0.015], 'glass'),
    ...box([door[0] + 0.12, door[0] + 0.58], [low + 0.14, low + 0.95], [z - 0.05, z + 0.02], 'timber-dark'),
    ...box([door[1] - 0.06, door[1]], [low, y1 - 0.5], [z - 0.7, z - 0.02], 'timber'),
    ...box([door[0] - 0.05, x1], [low - 0.16, low + 0.012], [z - 0.2, z + 0.5], 'stone'),
    // The dark room behind the open leaf.
    ...box([door[0] + 0.7, door[1] - 0.06], [low, y1 - 0.5], [z - 0.88, z - 0.8], 'dark'),
    // A board without words, and a cloth sign without words.
    ...box([x0 - 0.1, x1 + 0.1], [y1 + 0.1, y1 + 0.58], [z - 0.02, z + 0.12], 'timber-dark', { bevel: 0.03 }),
    ...box([x0 + 0.02, x1 - 0.02], [y1 + 0.17, y1 + 0.51], [z + 0.1, z + 0.14], 'dark'),
    ...beam([x1 + 0.55, y1 + 0.1, z - 0.02], [x1 + 0.55, y1 + 0.1, z + 0.95], [0.05, 0.05], 'iron'),
    ...box([x1 + 0.53, x1 + 0.57], [y1 - 1.3, y1 + 0.06], [z + 0.2, z + 0.85], 'cinnabar')
  ];
}

/** The way up: a narrow door with its own step. */
function stairs() {
  const [s0, s1, y0, y1] = stairDoor;
  const [x0, x1, z] = [s0 - half, s1 - half, front - 0.14];
  return [
    ...recess(stairDoor, 0.2, 'plaster', 'timber-dark'),
    ...box([x0, x0 + 0.1], [y0, y1], [z - 0.05, z + 0.08], 'timber'),
    ...box([x1 - 0.1, x1], [y0, y1], [z - 0.05, z + 0.08], 'timber'),
    ...box([x0 + 0.1, x1 - 0.1], [y1 - 0.55, y1 - 0.47], [z - 0.05, z + 0.08], 'timber'),
    ...box([x0 + 0.1, x1 - 0.1], [y1 - 0.47, y1], [z - 0.05, z], 'glass'),
    ...[0, 1].flatMap((i) => [
      ...box([x0 + 0.12 + i * 0.54, x0 + 0.64 + i * 0.54], [y0, y1 - 0.56], [z - 0.05, z + 0.03], 'timber'),
      ...[0.12, 0.92, 1.5].flatMap((y, k) => box([x0 + 0.2 + i * 0.54, x0 + 0.56 + i * 0.54], [y0 + y, y0 + y + [0.66, 0.44, 0.44][k]], [z, z + 0.055], 'timber-dark'))
    ]),
    ...box([x0 - 0.2, x1 + 0.2], [0.1, low + 0.03], [front - 0.1, front + 0.5], 'stone'),
    ...box([x0 - 0.3, x1 + 0.3], [y1 + 0.08, y1 + 0.2], [front - 0.05, front + 0.42], 'timber-dark'),
    // A lamp on its bracket.
    ...tube([[x1 + 0.35, 3.1, front - 0.02], [x1 + 0.35, 3.35, front + 0.25], [x1 + 0.35, 3.32, front + 0.45]], 0.025, 'iron', { sides: 6 }),
    ...moved(lathe([[0.06, -0.32], [0.11, -0.1], [0.17, -0.06], [0.05, 0.03]], 'lamp', { sides: 8 }), [x1 + 0.35, 3.3, front + 0.45])
  ];
}

/** A tiled roof in rolls, hipped to nothing: two slopes and gables. */
function roof() {
  const [z0, z1, x] = [back - 0.34, front + 0.36, half + 0.34];
  const mid = (z0 + z1) / 2;
  const ridge = eaves + 2.35;
  const slope = (t, side) => [eaves - 0.02 + (ridge - eaves) * t, side > 0 ? z1 + (mid - z1) * t : z0 + (mid - z0) * t];
  return [
    ...prism(
      [
        [z1, eaves - 0.02],
        [z1, eaves + 0.1],
        [mid, ridge],
        [z0, eaves + 0.1],
        [z0, eaves - 0.02]
      ],
      [-x, x],
      'tile',
      { axis: 'x', cap: 'brick' }
    ),
    ...whole(
      [1, -1].flatMap((side) =>
        repeated(28, (i) => {
          const at = -x + 0.12 + i * ((2 * x - 0.24) / 27);
          const [ya, za] = slope(0, side);
          const [yb, zb] = slope(1, side);
          return tube(
            [
              [at, ya + 0.13, za + side * 0.03],
              [at, yb + 0.02, zb]
            ],
            0.085,
            'tile',
            { sides: 5 }
          ).map((face) => ({ ...face, tint: 1.12 + (i % 3) * 0.06 }));
        })
      )
    ),
    ...tube([[-x - 0.03, ridge + 0.06, mid], [x + 0.03, ridge + 0.06, mid]], 0.17, 'iron', { sides: 8 }),
    ...tinted(box([2.4, 3.3], [eaves + 0.5, ridge + 1.05], [mid - 1.5, mid - 0.9], 'brick-red'), 0.95),
    ...box([2.32, 3.38], [ridge + 0.95, ridge + 1.15], [mid - 1.58, mid - 0.82], 'stone'),
    ...[2.65, 3.05].flatMap((cx) => moved(lathe([[0.12, 0], [0.1, 0.34], [0.13, 0.4]], 'brick', { sides: 10 }), [cx, ridge + 1.14, mid - 1.2]))
  ];
}

/** Behind: the wall of the yard, a gate, a water jar. */
function rear() {
  const end = back - yard;
  return [
    ...box([-half, half], [0.1, 2.5], [end, end + 0.26], 'brick'),
    ...box([-half - 0.06, half + 0.06], [2.48, 2.62], [end - 0.06, end + 0.32], 'tile'),
    ...[-1, 1].flatMap((s) => [
      ...box(s < 0 ? [-half, -half + 0.26] : [half - 0.26, half], [0.1, 2.5], [end + 0.2, back + 0.05], 'brick'),
      ...box(s < 0 ? [-half - 0.06, -half + 0.32] : [half - 0.32, half + 0.06], [2.48, 2.62], [end + 0.2, back + 0.02], 'tile')
    ]),
    ...box([1.4, 2.5], [low - 0.1, 2.35], [back - 0.06, back + 0.02], 'timber'),
    ...[-3, -0.6].flatMap((x) => [
      ...box([x, x + 1.2], [floor + 0.9, floor + 2.4], [back - 0.05, back + 0.02], 'paper'),
      ...box([x + 0.1, x + 0.56], [floor + 1, floor + 2.3], [back - 0.07, back], 'glass'),
      ...box([x + 0.64, x + 1.1], [floor + 1, floor + 2.3], [back - 0.07, back], 'glass')
    ]),
    ...moved(lathe([[0.3, 0], [0.44, 0.3], [0.46, 0.55], [0.36, 0.8], [0.4, 0.86]], 'leather', { sides: 16 }), [-3.6, 0.1, back - 1])
  ];
}

/** The lane: slabs, a gutter, and the ground the house stands on. */
function lane() {
  const [x0, x1, z0, z1] = [-half - 1.1, half + 1.1, -front - 0.9, front + 3.4];
  return [
    ...box([x0, x1], [-0.4, 0], [z0, z1], 'earth'),
    ...box([x0 + 0.01, x1 - 0.01], [-0.02, 0.12], [z0 + 0.01, front + 0.95], 'paving'),
    ...repeated(5, (row) =>
      repeated(10, (i) => {
        const w = (x1 - x0) / 9.5;
        const a = Math.max(x0 + 0.01, x0 + (i - (row % 2) * 0.5) * w + 0.02);
        const b = Math.min(x1 - 0.01, x0 + (i + 1 - (row % 2) * 0.5) * w - 0.02);
        if (b - a < 0.1) return [];
        const z = front + 1.02 + row * 0.47;
        return tinted(whole(box([a, b], [-0.03, 0.035], [z, z + 0.44], 'granite')), 0.9 + ((i * 7 + row * 5) % 6) * 0.035);
      })
    )
  ];
}

const faces = moved([...lane(), ...walls(), ...windows.flatMap(window), ...shopFront(), ...stairs(), ...roof(), ...rear()], [0, 0.4, 0]);
const dividing = { longest: 0.16, shortest: 0.022, most: 19_000 };
await saveModelTo('red-tianjin')('longtaili-house', faces, dividing);
const { body, view } = drawnModel(faces, { turn: 31, lift: 17, box: [230, 140, 1060, 900], height: 1020, weight: 0.85, ...dividing });
saveTo('red-tianjin')('longtaili-house', {
  height: 1020,
  title: '隆泰里小楼示意模型：两层砖木小楼，楼上临街三窗，楼下成衣铺',
  body: [
    heading('隆泰里小楼', 'The house in Longtaili Lane'),
    body,
    pointed(view, [windows[0][0] - half + 0.4, floor + 2, front], [236, 470], '楼上临街三窗', 'three windows above', 'end'),
    pointed(view, [-2.6, 2.2, front], [226, 800], '楼下成衣铺', 'tailor’s shop below', 'end'),
    foot(966, '示意，不作复原；占地121.22平方米，建筑面积202.16平方米', 'Schematic, no reconstruction; ground 121.22 m², floors 202.16 m² in all.')
  ].join('\n')
});
