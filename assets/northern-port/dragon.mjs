/**
 * A coiled dragon for a field of 306 × 342. Strokes take the colour of whoever places it; only the paper is filled here.
 * The body is a ribbon along a curve, laid from tail to neck so that what is nearer covers what is farther.
 */
import { r, line } from './sheet.mjs';

const ground = '#FFFDF8';
const spine = [
  // x, y, half width
  [268, 250, 2.5],
  [250, 282, 6],
  [212, 298, 10.5],
  [160, 302, 15],
  [104, 296, 19],
  [62, 268, 22],
  [58, 226, 24],
  [96, 202, 25],
  [150, 206, 26],
  [208, 208, 26],
  [254, 182, 25],
  [266, 136, 23.5],
  [240, 98, 21],
  [198, 88, 18],
  [164, 100, 15]
];

const f2 = ([x, y]) => `${r(x)} ${r(y)}`;
/** A quadratic arc with relative coordinates, which are shorter. */
const arc = (a, b, c) => `M${f2(a)}q${r(b[0] - a[0])} ${r(b[1] - a[1])} ${r(c[0] - a[0])} ${r(c[1] - a[1])}`;
const at = (list, i) => list[Math.max(0, Math.min(list.length - 1, i))];

/** Catmull-Rom through the control points, then resampled to equal steps of arc length. */
function samples(step) {
  const dense = [];
  for (let i = 0; i < spine.length - 1; i++)
    for (let k = 0; k < 40; k++) {
      const t = k / 40;
      dense.push(
        [0, 1, 2].map((axis) => {
          const [a, b, c, d] = [-1, 0, 1, 2].map((j) => at(spine, i + j)[axis]);
          return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t ** 3);
        })
      );
    }
  dense.push(spine.at(-1));
  const even = [dense[0]];
  let left = step;
  for (let i = 1; i < dense.length; i++) {
    let [px, py, pw] = dense[i - 1];
    const [x, y, w] = dense[i];
    let length = Math.hypot(x - px, y - py);
    while (length >= left) {
      const t = left / length;
      [px, py, pw] = [px + (x - px) * t, py + (y - py) * t, pw + (w - pw) * t];
      even.push([px, py, pw]);
      length -= left;
      left = step;
    }
    left -= length;
  }
  return even.map(([x, y, w], i) => {
    const [ax, ay] = at(even, i - 1);
    const [bx, by] = at(even, i + 1);
    const n = Math.hypot(bx - ax, by - ay);
    return { x, y, w, tx: (bx - ax) / n, ty: (by - ay) / n };
  });
}

const step = 3;
const body = samples(step);
const side = 1;
/** A point of the body: i along it from the tail, v from −1 (belly) to 1 (back), out beyond the edge in units. */
function point(i, v, out = 0) {
  const k = Math.max(0, Math.min(body.length - 1.001, i));
  const a = body[Math.floor(k)];
  const b = body[Math.floor(k) + 1];
  const f = k - Math.floor(k);
  const mix = (key) => a[key] + (b[key] - a[key]) * f;
  const reach = v * mix('w') + out;
  return [mix('x') + mix('ty') * -side * reach, mix('y') + mix('tx') * side * reach];
}

/** Fins stand at equal distances along the back itself, so a tight bend does not crowd them. */
function fins() {
  let d = '';
  let walked = 0;
  for (let i = 5; i < body.length - 3; i++) {
    const [p, q] = [point(i - 1, 1), point(i, 1)];
    walked += Math.hypot(q[0] - p[0], q[1] - p[1]);
    if (walked < 11.5) continue;
    walked = 0;
    const h = 3.5 + body[i].w * 0.34;
    const span = 11 / Math.max(1, Math.hypot(q[0] - p[0], q[1] - p[1]));
    const [a, b, tip, out, back] = [
      point(i, 0.97),
      point(i + span, 0.97),
      point(i - span * 0.35, 1, h),
      point(i - span * 0.2, 1, h * 0.45),
      point(i + span * 0.3, 1, h * 0.4)
    ];
    d += `M${f2(a)}Q${f2(out)} ${f2(tip)}Q${f2(back)} ${f2(b)}`;
  }
  return `<path d="${d}" fill="${ground}" stroke-width="1.7"/>`;
}

