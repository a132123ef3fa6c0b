/**
 * CX-07: what the courier's pass of 1898 was for (C-015): a man on a dyke with a bag, a long waterway between two towns, and
 * beside them a sheet that stays blank, because the original is not imitated.
 */
import { cinnabar, dice, en, foot, hatch, heading, ink, line, paper, r, river, saveTo, warm, white, zh } from '../hand/sheet.mjs';

const save = saveTo('city-memory');
const width = 1500;
const height = 1120;
const next = dice(1898);
const p = (d, weight = 2, fill = white) => `<path d="${d}" fill="${fill}" stroke="${ink}" stroke-width="${weight}" stroke-linejoin="round" stroke-linecap="round"/>`;

/** The sheet, folded in three by four, with an empty frame where a seal would be. */
const [sx, sy, sw, sh] = [86, 190, 400, 740];
const folds = [1, 2].map((i) => `M${sx + (sw * i) / 3} ${sy}V${sy + sh}`).join('') + [1, 2, 3].map((i) => `M${sx} ${sy + (sh * i) / 4}H${sx + sw}`).join('');
const shades = Array.from({ length: 12 }, (_, i) => {
  const [col, row] = [i % 3, Math.floor(i / 3)];
  return (col + row) % 2 ? `<path d="M${r(sx + (sw * col) / 3)} ${r(sy + (sh * row) / 4)}h${r(sw / 3)}v${sh / 4}h${r(-sw / 3)}Z" fill="${warm}" fill-opacity="0.1"/>` : '';
}).join('');
const sheetOfPaper =
  `<path d="M${sx + 14} ${sy + sh}l10 14h${sw + 2}l-2 -${sh - 6}l-12 -8V${sy + sh}Z" fill="url(#level)"/>` +
  p(`M${sx} ${sy}H${sx + sw - 34}L${sx + sw} ${sy + 34}V${sy + sh}H${sx}Z`, 2.6) +
  shades +
  `<path d="${folds}" stroke="${ink}" stroke-width="1" stroke-dasharray="10 5" fill="none"/>` +
  `<path d="M${sx + 26} ${sy + 26}H${sx + sw - 46}M${sx + 26} ${sy + 26}V${sy + sh - 26}H${sx + sw - 26}V${sy + 54}" stroke="${ink}" stroke-width="3" fill="none"/><path d="M${sx + 34} ${sy + 34}H${sx + sw - 52}M${sx + 34} ${sy + 34}V${sy + sh - 34}H${sx + sw - 34}V${sy + 60}" stroke="${ink}" stroke-width="1" fill="none"/>` +
  p(`M${sx + sw - 34} ${sy}V${sy + 34}H${sx + sw}Z`, 2) +
  `<path d="M${sx + sw - 34} ${sy}V${sy + 34}H${sx + sw}Z" fill="url(#dense)"/>` +
  `<path d="M${sx + 62} ${sy + sh - 192}h116v116h-116Z" fill="none" stroke="${cinnabar}" stroke-width="6"/><path d="M${sx + 72} ${sy + sh - 182}h96v96h-96Z" fill="none" stroke="${cinnabar}" stroke-width="1.6"/>` +
  zh(sx + sw / 2, sy + 262, '空白', { size: 30, weight: 700, anchor: 'middle' }) +
  zh(sx + sw / 2, sy + 298, '不仿原件', { size: 24, anchor: 'middle' }) +
  en(sx + sw / 2, sy + 328, 'left blank: the original', { size: 19, anchor: 'middle' }) +
  en(sx + sw / 2, sy + 352, 'is not imitated', { size: 19, anchor: 'middle' });

