/**
 * CX-15: two areas to one scale (C-030, C-034): a square of 2,270 km² filled with a shore, its creeks and salt pans, and in
 * it a cinnabar square of 3 km². Shapes and places are schematic; the areas are true.
 */
import { cinnabar, dice, en, foot, hatch, heading, ink, line, paper, r, river, saveTo, warm, white, zh } from '../hand/sheet.mjs';

const save = saveTo('city-memory');
const side = 900;
const [X, Y] = [56, 150];
const small = side * Math.sqrt(3 / 2270);
const next = dice(2270);
const spot = [X + 420, Y + 520];

/** The shore: land to the left, sea to the right, running from top to bottom. */
const shore = (y) => X + 640 + 46 * Math.sin(y / 118) + 24 * Math.sin(y / 41 + 1) + (y - Y) * 0.06;
const rows = Array.from({ length: 91 }, (_, i) => Y + i * 10);
const shoreLine = rows.map((y) => [shore(y), y]);
const sea = [...shoreLine, [X + side, Y + side], [X + side, Y]];

/** Lines of swell that follow the shore and thin out. */
const swell = Array.from({ length: 15 }, (_, k) => {
  const off = 15 + k * 15 + k * k * 0.25;
  let d = '';
  let y = Y + next() * 30;
  while (y < Y + side - 10) {
    const end = Math.min(Y + side - 4, y + 40 + next() * 170);
    const points = [];
    for (let at = y; at <= end; at += 10) points.push([shore(at) + off + 5 * Math.sin(at / 23 + k), at]);
    if (points.length > 2 && points.every(([x]) => x < X + side - 6)) d += line(points);
    y = end + 12 + next() * (18 + k * 6);
  }
  return d;
}).join('');

/** Dots of mud between high and low water. */
const mud = Array.from({ length: 900 }, () => {
  const y = Y + 6 + next() * (side - 12);
  const back = next() ** 1.7 * 150;
  return `M${r(shore(y) - 8 - back)} ${r(y)}h2.4`;
}).join('');

/** A creek that winds inland and branches. */
function creek(x, y, angle, length, width, depth = 0) {
  const points = [[x, y]];
  let a = angle;
  let out = '';
  for (let run = 0; run < length; run += 11) {
    a += (next() - 0.5) * 0.62 + (angle - a) * 0.16;
    x += Math.cos(a) * 11;
    y += Math.sin(a) * 11;
    points.push([x, y]);
    if (depth < 2 && run > 30 && next() > 0.88 - depth * 0.03) out += creek(x, y, a + (next() > 0.5 ? 0.8 : -0.8), (length - run) * 0.55, width * 0.55, depth + 1);
  }
  const inside = points.filter(([px, py]) => px > X + 5 && px < X + side - 5 && py > Y + 5 && py < Y + side - 5);
  if (inside.length < 3) return out;
  return out + `<path d="${line(inside)}" fill="none" stroke="${ink}" stroke-width="${r(width + 2.4)}" stroke-linecap="round" stroke-linejoin="round"/><path d="${line(inside)}" fill="none" stroke="#CFDAD6" stroke-width="${r(width)}" stroke-linecap="round" stroke-linejoin="round"/>`;
}
const creeks = [Y + 84, Y + 236, Y + 415, Y + 640, Y + 800].map((y, i) => creek(shore(y) + 6, y, Math.PI + (i % 2 ? 0.2 : -0.16), 330 + next() * 160, 9 - (i % 3) * 1.4)).join('');