const bellyEdge = -0.42;
function ribbon(from, to) {
  const range = (v, a = from, b = to) => Array.from({ length: b - a + 1 }, (_, k) => point(a + k, v));
  const patch = line([...range(1), ...range(-1).reverse()], true);
  let scales = '';
  let plates = '';
  for (let i = from; i < to; i++) {
    if (i % 3 === 0) {
      const [p, q, m] = [point(i, -1), point(i + 1.6, bellyEdge), point(i - 0.6, -0.72)];
      plates += arc(p, m, q);
    }
    if (i % 2 === 0 && body[i].w > 5) {
      const rows = body[i].w > 13 ? 5 : 3;
      const shift = (i / 2) % 2 ? 0 : 0.5;
      for (let k = 0; k < rows; k++) {
        const theta = (t) =>
          bellyEdge + (1 - bellyEdge) * (0.5 - 0.5 * Math.cos(Math.PI * (0.12 + 0.86 * Math.min(1, Math.max(0, t)))));
        const [lo, hi] = [(k + shift) / rows, (k + shift + 1) / rows];
        if (lo >= 0.99) continue;
        const [a, b, c] = [point(i, theta(lo)), point(i - 3.4, theta((lo + hi) / 2)), point(i, theta(hi))];
        scales += arc(a, b, c);
      }
    }
  }
  return (
    `<path d="${patch}" fill="${ground}" stroke="none"/>` +
    `<path d="${scales}" fill="none" stroke-width="1.25"/><path d="${plates}" fill="none" stroke-width="1.35"/>` +
    `<path d="${line(range(bellyEdge))}" fill="none" stroke-width="1.5"/>` +
    `<path d="${line(range(1))}${line(range(-1))}" fill="none" stroke-width="3.1"/>`
  );
}

function trunk() {
  let out = fins();
  for (let i = 0; i < body.length - 1; i += 8) out += ribbon(i, Math.min(body.length - 1, i + 9));
  return out;
}

/** A flame-shaped lock through points: full at the root, sharp at the tip. Horns, mane, toes and beard are all of this kind. */
function lock(points, width, { weight = 1.9, vein = false, bulge = 0 } = {}) {
  const curve = [];
  for (let i = 0; i < points.length - 1; i++)
    for (let k = 0; k < 6; k++) {
      const t = k / 6;
      curve.push(
        [0, 1].map((axis) => {
          const [a, b, c, d] = [-1, 0, 1, 2].map((j) => at(points, i + j)[axis]);
          return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t ** 3);
        })
      );
    }
  curve.push(points.at(-1));
  const n = curve.length - 1;
  const edge = (sign) =>
    curve.map(([x, y], i) => {
      const [ax, ay] = at(curve, i - 1);
      const [bx, by] = at(curve, i + 1);
      const length = Math.hypot(bx - ax, by - ay) || 1;
      const t = i / n;
      const w = (width / 2) * (Math.pow(1 - t, 0.75) + bulge * Math.sin(Math.PI * t)) * sign;
      return [x - ((by - ay) / length) * w, y + ((bx - ax) / length) * w];
    });
  const inner = vein ? `<path d="${line(curve.slice(2, -3))}" fill="none" stroke-width="1.1"/>` : '';
  return `<path d="${line([...edge(1), ...edge(-1).reverse()])}" fill="${ground}" stroke-width="${weight}"/>${inner}`;
}

const fan = (locks) => locks.map(([points, width, options]) => lock(points, width, options)).join('');

