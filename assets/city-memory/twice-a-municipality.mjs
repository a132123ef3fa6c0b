/**
 * CX-08: status as water (C-018, C-019). A stream runs by itself, joins a broader one, parts at a sluice and grows wider;
 * lengths follow the years, widths stand for joining and parting only.
 */
import { cinnabar, dice, en, foot, hatch, heading, ink, paper, r, river, saveTo, warm, white, zh } from '../hand/sheet.mjs';

const save = saveTo('city-memory');

const width = 1500;
const at = (year) => 120 + (year - 1949) * 50;
const joins = at(1958 + 41 / 365);
const parts = at(1967);
const wider = at(1973);
const next = dice(1967);

const ease = (t) => t * t * (3 - 2 * t);
const between = (x, x0, x1) => ease(Math.min(1, Math.max(0, (x - x0) / (x1 - x0))));

/** Middle and half width of the broad stream, and of the narrow one, at a place along the picture. */
const broad = (x) => 330 + 26 * Math.sin(x / 250) - 10 * Math.sin(x / 97);
const broadHalf = (x) =>
  74 + 10 * Math.sin(x / 180 + 1) + 18 * between(x, joins - 80, joins + 200) * (1 - between(x, parts - 240, parts + 40));
const own = (x) => 640 + 16 * Math.sin(x / 160 + 2);
function narrow(x) {
  const inside = broad(x) + broadHalf(x) - 34;
  if (x < at(1962)) return own(x) + (inside - own(x)) * between(x, joins - 250, joins + 60);
  return inside + (own(x) - inside) * between(x, parts - 120, parts + 150);
}
const narrowHalf = (x) => 26 + 30 * between(x, wider - 40, wider + 60) + 2 * Math.sin(x / 60);

const steps = (x0, x1, step = 10) => Array.from({ length: Math.floor((x1 - x0) / step) + 1 }, (_, i) => x0 + i * step);
const curve = (xs, y) => 'M' + xs.map((x) => `${r(x)} ${r(y(x))}`).join('L');
const band = (xs, top, bottom) =>
  curve(xs, top) +
  'L' +
  xs
    .toReversed()
    .map((x) => `${r(x)} ${r(bottom(x))}`)
    .join('L') +
  'Z';

const all = steps(0, width);
const before = steps(0, joins + 46);
const after = steps(parts - 100, width);
const top = (x) => broad(x) - broadHalf(x);
const low = (x) => broad(x) + broadHalf(x);
const up = (x) => narrow(x) - narrowHalf(x);
const down = (x) => narrow(x) + narrowHalf(x);

/** The banks of a stream as strokes that lean away from the water. */
function bank(xs, y, sign, skip = () => false) {
  let d = '';
  for (let x = xs[0]; x < xs.at(-1); x += 6.5) {
    if (skip(x)) continue;
    const long = 8 + next() * 13;
    d += `M${r(x)} ${r(y(x))}l${r(-3 + next() * 2)} ${r(sign * long)}`;
  }
  return `<path d="${d}" stroke="${ink}" stroke-width="1.1" fill="none"/>`;
}

/** Threads of current between two banks. */
function current(xs, from, to, rows, weight = 1.3) {
  let d = '';
  for (let row = 1; row < rows; row++) {
    let x = xs[0] + next() * 60;
    while (x < xs.at(-1) - 40) {
      const end = Math.min(x + 50 + next() * 170, xs.at(-1));
      const t = row / rows + (next() - 0.5) * 0.05;
      d += curve(steps(x, end, 12), (s) => from(s) + (to(s) - from(s)) * t);
      x = end + 16 + next() * 60;
    }
  }
  return `<path d="${d}" stroke="${river}" stroke-width="${weight}" fill="none" stroke-linecap="round" stroke-linejoin="round"/>`;
}

const inStream = (x, y) => (y > top(x) - 26 && y < low(x) + 26) || ((x < joins + 60 || x > parts - 50) && y > up(x) - 24 && y < down(x) + 24);

