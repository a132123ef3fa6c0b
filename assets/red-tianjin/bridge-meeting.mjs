/**
 * BX-21: the meeting on Jintang Bridge at night. Length 76.4 m and width 10.5 m are true to one scale in elevation and
 * plan; the form of truss and piers is simplified, and the figures are no one in particular.
 */
import {
  cinnabar,
  dice,
  dimension,
  en,
  hatch,
  ink,
  inkSoft,
  line,
  r,
  river,
  saveTo,
  water,
  white,
  zh
} from '../hand/sheet.mjs';
import { walker } from './figures.mjs';

const save = saveTo('red-tianjin');

const u = 13.4; // units a metre
const length = 76.4 * u;
const breadth = 10.5 * u;
const middle = 600;
const [x0, x1] = [middle - length / 2, middle + length / 2];
const deck = 356;
const level = 452;
const lampAt = [middle, deck - 124];


const stroke = (d, weight, more = 'fill="none"') =>
  `<path d="${d}" ${more} stroke="${ink}" stroke-width="${weight}" stroke-linejoin="round" stroke-linecap="round"/>`;

/** The dark: level strokes that stop short of the light and thin out towards the edges of the sheet. */
function night() {
  const next = dice(19);
  let d = '';
  for (let y = 62; y < level - 6; y += 4.8) {
    const [lx, ly] = lampAt;
    const radius = 96 + next() * 58;
    const half = Math.abs(y - ly) < radius ? Math.sqrt(radius ** 2 - (y - ly) ** 2) * 1.2 : 0;
    const rise = Math.max(0, (150 - y) / 90);
    const edge = 20 + rise * 210;
    const runs = [
      [-80 + edge * (0.3 + next() * 0.9), lx - half],
      [lx + half, 1280 - edge * (0.3 + next() * 0.9)]
    ];
    for (const [from, to] of half ? runs : [[runs[0][0], runs[1][1]]]) {
      let x = from;
      while (x < to) {
        const near = Math.min(1, Math.abs(x - lx) / 420);
        const run = Math.min((60 + next() * 240) * (0.35 + near), to - x);
        if (run > 6) d += `M${r(x)} ${r(y)}h${r(run)}`;
        x += run + 5 + next() * 20 * (1.3 - near) + rise * 26;
      }
    }
  }
  return `<path d="${d}" fill="none" stroke="${ink}" stroke-width="1.05" stroke-opacity="0.82" stroke-linecap="round"/>`;
}

/** Roofs of the two banks against the dark: tiled houses to the left, storeyed ones to the right. */
function town() {
  const next = dice(4);
  const house = (x, w, h, ridge, lit) => {
    const top = deck + 6 - h;
    const eave = 9;
    const tiles = Array.from({ length: Math.floor(w / 7) }, (_, i) => `M${r(x + 3 + i * 7)} ${r(top)}l${r((w / 2 - i * 7) * 0.06)} ${-ridge + 2}`).join('');
    const window = lit
      ? `<path d="M${r(x + w * 0.36)} ${r(top + 16)}h${r(w * 0.24)}v${r(h * 0.34)}h${r(-w * 0.24)}Z" fill="${white}" stroke="${ink}" stroke-width="1.6"/>${stroke(`M${r(x + w * 0.48)} ${r(top + 16)}v${r(h * 0.34)}M${r(x + w * 0.36)} ${r(top + 16 + h * 0.17)}h${r(w * 0.24)}`, 1.1)}`
      : '';
    return (
      `<path d="M${x} ${top}h${w}V${deck + 26}H${x}Z" fill="#D9D2C5"/><path d="M${x} ${top}h${w}V${deck + 26}H${x}Z" fill="url(#dense)" stroke="${ink}" stroke-width="2"/>` +
      `<path d="M${x - eave} ${top + 3}Q${x + w * 0.12} ${top - 2} ${x + w * 0.14} ${top - ridge}H${x + w * 0.86}Q${x + w * 0.88} ${top - 2} ${x + w + eave} ${top + 3}Z" fill="${white}" stroke="${ink}" stroke-width="2" stroke-linejoin="round"/>` +
      stroke(tiles, 1) +
      stroke(`M${x + w * 0.12} ${top - ridge}H${x + w * 0.88}`, 3.4) +
      window
    );
  };
  const block = (x, w, h, lit) => {
    const top = deck + 6 - h;
    const rows = Math.max(1, Math.floor(h / 38));
    const columns = Math.max(2, Math.floor(w / 28));
    let panes = '';
    for (let i = 0; i < rows; i++)
      for (let j = 0; j < columns; j++) {
        const open = lit.includes(i * columns + j);
        const px = x + 11 + (j * (w - 22)) / columns;
        panes += `<path d="M${r(px)} ${top + 14 + i * 36}h13v20h-13Z" fill="${open ? white : 'url(#dark)'}" stroke="${ink}" stroke-width="1.5"/>`;
      }
    return (
      `<path d="M${x} ${top}h${w}V${deck + 26}H${x}Z" fill="#D9D2C5"/><path d="M${x} ${top}h${w}V${deck + 26}H${x}Z" fill="url(#dense)" stroke="${ink}" stroke-width="2"/>` +
      `<path d="M${x - 5} ${top - 7}h${w + 10}v8h${-(w + 10)}Z" fill="${white}" stroke="${ink}" stroke-width="2"/>${panes}` +
      (next() > 0.4 ? `<path d="M${x + w * 0.66} ${top - 7}v-24h13v24" fill="${white}" stroke="${ink}" stroke-width="2"/>` : '')
    );
  };
  return [
    house(-96, 78, 62, 24, false),
    house(-22, 66, 46, 21, true),
    house(40, 40, 36, 17, false),
    block(1118, 58, 66, []),
    block(1172, 74, 104, [3]),
    house(1240, 70, 58, 22, false)
  ].join('');
}