/** Three toes forward and one back, about a wrist, bent the way `mirror` says. */
function claw(x, y, angle, size, mirror) {
  const toe = (turn, length, width) => {
    const a = angle + turn * mirror;
    const p = (d, bend) => [x + Math.cos(a + bend * mirror) * d * size, y + Math.sin(a + bend * mirror) * d * size];
    return lock([p(-2, 0), p(length * 0.5, -0.2), p(length * 0.86, 0), p(length, 0.42)], width * size, {
      bulge: 0.45,
      weight: 2
    });
  };
  const knuckle = (turn) => {
    const a = angle + turn * mirror;
    const [kx, ky] = [x + Math.cos(a) * 9 * size, y + Math.sin(a) * 9 * size];
    return `M${r(kx - Math.sin(a) * 3.4)} ${r(ky + Math.cos(a) * 3.4)}q${r(Math.cos(a) * 3)} ${r(Math.sin(a) * 3)} ${r(Math.sin(a) * 6.8)} ${r(-Math.cos(a) * 6.8)}`;
  };
  return (
    toe(2.5, 17, 8) +
    toe(-1, 25, 8.5) +
    toe(0.72, 25, 8.5) +
    toe(-0.14, 28, 9) +
    `<path d="${knuckle(-1)}${knuckle(-0.14)}${knuckle(0.72)}" stroke-width="1.3"/><circle cx="${r(x)}" cy="${r(y)}" r="${r(5 * size)}" fill="${ground}" stroke="none"/>`
  );
}

/** A leg in one sweep from the flank over the joint to the claw; flames of hair stand off the joint. */
function limb({ path, width = 28, angle, mirror = 1, size = 1, hair = [] }) {
  const curve = [];
  for (let i = 0; i < path.length - 1; i++)
    for (let k = 0; k < 8; k++) {
      const t = k / 8;
      curve.push(
        [0, 1].map((axis) => {
          const [a, b, c, d] = [-1, 0, 1, 2].map((j) => at(path, i + j)[axis]);
          return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t ** 3);
        })
      );
    }
  curve.push(path.at(-1));
  const n = curve.length - 1;
  const normal = (i) => {
    const [ax, ay] = at(curve, i - 1);
    const [bx, by] = at(curve, i + 1);
    const l = Math.hypot(bx - ax, by - ay);
    return [-(by - ay) / l, (bx - ax) / l];
  };
  const half = (t) =>
    (width / 2) * (t < 0.12 ? Math.sqrt(t / 0.12) : 1 - 0.62 * Math.min(1, (t - 0.12) / 0.6) + 0.05 * Math.sin(t * 9));
  const edge = (sign) =>
    curve.map(([x, y], i) => {
      const [nx, ny] = normal(i);
      return [x + nx * half(i / n) * sign, y + ny * half(i / n) * sign];
    });
  const outline = [...edge(1), ...edge(-1).reverse()];
  let marks = '';
  for (let i = 3; i < n - 1; i += 2) {
    const t = i / n;
    const [nx, ny] = normal(i);
    const h = half(t);
    const rows = t < 0.5 ? (((i - 3) / 2) % 2 ? [-0.5, 0.1] : [-0.2, 0.45]) : [0];
    for (const v of rows) {
      const w = t < 0.5 ? h * 0.28 : h * 0.75;
      const [x, y] = [curve[i][0] + nx * h * v, curve[i][1] + ny * h * v];
      marks += arc([x + nx * w, y + ny * w], [x - ny * 7, y + nx * 7], [x - nx * w, y - ny * w]);
    }
  }
  const [x, y] = path.at(-1);
  return (
    fan(hair) +
    claw(x, y, angle, size, mirror) +
    `<path d="${line(outline)}" fill="${ground}" stroke-width="2.9"/><path d="${marks}" stroke-width="1.3"/>`
  );
}

