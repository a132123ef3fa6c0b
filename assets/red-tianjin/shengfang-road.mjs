/**
 * BX-23: the road from Shengfang to Tianjin, a telegraph pole to the kilometre, thirty-five of them, equal on the ground and
 * so ever closer to the eye (B-055). Road, lorries and landscape are imagined; the distance is to be confirmed.
 */
import { cinnabar, dice, en, foot, hatch, ink, inkSoft, paper, r, river, saveTo, white, zh } from '../hand/sheet.mjs';

const save = saveTo('red-tianjin');

const width = 1500;
const height = 900;
const horizon = 336;
const next = dice(35);
const p = (d, weight = 2, fill = white) =>
  `<path d="${d}" fill="${fill}" stroke="${ink}" stroke-width="${r(weight)}" stroke-linejoin="round" stroke-linecap="round"/>`;

/** From the ground to the sheet: `km` along the road, `across` beside its middle; a straight road but for a slow bend. */
const away = (km) => 1 + 0.17 * km;
const view = (km, across = 0) => {
  const z = away(km);
  return [1262 - 1170 / z + (across + 70 * Math.sin(km * 0.3)) / z, horizon + 54 + 404 / z];
};

function road() {
  const kms = Array.from({ length: 140 }, (_, i) => -1.2 + (i / 139) ** 1.7 * 48);
  const edge = (across) => kms.map((km) => view(km, across));
  const d = (points) => points.map(([x, y], i) => `${i ? 'L' : 'M'}${r(x)} ${r(y)}`).join('');
  const [left, right] = [edge(-92), edge(92)];
  let stones = '';
  for (let i = 0; i < 260; i++) {
    const km = -1 + next() ** 1.8 * 20;
    const [x, y] = view(km, (next() - 0.5) * 170);
    stones += `M${r(x)} ${r(y)}h${r((5 + next() * 16) / away(km))}`;
  }
  return (
    `<path d="${d(left)}${d([...right].reverse()).replace('M', 'L')}Z" fill="${white}"/>` +
    `<path d="${d(edge(-44))}${d(edge(-30))}${d(edge(30))}${d(edge(44))}" fill="none" stroke="${ink}" stroke-width="1"/>` +
    `<path d="${stones}" stroke="${ink}" stroke-width="1.1" stroke-linecap="round"/>` +
    `<path d="${d(left)}${d(right)}" fill="none" stroke="${ink}" stroke-width="2.2" stroke-linejoin="round"/>`
  );
}

/** Poles with two arms; the wires sag from one to the next. */
function poles() {
  let wires = '';
  let out = '';
  for (let i = 34; i >= 0; i--) {
    const z = away(i);
    const [x, y] = view(i, -150);
    const h = 300 / z;
    const k = 1 / z;
    out +=
      `<path d="M${r(x)} ${r(y)}V${r(y - h)}M${r(x - 26 * k)} ${r(y - h * 0.94)}h${r(52 * k)}M${r(x - 20 * k)} ${r(y - h * 0.84)}h${r(40 * k)}" stroke="${ink}" stroke-width="${r(Math.max(1, 6.5 * k))}" stroke-linecap="round"/>` +
      (z < 3.4 ? `<path d="M${r(x - 22 * k)} ${r(y - h * 0.94)}v${r(-9 * k)}M${r(x + 22 * k)} ${r(y - h * 0.94)}v${r(-9 * k)}" stroke="${ink}" stroke-width="${r(7 * k)}"/>` : '');
    if (i === 9 || i === 19 || i === 29) {
      const km = i + 1;
      out += p(`M${r(x - 15)} ${r(y - h - 24)}h30v22h-30Z`, 1.6) + zh(x, y - h - 6, km, { size: 18, weight: 700, anchor: 'middle' });
    }
    if (i < 34) {
      const z2 = away(i + 1);
      const [x2, y2] = view(i + 1, -150);
      for (const [side, part] of [[-22, 0.97], [22, 0.97], [-17, 0.86]]) {
        const [a, b] = [[x + side * k, y - h * part], [x2 + side / z2, y2 - (300 / z2) * part]];
        wires += `M${r(a[0])} ${r(a[1])}Q${r((a[0] + b[0]) / 2)} ${r((a[1] + b[1]) / 2 + 16 * k)} ${r(b[0])} ${r(b[1])}`;
      }
    }
  }
  return `<path d="${wires}" fill="none" stroke="${ink}" stroke-width="0.9"/>${out}`;
}

