/**
 * AX-23: the International Bridge open, with a steamer in the gap. Lengths are true (A-071: 97.64 m over all,
 * centre span 46.94 m, side spans a little over 24 m); heights and the opening angle are schematic.
 */
import { cinnabar, dimension, en, hatch, ink, inkSoft, line, r, river, saveTo, water, white, zh } from '../hand/sheet.mjs';

const save = saveTo('northern-port');

const u = 10.6; // units a metre
const whole = 97.64 * u;
const centre = 46.94 * u;
const middle = 600;
const x0 = middle - whole / 2;
const x1 = middle + whole / 2;
const left = middle - centre / 2;
const right = middle + centre / 2;
const sideClear = 24.35 * u; // between the faces of abutment and pier: “24 m and over”
const deck = 334;
const level = 432;
const open = 61;

const curveOf = (n, f) => Array.from({ length: n + 1 }, (_, i) => f(i / n));
const stroke = (d, weight, more = 'fill="none"') =>
  `<path d="${d}" ${more} stroke="${ink}" stroke-width="${weight}" stroke-linejoin="round" stroke-linecap="round"/>`;
const nodes = (points) => points.map(([x, y]) => `<circle cx="${r(x)}" cy="${r(y)}" r="2.6" fill="${ink}"/>`).join('');

/** Handrail: two rails on posts, standing on y from a to b. */
function rail(a, b, y, n) {
  let posts = '';
  for (let i = 0; i <= n; i++) posts += `M${r(a + ((b - a) * i) / n)} ${y}v-15`;
  return stroke(`M${r(a)} ${y - 15}H${r(b)}M${r(a)} ${y - 8}H${r(b)}${posts}`, 1.1);
}

/** One leaf with its pivot at the origin, lying towards +x; the tail with its weight behind. */
function leaf() {
  const length = centre / 2;
  const n = 8;
  const depth = (t) => 15 + 41 * (1 - t) ** 1.5;
  const bottom = curveOf(24, (t) => [length * t, 8 + depth(t)]);
  let web = '';
  const joints = [];
  for (let i = 0; i <= n; i++) {
    const [a, b] = [(length * i) / n, (length * (i + 1)) / n];
    const [da, db] = [8 + depth(i / n), 8 + depth((i + 1) / n)];
    joints.push([a, 9], [a, da]);
    web += `M${r(a)} 8V${r(da)}`;
    if (i < n) web += i % 2 ? `M${r(a)} ${r(da)}L${r(b)} 9` : `M${r(a)} 9L${r(b)} ${r(db)}`;
  }
  const tail = 'M0 0H-46L-56 10V60Q-54 66 -46 66H-22Q-10 66 0 58Z';
  return (
    `<path d="${line([[0, 0], [length, 0], ...bottom.reverse()], true)}" fill="${white}"/>` +
    stroke(web, 1.9) +
    `<path d="M0 0H${r(length)}V8H0Z" fill="${white}" stroke="${ink}" stroke-width="2.2"/>` +
    stroke(line(bottom), 4.6) +
    `<path d="${line(bottom)}" fill="none" stroke="${white}" stroke-width="1.2"/>` +
    stroke(`M${r(length)} 8V${r(8 + depth(1))}`, 2.4) +
    nodes(joints.slice(2)) +
    `<path d="${tail}" fill="${white}"/>` +
    stroke(tail, 2.4, 'fill="url(#dense)"') +
    rail(14, length - 3, 0, 22)
  );
}

/** A fixed side span between a and b, its lower chord an arch. */
function sideSpan(a, b) {
  const n = 8;
  const depth = (t) => 20 + 40 * Math.abs(2 * t - 1) ** 2;
  const bottom = curveOf(28, (t) => [a + (b - a) * t, deck + 9 + depth(t)]);
  let web = '';
  const joints = [];
  for (let i = 0; i <= n; i++) {
    const [p, q] = [a + ((b - a) * i) / n, a + ((b - a) * (i + 1)) / n];
    const [dp, dq] = [deck + 9 + depth(i / n), deck + 9 + depth((i + 1) / n)];
    web += `M${r(p)} ${deck + 9}V${r(dp)}`;
    if (i && i < n) joints.push([p, dp], [p, deck + 10]);
    if (i < n) web += i < n / 2 ? `M${r(p)} ${r(dp)}L${r(q)} ${deck + 9}` : `M${r(p)} ${deck + 9}L${r(q)} ${r(dq)}`;
  }
  return (
    `<path d="${line([[a, deck], [b, deck], ...bottom.slice().reverse()], true)}" fill="${white}"/>` +
    stroke(web, 1.9) +
    stroke(line(bottom), 4.6) +
    `<path d="${line(bottom)}" fill="none" stroke="${white}" stroke-width="1.2"/>` +
    `<path d="M${r(a)} ${deck}H${r(b)}v9H${r(a)}Z" fill="${white}" stroke="${ink}" stroke-width="2.2"/>` +
    nodes(joints) +
    rail(a, b, deck, 26)
  );
}