/** The head looks left; its eye is near the origin. */
function head() {
  const p = (d, weight = 2.9, fill = ground) => `<path d="${d}" fill="${fill}" stroke-width="${weight}"/>`;
  const mane = fan([
    [
      [
        [30, -26],
        [58, -40],
        [84, -34],
        [112, -52]
      ],
      15,
      { vein: true }
    ],
    [
      [
        [36, -16],
        [66, -22],
        [92, -12],
        [122, -26]
      ],
      17,
      { vein: true }
    ],
    [
      [
        [40, -2],
        [68, -2],
        [90, 10],
        [118, 2]
      ],
      17,
      { vein: true }
    ],
    [
      [
        [36, 12],
        [62, 18],
        [78, 32],
        [102, 32]
      ],
      16,
      { vein: true }
    ],
    [
      [
        [26, 20],
        [46, 32],
        [56, 48],
        [78, 54]
      ],
      15,
      { vein: true }
    ],
    [
      [
        [14, 24],
        [28, 38],
        [32, 54],
        [48, 66]
      ],
      13,
      { vein: true }
    ]
  ]);
  const horns = fan([
    [
      [
        [28, -30],
        [40, -44],
        [58, -50],
        [80, -46]
      ],
      12,
      { vein: true }
    ],
    [
      [
        [52, -51],
        [60, -60],
        [72, -62]
      ],
      7
    ],
    [
      [
        [9, -54],
        [2, -64],
        [4, -76]
      ],
      7
    ],
    [
      [
        [12, -30],
        [8, -46],
        [16, -62],
        [36, -72],
        [58, -70]
      ],
      13,
      { vein: true }
    ],
    [
      [
        [22, -66],
        [24, -78],
        [36, -86]
      ],
      8
    ]
  ]);
  const jaw =
    p('M16 22C12 34 2 44 -14 47C-28 50 -40 50 -48 46C-57 43 -61 35 -56 29C-52 34 -46 36 -40 35C-28 34 -16 31 -8 23Z') +
    p('M-50 35l3 -8l4 7M-39 34l3 -6l4 5M-28 32l2 -6l4 4M-19 29l2 -5l3 3', 1.6) +
    p('M-46 41C-34 44 -18 42 -6 33M-38 46q4 -3 8 -2M-26 46q4 -4 8 -3M-14 44q3 -4 7 -5', 1.3, 'none');
  const tongue = lock(
    [
      [-4, 25],
      [-22, 26],
      [-40, 24],
      [-56, 26],
      [-68, 20],
      [-72, 26]
    ],
    9,
    { weight: 1.7 }
  );
  const beard = fan([
    [
      [
        [-50, 45],
        [-58, 54],
        [-54, 64],
        [-64, 74]
      ],
      9
    ],
    [
      [
        [-40, 47],
        [-45, 60],
        [-38, 70],
        [-46, 84]
      ],
      10
    ],
    [
      [
        [-28, 48],
        [-30, 62],
        [-22, 72],
        [-28, 86]
      ],
      10
    ],
    [
      [
        [-14, 46],
        [-13, 58],
        [-5, 66],
        [-8, 78]
      ],
      9
    ],
    [
      [
        [-2, 42],
        [4, 52],
        [12, 58],
        [12, 68]
      ],
      9
    ]
  ]);
  const skull = p(
    'M48 -8C42 -24 32 -36 18 -36C8 -38 -4 -38 -10 -31C-18 -29 -21 -22 -23 -16C-27 -10 -33 -10 -39 -14C-46 -22 -60 -23 -67 -13C-73 -5 -72 6 -66 9C-69 16 -64 21 -58 19C-53 18 -51 13 -46 14C-41 20 -34 19 -30 14C-25 20 -17 21 -12 16C-6 21 0 25 8 22C18 28 36 26 46 18C52 10 52 0 48 -8Z'
  );
  const teeth = p('M-64 19l0 10l7 -10M-47 15l1 6l4 -3M-31 16l0 6l5 -4M-20 18l0 11l7 -10M-6 20l1 6l4 -3', 1.6);
  const nose =
    p('M-53 3C-62 6 -68 -2 -63 -9C-57 -15 -48 -9 -52 -3C-54 0 -58 -1 -57 -5', 1.8, 'none') +
    p(
      'M-47 -17C-41 -11 -40 -1 -46 6M-66 9C-60 11 -54 10 -50 7M-39 -7C-34 -2 -34 6 -39 11M-31 -6C-27 0 -27 7 -31 11M-23 -3C-19 2 -20 9 -23 13',
      1.6,
      'none'
    );
  const cheek =
    p('M36 17C24 22 10 15 14 4C17 -5 32 -4 32 6C32 13 22 14 21 7', 1.8, 'none') +
    p('M2 18C6 12 6 6 2 0M-6 15C-3 10 -4 5 -8 1', 1.5, 'none');
  const gill = fan([
    [
      [
        [40, -8],
        [54, -16],
        [66, -14],
        [80, -22]
      ],
      12,
      { vein: true }
    ],
    [
      [
        [44, 0],
        [58, -2],
        [70, 4],
        [86, 0]
      ],
      13,
      { vein: true }
    ],
    [
      [
        [42, 10],
        [54, 14],
        [62, 22],
        [78, 22]
      ],
      12,
      { vein: true }
    ],
    [
      [
        [34, 18],
        [42, 26],
        [46, 36],
        [60, 42]
      ],
      11,
      { vein: true }
    ]
  ]);
  const ear =
    p('M24 -20C34 -32 48 -34 58 -32C54 -22 46 -12 32 -10C26 -10 22 -14 24 -20Z', 2) +
    p('M28 -17C36 -24 44 -27 51 -28', 1.3, 'none');
  const brow =
    p(
      'M-25 -20C-22 -32 -8 -36 2 -29C8 -34 16 -36 24 -44C24 -36 20 -30 15 -26C21 -27 26 -29 31 -33C28 -22 18 -15 8 -17C-2 -24 -14 -25 -25 -20Z',
      2
    ) + p('M-18 -25q5 -4 10 -2M-6 -28q5 -1 8 3M8 -24q5 -1 9 -5', 1.3, 'none');
  const eye =
    `<circle cx="-7" cy="-11" r="8" fill="${ground}" stroke-width="2.2"/><path d="M-9 -11.2l.01 0" stroke-width="7"/>` +
    p('M-17 -15C-12 -21 -2 -20 3 -12M-16 -5C-11 0 -3 0 3 -5', 2, 'none');
  const whiskers = fan([
    [
      [
        [-60, 8],
        [-76, 14],
        [-88, 4],
        [-100, -12],
        [-112, -10]
      ],
      5
    ],
    [
      [
        [-48, 10],
        [-66, 26],
        [-84, 30],
        [-98, 48],
        [-94, 62]
      ],
      5
    ]
  ]);
  const mass = `<path d="M18 -36C50 -44 70 -30 84 -20C96 -4 90 20 76 34C60 48 40 50 14 30Z" fill="${ground}" stroke="none"/>`;
  return (
    mass +
    mane +
    horns +
    `<g transform="rotate(-9 10 22)">${beard}${tongue}${jaw}</g>` +
    gill +
    skull +
    teeth +
    ear +
    cheek +
    nose +
    eye +
    brow +
    whiskers
  );
}

