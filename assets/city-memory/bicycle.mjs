/** CX-10: a roadster of the 1950s, schematic: diamond frame, rod brakes, chain case, rack. No measure is known. */
import { drawnModel } from '../hand/model-drawing.mjs';
import { saveModelTo } from '../hand/model.mjs';
import { foot, heading, saveTo } from '../hand/sheet.mjs';
import { both, box, lathe, loft, moved, prism, repeated, tube, turned, whole, wire } from '../hand/solids.mjs';

/** A wheel's middle height, and where the two stand; the bicycle is as long as a model on its plinth. */
const rim = 0.225;
const y = 0.245;
const [rear, fore] = [-0.365, 0.365];
const crank = [-0.07, 0.2, 0];
const seat = [-0.165, 0.5, 0];
const head = { top: [0.245, 0.535, 0], foot: [0.272, 0.437, 0] };

const circle = (radius, n, z = 0) =>
  Array.from({ length: n }, (_, i) => {
    const a = (i * 2 * Math.PI) / n;
    return [Math.cos(a) * radius, Math.sin(a) * radius, z];
  });
/** Made upright, laid so that its axle runs across. */
const axled = (faces) => turned(faces, 'x', Math.PI / 2);

function wheel(x) {
  const spokes = repeated(18, (i) => {
    const a = (i * 2 * Math.PI) / 18;
    return [1, -1].flatMap((s) => {
      const b = a + s * 0.34 + (s < 0 ? Math.PI / 18 : 0);
      const from = a + (s < 0 ? Math.PI / 18 : 0) + s * 1.35;
      return wire(
        [Math.cos(from) * 0.018, Math.sin(from) * 0.018, s * 0.02],
        [Math.cos(b) * (rim - 0.006), Math.sin(b) * (rim - 0.006), s * 0.003],
        0.0009,
        'silver'
      );
    });
  });
  return moved(
    [
      ...whole(tube(circle(rim + 0.008, 44), 0.0125, 'rubber', { sides: 8, isRing: true, up: [0, 0, 1] })),
      ...whole(
        tube(
          circle(rim - 0.0065, 44),
          [
            [-0.01, -0.004],
            [0.01, -0.004],
            [0.01, 0.004],
            [-0.01, 0.004]
          ],
          'silver',
          { isRing: true, up: [0, 0, 1] }
        )
      ),
      ...spokes,
      ...axled(
        moved(
          lathe(
            [
              [0.005, -0.038],
              [0.005, -0.024],
              [0.021, -0.0235],
              [0.021, -0.0205],
              [0.011, -0.018],
              [0.0095, 0.018],
              [0.021, 0.0205],
              [0.021, 0.0235],
              [0.005, 0.024],
              [0.005, 0.038]
            ],
            'silver',
            { sides: 14 }
          ),
          [0, 0, 0]
        )
      )
    ],
    [x, y, 0]
  );
}

/** A guard over the tyre, from an angle to an angle, with its stays. */
function guard(x, from, to) {
  const radius = rim + 0.032;
  const arc = Array.from({ length: 15 }, (_, i) => {
    const a = from + ((to - from) * i) / 14;
    return [x + Math.cos(a) * radius, y + Math.sin(a) * radius, 0];
  });
  const shell = [
    [-0.021, -0.014],
    [-0.015, -0.003],
    [0, 0.003],
    [0.015, -0.003],
    [0.021, -0.014],
    [0.0185, -0.0142],
    [0.013, -0.006],
    [0, -0.0005],
    [-0.013, -0.006],
    [-0.0185, -0.0142]
  ].toReversed();
  // The section's up is away from the axle: the path runs so that its left is one side.
  const rings = arc.map(([ax, ay]) => {
    const out = [(ax - x) / radius, (ay - y) / radius];
    return shell.map(([u, v]) => [ax + out[0] * v, ay + out[1] * v, u]);
  });
  const end = arc.at(to > from ? -2 : 1);
  return [
    ...loft(rings.toReversed(), 'black'),
    ...both(wire([x, y, 0.034], [end[0], end[1], 0.018], 0.0016, 'silver'), 'z')
  ];
}