/** The landscape in its frame: a waterway from far to near, drawn wider as it comes. */
const [fx, fy, fw, fh] = [556, 150, 888, 820];
const centre = (t) => fx + 470 + 210 * Math.sin(t * 7.4 + 0.6) * (0.22 + 0.62 * t) - 20 * t;
const level = (t) => fy + 196 + (fh - 196) * t ** 1.25;
const half = (t) => 5 + 78 * t ** 1.5;
const ts = Array.from({ length: 121 }, (_, i) => i / 120);
const left = ts.map((t) => [centre(t) - half(t), level(t)]);
const right = ts.map((t) => [centre(t) + half(t), level(t)]);
const currents = Array.from({ length: 60 }, () => {
  const t = 0.05 + next() * 0.9;
  const u = (next() - 0.5) * 1.5;
  const points = Array.from({ length: 6 }, (_, i) => t + (i * (0.02 + 0.03 * t)) / 5).filter((s) => s < 1);
  return line(points.map((s) => [centre(s) + half(s) * u, level(s)]));
}).join('');
const tufts = (points, sign) =>
  points
    .map(([x, y], i) => {
      const t = i / 120;
      const l = 3 + 14 * t;
      return i % 2 ? `M${r(x)} ${r(y)}l${r(sign * l)} ${r(-l * 0.45)}` : `M${r(x)} ${r(y)}l${r(sign * l * 0.7)} ${r(l * 0.2)}`;
    })
    .join('');

/** Fields to the horizon: strips that shrink with distance, none in the water or on the dyke. */
const fields = [];
for (let row = 0; row < 15; row++) {
  const t = 0.05 + (row / 15) ** 1.3 * 0.78;
  const t2 = 0.05 + ((row + 0.74) / 15) ** 1.3 * 0.78;
  const [y, y2] = [level(t), level(t2)];
  let x = fx - 40 + next() * 40;
  while (x < fx + fw) {
    const w = (40 + next() * 90) * (0.4 + t * 1.5);
    const lean = (x - (fx + fw / 2)) * 0.03;
    const near = [t, (t + t2) / 2, t2].some((s) => x < centre(s) + half(s) + 16 + 60 * s && x + w + 12 > centre(s) - half(s) - 16 - 60 * s);
    if (!near && next() > 0.1) fields.push(`<path d="M${r(x)} ${r(y)}h${r(w)}l${r(lean)} ${r(y2 - y)}h${r(-w)}Z" fill="url(#${next() > 0.5 ? 'rows' : 'pale'})" stroke="${ink}" stroke-width="1"/>`);
    x += w + 6 + 8 * t;
  }
}
const tree = (x, y, k) => {
  let d = '';
  for (let i = 0; i < 19; i++) {
    const a = -38 + i * 4.2;
    d += `M${r(a * 0.5)} ${r(-62 + Math.abs(a) * 0.3)}q${r(a * 0.55)} -10 ${r(a * 0.66)} ${r(28 + next() * 26)}`;
  }
  return `<g transform="translate(${r(x)} ${r(y)}) scale(${r(k * 10) / 10})">${p('M-5 0q5 -30 -2 -62h9q-2 32 4 62Z', 1.8)}<path d="${d}" fill="none" stroke="${ink}" stroke-width="1.3"/></g>`;
};
const trees = Array.from({ length: 15 }, (_, i) => {
  const t = 0.06 + i * 0.056;
  const s = i % 2 ? 1 : -1;
  return tree(centre(t) + s * (half(t) + 16 + 42 * t), level(t) + 4, 0.25 + t * 1.15);
}).join('');
const barge = (t, u, k) =>
  `<g transform="translate(${r(centre(t) + half(t) * u)} ${r(level(t))}) scale(${k})" stroke="${ink}" stroke-linejoin="round"><path d="M-50 -4Q-44 12 -32 14H30Q44 10 54 -8Q20 0 -50 -4Z" fill="${white}" stroke-width="2"/><path d="M-36 8H40L30 14H-32Z" fill="url(#dense)" stroke="none"/><path d="M-22 -4q2 -18 20 -18t22 18Z" fill="url(#rows)" stroke-width="1.8"/><path d="M30 -6V-96M30 -92Q62 -60 58 -16H30Z" fill="${white}" stroke-width="1.8"/><path d="M30 -74H50M30 -56H56M30 -38H58" fill="none" stroke-width="1"/></g>`;

/** A gate-tower on its wall, far off: Tianjin; a hill with a pagoda near: Zhenjiang lies at the other end. */
const gate = (x, y, k) =>
  `<g transform="translate(${x} ${y}) scale(${k})" stroke="${ink}" stroke-linejoin="round"><path d="M-120 0V-34H120V0Z" fill="${white}" stroke-width="2"/><path d="M-120 -34${'h12v-9h9v9'.repeat(11)}" fill="none" stroke-width="1.6"/><path d="M-18 0V-16Q0 -34 18 -16V0Z" fill="url(#dense)" stroke-width="1.6"/><path d="M-44 -34V-58H44V-34Z" fill="${white}" stroke-width="1.8"/><path d="M-66 -54Q-46 -64 -40 -76H40Q46 -64 66 -54Z" fill="url(#dense)" stroke-width="1.8"/><path d="M-30 -58V-34M-10 -58V-34M10 -58V-34M30 -58V-34" fill="none" stroke-width="1.2"/></g>`;
