/** AX-03: three years of grain by sea on one scale of years. */
import { drawnModel } from '../hand/model-drawing.mjs';
import { cinnabar, en, foot, heading, ink, paper, r, river, saveTo, water, white, zh } from '../hand/sheet.mjs';
import { junk } from './junk-parts.mjs';
import { steamer } from './steamer-parts.mjs';

const save = saveTo('northern-port');

/** A ship from its model's faces, the waterline (`afloat` above its lowest point) on the sea. */
function ship(faces, [x0, x1], top, afloat, turn) {
  const own = { turn, lift: 5, box: [x0, top, x1, top + 600], height: 720, hasShadow: false, most: 9000 };
  const { view } = drawnModel(faces, own);
  const drop = sea - view.flat([0, afloat, 0])[1];
  const { body } = drawnModel(faces, { ...own, box: [x0, top + drop, x1, top + 600 + drop] });
  return body;
}

const at = (year) => 40 + (year - 1820) * 17.9;
const sea = 372;
const band = 486;

const years = [
  { year: 1826, word: '首次试行', english: 'first sent by sea' },
  { year: 1847, word: '再次举办', english: 'sent by sea again' },
  { year: 1873, word: '轮船', english: 'China Merchants founded, January 1873', accent: true }
];

const mark = ({ year, word, english, accent }) => {
  const x = at(year);
  const colour = accent ? cinnabar : ink;
  return (
    `<path d="M${r(x)} ${sea + 46}V${band - 12}" stroke="${colour}" stroke-width="1.6" stroke-dasharray="3 5" fill="none"/><circle cx="${r(x)}" cy="${band}" r="10" fill="${accent ? cinnabar : white}" stroke="${colour}" stroke-width="2.6"/>` +
    zh(x, band + 50, year, { size: 32, weight: 700, anchor: 'middle', fill: colour }) +
    zh(x, band + 84, word, { size: 24, weight: 700, anchor: 'middle' }) +
    en(x, band + 112, english, { size: 19, anchor: 'middle' })
  );
};

const decades = [1820, 1830, 1840, 1850, 1860, 1870, 1880];
const ticks = decades.map((year) => `M${r(at(year))} ${band - 8}v16`).join('');

save('sea-grain-year', {
  height: 720,
  title: '一条年带，三处有标：1826年与1847年各一只帆船，1873年一艘轮船',
  body: [
    heading('漕粮海运', 'Tribute grain by sea: three years'),
    ship(junk({ swing: 0.12 }), [24, 330], 20, 0.058, 20),
    ship(junk({ swing: -0.5 }), [404, 690], 20, 0.058, -22),
    ship(steamer(), [778, 1180], 20, 0.004, 16),
    `<path d="M0 ${sea}H1200V${sea + 60}H0Z" fill="${paper}"/><path d="M0 ${sea}H1200V${sea + 36}Q1000 ${sea + 46} 800 ${sea + 38}T400 ${sea + 42}T0 ${sea + 36}Z" fill="${river}" fill-opacity="0.16"/>`,
    water(0, 1200, sea + 4, 3, { seed: 5 }),
    `<path d="M40 ${band}H1160${ticks}" fill="none" stroke="${ink}" stroke-width="2.2"/>`,
    years.map(mark).join(''),
    foot(
      664,
      '据史料绘制，船只为示意；年带依比例，不表示运量。咸丰朝以后，海运成为漕粮运输的主要形式',
      'Drawn from the sources, ships schematic; years to scale. From the Xianfeng reign sea transport was the usual form.'
    )
  ].join('\n')
});