function frame() {
  const bar = (a, b, radius, tone = 'black') => tube([a, b], radius, tone, { sides: 10 });
  const ends = [rear, y, 0.03];
  return [
    ...bar(seat, [head.top[0] + 0.004, head.top[1] - 0.02, 0], 0.0115),
    ...bar(crank, [head.foot[0] + 0.002, head.foot[1] + 0.012, 0], 0.0125),
    ...bar(crank, [seat[0] - 0.012, seat[1] + 0.035, 0], 0.0115),
    ...bar(head.foot, head.top, 0.0155),
    // Lugs.
    ...bar(
      [seat[0] + 0.008, seat[1] - 0.022, 0],
      [seat[0] - 0.008, seat[1] + 0.024, 0],
      0.0145
    ),
    ...both(bar([seat[0] - 0.004, seat[1] - 0.004, 0.008], ends, 0.0062), 'z'),
    ...both(bar([crank[0] - 0.01, crank[1], 0.014], ends, 0.0075), 'z'),
    ...both(moved(axled(lathe([[0.014, -0.003], [0.014, 0.003]], 'black', { sides: 12 })), [rear, y, 0.031]), 'z'),
    // Crank housing.
    ...moved(axled(lathe([[0.019, -0.036], [0.019, 0.036]], 'black', { sides: 14 })), crank),
    // Badge on the head: a plain plate, no mark.
    ...moved(box([-0.003, 0.003], [-0.016, 0.016], [-0.009, 0.009], 'cinnabar', { bevel: 0.003 }), [
      (head.top[0] + head.foot[0]) / 2 + 0.0155,
      (head.top[1] + head.foot[1]) / 2,
      0
    ])
  ];
}

function fork() {
  const crown = [head.foot[0] + 0.005, head.foot[1] - 0.014, 0];
  const blade = tube(
    [
      [crown[0], crown[1], 0.024],
      [crown[0] + 0.03, crown[1] - 0.09, 0.028],
      [fore - 0.022, y + 0.03, 0.031],
      [fore, y, 0.032]
    ],
    0.0085,
    'black',
    { sides: 8, size: (t) => 1 - 0.32 * t }
  );
  return [
    ...both(blade, 'z'),
    ...box([crown[0] - 0.014, crown[0] + 0.014], [crown[1] - 0.008, crown[1] + 0.012], [-0.034, 0.034], 'black', { bevel: 0.005 })
  ];
}

/** Upright bars, the rods of the brakes, lamp and bell. */
function steering() {
  const stem = [head.top[0] - 0.012, head.top[1] + 0.044, 0];
  const half = [
    [stem[0], stem[1], 0],
    [stem[0] + 0.036, stem[1] + 0.008, 0.05],
    [stem[0] + 0.04, stem[1] + 0.034, 0.1],
    [stem[0] + 0.01, stem[1] + 0.044, 0.15],
    [stem[0] - 0.05, stem[1] + 0.042, 0.172],
    [stem[0] - 0.1, stem[1] + 0.036, 0.178]
  ];
  const grip = [half[4], half[5], [stem[0] - 0.125, stem[1] + 0.032, 0.181]];
  return [
    ...tube([head.top, stem], 0.0095, 'silver', { sides: 10 }),
    ...both(tube(half, 0.0075, 'silver', { sides: 8 }), 'z'),
    ...both(tube(grip, 0.0115, 'rubber', { sides: 10 }), 'z'),
    // Brake levers under the bars, their rods down to the wheel.
    ...both(
      [
        ...wire([stem[0] - 0.1, stem[1] + 0.012, 0.172], [stem[0] + 0.012, stem[1] + 0.022, 0.148], 0.0026, 'silver'),
        ...wire([stem[0] + 0.012, stem[1] + 0.022, 0.148], [stem[0] + 0.024, stem[1] + 0.002, 0.05], 0.0022, 'silver')
      ],
      'z'
    ),
    ...wire([stem[0] + 0.026, stem[1] + 0.006, 0.022], [head.foot[0] + 0.03, head.foot[1] + 0.002, 0.022], 0.0024, 'silver', { sides: 4 }),
    ...box([head.foot[0] + 0.014, head.foot[0] + 0.04], [head.foot[1] - 0.022, head.foot[1] - 0.012], [-0.03, 0.03], 'silver'),
    // Bell.
    ...moved(
      lathe(
        [
          [0.005, 0],
          [0.021, 0.006],
          [0.02, 0.014],
          [0.013, 0.021],
          [0, 0.0235]
        ],
        'brass',
        { sides: 18 }
      ),
      [stem[0] - 0.002, stem[1] + 0.052, 0.118]
    ),
    // Lamp bracket and lamp.
    ...tube([[stem[0] + 0.006, stem[1] - 0.02, 0], [stem[0] + 0.052, stem[1] - 0.03, 0]], 0.004, 'silver', { sides: 6 }),
    ...moved(
      turned(
        lathe(
          [
            [0.006, -0.04],
            [0.019, -0.03],
            [0.028, 0.01],
            [0.031, 0.014],
            [0.028, 0.017],
            [0.025, 0.014],
            [0, 0.011]
          ],
          'silver',
          { sides: 20 }
        ),
        'z',
        -Math.PI / 2
      ),
      [stem[0] + 0.076, stem[1] - 0.03, 0]
    )
  ];
}