/** A lorry in silhouette, driving right; people sit in the back. */
function lorry(km, seed, lamp) {
  const [x, y] = view(km, 6);
  const k = 1.06 / away(km);
  const dice2 = dice(seed);
  const heads = Array.from({ length: 7 }, (_, i) => {
    const hx = -92 + i * 17 + dice2() * 5;
    const hy = -92 - dice2() * 10;
    return `<circle cx="${r(hx)}" cy="${r(hy)}" r="7.4"/><path d="M${r(hx - 9)} -70q-1 -16 9 -16t9 16Z"/><path d="M${r(hx - 7.500)} ${r(hy - 3)}q7.500 -8 15 0Z"/>`;
  }).join('');
  const slats = [-66, -58, -50].map((v) => `M-108 ${v}H18`).join('');
  const wheel = (cx, radius = 21) =>
    `<circle cx="${cx}" cy="${-radius}" r="${radius}" fill="${ink}"/><circle cx="${cx}" cy="${-radius}" r="${radius * 0.46}" fill="${paper}"/><circle cx="${cx}" cy="${-radius}" r="${radius * 0.16}" fill="${ink}"/>`;
  return (
    `<g transform="translate(${r(x)} ${r(y)}) scale(${k.toFixed(3)})"><path d="M-120 2H128l22 7H-104Z" fill="url(#dense)"/><g fill="${ink}" stroke="${ink}" stroke-width="1.5" stroke-linejoin="round">${heads}` +
    `<path d="M-112 -72H22V-36H-112Z"/><path d="M-116 -38H122v12H-116Z"/><path d="M26 -108q2 -6 8 -6h32q7 0 10 8l8 28v44H26Z"/><path d="M82 -76l32 3q12 2 12 14v23H80Z"/><path d="M122 -44h8v14h-8Z"/><path d="M84 -40q4 -22 26 -22t24 20l4 6h-54Z"/></g>` +
    `<path d="M34 -104h28l8 26H34Z" fill="${paper}"/><path d="${slats}" stroke="${paper}" stroke-width="1.6"/><path d="M-84 -72v34M-56 -72v34M-28 -72v34" stroke="${paper}" stroke-width="1.2"/><path d="M90 -66l-2 24M98 -65v23M106 -64l1 22" stroke="${paper}" stroke-width="1.4"/>` +
    `${wheel(-72)}${wheel(96)}<circle cx="124" cy="-58" r="6.500" fill="${lamp ? cinnabar : paper}" stroke="${ink}" stroke-width="2"/>${lamp ? `<path d="M136 -60l44 -9M137 -56h50M136 -52l44 11" stroke="${cinnabar}" stroke-width="2.4" stroke-linecap="round"/>` : ''}</g>`
  );
}

/** The town one leaves: low roofs, walls, bare trees. */
function town() {
  const house = (x, y, w, h, roof, tone) => {
    const tiles = Array.from({ length: Math.floor(w / 9) }, (_, i) => `M${r(x + 5 + i * 9)} ${y - h + 3}l${r((w / 2 - 5 - i * 9) * 0.1)} ${-roof + 4}`).join('');
    return (
      p(`M${x} ${y - h}h${w}V${y}h${-w}Z`, 2) +
      `<path d="M${r(x + w * 0.55)} ${y - h}h${r(w * 0.45)}V${y}h${r(-w * 0.45)}Z" fill="#E6DFD3"/><path d="M${r(x + w * 0.55)} ${y - h}h${r(w * 0.45)}V${y}h${r(-w * 0.45)}Z" fill="url(#${tone})"/>` +
      p(`M${x - 10} ${y - h + 4}Q${r(x + w * 0.1)} ${y - h - 2} ${r(x + w * 0.13)} ${y - h - roof}H${r(x + w * 0.87)}Q${r(x + w * 0.9)} ${y - h - 2} ${x + w + 10} ${y - h + 4}Z`, 2) +
      `<path d="${tiles}" stroke="${ink}" stroke-width="1"/>` +
      p(`M${r(x + w * 0.12)} ${y - h - roof}H${r(x + w * 0.88)}`, 3.6, 'none') +
      p(`M${r(x + w * 0.16)} ${r(y - h * 0.66)}h${r(w * 0.2)}v${r(h * 0.34)}h${r(-w * 0.2)}ZM${r(x + w * 0.26)} ${r(y - h * 0.66)}v${r(h * 0.34)}`, 1.4, 'url(#dense)') +
      p(`M${r(x + w * 0.46)} ${r(y - h * 0.7)}h${r(w * 0.17)}V${y}h${r(-w * 0.17)}Z`, 1.6, 'url(#dense)')
    );
  };
  const tree = (x, y, h) => {
    const grow = (bx, by, angle, length, depth) => {
      const [ex, ey] = [bx + Math.cos(angle) * length, by + Math.sin(angle) * length];
      const own = `<path d="M${r(bx)} ${r(by)}L${r(ex)} ${r(ey)}" stroke="${ink}" stroke-width="${r(0.7 + depth * 1.15)}" stroke-linecap="round"/>`;
      if (depth === 0) return own;
      return own + grow(ex, ey, angle - 0.28 - next() * 0.26, length * (0.68 + next() * 0.12), depth - 1) + grow(ex, ey, angle + 0.24 + next() * 0.3, length * (0.66 + next() * 0.14), depth - 1);
    };
    return grow(x, y, -Math.PI / 2 + (next() - 0.5) * 0.16, h * 0.3, 5);
  };
  return (
    tree(64, 470, 210) +
    house(24, 500, 108, 54, 30, 'shade') +
    house(150, 482, 92, 46, 26, 'dense') +
    tree(262, 500, 190) +
    house(96, 560, 150, 66, 38, 'shade') +
    p('M250 560V520H330V560ZM262 520q0 -12 10 -14h36q10 2 10 14M282 560V534h20v26', 1.8) +
    tree(352, 556, 150) +
    p('M20 566H372', 2.2, 'none')
  );
}

