/**
 * BX-02: two school gates and a kerb with a stone for every year from 1904 to 1917 (B-001, B-002, B-005). The gates are
 * imagined; their boards are set in modern type.
 */
import { cinnabar, dice, en, foot, hatch, heading, ink, inkSoft, r, saveTo, warm, white, zh } from '../hand/sheet.mjs';
import { gowned } from './figures.mjs';

const save = saveTo('red-tianjin');

const width = 1300;
const height = 1020;
const ground = 640;
const next = dice(1913);
const p = (d, weight = 2, fill = white) =>
  `<path d="${d}" fill="${fill}" stroke="${ink}" stroke-width="${weight}" stroke-linejoin="round" stroke-linecap="round"/>`;

/** Courses of brick within a rectangle. */
function bricks(x, y, w, h, course = 13, length = 28) {
  let d = '';
  for (let row = 0, yy = y; yy < y + h - 1; row++, yy += course) {
    d += `M${r(x)} ${r(yy)}h${r(w)}`;
    for (let bx = x + (row % 2 ? length / 2 : length); bx < x + w - 2; bx += length) d += `M${r(bx)} ${r(yy)}v${r(Math.min(course, y + h - yy))}`;
  }
  return `<path d="${d}" stroke="${ink}" stroke-width="0.9"/>`;
}

/** The School of Law: brick piers and an arch, wings of wall to both sides. */
function lawGate(cx) {
  const wall = (x, w) => p(`M${x} ${ground - 150}h${w}V${ground}h${-w}Z`, 2) + bricks(x, ground - 150, w, 150) + `<path d="M${x} ${ground - 150}h${w}V${ground}h${-w}Z" fill="url(#pale)"/>` + p(`M${x - 5} ${ground - 162}h${w + 10}v13h${-(w + 10)}Z`, 2);
  const pier = (x) =>
    p(`M${x} ${ground - 320}h64V${ground}h-64Z`, 2.4) +
    bricks(x, ground - 320, 64, 320) +
    `<path d="M${x + 42} ${ground - 320}h22V${ground}h-22Z" fill="url(#shade)"/>` +
    p(`M${x - 7} ${ground - 22}h78V${ground}h-78Z`, 2) +
    p(`M${x - 8} ${ground - 338}h80v18h-80Z`, 2.2) +
    p(`M${x + 4} ${ground - 338}q28 -40 56 0Z`, 2.2) +
    p(`M${x + 26} ${ground - 366}h12v8h-12Z`, 2);
  const arch = `M${cx - 108} ${ground - 250}A108 92 0 0 1 ${cx + 108} ${ground - 250}`;
  const voussoirs = Array.from({ length: 15 }, (_, i) => {
    const a = Math.PI + (Math.PI * (i + 0.5)) / 15;
    return `M${r(cx + Math.cos(a) * 108)} ${r(ground - 250 + Math.sin(a) * 92)}L${r(cx + Math.cos(a) * 134)} ${r(ground - 250 + Math.sin(a) * 118)}`;
  }).join('');
  const leaf = (x, w) =>
    p(`M${x} ${ground - 240}L${x + w} ${ground - 222}V${ground - 8}L${x} ${ground}Z`, 2) +
    `<path d="M${x} ${ground - 240}L${x + w} ${ground - 222}V${ground - 8}L${x} ${ground}Z" fill="url(#dense)"/>` +
    p(`M${x + w * 0.2} ${ground - 214}l${w * 0.6} 12v74l${-w * 0.6} -4ZM${x + w * 0.2} ${ground - 110}l${w * 0.6} 2v78l${-w * 0.6} 6Z`, 1.4, white);
  const hall =
    p(`M${cx - 98} ${ground - 118}h196V${ground - 8}h-196Z`, 1.4) +
    p(`M${cx - 106} ${ground - 116}L${cx - 78} ${ground - 156}H${cx + 78}L${cx + 106} ${ground - 116}Z`, 1.4) +
    `<path d="M${cx - 106} ${ground - 116}L${cx - 78} ${ground - 156}H${cx + 78}L${cx + 106} ${ground - 116}Z" fill="url(#level)"/>` +
    p([-78, -44, 24, 58].map((dx) => `M${cx + dx} ${ground - 98}h20v40h-20ZM${cx + dx + 10} ${ground - 98}v40`).join(''), 1.2) +
    p(`M${cx - 12} ${ground - 84}h24V${ground - 8}h-24Z`, 1.2, 'url(#shade)');
  return (
    wall(cx - 276, 112) +
    wall(cx + 164, 112) +
    `<path d="M${cx - 108} ${ground}V${ground - 250}A108 92 0 0 1 ${cx + 108} ${ground - 250}V${ground}Z" fill="${white}"/>` +
    `<g clip-path="url(#arch)">${hall}<path d="M${cx - 30} ${ground}L${cx - 12} ${ground - 8}H${cx + 12}L${cx + 34} ${ground}Z" fill="${white}" stroke="${ink}" stroke-width="1.2"/></g>` +
    leaf(cx - 106, 36) +
    `<g transform="translate(${2 * cx} 0) scale(-1 1)">${leaf(cx - 106, 36)}</g>` +
    p(`${arch}L${cx + 134} ${ground - 250}A134 118 0 0 0 ${cx - 134} ${ground - 250}Z`, 2.2) +
    `<path d="${voussoirs}" stroke="${ink}" stroke-width="1.3"/>` +
    p(`M${cx - 12} ${ground - 372}l5 34h14l5 -34Z`, 2) +
    pier(cx - 172) +
    pier(cx + 108) +
    p(`M${cx - 128} ${ground - 436}h256v58h-256Z`, 2.6) +
    p(`M${cx - 121} ${ground - 429}h242v44h-242Z`, 1.1, 'none') +
    p(`M${cx - 104} ${ground - 378}v62M${cx + 104} ${ground - 378}v62`, 3, 'none') +
    zh(cx, ground - 397, '北洋法政专门学堂', { size: 28, weight: 700, anchor: 'middle' })
  );
}

