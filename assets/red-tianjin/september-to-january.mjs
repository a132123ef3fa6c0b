/**
 * BX-07: four dates in four windows of one carriage (B-014, B-015, B-018, B-020). The rail below is their scale, a sleeper
 * to the week; the last mark stands in the middle of January, as only the month is known.
 */
import { cinnabar, dice, en, foot, hatch, ink, paper, r, saveTo, warm, white, zh } from '../hand/sheet.mjs';
import { gowned, seated } from './figures.mjs';

const save = saveTo('red-tianjin');

const width = 1500;
const height = 950;
const p = (d, weight = 2, fill = white) =>
  `<path d="${d}" fill="${fill}" stroke="${ink}" stroke-width="${weight}" stroke-linejoin="round" stroke-linecap="round"/>`;

const rail = 694;
const body = { x: 92, y: 208, w: 1316, h: 372 };
const windows = [224, 500, 775, 1051].map((x) => ({ x, y: 262, w: 226, h: 186 }));
const days = (month, day) => Math.round((Date.UTC(month < 9 ? 1920 : 1919, month - 1, day) - Date.UTC(1919, 8, 2)) / 86400000);
const at = (day) => 120 + day * 9.3;
const marks = [
  { day: 0, zh: '九月二日', en: '2 September', word: '车厢里商议', english: 'a talk on the train' },
  { day: days(9, 16), zh: '九月十六日', en: '16 September', word: '觉悟社成立', english: 'the Society founded' },
  { day: days(9, 21), zh: '九月二十一日', en: '21 September', word: '李大钊来', english: 'Li Dazhao comes' },
  { day: days(1, 15), zh: '次年一月', en: 'January', word: '《觉悟》出版', english: 'Juewu comes out', accent: true }
];

/** Roof with its clerestory, ventilators and rain strip. */
function roof() {
  const { x, y, w } = body;
  const vents = [0.12, 0.31, 0.5, 0.69, 0.88].map((t) => {
    const vx = x + w * t;
    return p(`M${r(vx - 20)} ${y - 54}h40l6 -10h-52Z`, 1.8) + p(`M${r(vx - 12)} ${y - 64}q12 -16 24 0Z`, 1.8, 'url(#shade)');
  });
  const lights = Array.from({ length: 24 }, (_, i) => {
    const lx = x + 92 + i * 47.5;
    return `M${r(lx)} ${y - 49}h32v15h-32Z`;
  }).join('');
  return (
    p(`M${x - 22} ${y}Q${x - 16} ${y - 28} ${x + 44} ${y - 30}H${x + w - 44}Q${x + w + 16} ${y - 28} ${x + w + 22} ${y}Z`, 2.4) +
    `<path d="M${x - 20} ${y - 3}Q${x - 12} ${y - 22} ${x + 44} ${y - 24}H${x + w - 44}Q${x + w + 12} ${y - 22} ${x + w + 20} ${y - 3}Z" fill="url(#level)"/>` +
    p(`M${x + 66} ${y - 30}V${y - 52}Q${x + 70} ${y - 56} ${x + 84} ${y - 56}H${x + w - 84}Q${x + w - 70} ${y - 56} ${x + w - 66} ${y - 52}V${y - 30}Z`, 2.2) +
    p(lights, 1.4, 'url(#shade)') +
    vents.join('') +
    p(`M${x - 26} ${y}H${x + w + 26}v9H${x - 26}Z`, 2.2)
  );
}

