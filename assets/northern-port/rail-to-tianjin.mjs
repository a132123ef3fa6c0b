/** AX-20: a train of the eighteen-eighties, schematic, over the two stretches of 1881 and 1888 (A-052, A-053). */
import { cinnabar, dice, en, foot, hatch, heading, ink, r, saveTo, warm, white, zh } from '../hand/sheet.mjs';

const save = saveTo('northern-port');

const p = (d, weight = 2.2, fill = white) =>
  `<path d="${d}" fill="${fill}" stroke="${ink}" stroke-width="${weight}" stroke-linejoin="round" stroke-linecap="round"/>`;

/** A spoked wheel; `weight` draws the balance weight of a driving wheel. */
function wheel(x, y, radius, { spokes = 12, weight = false, turn = 0.3 } = {}) {
  const spoke = Array.from({ length: spokes }, (_, i) => {
    const a = turn + (i * 2 * Math.PI) / spokes;
    return `M${r(x + Math.cos(a) * radius * 0.2)} ${r(y + Math.sin(a) * radius * 0.2)}L${r(x + Math.cos(a) * radius * 0.82)} ${r(y + Math.sin(a) * radius * 0.82)}`;
  }).join('');
  const ring = (k, w, fill = 'none') =>
    `<circle cx="${x}" cy="${y}" r="${r(radius * k)}" fill="${fill}" stroke="${ink}" stroke-width="${w}"/>`;
  const [a, b] = [turn + 2.2, turn + 4.1];
  const at = (angle) => `${r(x + Math.cos(angle) * radius * 0.82)} ${r(y + Math.sin(angle) * radius * 0.82)}`;
  return (
    ring(1, 2.6, white) +
    ring(0.82, 1.8) +
    p(spoke, 1.8, 'none') +
    (weight ? p(`M${at(a)}A${r(radius * 0.82)} ${r(radius * 0.82)} 0 0 1 ${at(b)}Z`, 1.8, 'url(#dense)') : '') +
    ring(0.2, 2, white)
  );
}

const rail = 398;
const drive = 46;

/** Faces left: the train comes from Tangshan and the reader's left is Tangshan, so it runs to the right by mirroring. */
function locomotive(x) {
  const axle = rail - drive;
  const drivers = [0, 108, 216];
  const rivets = [-78, 40, 150].map((cx) => `M${cx} ${axle - 128}V${axle - 42}`).join('');
  return `<g transform="translate(${x} 0)">
${p(`M-132 ${axle - 18}H352V${axle + 2}H-132Z`, 2.2)}
${p(`M-112 ${axle - 124}H214V${axle - 36}H-112Z`, 2.4)}${p(`M-112 ${axle - 66}H214V${axle - 36}H-112Z`, 0.1, 'url(#shade)')}${p(rivets, 1.6, 'none')}
${p(`M-112 ${axle - 130}q-16 48 0 100h-14q-12 -52 0 -100Z`, 2.4)}${p(`M-126 ${axle - 84}h-9v14h9`, 2)}
${p(`M-94 ${axle - 126}L-88 ${axle - 222}H-52L-46 ${axle - 126}Z`, 2.4)}${p(`M-70 ${axle - 126}V${axle - 222}H-52L-46 ${axle - 126}Z`, 0.1, 'url(#shade)')}${p(`M-100 ${axle - 236}H-40L-48 ${axle - 222}H-92Z`, 2.2)}<path d="M-90.5 ${axle - 186}H-49.5L-48.6 ${axle - 170}H-91.4Z" fill="${cinnabar}" stroke="${ink}" stroke-width="1.8"/>
${p(`M32 ${axle - 126}q-2 -36 28 -40q30 4 28 40Z`, 2.2)}${p(`M60 ${axle - 166}v-8`, 3, 'none')}${p(`M128 ${axle - 126}v-24h18v24M124 ${axle - 150}h26`, 2)}
${p(`M214 ${axle - 190}H352V${axle - 18}H214Z`, 2.4)}${p(`M202 ${axle - 204}Q282 ${axle - 222} 364 ${axle - 204}V${axle - 192}H202Z`, 2.2)}${p(`M236 ${axle - 170}h40v48h-40ZM292 ${axle - 170}h40v48h-40Z`, 2, 'url(#shade)')}${p(`M232 ${axle - 102}H338V${axle - 34}H232Z`, 1.4, 'none')}
${p(`M-132 ${axle - 34}H-96V${axle + 10}H-152L-132 ${axle - 34}`, 2.2)}${p(`M-108 ${axle - 34}h62v38h-62Z`, 2.2)}${p(`M-108 ${axle - 14}h62v18h-62Z`, 0.1, 'url(#dense)')}
${p(`M-158 ${axle - 12}h14v18h-14Z`, 2)}${p(`M-168 ${axle - 16}v26`, 4, 'none')}
${wheel(-78, rail - 24, 24, { spokes: 9 })}
${drivers.map((d) => wheel(d, axle, drive, { weight: true })).join('')}
${p(`M0 ${axle + 16}H216`, 9, 'none')}<path d="M0 ${axle + 16}H216" stroke="${white}" stroke-width="4.4" stroke-linecap="round"/>${drivers.map((d) => `<circle cx="${d}" cy="${axle + 16}" r="7" fill="${white}" stroke="${ink}" stroke-width="2.2"/>`).join('')}
${p(`M-46 ${axle - 6}L108 ${axle + 16}`, 5, 'none')}
</g>`;
}

