/**
 * BX-15: sixteen leaves of a tear-off calendar, 9 to 24 November 1934, opened like a fan, the same angle for every day
 * (B-043, B-044). Only the four days something is told of are turned up; three of them are to be confirmed.
 */
import { cinnabar, dice, en, foot, hatch, heading, ink, inkSoft, r, saveTo, warm, white, zh } from '../hand/sheet.mjs';

const save = saveTo('red-tianjin');

const [cx, cy] = [660, 836];
const spread = 116;
const angleOf = (day) => -spread / 2 + ((day - 9) * spread) / 15;
const leaf = { w: 148, from: 214, to: 448 };
const told = {
  9: { word: '中枪被捕', english: 'shot and arrested', at: [72, 700], anchor: 'start' },
  14: { word: '转押', english: 'transferred', doubt: true, at: [392, 168], anchor: 'start' },
  22: { word: '解送北平', english: 'sent to Beiping', doubt: true, at: [1010, 262], anchor: 'start' },
  24: { word: '就义', english: 'executed', doubt: true, at: [1066, 700], anchor: 'start' }
};
const next = dice(24);
const p = (d, weight = 2, fill = white) =>
  `<path d="${d}" fill="${fill}" stroke="${ink}" stroke-width="${weight}" stroke-linejoin="round" stroke-linecap="round"/>`;

/** A leaf with its torn edge towards the rivet; up is outwards. */
function paper(day) {
  const isTold = day in told;
  const { w, from, to } = leaf;
  const out = isTold ? 206 : (next() - 0.5) * 8;
  const half = w / 2;
  const [top, bottom] = [-(to + out), -(from + out)];
  let torn = '';
  for (let x = half; x > -half; x -= 9) torn += `L${r(Math.max(x - 4.5, -half))} ${r(bottom + (next() - 0.3) * 7)}`;
  const lift = 8 + next() * 9;
  const shape = `M${-half} ${top}H${r(half - lift)}L${half} ${r(top + lift)}V${bottom}${torn}L${-half} ${bottom}Z`;
  const head = top + 52;
  const accent = day === 24 ? cinnabar : ink;
  const front = isTold
    ? `<path d="M${-half + 10} ${top + 10}H${half - 22}M${-half + 10} ${head}H${half - 10}M${-half + 10} ${head + 5}H${half - 10}" stroke="${ink}" stroke-width="1.6"/>` +
      zh(-4, top + 38, '十一月', { size: 23, weight: 700, anchor: 'middle' }) +
      zh(0, head + 112, day, { size: 104, weight: 700, anchor: 'middle', fill: accent }) +
      `<path d="M${-half + 10} ${head + 138}H${half - 10}" stroke="${ink}" stroke-width="1.2"/>` +
      zh(0, head + 164, '民国二十三年', { size: 18, anchor: 'middle', fill: inkSoft }) +
      en(0, head + 186, 'November 1934', { size: 15, anchor: 'middle' }) +
      (day === 24 ? `<path d="M${-half + 5} ${top + 5}H${half - 20}M${-half + 5} ${top + 5}V${bottom - 8}" fill="none" stroke="${cinnabar}" stroke-width="2.4"/>` : '')
    : `<path d="M${-half + 8} ${top + 9}H${half - 20}V${bottom - 12}H${-half + 8}Z" fill="#ECE6DA"/><path d="M${-half + 8} ${top + 9}H${half - 20}V${bottom - 12}H${-half + 8}Z" fill="url(#${day % 3 === 0 ? 'pale' : 'shade'})"/>` +
      `<path d="M${-half + 9} ${top + 14}h44v38h-44Z" fill="${white}"/>` +
      zh(-half + 31, top + 44, day, { size: 30, weight: 500, anchor: 'middle', fill: inkSoft });
  return (
    `<g transform="translate(${cx} ${cy}) rotate(${r(angleOf(day) + (isTold ? 0 : (next() - 0.5) * 1.4))})">` +
    `<path d="M${-half + 7} ${top + 8}H${half + 7}V${bottom + 4}H${-half + 7}Z" fill="url(#dense)"/>` +
    p(shape, 2) +
    `<path d="M${r(half - lift)} ${top}Q${r(half - lift * 0.9)} ${r(top + lift * 0.9)} ${half} ${r(top + lift)}L${r(half - lift * 0.4)} ${r(top + lift * 1.4)}Z" fill="${white}" stroke="${ink}" stroke-width="1.3" stroke-linejoin="round"/>` +
    `${front}</g>`
  );
}

