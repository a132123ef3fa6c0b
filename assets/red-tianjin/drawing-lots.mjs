/** BX-04: fifty numbered slips round a bowl, seen from above; nine recorded numbers lit, four of them with a name (B-017). */
import { cinnabar, dice, en, foot, hatch, heading, ink, inkSoft, r, saveTo, warm, white, zh } from '../hand/sheet.mjs';

const save = saveTo('red-tianjin');

const height = 1286;
const [cx, cy] = [600, 640];
const table = 452;
const ring = 338;
const lit = [1, 5, 9, 11, 18, 19, 20, 29, 41];
const names = {
  1: ['逸豪', '邓颖超', 'Yihao: Deng Yingchao'],
  5: ['伍豪', '周恩来', 'Wuhao: Zhou Enlai'],
  9: ['奈因', '赵光宸', 'Naiyin: Zhao Guangchen'],
  29: ['念久', '马骏', 'Nianjiu: Ma Jun']
};
const angleOf = (n) => -90 + (n - 1) * 7.2;
const at = (degrees, radius) => {
  const a = (degrees * Math.PI) / 180;
  return [cx + Math.cos(a) * radius, cy + Math.sin(a) * radius];
};

const digit = '〇一二三四五六七八九';
function numeral(n) {
  const [tens, ones] = [Math.floor(n / 10), n % 10];
  return `${tens > 1 ? digit[tens] : ''}${tens ? '十' : ''}${ones ? digit[ones] : ''}`;
}

/** The grain of the boards: long strokes that part round a knot here and there. */
function boards() {
  const next = dice(50);
  let seams = '';
  let grain = '';
  for (let x = cx - table; x < cx + table; x += 113) {
    seams += `M${r(x)} ${cy - table}V${cy + table}`;
    const knot = next() > 0.45 ? [x + 30 + next() * 50, cy - 300 + next() * 600] : null;
    for (let g = x + 9; g < x + 108; g += 8.5) {
      let y = cy - table + next() * 40;
      while (y < cy + table) {
        const run = 60 + next() * 190;
        const bend = (v) => {
          if (!knot) return 0;
          const [dx, dy] = [g - knot[0], v - knot[1]];
          return Math.sign(dx || 1) * 17 * Math.exp(-((dx / 30) ** 2) - (dy / 52) ** 2);
        };
        const steps = Math.max(2, Math.round(run / 24));
        for (let i = 0; i <= steps; i++) {
          const v = y + (run * i) / steps;
          grain += `${i ? 'L' : 'M'}${r(g + bend(v))} ${r(v)}`;
        }
        y += run + 12 + next() * 46;
      }
    }
    if (knot)
      grain += [5, 9, 13].map((k) => `M${r(knot[0] - k)} ${r(knot[1])}a${k} ${k * 1.7} 0 1 0 ${2 * k} 0a${k} ${k * 1.7} 0 1 0 ${-2 * k} 0`).join('');
  }
  return `<g clip-path="url(#top)"><path d="${grain}" fill="none" stroke="${warm}" stroke-width="1" stroke-opacity="0.75"/><path d="${seams}" stroke="${ink}" stroke-width="1.4" stroke-opacity="0.7"/></g>`;
}

const edge =
  `<circle cx="${cx}" cy="${cy}" r="${table + 15}" fill="${white}" stroke="${ink}" stroke-width="2.8"/>` +
  `<path d="M${cx - table - 15} ${cy}a${table + 15} ${table + 15} 0 0 0 ${2 * table + 30} 0h-15a${table} ${table} 0 0 1 ${-2 * table} 0Z" fill="url(#shade)"/>` +
  `<circle cx="${cx}" cy="${cy}" r="${table}" fill="#F6EEDF" stroke="${ink}" stroke-width="2.2"/>`;
const rim = `<circle cx="${cx}" cy="${cy}" r="${table - 12}" fill="none" stroke="${ink}" stroke-width="1.1"/>`;