/** The city on the skyline: blocks, chimneys, a truss. */
function city() {
  const base = horizon + 54;
  let out = '';
  const block = (x, w, h) => p(`M${x} ${base}V${base - h}h${w}V${base}`, 1.7, '#D9D2C5') + `<path d="M${x} ${base}V${base - h}h${w}V${base}Z" fill="url(#dense)"/>`;
  for (const [x, w, h] of [[1092, 34, 30], [1122, 22, 52], [1150, 40, 38], [1196, 26, 68], [1226, 46, 44], [1280, 30, 58], [1314, 52, 34], [1372, 28, 50], [1404, 44, 30], [1450, 34, 42]]) out += block(x, w, h);
  const chimney = (x, h) => p(`M${x} ${base - 20}l3 ${-h}h8l3 ${h}Z`, 1.6, ink) + `<path d="M${x + 7} ${base - h - 26}q10 -14 26 -9t30 -8" fill="none" stroke="${ink}" stroke-width="1.3"/>`;
  const truss = Array.from({ length: 8 }, (_, i) => `M${1000 + i * 12} ${base}l6 -15l6 15`).join('');
  return out + chimney(1140, 92) + chimney(1250, 118) + chimney(1352, 84) + `<path d="M994 ${base}H1098M1000 ${base - 15}H1092${truss}" fill="none" stroke="${ink}" stroke-width="1.5"/>`;
}

/** Marsh on both sides: level water strokes and reeds, thick in front. */
function marsh() {
  let water = '';
  let wash = '';
  const pools = [[470, 520, 170], [1120, 560, 260], [1280, 690, 200], [880, 470, 110], [560, 446, 80], [170, 690, 130], [1010, 800, 160], [1390, 500, 100]];
  for (const [x, y, w] of pools) {
    wash += `<path d="M${x - w} ${y}Q${x - w * 0.4} ${r(y - w * 0.12)} ${x + w * 0.2} ${r(y - w * 0.09)}T${x + w} ${r(y + w * 0.03)}Q${x + w * 0.3} ${r(y + w * 0.16)} ${x - w * 0.3} ${r(y + w * 0.13)}T${x - w} ${y}Z" fill="${river}" fill-opacity="0.16"/>`;
    for (let i = 0; i < 9; i++) {
      const yy = y - w * 0.07 + i * w * 0.024;
      const half = w * (0.9 - Math.abs(i - 4) * 0.14);
      water += `M${r(x - half + next() * w * 0.4)} ${r(yy)}h${r(half * (0.4 + next() * 0.8))}`;
    }
  }
  let reeds = '';
  let plumes = '';
  const clump = (x, y, h, n) => {
    for (let i = 0; i < n; i++) {
      const [bx, lean] = [x + (next() - 0.5) * n * h * 0.055, (next() - 0.4) * h * 0.4];
      const top = y - h * (0.62 + next() * 0.5);
      reeds += `M${r(bx)} ${r(y + next() * 6)}Q${r(bx + lean * 0.2)} ${r((y + top) / 2)} ${r(bx + lean)} ${r(top)}`;
      if (next() > 0.35) plumes += `M${r(bx + lean)} ${r(top)}q${r(h * 0.09)} ${r(-h * 0.02)} ${r(h * 0.1)} ${r(h * 0.13)}q${r(-h * 0.07)} ${r(h * 0.02)} ${r(-h * 0.1)} ${r(-h * 0.13)}Z`;
      if (next() > 0.5) reeds += `M${r(bx + lean * 0.4)} ${r(y - (y - top) * 0.42)}q${r(h * 0.1)} ${r(-h * 0.12)} ${r(h * 0.2)} ${r(-h * 0.05)}`;
    }
  };
  for (const [x, y, h, n] of [[60, 812, 150, 26], [190, 770, 100, 16], [1330, 800, 170, 30], [1450, 770, 140, 20], [1180, 812, 110, 18], [880, 812, 80, 10], [1000, 640, 62, 14], [1240, 620, 58, 14], [430, 560, 48, 12], [600, 500, 38, 10], [1420, 590, 60, 12], [1180, 480, 28, 10]]) clump(x, y, h, n);
  return `${wash}<path d="${water}" stroke="${river}" stroke-width="1.4" stroke-linecap="round"/><path d="${reeds}" fill="none" stroke="${ink}" stroke-width="1.5" stroke-linecap="round"/><path d="${plumes}" fill="${white}" stroke="${ink}" stroke-width="1.2"/>`;
}

