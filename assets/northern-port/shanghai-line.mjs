/** AX-12: the sea road between Tianjin and Shanghai in the manner of a chart, upright. */
import { coast, liaodong } from '../hand/coast.mjs';
import { steamer } from '../hand/ships.mjs';
import { cinnabar, en, foot, hatch, heading, ink, r, river, saveTo, white, zh } from '../hand/sheet.mjs';

const save = saveTo('northern-port');

const width = 960;
const height = 1240;
const frame = { x: 48, y: 136, w: 864, h: 980 };
const [west, south, east, north] = [116.3, 30.3, 125.4, 39.7];
const squeeze = Math.cos((35 * Math.PI) / 180);
const k = frame.h / (north - south);
const left = frame.x + (frame.w - (east - west) * squeeze * k) / 2;
const xy = ([lon, lat]) => [left + (lon - west) * squeeze * k, frame.y + (north - lat) * k];

/** Rounds the generalised coast into a hand-drawn line. */
function smooth(points) {
  const at = (i) => points[Math.max(0, Math.min(points.length - 1, i))];
  let d = `M${r(points[0][0])} ${r(points[0][1])}`;
  for (let i = 0; i < points.length - 1; i++) {
    const [a, b, c, e] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    d += `C${r(b[0] + (c[0] - a[0]) / 6)} ${r(b[1] + (c[1] - a[1]) / 6)} ${r(c[0] - (e[0] - b[0]) / 6)} ${r(c[1] - (e[1] - b[1]) / 6)} ${r(c[0])} ${r(c[1])}`;
  }
  return d;
}

const shore = coast.map(xy);
const land = smooth(shore);
const peninsula = smooth(liaodong.map(xy));
const seaArea = `${land}V${frame.y + frame.h + 80}H${frame.x + frame.w + 60}V${frame.y - 80}H${r(shore[0][0])}Z`;
const landArea = `${land}V${frame.y + frame.h + 80}H${frame.x - 60}V${frame.y - 80}H${r(shore[0][0])}Z`;

const road = [
  [117.74, 38.97],
  [118.6, 38.75],
  [119.6, 38.45],
  [120.9, 38.25],
  [122.2, 38.0],
  [123.05, 37.55],
  [123.15, 36.8],
  [122.9, 35.6],
  [122.6, 34.2],
  [122.5, 32.9],
  [122.4, 31.9],
  [122.1, 31.42],
  [121.75, 31.36],
  [121.49, 31.23]
].map(xy);
const wreck = xy([122.56, 34.0]);
const dot = ([x, y]) => `<circle cx="${r(x)}" cy="${r(y)}" r="9" fill="${white}" stroke="${ink}" stroke-width="2.6"/>`;
const tianjin = xy([117.19, 39.14]);
const shanghai = xy([121.49, 31.23]);
const river1 = smooth(
  [
    [117.19, 39.14],
    [117.35, 39.02],
    [117.5, 39.0],
    [117.74, 38.97]
  ].map(xy)
);
const yangtze = smooth(
  [
    [116.2, 29.9],
    [117.0, 30.5],
    [118.35, 31.35],
    [118.7, 32.05],
    [119.45, 32.24],
    [120.3, 31.93],
    [120.9, 31.9]
  ].map(xy)
);

// Strokes along the shore, each rank shorter, as engravers let the water fade into the open.
const edge = land + peninsula;
const ranks = [10, 20, 31, 43, 56]
  .map(
    (reach, i) =>
      `<path d="${edge}" fill="none" stroke="${river}" stroke-opacity="${0.62 - i * 0.1}" stroke-width="${reach * 2 + 1.3}"/><path d="${edge}" fill="none" stroke="#E6EAE4" stroke-width="${reach * 2 - 1.3}"/>`
  )
  .reverse()
  .join('');
const clip = `<clipPath id="chart"><rect x="${frame.x + 12}" y="${frame.y + 12}" width="${frame.w - 24}" height="${frame.h - 24}"/></clipPath><clipPath id="sea"><path d="${seaArea}"/></clipPath>`;