/** A slip of paper along the radius: a little askew, one corner lifted, its shadow to the right and below. */
function slip(n, next) {
  const isLit = lit.includes(n);
  const out = isLit ? 20 : (next() - 0.5) * 9;
  const [x, y] = at(angleOf(n) + (next() - 0.5) * 1.1, ring + out);
  const turn = angleOf(n) + 90 + (next() - 0.5) * 5;
  const [w, h] = [17.5, 49];
  const curl = 7 + next() * 7;
  const mirrored = next() > 0.5 ? -1 : 1;
  const colour = isLit ? cinnabar : ink;
  const digits = [...numeral(n)];
  const size = 22;
  const pitch = digits.length === 3 ? 24 : 28;
  const words = digits
    .map((word, i) =>
      zh(0, (i - (digits.length - 1) / 2) * pitch + size * 0.37, word, { size, weight: 700, anchor: 'middle', fill: isLit ? cinnabar : inkSoft })
    )
    .join('');
  const corner = `M${mirrored * w} ${h - curl * 1.5}Q${mirrored * (w - curl * 0.2)} ${h - curl * 0.4} ${mirrored * (w - curl)} ${h}Q${mirrored * (w - curl * 0.4)} ${h - curl} ${mirrored * w} ${h - curl * 1.5}Z`;
  return (
    `<g transform="translate(${r(x)} ${r(y)}) rotate(${r(turn)})"><path d="M${-w + 5} ${-h + 6}H${w + 6}V${h + 6}H${-w + 5}Z" fill="url(#shade)"/>` +
    `<path d="M${-w} ${-h}H${w}V${r(h - (mirrored > 0 ? curl * 1.5 : 0))}${mirrored > 0 ? `L${r(w - curl)} ${h}` : `V${h}`}H${r(mirrored > 0 ? -w : -w + curl)}${mirrored > 0 ? '' : `L${-w} ${r(h - curl * 1.5)}`}Z" fill="${white}" stroke="${colour}" stroke-width="${isLit ? 2.8 : 1.6}" stroke-linejoin="round"/>` +
    `<path d="${corner}" fill="${white}" stroke="${colour}" stroke-width="1.3" stroke-linejoin="round"/>` +
    (isLit ? `<path d="M${-w + 4} ${-h + 4}H${w - 4}V${h - 14}" fill="none" stroke="${cinnabar}" stroke-width="0.9"/>` : '') +
    `${words}</g>`
  );
}

/** The bowl: foot hidden, rim, a border of scrolls, and a few rolled lots left inside. */
function bowl() {
  const next = dice(7);
  const scrolls = Array.from({ length: 28 }, (_, i) => {
    const [x, y] = at(i * (360 / 28), 155);
    return `<g transform="translate(${r(x)} ${r(y)}) rotate(${r(i * (360 / 28) + 90)})"><path d="M-15 8C-15 -8 6 -10 7 0C7 7 -3 7 -3 1M7 0C10 -10 16 -8 15 8" fill="none" stroke="${ink}" stroke-width="1.6" stroke-linecap="round"/></g>`;
  }).join('');
  const inner = Array.from({ length: 44 }, (_, i) => {
    const a = 150 + i * 3.6;
    const [p, q] = [at(a, 128 - Math.sin((i / 44) * Math.PI) * 6), at(a + 7, 96 - Math.sin((i / 44) * Math.PI) * 46)];
    return `M${r(p[0])} ${r(p[1])}L${r(q[0])} ${r(q[1])}`;
  }).join('');
  const roll = (x, y, turn) =>
    `<g transform="translate(${r(x)} ${r(y)}) rotate(${r(turn)})"><path d="M-27 -6H27V18H-27Z" fill="url(#shade)"/><path d="M-30 -12H24Q32 -12 32 0T24 12H-30Q-38 12 -38 0T-30 -12Z" fill="${white}" stroke="${ink}" stroke-width="2"/><path d="M24 -12Q16 -12 16 0T24 12M24 -6q-5 1 -4 7q1 6 6 4q4 -3 2 -7M-30 6H14M-26 -4h18" fill="none" stroke="${ink}" stroke-width="1.4"/></g>`;
  const rolls = [
    [-30, -34, 24],
    [38, -14, -38],
    [-16, 20, -8],
    [30, 44, 52],
    [-52, 2, 72]
  ]
    .map(([x, y, turn]) => roll(cx + x + next() * 6, cy + y, turn))
    .join('');
  return (
    `<path d="M${cx - 150} ${cy + 60}A178 178 0 0 0 ${cx + 176} ${cy + 34}L${cx + 190} ${cy + 40}A200 196 0 0 1 ${cx - 138} ${cy + 118}Z" fill="url(#dense)"/>` +
    `<circle cx="${cx}" cy="${cy}" r="178" fill="${white}" stroke="${ink}" stroke-width="3"/><circle cx="${cx}" cy="${cy}" r="172" fill="none" stroke="${ink}" stroke-width="1.2"/>${scrolls}` +
    `<circle cx="${cx}" cy="${cy}" r="136" fill="#F4F0E6" stroke="${ink}" stroke-width="2"/><circle cx="${cx}" cy="${cy}" r="130" fill="none" stroke="${ink}" stroke-width="1"/>` +
    `<path d="${inner}" stroke="${ink}" stroke-width="1.1"/><circle cx="${cx}" cy="${cy}" r="70" fill="none" stroke="${ink}" stroke-width="1.2" stroke-dasharray="40 9"/>${rolls}`
  );
}

