/** AX-19: the still picture of the model, an axonometric view drawn from the same faces. No measures: none are known. */
import { deckAt, dock, hullPoint, stations } from './dock-geometry.mjs';
import { cinnabar, en, foot, hatch, heading, ink, line, r, river, saveTo, white, zh } from '../hand/sheet.mjs';

const save = saveTo('northern-port');

const turn = (33 * Math.PI) / 180;
const lift = (36 * Math.PI) / 180;
const scale = 800;
const origin = [606, 506];
const flat = ([x, y, z]) => [
  origin[0] + (x * Math.cos(turn) - z * Math.sin(turn)) * scale,
  origin[1] + ((x * Math.sin(turn) + z * Math.cos(turn)) * Math.sin(lift) - y * Math.cos(lift)) * scale
];
const near = ([x, y, z]) => (x * Math.sin(turn) + z * Math.cos(turn)) * Math.cos(lift) + y * Math.sin(lift);
const area = (points) =>
  points.reduce((sum, [x, y], i) => {
    const [u, v] = points[(i + 1) % points.length];
    return sum + x * v - u * y;
  }, 0);

/** How a face is filled: tops stay paper, what looks along the river is hatched, what looks at the reader lightly so. */
function fillOf({ tone, points }) {
  const [a, b, c, d] = points;
  const [p, q] = [c.map((v, i) => v - a[i]), d.map((v, i) => v - b[i])];
  const n = [p[1] * q[2] - p[2] * q[1], p[2] * q[0] - p[0] * q[2], p[0] * q[1] - p[1] * q[0]];
  const l = Math.hypot(...n) || 1;
  if (tone === 'water') return 'wash';
  if (tone === 'dark') return ink;
  if (tone === 'bottom') return 'url(#floor)';
  if (tone === 'roof') return 'url(#tiles)';
  if (n[1] / l > 0.7) return white;
  return n[0] / l > 0.6
    ? 'url(#dense)'
    : tone === 'iron'
      ? 'url(#dense)'
      : tone === 'earth'
        ? 'url(#earth)'
        : 'url(#light)';
}

const faces = dock().map((face) => ({
  ...face,
  flat: face.points.map(flat),
  // Doors and windows lie on their wall and are drawn after it.
  depth:
    (face.tone === 'dark' ? 1 : 0) +
    Math.max(...face.points.map(near)) * 0.3 +
    (face.points.map(near).reduce((a, b) => a + b) / 4) * 0.7
}));
const shown = faces.filter((face) => area(face.flat) < -0.01);
/** Round things keep only a thin seam between their facets. */
const draw = (part, stroke = 1.7) =>
  shown
    .filter((face) => face.part === part)
    .sort((a, b) => a.depth - b.depth)
    .map((face) => {
      const weight = face.isRound ? 0.7 : stroke;
      const d = line(face.flat, true);
      const fill = fillOf(face);
      const under = fill.startsWith('url') ? `<path d="${d}" fill="${white}"/>` : '';
      if (fill === 'wash')
        return `<path d="${d}" fill="#D5DDD9" stroke="${ink}" stroke-width="${weight}" stroke-linejoin="round"/>`;
      return `${under}<path d="${d}" fill="${fill}" stroke="${ink}" stroke-width="${weight}" stroke-linejoin="round"/>`;
    })
    .join('');

/** The hull by its lines: the near side, its red lead below, the deck, and a few planks. */
function hull() {
  const run = (v, s) => Array.from({ length: stations + 1 }, (_, i) => flat(hullPoint(i, v, s)));
  const side = [...run(1, 1), ...run(0, 1).reverse()];
  const lead = [...run(0.46, 1), ...run(0, 1).reverse()];
  const deck = [...run(1, 1), ...run(1, -1).reverse()];
  const planks = [0.16, 0.3, 0.7].map((v) => line(run(v, 1))).join('');
  const ribs = [3, 7, 11, 15, 19].map((i) => line([flat(hullPoint(i, 1, 1)), flat(hullPoint(i, 1, -1))])).join('');
  return `<path d="${line(side, true)}" fill="${white}"/><path d="${line(side, true)}" fill="url(#light)"/><path d="${line(lead, true)}" fill="${cinnabar}" fill-opacity="0.82"/>
<path d="${line(side, true)}" fill="none" stroke="${ink}" stroke-width="2.4" stroke-linejoin="round"/><path d="${planks}" fill="none" stroke="${ink}" stroke-width="1"/><path d="${line(run(0.46, 1))}" fill="none" stroke="${ink}" stroke-width="1.6"/>
<path d="${line(deck, true)}" fill="${white}" stroke="${ink}" stroke-width="2.4" stroke-linejoin="round"/><path d="${ribs}" fill="none" stroke="${ink}" stroke-width="1"/>`;
}