/** A leather saddle on its springs. */
function saddle() {
  const at = [seat[0] - 0.024, seat[1] + 0.095, 0];
  // From nose to back: place, half width, rise of the middle, depth of the skirt.
  const stations = [
    [0.105, 0.008, 0.006, 0.012],
    [0.09, 0.016, 0.01, 0.018],
    [0.05, 0.02, 0.008, 0.024],
    [0.005, 0.032, 0.006, 0.03],
    [-0.035, 0.06, 0.012, 0.034],
    [-0.065, 0.076, 0.02, 0.034],
    [-0.088, 0.07, 0.02, 0.028],
    [-0.096, 0.05, 0.016, 0.018]
  ];
  const rings = stations.map(([x, w, rise, skirt]) => [
    [at[0] + x, at[1] - skirt, w * 0.94],
    [at[0] + x, at[1] + rise * 0.4 - skirt * 0.2, w],
    [at[0] + x, at[1] + rise * 0.9, w * 0.62],
    [at[0] + x, at[1] + rise, 0],
    [at[0] + x, at[1] + rise * 0.9, -w * 0.62],
    [at[0] + x, at[1] + rise * 0.4 - skirt * 0.2, -w],
    [at[0] + x, at[1] - skirt, -w * 0.94]
  ]);
  const spring = (z) =>
    tube(
      Array.from({ length: 25 }, (_, i) => {
        const a = (i * Math.PI) / 3;
        return [at[0] - 0.062 + Math.cos(a) * 0.014, at[1] - 0.068 + i * 0.0021, z + Math.sin(a) * 0.014];
      }),
      0.0026,
      'steel',
      { sides: 4 }
    );
  return [
    ...loft(
      rings.map((ring) => ring.toReversed()),
      'leather'
    ),
    ...whole(both(spring(0.042), 'z')),
    ...both(wire([at[0] + 0.09, at[1] - 0.008, 0.006], [at[0] - 0.062, at[1] - 0.068, 0.03], 0.0032, 'steel', { sides: 5 }), 'z'),
    ...wire([at[0] - 0.062, at[1] - 0.0685, -0.056], [at[0] - 0.062, at[1] - 0.0685, 0.056], 0.0036, 'steel', { sides: 5 }),
    ...tube([[seat[0] - 0.006, seat[1] + 0.02, 0], [seat[0] - 0.022, seat[1] + 0.066, 0]], 0.0085, 'silver', { sides: 10 }),
    ...box([seat[0] - 0.036, seat[0] - 0.004], [seat[1] + 0.044, seat[1] + 0.062], [-0.018, 0.018], 'steel', { bevel: 0.004 })
  ];
}

/** Full chain case on the right side, chainwheel and pedals. */
function drive() {
  const [a, b] = [crank, [rear, y, 0]];
  const slope = Math.atan2(b[1] - a[1], b[0] - a[0]);
  const arc = (from, radius, centre, n) =>
    Array.from({ length: n + 1 }, (_, i) => {
      const t = from + (i * Math.PI) / n;
      return [centre[0] + Math.cos(t) * radius, centre[1] + Math.sin(t) * radius];
    });
  const outline = (big, small) => [...arc(slope + Math.PI / 2, big, a, 16), ...arc(slope - Math.PI / 2, small, b, 10)];
  const arm = (sign) => {
    const lean = sign > 0 ? -0.5 : -0.5 + Math.PI;
    const tip = [a[0] + Math.cos(lean) * 0.118, a[1] + Math.sin(lean) * 0.118, sign * 0.066];
    return [
      ...tube([[a[0], a[1], sign * 0.06], tip], 0.0075, 'silver', { sides: 8 }),
      ...wire(tip, [tip[0], tip[1], sign * 0.116], 0.004, 'steel', { sides: 6 }),
      ...[-0.021, 0.021].flatMap((d) =>
        box([tip[0] + d - 0.006, tip[0] + d + 0.006], [tip[1] - 0.009, tip[1] + 0.009], sign > 0 ? [0.076, 0.113] : [-0.113, -0.076], 'rubber', {
          bevel: 0.003
        })
      ),
      ...[0.074, 0.113].flatMap((z) =>
        box([tip[0] - 0.029, tip[0] + 0.029], [tip[1] - 0.004, tip[1] + 0.004], sign > 0 ? [z, z + 0.003] : [-z - 0.003, -z], 'silver')
      )
    ];
  };
  return [
    ...prism(outline(0.082, 0.045), [0.0365, 0.0525], 'black'),
    // A raised panel and a line round it, as chain cases have.
    ...prism(outline(0.07, 0.033), [0.0524, 0.0555], 'black'),
    ...moved(axled(lathe([[0.03, 0], [0.03, 0.0025], [0.026, 0.0035]], 'gilt', { sides: 24 })), [a[0], a[1], 0.0556]),
    ...moved(axled(lathe([[0.0085, -0.064], [0.0085, 0.066]], 'silver', { sides: 10 })), a),
    ...arm(1),
    ...arm(-1)
  ];
}