const landing = (x, y, k) =>
  `<g transform="translate(${x} ${y}) scale(${k})" stroke="${ink}" stroke-linejoin="round"><path d="M-70 0h140v12h-140Z" fill="${white}" stroke-width="2"/><path d="M-60 12v34M-20 12v40M20 12v40M60 12v34" fill="none" stroke-width="3"/><path d="M-44 0V-40H44V0" fill="${white}" stroke-width="2"/><path d="M-66 -36Q-48 -46 -42 -64H42Q48 -46 66 -36Z" fill="url(#dense)" stroke-width="2"/><path d="M-44 -40V0M-16 -40V0M16 -40V0M44 -40V0" fill="none" stroke-width="1.6"/></g>`;
const hills = p(`M${fx} ${fy + 196}q60 -50 130 -34q50 -46 120 -8q70 -30 120 6q90 -44 170 2q60 -30 110 -4q60 -26 140 6q50 -10 98 -4v40H${fx}Z`, 1.6, paper) + `<path d="M${fx} ${fy + 196}q60 -50 130 -34q50 -46 120 -8q70 -30 120 6q90 -44 170 2q60 -30 110 -4q60 -26 140 6q50 -10 98 -4v40H${fx}Z" fill="url(#level)" fill-opacity="0.4"/>`;

/** The courier from behind: straw hat, short coat, bag on the back, gaiters, a stick. */
const courier = `<g transform="translate(1206 944) scale(2.150)" stroke="${ink}" stroke-linejoin="round" stroke-linecap="round">
<path d="M-20 2q24 8 66 2" fill="none" stroke-width="1"/><path d="M-8 2h40l18 4h-70Z" fill="url(#level)" stroke="none"/>
<path d="M-12 -62L-16 -4h10l7 -40l9 40h11L15 -62Z" fill="${white}" stroke-width="1.6"/><path d="M-15 -22l9 1M-14 -16l9 1M-15 -10l9 1M11 -22l9 -1M11 -16l9 -1M12 -10l9 -1" stroke-width="1"/><path d="M-18 0q-2 -5 4 -5h7v6h-10ZM10 1v-6h8q5 0 4 6Z" fill="${ink}" stroke-width="1"/>
<path d="M-18 -112Q-24 -80 -21 -56Q0 -50 22 -56Q25 -82 19 -112Q0 -122 -18 -112Z" fill="${white}" stroke-width="1.8"/><path d="M8 -116Q22 -110 22 -84L22 -56Q14 -53 6 -53Z" fill="url(#dense)" stroke="none"/>
<path d="M-18 -110Q-32 -94 -30 -74L-24 -66" fill="none" stroke-width="8"/><path d="M-18 -110Q-32 -94 -30 -74L-24 -66" fill="none" stroke="${white}" stroke-width="5"/><path d="M18 -110Q34 -98 36 -80L44 -86" fill="none" stroke-width="8"/><path d="M18 -110Q34 -98 36 -80L44 -86" fill="none" stroke="${white}" stroke-width="5"/>
<path d="M46 -112L50 4" fill="none" stroke-width="2.600"/>
<path d="M-17 -106Q-22 -88 -18 -72Q0 -66 18 -73Q20 -92 15 -106Q0 -112 -17 -106Z" fill="${white}" stroke-width="1.800"/><path d="M-17 -98Q0 -92 17 -98M-4 -96l4 7l4 -7" fill="none" stroke-width="1.400"/><path d="M-14 -86h27M-14 -80h27" fill="none" stroke-width="0.800"/><path d="M12 -107Q20 -92 18 -73Q12 -70 6 -70Q12 -90 7 -108Z" fill="url(#pale)" stroke="none"/><path d="M-17 -106L14 -116M16 -106L-12 -116" fill="none" stroke-width="2"/>
<path d="M0 -128v30" fill="none" stroke-width="3.400"/><circle cx="0" cy="-126" r="9" fill="${ink}"/>
<path d="M-30 -126Q-4 -156 30 -126Q0 -116 -30 -126Z" fill="${white}" stroke-width="1.800"/><path d="M-30 -126Q0 -118 30 -126M0 -142L-20 -124M0 -142L-8 -121M0 -142L8 -121M0 -142L20 -124" fill="none" stroke-width="0.900"/>
</g>`;
const dyke = p(`M${fx + fw} ${fy + 560}Q${fx + 720} ${fy + 620} ${fx + 560} ${fy + fh}H${fx + fw}Z`, 2.2, paper) + `<path d="M${fx + fw} ${fy + 560}Q${fx + 720} ${fy + 620} ${fx + 560} ${fy + fh}" stroke="none" fill="none"/>` + `<path d="${Array.from({ length: 46 }, () => {
  const x = fx + 610 + next() * 270;
  const y = fy + 640 + next() * 174;
  return x - fx > 940 - (y - fy) * 0.42 ? `M${r(x)} ${r(y)}l-5 -11M${r(x)} ${r(y)}v-13M${r(x)} ${r(y)}l5 -10` : '';
}).join('')}" fill="none" stroke="${ink}" stroke-width="1.2"/>`;

