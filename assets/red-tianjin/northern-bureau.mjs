/**
 * BX-12: the years 1927–1936 as windows of a lane house at night, a pane to the month (left to right, top to bottom). Lit
 * are the months in which the Northern Bureau is known to have existed (B-035, B-038, B-039); a year wholly without has
 * its shutters closed. What it was before September 1927 is not known here and stays dark.
 */
import { cinnabar, dice, en, foot, hatch, heading, ink, inkSoft, r, saveTo, white, zh } from '../hand/sheet.mjs';
import { seated } from './figures.mjs';

const save = saveTo('red-tianjin');

const width = 1300;
const height = 1136;
const wall = { x: 56, y: 226, w: 1188, bottom: 946 };
const size = { w: 138, h: 184 };
const glow = '#F6E3B4';
const lit = {
  1927: [9, 10, 11],
  1930: [8, 9, 10, 11, 12],
  1935: [6, 7, 8, 9, 10, 11, 12],
  1936: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]
};
const years = Array.from({ length: 10 }, (_, i) => 1927 + i);
const placeOf = (year) => {
  const i = year - 1927;
  return { x: wall.x + (wall.w / 5) * ((i % 5) + 0.5) - size.w / 2, y: i < 5 ? 290 : 584 };
};
const p = (d, weight = 2, fill = white) =>
  `<path d="${d}" fill="${fill}" stroke="${ink}" stroke-width="${weight}" stroke-linejoin="round" stroke-linecap="round"/>`;
const next = dice(1927);

/** Bricks darker away from the lit windows. */
function bricks() {
  const sources = Object.entries(lit).map(([year, months]) => {
    const { x, y } = placeOf(Number(year));
    return [x + size.w / 2, y + size.h / 2, 96 + months.length * 9];
  });
  let out = '';
  let joints = '';
  const tones = { pale: '', shade: '', cross: '' };
  for (let row = 0, y = wall.y; y + 20 <= wall.bottom; row++, y += 20) {
    joints += `M${wall.x} ${y}H${wall.x + wall.w}`;
    for (let x = wall.x - (row % 2 ? 27 : 0); x < wall.x + wall.w; x += 54) {
      const [a, b] = [Math.max(x, wall.x), Math.min(x + 54, wall.x + wall.w)];
      joints += `M${r(b)} ${y}v20`;
      const near = Math.max(...sources.map(([sx, sy, reach]) => 1 - Math.hypot((a + b) / 2 - sx, (y + 10 - sy) * 1.1) / (reach * 1.7)));
      const dark = 0.62 - near * 1.15 + (next() - 0.5) * 0.5;
      const tone = dark > 0.5 ? 'cross' : dark > 0.16 ? 'shade' : dark > -0.1 ? 'pale' : null;
      if (tone) tones[tone] += `M${r(a + 1.5)} ${y + 1.5}H${r(b - 1.5)}v17H${r(a + 1.5)}Z`;
    }
  }
  // A flat tone lies under the strokes, which are lost in small pictures.
  for (const [tone, d] of Object.entries(tones))
    out += `<path d="${d}" fill="${ink}" fill-opacity="${{ pale: 0.03, shade: 0.13, cross: 0.26 }[tone]}"/><path d="${d}" fill="url(#${tone})"/>`;
  return `<path d="M${wall.x} ${wall.y}h${wall.w}V${wall.bottom}h${-wall.w}Z" fill="#EFE6D6"/>${out}<path d="${joints}" stroke="${ink}" stroke-width="0.8" stroke-opacity="0.75"/>`;
}