/** A coal wagon with a heap of coal drawn lump by lump. */
function wagon(x, seed) {
  const next = dice(seed);
  let coal = '';
  for (let i = 0; i < 16; i++) {
    const t = (i + 0.5) / 16;
    const cx = x - 92 + t * 184;
    const top = 292 - Math.sin(Math.PI * t) * 26 - next() * 5;
    coal += `M${r(cx - 9)} ${r(top + 9)}l${r(4 + next() * 4)} ${r(-11 - next() * 4)}l${r(9)} ${r(2 + next() * 3)}l4 9l-6 7Z`;
  }
  const planks = [312, 328].map((y) => `M${x - 104} ${y}H${x + 104}`).join('');
  const straps = [-66, 0, 66].map((d) => `M${x + d - 4} 292h8v52h-8Z`).join('');
  return (
    `<path d="M${x - 100} 294Q${x - 50} 262 ${x} 264T${x + 100} 294Z" fill="${ink}"/>${p(coal, 1.5)}` +
    p(`M${x - 106} 292H${x + 106}V346H${x - 106}Z`, 2.4) +
    `<rect x="${x - 106}" y="292" width="212" height="54" fill="${warm}" fill-opacity="0.2"/>` +
    p(planks, 1.4, 'none') +
    p(straps, 1.8) +
    p(`M${x - 116} 346H${x + 116}V358H${x - 116}Z`, 2.2) +
    p(`M${x - 86} 358l10 18h20l10 -18M${x + 46} 358l10 18h20l10 -18`, 2) +
    wheel(x - 66, rail - 25, 25, { spokes: 8 }) +
    wheel(x + 66, rail - 25, 25, { spokes: 8 }) +
    p(`M${x - 128} 348v12M${x + 128} 348v12`, 4, 'none')
  );
}

const sleepers = Array.from({ length: 46 }, (_, i) => `M${8 + i * 26} ${rail + 8}h14v8h-14Z`).join('');
const track = p(sleepers, 1.4, 'url(#dense)') + p(`M0 ${rail}H1200V${rail + 8}H0Z`, 2);
const smoke = (x, y) =>
  p(
    `M${x} ${y}C${x - 14} ${y - 12} ${x - 6} ${y - 32} ${x - 24} ${y - 30}C${x - 26} ${y - 52} ${x - 62} ${y - 52} ${x - 66} ${y - 36}C${x - 88} ${y - 48} ${x - 120} ${y - 36} ${x - 114} ${y - 20}C${x - 138} ${y - 24} ${x - 156} ${y - 8} ${x - 144} ${y + 2}C${x - 128} ${y + 12} ${x - 112} ${y + 2} ${x - 102} ${y + 6}C${x - 86} ${y + 14} ${x - 74} ${y + 4} ${x - 62} ${y + 6}C${x - 44} ${y + 14} ${x - 34} ${y + 4} ${x - 24} ${y + 8}C${x - 14} ${y + 12} ${x - 4} ${y + 8} ${x} ${y}Z`,
    2
  ) + p(`M${x - 32} ${y - 22}c0 -12 -18 -12 -18 0M${x - 78} ${y - 22}c0 -14 -22 -12 -20 2`, 1.6, 'none');

const line = 548;
const stations = [
  [96, '唐山', 'Tangshan'],
  [330, '胥各庄', 'Xugezhuang'],
  [590, '芦台', 'Lutai'],
  [850, '塘沽', 'Tanggu'],
  [1104, '天津', 'Tianjin']
];
const stretch = (a, b, colour) => {
  const ties = Array.from({ length: Math.round((b - a) / 13) }, (_, i) => `M${r(a + 7 + i * 13)} ${line - 9}v18`).join(
    ''
  );
  return `<path d="M${a} ${line}H${b}" stroke="${colour}" stroke-width="4.5"/><path d="${ties}" stroke="${colour}" stroke-width="1.8"/>`;
};
const stops = stations
  .map(
    ([x, name, english]) =>
      `<rect x="${x - 7}" y="${line - 22}" width="14" height="44" fill="${white}" stroke="${ink}" stroke-width="2.6"/>` +
      zh(x, line + 58, name, { size: 27, weight: 700, anchor: 'middle' }) +
      en(x, line + 84, english, { size: 20, anchor: 'middle' })
  )
  .join('');

save('rail-to-tianjin', {
  height: 760,
  title: '一列小火车；下为铁路线：唐山至胥各庄9.7公里，1881年；经芦台、塘沽到天津，1888年',
  defs: hatch('shade', { gap: 5.5, weight: 1.1 }) + hatch('dense', { gap: 4.6, weight: 1.6 }),
  body: [
    heading('铁路从唐山到天津', 'Rail to Tianjin'),
    track,
    wagon(180, 3),
    wagon(452, 8),
    p('M308 353h16M580 353h24', 5, 'none'),
    smoke(1046, 104),
    `<g transform="translate(1688 0) scale(-1 1)">${locomotive(724)}</g>`,
    stretch(96, 330, cinnabar),
    stretch(330, 1104, ink),
    stops,
    zh(213, line - 56, '9.7公里，1881年', { size: 30, weight: 700, anchor: 'middle', fill: cinnabar }),
    en(213, line - 30, '1881, 9.7 km for Kaiping coal', { size: 20, anchor: 'middle' }),
    zh(717, line - 56, '1888年通到天津', { size: 30, weight: 700, anchor: 'middle' }),
    en(717, line - 30, 'to Tianjin in 1888', { size: 20, anchor: 'middle' }),
    foot(
      702,
      '据史料绘制，列车为示意；两段不按同一比例',
      'Drawn from the sources, the train schematic; the two stretches are not to one scale.'
    )
  ].join('\n')
});
