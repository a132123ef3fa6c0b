/**
 * Jintang Bridge as faces, in metres: 76.4 long and 10.5 wide, a swing bridge. Of the rest no measure is known, so spans,
 * trusses and heights are a sign for its kind. `openDegrees` turns the swinging span on its pier.
 */
import { bars, lamp, pier, railing } from './bridge-parts.mjs';
import { beam, box, lathe, moved, repeated, turned, whole } from './solids.mjs';

export const LENGTH = 76.4;
export const WIDTH = 10.5;
/** Half the swinging span, from its pivot to a landing pier. */
const ARM = 19.4;
const DECK = 6.4;
const WATER = 1;
const TRUSS_AT = WIDTH / 2 - 0.55;

export function jintangBridge({ openDegrees = 0 } = {}) {
  const half = LENGTH / 2;
  return [
    ...ground(half),
    ...[-1, 1].flatMap((side) => pier(side * (ARM + 0.4), [WATER - 0.4, DECK - 1.5], { half: 4.4, width: 2.4 })),
    ...pivot(),
    ...[-1, 1].flatMap((side) => fixedSpan(side < 0 ? [-half, -ARM - 0.25] : [ARM + 0.25, half])),
    ...turned(swingingSpan(), 'y', (openDegrees * Math.PI) / 180)
  ];
}

function ground(half) {
  const quay = (side) => {
    const [from, to] = [half, half + 7].map((x) => x * side).sort((a, b) => a - b);
    const edge = side < 0 ? [to - 0.9, to] : [from, from + 0.9];
    return [
      ...box([from, to], [0, DECK - 0.72], [-15, 15], 'granite', { top: 'earth' }),
      ...box(edge, [DECK - 0.72, DECK - 0.3], [-15, -WIDTH / 2 - 0.6], 'paving'),
      ...box(edge, [DECK - 0.72, DECK - 0.3], [WIDTH / 2 + 0.6, 15], 'paving'),
      ...box([from, to], [DECK - 0.72, DECK], [-WIDTH / 2, WIDTH / 2], 'stone', { top: 'paving' }),
      ...[-1, 1].flatMap((z) =>
        box([side * (half + 1) - 0.9, side * (half + 1) + 0.9], [DECK - 0.72, DECK + 2.6], [z * (WIDTH / 2 + 0.9) - 0.85, z * (WIDTH / 2 + 0.9) + 0.85], 'stone', {
          bevel: 0.25
        })
      ),
      ...[-1, 1].flatMap((z) => lamp([side * (half + 1), DECK + 2.6, z * (WIDTH / 2 + 0.9)], { height: 2.6 }))
    ];
  };
  return [...box([-half, half], [0, WATER], [-15, 15], 'water'), ...quay(-1), ...quay(1)];
}

/** The round pier, its ring of rollers and the drum that turns on it. */
function pivot() {
  return [
    ...lathe(
      [
        [4.6, WATER - 0.4],
        [4.2, 3.3],
        [4.6, 3.3],
        [4.6, 3.9]
      ],
      'stone',
      { sides: 28 }
    ),
    ...lathe(
      [
        [3.6, 3.9],
        [3.6, 4.15]
      ],
      'iron',
      { sides: 28 }
    ),
    ...whole(
      repeated(20, (i) =>
        turned(moved(box([-0.22, 0.22], [0, 0.42], [-0.3, 0.3], 'steel'), [3.05, 4.15, 0]), 'y', (i * Math.PI) / 10)
      )
    ),
    ...lathe(
      [
        [3.4, 4.55],
        [3.4, DECK - 0.9]
      ],
      'iron',
      { sides: 28 }
    )
  ];
}

/** A span between two places: girders, deck and a low truss on each side. */
function fixedSpan([x0, x1]) {
  const panels = 6;
  const at = (i) => x0 + ((x1 - x0) * i) / panels;
  const [low, high] = [DECK - 0.35, DECK + 2.3];
  const top = (i) => (i === 0 || i === panels ? low : high);
  const pairs = [
    [[x0, low], [x1, low]],
    [[at(1), high], [at(panels - 1), high]],
    [[x0, low], [at(1), high]],
    [[x1, low], [at(panels - 1), high]],
    ...repeated(panels - 1, (i) => [[[at(i + 1), low], [at(i + 1), top(i + 1)]]]),
    ...repeated(panels - 2, (i) => [i % 2 ? [[at(i + 1), low], [at(i + 2), high]] : [[at(i + 1), high], [at(i + 2), low]]])
  ];
  return [
    ...deck([x0, x1], panels),
    ...[-1, 1].flatMap((z) => bars(pairs, z * TRUSS_AT, [0.3, 0.42], 'iron')),
    ...[-1, 1].flatMap((z) => railing([x0, x1], DECK + 0.12, z * (WIDTH / 2 - 0.12), { step: 1.6 }))
  ];
}