/** Tiles of the eaves, end on, over a dark soffit; a dormer and two chimneys behind. */
function eaves() {
  const { x, y, w } = wall;
  const tiles = Array.from({ length: 66 }, (_, i) => `M${r(x - 22 + i * 18.7)} ${y - 14}a9.300 9.300 0 0 0 18.700 0`).join('');
  const ribs = Array.from({ length: 66 }, (_, i) => `M${r(x - 13 + i * 18.7)} ${y - 16}L${r(x + 20 + i * 17.4)} ${y - 72}`).join('');
  const chimney = (cx) =>
    p(`M${cx} ${y - 60}v-62h44v62Z`, 2.2) + `<path d="M${cx + 20} ${y - 60}v-62h24v62Z" fill="url(#cross)"/>` + p(`M${cx - 5} ${y - 122}h54v-10h-54Z`, 2) + p(`M${cx + 8} ${y - 132}v-14h10v14M${cx + 26} ${y - 132}v-14h10v14`, 1.8);
  return (
    chimney(x + 520) +
    chimney(x + 790) +
    p(`M${x - 24} ${y - 16}L${x + 18} ${y - 74}H${x + w - 18}L${x + w + 24} ${y - 16}Z`, 2.4) +
    `<path d="M${x - 24} ${y - 16}L${x + 18} ${y - 74}H${x + w - 18}L${x + w + 24} ${y - 16}Z" fill="url(#pale)"/>` +
    `<path d="${ribs}" stroke="${ink}" stroke-width="1.3"/>` +
    p(`M${x + 14} ${y - 80}H${x + w - 14}v8H${x + 14}Z`, 2) +
    p(`M${x - 24} ${y - 16}H${x + w + 24}v4H${x - 24}Z`, 1.8) +
    p(tiles, 1.7) +
    p(`M${x - 8} ${y - 4}H${x + w + 8}v12H${x - 8}Z`, 2, 'url(#cross)')
  );
}

/** Louvred shutter, open beside the window or closed over half of it. */
function shutter(x, y, w, h) {
  let slats = '';
  for (let i = 0; i * 9 < h - 26; i++) slats += `M${r(x + 8)} ${r(y + 14 + i * 9)}h${r(w - 16)}`;
  return p(`M${r(x)} ${y}h${r(w)}v${h}h${r(-w)}Z`, 2) + `<path d="${slats}" stroke="${ink}" stroke-width="3.4"/>` + p(`M${r(x + 4)} ${r(y + h / 2 - 5)}h${r(w - 8)}v9h${r(-(w - 8))}Z`, 1.5);
}

function lamp(x, y) {
  return (
    p(`M${x - 4} ${y}h8v-30h-8Z`, 1.8) +
    p(`M${x - 22} ${y}h44v7h-44Z`, 1.8) +
    `<path d="M${x - 15} ${y - 58}H${x + 15}L${x + 29} ${y - 28}H${x - 29}Z" fill="${cinnabar}" stroke="${ink}" stroke-width="2" stroke-linejoin="round"/>` +
    Array.from({ length: 9 }, (_, i) => {
      const a = Math.PI * (0.08 + (i / 8) * 0.84);
      return `<path d="M${r(x + Math.cos(a) * 38)} ${r(y - 30 + Math.sin(a) * 14)}L${r(x + Math.cos(a) * 60)} ${r(y - 30 + Math.sin(a) * 30)}" stroke="${ink}" stroke-width="1"/>`;
    }).join('')
  );
}