function rack() {
  const top = y + rim + 0.062;
  const [x0, x1] = [rear - 0.125, rear + 0.14];
  const rail = (z) => [
    [x1, top, z * 0.55],
    [x1 - 0.03, top, z],
    [x0 + 0.02, top, z],
    [x0, top, z * 0.7]
  ];
  return [
    ...both(whole(tube(rail(0.05), 0.0042, 'black', { sides: 6 })), 'z'),
    ...repeated(5, (i) => {
      const x = x0 + 0.018 + i * 0.052;
      return wire([x, top + 0.001, -0.05], [x, top + 0.001, 0.05], 0.0036, 'black', { sides: 6 });
    }),
    ...wire([x0 + 0.002, top, -0.036], [x0 + 0.002, top, 0.036], 0.0042, 'black', { sides: 6 }),
    ...both(
      [
        ...wire([x0 + 0.06, top, 0.05], [rear, y, 0.0345], 0.0036, 'black', { sides: 6 }),
        ...wire([x0 + 0.17, top, 0.05], [rear, y, 0.0345], 0.0036, 'black', { sides: 6 })
      ],
      'z'
    ),
    ...both(wire([x1, top, 0.0275], [seat[0] - 0.002, seat[1] - 0.02, 0.012], 0.0034, 'black', { sides: 6 }), 'z'),
    // The spring clip over the rack.
    ...whole(
      tube(
        [
          [x1 - 0.05, top + 0.006, -0.022],
          [x0 + 0.05, top + 0.018, -0.022],
          [x0 + 0.04, top + 0.019, 0],
          [x0 + 0.05, top + 0.018, 0.022],
          [x1 - 0.05, top + 0.006, 0.022]
        ],
        0.003,
        'silver',
        { sides: 5 }
      )
    ),
    // Tail lamp.
    ...moved(turned(lathe([[0.013, 0], [0.013, 0.008], [0.008, 0.014], [0, 0.0155]], 'cinnabar', { sides: 14 }), 'z', Math.PI / 2), [
      rear - (rim + 0.034) * 0.94,
      y + 0.1,
      0
    ])
  ];
}

/** A stand folded down behind the rear wheel. */
function stand() {
  return [
    ...both(
      whole(
        tube(
          [
            [rear, y, 0.038],
            [rear - 0.055, 0.006, 0.062],
            [rear - 0.075, 0.006, 0.062]
          ],
          0.005,
          'black',
          { sides: 6 }
        )
      ),
      'z'
    ),
    ...wire([rear - 0.04, 0.07, -0.056], [rear - 0.04, 0.07, 0.056], 0.004, 'black', { sides: 6 })
  ];
}

const bicycle = [
  ...wheel(rear),
  ...wheel(fore),
  ...guard(rear, -0.12, Math.PI * 1.04),
  ...guard(fore, 0.55, Math.PI * 1.06),
  ...frame(),
  ...fork(),
  ...steering(),
  ...saddle(),
  ...drive(),
  ...rack(),
  ...stand()
];
// A board under it takes its shade.
const faces = [...moved(bicycle, [0, 0.0145, 0]), ...box([-0.66, 0.64], [0, 0.0145], [-0.23, 0.23], 'paving')];

await saveModelTo('city-memory')('bicycle', faces, { longest: 0.5, shortest: 0.03 });
const { body } = drawnModel(faces, { turn: 24, lift: 14, box: [120, 150, 1080, 790], longest: 0.5, shortest: 0.03 });
saveTo('city-memory')('bicycle', {
  height: 900,
  ground: null,
  title: '自行车示意模型：菱形车架、辐条车轮、全链罩、货架与皮座',
  body: [
    heading('“飞鸽”自行车', 'The Flying Pigeon bicycle'),
    body,
    foot(846, '示意，不按比例', 'Schematic, not to scale.')
  ].join('\n')
});