/** Two arms that balance on the pivot: trusses that rise to a portal over it. */
function swingingSpan() {
  const panels = 6;
  const heights = [2.1, 2.5, 2.9, 3.5, 4.3, 5.4, 6.6];
  const [low, lean] = [DECK - 0.35, ARM / panels];
  const high = (i) => DECK + heights[panels - Math.abs(i)];
  const x = (i) => i * lean;
  const ribs = Array.from({ length: panels * 2 + 1 }, (_, i) => i - panels);
  const pairs = [
    [[-ARM, low], [ARM, low]],
    ...ribs.slice(1).map((i) => [[x(i - 1), high(i - 1)], [x(i), high(i)]]),
    ...ribs.filter((i) => i !== 0).map((i) => [[x(i), low], [x(i), high(i)]]),
    ...ribs.filter((i) => i > 0).flatMap((i) => [
      [[x(i - 1), low], [x(i), high(i)]],
      [[x(1 - i), low], [x(-i), high(i)]]
    ])
  ];
  const crown = high(0);
  const portal = [-1, 1].flatMap((z) => beam([0, low, z * TRUSS_AT], [0, crown + 0.5, z * TRUSS_AT], [0.6, 0.5], 'iron'));
  const struts = [0, 1, 2, 3].flatMap((i) =>
    (i === 0 ? [0] : [-i, i]).flatMap((k) => (high(k) > DECK + 3.3 ? box([x(k) - 0.16, x(k) + 0.16], [high(k) - 0.16, high(k) + 0.16], [-TRUSS_AT, TRUSS_AT], 'iron') : []))
  );
  const cross = [-1, 1].flatMap((k) => [
    ...beam([0, crown, -TRUSS_AT], [x(k), high(k), TRUSS_AT], [0.12, 0.12], 'iron'),
    ...beam([0, crown, TRUSS_AT], [x(k), high(k), -TRUSS_AT], [0.12, 0.12], 'iron')
  ]);
  return [
    ...deck([-ARM, ARM], panels * 2),
    ...[-1, 1].flatMap((z) => bars(pairs, z * TRUSS_AT, [0.3, 0.4], 'iron')),
    ...portal,
    ...struts,
    ...whole(cross),
    ...[-1, 1].flatMap((z) => lathe([[0.05, crown + 0.5], [0.42, crown + 0.7], [0.3, crown + 1.15], [0.06, crown + 1.9]], 'cinnabar', { sides: 10 }).map((face) => ({ ...face, points: face.points.map(([a, b, c]) => [a, b, c + z * TRUSS_AT]) }))),
    ...[-1, 1].flatMap((z) => railing([-ARM, ARM], DECK + 0.12, z * (WIDTH / 2 - 0.12), { step: 1.6 }))
  ];
}

/** Planks on cross girders, with a kerb at each side. */
function deck([x0, x1], panels) {
  const planks = Math.round((x1 - x0) / 1.2);
  const at = (i, n) => x0 + ((x1 - x0) * i) / n;
  return [
    ...repeated(panels + 1, (i) => box([at(i, panels) - 0.16, at(i, panels) + 0.16], [DECK - 0.95, DECK - 0.3], [-TRUSS_AT, TRUSS_AT], 'iron')),
    ...[-2.4, 0, 2.4].flatMap((z) => box([x0, x1], [DECK - 0.7, DECK - 0.28], [z - 0.14, z + 0.14], 'iron')),
    ...repeated(planks, (i) =>
      box([at(i, planks), at(i + 1, planks) - 0.06], [DECK - 0.3, DECK - (i % 2 ? 0.02 : 0)], [-WIDTH / 2 + 1.1, WIDTH / 2 - 1.1], i % 3 === 1 ? 'bamboo' : 'timber')
    ),
    ...[-1, 1].flatMap((z) => {
      const [a, b] = [z * (WIDTH / 2), z * (WIDTH / 2 - 1.1)].sort((p, q) => p - q);
      return box([x0, x1], [DECK - 0.3, DECK + 0.12], [a, b], 'timber-dark', { top: 'timber' });
    })
  ];
}
