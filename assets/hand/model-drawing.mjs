/**
 * The still picture of a model in the one hand, from the model's own faces: contours and creases with what lies behind left
 * out, hatching where it is dark, flat washes. Nothing is rendered: all of it is strokes and outlines of the sheet.
 */
import { bakedOf } from './model.mjs';
import { dropBeside, FINE, isSeen, pictureOf, regionsOf } from './picture-plane.mjs';
import { rayTree } from './rays.mjs';
import { cinnabar, en, ink, line, r, white, zh } from './sheet.mjs';
import { linear } from './tones.mjs';
import { placeName, trianglesOf } from './triangles.mjs';
import { bounds, dot, length, minus, mix, plus, times, unit } from './vectors.mjs';
import { viewOf } from './view.mjs';

/** Washes by tone; what is not here stays white, and what is dark by nature is hatched the closer. */
const WASHES = {
  water: '#D5DDD9',
  river: '#B9C8C6',
  glass: '#C9D3D0',
  leaf: '#DDDFCF',
  cinnabar: cinnabar,
  lead: cinnabar,
  brick: '#EFE3D6',
  'brick-red': '#E9D6C8',
  timber: '#F0E6D4',
  'timber-dark': '#DCCDB8',
  leather: '#DCC8B4',
  bamboo: '#F3EAD8',
  brass: '#EBDDBB',
  gilt: '#F0E4C4',
  earth: '#EDE5D5',
  granite: '#F1EBDF',
  olive: '#E4DFCF',
  lamp: '#F6E7BC',
  iron: '#DAD2C5',
  black: '#CBC2B4',
  dark: '#4A433B',
  rubber: '#4A433B'
};
/** Below these a place gets its first strokes, twice as many, and a second direction. */
const [FIRST, SECOND, CROSSED] = [0.66, 0.46, 0.25];
const GAP = 4.4;
/** What the sun does not reach is so much darker. */
const CAST = 0.72;

/**
 * `{ body, view }`: SVG text for a sheet 1200 wide and the view, for what is to be written beside it. `box` is the place on
 * the sheet; `hasShadow` lays one on the table; `weight` thickens all strokes.
 */
export function drawnModel(faces, { turn, lift, box, height = 900, hasShadow = true, weight = 1, washes = {}, ...dividing } = {}) {
  const corners = faces.flatMap(({ points }) => points);
  const view = viewOf(corners, { turn, lift, box });
  const { low, high } = bounds(corners);
  const size = length(minus(high, low));
  const triangles = bakedOf(faces, dividing);
  const meet = rayTree(Float64Array.from(triangles.flatMap(({ points }) => points.flat())));
  const sun = unit(plus(plus(times(view.right, -0.62), [0, 1.05, 0]), times([view.towards[0], 0, view.towards[2]], 0.42)));
  const darkness = faces.map(({ tone }) => Math.min(1, 0.7 + dot(linear(tone), [0.2, 0.7, 0.1]) * 1.05));
  const picture = pictureOf(triangles, view, [1200, height], (normal, shade, index) => {
    const lit = Math.max(0, dot(normal, sun));
    return (0.42 + 0.62 * lit) * (0.35 + 0.65 * shade) * darkness[triangles[index].face];
  });
  const fills = { ...WASHES, ...washes };
  return {
    view,
    body: [
      washed(picture, (index) => fills[faces[triangles[index].face].tone] ?? white),
      hatched(picture, view, triangles, { meet, sun, size, table: low[1], hasShadow, weight }),
      ruled(picture, view, faces, size, weight)
    ].join('\n')
  };
}

function washed(picture, fillOf) {
  return regionsOf(picture, fillOf)
    .map(({ name, outlines }) => {
      const opacity = name === cinnabar ? ' fill-opacity="0.82"' : '';
      return `<path d="${outlines.map((loop) => line(loop, true)).join('')}" fill="${name}"${opacity} fill-rule="evenodd"/>`;
    })
    .join('');
}

