/** People as plain silhouettes: no face, no badge. Feet stand at y, `h` is the height; drawn in a box 100 high. */
import { ink, r } from '../hand/sheet.mjs';

const place = (x, y, h, flip, body) =>
  `<g transform="translate(${r(x)} ${r(y)}) scale(${((flip ? -h : h) / 100).toFixed(4)} ${(h / 100).toFixed(4)})" fill="${ink}" stroke="${ink}" stroke-linecap="round" stroke-linejoin="round">${body}</g>`;
const limb = (d, width) => `<path d="${d}" fill="none" stroke-width="${width}"/>`;

/** A student in a long gown, from behind, walking in; `bag` gives a satchel. */
export const gowned = (x, y, h, { flip = false, bag = true, braid = false } = {}) =>
  place(
    x,
    y,
    h,
    flip,
    `<circle cx="0" cy="-91" r="7" stroke="none"/><path d="M-3.4 -86h6.8v5h-6.8Z" stroke="none"/>` +
      `<path d="M-4 -83C-11 -82 -15 -78 -16 -71L-19 -45L-14 -43L-11.5 -60L-14.5 -7Q0 -3 14.5 -7L11.5 -60L14 -43L19 -45L16 -71C15 -78 11 -82 4 -83Z" stroke-width="1"/>` +
      limb('M-6 -6L-7 -1h-3M6 -6L9 0h3', 4.2) +
      (bag ? '<path d="M14 -52h12v16h-12Z" stroke-width="1"/>' + limb('M-9 -80L18 -52', 2) : '') +
      (braid ? limb('M0 -86L1 -62', 3.4) : '')
  );

/** A walker in padded coat and cap, facing right; `step` 0…3 varies the stride, `load` what is carried. */
export function walker(x, y, h, { flip = false, step = 0, load = '', reach = false } = {}) {
  const [front, back, lean] = [
    ['M1 -45L9 -25L13 -2h5', 'M-1 -45L-5 -24L-14 -5l3 3', 1.5],
    ['M1 -45L6 -24L6 -1h5', 'M-1 -45L-3 -25L-9 -3h4', 0.5],
    ['M1 -45L11 -27L15 -3h5', 'M-1 -45L-7 -25L-17 -8l2 4', 2.5],
    ['M1 -45L4 -23L3 -1h5', 'M-1 -45L3 -26L-4 -6l2 4', 1]
  ][step % 4];
  const arm = reach ? 'M1 -77L14 -68L25 -66' : ['M0 -77L-7 -62L-2 -50', 'M0 -77L6 -63L12 -54'][step % 2];
  const carried = {
    rifle: limb('M-11 -98L7 -52', 2.6) + limb('M-4 -80L6 -54', 4),
    pack: '<path d="M-9 -80q-9 2 -8 12q0 9 7 9Z" stroke-width="1"/>',
    '': ''
  }[load];
  return place(
    x,
    y,
    h,
    flip,
    `<g transform="rotate(${lean} 0 -45)"><circle cx="2" cy="-91" r="6.4" stroke="none"/><path d="M-5 -93q1 -8 8 -8q6 0 7 5l4 2.4h-9Z" stroke="none"/>` +
      `<path d="M-3 -85C-9 -83 -11 -76 -10.500 -64L-11.500 -41Q0 -38 10.500 -42L9.500 -64C9.500 -76 8 -84 4 -85Z" stroke-width="1"/>${carried}${limb(arm, 5.6)}</g>` +
      limb(front, 6.6) +
      limb(back, 6.6)
  );
}

/** Someone seated, facing right; `speaks` raises a hand. The seat is the drawer's own. */
export const seated = (x, y, h, { flip = false, speaks = false, gown = false } = {}) =>
  place(
    x,
    y,
    h,
    flip,
    `<circle cx="3" cy="-91" r="7.4" stroke="none"/><path d="M-1 -86h7v5h-7Z" stroke="none"/>` +
      `<path d="M-3 -83C-11 -81 -13 -74 -12.500 -62L-12 -36Q0 -32 12 -37L11 -62C11 -75 10 -82 5 -83Z" stroke-width="1"/>` +
      (gown
        ? '<path d="M-11 -42L27 -44Q33 -43 32 -36L30 -6H12L11 -28L-8 -30Z" stroke-width="1"/>'
        : limb('M-3 -38L26 -38L26 -6h6', 10)) +
      limb(speaks ? 'M2 -74L16 -66L24 -80' : 'M2 -74L10 -56L24 -52', 6)
  );
