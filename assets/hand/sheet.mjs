/**
 * The one hand of all drawings: paper, ink, hatching, two washes, one accent, dimension lines.
 * Everything returns SVG text; lengths are units of a sheet 1200 wide.
 */
import { writeFileSync } from 'node:fs';

export const ink = '#1E1A16';
export const inkSoft = '#5A5148';
export const paper = '#FBF8F0';
export const white = '#FFFDF8';
export const river = '#2C5B60';
export const cinnabar = '#A31F22';
export const warm = '#8A7B68';

/** Rounds to one decimal, so that files stay small. */
export const r = (n) => Math.round(n * 10) / 10;

/** A repeatable stream of numbers in 0…1 for everything that should look placed by hand. */
export function dice(seed) {
  let s = seed;
  return () => {
    s = (Math.imul(s ^ (s >>> 15), 2246822519) + 0x9e3779b9) | 0;
    return (s >>> 0) / 4294967296;
  };
}

/** Writes whole drawings into an exhibit's media folder: `saveTo('northern-port')('stamp-sheet', …)`. */
export const saveTo = (exhibit) => (id, drawing) => {
  writeFileSync(new URL(`../../exhibits/${exhibit}/media/${id}.svg`, import.meta.url), sheet(drawing));
};

/** A whole drawing as SVG. `ground: null` leaves the page's own paper. */
function sheet({ x = 0, y = 0, width = 1200, height, title, ground = paper, defs = '', body }) {
  const back = ground ? `<rect width="${width}" height="${height}" fill="${ground}"/>` : '';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${x} ${y} ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${title}">
<defs>${defs}</defs>
${back}
${body}
</svg>
`.replace(/\n+/g, '\n');
}

/** Parallel ink strokes, used wherever another hand would lay a grey. */
export function hatch(id, { gap = 6, angle = 45, weight = 1.1, colour = ink } = {}) {
  return `<pattern id="${id}" width="${gap}" height="${gap}" patternUnits="userSpaceOnUse" patternTransform="rotate(${angle})"><path d="M${gap / 2} -1V${gap + 1}" stroke="${colour}" stroke-width="${weight}"/></pattern>`;
}

const serif = 'font-family="Noto Serif SC"';
const latin = 'font-family="Source Serif 4"';

/** Chinese text. */
export function zh(
  x,
  y,
  text,
  { size = 22, weight = 500, anchor = 'start', fill = ink, spacing = 0, halo = false } = {}
) {
  const track = spacing ? ` letter-spacing="${spacing}"` : '';
  const edge = halo ? ` stroke="${paper}" stroke-width="6" stroke-linejoin="round" paint-order="stroke"` : '';
  return `<text x="${r(x)}" y="${r(y)}" ${serif} font-weight="${weight}" font-size="${size}" text-anchor="${anchor}" fill="${fill}"${track}${edge}>${text}</text>`;
}

/** English text, smaller and softer than the Chinese it stands under. */
export function en(x, y, text, { size = 18, weight = 400, anchor = 'start', fill = inkSoft, halo = false } = {}) {
  const edge = halo ? ` stroke="${paper}" stroke-width="5" stroke-linejoin="round" paint-order="stroke"` : '';
  return `<text x="${r(x)}" y="${r(y)}" ${latin} font-weight="${weight}" font-size="${size}" text-anchor="${anchor}" fill="${fill}"${edge}>${text}</text>`;
}

/** Title top left, and the line at the foot that says what kind of picture this is. */
export function heading(title, subtitle, { x = 56, y = 72 } = {}) {
  return zh(x, y, title, { size: 36, weight: 700, spacing: 2 }) + en(x, y + 32, subtitle, { size: 21 });
}

export function foot(y, text, english, { x = 56 } = {}) {
  return zh(x, y, text, { size: 18, fill: inkSoft }) + en(x, y + 25, english, { size: 17 });
}

/** A dimension between two points of one level, with oblique ticks as on a measured drawing. */
export function dimension(x0, x1, y, text, english, { size = 23 } = {}) {
  const tick = (x) => `M${r(x)} ${y - 9}V${y + 9}M${r(x - 6)} ${y + 6}l12 -12`;
  return (
    `<path d="M${r(x0)} ${y}H${r(x1)}${tick(x0)}${tick(x1)}" fill="none" stroke="${ink}" stroke-width="1.5"/>` +
    zh((x0 + x1) / 2, y - 12, text, { size, anchor: 'middle', weight: 700 }) +
    (english ? en((x0 + x1) / 2, y + 25, english, { size: size - 4, anchor: 'middle' }) : '')
  );
}

/** A closed or open path through points. */
export function line(points, close = false) {
  return 'M' + points.map(([x, y]) => `${r(x)} ${r(y)}`).join('L') + (close ? 'Z' : '');
}

/** Short rippled strokes, thinning out away from `y`; `skip` keeps hulls and piers dry. */
export function water(x0, x1, y, rows, { seed = 7, skip = () => false, weight = 1.6, gap = 13 } = {}) {
  const next = dice(seed);
  let d = '';
  for (let row = 0; row < rows; row++) {
    const level = y + row * gap + row * row * 0.8;
    let x = x0 + next() * 50;
    while (x < x1) {
      const length = Math.min(24 + next() * 90 * (1 + row * 0.2), x1 - x);
      if (length > 14 && !skip(x, x + length, level)) {
        const q = r(length / 4);
        d += `M${r(x)} ${r(level)}q${q} ${-2 - (row % 2)} ${r(q * 2)} 0t${r(q * 2)} 0`;
      }
      x += length + 14 + next() * (36 + row * 26);
    }
  }
  return `<path d="${d}" fill="none" stroke="${river}" stroke-width="${weight}" stroke-linecap="round"/>`;
}