/** Strokes lie in the faces they shade: along the slope of walls, along the length of what lies flat. */
function hatched(picture, view, triangles, { meet, sun, size, table, hasShadow, weight }) {
  const across = (direction) => {
    const [a, b] = [view.flat([0, 0, 0]), view.flat(direction)];
    return Math.atan2(b[1] - a[1], b[0] - a[0]);
  };
  const angles = [across([0, 0.62, -1]), across([1, 0, 0.12]), across([1, 0.62, 0]), -0.86];
  const family = Uint8Array.from(triangles, ({ normals, flat }) => {
    const steep = [0, 1, 2].map((i) => Math.abs(flat[i]));
    const most = steep.indexOf(Math.max(...steep));
    const isBent = normals.some((n) => dot(n, flat) < 0.998);
    return isBent || steep[most] < 0.86 ? 3 : most;
  });
  const isInShadow = shadowOn(picture, view, meet, sun, size);
  const strokes = angles.map((angle, own) => {
    const darkAt = (x, y, isEvery) => {
      const at = y * picture.w + x;
      const index = picture.owner[at];
      if (index < 0 || family[index] !== own) return false;
      const tone = picture.tone[at];
      const least = isEvery ? SECOND : FIRST;
      return tone < least || (tone * CAST < least && isInShadow(x, y));
    };
    return strokesAlong(picture, angle, GAP, darkAt);
  });
  const crossing = strokesAlong(picture, 0.5, GAP, (x, y) => picture.owner[y * picture.w + x] >= 0 && picture.tone[y * picture.w + x] < CROSSED);
  const shadow = hasShadow
    ? strokesAlong(picture, across([1, 0, 0]), 5.4, (x, y) => {
        if (picture.owner[y * picture.w + x] >= 0) return false;
        const point = view.onLevel([x / FINE, y / FINE], table);
        return meet(plus(point, times(sun, size * 1e-3)), sun, size * 2) !== null;
      })
    : '';
  return `<path d="${strokes.join('')}${crossing}" fill="none" stroke="${ink}" stroke-width="${r(0.95 * weight)}" stroke-linecap="round"/><path d="${shadow}" fill="none" stroke="${ink}" stroke-width="${r(0.8 * weight)}" stroke-opacity="0.75" stroke-linecap="round"/>`;
}

/** Whether the sun is behind something at a pixel, asked once for every four. */
function shadowOn({ w, h, depth }, view, meet, sun, size) {
  const known = new Int8Array(Math.ceil(w / 2) * Math.ceil(h / 2));
  return (x, y) => {
    const at = (y >> 1) * Math.ceil(w / 2) + (x >> 1);
    if (known[at] === 0) {
      const point = view.at([x / FINE, y / FINE], depth[y * w + x] + size * 1.5e-3);
      known[at] = meet(plus(point, times(sun, size * 2e-3)), sun, size * 2) ? 1 : -1;
    }
    return known[at] === 1;
  };
}

/** Parallel strokes at an angle wherever the question is answered yes; every second line asks for the darker half. */
function strokesAlong({ w, h }, angle, gap, isDark) {
  const [dx, dy] = [Math.cos(angle), Math.sin(angle)];
  const reach = Math.hypot(w, h) / 2;
  let d = '';
  for (let k = -Math.ceil(reach / FINE / gap); k <= reach / FINE / gap; k++) {
    const [ox, oy] = [w / 2 - dy * k * gap * FINE, h / 2 + dx * k * gap * FINE];
    let from = null;
    for (let s = -reach; s <= reach; s += 1) {
      const [x, y] = [Math.floor(ox + dx * s), Math.floor(oy + dy * s)];
      const isOn = x >= 0 && y >= 0 && x < w && y < h && isDark(x, y, Boolean(k & 1));
      if (isOn && from === null) from = s;
      if (!isOn && from !== null) {
        if (s - from > 5) {
          const at = (v) => `${r((ox + dx * v) / FINE)} ${r((oy + dy * v) / FINE)}`;
          d += `M${at(from + 1)}L${at(s - 1)}`;
        }
        from = null;
      }
    }
  }
  return d;
}

/** Contours, creases and ruled lines, cut where they go behind something. */
function ruled(picture, view, faces, size, weight) {
  const nameOf = placeName(size);
  const edges = new Map();
  for (const triangle of trianglesOf(faces, size)) {
    if (faces[triangle.face].wire) continue;
    triangle.points.forEach((a, i) => {
      const b = triangle.points[(i + 1) % 3];
      const [p, q] = [nameOf(a), nameOf(b)];
      const name = p < q ? `${p}|${q}` : `${q}|${p}`;
      if (!edges.has(name)) edges.set(name, { a, b, sides: [] });
      edges.get(name).sides.push(triangle);
    });
  }
  const lines = { contour: '', crease: '', fine: '' };
  for (const { a, b, sides } of edges.values()) {
    const front = sides.filter(({ flat }) => dot(flat, view.towards) > 1e-4);
    if (front.length === 0) continue;
    const isBend = front.some((one) => front.some((other) => dot(one.flat, other.flat) < 0.84));
    const isRim = front.length < sides.length;
    const isOpen = sides.length === 1;
    const isSeam =
      front.length > 1 &&
      front.some(({ face }) => face !== front[0].face) &&
      front.some(({ face }) => faces[face].isRuled || faces[face].tone !== faces[front[0].face].tone);
    const kind = isRim || isBend ? 'crease' : isSeam || isOpen ? 'fine' : null;
    if (!kind || (isOpen && !isRim && !faces[sides[0].face].isRuled)) continue;
    for (const run of seenRuns(picture, view, a, b, size, isRim)) lines[run.isContour ? 'contour' : kind] += run.d;
  }
  for (const { wire } of faces) {
    if (!wire?.axis) continue;
    const isThick = wire.radius * view.scale > 0.7;
    for (const run of seenRuns(picture, view, ...wire.axis, size, false, wire.radius)) lines[isThick ? 'crease' : 'fine'] += run.d;
  }
  const stroke = (d, width) =>
    d
      ? `<path d="${d}" fill="none" stroke="${ink}" stroke-width="${r(width * weight * 10) / 10}" stroke-linecap="round" stroke-linejoin="round"/>`
      : '';
  return stroke(lines.fine, 0.7) + stroke(lines.crease, 1.25) + stroke(lines.contour, 2.1);
}