/** The card the block hung on, with its cord and nail and what is left of the month. */
function card() {
  const [x, y, w, h] = [cx - 176, cy - 150, 352, 212];
  const leaves = Array.from({ length: 6 }, (_, i) => `M${x + 84 + i * 1.5} ${y + h - 26 + i * 4}h184`).join('');
  const corner = (px, py, sx, sy) =>
    `<g transform="translate(${px} ${py}) scale(${sx} ${sy})"><path d="M0 34V0H34M7 34V14Q7 7 14 7H34M14 26q0 -12 12 -12M16 34q8 0 8 -8t-8 -8" fill="none" stroke="${ink}" stroke-width="1.6"/></g>`;
  return (
    p(`M${x} ${y}h${w}v${h}h${-w}Z`, 2.6) +
    `<path d="M${x} ${y}h${w}v${h}h${-w}Z" fill="${warm}" fill-opacity="0.16"/>` +
    p(`M${x + 9} ${y + 9}h${w - 18}v${h - 18}h${-(w - 18)}Z`, 1.3, 'none') +
    corner(x + 15, y + 15, 1, 1) +
    corner(x + w - 15, y + 15, -1, 1) +
    corner(x + 15, y + h - 15, 1, -1) +
    corner(x + w - 15, y + h - 15, -1, -1) +
    p(`M${x + 80} ${y + 62}h192v118h-192Z`, 2) +
    `<path d="${leaves}" stroke="${ink}" stroke-width="1.4" transform="translate(0 -6)"/>` +
    p(`M${x + 70} ${y + 48}h212v22h-212Z`, 2.2) +
    `<path d="M${x + 70} ${y + 60}h212v10h-212Z" fill="url(#dense)"/>` +
    `<circle cx="${x + 96}" cy="${y + 59}" r="6" fill="${white}" stroke="${ink}" stroke-width="2"/><circle cx="${x + 256}" cy="${y + 59}" r="6" fill="${white}" stroke="${ink}" stroke-width="2"/>` +
    zh(cx, y + 122, '十五天', { size: 40, weight: 700, anchor: 'middle' }) +
    en(cx, y + 152, 'fifteen days', { size: 21, anchor: 'middle' }) +
    zh(cx, y + 38, '民国二十三年十一月', { size: 21, weight: 700, anchor: 'middle' })
  );
}

const labels = Object.entries(told)
  .map(([day, { word, english, doubt, at: [x, y], anchor }]) => {
    const fill = day === '24' ? cinnabar : ink;
    return (
      zh(x, y, word, { size: 26, weight: 700, anchor, fill }) +
      (doubt ? zh(x + word.length * 26 + 8, y, '待核', { size: 19, anchor, fill: inkSoft }) : '') +
      en(x, y + 27, doubt ? `${english}, to be confirmed` : english, { size: 18, anchor })
    );
  })
  .join('');
const arc = (day0, day1, radius) => {
  const point = (day) => {
    const a = ((angleOf(day) - 90) * Math.PI) / 180;
    return `${r(cx + Math.cos(a) * radius)} ${r(cy + Math.sin(a) * radius)}`;
  };
  return `M${point(day0)}A${radius} ${radius} 0 0 1 ${point(day1)}`;
};

const days = Array.from({ length: 16 }, (_, i) => 9 + i);
save('fifteen-days', {
  width: 1320,
  height: 1000,
  title: '一本日历的十六页展成扇面，11月9日至24日；9、14、22、24四页翻开，24为朱色',
  defs: hatch('pale', { gap: 8, weight: 0.8 }) + hatch('shade', { gap: 5.4, weight: 1 }) + hatch('dense', { gap: 4.4, weight: 1.4, angle: -45 }),
  body: [
    heading('吉鸿昌的十五天', 'Fifteen days of Ji Hongchang, November 1934'),
    days.map(paper).join(''),
    `<path d="${arc(9, 24, 200)}" fill="none" stroke="${cinnabar}" stroke-width="2.4"/>`,
    card(),
    labels,
    foot(
      952,
      '每日等角；9日有较可靠的来源，14日为通行说法，22日、24日见于网文，待核。日历为示意',
      'Equal angles for equal days. The 9th has better sources; the others are to be confirmed. The calendar is schematic.'
    )
  ].join('\n')
});
