/**
 * CX-01: the years of Archives Day as a drawer of index cards, one card a year from 1948 to 2019, so that the distance
 * between two guides is the distance between their years (C-001 to C-009). The card of 2008 stands out of its row.
 */
import { cinnabar, dice, en, foot, hatch, heading, ink, inkSoft, line, r, saveTo, warm, white, zh } from '../hand/sheet.mjs';

const save = saveTo('city-memory');

const origin = [96, 742];
/** Units along the drawer for a year, across it for its whole width, and up. */
const along = [12.6, -1.5];
const across = [132, -88];
const point = (year, u, h) => [
  origin[0] + (year - 1946) * along[0] + u * across[0],
  origin[1] + (year - 1946) * along[1] + u * across[1] - h
];
const shape = (points, fill = white, weight = 1.8, extra = '') =>
  `<path d="${line(points, true)}" fill="${fill}" stroke="${ink}" stroke-width="${weight}" stroke-linejoin="round"${extra}/>`;
const next = dice(1948);

/** How high the words of a year stand above its tab, and on which side of the thread. */
const guides = {
  1948: { lift: 230, word: '决定成立', english: 'decided on, Paris' },
  1950: { lift: 130, word: '首届大会', english: 'first congress, Paris' },
  1980: { lift: 150, word: '中国加入', english: 'China joins' },
  2004: { lift: 128, word: '维也纳提议', english: 'asked for in Vienna', left: true },
  2005: { lift: 220, word: '音像遗产日', english: 'day of audiovisual heritage', left: true },
  2007: { lift: 312, word: '选定6月9日', english: '9 June chosen at Quebec', left: true },
  2008: { lift: 330, word: '第一个国际档案日', english: 'the first Archives Day', accent: true },
  2013: { lift: 190, word: '中国宣传日', english: 'publicity day, China' },
  2019: { lift: 96, word: '国际档案周', english: 'Archives Week' }
};
const tall = 118;

/** A card across the drawer; guides have a tab, 2008 is pulled up whole. */
function card(year) {
  const guide = guides[year];
  const up = guide?.accent ? 96 : next() * 7;
  const h = tall + up;
  const face = [point(year, 0.04, 6), point(year, 0.96, 6), point(year, 0.96, h), point(year, 0.04, h)];
  if (!guide) return shape(face, year % 3 ? white : '#F4EEE0', 1.1);
  const tab = 0.12;
  const at = 0.68;
  const outline = [
    face[0],
    face[1],
    face[2],
    point(year, at + 2 * tab, h),
    point(year, at + 2 * tab - 0.03, h + 32),
    point(year, at + 0.03, h + 32),
    point(year, at, h),
    face[3]
  ];
  const rules = [0.25, 0.4, 0.55, 0.7].map((t) => line([point(year, 0.12, h * t), point(year, 0.88, h * t)])).join('');
  return (
    shape(outline, guide.accent ? cinnabar : white, guide.accent ? 2.4 : 2, guide.accent ? ' fill-opacity="0.14"' : '') +
    `<path d="${rules}" stroke="${guide.accent ? cinnabar : inkSoft}" stroke-width="0.9" fill="none"/>`
  );
}

/** A thread from the tab to the words of its year. */
function flag(year) {
  const { lift, word, english, accent, left } = guides[year];
  const up = accent ? 96 : 0;
  const [x, y] = point(year, 0.8, tall + up + 32);
  const top = y - lift + (accent ? 96 : 0);
  const colour = accent ? cinnabar : ink;
  const side = left ? -10 : 10;
  const anchor = left ? 'end' : 'start';
  return (
    `<path d="M${r(x)} ${r(y - 4)}V${r(top - 18)}" stroke="${colour}" stroke-width="1.6" stroke-dasharray="3 4" fill="none"/>` +
    `<circle cx="${r(x)}" cy="${r(y - 4)}" r="5" fill="${accent ? cinnabar : white}" stroke="${colour}" stroke-width="2"/>` +
    zh(x + side, top, year, { size: accent ? 34 : 27, weight: 700, fill: colour, anchor }) +
    zh(x + side, top + 29, word, { size: 20, weight: 700, anchor }) +
    en(x + side, top + 51, english, { size: 17, anchor })
  );
}

const years = Array.from({ length: 2019 - 1948 + 1 }, (_, i) => 2019 - i);
const cards = years.map(card).join('');

const [a, b] = [1946, 2021.5];
const inside = shape([point(a, 0, 0), point(b, 0, 0), point(b, 1, 0), point(a, 1, 0)], 'url(#dense)', 1);
const far = shape([point(a, 1, 0), point(b, 1, 0), point(b, 1, 84), point(a, 1, 84)], 'url(#level)', 2);
const back = shape([point(b, 0, 0), point(b, 1, 0), point(b, 1, 84), point(b, 0, 84)], 'url(#shade)', 2);
const near = [point(a, 0, -22), point(b, 0, -22), point(b, 0, 74), point(a, 0, 74)];
const grain = Array.from({ length: 46 }, () => {
  const t = a + 2 + next() * (b - a - 12);
  const h = -16 + next() * 80;
  return line([point(t, 0, h), point(t + 3 + next() * 7, 0, h + (next() - 0.5) * 2)]);
}).join('');
const front = [point(a, -0.06, -30), point(a, 1.06, -30), point(a, 1.06, 96), point(a, -0.06, 96)];
const shift = (points, dx, dy) => points.map(([x, y]) => [x + dx, y + dy]);
const plate = [point(a, 0.22, 34), point(a, 0.78, 34), point(a, 0.78, 76), point(a, 0.22, 76)];
const [px, py] = point(a, 0.5, 8);
const pull = `<path d="M${r(px - 30)} ${r(py + 6)}q4 26 34 10q22 -12 24 -44" fill="none" stroke="${ink}" stroke-width="5" stroke-linecap="round"/><path d="M${r(px - 30)} ${r(py + 6)}q4 26 34 10q22 -12 24 -44" fill="none" stroke="${white}" stroke-width="1.6" stroke-linecap="round"/>`;
const shadow = `<path d="${line([point(a, -0.06, -32), point(b, 0, -24), [point(b, 0, -24)[0] + 26, point(b, 0, -24)[1] + 40], [point(a, 0, -32)[0] + 60, point(a, 0, -32)[1] + 46]], true)}" fill="url(#level)"/>`;

save('archives-day-years', {
  width: 1300,
  height: 960,
  title: '一只拉开的目录卡片抽屉，一年一卡，九个年份有标，2008年的一卡高高抽出',
  defs:
    hatch('shade', { gap: 5.5, weight: 1.1 }) +
    hatch('dense', { gap: 4, weight: 1.5 }) +
    hatch('level', { gap: 5, angle: 90, weight: 0.9 }),
  body: [
    heading('从1948到2008', 'From 1948 to 2008: how a day of archives came about'),
    shadow,
    far,
    back,
    inside,
    cards,
    shape(near, white, 2.4),
    shape(near, warm, 1, ' fill-opacity="0.16"'),
    `<path d="${grain}" stroke="${ink}" stroke-width="0.9" fill="none" stroke-opacity="0.7"/>`,
    shape(shift(front, -16, 3), 'url(#shade)', 2),
    shape(front, white, 2.6),
    shape(front, warm, 1, ' fill-opacity="0.2"'),
    shape(plate, white, 1.8),
    pull,
    Object.keys(guides).map(flag).join(''),
    foot(
      894,
      '一卡一年，自1948至2019，远近依年份；抽屉为示意',
      'One card a year from 1948 to 2019, as far apart as the years; the drawer is schematic.'
    )
  ].join('\n')
});