/** Matchboards below the windows, a band above them, doors at both ends. */
function side() {
  const { x, y, w, h } = body;
  let boards = '';
  for (let bx = x + 104; bx < x + w - 100; bx += 13) boards += `M${bx} ${y + 288}V${y + h - 12}`;
  const rivets = Array.from({ length: 66 }, (_, i) => `<circle cx="${r(x + 12 + i * 19.9)}" cy="${y + h - 6}" r="1.7" fill="${ink}"/>`).join('');
  const door = (dx, mirrored) =>
    p(`M${dx} ${y + 34}h74v${h - 40}h-74Z`, 2.2) +
    p(`M${dx + 12} ${y + 52}h50v122h-50Z`, 1.8, 'url(#shade)') +
    p(`M${dx + 12} ${y + 194}h50v${h - 214}h-50ZM${dx + 20} ${y + 204}h34v${h - 234}h-34Z`, 1.6) +
    p(`M${dx + (mirrored ? 66 : 4)} ${y + 190}h5v18h-5Z`, 1.6, ink) +
    p(`M${dx + (mirrored ? -10 : 84)} ${y + 90}v210M${dx + (mirrored ? -10 : 84)} ${y + 90}h4M${dx + (mirrored ? -10 : 84)} ${y + 300}h4`, 3.4, 'none') +
    p(`M${dx - 4} ${y + h + 8}h82v8h-82ZM${dx + 4} ${y + h + 34}h66v8h-66Z`, 2) +
    p(`M${dx + 6} ${y + h}v36M${dx + 68} ${y + h}v36`, 2, 'none');
  return (
    p(`M${x} ${y + 9}H${x + w}V${y + h}H${x}Z`, 2.6) +
    `<path d="M${x} ${y + 276}H${x + w}V${y + h}H${x}Z" fill="${warm}" fill-opacity="0.14"/>` +
    p(`M${x} ${y + 24}H${x + w}M${x} ${y + 276}H${x + w}M${x} ${y + 284}H${x + w}M${x} ${y + h - 12}H${x + w}`, 1.4, 'none') +
    `<path d="${boards}" stroke="${ink}" stroke-width="1.05"/>${rivets}` +
    door(x + 10, false) +
    door(x + w - 84, true)
  );
}

/** What runs: frame, truss rod, two bogies, buffers. */
function running() {
  const { x, y, w, h } = body;
  const foot = y + h;
  const wheel = (cx) => {
    const spokes = Array.from({ length: 9 }, (_, i) => {
      const a = (i / 9) * 2 * Math.PI + 0.2;
      return `M${r(cx + Math.cos(a) * 7)} ${r(rail - 36 + Math.sin(a) * 7)}L${r(cx + Math.cos(a) * 28)} ${r(rail - 36 + Math.sin(a) * 28)}`;
    }).join('');
    return `<circle cx="${cx}" cy="${rail - 36}" r="36" fill="${white}" stroke="${ink}" stroke-width="2.6"/><circle cx="${cx}" cy="${rail - 36}" r="29" fill="none" stroke="${ink}" stroke-width="1.6"/><path d="${spokes}" stroke="${ink}" stroke-width="2"/><circle cx="${cx}" cy="${rail - 36}" r="8" fill="${white}" stroke="${ink}" stroke-width="2"/>`;
  };
  const bogie = (cx) =>
    wheel(cx - 62) +
    wheel(cx + 62) +
    p(`M${cx - 116} ${foot + 40}H${cx + 116}L${cx + 104} ${foot + 56}H${cx + 34}L${cx + 22} ${foot + 74}H${cx - 22}L${cx - 34} ${foot + 56}H${cx - 104}Z`, 2.2) +
    `<path d="M${cx - 104} ${foot + 48}H${cx + 104}v8H${cx - 104}Z" fill="url(#shade)"/>` +
    p(`M${cx - 20} ${foot + 30}h40M${cx - 18} ${foot + 24}h36M${cx - 16} ${foot + 18}h32`, 3, 'none');
  const rod = p(`M${x + 330} ${foot + 14}L${x + 470} ${foot + 56}H${x + w - 470}L${x + w - 330} ${foot + 14}`, 4, 'none');
  const posts = [470, 660, 846].map((o) => p(`M${x + o - 6} ${foot + 14}h12v42h-12Z`, 1.8)).join('');
  const box = p(`M${x + 556} ${foot + 22}h86v30h-86Z`, 2) + `<path d="M${x + 556} ${foot + 36}h86v16h-86Z" fill="url(#shade)"/>`;
  const buffer = (bx, s) => p(`M${bx} ${foot - 2}h${s * 26}v14h${-s * 26}Z`, 2) + p(`M${bx + s * 26} ${foot - 12}h${s * 8}v34h${-s * 8}Z`, 2);
  return (
    p(`M${x - 4} ${foot}H${x + w + 4}v15H${x - 4}Z`, 2.4) +
    `<path d="M${x} ${foot + 7}H${x + w}v8H${x}Z" fill="url(#shade)"/>` +
    rod +
    posts +
    box +
    bogie(x + 220) +
    bogie(x + w - 220) +
    buffer(x - 4, -1) +
    buffer(x + w + 4, 1)
  );
}

