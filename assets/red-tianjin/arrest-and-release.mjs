/**
 * BX-08: a wall of days. From 23 January to 17 July 1920 each brick is a day, laid in courses from the top left; the
 * bricks of 23 and 29 January and 17 July are marked (B-022, B-023). Window, door and light are imagined.
 */
import { cinnabar, dice, en, foot, hatch, heading, ink, inkSoft, r, saveTo, warm, white, zh } from '../hand/sheet.mjs';

const save = saveTo('red-tianjin');

const width = 1200;
const height = 1096;
const [left, right, top] = [56, 1000, 160];
const [w, h, gap] = [72.6, 38, 5];
const perCourse = 13;
const window = { x: 392, y: 226, w: 178, h: 196 };
const first = Date.UTC(1920, 0, 23);
const dayOf = (month, day) => Math.round((Date.UTC(1920, month - 1, day) - first) / 86400000);
const last = dayOf(7, 17);
const marked = { [dayOf(1, 23)]: ['1月23日', '23 Jan'], [dayOf(1, 29)]: ['1月29日', '29 Jan'], [last]: ['7月17日', '17 Jul'] };

const next = dice(170);
const inWindow = (x, y) => x + w > window.x - 8 && x < window.x + window.w + 8 && y + h > window.y - 8 && y < window.y + window.h + 26;

/** Where every brick lies: courses shift by half a brick, and leave out the window. */
const bricks = [];
for (let course = 0; bricks.length <= last; course++) {
  const shift = course % 2 ? -w / 2 : 0;
  for (let i = 0; i <= perCourse && bricks.length <= last; i++) {
    const x = left + shift + i * (w + gap);
    const y = top + course * (h + gap);
    const [a, b] = [Math.max(x, left), Math.min(x + w, right)];
    if (b - a < w * 0.3 || inWindow(a, y)) continue;
    bricks.push({ x: a, y, w: b - a });
  }
}
const lastRow = bricks[last].y + h;
const sun = ([x, y]) => {
  // The light from the window falls to the right and down in a slanting band.
  const t = (y - (window.y + 40)) / 560;
  return t > 0 && x > window.x + 30 + t * 250 && x < window.x + window.w + 70 + t * 330;
};

/** A rough brick: sides not quite straight, hatched more or less, a chip here and there. */
function brick({ x, y, w: length }, day) {
  const j = () => (next() - 0.5) * 2.4;
  const mark = marked[day];
  const outline = `M${r(x + j())} ${r(y + j())}L${r(x + length + j())} ${r(y + j())}L${r(x + length + j())} ${r(y + h + j())}L${r(x + j())} ${r(y + h + j())}Z`;
  const light = sun([x + length / 2, y + h / 2]);
  const tone = mark ? 'none' : light ? (next() > 0.84 ? 'url(#pale)' : 'none') : next() > 0.42 ? 'url(#shade)' : next() > 0.5 ? 'url(#cross)' : 'url(#pale)';
  const chip = !mark && next() > 0.8 ? `<path d="M${r(x + 8 + next() * (length - 24))} ${r(y + h)}l4 -6l7 1l3 5Z" fill="${white}" stroke="${ink}" stroke-width="1"/>` : '';
  const fill = mark ? (day === last ? white : cinnabar) : white;
  return (
    `<path d="${outline}" fill="${fill}"/>` +
    (tone === 'none'
      ? ''
      : `<path d="${outline}" fill="${ink}" fill-opacity="${tone === 'url(#cross)' ? 0.2 : tone === 'url(#shade)' ? 0.1 : 0.03}"/><path d="${outline}" fill="${tone}"/>`) +
    `<path d="${outline}" fill="none" stroke="${mark ? cinnabar : ink}" stroke-width="${mark ? 2.6 : 1.5}" stroke-linejoin="round"/>${chip}` +
    (mark
      ? zh(x + length / 2, y + h / 2 + 7, mark[0], { size: length < 60 ? 15 : 19, weight: 700, anchor: 'middle', fill: day === last ? cinnabar : white })
      : '')
  );
}

function barred() {
  const { x, y, w: ww, h: wh } = window;
  const bars = [0.2, 0.4, 0.6, 0.8].map((t) => {
    const bx = x + 16 + (ww - 32) * t;
    return `<path d="M${r(bx - 4)} ${y + 14}h8v${wh - 24}h-8Z" fill="${ink}"/><path d="M${r(bx - 1.4)} ${y + 16}v${wh - 28}" stroke="${white}" stroke-width="1.4"/>`;
  });
  const cross = [0.33, 0.68].map((t) => `<path d="M${x + 14} ${r(y + wh * t)}h${ww - 28}v7h${-(ww - 28)}Z" fill="${ink}"/>`);
  const rays = Array.from({ length: 15 }, (_, i) => `M${r(x + 22 + i * 9.6)} ${r(y + 24 + (i % 4) * 26)}l${22 + (i % 3) * 8} ${44 + (i % 3) * 14}`).join('');
  return (
    `<path d="M${x - 10} ${y - 12}h${ww + 20}v${wh + 18}h${-(ww + 20)}Z" fill="${white}" stroke="${ink}" stroke-width="2.4"/>` +
    `<path d="M${x - 10} ${y - 12}h${ww + 20}l-14 22h${-(ww - 8)}Z" fill="url(#cross)"/><path d="M${x - 10} ${y - 12}v${wh + 18}l14 -12V${y + 10}Z" fill="url(#shade)"/>` +
    `<path d="M${x + 4} ${y + 10}h${ww - 8}v${wh - 16}h${-(ww - 8)}Z" fill="${white}" stroke="${ink}" stroke-width="2"/>` +
    `<path d="${rays}" stroke="${warm}" stroke-width="1.1"/>${cross.join('')}${bars.join('')}` +
    `<path d="M${x - 20} ${y + wh + 6}h${ww + 40}v16h${-(ww + 40)}Z" fill="${white}" stroke="${ink}" stroke-width="2.2"/><path d="M${x - 20} ${y + wh + 16}h${ww + 40}v6h${-(ww + 40)}Z" fill="url(#shade)"/>`
  );
}