/** Nankai: square piers, a lintel with the name, an iron gate standing open, a clock tower behind. */
function nankaiGate(cx) {
  const fence = (x, n) => {
    let d = '';
    for (let i = 0; i < n; i++) d += `M${x + i * 14} ${ground}V${ground - 132}m-3 0l3 -12l3 12Z`;
    return p(`M${x - 6} ${ground - 34}h${n * 14}V${ground}h${-n * 14}Z`, 1.8) + bricks(x - 6, ground - 34, n * 14, 34, 11, 24) + p(d, 1.6, ink) + p(`M${x - 6} ${ground - 116}h${n * 14}M${x - 6} ${ground - 52}h${n * 14}`, 2.2, 'none');
  };
  const pier = (x) =>
    p(`M${x} ${ground - 276}h52V${ground}h-52Z`, 2.4) +
    p(`M${x + 9} ${ground - 262}h34v222h-34Z`, 1.3, 'none') +
    `<path d="M${x + 34} ${ground - 276}h18V${ground}h-18Z" fill="url(#shade)"/>` +
    p(`M${x - 8} ${ground - 292}h68v16h-68ZM${x - 4} ${ground - 18}h60V${ground}h-60Z`, 2) +
    p(`M${x + 20} ${ground - 292}v-18h12v18M${x + 26} ${ground - 310}a13 13 0 1 0 -.1 0Z`, 2);
  const leaf = (x, s) => {
    let bars = '';
    for (let i = 1; i < 5; i++) bars += `M${x + s * i * 8.5} ${ground - 206 + i * 4}V${ground - 6 - i * 2}`;
    return p(`M${x} ${ground - 208}L${x + s * 42} ${ground - 188}V${ground - 16}L${x} ${ground - 4}Z`, 2.2, 'none') + p(`${bars}M${x} ${ground - 110}l${s * 42} 4M${x} ${ground - 40}l${s * 42} -6`, 1.6, 'none') + p(`M${x + s * 6} ${ground - 160}q${s * 16} -26 ${s * 30} 4q${-s * 16} 20 ${-s * 30} -4Z`, 1.4, 'none');
  };
  const tower =
    p(`M${cx - 150} ${ground - 190}h300V${ground - 6}h-300Z`, 1.5) +
    p(`M${cx - 160} ${ground - 186}L${cx - 128} ${ground - 228}H${cx + 128}L${cx + 160} ${ground - 186}Z`, 1.6) +
    `<path d="M${cx - 160} ${ground - 186}L${cx - 128} ${ground - 228}H${cx + 128}L${cx + 160} ${ground - 186}Z" fill="url(#level)"/>` +
    p(`M${cx - 34} ${ground - 190}V${ground - 366}h68V${ground - 190}`, 1.6) +
    `<path d="M${cx + 10} ${ground - 190}V${ground - 366}h24V${ground - 190}Z" fill="url(#shade)"/>` +
    p(`M${cx - 42} ${ground - 366}h84l-16 -22h-52ZM${cx - 12} ${ground - 388}l12 -40l12 40Z`, 1.6) +
    p(`M${cx - 19} ${ground - 330}a19 19 0 1 0 38 0a19 19 0 1 0 -38 0M${cx} ${ground - 330}v-12M${cx} ${ground - 330}l9 5`, 1.5) +
    p([-132, -104, -76, 56, 84, 112].map((dx) => `M${cx + dx} ${ground - 170}h18v42h-18ZM${cx + dx} ${ground - 108}h18v42h-18ZM${cx + dx + 9} ${ground - 170}v42M${cx + dx + 9} ${ground - 108}v42`).join(''), 1.1);
  return (
    tower +
    `<path d="M${cx - 60} ${ground}L${cx - 20} ${ground - 60}H${cx + 20}L${cx + 64} ${ground}Z" fill="${white}" stroke="${ink}" stroke-width="1.2"/>` +
    fence(cx - 262, 9) +
    fence(cx + 150, 9) +
    leaf(cx - 84, 1) +
    leaf(cx + 84, -1) +
    pier(cx - 136) +
    pier(cx + 84) +
    p(`M${cx - 136} ${ground - 356}h272v52h-272Z`, 2.6) +
    p(`M${cx - 129} ${ground - 349}h258v38h-258Z`, 1.1, 'none') +
    p(`M${cx - 110} ${ground - 304}v12M${cx + 110} ${ground - 304}v12`, 3, 'none') +
    zh(cx, ground - 319, '南开学校', { size: 29, weight: 700, anchor: 'middle', spacing: 8 })
  );
}