/** Courses of dressed stone inside a trapezium. */
function masonry(xTop0, xTop1, y0, xLow0, xLow1, y1, course, block) {
  let d = '';
  const rows = Math.round((y1 - y0) / course);
  for (let i = 0; i < rows; i++) {
    const [ta, tb] = [i / rows, (i + 1) / rows];
    const mix = (p, q, t) => p + (q - p) * t;
    const y = mix(y0, y1, tb);
    const [l, m] = [mix(xTop0, xLow0, tb), mix(xTop1, xLow1, tb)];
    if (i < rows - 1) d += `M${r(l)} ${r(y)}H${r(m)}`;
    for (let x = mix(xTop0, xLow0, ta) + (i % 2 ? block : block / 2); x < mix(xTop1, xLow1, ta) - 4; x += block)
      d += `M${r(x)} ${r(mix(y0, y1, ta))}V${r(y)}`;
  }
  return stroke(d, 1.1);
}

function pier(x) {
  const top = deck + 66;
  const foot = level + 34;
  return (
    `<path d="M${x - 20} ${top}H${x + 20}L${x + 27} ${foot}H${x - 27}Z" fill="${white}"/><path d="M${x + 4} ${top}H${x + 20}L${x + 27} ${foot}H${x + 4}Z" fill="url(#shade)"/>` +
    masonry(x - 20, x + 20, top, x - 27, x + 27, foot, 12, 19) +
    stroke(`M${x - 20} ${top}L${x - 27} ${foot}M${x + 20} ${top}L${x + 27} ${foot}`, 2.4) +
    `<path d="M${x - 26} ${top - 10}H${x + 26}V${top}H${x - 26}Z" fill="${white}" stroke="${ink}" stroke-width="2.2"/>` +
    `<path d="M${x - 15} ${top - 10}L${x - 9} ${deck + 12}H${x + 9}L${x + 15} ${top - 10}Z" fill="${white}" stroke="${ink}" stroke-width="2.2"/>` +
    stroke(
      `M${x - 12} ${deck + 42}H${x + 12}M${x - 10.5} ${deck + 28}L${x + 12} ${deck + 42}M${x + 10.5} ${deck + 28}L${x - 12} ${deck + 42}`,
      1.5
    )
  );
}

/** Abutment and the quay running off the sheet; s is −1 to the left, 1 to the right. */
function bank(x, s) {
  const end = s < 0 ? -80 : 1280;
  const back = x + s * 46;
  const foot = level + 34;
  const span = (a, b) => [Math.min(a, b), Math.max(a, b)];
  const [a, b] = span(x, back);
  const [c, d] = span(back, end);
  return (
    `<path d="M${r(a)} ${deck - 4}H${r(b)}V${foot}H${r(a)}Z" fill="${white}"/><path d="M${r(a)} ${deck - 4}H${r(b)}V${foot}H${r(a)}Z" fill="url(#shade)"/>` +
    masonry(a, b, deck + 10, a, b, foot, 15, 23) +
    stroke(`M${r(a)} ${deck - 4}V${foot}M${r(b)} ${deck - 4}V${foot}`, 2.4) +
    `<path d="M${r(c)} ${deck + 26}H${r(d)}V${foot - 16}H${r(c)}Z" fill="${white}"/>` +
    masonry(c, d, deck + 36, c, d, foot - 16, 17, 31) +
    `<path d="M${r(c)} ${deck + 24}H${r(d)}v10H${r(c)}Z" fill="${white}" stroke="${ink}" stroke-width="2"/>` +
    `<path d="M${r(a - 5)} ${deck - 8}H${r(b + 5)}v14H${r(a - 5)}Z" fill="${white}" stroke="${ink}" stroke-width="2.2"/>` +
    `<path d="M${r((a + b) / 2 - 12)} ${deck - 8}v-34h24v34Z" fill="${white}" stroke="${ink}" stroke-width="2.2"/><path d="M${r((a + b) / 2 + 2)} ${deck - 8}v-34h10v34Z" fill="url(#shade)"/><path d="M${r((a + b) / 2 - 17)} ${deck - 42}h34l-6 -9h-22Z" fill="${white}" stroke="${ink}" stroke-width="2.2"/>` +
    stroke(
      [0.3, 0.75]
        .map((t) => {
          const bx = back + (end - back) * t;
          return `M${r(bx - 3)} ${deck + 24}v-11m-3 0h12m-3 0v11`;
        })
        .join(''),
      2
    )
  );
}