/** A field of salt pans seen from above: dykes, pans in rows, some full, some dry, some heaped. */
function pans(x, y, columns, lines, w, h, lean) {
  let out = '';
  for (let row = 0; row < lines; row++) {
    for (let col = 0; col < columns; col++) {
      const px = x + col * (w + 4) + row * lean;
      const py = y + row * (h + 4);
      const fill = next();
      const d = `M${r(px)} ${r(py)}h${w}l${lean} ${h}h${-w}Z`;
      out += `<path d="${d}" fill="${white}" stroke="${ink}" stroke-width="1.2"/>`;
      if (fill < 0.34) out += `<path d="${d}" fill="${river}" fill-opacity="0.2"/><path d="M${r(px + 6)} ${r(py + h * 0.4)}h${r(w * 0.4)}M${r(px + w * 0.4)} ${r(py + h * 0.7)}h${r(w * 0.4)}" stroke="${river}" stroke-width="1"/>`;
      else if (fill < 0.55) out += `<path d="${d}" fill="url(#pale)"/>`;
      else if (fill < 0.76) {
        const cx = px + w / 2 + lean / 2;
        const cy = py + h * 0.76;
        out += `<path d="M${r(cx - 11)} ${r(cy)}L${r(cx)} ${r(cy - h * 0.5)}L${r(cx + 11)} ${r(cy)}Z" fill="${white}" stroke="${ink}" stroke-width="1.3"/><path d="M${r(cx)} ${r(cy - h * 0.5)}L${r(cx + 11)} ${r(cy)}h-8Z" fill="url(#dense)"/>`;
      }
    }
  }
  return out;
}
/** Sails of a pump mill as it stood among salt pans. */
const mill = (x, y, k) =>
  `<g transform="translate(${x} ${y}) scale(${k})" stroke="${ink}" stroke-linejoin="round"><path d="M-4 0L-2 -60H2L4 0Z" fill="${white}" stroke-width="1.8"/>${Array.from({ length: 8 }, (_, i) => {
    const a = (i * Math.PI) / 4 + 0.2;
    const at = (t, q) => `${r(Math.cos(a + t) * q)} ${r(-60 + Math.sin(a + t) * q * 0.62)}`;
    return `<path d="M0 -60L${at(0, 46)}L${at(0.42, 40)}Z" fill="${i % 2 ? 'url(#pale)' : white}" stroke-width="1.2"/>`;
  }).join('')}<circle cy="-60" r="3.5" fill="${ink}"/></g>`;

/** Tufts of reed where nothing else is. */
const reeds = Array.from({ length: 250 }, () => {
  const y = Y + 14 + next() * (side - 28);
  const x = X + 14 + next() * (shore(y) - X - 130);
  const inPans = (x > X + 20 && x < X + 356 && y > Y + 56 && y < Y + 330) || (x > X + 20 && x < X + 330 && y > Y + 690 && y < Y + 886) || (Math.abs(x - spot[0] - 15) < 62 && Math.abs(y - spot[1] - 15) < 62);
  return inPans ? '' : `M${r(x)} ${r(y)}l-4 -10M${r(x)} ${r(y)}v-13M${r(x)} ${r(y)}l4 -10M${r(x - 7)} ${r(y)}h14`;
}).join('');
const birds = [
  [X + 730, Y + 150, 1],
  [X + 770, Y + 172, 0.8],
  [X + 700, Y + 190, 0.7],
  [X + 640, Y + 470, 0.8]
]
  .map(([x, y, k]) => `<path transform="translate(${x} ${y}) scale(${k})" d="M-22 -6Q-10 -14 0 0Q10 -14 22 -6Q12 -6 3 5H-3Q-12 -6 -22 -6Z" fill="${white}" stroke="${ink}" stroke-width="1.6"/>`)
  .join('');
const boat = (x, y, k) =>
  `<g transform="translate(${x} ${y}) scale(${k})" stroke="${ink}" stroke-linejoin="round"><path d="M-46 0Q-40 15 -30 16H28Q42 12 50 -4Q20 2 -46 0Z" fill="${white}" stroke-width="2"/><path d="M-30 9H34L28 16H-30Z" fill="url(#dense)" stroke="none"/><path d="M2 0V-84M2 -80Q36 -64 34 -14H2ZM-3 -74Q-30 -52 -32 -12H-3Z" fill="${white}" stroke-width="1.8"/><path d="M2 -62H27M2 -46H32M2 -30H34M-3 -56H-20M-3 -40H-27M-3 -26H-30" fill="none" stroke-width="1"/></g>`;