const masts = [
  [0.1, 0.15],
  [-0.2, 0.13]
]
  .map(([x, h]) => line([flat([x, deckAt(x), 0]), flat([x, deckAt(x) + h, 0])]))
  .join('');
const stays = line([
  flat([0.26, deckAt(0.26), 0]),
  flat([0.1, deckAt(0.1) + 0.14, 0]),
  flat([-0.2, deckAt(-0.2) + 0.12, 0]),
  flat([-0.33, deckAt(-0.33), 0])
]);

const ripple = (x, z, n) => {
  const [a, b] = [flat([x, 0.085, z]), flat([x, 0.085, z - n])];
  return `M${r(a[0])} ${r(a[1])}q${r((b[0] - a[0]) / 4)} ${r((b[1] - a[1]) / 4 - 4)} ${r((b[0] - a[0]) / 2)} ${r((b[1] - a[1]) / 2)}t${r((b[0] - a[0]) / 2)} ${r((b[1] - a[1]) / 2)}`;
};
const ripples = [
  [0.46, 0.26, 0.09],
  [0.5, 0.22, 0.12],
  [0.55, 0.28, 0.08],
  [0.47, 0.06, 0.1],
  [0.53, 0.02, 0.13],
  [0.57, 0.12, 0.09],
  [0.49, -0.14, 0.1],
  [0.55, -0.12, 0.12],
  [0.45, -0.22, 0.06]
]
  .map((w) => ripple(...w))
  .join('');

function label(at, [x, y], text, english, anchor = 'start') {
  const [px, py] = flat(at);
  const pad = anchor === 'start' ? -10 : 10;
  return (
    `<path d="M${r(px)} ${r(py)}L${x + pad} ${y - 6}" stroke="${ink}" stroke-width="1.4" fill="none"/><circle cx="${r(px)}" cy="${r(py)}" r="4.5" fill="${ink}" stroke="#FBF8F0" stroke-width="1.6"/>` +
    zh(x, y, text, { size: 25, weight: 700, anchor }) +
    en(x, y + 26, english, { size: 19, anchor })
  );
}

save('dagu-dock', {
  height: 900,
  title: '大沽船坞示意模型：长方坞池，两侧有台阶，一端是坞门与河，池中一船坐于墩木，旁有泵房',
  defs:
    hatch('light', { gap: 7, weight: 0.9, angle: 20 }) +
    hatch('dense', { gap: 4.6, weight: 1.2, angle: -38 }) +
    hatch('earth', { gap: 9, weight: 1.1, angle: 60 }) +
    hatch('floor', { gap: 8, weight: 0.8, angle: 90 }) +
    hatch('tiles', { gap: 5.5, weight: 1.1, angle: 57 }),
  body: [
    heading('大沽船坞', 'The dock at Dagu'),
    draw('slab', 2.2),
    draw('yard', 2),
    draw('mouth', 1.6),
    draw('river', 1.6),
    draw('channel', 1.4),
    `<path d="${ripples}" fill="none" stroke="${river}" stroke-width="2" stroke-linecap="round"/>`,
    draw('quay', 1.8),
    draw('basin', 1.6),
    draw('pump', 1.8),
    draw('bollards', 1.5),
    draw('blocks', 1.4),
    draw('shores', 1.3),
    hull(),
    draw('house', 1.8),
    `<path d="${stays}" fill="none" stroke="${ink}" stroke-width="1.1"/><path d="${masts}" fill="none" stroke="${ink}" stroke-width="4" stroke-linecap="round"/>`,
    draw('nearShores', 1.3),
    draw('gate', 1.8),
    draw('rail', 1.2),
    draw('nearYard', 2),
    draw('nearBollards', 1.5),
    label([-0.31, 0.2, -0.24], [238, 158], '泵房', 'pump house', 'end'),
    label([0.39, 0.136, -0.06], [1010, 330], '坞门', 'dock gate'),
    label([-0.4, 0.05, 0], [168, 268], '坞池', 'dock basin', 'end'),
    label([-0.2, 0.147, 0.178], [206, 640], '系船柱', 'bollards', 'end'),
    label([0.55, 0.085, -0.05], [1062, 726], '河', 'river'),
    foot(846, '示意，不按比例；各坞尺寸待考', 'Schematic, not to scale; the measures of the docks are not established.')
  ].join('\n')
});