const lamp = (x) =>
  stroke(`M${x} ${deck - 1}v-58M${x - 4} ${deck - 1}h8M${x - 11} ${deck - 52}q1 -9 11 -9t11 9`, 1.9) +
  [x - 11, x + 11]
    .map((cx) => `<circle cx="${cx}" cy="${deck - 47}" r="4.4" fill="${white}" stroke="${ink}" stroke-width="1.7"/>`)
    .join('');

/** A walker on the deck; robe or short coat. */
const walker = (x, h, s = 1, robe = true) =>
  `<g transform="translate(${x} ${deck - 1}) scale(${(s * h) / 24} ${h / 24})" stroke="${ink}" stroke-width="1.6" stroke-linejoin="round" stroke-linecap="round"><circle cx="0" cy="-21" r="2.7" fill="${ink}" stroke="none"/>${
    robe
      ? `<path d="M-3 -17q3 -2 6 0l2.4 14h-10.4z" fill="${white}"/><path d="M-2 -3v3M2.5 -3v3M3 -15l2.5 6" fill="none"/>`
      : `<path d="M-3.4 -17q3.4 -2 6.8 0l.8 9h-8.4z" fill="${ink}"/><path d="M-2 -8l-2.4 8M2 -8l2.8 8M3 -15l4 5" fill="none"/>`
  }</g>`;

function smoke() {
  const puff =
    'M-9 -252C-26 -262 -16 -280 -2 -277C-10 -296 12 -306 20 -294C22 -316 50 -318 52 -300C64 -322 96 -316 92 -298C112 -314 138 -300 128 -288C150 -294 168 -284 158 -276C140 -268 128 -276 118 -272C104 -262 92 -272 82 -268C66 -256 54 -268 44 -264C34 -252 22 -260 12 -252Z';
  const curls =
    'M0 -262C-6 -268 0 -276 6 -270M24 -276C18 -288 34 -294 36 -282M58 -284C54 -298 74 -300 72 -286M94 -286C94 -296 110 -296 108 -286M132 -282q8 -5 14 -1';
  return `<g transform="translate(-2 -25) scale(0.6 0.9)"><path d="${puff}" fill="${white}" stroke="${ink}" stroke-width="2.3" stroke-linejoin="round"/><path d="${curls}" fill="none" stroke="${ink}" stroke-width="1.8" stroke-linecap="round"/></g>`;
}