/** A cloud of ruyi curls with a trailing foot. */
function cloud(x, y, k = 1, flip = 1) {
  const d =
    'M-30 10C-40 10 -42 -3 -32 -5C-33 -15 -20 -19 -15 -11C-11 -22 8 -22 11 -11C18 -18 30 -12 28 -3C38 -3 40 9 30 10Q18 13 6 10Q-10 14 -30 10Z';
  const curls =
    'M-33 4C-37 0 -31 -4 -28 0M-16 -3C-22 -5 -20 -12 -15 -10C-10 -8 -11 -2 -16 -3M-2 0C-9 -4 -6 -15 2 -14C10 -12 9 -2 2 -2C-2 -3 -2 -8 2 -8M20 0C14 -2 16 -9 21 -8C26 -6 25 0 20 0M30 5C34 2 31 -1 28 1';
  const foot = 'M-22 16H14M-34 22C-10 18 20 24 46 17M6 28C20 30 34 26 40 24';
  const w = (n) => r(n / k);
  return `<g transform="translate(${x} ${y}) scale(${k * flip} ${k})"><path d="${d}" fill="${ground}" stroke-width="${w(1.9)}"/><path d="${curls}${foot}" fill="none" stroke-width="${w(1.4)}"/></g>`;
}

function pearl(x, y) {
  const flame = (a, n, bend, width) => {
    const q = (d, o) => [x + Math.cos(a + o) * d, y + Math.sin(a + o) * d];
    return lock([q(11, 0), q(15 + n * 0.35, bend), q(15 + n * 0.7, bend * 0.3), q(15 + n, bend)], width, {
      weight: 1.8,
      bulge: 0.3
    });
  };
  return (
    flame(-2.75, 8, -0.35, 9) +
    flame(-0.4, 8, 0.35, 9) +
    flame(-2.15, 16, -0.25, 11) +
    flame(-1, 16, 0.25, 11) +
    flame(-1.57, 22, 0.16, 12) +
    `<circle cx="${x}" cy="${y}" r="15" fill="${ground}" stroke-width="2.4"/><path d="M${x - 8} ${y + 3}C${x - 9} ${y - 10} ${x + 9} ${y - 10} ${x + 8} ${y + 1}C${x + 7} ${y + 8} ${x - 3} ${y + 8} ${x - 3} ${y + 1}C${x - 3} ${y - 3} ${x + 3} ${y - 3} ${x + 3} ${y}" stroke-width="1.8"/>`
  );
}

