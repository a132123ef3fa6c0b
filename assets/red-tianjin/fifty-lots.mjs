/**
 * BX-04: fifty numbers in a ring, to be drawn as lots; the nine that are recorded are lit. No name stands on any. The bowl
 * with folded slips in the middle and the stand are a sign for the drawing, no likeness of things that were used.
 */
import { drawnModel } from '../hand/model-drawing.mjs';
import { saveModelTo } from '../hand/model.mjs';
import { foot, heading, saveTo } from '../hand/sheet.mjs';
import { chance, lathe, moved, prism, repeated, shaped, tinted, turned } from '../hand/solids.mjs';

const recorded = [1, 5, 9, 11, 18, 19, 20, 29, 41];
const count = 50;
const tilt = (36 * Math.PI) / 180;

/** Digits as strokes on a field 0.6 wide and 1 high, y upwards. */
const arc = (cx, cy, rx, ry, from, to, n = 8) =>
  Array.from({ length: n + 1 }, (_, i) => {
    const a = ((from + ((to - from) * i) / n) * Math.PI) / 180;
    return [cx + Math.cos(a) * rx, cy + Math.sin(a) * ry];
  });
const digits = [
  [arc(0.3, 0.5, 0.26, 0.48, 90, 450, 14)],
  [[[0.1, 0.8], [0.33, 0.98], [0.33, 0.02]]],
  [[...arc(0.3, 0.7, 0.25, 0.28, 165, -30, 8), [0.04, 0.02], [0.57, 0.02]]],
  [[...arc(0.29, 0.73, 0.23, 0.25, 150, -80, 7)], [...arc(0.28, 0.27, 0.27, 0.25, 88, -150, 8)]],
  [[[0.44, 0.02], [0.44, 0.98], [0.02, 0.3], [0.58, 0.3]]],
  [[[0.52, 0.97], [0.12, 0.97], [0.08, 0.54], ...arc(0.28, 0.31, 0.27, 0.29, 120, -145, 8)]],
  [[...arc(0.42, 0.5, 0.38, 0.48, 90, 180, 5), ...arc(0.3, 0.29, 0.26, 0.27, 180, 540, 12)]],
  [[[0.04, 0.97], [0.56, 0.97], [0.22, 0.02]]],
  [arc(0.3, 0.74, 0.22, 0.24, 90, 450, 12), arc(0.3, 0.26, 0.26, 0.25, 90, 450, 12)],
  [[...arc(0.3, 0.7, 0.26, 0.27, 0, 360, 12), ...arc(0.18, 0.5, 0.38, 0.48, 0, -90, 5)]]
];

/** A flat ribbon along a stroke, mitred, seen from above; the field's y runs to −z. */
function ribbon(points, thick, y, tone) {
  const edge = points.map((p, i) => {
    const [a, b] = [points[Math.max(0, i - 1)], points[Math.min(points.length - 1, i + 1)]];
    const long = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1;
    const n = [-(b[1] - a[1]) / long, (b[0] - a[0]) / long];
    return [1, -1].map((s) => [p[0] + n[0] * s * thick, y, -(p[1] + n[1] * s * thick)]);
  });
  return edge.slice(1).map((b, i) => ({ points: [edge[i][1], b[1], b[0], edge[i][0]], tone, isWhole: true }));
}

function number(n, height, y, tone) {
  const text = String(n).split('').map(Number);
  const pitch = 0.76;
  const wide = text.length * pitch - (pitch - 0.6);
  return text.flatMap((digit, i) =>
    digits[digit].flatMap((stroke) =>
      ribbon(
        stroke.map(([x, v]) => [(x + i * pitch - wide / 2) * height, (v - 0.5) * height]),
        height * 0.075,
        y,
        tone
      )
    )
  );
}

