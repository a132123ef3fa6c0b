/**
 * BX-24: two shelves of an archive on one scale of years, a box to the year: 1994–1997 above, 1978–1998 below (B-063,
 * B-064). What happened stands on the spine; the boxes of the two openings are tied with cinnabar string.
 */
import { cinnabar, dice, en, foot, hatch, heading, ink, inkSoft, r, saveTo, warm, white, zh } from '../hand/sheet.mjs';

const save = saveTo('red-tianjin');

const width = 1300;
const height = 1010;
const first = 1978;
const pitch = 54.5;
const x0 = 78;
const at = (year) => x0 + (year - first) * pitch;
const p = (d, weight = 2, fill = white) =>
  `<path d="${d}" fill="${fill}" stroke="${ink}" stroke-width="${weight}" stroke-linejoin="round" stroke-linecap="round"/>`;
const next = dice(98);

const shelves = [
  {
    floor: 470,
    h: 236,
    from: 1994,
    to: 1997,
    told: { 1994: '决定', 1995: '奠基', 1997: '开馆' },
    opening: 1997
  },
  { floor: 806, h: 236, from: 1978, to: 1998, told: { 1978: '前身', 1998: '开放' }, opening: 1998 }
];

/** A document box on its end: label frame, finger hole, lid seam, edges worn by hatching. */
function box(year, { floor, h, told, opening }) {
  const x = at(year) + 2;
  const w = pitch - 5;
  const tall = h - (next() > 0.7 ? 9 : next() * 4);
  const y = floor - tall;
  const word = told[year];
  const isOpening = year === opening;
  const tone = word ? null : ['pale', 'shade', 'pale', 'level'][year % 4];
  const spine =
    p(`M${r(x)} ${r(y)}h${r(w)}V${floor}h${r(-w)}Z`, 2.2, word ? white : ['#F1ECE2', '#E6DFD3', '#F1ECE2', '#ECE6DA'][year % 4]) +
    (tone ? `<path d="M${r(x)} ${r(y)}h${r(w)}V${floor}h${r(-w)}Z" fill="url(#${tone})"/>` : `<path d="M${r(x)} ${r(y)}h${r(w)}V${floor}h${r(-w)}Z" fill="${warm}" fill-opacity="0.2"/>`) +
    p(`M${r(x)} ${r(y + 20)}h${r(w)}M${r(x)} ${floor - 12}h${r(w)}`, 1.3, 'none') +
    `<path d="M${r(x + w - 7)} ${r(y)}h7V${floor}h-7Z" fill="url(#dense)"/>`;
  const label =
    p(`M${r(x + 7)} ${r(y + 34)}h${r(w - 16)}v${word ? 138 : 60}h${r(-(w - 16))}Z`, 1.6) +
    p(`M${r(x + 10)} ${r(y + 37)}h${r(w - 22)}v${word ? 132 : 54}h${r(-(w - 22))}Z`, 0.8, 'none') +
    zh(x + w / 2 - 1, y + 66, String(year).slice(2), { size: 21, weight: 700, anchor: 'middle', fill: isOpening ? cinnabar : word ? ink : inkSoft });
  const words = word
    ? [...word].map((one, i) => zh(x + w / 2 - 1, y + 106 + i * 34, one, { size: 28, weight: 700, anchor: 'middle', fill: isOpening ? cinnabar : ink })).join('')
    : '';
  const hole = `<circle cx="${r(x + w / 2 - 1)}" cy="${floor - 40}" r="8.500" fill="${white}" stroke="${ink}" stroke-width="2"/><path d="M${r(x + w / 2 - 8)} ${floor - 43}a8.500 8.500 0 0 1 14 -2" fill="none" stroke="${ink}" stroke-width="2.6"/>`;
  const string = isOpening
    ? `<g fill="none" stroke="${cinnabar}" stroke-width="3.4" stroke-linecap="round"><path d="M${r(x)} ${floor - 66}h${r(w)}M${r(x)} ${floor - 60}h${r(w)}M${r(x + w / 2)} ${floor - 63}q-22 -24 -26 -6q0 12 26 6q22 -24 26 -6q0 12 -26 6M${r(x + w / 2)} ${floor - 63}q-8 16 -16 24M${r(x + w / 2)} ${floor - 63}q8 14 14 26"/></g>`
    : '';
  return spine + label + words + hole + string;
}