const words = X + side + 54;
const scaleKm = (10 * side) / Math.sqrt(2270);
save('three-square-kilometres', {
  width: 1400,
  height: 1180,
  title: '大方框里是海岸、潮沟与盐田，中间一个很小的朱色方块；大小两块同一比例',
  defs: hatch('dense', { gap: 4, weight: 1.4 }) + hatch('pale', { gap: 7, angle: 20, weight: 0.9 }) + `<clipPath id="frame"><path d="M${X} ${Y}h${side}v${side}h${-side}Z"/></clipPath>`,
  body: [
    heading('三平方公里', 'Three square kilometres'),
    `<g clip-path="url(#frame)"><path d="M${X} ${Y}h${side}v${side}h${-side}Z" fill="${warm}" fill-opacity="0.1"/>`,
    `<path d="${line(sea, true)}" fill="${paper}"/><path d="${line(sea, true)}" fill="${river}" fill-opacity="0.17"/>`,
    `<path d="${swell}" fill="none" stroke="${river}" stroke-width="1.4" stroke-linecap="round"/>`,
    `<path d="${mud}" stroke="${ink}" stroke-width="1.3" stroke-opacity="0.75"/>`,
    creeks,
    `<path d="${line(shoreLine)}" fill="none" stroke="${ink}" stroke-width="2.4"/>`,
    `<path d="${reeds}" fill="none" stroke="${ink}" stroke-width="1.1"/>`,
    `<path d="M${X + 18} ${Y + 54}h330l30 262h-330Z" fill="${paper}"/><path d="M${X + 12} ${Y + 688}h300l26 202h-300Z" fill="${paper}"/>`,
    pans(X + 30, Y + 66, 6, 5, 48, 44, 5),
    pans(X + 24, Y + 700, 5, 4, 52, 42, 5),
    mill(X + 402, Y + 352, 1.1),
    mill(X + 372, Y + 872, 1),
    mill(X + 60, Y + 420, 0.8),
    boat(X + 800, Y + 330, 1),
    boat(X + 748, Y + 610, 0.75),
    boat(X + 836, Y + 800, 0.9),
    birds,
    '</g>',
    `<path d="M${X} ${Y}h${side}v${side}h${-side}Z" fill="none" stroke="${ink}" stroke-width="4"/><path d="M${X + 8} ${Y + 8}h${side - 16}v${side - 16}h${16 - side}Z" fill="none" stroke="${ink}" stroke-width="1.2"/>`,
    `<path d="M${spot[0] - 14} ${spot[1] - 14}h${r(small + 28)}v${r(small + 28)}h${r(-small - 28)}Z" fill="${paper}"/><rect x="${spot[0]}" y="${spot[1]}" width="${r(small)}" height="${r(small)}" fill="${cinnabar}"/>`,
    `<path d="M${r(spot[0] + small)} ${r(spot[1] + small / 2)}H${words - 14}" stroke="${cinnabar}" stroke-width="1.8" stroke-dasharray="3 5"/>`,
    zh(words, spot[1] + 2, '3平方公里', { size: 44, weight: 700, fill: cinnabar }),
    zh(words, spot[1] + 42, '开发区首期', { size: 25, weight: 700 }),
    zh(words, spot[1] + 76, '1984年12月6日批准', { size: 22 }),
    en(words, spot[1] + 106, '3 km², the first phase of the', { size: 20 }),
    en(words, spot[1] + 132, 'development area, 6 December 1984', { size: 20 }),
    `<path d="M${X + side} ${Y + 84}H${words - 14}" stroke="${ink}" stroke-width="1.8"/>`,
    zh(words, Y + 100, '2270平方公里', { size: 44, weight: 700 }),
    zh(words, Y + 140, '滨海新区', { size: 25, weight: 700 }),
    zh(words, Y + 174, '2009年底设立行政区', { size: 22 }),
    en(words, Y + 204, '2,270 km², Binhai New Area,', { size: 20 }),
    en(words, Y + 230, 'a district from the end of 2009', { size: 20 }),
    zh(words, Y + 290, '海岸线153公里', { size: 22 }),
    en(words, Y + 318, '153 km of coast', { size: 20 }),
    `<path d="M${words} ${Y + side - 6}h${r(scaleKm)}M${words} ${Y + side - 13}v14M${r(words + scaleKm)} ${Y + side - 13}v14" stroke="${ink}" stroke-width="2"/>`,
    zh(words + scaleKm + 16, Y + side, '10公里', { size: 21 }),
    en(words + scaleKm + 90, Y + side, '10 km', { size: 19 }),
    foot(1106, '两块面积同一比例；形状不是轮廓，位置不是地图，海岸与盐田为示意', 'Both areas to one scale; shapes are not outlines, places not a map. Shore and salt pans are schematic.')
  ].join('\n')
});