function seenRuns(picture, view, a, b, size, isRim, radius = 0) {
  const [fa, fb] = [view.flat(a), view.flat(b)];
  const long = Math.hypot(fb[0] - fa[0], fb[1] - fa[1]);
  if (long < 0.4) return [];
  const n = Math.max(2, Math.ceil(long / 1.1));
  const direction = [(fb[0] - fa[0]) / long, (fb[1] - fa[1]) / long];
  const runs = [];
  let current = null;
  for (let i = 0; i <= n; i++) {
    const point = mix(a, b, i / n);
    const isOn = isSeen(picture, view, point, size * 0.0022 + radius * 1.2);
    const isContour = isOn && isRim && dropBeside(picture, view, point, direction) > size * 0.05;
    if (!isOn || (current && current.isContour !== isContour && i < n)) {
      if (current) runs.push(current);
      current = isOn ? { from: Math.max(0, i - 1), to: i, isContour } : null;
    } else if (current) current.to = i;
    else current = { from: i, to: i, isContour };
  }
  if (current) runs.push(current);
  const at = (i) => [fa[0] + (fb[0] - fa[0]) * (i / n), fa[1] + (fb[1] - fa[1]) * (i / n)];
  return runs
    .filter(({ from, to }) => to > from)
    .map(({ from, to, isContour }) => ({ isContour, d: line([at(from), at(to)]) }));
}

/** A dimension along an edge of the model, moved out by a vector of the model, with the words beyond its middle. */
export function measured(view, a, b, out, text, english, { away = 18 } = {}) {
  const [p, q] = [a, b].map((end) => view.flat(plus(end, out)));
  const [pa, qa] = [a, b].map((end) => view.flat(plus(end, times(out, 0.12))));
  const [pz, qz] = [a, b].map((end) => view.flat(plus(end, times(out, 1.1))));
  const long = Math.hypot(q[0] - p[0], q[1] - p[1]);
  const [ux, uy] = [(q[0] - p[0]) / long, (q[1] - p[1]) / long];
  const tick = ([x, y]) =>
    line([
      [x - (ux - uy) * 7, y - (uy + ux) * 7],
      [x + (ux - uy) * 7, y + (uy + ux) * 7]
    ]);
  // Square to the line, on the side away from the model.
  const side = Math.sign((p[0] - pa[0]) * -uy + (p[1] - pa[1]) * ux) || 1;
  const [ox, oy] = [-uy * side, ux * side];
  const anchor = ox > 0.35 ? 'start' : ox < -0.35 ? 'end' : 'middle';
  const x = (p[0] + q[0]) / 2 + ox * away;
  const y = (p[1] + q[1]) / 2 + oy * away + (oy > 0.35 ? 18 : oy < -0.35 ? (english ? -24 : 0) : english ? -4 : 8);
  return (
    `<path d="${line([pa, pz])}${line([qa, qz])}" fill="none" stroke="${ink}" stroke-width="0.9"/>` +
    `<path d="${line([p, q])}${tick(p)}${tick(q)}" fill="none" stroke="${ink}" stroke-width="1.5"/>` +
    zh(x, y, text, { size: 23, weight: 700, anchor, halo: true }) +
    (english ? en(x, y + 25, english, { size: 19, anchor, halo: true }) : '')
  );
}

/** Words beside the model with a line to a point of it. */
export function pointed(view, at, [x, y], text, english, anchor = 'start') {
  const [px, py] = view.flat(at);
  const pad = anchor === 'start' ? -10 : anchor === 'end' ? 10 : 0;
  return (
    `<path d="M${r(px)} ${r(py)}L${x + pad} ${y - 7}" stroke="${ink}" stroke-width="1.3" fill="none"/><circle cx="${r(px)}" cy="${r(py)}" r="4.2" fill="${ink}" stroke="#FBF8F0" stroke-width="1.6"/>` +
    zh(x, y, text, { size: 24, weight: 700, anchor }) +
    en(x, y + 26, english, { size: 19, anchor })
  );
}

