/**
 * CX-11: the front of a church, its left half after the earthquake of 1976, its right half as repaired in 1983 (C-025).
 * The building is schematic and the cracks are nobody's record.
 */
import { cinnabar, dice, en, foot, hatch, heading, ink, r, saveTo, warm, white, zh } from '../hand/sheet.mjs';

const save = saveTo('city-memory');
const next = dice(728);
const middle = 620;
const ground = 1010;
const p = (d, weight = 2, fill = white) =>
  `<path d="${d}" fill="${fill}" stroke="${ink}" stroke-width="${weight}" stroke-linejoin="round" stroke-linecap="round"/>`;

/** Courses of brick in a rectangle; more of them show where the wall is rough. */
function bricks(x, y, w, h, share, seed) {
  const roll = dice(seed);
  let d = '';
  for (let row = 0; row * 11 < h; row++) {
    for (let col = row % 2 ? -0.5 : 0; col * 26 < w; col++) {
      if (roll() > share) continue;
      const x0 = Math.max(x, x + col * 26);
      const x1 = Math.min(x + w, x + col * 26 + 26);
      const y0 = y + row * 11;
      if (x1 - x0 > 6 && y0 + 11 <= y + h) d += `M${r(x0)} ${r(y0)}H${r(x1)}v11`;
    }
  }
  return `<path d="${d}" fill="none" stroke="${ink}" stroke-width="0.9"/>`;
}

/** A pointed window with tracery; `broken` takes out panes. */
function lancet(cx, sill, w, h, { broken = false, twin = false } = {}) {
  const s = w / 2;
  const spring = sill - h + s * 1.7;
  const arch = (k) =>
    `M${r(cx - s * k)} ${sill}V${r(spring)}Q${r(cx - s * k)} ${r(spring - s * 1.1 * k)} ${r(cx)} ${r(spring - s * 1.75 * k)}Q${r(cx + s * k)} ${r(spring - s * 1.1 * k)} ${r(cx + s * k)} ${r(spring)}V${sill}Z`;
  const bars = twin
    ? `M${cx} ${sill}V${r(spring - s * 0.2)}M${r(cx - s)} ${r(spring)}Q${r(cx - s * 0.5)} ${r(spring - s)} ${cx} ${r(spring)}Q${r(cx + s * 0.5)} ${r(spring - s)} ${r(cx + s)} ${r(spring)}`
    : `M${cx} ${sill}V${r(spring - s)}`;
  let panes = '';
  for (let y = sill - 18; y > spring; y -= 18) panes += `M${r(cx - s)} ${r(y)}H${r(cx + s)}`;
  const hole = broken
    ? `<path d="M${r(cx - s * 0.7)} ${r(sill - 14)}l${r(s * 0.9)} -9l${r(s * 0.3)} -26l-${r(s * 0.5)} -20l-${r(s * 0.8)} 12Z" fill="${ink}"/>`
    : '';
  return (
    p(arch(1.26), 2) +
    p(arch(1), 1.6, 'url(#dense)') +
    `<path d="${bars}${panes}" fill="none" stroke="${white}" stroke-width="2.4"/><path d="${bars}${panes}" fill="none" stroke="${ink}" stroke-width="0.7"/>` +
    hole +
    p(`M${r(cx - s * 1.5)} ${sill}h${r(s * 3)}v7h${r(-s * 3)}Z`, 1.6)
  );
}

