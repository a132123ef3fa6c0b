/**
 * A coiled dragon over waves for a field of 306 × 342. Strokes take the colour of whoever places it; only paper is filled here.
 */
import { trunk } from './dragon-body.mjs';
import { fan, ground, lock } from './dragon-curve.mjs';
import { head } from './dragon-head.mjs';
import { limb } from './dragon-limb.mjs';
import { r } from '../hand/sheet.mjs';

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
  const flame = (dx, width, height, lean) =>
    lock(
      [
        [x + dx, y - 6],
        [x + dx + lean * 0.9, y - 14 - height * 0.2],
        [x + dx - lean * 0.5, y - 14 - height * 0.6],
        [x + dx + lean, y - 14 - height]
      ],
      width,
      { weight: 1.9 }
    );
  return (
    flame(-9, 15, 15, -5) +
    flame(9, 15, 15, 5) +
    flame(0, 17, 29, 5) +
    `<circle cx="${x}" cy="${y}" r="15" fill="${ground}" stroke-width="2.6"/><path d="M${x - 8} ${y + 3}C${x - 9} ${y - 10} ${x + 9} ${y - 10} ${x + 8} ${y + 1}C${x + 7} ${y + 8} ${x - 3} ${y + 8} ${x - 3} ${y + 1}C${x - 3} ${y - 3} ${x + 3} ${y - 3} ${x + 3} ${y}" stroke-width="1.8"/>`
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
        [267, 259],
        [260, 242],
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
      [250, 170],
      [228, 150],
      [206, 146],
      [190, 174]
    ],
    angle: 2.3,
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
  return `<g fill="none" stroke-linecap="round" stroke-linejoin="round">${cloud(52, 42, 1)}${cloud(226, 24, 0.66, -1)}${cloud(22, 208, 0.58)}${waves()}${tail}${trunk()}${raised}${trailing}${braced}${pearl(34, 168)}<g transform="translate(134 104) scale(1.06)">${head()}</g>${reaching}</g>`;
}