/** A street tree with leaves drawn as loops. */
function tree(x, h, seed) {
  const dice2 = dice(seed);
  let leaves = '';
  for (let i = 0; i < 120; i++) {
    const a = dice2() * 2 * Math.PI;
    const d = Math.sqrt(dice2());
    const [lx, ly] = [x + Math.cos(a) * d * h * 0.24, ground - h * 0.72 + Math.sin(a) * d * h * 0.27];
    leaves += `M${r(lx)} ${r(ly)}q4 -7 9 -2q3 -6 8 0q1 6 -5 6`;
  }
  return (
    `<path d="M${x - h * 0.25} ${ground - h * 0.7}Q${x - h * 0.22} ${ground - h} ${x} ${ground - h}Q${x + h * 0.24} ${ground - h} ${x + h * 0.26} ${ground - h * 0.7}Q${x + h * 0.22} ${ground - h * 0.44} ${x} ${ground - h * 0.45}Q${x - h * 0.24} ${ground - h * 0.44} ${x - h * 0.25} ${ground - h * 0.7}Z" fill="${white}"/>` +
    `<path d="${leaves}" fill="none" stroke="${ink}" stroke-width="1.2" stroke-linecap="round"/>` +
    p(`M${x - 8} ${ground}L${x - 4} ${r(ground - h * 0.5)}L${r(x - h * 0.09)} ${r(ground - h * 0.66)}M${x + 8} ${ground}L${x + 4} ${r(ground - h * 0.5)}L${r(x + h * 0.1)} ${r(ground - h * 0.68)}M${x} ${r(ground - h * 0.5)}V${r(ground - h * 0.72)}`, 2, 'none') +
    `<path d="M${x} ${ground}V${r(ground - h * 0.46)}l5 0l4 ${r(h * 0.46)}Z" fill="url(#dense)"/>`
  );
}