/** Half the swinging span in metres, as the model of the bridge has it; nothing but length and width is recorded. */
const arm = 19.4;
const chordHeight = (metres) => 31 + 58 * (1 - Math.min(1, metres / arm)) ** 1.75;

/** A girder from bank to bank: low fixed spans, and the swinging one that rises to a post over its pier. */
function girder(far) {
  const knots = Array.from({ length: 7 }, (_, i) => (arm * i) / 6);
  let web = '';
  let chord = '';
  const joints = [];
  for (const s of [-1, 1]) {
    const at = (metres, up = 0) => [middle + s * metres * u, deck - up];
    const swing = knots.map((metres) => at(metres, chordHeight(metres)));
    chord += line([...swing, at(arm)]);
    joints.push(...swing.slice(1));
    knots.forEach((metres, i) => {
      const [x, y] = at(metres, chordHeight(metres));
      web += `M${r(x)} ${deck}V${r(y)}`;
      if (i < 6) web += line([at(metres, chordHeight(metres)), at(knots[i + 1])]);
    });
    const fixed = Array.from({ length: 6 }, (_, i) => arm + 0.5 + ((length / u / 2 - arm - 0.7) * i) / 5);
    const upper = fixed.slice(1, -1).map((metres) => at(metres, 31));
    chord += line([at(fixed[0]), ...upper, at(fixed[5])]);
    joints.push(...upper);
    fixed.slice(1, -1).forEach((metres, i) => {
      web += line([at(metres), at(metres, 31)]);
      if (i < 3) web += line(i % 2 ? [at(metres), at(fixed[i + 2], 31)] : [at(metres, 31), at(fixed[i + 2])]);
    });
  }
  if (far) return `<g transform="translate(8 -6)">${stroke(web, 0.9)}${stroke(chord, 1.8)}</g>`;
  return (
    stroke(web, 1.4) +
    stroke(chord, 5.2) +
    `<path d="${chord}" fill="none" stroke="${white}" stroke-width="2" stroke-linejoin="round"/>` +
    joints
      .map(([x, y]) => `<circle cx="${r(x)}" cy="${r(y)}" r="2.9" fill="${white}" stroke="${ink}" stroke-width="1.5"/>`)
      .join('') +
    `<path d="M${middle - 5} ${deck}V${deck - 94}h10V${deck}Z" fill="${white}" stroke="${ink}" stroke-width="2.2"/>`
  );
}

/** A pier in its courses; the middle one is round, with the ring on which the span turns. */
function pier(x, half, round) {
  const foot = level + 36;
  const top = deck + (round ? 40 : 26);
  let courses = '';
  for (let i = 1; top + i * 14 < foot; i++) {
    const y = top + i * 14;
    const w = half + i * (round ? 0.6 : 1.4);
    courses += `M${r(x - w)} ${y}h${r(2 * w)}`;
    for (let j = -Math.floor(half / 19); j <= half / 19; j++) courses += `M${r(x + j * 19 + (i % 2 ? 9 : 0))} ${y}v-14`;
  }
  const spread = round ? 5 : 12;
  const body = `M${r(x - half)} ${top}H${r(x + half)}L${r(x + half + spread)} ${foot}H${r(x - half - spread)}Z`;
  const ring = round
    ? `<path d="M${r(x - half * 0.82)} ${deck + 16}h${r(half * 1.64)}v14h${r(-half * 1.64)}Z" fill="url(#dark)" stroke="${ink}" stroke-width="2"/>` +
      stroke(Array.from({ length: 11 }, (_, i) => `M${r(x - half * 0.75 + i * half * 0.15)} ${deck + 30}v9`).join(''), 4.5)
    : '';
  return (
    `<path d="${body}" fill="${white}"/><path d="M${r(x + half * 0.15)} ${top}H${r(x + half)}L${r(x + half + spread)} ${foot}H${r(x + half * 0.2)}Z" fill="url(#dense)"/>` +
    stroke(courses, 1.1) +
    stroke(`M${r(x - half)} ${top}L${r(x - half - spread)} ${foot}M${r(x + half)} ${top}L${r(x + half + spread)} ${foot}`, 2.4) +
    ring +
    `<path d="M${r(x - half - 6)} ${top - 10}h${r(2 * half + 12)}v11h${r(-2 * half - 12)}Z" fill="${white}" stroke="${ink}" stroke-width="2.2"/>`
  );
}