/** One tally on the slope of the stand, its head to the middle; a recorded one stands up from it. */
function tally(n) {
  const isLit = recorded.includes(n);
  const lift = isLit ? 0.026 : 0.003;
  const [half, long, thick] = [0.0225, 0.075, 0.013];
  const shape = [
    [-half, long],
    [half, long],
    [half, -long + 0.014],
    [half * 0.62, -long],
    [-half * 0.62, -long],
    [-half, -long + 0.014]
  ];
  const piece = [
    ...tinted(prism(shape, [lift - (isLit ? 0.028 : 0.004), lift + thick], isLit ? 'cinnabar' : 'bamboo', { axis: 'y' }), isLit ? 1 : 0.96 + chance(n) * 0.1),
    ...moved(number(n, n < 10 ? 0.04 : 0.0275, lift + thick + 0.0007, isLit ? 'white' : 'dark'), [0, 0, 0.018]),
    // The hole for a cord at its head.
    ...moved(lathe([[0.0045, 0], [0.0045, 0.0008]], isLit ? 'gilt' : 'dark', { sides: 10 }), [0, lift + thick, -0.055])
  ];
  return turned(moved(turned(piece, 'x', tilt), [0, 0.105, 0.472]), 'y', ((n - 1) * 2 * Math.PI) / count);
}

function stand() {
  return [
    ...lathe(
      [
        [0.52, 0],
        [0.575, 0.012],
        [0.6, 0.03],
        [0.6, 0.05],
        [0.585, 0.062],
        [0.566, 0.05],
        [0.556, 0.043],
        [0.388, 0.164],
        [0.37, 0.168],
        [0.355, 0.16],
        [0.35, 0.06],
        [0.33, 0.045],
        [0, 0.045]
      ],
      'timber-dark',
      { sides: 72 }
    ),
    ...lathe(
      [
        [0.3, 0.044],
        [0.3, 0.0475],
        [0.288, 0.0475],
        [0.288, 0.044]
      ],
      'gilt',
      { sides: 60, isRing: true }
    )
  ];
}

/** A plain bowl and the folded slips in it and beside it. */
function bowl() {
  const slip = (x, y, z, turn, size = 1) => {
    const w = 0.018 * size;
    const fold = prism(
      [
        [-w, 0],
        [0, w * 0.7],
        [w, 0],
        [w, 0.0018],
        [0, w * 0.7 + 0.0022],
        [-w, 0.0018]
      ],
      [-0.026 * size, 0.026 * size],
      'white'
    );
    return moved(turned(fold, 'y', turn), [x, y, z]);
  };
  return [
    ...lathe(
      [
        [0.075, 0.044],
        [0.075, 0.058],
        [0.15, 0.092],
        [0.188, 0.142],
        [0.194, 0.146],
        [0.194, 0.15],
        [0.186, 0.15],
        [0.146, 0.102],
        [0.06, 0.078],
        [0, 0.076]
      ],
      'plaster',
      { sides: 48 }
    ),
    ...lathe([[0.1945, 0.146], [0.196, 0.149], [0.1945, 0.152], [0.1905, 0.152], [0.1905, 0.149]], 'river', { sides: 48, isRing: true }),
    ...repeated(38, (i) => {
      const a = i * 2.39996;
      const r = 0.135 * Math.sqrt((i + 0.5) / 38);
      const pile = 0.118 - r * 0.12 + (i % 3) * 0.006;
      return shaped(slip(0, 0, 0, chance(i + 3) * 6.28), (p) => [p[0] + Math.cos(a) * r, p[1] + pile, p[2] + Math.sin(a) * r]);
    }),
    ...[
      [0.245, 0.05, 0.3],
      [-0.24, 0.09, 1.9],
      [0.06, 0.255, 4.1]
    ].flatMap(([x, z, turn]) => slip(x, 0.0455, z, turn, 1.15))
  ];
}

const faces = [...stand(), ...repeated(count, (i) => tally(i + 1)), ...bowl()];

const dividing = { shortest: 0.02 };
await saveModelTo('red-tianjin')('fifty-lots', faces, dividing);
const { body } = drawnModel(faces, { turn: 0, lift: 52, box: [110, 150, 1090, 860], height: 1000, ...dividing });
saveTo('red-tianjin')('fifty-lots', {
  height: 1000,
  title: '五十个号码排成一圈，1、5、9、11、18、19、20、29、41九枚为红色，中间一碗折好的纸阄',
  body: [
    heading('五十个号码', 'Fifty numbers'),
    body,
    foot(946, '示意；点亮的九个号码见于记载，未载之号码不标名', 'Schematic; the nine numbers lit are recorded, the others bear no name.')
  ].join('\n')
});