/** Each name outside the table, at the end of a leader; first line, its anchor, and how the English breaks. */
const labels = {
  1: { x: 600, y: 88, anchor: 'middle', to: [600, 146] },
  5: { x: 842, y: 150, anchor: 'start', to: [836, 206] },
  9: { x: 1022, y: 316, anchor: 'start', to: [1012, 378] },
  29: { x: 396, y: 1094, anchor: 'end', to: [418, 1092] }
};
const label = (n) => {
  const [word, person, english] = names[n];
  const { x, y, anchor, to } = labels[n];
  const [fromX, fromY] = at(angleOf(n), ring + 72);
  const [alias, who] = english.split(': ');
  const lines =
    n === 1
      ? zh(x - 8, y + 32, person, { size: 23, anchor: 'end' }) + en(x + 6, y + 31, `${alias}: ${who}`, { size: 19 })
      : zh(x, y + 32, person, { size: 23, anchor }) +
        (n === 9
          ? en(x, y + 59, `${alias}:`, { size: 19 }) + en(x, y + 82, who, { size: 19 })
          : en(x, y + 59, `${alias}: ${who}`, { size: 19, anchor }));
  return (
    `<path d="M${r(fromX)} ${r(fromY)}L${to.join(' ')}" stroke="${cinnabar}" stroke-width="1.8"/>` +
    zh(x, y, `${numeral(n)}号“${word}”`, { size: 28, weight: 700, anchor, fill: cinnabar }) +
    lines
  );
};
const next = dice(1919);
const slips = Array.from({ length: 50 }, (_, i) => [i + 1, slip(i + 1, next)]);

save('drawing-lots', {
  height,
  title: '俯看的圆桌：正中一碗，周围五十张号码签，九张朱色，四张旁注别名',
  defs:
    hatch('shade', { gap: 5, weight: 1 }) +
    hatch('dense', { gap: 4.4, weight: 1.5 }) +
    `<clipPath id="top"><circle cx="${cx}" cy="${cy}" r="${table - 13}"/></clipPath>`,
  body: [
    heading('抓阄取号', 'Drawing lots'),
    edge,
    boards(),
    rim,
    slips.filter(([n]) => !lit.includes(n)).map(([, s]) => s).join(''),
    slips.filter(([n]) => lit.includes(n)).map(([, s]) => s).join(''),
    bowl(),
    Object.keys(names).map((n) => label(Number(n))).join(''),
    foot(
      1228,
      '朱色九号有记载，写出名字的四号；未载之号不标名。桌、碗、纸签为示意',
      'Nine recorded numbers in cinnabar, four of them named; others bear no name. Table, bowl and slips are schematic.'
    )
  ].join('\n')
});

/** Where the named slips lie, per cent of the sheet, as the object’s regions have them. */
export const regions = Object.fromEntries(
  Object.keys(names).map((n) => {
    const [x, y] = at(angleOf(Number(n)), ring + 20);
    return [n, [((x - 54) / 1200) * 100, ((y - 54) / height) * 100, (108 / 1200) * 100, (108 / height) * 100].map((v) => Math.round(v * 10) / 10)];
  })
);