function windowOf(year) {
  const { x, y } = placeOf(year);
  const { w, h } = size;
  const months = lit[year] ?? [];
  const isClosed = months.length === 0;
  const arch = `M${x - 14} ${y}V${y - 6}Q${x + w / 2} ${y - 40} ${x + w + 14} ${y - 6}V${y}Z`;
  const voussoirs = Array.from({ length: 9 }, (_, i) => {
    const t = (i + 0.5) / 9;
    const ax = x - 14 + (w + 28) * t;
    return `M${r(ax)} ${y - 1}L${r(ax + (t - 0.5) * 10)} ${r(y - 8 - 16 * Math.sin(Math.PI * t))}`;
  }).join('');
  let panes = '';
  for (let m = 1; m <= 12; m++) {
    const [column, row] = [(m - 1) % 3, Math.floor((m - 1) / 3)];
    const [px, py] = [x + 8 + (column * (w - 16)) / 3, y + 8 + (row * (h - 16)) / 4];
    const d = `M${r(px)} ${r(py)}h${r((w - 16) / 3)}v${r((h - 16) / 4)}h${r(-(w - 16) / 3)}Z`;
    panes += months.includes(m) ? `<path d="${d}" fill="${glow}"/>` : `<path d="${d}" fill="#6E655A"/><path d="${d}" fill="url(#night)"/>`;
  }
  const scene =
    year === 1936
      ? `<g clip-path="url(#in36)"><path d="M${x} ${y + h - 46}h${w}v10h${-w}Z" fill="${white}" stroke="${ink}" stroke-width="1.8"/>${lamp(x + 96, y + h - 46)}${seated(x + 38, y + h + 34, 132, { gown: true })}</g>`
      : '';
  let bars = '';
  for (let i = 1; i < 3; i++) bars += `M${r(x + 8 + (i * (w - 16)) / 3)} ${y + 8}V${y + h - 8}`;
  for (let i = 1; i < 4; i++) bars += `M${x + 8} ${r(y + 8 + (i * (h - 16)) / 4)}H${x + w - 8}`;
  const open = isClosed
    ? shutter(x + 3, y + 3, w / 2 - 3, h - 6) + shutter(x + w / 2, y + 3, w / 2 - 3, h - 6)
    : shutter(x - 45, y + 3, 37, h - 6) + shutter(x + w + 8, y + 3, 37, h - 6);
  return (
    p(arch, 2) +
    `<path d="${voussoirs}" stroke="${ink}" stroke-width="1.5"/>` +
    p(`M${x} ${y}h${w}v${h}h${-w}Z`, 2.4) +
    panes +
    scene +
    (isClosed ? '' : `<path d="${bars}" stroke="${ink}" stroke-width="6"/><path d="${bars}" stroke="${white}" stroke-width="3"/>`) +
    p(`M${x + 8} ${y + 8}h${w - 16}v${h - 16}h${-(w - 16)}Z`, 1.8, 'none') +
    open +
    p(`M${x - 16} ${y + h}h${w + 32}v11h${-(w + 32)}Z`, 2) +
    p(`M${x + w / 2 - 42} ${y + h + 17}h84v30h-84Z`, 1.8) +
    zh(x + w / 2, y + h + 40, year, { size: 25, weight: 700, anchor: 'middle', fill: isClosed ? inkSoft : year === 1936 ? cinnabar : ink })
  );
}