function bank(x, s) {
  const end = s < 0 ? -80 : 1280;
  const [a, b] = [Math.min(x, end), Math.max(x, end)];
  let courses = '';
  for (let i = 1; i < 8; i++) {
    courses += `M${r(a)} ${deck + 16 + i * 15}H${r(b)}`;
    for (let px = a + (i % 2 ? 14 : 30); px < b; px += 33) courses += `M${r(px)} ${deck + 16 + i * 15}v-15`;
  }
  return (
    `<path d="M${r(a)} ${deck + 10}H${r(b)}V${level + 30}H${r(a)}Z" fill="${white}"/><path d="M${r(a)} ${deck + 10}H${r(b)}V${level + 30}H${r(a)}Z" fill="url(#shade)"/>` +
    stroke(`M${r(a)} ${level + 30}H${r(b)}`, 1.6) +
    stroke(courses, 1) +
    `<path d="M${r(a - 4)} ${deck}H${r(b + 4)}v14H${r(a - 4)}Z" fill="${white}" stroke="${ink}" stroke-width="2.2"/>` +
    stroke(`M${r(x)} ${deck}V${level + 36}`, 2.6)
  );
}

/** Two files that meet under the lamp; the foremost two reach out. */
function files() {
  const next = dice(33);
  let out = '';
  for (const s of [-1, 1]) {
    let x = middle + s * 11;
    for (let i = 0; (s < 0 ? x > -70 : x < 1270); i++) {
      const h = 37 + next() * 4;
      const load = ['rifle', 'rifle', 'pack', 'rifle', ''][Math.floor(next() * 5)];
      out += walker(x, deck - 1, h, { flip: s > 0, step: i === 0 ? 1 : Math.floor(next() * 4), load: i === 0 ? 'pack' : load, reach: i === 0 });
      const crowd = i < 7 ? 17 : 25;
      x += s * (crowd + next() * (i < 7 ? 9 : 17));
    }
  }
  return out;
}

const [lx, ly] = lampAt;
const lamp =
  stroke(`M${lx} ${deck - 90}V${ly + 14}`, 3) +
  `<path d="M${lx - 11} ${ly - 14}H${lx + 11}L${lx + 8} ${ly + 12}H${lx - 8}Z" fill="${cinnabar}" stroke="${ink}" stroke-width="2.2" stroke-linejoin="round"/><path d="M${lx - 15} ${ly - 14}h30l-9 -11h-12Z" fill="${white}" stroke="${ink}" stroke-width="2.2" stroke-linejoin="round"/>` +
  stroke(`M${lx} ${ly - 25}v-7M${lx} ${ly - 14}v26`, 1.8);
const rays = Array.from({ length: 28 }, (_, i) => {
  const a = (i / 28) * 2 * Math.PI + 0.11;
  const [p, q] = [34 + (i % 2) * 10, 52 + ((i * 7) % 5) * 9];
  return `M${r(lx + Math.cos(a) * p)} ${r(ly + Math.sin(a) * p)}L${r(lx + Math.cos(a) * q)} ${r(ly + Math.sin(a) * q)}`;
}).join('');
const glints = Array.from({ length: 4 }, (_, i) => {
  const w = 30 - i * 2 + (i % 3) * 10;
  return `M${middle - w + (i % 2) * 7} ${level + 44 + i * 8}q${r(w / 2)} -3 ${w} 0t${w} 0`;
}).join('');

