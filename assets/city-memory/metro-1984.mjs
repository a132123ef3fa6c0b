/**
 * CX-17: a long section of street and tunnel with eight platforms at equal distances, without names (C-032). What stands
 * above is any street; a train waits at one platform.
 */
import { cinnabar, dice, dimension, en, foot, hatch, heading, ink, r, river, saveTo, warm, white, zh } from '../hand/sheet.mjs';

const save = saveTo('city-memory');
const width = 1800;
const street = 470;
const roof = 566;
const floor = 690;
const next = dice(7047);
const p = (d, weight = 2, fill = white) => `<path d="${d}" fill="${fill}" stroke="${ink}" stroke-width="${weight}" stroke-linejoin="round" stroke-linecap="round"/>`;
const station = (i) => 140 + i * 217;

/** A row of houses: flats, a workshop with a saw-tooth roof, a gate-house, a chimney. */
function house(x, w, h, kind) {
  const top = street - h;
  const windows = (rows, cols, y0, ww, wh) =>
    Array.from({ length: rows * cols }, (_, n) => {
      const cx = x + ((n % cols) + 0.5) * (w / cols);
      const y = y0 + Math.floor(n / cols) * (wh + 17);
      return `M${r(cx - ww / 2)} ${r(y)}h${ww}v${wh}h${-ww}ZM${r(cx)} ${r(y)}v${wh}M${r(cx - ww / 2)} ${r(y + wh / 2)}h${ww}`;
    }).join('');
  const body = p(`M${x} ${top}h${w}V${street}h${-w}Z`, 2) + `<path d="M${r(x + w * 0.8)} ${top}h${r(w * 0.2)}V${street}h${r(-w * 0.2)}Z" fill="url(#pale)"/>`;
  if (kind === 'flats') return body + p(`M${x - 5} ${top}h${w + 10}v-8h${-w - 10}Z`, 1.6) + p(windows(Math.floor((h - 30) / 45), Math.round(w / 44), top + 20, 22, 28), 1.2, 'url(#pane)') + p(`M${r(x + w / 2 - 11)} ${street}v-34h22v34`, 1.6);
  if (kind === 'works') {
    const n = Math.round(w / 52);
    const teeth = Array.from({ length: n }, (_, i) => `M${r(x + (i * w) / n)} ${top}v-30l${r(w / n)} 30Z`).join('');
    return body + p(teeth, 1.8, 'url(#pale)') + p(windows(1, n, top + 22, 30, 34), 1.2, 'url(#pane)') + p(`M${r(x + w * 0.86)} ${top - 12}l3 -118h16l3 118Z`, 2) + `<path d="M${r(x + w * 0.86 + 13)} ${top - 130}h6l3 118h-9Z" fill="url(#dense)"/>` + p(`M${r(x + w * 0.86 + 1)} ${top - 130}h20v-7h-20Z`, 1.6);
  }
  const eave = `M${x - 14} ${top}Q${r(x + w * 0.14)} ${top - 8} ${r(x + w * 0.18)} ${top - 34}H${r(x + w * 0.82)}Q${r(x + w * 0.86)} ${top - 8} ${x + w + 14} ${top}Z`;
  return body + p(eave, 2, 'url(#dense)') + p(windows(1, Math.max(2, Math.round(w / 46)), top + 18, 22, 28), 1.2, 'url(#pane)');
}
const row = [
  [20, 150, 148, 'flats'],
  [190, 112, 62, 'old'],
  [330, 176, 74, 'works'],
  [540, 128, 178, 'flats'],
  [690, 108, 64, 'old'],
  [830, 196, 138, 'flats'],
  [1056, 118, 66, 'old'],
  [1206, 204, 78, 'works'],
  [1440, 138, 162, 'flats'],
  [1608, 150, 64, 'old']
]
  .map((one) => house(...one))
  .join('');

/** A street tree: a rounded crown of short strokes. */
function tree(x, k) {
  const strokes = Array.from({ length: 30 }, () => {
    const a = next() * Math.PI * 2;
    const q = Math.sqrt(next()) * 34;
    return `M${r(Math.cos(a) * q)} ${r(-76 + Math.sin(a) * q)}q5 -6 10 1`;
  }).join('');
  return `<g transform="translate(${x} ${street}) scale(${k})">${p('M-4 0Q0 -22 -2 -48h6q-2 22 3 48Z', 1.8)}${p('M0 -116c22 -2 38 14 38 40c2 24 -16 38 -38 38s-40 -14 -38 -38c-2 -26 14 -42 38 -40Z', 1.7)}<path d="${strokes}" fill="none" stroke="${ink}" stroke-width="1.2"/></g>`;
}
const trees = [176, 316, 520, 684, 812, 1040, 1190, 1424, 1592, 1776].map((x, i) => tree(x, 0.78 + (i % 3) * 0.09)).join('');