/** A plank with its front edge, on iron brackets. */
function plank(y, isUpper) {
  const grain = Array.from({ length: 40 }, () => {
    const x = 40 + next() * 1090;
    return `M${r(x)} ${r(y + 7 + next() * 12)}h${r(30 + next() * 100)}`;
  }).join('');
  const bracket = (x) => p(`M${x} ${y + 22}h64v10q-44 2 -54 46h-10Z`, 2) + `<path d="M${x + 10} ${y + 70}q10 -34 46 -36" fill="none" stroke="${ink}" stroke-width="1.4"/>`;
  return (
    p(`M28 ${y}H1272v22H28Z`, 2.6) +
    `<path d="${grain}" stroke="${ink}" stroke-width="0.9" stroke-opacity="0.7"/><path d="M28 ${y + 22}H1272v10H28Z" fill="url(#dense)"/>` +
    (isUpper ? bracket(40) + bracket(1186) : '')
  );
}

/** What else stands on the upper shelf: a lamp, a stack of forms, and nothing where no year is. */
const lampOn = (x, floor) =>
  p(`M${x - 44} ${floor}h88v-9q-10 -10 -44 -10t-44 10Z`, 2.2) +
  p(`M${x - 3} ${floor - 19}V${floor - 130}q0 -26 34 -30`, 4, 'none') +
  p(`M${x + 12} ${floor - 190}q46 -20 74 20l-50 36q-26 -8 -24 -56Z`, 2.2) +
  `<path d="M${x + 40} ${floor - 198}q30 0 46 28l-50 36q-10 -4 -16 -14Z" fill="url(#dense)"/>`;
const bundle = (x, floor) => {
  const sheets = Array.from({ length: 9 }, (_, i) => p(`M${r(x + (next() - 0.5) * 8)} ${floor - 8 - i * 8}h150v8h-150Z`, 1.5)).join('');
  return sheets + p(`M${x + 66} ${floor}V${floor - 74}M${x + 76} ${floor}V${floor - 74}`, 1.6, 'none') + p(`M${x + 71} ${floor - 74}q-18 -16 -20 -3q0 8 20 3q18 -16 20 -3q0 8 -20 3`, 1.6, 'none');
};
const brush = (x, floor) =>
  p(`M${x - 20} ${floor}q-10 -40 -2 -62h44q8 22 -2 62Z`, 2.2) + `<path d="M${x + 4} ${floor - 62}h20q8 22 -2 62h-18Z" fill="url(#shade)"/>` + p(`M${x - 8} ${floor - 62}l-12 -84M${x + 6} ${floor - 62}l4 -96M${x + 14} ${floor - 62}l18 -78`, 3.4, 'none') + p(`M${x - 20} ${floor - 146}q-8 -12 -2 -22q8 8 6 20ZM${x + 8} ${floor - 158}q-3 -14 3 -22q5 12 2 22Z`, 1.6, ink);

const scale = (() => {
  let d = `M${r(at(1978))} 856H${r(at(1999))}`;
  for (let y = 1978; y <= 1999; y++) d += `M${r(at(y))} 856v${y % 5 === 0 ? 15 : 8}`;
  return (
    `<path d="${d}" stroke="${ink}" stroke-width="1.8" fill="none"/>` +
    [1978, 1980, 1985, 1990, 1995, 1998].map((y) => zh(at(y) + pitch / 2, 893, y, { size: 22, weight: 700, anchor: 'middle' })).join('')
  );
})();

save('two-memorials', {
  width,
  height,
  title: '两层档案架，一盒一年：上层1994至1997四盒，下层1978至1998二十一盒，开馆之年系朱绳',
  defs:
    hatch('pale', { gap: 8, weight: 0.9 }) +
    hatch('shade', { gap: 5.4, weight: 1.1 }) +
    hatch('level', { gap: 6, weight: 1, angle: 90 }) +
    hatch('dense', { gap: 4, weight: 1.5, angle: -45 }),
  body: [
    heading('两座纪念馆的年份', 'The years of two memorials: a box to the year'),
    shelves
      .map((shelf) => plank(shelf.floor, shelf.floor < 500) + Array.from({ length: shelf.to - shelf.from + 1 }, (_, i) => box(shelf.from + i, shelf)).join(''))
      .join(''),
    lampOn(150, 470),
    bundle(300, 470),
    brush(500, 470),
    zh(at(1994) - 22, 300, '平津战役纪念馆', { size: 27, weight: 700, anchor: 'end' }),
    en(at(1994) - 22, 328, 'Pingjin Campaign Memorial', { size: 19, anchor: 'end' }),
    en(at(1994) - 22, 354, 'decided 1994, founded 1995, opened 1997', { size: 18, anchor: 'end' }),
    zh(x0 + 62, 552, '周恩来邓颖超纪念馆', { size: 27, weight: 700 }),
    en(x0 + 318, 551, 'Zhou Enlai and Deng Yingchao Memorial: forerunner 1978, opened 1998', { size: 19 }),
    scale,
    foot(
      952,
      '一盒一年，两层同一年尺；架、盒与架上之物为示意',
      'A box is a year, both shelves on one scale; shelves, boxes and what stands beside them are schematic'
    )
  ].join('\n')
});