/** The plan below, at the same scale: the deck with its kerbs, joists and the heads of the two files. */
function plan(y) {
  const next = dice(8);
  let joists = '';
  for (let x = x0 + 15; x < x1 - 4; x += 15.6) joists += `M${r(x)} ${y + 24}V${r(y + breadth - 24)}`;
  let heads = '';
  for (const s of [-1, 1]) {
    let x = middle + s * 13;
    for (let i = 0; s < 0 ? x > x0 + 6 : x < x1 - 6; i++) {
      const across = y + breadth / 2 + (next() - 0.5) * (i < 6 ? 34 : 60) + (i === 0 ? -(next() - 0.5) * 30 : 0);
      heads += `<ellipse cx="${r(x)}" cy="${r(across)}" rx="3.3" ry="5.8" fill="${ink}"/>`;
      x += s * (9 + next() * 14);
    }
  }
  return (
    `<path d="M${r(x0)} ${y}H${r(x1)}V${r(y + breadth)}H${r(x0)}Z" fill="${white}" stroke="${ink}" stroke-width="2.6"/>` +
    `<path d="M${r(x0)} ${y}H${r(x1)}v22H${r(x0)}ZM${r(x0)} ${r(y + breadth)}H${r(x1)}v-22H${r(x0)}Z" fill="url(#shade)"/>` +
    stroke(`M${r(x0)} ${y + 22}H${r(x1)}M${r(x0)} ${r(y + breadth - 22)}H${r(x1)}`, 2) +
    `<path d="${joists}" fill="none" stroke="${ink}" stroke-width="0.8" stroke-opacity="0.55"/>` +
    `<path d="M${middle} ${y + 26}V${r(y + breadth - 26)}" stroke="${cinnabar}" stroke-width="2" stroke-dasharray="7 6"/>` +
    heads
  );
}

const planY = 596;
const tickX = x1 + 30;
const measure =
  stroke(`M${r(tickX)} ${planY}V${r(planY + breadth)}M${r(tickX - 9)} ${planY}h18M${r(tickX - 9)} ${r(planY + breadth)}h18M${r(tickX - 6)} ${planY + 6}l12 -12M${r(tickX - 6)} ${r(planY + breadth + 6)}l12 -12`, 1.5) +
  zh(tickX + 16, planY + breadth / 2 + 2, '宽10.5米', { size: 25, weight: 700 }) +
  en(tickX + 16, planY + breadth / 2 + 28, '10.5 m', { size: 20 });

save('bridge-meeting', {
  x: -80,
  y: 44,
  width: 1360,
  height: 768,
  ground: null,
  title: '夜里的金汤桥，两列人影在桥心灯下相会；下为平面，全长76.4米，宽10.5米',
  defs: hatch('shade', { gap: 6, weight: 1 }) + hatch('dense', { gap: 4.6, weight: 1.7 }) + hatch('dark', { gap: 3.4, weight: 2 }),
  body: [
    night(),
    town(),
    bank(x0, -1),
    bank(x1, 1),
    `<path d="M${r(x0)} ${level}H${r(x1)}V${level + 66}Q820 ${level + 78} 600 ${level + 70}T${r(x0)} ${level + 68}Z" fill="${river}" fill-opacity="0.2"/>`,
    girder(true),
    water(x0 + 6, x1 - 4, level + 9, 5, {
      seed: 12,
      gap: 12,
      skip: (a, b) =>
        [-arm * u, 0, arm * u].some((p) => a < middle + p + (p ? 34 : 74) && b > middle + p - (p ? 34 : 74))
    }),
    `<path d="${glints}" fill="none" stroke="${river}" stroke-width="1.6" stroke-linecap="round"/>`,
    pier(middle - arm * u, 17, false),
    pier(middle + arm * u, 17, false),
    pier(middle, 60, true),
    `<path d="M${r(x0 - 12)} ${deck}H${r(x1 + 12)}v16H${r(x0 - 12)}Z" fill="${white}" stroke="${ink}" stroke-width="2.4"/><path d="M${r(x0)} ${deck + 7}H${r(x1)}v9H${r(x0)}Z" fill="url(#dense)"/>`,
    `<path d="${rays}" stroke="${ink}" stroke-width="1.2" stroke-linecap="round"/>`,
    girder(false),
    lamp,
    files(),
    dimension(x0, x1, 566, '全长76.4米', '', { size: 25 }),
    plan(planY),
    measure,
    en(x0 - 20, planY + breadth / 2 + 6, 'plan', { size: 20, anchor: 'end' }),
    zh(x0 - 20, planY + breadth / 2 - 18, '平面', { size: 22, weight: 700, anchor: 'end' }),
    zh(x0, planY + breadth + 40, '长与宽依比例；桁架、墩台与人影为示意，不标部队', { size: 21, fill: inkSoft }),
    en(x0, planY + breadth + 66, 'Length and width to scale; truss, piers and figures are schematic, and no unit is named', { size: 19 })
  ].join('\n')
});