/** A rider seen from the side, facing right or left. */
function rider(x, flip) {
  const wheel = (cx) => `<circle cx="${cx}" cy="-15" r="15" fill="none" stroke="${ink}" stroke-width="2.2"/><path d="M${cx - 15} -15h30M${cx} -30v30M${cx - 10.6} -25.600l21.200 21.200M${cx - 10.6} -4.400l21.200 -21.200" stroke="${ink}" stroke-width="0.6"/>`;
  return `<g transform="translate(${x} ${street + 2}) scale(${flip ? -1 : 1} 1)">${wheel(-22)}${wheel(22)}<path d="M-22 -15L-8 -36L14 -37L22 -15M-8 -36L-2 -14L14 -37M-2 -14H-22M14 -37l-2 -9l9 -1M-14 -39h11" fill="none" stroke="${ink}" stroke-width="2.2" stroke-linejoin="round"/><path d="M-9 -41Q-12 -62 -1 -68L6 -66Q10 -56 2 -44L4 -30L-2 -16" fill="none" stroke="${ink}" stroke-width="6.500" stroke-linejoin="round" stroke-linecap="round"/><path d="M2 -62L9 -50L17 -47" fill="none" stroke="${ink}" stroke-width="4.500" stroke-linecap="round"/><circle cx="4" cy="-77" r="7" fill="${ink}"/></g>`;
}
function bus(x) {
  const panes = Array.from({ length: 7 }, (_, i) => `M${18 + i * 27} -58h21v22h-21Z`).join('');
  return `<g transform="translate(${x} ${street})">${p('M4 -8V-58Q4 -72 18 -72H212Q230 -72 234 -52L238 -8Z', 2.2)}${p(panes, 1.4, 'url(#pane)')}${p('M210 -58h14l6 22h-20Z', 1.4, 'url(#pane)')}<path d="M4 -26H237L238 -8H4Z" fill="url(#dense)"/>${p('M110 -30v22M124 -30v22M4 -28H236', 1.3, 'none')}${[48, 188].map((cx) => `<circle cx="${cx}" cy="-6" r="13" fill="${white}" stroke="${ink}" stroke-width="2.6"/><circle cx="${cx}" cy="-6" r="5" fill="${ink}"/>`).join('')}</g>`;
}

/** Earth between street and tunnel and below it, in strokes and stones. */
const earth = Array.from({ length: 620 }, () => {
  const y = street + 18 + next() * 250;
  const x = next() * width;
  if (y > roof - 24 && y < floor + 30) return '';
  return next() > 0.25 ? `M${r(x)} ${r(y)}l8 -7` : `M${r(x)} ${r(y)}q5 -6 10 0q-5 5 -10 0Z`;
}).join('');

/** A station: a wider hall with columns, a platform, lamps, and stairs to the street. */
function hall(i) {
  const x = station(i);
  const w = 132;
  const columns = [-44, -15, 15, 44].map((dx) => `M${x + dx - 4} ${roof + 4}h8v${floor - roof - 40}h-8Z`).join('');
  const stairs = Array.from({ length: 9 }, (_, n) => `${n ? 'L' : 'M'}${r(x + 60 + n * 5.6)} ${roof + 26 - n * 12}v-12`).join('');
  return (
    p(`M${x - w / 2} ${roof - 12}h${w}V${floor}h${-w}Z`, 2.2) +
    `<path d="M${x - w / 2} ${roof - 12}h${w}v12h${-w}Z" fill="url(#dense)" stroke="${ink}" stroke-width="1.4"/>` +
    p(columns, 1.5) +
    p(`M${x - w / 2} ${floor - 36}h${w}v14h${-w}Z`, 1.8, 'url(#pale)') +
    p(`M${x - 30} ${roof}v9h12v-9M${x + 18} ${roof}v9h12v-9`, 1.3) +
    p(`M${x + 58} ${roof + 28}L${x + 112} ${street + 2}h24L${x + 66} ${roof + 62}Z`, 1.7) +
    p(stairs, 1.2, 'none') +
    p(`M${x + 108} ${street}v-34h32v34`, 2) +
    `<path d="M${x + 102} ${street - 34}h44v-8h-44Z" fill="url(#dense)" stroke="${ink}" stroke-width="1.8"/>`
  );
}
const halls = Array.from({ length: 8 }, (_, i) => hall(i)).join('');