/** Half of the front, to the right of x = 0; `hurt` is the half of 1976. */
function half(hurt) {
  const wall = (x, y, w, h, seed) =>
    p(`M${x} ${y}h${w}V${y + h}h${-w}Z`, 2.2) +
    `<path d="M${x} ${y}h${w}v${h}h${-w}Z" fill="${warm}" fill-opacity="0.12"/>` +
    bricks(x, y, w, h, hurt ? 0.62 : 0.34, seed) +
    `<path d="M${r(x + w - w * 0.16)} ${y}h${r(w * 0.16)}v${h}h${r(-w * 0.16)}Z" fill="url(#shade)"/>`;
  const cornice = (x, y, w) =>
    p(`M${x - 8} ${y}h${w + 16}v9h${-w - 16}Z`, 1.8) +
    p(`M${x - 4} ${y + 9}h${w + 8}v6h${-w - 8}Z`, 1.2) +
    `<path d="${Array.from({ length: Math.floor(w / 13) }, (_, i) => `M${r(x + 5 + i * 13)} ${y + 15}v8h6v-8`).join('')}" fill="none" stroke="${ink}" stroke-width="1"/>`;
  const pinnacle = (x, y, h) => p(`M${x - 7} ${y}L${x} ${y - h}L${x + 7} ${y}Z`, 1.8) + `<path d="M${x} ${y - h}L${x + 7} ${y}H${x}Z" fill="url(#dense)"/>` + p(`M${x} ${y - h}v-11M${x - 4} ${y - h - 7}h8`, 1.8, 'none');
  const merlons = (x, y, w, gap) => {
    let d = '';
    for (let at = 0; at + 15 <= w; at += gap) {
      if (hurt && at > w * 0.55) continue;
      d += `M${x + at} ${y}v-17h15v17Z`;
    }
    return p(d, 1.8);
  };
  const buttress = (x) => p(`M${x} ${ground}V420l6 -12h16l6 12v190h8V${ground}Z`, 2) + `<path d="M${x + 20} ${ground}V412h2l6 12v190h8V${ground}Z" fill="url(#dense)"/>` + p(`M${x} 610h36M${x} 780h36`, 1.2, 'none');

  // Centre: half the tall tower with its door; side: the lower tower.
  const tower =
    wall(0, 250, 118, ground - 250, 11) +
    merlons(6, 250, 112, 27) +
    cornice(0, 252, 118) +
    cornice(0, 470, 118) +
    cornice(0, 700, 118) +
    lancet(52, 440, 46, 130, { broken: hurt, twin: true });
  const side =
    wall(150, 400, 176, ground - 400, 23) +
    merlons(154, 400, 172, 27) +
    cornice(150, 402, 176) +
    cornice(150, 620, 176) +
    cornice(150, 800, 176) +
    lancet(238, 588, 44, 136, { broken: hurt, twin: true }) +
    lancet(238, 772, 56, 112, { broken: hurt }) +
    lancet(238, 968, 64, 130, { twin: true });
  const rose =
    `<path d="M0 512a72 72 0 0 1 0 144" fill="${white}" stroke="${ink}" stroke-width="2.2"/><path d="M0 526a58 58 0 0 1 0 116Z" fill="url(#dense)" stroke="${ink}" stroke-width="1.6"/>` +
    `<path d="M0 526V642M0 584L50 555M0 584L50 613M0 584H58M0 584L29 534M0 584L29 634" stroke="${white}" stroke-width="4"/><path d="M0 558a26 26 0 0 1 0 52Z" fill="${white}" stroke="${ink}" stroke-width="1.4"/>`;
  const door =
    p(`M0 ${ground}V752Q46 770 62 822V${ground}Z`, 2.2) +
    p(`M0 ${ground}V768Q36 784 50 830V${ground}Z`, 1.6, 'url(#dense)') +
    p(`M0 ${ground}V800Q26 808 38 842V${ground}Z`, 1.6) +
    p(`M0 862H38M13 ${ground}V806M26 ${ground}V818`, 1.1, 'none');
  const top = hurt
    ? pinnacle(112, 233, 62)
    : pinnacle(112, 233, 92);
  const steps = p(`M0 ${ground}h98v14h-98ZM0 ${ground + 14}h116v14h-116Z`, 1.8);
  return tower + rose + side + buttress(118) + buttress(326) + door + top + (hurt ? '' : pinnacle(320, 383, 70) + pinnacle(156, 383, 70)) + steps;
}

/** A crack: a jagged black thread with hair cracks. */
function crack(points, weight) {
  let d = '';
  for (let i = 0; i + 1 < points.length; i++) {
    const [[ax, ay], [bx, by]] = [points[i], points[i + 1]];
    d += i === 0 ? `M${ax} ${ay}` : '';
    for (let t = 1; t <= 4; t++) {
      const x = ax + ((bx - ax) * t) / 4 + (next() - 0.5) * 13;
      const y = ay + ((by - ay) * t) / 4 + (next() - 0.5) * 9;
      d += `L${r(x)} ${r(y)}`;
      if (next() > 0.55) d += `l${r((next() - 0.5) * 34)} ${r(8 + next() * 16)}M${r(x)} ${r(y)}`;
    }
  }
  return `<path d="${d}" fill="none" stroke="${ink}" stroke-width="${weight}" stroke-linejoin="round"/>`;
}

/** Scaffold of poles lashed together, with planks. */
function scaffold() {
  const poles = [-402, -330, -262, -196].map((x) => p(`M${x} ${ground + 20}L${x + 5} 342`, 4, 'none') + `<path d="M${x} ${ground + 20}L${x + 5} 342" stroke="${white}" stroke-width="1.4"/>`).join('');
  const levels = [432, 560, 688, 816, 930]
    .map((y, i) => p(`M-420 ${y}L-178 ${y - 4}`, 3.6, 'none') + (i % 2 ? p(`M-398 ${y + 3}h120v8h-120Z`, 1.6) : p(`M-316 ${y + 1}h124v8h-124Z`, 1.6)))
    .join('');
  const braces = p('M-402 930L-330 816M-330 816L-262 688M-262 560L-330 432M-402 688L-330 560', 2.4, 'none');
  const lashings = [-402, -330, -262, -196]
    .flatMap((x) => [432, 560, 688, 816, 930].map((y) => `M${x - 5} ${y - 6}l12 10M${x + 7} ${y - 6}l-12 10`))
    .join('');
  const ladder = p('M-300 1026L-268 816M-280 1030L-248 818' + Array.from({ length: 10 }, (_, i) => `M${r(-297 + i * 3.2)} ${1008 - i * 20}l20 3`).join(''), 2.4, 'none');
  return poles + levels + braces + `<path d="${lashings}" stroke="${ink}" stroke-width="1.6"/>` + ladder;
}