/** The steamer seen from ahead. It stands for no particular ship. */
function steamer() {
  const p = (d, weight = 2.1, fill = white) =>
    `<path d="${d}" fill="${fill}" stroke="${ink}" stroke-width="${weight}" stroke-linejoin="round" stroke-linecap="round"/>`;
  const both = (f) => f(-1) + f(1);
  const windows = [-44, -26, 0, 26, 44].map((x) => `M${x - 6} -142h12v12h-12Z`).join('');
  return `<g transform="translate(${middle} ${level})">
${p('M0 -372V-120M-26 -316H26M-18 -280H18', 2.6, 'none')}${p('M0 -366L-64 -112M0 -366L64 -112M0 -316L-42 -112M0 -316L42 -112M-26 -316L0 -344L26 -316', 1.1, 'none')}
${smoke()}
${p('M-17 -166L-15 -250H15L17 -166Z')}${p('M2 -166V-250H15L17 -166Z', 0.1, 'url(#shade)')}<path d="M-15.8 -222H15.8L16.4 -202H-16.4Z" fill="${cinnabar}" stroke="${ink}" stroke-width="2"/>${p('M-17 -250H17V-255H-17Z', 2)}
${both((s) => p(`M${s * 86} -138q${s * 1} 16 ${-s * 11} 16q${-s * 12} 0 ${-s * 11} -16Z`, 1.9) + p(`M${s * 89} -118V-146q0 -7 ${-s * 9} -6M${s * 61} -118v-26`, 1.7, 'none'))}
${p('M-40 -166H40V-186H-40Z')}${p('M-44 -186H44V-192H-44Z', 2)}${p('M-34 -182h12v11h-12ZM-15 -182h12v11h-12ZM3 -182h12v11h-12ZM22 -182h12v11h-12Z', 1.5, 'url(#dense)')}
${p('M-78 -166H78M-78 -156H78M-78 -166V-148M78 -166V-148M-62 -166v10M62 -166v10', 1.7, 'none')}
${p('M-60 -156H60V-120H-60Z')}${p(windows, 1.5, 'url(#dense)')}
${p('M-88 -112C-50 -104 -20 -100 0 -100C20 -100 50 -104 88 -112C87 -76 78 -34 56 24H-56C-78 -34 -87 -76 -88 -112Z', 2.6)}
<path d="M0 -100C20 -100 50 -104 88 -112C87 -76 78 -34 56 24H0Z" fill="url(#shade)"/>
${p('M-86 -94C-48 -85 -18 -82 0 -82C18 -82 48 -85 86 -94', 1.7, 'none')}${p('M0 -100V24', 3, 'none')}${p('M-62 2Q-30 6 0 6T62 2', 1.6, 'none')}
${both((s) => p(`M${s * 34} -68a5 5 0 1 0 .1 0Z`, 1.9) + p(`M${s * 34} -62V-42M${s * 34 - 9} -47q9 12 18 0M${s * 34 - 5} -55h10`, 2.1, 'none'))}
${p('M-88 -112v-13M-66 -108v-13M-44 -105v-13M-22 -102v-13M0 -100v-14M22 -102v-13M44 -105v-13M66 -108v-13M88 -112v-13M-88 -125C-50 -117 -20 -114 0 -114C20 -114 50 -117 88 -125', 1.3, 'none')}
</g>`;
}

/** A river junk under one battened sail, small, to the side. */
const junk = (x, y, k) =>
  `<g transform="translate(${x} ${y}) scale(${k})" stroke="${ink}" stroke-width="${r(1.9 / k)}" stroke-linejoin="round" stroke-linecap="round"><path d="M2 -6V-96" fill="none"/><path d="M4 -90Q34 -76 36 -22L-22 -26Q-20 -70 4 -90Z" fill="${white}"/><path d="M-11 -74L20 -76M-18 -58L30 -58M-21 -42L35 -40" fill="none"/><path d="M-52 -18Q-44 -8 -34 -8H34Q46 -10 54 -24Q52 2 38 10H-36Q-50 0 -52 -18Z" fill="${white}"/><path d="M-46 -4H48Q44 6 38 10H-36Q-42 6 -46 -4Z" fill="url(#shade)" stroke="none"/><path d="M18 -8v-10h22v8" fill="${white}"/></g>`;

const gull = (x, y, k) =>
  `<path d="M${x - 9 * k} ${y - 3 * k}q${5 * k} ${-5 * k} ${9 * k} ${2 * k}q${4 * k} ${-7 * k} ${9 * k} ${-3 * k}" fill="none" stroke="${ink}" stroke-width="1.5" stroke-linecap="round"/>`;