const kerb = { y: 716, h: 78, x: 60, w: 84.3 };
const years = Array.from({ length: 14 }, (_, i) => 1904 + i);
const stones = {
  1904: { of: '南开', en: 'Nankai' },
  1906: { of: '法政', en: 'Law' },
  1907: { of: '开课·迁址', en: 'classes; move' },
  1912: { of: '改名', en: 'renamed' },
  1913: { of: '一来一去', en: 'in and out', accent: true },
  1917: { of: '毕业', en: 'graduates' }
};
/** Kerb stones, chiselled; a year nothing is told of stays rough. */
const kerbs = years
  .map((year, i) => {
    const x = kerb.x + i * kerb.w;
    const told = stones[year];
    const chisel = Array.from({ length: told ? 0 : 24 }, () => {
      const [cx, cy] = [x + 8 + next() * (kerb.w - 22), kerb.y + 8 + next() * (kerb.h - 18)];
      return `M${r(cx)} ${r(cy)}l${r(4 + next() * 6)} ${r(-3 - next() * 4)}`;
    }).join('');
    const face = `M${r(x + 1)} ${kerb.y}H${r(x + kerb.w - 2)}V${kerb.y + kerb.h}H${r(x + 1)}Z`;
    return (
      `<path d="M${r(x + 1)} ${kerb.y}l14 -20h${r(kerb.w - 3)}l-14 20Z" fill="${white}" stroke="${ink}" stroke-width="1.8" stroke-linejoin="round"/>` +
      `<path d="${face}" fill="${told?.accent ? cinnabar : white}" stroke="${ink}" stroke-width="2.2"/>` +
      (told ? '' : `<path d="${face}" fill="${warm}" fill-opacity="0.16"/>`) +
      `<path d="${told?.accent ? '' : chisel}" stroke="${ink}" stroke-width="1.1" stroke-linecap="round"/>` +
      (told
        ? zh(x + kerb.w / 2, kerb.y + 50, year, { size: 28, weight: 700, anchor: 'middle', fill: told.accent ? white : ink })
        : `<path d="M${r(x + kerb.w / 2 - 16)} ${kerb.y + 29}h32v24h-32Z" fill="#EFEAE0"/>` +
          zh(x + kerb.w / 2, kerb.y + 48, String(year).slice(2), { size: 20, anchor: 'middle', fill: inkSoft })) +
      (told ? zh(x + kerb.w / 2, kerb.y + kerb.h + 32, told.of, { size: 20, weight: 700, anchor: 'middle', fill: told.accent ? cinnabar : ink }) + en(x + kerb.w / 2, kerb.y + kerb.h + 56, told.en, { size: 16, anchor: 'middle' }) : '')
    );
  })
  .join('');
const paving = Array.from({ length: 80 }, () => `M${r(20 + next() * 1260)} ${r(ground + 10 + next() * 44)}h${r(8 + next() * 30)}`).join('');

save('two-schools', {
  width,
  height,
  title: '两座校门，各有一名穿长衫的学生走进去；门前路缘石一块一年，1904至1917，1913年为朱色',
  defs:
    hatch('pale', { gap: 9, weight: 0.8 }) +
    hatch('shade', { gap: 5.4, weight: 1.1 }) +
    hatch('dense', { gap: 4.2, weight: 1.5 }) +
    hatch('level', { gap: 6.5, weight: 0.9, angle: 90 }) +
    `<clipPath id="arch"><path d="M212 ${ground}V${ground - 250}A108 92 0 0 1 428 ${ground - 250}V${ground}Z"/></clipPath>`,
  body: [
    heading('两所学校', 'Two schools'),
    tree(648, 330, 11),
    tree(1254, 250, 5),
    lawGate(320),
    nankaiGate(964),
    `<path d="M0 ${ground}H1300" stroke="${ink}" stroke-width="2.4"/><path d="${paving}" stroke="${ink}" stroke-width="1" stroke-linecap="round"/>`,
    gowned(326, ground + 26, 132, { bag: true }),
    gowned(966, ground + 26, 124, { bag: true, flip: true }),
    kerbs,
    zh(56, kerb.y + kerb.h + 100, '李大钊1907年入法政学堂，1913年6月毕业', { size: 23, weight: 700 }),
    en(56, kerb.y + kerb.h + 127, 'Li Dazhao enters in 1907, graduates in June 1913', { size: 18 }),
    zh(700, kerb.y + kerb.h + 100, '周恩来1913年2月来津入南开，1917年毕业', { size: 23, weight: 700 }),
    en(700, kerb.y + kerb.h + 127, 'Zhou Enlai comes in February 1913, graduates in 1917', { size: 18 }),
    foot(height - 36, '一块石一年；校门与人影为示意，匾上文字为今排', 'A stone is a year; gates and figures are imagined, the boards set in modern type')
  ].join('\n')
});