/** The frame of a window, with its scene behind the glass. */
function view({ x, y, w, h }, i, scene) {
  return (
    p(`M${x - 12} ${y - 12}h${w + 24}v${h + 24}h${-(w + 24)}Z`, 2.4) +
    `<path d="M${x - 12} ${y - 12}h${w + 24}v${h + 24}h${-(w + 24)}Z" fill="url(#shade)"/>` +
    `<g clip-path="url(#w${i})"><path d="M${x} ${y}h${w}v${h}h${-w}Z" fill="${paper}"/><g transform="translate(${x} ${y})">${scene}</g></g>` +
    p(`M${x} ${y}h${w}v${h}h${-w}Z`, 2.4, 'none') +
    p(`M${x - 18} ${y + h + 12}h${w + 36}v10h${-(w + 36)}Z`, 2)
  );
}

const bench = (x, flip) =>
  `<g transform="translate(${x} 0)${flip ? ' scale(-1 1)' : ''}">${p('M-8 74Q-18 74 -18 88V186H44V150H4V88Q4 74 -8 74Z', 2)}<path d="M-18 100H4V150H-18Z" fill="url(#shade)"/>${p('M4 150H44M-18 128H4', 1.4, 'none')}</g>`;

const onTheTrain =
  p('M78 18h70v74h-70Z', 2) +
  p('M78 70q16 -9 34 -2t36 -4M96 70V30M88 40h17M90 34h13M134 66V34M127 42h14', 1.3, 'none') +
  p('M4 14H58M4 20H58M168 14H222M168 20H222M10 14v-14M52 14v-14M174 14v-14M216 14v-14', 1.8, 'none') +
  p('M12 14v-10h30v10ZM178 14v-8h18v8Z', 1.6, 'url(#shade)') +
  bench(26, false) +
  bench(200, true) +
  p('M92 128h42v6h-42ZM110 134v52M116 134v52', 2) +
  p('M100 128v-11h9v11ZM118 128v-7h8v7Z', 1.5) +
  seated(40, 190, 122, { speaks: true, gown: true }) +
  seated(70, 196, 112, { gown: true }) +
  seated(188, 190, 118, { flip: true }) +
  seated(158, 196, 114, { flip: true, gown: true });

const roundTheTable =
  p('M113 0v22M96 34q0 -14 17 -14t17 14Z', 2) +
  p('M92 46l-10 16M134 46l10 16M113 48v18M102 48l-4 18M124 48l4 18', 1.1, 'none') +
  p('M24 22h44v58h-44ZM30 34h32M30 44h32M30 54h32M30 64h20', 1.4) +
  p('M160 30h42v34h-42ZM168 56l10 -12l8 7l9 -11', 1.4) +
  [62, 96, 132, 166].map((x, i) => seated(x, 176, 96 + (i % 2) * 6, { flip: i > 1, gown: i % 2 === 0, speaks: i === 1 })).join('') +
  `<ellipse cx="113" cy="146" rx="94" ry="25" fill="${white}" stroke="${ink}" stroke-width="2.2"/><path d="M19 146v14a94 25 0 0 0 188 0v-14a94 25 0 0 1 -188 0Z" fill="${white}" stroke="${ink}" stroke-width="2.2"/><path d="M19 147v13a94 25 0 0 0 188 0v-13a94 25 0 0 1 -188 0Z" fill="url(#shade)"/>` +
  p('M70 142l22 -5l8 11l-24 5ZM128 138l24 3l-5 11l-24 -3Z', 1.4) +
  p('M108 140a7 4 0 1 0 .1 0Z', 1.4) +
  seated(26, 214, 118, { gown: true }) +
  seated(202, 214, 118, { flip: true, gown: true });

