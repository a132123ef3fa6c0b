/** CX-10: a box television of the 1950s, schematic. The one measure known is the screen, 35 cm across its corners. */
import { drawnModel } from '../hand/model-drawing.mjs';
import { saveModelTo } from '../hand/model.mjs';
import { foot, heading, ink, line, paper, saveTo, zh, en } from '../hand/sheet.mjs';
import { box, lathe, loft, moved, prism, repeated, surface, tube, turned } from '../hand/solids.mjs';

/** The screen's corners, so that they lie 35 cm apart. */
const [half, tall] = [0.14, 0.105];
const [cx, cy] = [-0.045, 0.262];
const front = 0.19;

/** A rounded rectangle, counter-clockwise, from a corner's middle. */
function rounded(w, h, radius, n = 5) {
  return [
    [1, 1],
    [-1, 1],
    [-1, -1],
    [1, -1]
  ].flatMap(([sx, sy], quarter) =>
    Array.from({ length: n + 1 }, (_, i) => {
      const a = ((quarter + i / n) * Math.PI) / 2;
      return [sx * (w - radius) + Math.cos(a) * radius, sy * (h - radius) + Math.sin(a) * radius];
    })
  );
}
const at = (ring, z, [x, y] = [0, 0]) => ring.map(([u, v]) => [u + x, v + y, z]);

/** The cabinet: veneer with rounded edges, deeper at the foot, its front set back in a frame. */
function cabinet() {
  const mid = [0, 0.215];
  const [w, h] = [0.255, 0.2];
  return [
    ...loft(
      [
        at(rounded(w - 0.012, h - 0.012, 0.03), -0.17, mid),
        at(rounded(w, h, 0.035), -0.158, mid),
        at(rounded(w, h, 0.035), front - 0.006, mid),
        at(rounded(w - 0.006, h - 0.006, 0.032), front, mid),
        at(rounded(w - 0.018, h - 0.018, 0.024), front, mid),
        at(rounded(w - 0.02, h - 0.02, 0.022), front - 0.014, mid)
      ],
      'timber',
      { cap: 'timber-dark' }
    ),
    // Front panel, lacquered.
    ...prism(rounded(w - 0.021, h - 0.021, 0.022).map(([x, y]) => [x, y + 0.215]), [front - 0.03, front - 0.01], 'paper')
  ];
}

/** A bulging tube behind a dark mask with a bright rim. */
function screen() {
  const bulge = (u, v) => {
    const [x, y] = [u * 2 - 1, v * 2 - 1];
    const round = (a, b) => a * Math.sqrt(1 - 0.13 * b * b);
    return [cx + half * round(x, y) * 0.985, cy + tall * round(y, x) * 0.985, front - 0.008 + 0.02 * (1 - x * x) * (1 - y * y)];
  };
  const ring = (w, h, radius, z) => at(rounded(w, h, radius), z, [cx, cy]);
  return [
    ...prism(rounded(half + 0.008, tall + 0.008, 0.04).map(([x, y]) => [x + cx, y + cy]), [front - 0.0105, front - 0.0088], 'dark'),
    ...surface(bulge, 14, 10, 'glass'),
    ...loft(
      [
        ring(half + 0.006, tall + 0.006, 0.04, front - 0.011),
        ring(half + 0.018, tall + 0.018, 0.05, front - 0.011),
        ring(half + 0.018, tall + 0.018, 0.05, front + 0.003),
        ring(half + 0.015, tall + 0.015, 0.046, front + 0.006),
        ring(half - 0.006, tall - 0.006, 0.04, front - 0.004)
      ],
      'timber-dark',
      { isRing: true }
    ),
    ...loft(
      [
        ring(half + 0.0185, tall + 0.0185, 0.05, front - 0.0105),
        ring(half + 0.022, tall + 0.022, 0.053, front - 0.0105),
        ring(half + 0.022, tall + 0.022, 0.053, front - 0.0045),
        ring(half + 0.0185, tall + 0.0185, 0.05, front - 0.0045)
      ],
      'gilt',
      { isRing: true }
    )
  ];
}

/** Turned to point forwards. */
const facing = (faces) => turned(faces, 'x', Math.PI / 2);

function knob(x, y, radius, tone = 'dark') {
  const grip = lathe(
    [
      [radius, 0],
      [radius, 0.006],
      [radius * 0.82, 0.008],
      [radius * 0.78, 0.017],
      [radius * 0.66, 0.02],
      [0, 0.0205]
    ],
    tone,
    { sides: 20 }
  );
  const mark = box([-0.0012, 0.0012], [0.0206, 0.0218], [-radius * 0.66, -radius * 0.15], 'white');
  return moved(turned([...facing(grip), ...facing(mark)], 'z', -0.5 - x * 9), [x, y, front - 0.0102]);
}

