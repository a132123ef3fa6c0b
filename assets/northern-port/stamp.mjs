/** One Large Dragon: a design of 22.5 × 25.5 mm in a perforated margin, 12.5 holes to two centimetres (A-049). */
import { dragon } from './dragon.mjs';
import { inkSoft, r, white } from '../hand/sheet.mjs';

export const designMm = [22.5, 25.5];
export const paperMm = [25.6, 28.8];
const pitchMm = 20 / 12.5;

export const stamps = [
  { value: '壹分银', english: '1 CANDARIN', colour: '#2A6A4A', name: '绿', colourEn: 'green' },
  { value: '叁分银', english: '3 CANDARINS', colour: '#A31F22', name: '红', colourEn: 'red' },
  { value: '伍分银', english: '5 CANDARINS', colour: '#C27508', name: '橘黄', colourEn: 'orange-yellow' }
];

/** The dragon is drawn once and placed as often as a sheet needs it. */
export const stampDefs = () =>
  `<clipPath id="field"><rect width="306" height="342"/></clipPath><g id="dragon" clip-path="url(#field)">${dragon()}</g>`;

/** The edge of the paper: a half hole at every pitch. */
function perforated(u) {
  const [w, h] = paperMm;
  const hole = (d) => `a${r(0.5 * u)} ${r(0.5 * u)} 0 0 0 ${d}`;
  const run = (length, dx, dy) => {
    const n = Math.round(length / pitchMm);
    const solid = r((pitchMm - 1) * u);
    const gap = r(1 * u);
    return (
      `l${r((solid / 2) * dx)} ${r((solid / 2) * dy)}` +
      Array.from(
        { length: n },
        (_, i) => `${hole(`${r(gap * dx)} ${r(gap * dy)}`)}${i < n - 1 ? `l${r(solid * dx)} ${r(solid * dy)}` : ''}`
      ).join('') +
      `l${r((solid / 2) * dx)} ${r((solid / 2) * dy)}`
    );
  };
  return `M0 0${run(w, 1, 0)}${run(h, 0, 1)}${run(w, -1, 0)}${run(h, 0, -1)}Z`;
}

/** `u` is units a millimetre; x and y are the corner of the perforated paper. */
export function stamp(x, y, u, { value, english, colour }) {
  const [w, h] = designMm;
  const [pw, ph] = paperMm;
  const rect = (a, b, c, d, weight, fill = 'none') =>
    `<rect x="${r(a * u)}" y="${r(b * u)}" width="${r(c * u)}" height="${r(d * u)}" fill="${fill}" stroke-width="${r(weight * u)}"/>`;
  const han = (cx, top, step, text) =>
    [...text]
      .map((c, i) => `<text x="${r(cx * u)}" y="${r((top + i * step) * u)}" font-size="${r(2.25 * u)}">${c}</text>`)
      .join('');
  const key = (cx, cy) =>
    `M${r((cx - 0.9) * u)} ${r(cy * u)}l${r(0.9 * u)} ${r(-0.9 * u)}l${r(0.9 * u)} ${r(0.9 * u)}l${r(-0.9 * u)} ${r(0.9 * u)}z`;
  return `<g transform="translate(${r(x)} ${r(y)})"><path d="${perforated(u)}" fill="${white}" stroke="${inkSoft}" stroke-width="1.4" stroke-linejoin="round"/>
<g transform="translate(${r(((pw - w) / 2) * u)} ${r(((ph - h) / 2) * u)})" stroke="${colour}" fill="none">
${rect(0.14, 0.14, w - 0.28, h - 0.28, 0.28)}${rect(0.62, 0.62, w - 1.24, h - 1.24, 0.12)}${rect(3.6, 4.1, 15.3, 17.1, 0.17)}
<path d="M${r(0.62 * u)} ${r(4.1 * u)}H${r((w - 0.62) * u)}M${r(0.62 * u)} ${r(21.2 * u)}H${r((w - 0.62) * u)}" stroke-width="${r(0.17 * u)}"/>
<path d="${key(2.1, 2.36)}${key(w - 2.1, 2.36)}${key(2.1, h - 2.3)}${key(w - 2.1, h - 2.3)}" stroke-width="${r(0.13 * u)}"/>
<rect x="${r(3.6 * u)}" y="${r(4.1 * u)}" width="${r(15.3 * u)}" height="${r(17.1 * u)}" fill="${colour}" fill-opacity="0.17" stroke="none"/><use href="#dragon" transform="translate(${r(3.6 * u)} ${r(4.1 * u)}) scale(${(0.05 * u).toFixed(3)})"/>
<g fill="${colour}" stroke="none" text-anchor="middle" font-family="Noto Serif SC" font-weight="700">${han(w - 2.1, 7.3, 3.05, '大清邮政局')}${han(2.1, 8.6, 4.75, value)}
<g font-family="Source Serif 4"><text x="${r((w / 2) * u)}" y="${r(3.2 * u)}" font-size="${r(2.5 * u)}" letter-spacing="${r(0.75 * u)}">CHINA</text><text x="${r((w / 2) * u)}" y="${r((h - 1.62) * u)}" font-size="${r(1.8 * u)}" letter-spacing="${r(0.12 * u)}">${english}</text></g></g>
</g></g>`;
}