save('couriers-pass', {
  width,
  height,
  title: '一张空白的折纸，旁边是长堤上背囊的信差与一条南去的水路，两端标天津与镇江',
  defs:
    hatch('dense', { gap: 4, weight: 1.4 }) +
    hatch('pale', { gap: 7, angle: 20, weight: 0.9 }) +
    hatch('rows', { gap: 6, angle: 78, weight: 0.9 }) +
    hatch('level', { gap: 5, angle: 90, weight: 0.9 }) +
    `<clipPath id="view"><path d="M${fx} ${fy}h${fw}v${fh}h${-fw}Z"/></clipPath>`,
  body: [
    heading('信差护照：从天津到镇江', "A courier’s pass, from Tianjin to Zhenjiang, 1898"),
    sheetOfPaper,
    `<g clip-path="url(#view)"><path d="M${fx} ${fy}h${fw}v${fh}h${-fw}Z" fill="${white}"/>`,
    hills,
    `<path d="M${fx} ${fy + 196}h${fw}v${fh}h${-fw}Z" fill="${paper}"/><path d="M${fx} ${fy + 196}h${fw}v${fh}h${-fw}Z" fill="${warm}" fill-opacity="0.09"/>`,
    gate(centre(0) - 30, fy + 200, 0.82),
    fields.join(''),
    `<path d="${line([...left, ...right.toReversed()], true)}" fill="${paper}"/><path d="${line([...left, ...right.toReversed()], true)}" fill="${river}" fill-opacity="0.2"/>`,
    `<path d="${line(left)}${line(right)}" fill="none" stroke="${ink}" stroke-width="2"/>`,
    `<path d="${currents}" fill="none" stroke="${river}" stroke-width="1.3" stroke-linecap="round"/>`,
    `<path d="${tufts(left, -1)}${tufts(right, 1)}" stroke="${ink}" stroke-width="1.1" fill="none"/>`,
    trees,
    barge(0.34, 0, 0.46),
    barge(0.58, 0.1, 0.72),
    barge(0.86, -0.2, 1.15),
    landing(fx + 128, fy + 742, 1.2),
    dyke,
    courier,
    '</g>',
    `<path d="M${fx} ${fy}h${fw}v${fh}h${-fw}Z" fill="none" stroke="${ink}" stroke-width="3"/><path d="M${fx + 7} ${fy + 7}h${fw - 14}v${fh - 14}h${14 - fw}Z" fill="none" stroke="${ink}" stroke-width="1"/>`,
    zh(centre(0) + 92, fy + 176, '天津', { size: 32, weight: 700, halo: true }),
    en(centre(0) + 166, fy + 176, 'Tianjin', { size: 21, halo: true }),
    zh(fx + 40, fy + 636, '镇江', { size: 32, weight: 700, halo: true }),
    en(fx + 114, fy + 636, 'Zhenjiang', { size: 21, halo: true }),
    foot(1040, '示意：不仿原件的文字、印与格式；两地间的水路与人物为示意', 'Schematic: neither words, seal nor form of the original are imitated; waterway and figure are schematic.')
  ].join('\n')
});