/** Willow: a trunk and hanging strokes. */
function willow(x, y, k) {
  let d = '';
  for (let i = 0; i < 15; i++) {
    const a = -34 + i * 4.9;
    d += `M${r(a * 0.55)} ${r(-54 + Math.abs(a) * 0.28)}q${r(a * 0.5)} -8 ${r(a * 0.62)} ${r(24 + next() * 20)}`;
  }
  return `<g transform="translate(${r(x)} ${r(y)}) scale(${k})"><path d="M-4 0q4 -26 -2 -54h8q-2 28 3 54Z" fill="${white}" stroke="${ink}" stroke-width="1.8"/><path d="${d}" fill="none" stroke="${ink}" stroke-width="1.2"/></g>`;
}
/** Strips of field in slight perspective. */
function field(x, y, w, h, lean, fill) {
  const d = `M${x} ${y}h${w}l${-lean} ${h}h${-w}Z`;
  return `<path d="${d}" fill="${white}" stroke="${ink}" stroke-width="1.1"/><path d="${d}" fill="url(#${fill})"/>`;
}
const house = (x, y, k = 1) =>
  `<g transform="translate(${x} ${y}) scale(${k})" stroke="${ink}" stroke-width="1.6" stroke-linejoin="round"><path d="M-22 0V-22H22V0Z" fill="${white}"/><path d="M-30 -20Q-16 -26 -14 -40H14Q16 -26 30 -20Z" fill="url(#dense)"/><path d="M-5 0V-14H5V0M-17 -15h8v7h-8ZM10 -15h8v7h-8Z" fill="none" stroke-width="1.2"/></g>`;

/** Strips wherever there is dry land and no word; the hand skips one here and there. */
const busy = [
  [110, 520, 330, 590],
  [560, 430, 760, 500],
  [900, 640, 1130, 700]
];
const isFree = (x, y, w, h, lean) =>
  ![0, 0.25, 0.5, 0.75, 1].some((t) => inStream(x + w * t, y - 6) || inStream(x + w * t - lean, y + h + 6)) &&
  !busy.some(([l, t, rr, b]) => x + w > l && x - lean < rr && y + h > t && y < b);
const land = [];
for (let row = 0; row < 8; row++) {
  const y = 440 + row * 47;
  let x = 24 + next() * 60;
  while (x < width - 60) {
    const w = 62 + next() * 120;
    const one = [r(x), y, r(w), 36, 26, next() > 0.5 ? 'rows' : 'pale'];
    if (y + 36 < 806 && isFree(...one.slice(0, 5)) && next() > 0.12) land.push(one);
    x += w + 12;
  }
}

/** A landing with steps, the date on a stone. */
function stone(x, y, year, day, word, english, { accent = false, anchor = 'middle' } = {}) {
  const colour = accent ? cinnabar : ink;
  return (
    `<path d="M${r(x)} ${r(y)}V824" stroke="${colour}" stroke-width="1.4" stroke-dasharray="3 5"/>` +
    `<circle cx="${r(x)}" cy="${r(y)}" r="7" fill="${accent ? cinnabar : white}" stroke="${colour}" stroke-width="2.4"/>` +
    zh(x, 862, year, { size: 34, weight: 700, anchor, fill: colour }) +
    zh(x, 892, day, { size: 20, anchor }) +
    zh(x, 922, word, { size: 23, weight: 700, anchor }) +
    en(x, 947, english, { size: 18, anchor })
  );
}

/** The sluice of 1967 across the stream: two piers, a beam, windlasses, the leaves standing open. */
function sluice() {
  const x = parts;
  const y = narrow(x);
  const h = narrowHalf(x) + 12;
  const turn = (Math.atan2(narrow(x + 10) - narrow(x - 10), 20) * 180) / Math.PI;
  const pier = (cy) =>
    `<path d="M-28 ${r(cy - 16)}h56l10 16l-10 16h-56l-10 -16Z" fill="${white}" stroke="${ink}" stroke-width="2.2"/><path d="M-38 ${r(cy)}h76l-10 16h-56Z" fill="url(#dense)"/>`;
  const leaf = (s) =>
    `<path d="M9 ${r(s * (h - 16))}l48 ${r(s * -6)}v${r(s * -9)}l-48 ${r(s * 4)}Z" fill="${cinnabar}" stroke="${ink}" stroke-width="1.8"/>`;
  const planks = [-0.6, -0.2, 0.2, 0.6].map((t) => `M-10 ${r(h * t)}h20`).join('');
  return `<g transform="translate(${r(x)} ${r(y)}) rotate(${r(turn)})">${pier(-h)}${pier(h)}<path d="M-10 ${r(-h)}h20V${r(h)}h-20Z" fill="${white}" stroke="${ink}" stroke-width="2"/><path d="${planks}" stroke="${ink}" stroke-width="1.2"/>${leaf(1)}${leaf(-1)}<circle cy="${r(-h)}" r="9" fill="${white}" stroke="${ink}" stroke-width="2"/><path d="M-6 ${r(-h)}h12M0 ${r(-h - 6)}v12M-6 ${r(h)}h12M0 ${r(h - 6)}v12" stroke="${ink}" stroke-width="1.4"/></g>`;
}

const boat = (x, y, k, angle) =>
  `<g transform="translate(${r(x)} ${r(y)}) rotate(${angle}) scale(${k})"><path d="M-40 0Q-20 13 10 12T44 -4Q20 -12 -8 -11T-40 0Z" fill="${white}" stroke="${ink}" stroke-width="2"/><path d="M-12 -10q14 -16 30 -1l-2 12h-28Z" fill="url(#dense)" stroke="${ink}" stroke-width="1.8"/></g>`;