/** The wall ends, and a plank door stands open on white paper. */
function door() {
  const [x, y, dw, dh] = [right + 14, top - 8, 128, lastRow - top + 18];
  const planks = [0.22, 0.44, 0.66, 0.86].map((t) => `M${r(x + dw * t)} ${r(y + 24 + t * 26)}V${r(y + dh - t * 30)}`).join('');
  const leaf = `M${x} ${y}L${x + dw} ${y + 46}V${y + dh - 40}L${x} ${y + dh}Z`;
  const strap = (t) => `M${x} ${r(y + dh * t)}l${dw - 14} ${r((t < 0.5 ? 1 : -1) * 18)}l10 6l-10 6l${-(dw - 14)} ${r((t < 0.5 ? -1 : 1) * 16)}Z`;
  return (
    `<path d="${leaf}" fill="${white}"/><path d="${leaf}" fill="url(#pale)" stroke="${ink}" stroke-width="2.6" stroke-linejoin="round"/>` +
    `<path d="${planks}" stroke="${ink}" stroke-width="1.6"/><path d="${strap(0.16)}${strap(0.8)}" fill="${white}" stroke="${ink}" stroke-width="2"/>` +
    `<path d="M${x - 7} ${y - 12}h14v${dh + 24}h-14Z" fill="${white}" stroke="${ink}" stroke-width="2.4"/><path d="M${x - 1} ${y - 12}h8v${dh + 24}h-8Z" fill="url(#shade)"/>` +
    `<circle cx="${x + dw - 20}" cy="${y + dh / 2}" r="9" fill="none" stroke="${ink}" stroke-width="3"/><path d="M${x + dw - 20} ${y + dh / 2 - 9}v-9" stroke="${ink}" stroke-width="3"/>`
  );
}

const floor = lastRow + 16;
const light = `<path d="M${right + 8} ${floor}L${right - 380} ${floor + 62}H${right + 196}L${right + 140} ${floor - 20}Z" fill="${white}"/><path d="M${right - 380} ${floor + 62}L${right + 8} ${floor}" stroke="${ink}" stroke-width="1.2" stroke-dasharray="10 7"/>`;
const ground = Array.from({ length: 34 }, (_, i) => {
  const x = 40 + i * 33 + next() * 16;
  return `M${r(x)} ${r(floor + 8 + (i % 4) * 14)}h${r(14 + next() * 34)}`;
}).join('');
const at = (day) => bricks[day];
const b17 = at(last);

save('arrest-and-release', {
  width,
  height,
  title: '砖墙，一砖一日，自1920年1月23日至7月17日；高处一扇铁窗，墙尽处门开着',
  defs:
    hatch('shade', { gap: 5.4, weight: 1.2 }) +
    hatch('cross', { gap: 4.2, weight: 1.3, angle: -45 }) +
    hatch('pale', { gap: 8.5, weight: 0.9 }),
  body: [
    heading('一九二〇年的被捕与获释', 'Arrest and release, 1920: a brick to the day'),
    `<path d="M${left - 14} ${top - 14}H${right + 10}V${floor}H${left - 14}Z" fill="#EFE7D8"/>`,
    light,
    `<path d="M40 ${floor}H${right + 8}" stroke="${ink}" stroke-width="2.6"/><path d="${ground}" stroke="${ink}" stroke-width="1.2" stroke-linecap="round"/>`,
    bricks.map(brick).join(''),
    barred(),
    door(),
    `<path d="M${left - 14} ${top - 14}H${right + 6}" stroke="${ink}" stroke-width="4"/>`,
    zh(b17.x + w + 18, b17.y + 28, '全部获释', { size: 23, weight: 700, fill: cinnabar }),
    zh(left, floor + 96, '1月23日，请愿代表被捕；1月29日，四人入署后被捕', { size: 22, weight: 700 }),
    zh(left, floor + 126, '7月17日，全部获释', { size: 22, weight: 700 }),
    en(left + 590, floor + 95, '23 January: delegates arrested; 29 January: four more;', { size: 19 }),
    en(left + 590, floor + 124, '17 July: all released', { size: 19, fill: inkSoft }),
    foot(
      height - 54,
      '一砖一日，依日期数出；墙、窗、门与光为示意。受伤人数各书不一，不写',
      'A brick is a day, counted from the dates; wall, window, door and light are schematic. Accounts differ on the injured.'
    )
  ].join('\n')
});