function controls() {
  const x = 0.193;
  return [
    ...prism(rounded(0.034, 0.13, 0.012).map(([u, v]) => [u + x, v + cy]), [front - 0.0105, front - 0.0065], 'timber-dark'),
    ...moved(
      facing(
        lathe(
          [
            [0.03, 0],
            [0.03, 0.003],
            [0.0275, 0.004]
          ],
          'brass',
          { sides: 28 }
        )
      ),
      [x, cy + 0.082, front - 0.0066]
    ),
    ...moved(knob(x, cy + 0.082, 0.023), [0, 0, 0.0072]),
    ...moved(knob(x, cy + 0.012, 0.015, 'timber'), [0, 0, 0.0037]),
    ...repeated(2, (i) => moved(knob(x - 0.014 + i * 0.028, cy - 0.04, 0.0085, 'paper'), [0, 0, 0.0037])),
    ...repeated(5, (i) => box([x - 0.022, x + 0.022], [cy - 0.107 + i * 0.0095, cy - 0.1035 + i * 0.0095], [front - 0.0066, front - 0.0035], 'brass'))
  ];
}

/** Loudspeaker behind woven cloth and slats, under the screen. */
function speaker() {
  const [x0, x1, y0, y1] = [-0.222, 0.222, 0.043, 0.108];
  return [
    ...box([x0, x1], [y0, y1], [front - 0.0104, front - 0.007], 'leather'),
    ...repeated(21, (i) => {
      const x = x0 + 0.005 + i * 0.0217;
      return prism(
        [
          [x - 0.003, front - 0.0072],
          [x + 0.003, front - 0.0072],
          [x + 0.0018, front - 0.001],
          [x - 0.0018, front - 0.001]
        ],
        [y0 - 0.002, y1 + 0.002],
        'bamboo',
        { axis: 'y' }
      );
    }),
    ...[y0 - 0.004, y1].flatMap((y) => box([x0 - 0.004, x1 + 0.004], [y, y + 0.004], [front - 0.0104, front + 0.001], 'gilt'))
  ];
}

/** The hump of the tube, the board with its vents, the cord. */
function back() {
  return [
    ...loft(
      [
        at(rounded(0.045, 0.04, 0.03).toReversed(), -0.262, [-0.03, 0.24]),
        at(rounded(0.075, 0.07, 0.035).toReversed(), -0.246, [-0.03, 0.24]),
        at(rounded(0.16, 0.13, 0.05).toReversed(), -0.1705, [-0.03, 0.235])
      ].map((ring) => ring.toReversed()),
      'timber-dark'
    ),
    ...prism(rounded(0.228, 0.172, 0.02).map(([x, y]) => [x, y + 0.215]), [-0.1715, -0.168], 'leather'),
    ...repeated(2, (side) =>
      repeated(8, (i) => {
        const y = 0.075 + i * 0.012;
        return y < 0.1 || side ? box([side ? 0.14 : -0.2, side ? 0.2 : -0.14], [y, y + 0.005], [-0.1735, -0.17], 'dark') : [];
      })
    ),
    ...tube(
      [
        [0.16, 0.06, -0.17],
        [0.165, 0.035, -0.2],
        [0.17, 0.006, -0.235],
        [0.12, 0.004, -0.262],
        [0.02, 0.004, -0.255],
        [-0.08, 0.004, -0.268]
      ],
      0.004,
      'rubber',
      { sides: 6 }
    )
  ];
}

const faces = [
  ...cabinet(),
  ...screen(),
  ...controls(),
  ...speaker(),
  ...back(),
  ...[-0.2, 0.2].flatMap((x) =>
    [-0.12, 0.14].flatMap((z) =>
      moved(
        lathe(
          [
            [0.014, 0],
            [0.02, 0.016]
          ],
          'dark',
          { sides: 14 }
        ),
        [x, 0, z]
      )
    )
  )
];

await saveModelTo('city-memory')('television', faces);
const { body, view } = drawnModel(faces, { turn: 28, lift: 17, box: [250, 150, 950, 770] });
const [a, b] = [
  [cx - half * 0.86, cy - tall * 0.86, front],
  [cx + half * 0.86, cy + tall * 0.86, front]
].map(view.flat);
const tick = ([x, y]) => `<path d="M${x - 9} ${y}h18M${x} ${y - 9}v18" stroke="${ink}" stroke-width="1.4"/>`;
const onGlass = (text) => text.replace(`stroke="${paper}"`, 'stroke="#C9D3D0"');
saveTo('city-memory')('television', {
  height: 900,
  title: '箱式电视机示意模型：木壳，左上为荧光屏，右侧旋钮，下方扬声器',
  body: [
    heading('“北京”牌电视机', 'The Beijing television'),
    body,
    `<path d="${line([a, b])}" stroke="${ink}" stroke-width="1.4" stroke-dasharray="9 5" fill="none"/>${tick(a)}${tick(b)}`,
    onGlass(zh((a[0] + b[0]) / 2 - 18, (a[1] + b[1]) / 2 - 20, '35 厘米', { size: 27, weight: 700, anchor: 'middle', halo: true })),
    onGlass(en((a[0] + b[0]) / 2 + 30, (a[1] + b[1]) / 2 + 48, '35 cm', { size: 22, anchor: 'middle', fill: ink, halo: true })),
    foot(846, '示意，不按比例；只有屏幕尺寸有据', 'Schematic, not to scale; only the screen’s size is recorded.')
  ].join('\n')
});
