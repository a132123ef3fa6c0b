/** AX-14: how the sheets were laid out: mostly five by five, some four by five. */
import { designMm, paperMm, stamp, stampDefs, stamps } from './stamp.mjs';
import { cinnabar, en, foot, hatch, heading, ink, r, saveTo, white, zh } from '../hand/sheet.mjs';

const save = saveTo('northern-port');

const u = 5.5;
// Stamps in a sheet touch along the perforation, so the step is the paper of one stamp.
const [stepX, stepY] = paperMm.map((mm) => mm * u);
const [x0, y0] = [68, 158];
const whole = Array.from(
  { length: 25 },
  (_, i) => `<use href="#one" x="${r(x0 + (i % 5) * stepX)}" y="${r(y0 + Math.floor(i / 5) * stepY)}"/>`
).join('');
const margin = 12;
const edge = `<rect x="${x0 - margin}" y="${y0 - margin}" width="${r(5 * stepX + 2 * margin)}" height="${r(5 * stepY + 2 * margin)}" fill="${white}" stroke="${ink}" stroke-width="2.2"/>`;

const v = 2.05;
const [sx, sy] = paperMm.map((mm) => mm * v);
const [x1, y1] = [850, 258];
const small = Array.from({ length: 20 }, (_, i) => {
  const [x, y] = [x1 + (i % 4) * sx, y1 + Math.floor(i / 4) * sy];
  const [ox, oy] = [(sx - designMm[0] * v) / 2, (sy - designMm[1] * v) / 2];
  return `<rect x="${r(x)}" y="${r(y)}" width="${r(sx)}" height="${r(sy)}" fill="none" stroke="${ink}" stroke-width="1.3" stroke-dasharray="2 4"/><rect x="${r(x + ox)}" y="${r(y + oy)}" width="${r(designMm[0] * v)}" height="${r(designMm[1] * v)}" fill="url(#shade)" stroke="${cinnabar}" stroke-width="1.8"/>`;
}).join('');
const smallEdge = `<rect x="${x1 - 8}" y="${y1 - 8}" width="${r(4 * sx + 16)}" height="${r(5 * sy + 16)}" fill="${white}" stroke="${ink}" stroke-width="2"/>`;

save('stamp-sheet', {
  height: 1080,
  title: '五行五列的方格，共二十五枚；旁有一小图，四列五行，共二十枚',
  defs:
    `${stampDefs()}<g id="one">${stamp(0, 0, u, stamps[1])}</g>` +
    hatch('shade', { gap: 6, weight: 1, colour: cinnabar }),
  body: [
    heading('大龙全张排列', 'Layout of the sheet'),
    edge,
    whole,
    smallEdge,
    small,
    zh(x1 - 8, 176, '25枚，五行五列', { size: 28, weight: 700 }),
    en(x1 - 8, 206, 'left: 25 stamps, five by five', { size: 21 }),
    zh(x1 - 8, y1 + 5 * sy + 58, '20枚，四列五行', { size: 28, weight: 700 }),
    en(x1 - 8, y1 + 5 * sy + 88, 'above: 20 stamps, four by five', { size: 21 }),
    zh(x1 - 8, y1 + 5 * sy + 152, '亦有15枚', { size: 28, weight: 700 }),
    en(x1 - 8, y1 + 5 * sy + 182, 'also 15 stamps', { size: 21 }),
    foot(
      1020,
      '据文字资料绘制，龙纹与排列为示意；通行说法，尚待查证',
      'Drawn from written sources; dragon and layout schematic. Generally known, still to be checked.'
    )
  ].join('\n')
});