const fields = Array.from({ length: 90 }, () => {
  const y = horizon + 62 + next() ** 1.6 * 420;
  return `M${r(next() * 1500)} ${r(y)}h${r(10 + next() * 50 * (0.3 + (y - horizon) / 420))}`;
}).join('');
const sky = Array.from({ length: 46 }, (_, i) => {
  const y = 212 + (i % 13) * 11.5;
  const x = 420 + next() * 940;
  return `M${r(x)} ${r(y)}h${r(40 + next() * 190)}`;
}).join('');
const geese = Array.from({ length: 11 }, (_, i) => {
  const k = i < 6 ? i : -(i - 5);
  const [x, y] = [1010 - Math.abs(k) * 26, 226 + k * 13];
  return `M${r(x - 8)} ${r(y - 4)}q5 -3 8 3q4 -6 9 -4`;
}).join('');

save('shengfang-road', {
  width,
  height,
  title: '一条路由胜芳弯向天际的天津，路旁三十五根电杆，一列卡车的剪影行在路上',
  defs: hatch('shade', { gap: 5.4, weight: 1.1 }) + hatch('dense', { gap: 4, weight: 1.4 }),
  body: [
    `<path d="${sky}" stroke="${ink}" stroke-width="0.9" stroke-opacity="0.6" stroke-linecap="round"/>`,
    `<path d="${geese}" fill="none" stroke="${ink}" stroke-width="1.7" stroke-linecap="round"/>`,
    city(),
    `<path d="M0 ${horizon + 55}H1500" stroke="${ink}" stroke-width="1.8"/>`,
    `<path d="${fields}" stroke="${ink}" stroke-width="1" stroke-linecap="round"/>`,
    town(),
    marsh(),
    road(),
    poles(),
    [21, 15, 10.8, 7.6, 5, 2.9, 1.1].map((km, i) => lorry(km, 60 + i, i === 6)).join(''),
    zh(56, 70, '胜芳到天津', { size: 36, weight: 700, spacing: 2 }),
    en(56, 102, 'From Shengfang to Tianjin', { size: 21 }),
    zh(60, 232, '胜芳', { size: 32, weight: 700 }),
    en(60, 260, 'Shengfang', { size: 20 }),
    zh(1444, 160, '天津', { size: 34, weight: 700, anchor: 'end' }),
    en(1444, 190, 'Tianjin', { size: 21, anchor: 'end' }),
    zh(700, 104, '约35公里，一杆一公里', { size: 28, weight: 700, anchor: 'middle' }),
    en(700, 134, 'about 35 km, a pole to the kilometre; to be confirmed', { size: 19, anchor: 'middle' }),
    `<rect x="0" y="826" width="1500" height="74" fill="${paper}"/>`,
    foot(
      858,
      '里程为通行约数，待核；道路、车辆与两地景物为示意',
      'The distance is a round figure, to be confirmed; road, lorries and landscape are schematic'
    ),
    zh(1444, 858, '接管干部，1948年12月—1949年1月', { size: 19, anchor: 'end', fill: inkSoft })
  ].join('\n')
});