/** Ranks of concentric crests along the foot of the field. */
function waves() {
  let out = '';
  const crest = (x, y, n) => {
    for (let k = 0; k < n; k++) {
      const q = n * 4.4 - k * 4.6;
      out += `<path d="M${r(x - q)} ${y}A${r(q)} ${r(q)} 0 0 1 ${r(x + q)} ${y}" fill="${ground}" stroke-width="${k ? 1.4 : 2}"/>`;
    }
  };
  for (let i = 0; i <= 9; i++) crest(i * 34, 333, 4);
  for (let i = 0; i < 9; i++) crest(17 + i * 34, 343, 4);
  return out;
}

export function dragon() {
  const tail = fan([
    [
      [
        [266, 256],
        [284, 246],
        [284, 230],
        [296, 216]
      ],
      12,
      { vein: true }
    ],
    [
      [
        [262, 258],
        [272, 240],
        [266, 228],
        [272, 208]
      ],
      12,
      { vein: true }
    ],
    [
      [
        [268, 262],
        [288, 262],
        [294, 248],
        [304, 244]
      ],
      11,
      { vein: true }
    ],
    [
      [
        [262, 252],
        [258, 240],
        [250, 234],
        [250, 220]
      ],
      9
    ]
  ]);
  const raised = limb({
    path: [
      [240, 122],
      [258, 98],
      [280, 82],
      [270, 50]
    ],
    angle: -1.75,
    hair: [
      [
        [
          [280, 88],
          [290, 96],
          [295, 88],
          [303, 94]
        ],
        9
      ],
      [
        [
          [284, 80],
          [293, 80],
          [295, 70],
          [303, 68]
        ],
        9
      ]
    ]
  });
  const reaching = limb({
    path: [
      [246, 168],
      [222, 150],
      [198, 142],
      [174, 166]
    ],
    angle: 2.2,
    mirror: -1
  });
  const braced = limb({
    path: [
      [84, 252],
      [58, 268],
      [32, 270],
      [30, 300]
    ],
    angle: 1.7,
    mirror: -1,
    hair: [
      [
        [
          [30, 264],
          [18, 258],
          [14, 264],
          [4, 256]
        ],
        9
      ],
      [
        [
          [26, 272],
          [16, 274],
          [12, 282],
          [3, 280]
        ],
        9
      ]
    ]
  });
  const trailing = limb({
    path: [
      [158, 206],
      [180, 226],
      [192, 250],
      [160, 264]
    ],
    angle: 2.9,
    hair: [
      [
        [
          [194, 246],
          [206, 242],
          [212, 250],
          [224, 244]
        ],
        9
      ],
      [
        [
          [192, 256],
          [204, 258],
          [208, 266],
          [220, 266]
        ],
        9
      ]
    ]
  });
  return `<g fill="none" stroke-linecap="round" stroke-linejoin="round">${cloud(52, 42, 1)}${cloud(226, 24, 0.66, -1)}${cloud(22, 208, 0.58)}${waves()}${trunk()}${tail}${raised}${trailing}${braced}${reaching}${pearl(34, 168)}<g transform="translate(134 104) scale(1.06)">${head()}</g></g>`;
}