const lecture =
  p('M26 16H166V104H26ZM32 22H160V98H32Z', 1.8) +
  p('M32 22H160V98H32Z', 0.4, 'url(#level)') +
  gowned(180, 150, 108, { bag: false }) +
  p('M170 74L150 58L146 44', 6, 'none') +
  p('M152 108h50l-6 12h-38ZM162 120h30v66h-30Z', 2) +
  `<path d="M162 122h30v64h-30Z" fill="url(#shade)"/>` +
  [
    [16, 150], [50, 146], [84, 150], [118, 146],
    [0, 176], [33, 174], [67, 177], [101, 174], [136, 178], [172, 184], [208, 180]
  ]
    .map(([x, y], i) => `<path d="M${x - 15} ${y + 40}Q${x - 14} ${y + 12} ${x - 5} ${y + 9}h10Q${x + 14} ${y + 12} ${x + 15} ${y + 40}Z" fill="${ink}" stroke="${paper}" stroke-width="1.6"/><circle cx="${x}" cy="${y}" r="10" fill="${ink}" stroke="${paper}" stroke-width="1.6"/>${i % 3 === 1 ? `<path d="M${x} ${y + 8}v18" stroke="${paper}" stroke-width="2"/>` : ''}`)
    .join('');

const columns = (x, y, n, step, length) =>
  Array.from({ length: n }, (_, i) => `M${r(x - i * step)} ${y}v${r(length - ((i * 7) % 5) * 9)}`).join('');
const booklet =
  `<path d="M0 120H226V186H0Z" fill="${white}"/>` +
  p('M-4 120H230', 2.2, 'none') +
  p('M-4 132H230M-4 150H230M-4 172H230', 0.8, 'none') +
  `<path d="M40 160L116 168L192 158L206 176L116 186L30 178Z" fill="url(#shade)"/>` +
  p('M116 44Q84 26 34 36V156Q84 148 116 168Q148 148 198 156V36Q148 26 116 44Z', 2.6) +
  p('M116 44V168M38 152Q84 145 114 163M118 163Q148 145 194 152', 1.4, 'none') +
  `<path d="M116 44Q108 40 102 38V158Q110 162 116 168Z" fill="url(#shade)"/>` +
  `<path d="${columns(184, 54, 5, 12, 88)}" stroke="${ink}" stroke-width="1.6"/><path d="M130 52h8v98M48 52h50v92" fill="none" stroke="${ink}" stroke-width="0"/>` +
  p('M50 50H92V140H50Z', 1.6, 'none') +
  zh(71, 88, '觉', { size: 33, weight: 700, anchor: 'middle', fill: cinnabar }) +
  zh(71, 126, '悟', { size: 33, weight: 700, anchor: 'middle', fill: cinnabar });

/** Rail, ballast and sleepers; the sleepers are weeks. */
function track() {
  const next = dice(16);
  let stones = '';
  for (let i = 0; i < 560; i++) {
    const x = 20 + next() * 1460;
    const y = rail + 16 + next() * 26;
    stones += `M${r(x)} ${r(y)}l${r(2 + next() * 5)} ${r(-2 - next() * 3)}l${r(2 + next() * 4)} ${r(2 + next() * 3)}`;
  }
  const sleepers = Array.from({ length: 21 }, (_, i) => p(`M${r(at(i * 7) - 13)} ${rail + 9}h26v12h-26Z`, 1.8, white) + `<path d="M${r(at(i * 7) - 13)} ${rail + 14}h26v7h-26Z" fill="url(#dense)"/>`).join('');
  const tufts = Array.from({ length: 15 }, (_, i) => {
    const x = 30 + i * 103 + next() * 40;
    return `M${r(x)} ${rail + 48}q-4 -12 -10 -15M${r(x)} ${rail + 48}q0 -14 3 -19M${r(x)} ${rail + 48}q6 -10 12 -12`;
  }).join('');
  return `<path d="${stones}" fill="none" stroke="${ink}" stroke-width="1"/>${sleepers}${p(`M10 ${rail}H1490v9H10Z`, 2.2)}<path d="M10 ${rail + 5}H1490" stroke="${ink}" stroke-width="1"/><path d="${tufts}" fill="none" stroke="${ink}" stroke-width="1.3" stroke-linecap="round"/><path d="M10 ${rail + 48}H1490" stroke="${ink}" stroke-width="1.2"/>`;
}