/** Three cars with a cinnabar line below the windows. */
function train(x) {
  const car = (dx, nose) => {
    const w = 112;
    const windows = [10, 30, 68, 88].map((at) => `M${dx + at} -44h14v15h-14Z`).join('');
    return (
      p(`M${dx} -4V-50Q${dx} -56 ${dx + 6} -56H${dx + w - 6}${nose ? `Q${dx + w + 6} -52 ${dx + w + 6} -30V-4Z` : `Q${dx + w} -56 ${dx + w} -50V-4Z`}`, 2) +
      p(windows, 1.2, 'url(#pane)') +
      p(`M${dx + 48} -46h16v40h-16ZM${dx + 56} -46v40`, 1.3) +
      `<path d="M${dx} -24H${dx + 47}M${dx + 65} -24H${dx + w + (nose ? 5 : 0)}" stroke="${cinnabar}" stroke-width="6"/>` +
      [20, 92].map((at) => `<circle cx="${dx + at}" cy="-2" r="6.500" fill="${white}" stroke="${ink}" stroke-width="2"/>`).join('') +
      `<path d="M${dx + 4} -10h${w - 6}v6h${6 - w}Z" fill="url(#dense)"/>`
    );
  };
  return `<g transform="translate(${x} ${floor - 8})">${car(-172)}${car(-56)}${car(60, true)}</g>`;
}

const marks = [
  [station(0), '1970', '4月立项，6月动工', 'approved in April, begun in June', 'start'],
  [width / 2, '1976', '1月，首段试通车', 'January, first section on trial', 'middle'],
  [station(7), '1984', '12月28日，全线通车', '28 December, the whole line opens', 'end']
]
  .map(([x, year, word, english, anchor]) => zh(x, 872, year, { size: 40, weight: 700, anchor, fill: year === '1984' ? cinnabar : ink }) + zh(x, 906, word, { size: 23, weight: 700, anchor }) + en(x, 935, english, { size: 20, anchor }))
  .join('');
const sky = Array.from({ length: 34 }, () => `M${r(660 + next() * 1080)} ${r(120 + next() * 110)}h${r(20 + next() * 90)}`).join('');

save('metro-1984', {
  width,
  height: 1040,
  title: '街道与地铁隧道的长剖面：树、自行车与公共汽车在上，八座站台在下，一列车停着',
  defs: hatch('dense', { gap: 4, weight: 1.4 }) + hatch('pale', { gap: 7, weight: 0.9 }) + hatch('pane', { gap: 4.5, angle: 30, weight: 1 }),
  body: [
    heading('地铁七点四公里', '7.4 kilometres of metro, Project 7047'),
    `<path d="${sky}" stroke="${ink}" stroke-width="0.9" stroke-opacity="0.5"/>`,
    row,
    trees,
    `<path d="M0 ${street}H${width}V${street + 10}H0Z" fill="${white}" stroke="${ink}" stroke-width="2.4"/>`,
    `<path d="M0 ${street + 10}H${width}V770H0Z" fill="${warm}" fill-opacity="0.13"/>`,
    `<path d="${earth}" fill="none" stroke="${ink}" stroke-width="1" stroke-opacity="0.75"/>`,
    `<path d="M0 ${roof}H${width}V${floor}H0Z" fill="${white}" stroke="${ink}" stroke-width="2.4"/><path d="M0 ${roof}H${width}v-12H0ZM0 ${floor}H${width}v12H0Z" fill="url(#dense)" stroke="${ink}" stroke-width="1.6"/>`,
    `<path d="M0 ${roof + 10}H${width}V${floor - 30}H0Z" fill="${river}" fill-opacity="0.07"/>`,
    halls,
    `<path d="M0 ${floor - 6}H${width}" stroke="${ink}" stroke-width="3.4"/><path d="${Array.from({ length: 150 }, (_, i) => `M${i * 12 + 3} ${floor - 3}v6`).join('')}" stroke="${ink}" stroke-width="2"/>`,
    train(station(3) + 108),
    rider(270, false),
    rider(452, true),
    rider(520, true),
    bus(890),
    rider(1180, false),
    rider(1252, false),
    rider(1560, true),
    dimension(station(0), station(7), 792, '7.4公里，8座车站', '', { size: 27 }),
    marks,
    foot(986, '示意，不按比例：站距等分，不标站名；街道与车为示意', 'Schematic, not to scale: stations equally spaced, without names; street and train are schematic.')
  ].join('\n')
});