const wash = `<path d="M-80 ${level}H1280V${level + 46}Q1080 ${level + 54} 960 ${level + 48}T720 ${level + 50}T480 ${level + 48}T240 ${level + 50}T-80 ${level + 48}Z" fill="${river}" fill-opacity="0.13"/>`;
const swing = (() => {
  const l = centre / 2;
  const a = (open * Math.PI) / 180;
  const [tx, ty] = [l * Math.cos(a), l * Math.sin(a)];
  return `<path d="M${middle} ${deck}A${r(l)} ${r(l)} 0 0 0 ${r(left + tx)} ${r(deck - ty)}M${middle} ${deck}A${r(l)} ${r(l)} 0 0 1 ${r(right - tx)} ${r(deck - ty)}" fill="none" stroke="${inkSoft}" stroke-width="1.6" stroke-dasharray="2 7" stroke-linecap="round"/><path d="M${r(left + 20)} ${deck}H${r(right - 20)}" fill="none" stroke="${inkSoft}" stroke-width="1.4" stroke-dasharray="11 7"/>`;
})();
const pivot = (x) =>
  `<circle cx="${r(x)}" cy="${deck + 8}" r="13" fill="${white}" stroke="${ink}" stroke-width="2.4"/><circle cx="${r(x)}" cy="${deck + 8}" r="4" fill="${ink}"/>`;
const bow = `<path d="M${middle - 62} ${level + 14}q-30 2 -46 14M${middle + 62} ${level + 14}q30 2 46 14M${middle - 58} ${level + 24}q58 16 116 0M${middle - 84} ${level + 30}q24 8 44 6M${middle + 84} ${level + 30}q-24 8 -44 6" fill="none" stroke="${river}" stroke-width="2" stroke-linecap="round"/>`;
const scale = `<path d="M${r(x0)} 678h${r(20 * u)}M${r(x0)} 672v12M${r(x0 + 5 * u)} 674v8M${r(x0 + 10 * u)} 672v12M${r(x0 + 20 * u)} 672v12" fill="none" stroke="${ink}" stroke-width="1.6"/><path d="M${r(x0)} 675.5h${r(5 * u)}v5h-${r(5 * u)}ZM${r(x0 + 10 * u)} 675.5h${r(10 * u)}v5h-${r(10 * u)}Z" fill="${ink}"/>`;

save('international-bridge', {
  x: -80,
  y: 42,
  width: 1360,
  height: 680,
  ground: null,
  title: '万国桥立面：中孔双叶开启，一艘轮船正驶过；全长97.64米，中孔46.94米，边孔24米余',
  defs: hatch('shade', { gap: 5.5, weight: 1.1 }) + hatch('dense', { gap: 5, weight: 1.7 }),
  body: [
    swing,
    bank(x0, -1),
    bank(x1, 1),
    sideSpan(x0, x0 + sideClear + 10),
    sideSpan(x1 - sideClear - 10, x1),
    wash,
    junk(232, level + 7, 0.6),
    steamer(),
    water(-80, 1280, level + 9, 4, {
      seed: 21,
      skip: (a, b, y) =>
        [
          [left, 30],
          [right, 30],
          [middle, y < level + 30 ? 66 : 20],
          [232, y < level + 20 ? 44 : 0]
        ].some(([x, half]) => a < x + half && b > x - half)
    }),
    bow,
    pier(r(left)),
    pier(r(right)),
    `<g transform="translate(${r(left)} ${deck}) rotate(${-open})">${leaf()}</g><g transform="translate(${r(right)} ${deck}) scale(-1 1) rotate(${-open})">${leaf()}</g>`,
    pivot(left),
    pivot(right),
    [130, 205, 280].map(lamp).join(''),
    [920, 995, 1070].map(lamp).join(''),
    walker(152, 24),
    walker(166, 23, -1, false),
    walker(238, 24, 1, false),
    walker(252, 16),
    walker(1032, 24, -1),
    walker(1046, 24, -1, false),
    walker(958, 23),
    gull(430, 96, 1),
    gull(400, 122, 0.75),
    gull(806, 150, 0.8),
    dimension(x0, x0 + sideClear, 540, '边孔24米余', 'side span, over 24 m', { size: 26 }),
    dimension(left, right, 540, '中孔46.94米', 'centre span, 46.94 m', { size: 26 }),
    dimension(x1 - sideClear, x1, 540, '边孔24米余', 'side span, over 24 m', { size: 26 }),
    dimension(x0, x1, 614, '全长97.64米', 'over all, 97.64 m', { size: 26 }),
    scale,
    en(x0 + 20 * u + 12, 685, '20 m', { size: 21 }),
    zh(x1, 677, '长度依比例，高度与开启角为示意', { size: 21, anchor: 'end', fill: inkSoft }),
    en(x1, 702, 'Lengths to scale; heights and opening angle are schematic', { size: 20, anchor: 'end' })
  ].join('\n')
});