const willows = [
  [84, 792, 0.95],
  [330, 800, 0.9],
  [470, 640, 0.8],
  [720, 800, 0.9],
  [860, 640, 0.75],
  [1180, 800, 0.95],
  [1420, 800, 0.95],
  [1240, 508, 0.75],
  [1400, 500, 0.7],
  [150, 520, 0.7],
  [60, 210, 0.62],
  [120, 204, 0.5],
  [660, 196, 0.6],
  [1160, 190, 0.62],
  [1216, 186, 0.5],
  [410, 226, 0.6],
  [470, 236, 0.5]
].filter(([x, y]) => ![0, -30].some((up_) => inStream(x, y + up_)));

save('twice-a-municipality', {
  width,
  height: 1060,
  title: '一股水由自流而并入大河，又在一道水闸处分出，末段变宽；四处标年份',
  defs:
    hatch('dense', { gap: 4, weight: 1.4 }) +
    hatch('rows', { gap: 7, angle: 76, weight: 0.9 }) +
    hatch('pale', { gap: 9, angle: 20, weight: 0.8 }),
  body: [
    heading('从直辖到直辖', 'Twice a municipality, 1949–1973'),
    `<path d="M0 150H${width}V810H0Z" fill="${warm}" fill-opacity="0.07"/>`,
    land.map((one) => field(...one)).join(''),
    house(600, 490, 1),
    house(668, 484, 0.8),
    house(930, 690, 1.05),
    house(1000, 690, 0.85),
    house(1074, 690, 0.95),
    `<path d="${band(all, top, low)}" fill="${paper}"/><path d="${band(all, top, low)}" fill="${river}" fill-opacity="0.2"/>`,
    `<path d="${band(before, up, down)}${band(after, up, down)}" fill="${paper}"/><path d="${band(before, up, down)}${band(after, up, down)}" fill="${river}" fill-opacity="0.2"/>`,
    `<path d="${curve(all, top)}${curve(
      all.filter((x) => x < joins - 64),
      low
    )}${curve(
      all.filter((x) => x > joins + 50 && x < parts - 96),
      low
    )}${curve(
      all.filter((x) => x > parts + 4),
      low
    )}" fill="none" stroke="${ink}" stroke-width="2.4"/>`,
    `<path d="${curve(
      before.filter((x) => x < joins - 60),
      up
    )}${curve(
      before.filter((x) => x < joins + 40),
      down
    )}${curve(
      after.filter((x) => x > parts - 4),
      up
    )}${curve(
      after.filter((x) => x > parts - 92),
      down
    )}" fill="none" stroke="${ink}" stroke-width="2.4"/>`,
    bank(all, top, -1),
    bank(steps(0, joins - 64), low, 1),
    bank(steps(0, joins - 64), up, -1),
    bank(steps(0, joins + 40), down, 1),
    bank(steps(joins + 50, parts - 96), low, 1),
    bank(steps(parts + 30, width), low, 1),
    bank(steps(parts + 30, width), up, -1),
    bank(steps(parts - 92, width), down, 1),
    current(all, top, low, 13),
    current(before, up, down, 6),
    current(after, up, down, 7),
    willows.map(([x, y, k]) => willow(x, y, k)).join(''),
    boat(270, narrow(270), 0.8, 3),
    boat(800, broad(800) + 20, 0.95, -6),
    boat(1330, narrow(1330), 0.95, 4),
    sluice(),
    zh(270, 322, '河北省', { size: 30, weight: 700, fill: river, halo: true }),
    en(372, 322, 'Hebei', { size: 21, fill: river, halo: true }),
    zh(220, 572, '天津', { size: 30, weight: 700, fill: river, halo: true }),
    en(290, 572, 'Tianjin', { size: 21, fill: river, halo: true }),
    stone(at(1949) + 2, down(at(1949)) + 4, '1949', '1月15日', '天津解放', 'liberation', { anchor: 'start' }),
    stone(joins, down(joins) + 4, '1958', '2月11日', '划归河北省', 'to Hebei'),
    stone(parts, down(parts) + 30, '1967', '1月2日', '恢复直辖市', 'a municipality again', { accent: true }),
    stone(wider, down(wider) + 4, '1973', '待核', '五县划入', 'five counties join, to be confirmed'),
    foot(
      1000,
      '长短依年份，宽窄只表示分合，不表示面积；水与岸为示意',
      'Lengths follow the years; widths show joining and parting, not areas. Water and banks are schematic.'
    )
  ].join('\n')
});