/** The lane: plinth, doors, the tailor's front under the last window, a street lamp and wires. */
function lane() {
  const { x, w, bottom } = wall;
  const y = 862;
  const door = (dx, dw) =>
    p(`M${dx - 9} ${y - 4}h${dw + 18}V${bottom}h${-(dw + 18)}Z`, 2.2) +
    p(`M${dx} ${y + 5}h${dw}V${bottom}h${-dw}Z`, 2, 'url(#cross)') +
    p(`M${dx + dw / 2} ${y + 5}V${bottom}M${dx + 8} ${y + 16}h${dw / 2 - 15}v${bottom - y - 30}h${-(dw / 2 - 15)}ZM${dx + dw / 2 + 7} ${y + 16}h${dw / 2 - 15}v${bottom - y - 30}h${-(dw / 2 - 15)}Z`, 1.5, 'none') +
    p(`M${dx - 16} ${bottom - 6}h${dw + 32}v10h${-(dw + 32)}Z`, 2);
  const shop = x + w - 236;
  const awning = Array.from({ length: 11 }, (_, i) => `M${shop + 12 + i * 19} ${y + 8}v12q9.500 9 19 0v-12`).join('');
  return (
    p(`M${x} ${bottom - 26}h${w}V${bottom}h${-w}Z`, 1.8, white) +
    `<path d="M${x} ${bottom - 26}h${w}V${bottom}h${-w}Z" fill="url(#shade)"/>` +
    door(x + 90, 84) +
    door(x + 560, 84) +
    p(`M${shop} ${y + 6}h224V${bottom}h-224Z`, 2.2) +
    p(`M${shop + 12} ${y + 26}h126V${bottom - 12}h-126ZM${shop + 152} ${y + 26}h58V${bottom}h-58Z`, 1.8, glow) +
    p(`M${shop + 75} ${y + 26}V${bottom - 12}`, 2, 'none') +
    `<path d="M${shop + 34} ${y + 48}q8 -10 16 0l8 8l-5 6l-4 -3v18h-14v-18l-4 3l-5 -6ZM${shop + 94} ${y + 48}q8 -10 16 0l9 8l-5 6l-4 -3l6 24h-28l6 -24l-4 3l-5 -6Z" fill="${ink}"/>` +
    p(`M${shop + 34} ${y + 42}h16M${shop + 96} ${y + 42}h14`, 1.4, 'none') +
    p(awning, 1.6) +
    p(`M${shop - 46} ${y - 6}h34v84h-34Z`, 2.2) +
    zh(shop - 29, y + 27, '成', { size: 25, weight: 700, anchor: 'middle' }) +
    zh(shop - 29, y + 63, '衣', { size: 25, weight: 700, anchor: 'middle' }) +
    `<path d="M${x - 40} ${bottom + 2}H${x + w + 40}" stroke="${ink}" stroke-width="2.8"/>` +
    Array.from({ length: 46 }, (_, i) => `<path d="M${r(40 + i * 27 + next() * 12)} ${r(bottom + 14 + (i % 3) * 12)}h${r(10 + next() * 22)}" stroke="${ink}" stroke-width="1.1"/>`).join('') +
    `<path d="M${shop + 12} ${bottom + 4}h198l38 34h-290Z" fill="${glow}" fill-opacity="0.6"/>`
  );
}

const at36 = placeOf(1936);
const order = p('M0 0h66v66H0ZM22 0v66M44 0v66M0 16.500h66M0 33h66M0 49.500h66', 1.6) + ['1', '2', '3'].map((n, i) => en(11 + i * 22, 13, n, { size: 12, anchor: 'middle', fill: ink })).join('') + en(55, 62, '12', { size: 12, anchor: 'middle', fill: ink });

save('northern-bureau', {
  width,
  height,
  title: '夜里的里弄砖楼，十扇窗为1927至1936年，一格一月，亮处是北方局存在的月份；1936年的窗里一盏灯',
  defs:
    hatch('pale', { gap: 7.5, weight: 0.9 }) +
    hatch('shade', { gap: 4.6, weight: 1.2 }) +
    hatch('cross', { gap: 3.5, weight: 1.7 }) +
    hatch('night', { gap: 3.4, weight: 1.9, angle: -45 }) +
    `<clipPath id="in36"><path d="M${at36.x + 8} ${at36.y + 8}h${size.w - 16}v${size.h - 16}h${-(size.w - 16)}Z"/></clipPath>`,
  body: [
    heading('北方局的起落', 'The Northern Bureau, closed and revived', { y: 66 }),
    `<g transform="translate(1010 34)">${order}</g>`,
    zh(1090, 58, '一窗一年', { size: 20, weight: 700 }),
    zh(1090, 84, '一格一月', { size: 20, weight: 700 }),
    en(1176, 58, 'window: year', { size: 16 }),
    en(1176, 84, 'pane: month', { size: 16 }),
    bricks(),
    eaves(),
    years.map(windowOf).join(''),
    lane(),
    zh(56, 1030, '1927年11月撤销 · 1930年8月重组，12月撤销 · 1935年6月再建 · 1936年在隆泰里', { size: 23, weight: 700 }),
    en(56, 1058, 'closed November 1927 · revived August, closed December 1930 · rebuilt June 1935 · at Longtaili 1936', { size: 19 }),
    foot(
      1094,
      '1927年9月以前未查到，作暗；1935年的重建，一说在五月。楼与窗为示意，合上的窗板为没有北方局的年份',
      'Before September 1927: not found, left dark. The rebuilding of 1935 is by one account of May. Shutters: years without a Bureau.'
    )
  ].join('\n')
});
