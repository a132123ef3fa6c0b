/** AX-20: the first 9.7 km and the way on to Tianjin, under a train drawn from the model's own faces. */
import { drawnModel } from '../hand/model-drawing.mjs';
import { cinnabar, en, foot, heading, ink, r, saveTo, white, zh } from '../hand/sheet.mjs';
import { moved } from '../hand/solids.mjs';
import { locomotive, track, wagon } from './engine-parts.mjs';

const train = [...track([-44, 15]), ...locomotive(), ...moved(wagon(1), [-21.6, 0, 0]), ...moved(wagon(4), [-34.4, 0, 0])];
const { body: drawnTrain, view } = drawnModel(train, { turn: 14, lift: 9, box: [40, 112, 1160, 436], height: 760, hasShadow: false, weight: 0.9, most: 9000 });
const [steamX, steamY] = view.flat([10.3, 15.2, 0]);

/** A cloud of steam that leans back from the chimney: loops of one pen, larger the farther they are. */
function steam(x, y) {
  const puffs = [
    [0, -6, 15],
    [-20, -22, 21],
    [-50, -32, 26],
    [-86, -36, 30],
    [-128, -34, 27],
    [-166, -28, 20]
  ];
  const cloud = puffs.map(([dx, dy, k]) => `<circle cx="${r(x + dx)}" cy="${r(y + dy)}" r="${k}" fill="${white}" stroke="${ink}" stroke-width="2"/>`).join('');
  const inside = puffs.map(([dx, dy, k]) => `<circle cx="${r(x + dx)}" cy="${r(y + dy)}" r="${k - 1}" fill="${white}"/>`).join('');
  const curls = puffs.map(([dx, dy, k]) => `M${r(x + dx - k * 0.45)} ${r(y + dy + k * 0.2)}a${r(k * 0.5)} ${r(k * 0.5)} 0 0 1 ${r(k * 0.8)} ${r(-k * 0.35)}`).join('');
  return `${cloud}${inside}<path d="${curls}" fill="none" stroke="${ink}" stroke-width="1.4" stroke-linecap="round"/>`;
}

const line = 556;
const stations = [
  [96, '唐山', 'Tangshan'],
  [330, '胥各庄', 'Xugezhuang'],
  [590, '芦台', 'Lutai'],
  [850, '塘沽', 'Tanggu'],
  [1104, '天津', 'Tianjin']
];
const stretch = (a, b, colour) => {
  const ties = Array.from({ length: Math.round((b - a) / 13) }, (_, i) => `M${r(a + 7 + i * 13)} ${line - 9}v18`).join(
    ''
  );
  return `<path d="M${a} ${line}H${b}" stroke="${colour}" stroke-width="4.5"/><path d="${ties}" stroke="${colour}" stroke-width="1.8"/>`;
};
const stops = stations
  .map(
    ([x, name, english]) =>
      `<rect x="${x - 7}" y="${line - 22}" width="14" height="44" fill="${white}" stroke="${ink}" stroke-width="2.6"/>` +
      zh(x, line + 58, name, { size: 27, weight: 700, anchor: 'middle' }) +
      en(x, line + 84, english, { size: 20, anchor: 'middle' })
  )
  .join('');

saveTo('northern-port')('rail-to-tianjin', {
  height: 760,
  title: '一列运煤的小火车；下为铁路线：唐山至胥各庄9.7公里，1881年；经芦台、塘沽到天津，1888年',
  body: [
    heading('铁路从唐山到天津', 'Rail to Tianjin'),
    drawnTrain,
    steam(steamX, steamY),
    stretch(96, 330, cinnabar),
    stretch(330, 1104, ink),
    stops,
    zh(213, line - 56, '9.7公里，1881年', { size: 30, weight: 700, anchor: 'middle', fill: cinnabar }),
    en(213, line - 30, '1881, 9.7 km for Kaiping coal', { size: 20, anchor: 'middle' }),
    zh(717, line - 56, '1888年通到天津', { size: 30, weight: 700, anchor: 'middle' }),
    en(717, line - 30, 'to Tianjin in 1888', { size: 20, anchor: 'middle' }),
    foot(702, '据史料绘制，列车为示意；两段不按同一比例', 'Drawn from the sources, the train schematic; the two stretches are not to one scale.')
  ].join('\n')
});