/** Fallen brick at the foot of the wall. */
function rubble() {
  let out = '';
  for (let i = 0; i < 84; i++) {
    const t = next();
    const x = -395 + t * 380;
    const pile = 62 * Math.exp(-(((x + 232) / 78) ** 2));
    const y = ground + 22 - next() * pile + next() * 8;
    const turn = r(next() * 60 - 30);
    out += `<path transform="translate(${r(x)} ${r(y)}) rotate(${turn})" d="M-13 -5h26v10h-26Z" fill="${next() > 0.4 ? white : 'url(#shade)'}" stroke="${ink}" stroke-width="1.3"/>`;
  }
  return out;
}

const cracks =
  crack([[-40, 262], [-74, 360], [-30, 470], [-84, 560], [-60, 700]], 3.6) +
  crack([[-184, 404], [-228, 520], [-190, 640], [-262, 760], [-226, 900]], 3.2) +
  crack([[-310, 420], [-286, 560], [-316, 690]], 2.2);
const gap = `<path d="M-118 250l16 26l-10 22l20 16l-12 30l18 8l-4 26h-28Z" fill="#FBF8F0" stroke="${ink}" stroke-width="2" stroke-linejoin="round"/>`;
const sky = Array.from({ length: 26 }, () => {
  const x = 800 + next() * 330;
  const y = 330 + next() * 90;
  return `M${r(x)} ${r(y)}h${r(20 + next() * 70)}`;
}).join('');
const tree = (x, y, k) => {
  let d = '';
  for (let i = 0; i < 34; i++) {
    const a = next() * Math.PI * 2;
    const q = Math.sqrt(next()) * 56;
    d += `M${r(Math.cos(a) * q)} ${r(-112 + Math.sin(a) * q * 1.1)}q8 -9 15 1`;
  }
  return `<g transform="translate(${x} ${y}) scale(${k})">${p('M-6 0Q0 -34 -3 -66h8q-2 30 5 66Z', 1.8)}${p('M0 -176c34 -2 58 24 56 62c2 40 -26 58 -56 58s-58 -18 -56 -58c-2 -38 22 -64 56 -62Z', 1.8)}<path d="${d}" fill="none" stroke="${ink}" stroke-width="1.3"/></g>`;
};

save('before-and-after', {
  width: 1240,
  height: 1220,
  title: '教堂立面，左半为震后，墙裂砖落，搭着脚手架，右半为修复以后；中间一道朱线',
  defs:
    hatch('shade', { gap: 6, weight: 1 }) +
    hatch('dense', { gap: 4, weight: 1.5 }) +
    `<clipPath id="leftward"><path d="M-600 0H0V1200H-600Z"/></clipPath>`,
  body: [
    heading('地震前后', 'Before and after 1976: Wanghailou Church'),
    `<path d="${sky}" stroke="${ink}" stroke-width="0.9" stroke-opacity="0.55"/>`,
    tree(1090, ground + 26, 1.15),
    tree(1150, ground + 30, 0.8),
    `<path d="M40 ${ground + 28}H1200" stroke="${ink}" stroke-width="2.6"/>`,
    `<g transform="translate(${middle} 0)">${half(false)}</g>`,
    `<g transform="translate(${middle} 0) scale(-1 1)">${half(true)}</g>`,
    `<g transform="translate(${middle} 0)" clip-path="url(#leftward)">${gap}${cracks}</g>`,
    `<g transform="translate(${middle} 0)">${scaffold()}${rubble()}</g>`,
    `<path d="M${middle} 176V${ground + 60}" stroke="${cinnabar}" stroke-width="3.4"/>`,
    zh(56, 218, '1976年7月28日', { size: 34, weight: 700 }),
    zh(56, 252, '凌晨3时42分，震后', { size: 22 }),
    en(56, 281, '28 July 1976, 3.42 a.m., after the shock', { size: 19 }),
    zh(1184, 218, '1983年', { size: 34, weight: 700, anchor: 'end' }),
    zh(1184, 252, '修复', { size: 22, anchor: 'end' }),
    en(1184, 281, 'repaired, 1983', { size: 19, anchor: 'end' }),
    foot(1140, '建筑与裂缝皆为示意，不按比例，不作实录', 'Building and cracks are schematic, not to scale and no record.')
  ].join('\n')
});