const north1 =
  `<g transform="translate(838 1020)" stroke="${ink}" stroke-width="2" stroke-linejoin="round"><path d="M0 -44L13 0L0 44L-13 0Z" fill="${white}"/><path d="M0 -44L13 0H-13Z" fill="${ink}"/></g>` +
  zh(838, 960, '北', { size: 24, weight: 700, anchor: 'middle' }) +
  en(838, 1090, 'N', { anchor: 'middle', size: 20 });

save('shanghai-line', {
  width,
  height,
  title: '直幅海图：天津在上，上海在下，一条虚线航路由海上相连，约三日；黄海撩木洋有一朱色小标，福星轮，1875年',
  defs: hatch('shade', { gap: 5.5, weight: 1.1 }) + clip,
  body: [
    heading('津沪航线三日', 'Tianjin to Shanghai, about three days by steamer', { x: 48 }),
    `<g clip-path="url(#chart)"><rect x="${frame.x}" y="${frame.y}" width="${frame.w}" height="${frame.h}" fill="#E6EAE4"/><g clip-path="url(#sea)">${ranks}</g><path d="${landArea}" fill="#FBF8F0"/><path d="${peninsula}Z" fill="#FBF8F0"/><path d="${peninsula}" fill="none" stroke="${ink}" stroke-width="2.6"/>
<path d="${yangtze}" fill="none" stroke="${ink}" stroke-width="5"/><path d="${yangtze}" fill="none" stroke="#E6EAE4" stroke-width="2"/><path d="${river1}" fill="none" stroke="${ink}" stroke-width="5"/><path d="${river1}" fill="none" stroke="#E6EAE4" stroke-width="2"/>
<path d="${land}" fill="none" stroke="${ink}" stroke-width="2.6" stroke-linejoin="round"/>
<path d="${smooth(road)}" fill="none" stroke="${ink}" stroke-width="3.2" stroke-dasharray="14 9"/></g>`,
    `<rect x="${frame.x}" y="${frame.y}" width="${frame.w}" height="${frame.h}" fill="none" stroke="${ink}" stroke-width="4"/><rect x="${frame.x + 10}" y="${frame.y + 10}" width="${frame.w - 20}" height="${frame.h - 20}" fill="none" stroke="${ink}" stroke-width="1.4"/>`,
    dot(tianjin),
    dot(shanghai),
    zh(tianjin[0] - 18, tianjin[1] + 12, '天津', { size: 30, weight: 700, anchor: 'end' }),
    en(tianjin[0] - 18, tianjin[1] + 40, 'Tianjin', { size: 21, anchor: 'end' }),
    zh(shanghai[0] - 18, shanghai[1] + 8, '上海', { size: 30, weight: 700, anchor: 'end' }),
    en(shanghai[0] - 18, shanghai[1] + 34, 'Shanghai', { size: 21, anchor: 'end' }),
    steamer(720, 640, 0.56),
    zh(640, 900, '约三日', { size: 34, weight: 700 }),
    en(640, 930, 'about three days', { size: 22 }),
    `<path d="M${r(wreck[0] - 13)} ${r(wreck[1] - 13)}l26 26m0 -26l-26 26" stroke="${cinnabar}" stroke-width="5" stroke-linecap="round"/>`,
    zh(wreck[0] + 28, wreck[1] + 2, '黄海撩木洋', { size: 25, weight: 700, fill: cinnabar }),
    zh(wreck[0] + 28, wreck[1] + 34, '福星轮，1875年', { size: 25, weight: 700, fill: cinnabar }),
    en(wreck[0] + 28, wreck[1] + 62, 'steamer Fuxing,', { size: 20 }),
    en(wreck[0] + 28, wreck[1] + 86, '4 April 1875', { size: 20 }),
    zh(...xy([119.75, 39.02]).map(r), '渤海', { size: 28, weight: 500, fill: river, spacing: 10 }),
    zh(...xy([121.2, 35.15]).map(r), '黄海', { size: 32, weight: 500, fill: river, spacing: 12 }),
    zh(...xy([118.05, 36.4]).map(r), '山东', { size: 26, weight: 500, spacing: 6 }),
    en(...xy([118.05, 36.17]).map(r), 'Shandong', { size: 20 }),
    north1,
    foot(
      1168,
      '据史料绘制；海岸、航路与失事处为示意，不按比例，不作导航之用',
      'Drawn from the sources; coast, course and place of loss are schematic. Not for navigation.',
      { x: 48 }
    )
  ].join('\n')
});
