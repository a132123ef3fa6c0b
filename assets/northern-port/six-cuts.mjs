/** AX-22: when the river was cut, on one scale of years. */
import { cinnabar, en, foot, hatch, heading, ink, inkSoft, r, saveTo, white, zh } from '../hand/sheet.mjs';

const save = saveTo('northern-port');

const at = (year, month = 1) => 470 + (year - 1901 + (month - 1) / 12) * 29.2;
const top = 214;
const step = 92;

// Months as the dossier gives them; the fifth has only its year, the sixth only its end.
const cuts = [
  {
    name: '挂甲寺—杨庄',
    english: 'Guajiasi–Yangzhuang',
    from: at(1901, 11),
    to: at(1902, 9),
    when: '1901年11月—1902年'
  },
  {
    name: '下河圈—何庄子',
    english: 'Xiahequan–Hezhuangzi',
    from: at(1901, 11),
    to: at(1902, 11),
    when: '1901年11月—1902年10月'
  },
  {
    name: '杨家场—辛庄',
    english: 'Yangjiachang–Xinzhuang',
    from: at(1903, 10),
    to: at(1904, 9),
    when: '1903年10月—1904年8月'
  },
  {
    name: '赵北庄一带—东泥沽',
    english: 'Zhaobei–Dongnigu, the largest',
    from: at(1911, 5),
    to: at(1913, 8),
    when: '1911年5月—1913年7月'
  },
  { name: '三岔河口', english: 'Sanchakou', from: at(1918), to: at(1919), when: '1918年' },
  { name: '末次', english: 'the last, finished by 1923', to: at(1924), when: '1923年止' }
];

/** A bend of the river with its neck cut through; each bend a little different. */
function bend(x, y, i) {
  const swing = [26, 16, 32, 44, 12, 22][i];
  const d = `M${x - 62} ${y + 14}C${x - 34} ${y + 18} ${x - 26} ${y + 8} ${x - 22} ${y - 4}C${x - 22 - swing * 0.4} ${y - swing} ${x + 22 + swing * 0.4} ${y - swing - 4} ${x + 20} ${y - 4}C${x + 24} ${y + 10} ${x + 34} ${y + 18} ${x + 62} ${y + 12}`;
  return `<path d="${d}" fill="none" stroke="${ink}" stroke-width="13"/><path d="${d}" fill="none" stroke="#CFD8D3" stroke-width="9"/><path d="M${x - 30} ${y + 13}L${x + 30} ${y + 13}" stroke="${cinnabar}" stroke-width="6.5"/>`;
}

const row = ({ name, english, from, to, when }, i) => {
  const y = top + i * step;
  const bar =
    from === undefined
      ? `<path d="M${r(to - 70)} ${y}H${r(to)}" stroke="${cinnabar}" stroke-width="3" stroke-dasharray="3 7"/><path d="M${r(to)} ${y - 17}v34" stroke="${cinnabar}" stroke-width="6"/>`
      : `<rect x="${r(from)}" y="${y - 19}" width="${r(to - from)}" height="38" fill="${i === 4 ? white : 'url(#cut)'}" stroke="${cinnabar}" stroke-width="2.6"${i === 4 ? ' stroke-dasharray="5 4"' : ''}/>`;
  const end = to;
  const label = end > 1000 ? [from === undefined ? to - 84 : from - 14, 'end'] : [end + 14, 'start'];
  return (
    `<path d="M56 ${y + 44}H1144" stroke="#D3C7B2" stroke-width="1.2"/>` +
    bend(116, y + 4, i) +
    zh(196, y + 2, name, { size: 25, weight: 700 }) +
    en(196, y + 29, english, { size: 20 }) +
    bar +
    zh(label[0], y + 9, when, { size: 24, weight: 700, anchor: label[1] })
  );
};

const axis = top - 66;
const years = [1901, 1905, 1910, 1915, 1920, 1923];
const scale =
  `<path d="M${r(at(1901))} ${axis + 18}H${r(at(1924))}${Array.from({ length: 24 }, (_, i) => `M${r(at(1901 + i))} ${axis + 18}v${years.includes(1901 + i) ? 14 : 7}`).join('')}" fill="none" stroke="${ink}" stroke-width="2"/>` +
  years.map((year) => zh(at(year), axis + 6, year, { size: 22, anchor: 'middle', fill: inkSoft })).join('') +
  years
    .map(
      (year) =>
        `<path d="M${r(at(year))} ${axis + 34}V${top + 5 * step + 44}" stroke="#D3C7B2" stroke-width="1.2" stroke-dasharray="2 6"/>`
    )
    .join('');

save('six-cuts', {
  height: 860,
  title: '1901年到1923年的时间尺，六道记号：三道在1901年至1904年间，最长一道1911年至1913年，一道1918年，末一道到1923年',
  defs: hatch('cut', { gap: 6, weight: 2, colour: cinnabar }),
  body: [
    heading('六次裁弯年表', 'Six cuts of the Hai River'),
    scale,
    cuts.map(row).join('\n'),
    foot(
      806,
      '据史料绘制，河弯为示意。1918年一次只知年份，末次只知止于1923年',
      'Drawn from the sources, bends schematic. Of 1918 only the year is known, of the last only that it ended by 1923.'
    )
  ].join('\n')
});