/** From each window down to its day on the rail. */
const pins = marks
  .map(({ day, accent }) => {
    const x = at(day);
    const colour = accent ? cinnabar : ink;
    return `<circle cx="${r(x)}" cy="${rail + 4.5}" r="9" fill="${accent ? cinnabar : white}" stroke="${colour}" stroke-width="2.8"/><path d="M${r(x)} ${rail + 14}V${rail + 66}" stroke="${colour}" stroke-width="2"/>`;
  })
  .join('');
const words = [
  { x: at(0) - 34, anchor: 'start' },
  { x: at(marks[1].day) + 10, anchor: 'start', low: true },
  { x: at(marks[2].day) + 14, anchor: 'start' },
  { x: at(marks[3].day) + 12, anchor: 'end' }
];
const captions = marks
  .map(({ day, zh: date, en: english, accent }, i) => {
    const { x, anchor, low } = words[i];
    const y = rail + (low ? 162 : 92);
    const stem = low ? `<path d="M${r(at(day))} ${rail + 66}V${rail + 144}" stroke="${ink}" stroke-width="2"/>` : '';
    return stem + zh(x, y, date, { size: 25, weight: 700, anchor, fill: accent ? cinnabar : ink }) + en(x, y + 24, english, { size: 18, anchor });
  })
  .join('');
const boards = windows
  .map(({ x, y, w, h }, i) => {
    const { word, english, accent } = marks[i];
    return (
      p(`M${x - 4} ${y + h + 40}h${w + 8}v66h${-(w + 8)}Z`, 2) +
      p(`M${x + 2} ${y + h + 46}h${w - 4}v54h${-(w - 4)}Z`, 1, 'none') +
      zh(x + w / 2, y + h + 71, word, { size: 25, weight: 700, anchor: 'middle', fill: accent ? cinnabar : ink }) +
      en(x + w / 2, y + h + 93, english, { size: 18, anchor: 'middle' })
    );
  })
  .join('');

save('september-to-january', {
  width,
  height,
  title: '一节客车车厢，四扇窗四景：车厢里商议、觉悟社成立、李大钊来、《觉悟》出版；铁轨为时间尺，一根枕木一周',
  defs:
    hatch('shade', { gap: 5.2, weight: 1.05 }) +
    hatch('dense', { gap: 4.2, weight: 1.6 }) +
    hatch('level', { gap: 6.5, weight: 0.9, angle: 90 }) +
    windows.map(({ x, y, w, h }, i) => `<clipPath id="w${i}"><path d="M${x} ${y}h${w}v${h}h${-w}Z"/></clipPath>`).join(''),
  body: [
    zh(56, 70, '从九月到次年一月', { size: 36, weight: 700, spacing: 2 }),
    en(56, 102, 'From September 1919 to January 1920', { size: 21 }),
    track(),
    running(),
    roof(),
    side(),
    windows.map((one, i) => view(one, i, [onTheTrain, roundTheTable, lecture, booklet][i])).join(''),
    boards,
    pins,
    captions,
    foot(
      height - 34,
      '时间依比例，一根枕木一周；一月只知其月，标在月中，待核。车厢与窗中景为示意',
      'Time to scale, a sleeper to the week. Of January only the month is known: marked at its middle. Carriage and scenes are schematic.'
    ),
  ].join('\n')
});
