/** AX-13: the three Large Dragons side by side, with the measures of the design. */
import { designMm, paperMm, stamp, stampDefs, stamps } from './stamp.mjs';
import { dimension, en, foot, heading, ink, r, saveTo, zh } from '../hand/sheet.mjs';

const save = saveTo('northern-port');

const u = 12.6;
const [w, h] = paperMm.map((mm) => mm * u);
const [dw, dh] = designMm.map((mm) => mm * u);
const gap = 34;
const x0 = 56;
const y0 = 140;
const place = (i) => x0 + i * (w + gap);

const labels = stamps.map(({ value, name, colourEn, english }, i) => {
  const middle = place(i) + w / 2;
  return (
    zh(middle, y0 + h + 86, `${value}·${name}`, { size: 24, weight: 700, anchor: 'middle' }) +
    en(middle, y0 + h + 114, `${english.toLowerCase()}, ${colourEn}`, { size: 19, anchor: 'middle' })
  );
});
const left = place(0) + (w - dw) / 2;
const right = place(2) + w + 24;
const top = y0 + (h - dh) / 2;
const upright = `<path d="M${r(right)} ${r(top)}v${r(dh)}M${r(right - 9)} ${r(top)}h18M${r(right - 9)} ${r(top + dh)}h18M${r(right - 6)} ${r(top + 6)}l12 -12M${r(right - 6)} ${r(top + dh + 6)}l12 -12" fill="none" stroke="${ink}" stroke-width="1.5"/>
<g transform="translate(${r(right + 30)} ${r(top + dh / 2)}) rotate(-90)">${zh(0, 0, '25.5毫米', { size: 22, weight: 700, anchor: 'middle' })}</g>`;

save('large-dragon', {
  height: 720,
  title: '大龙邮票三枚：壹分银绿、叁分银红、伍分银橘黄，图幅22.5×25.5毫米，龙纹为示意',
  defs: stampDefs(),
  body:
    heading('大龙邮票三枚', 'The three Large Dragons of the Customs Post') +
    stamps.map((kind, i) => stamp(place(i), y0, u, kind)).join('\n') +
    dimension(left, left + dw, y0 + h + 44, '22.5毫米', '', { size: 22 }) +
    upright +
    labels.join('') +
    foot(
      676,
      '据史料绘制，龙纹为示意；图幅依比例，齿孔12.5度',
      'Drawn from the sources; the dragon is schematic. Design to scale, perforation 12½.'
    )
});
