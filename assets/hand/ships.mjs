/** A steamer in side view. It stands for its kind, not for any ship. Hatching needs the pattern `shade`. */
import { cinnabar, ink, r, white } from './sheet.mjs';

/** Bow to the right, waterline at y = 0, about 420 units long at scale 1. */
export function steamer(x, y, k = 1, { flip = false, smoke = true } = {}) {
  const p = (d, weight = 2, fill = white) =>
    `<path d="${d}" fill="${fill}" stroke="${ink}" stroke-width="${r(weight / k)}" stroke-linejoin="round" stroke-linecap="round"/>`;
  const ports = [-120, -96, -72, -48, 72, 96, 120].map((cx) => `M${cx} -22a3.4 3.4 0 1 0 .1 0Z`).join('');
  const shrouds = (m, top, a, b) =>
    `M${m} ${top}L${a} -40M${m} ${top}L${b} -40M${m} ${top + 34}L${(a + m) / 2 - 6} -40M${m} ${top + 34}L${(b + m) / 2 + 6} -40`;
  const furled = (m, yard) =>
    `M${m - 44} ${yard}H${m + 44}M${m - 40} ${yard + 2}q6 9 13 0q7 9 13 0q7 9 14 0q7 9 14 0q6 9 13 0q7 9 13 0`;
  const rail = Array.from({ length: 25 }, (_, i) => `M${-178 + i * 15} -40v-9`).join('');
  return `<g transform="translate(${x} ${y}) scale(${flip ? -k : k} ${k})">
${smoke ? p('M-24 -168C-40 -176 -36 -192 -52 -190C-52 -208 -84 -208 -86 -194C-104 -206 -132 -198 -130 -182C-152 -186 -172 -172 -162 -162C-146 -152 -134 -160 -122 -156C-108 -146 -96 -156 -84 -154C-70 -146 -60 -154 -50 -152C-40 -150 -32 -158 -24 -168Z', 1.7) + p('M-58 -176C-58 -186 -74 -188 -74 -177M-100 -176C-100 -188 -120 -186 -118 -174M-138 -170q8 -6 14 0', 1.4, 'none') : ''}
${p('M-112 -38V-196M104 -38V-206M-112 -196v-14M104 -206v-14', 2.6, 'none')}
${p(`${shrouds(-112, -190, -142, -84)}${shrouds(104, -200, 74, 134)}M104 -206L262 -62M104 -170L238 -56M-112 -196L104 -206M-112 -190L-200 -46`, 1.1, 'none')}
${p(furled(104, -160) + furled(104, -112) + furled(-112, -150), 1.8, 'none')}
${p('M196 -50L268 -66', 3, 'none')}
${p('M-34 -60L-31 -168H-9L-6 -60Z')}${p('M-20 -60V-168H-9L-6 -60Z', 0.1, 'url(#shade)')}<path d="M-31.6 -148H-8.4L-8 -132H-32Z" fill="${cinnabar}" stroke="${ink}" stroke-width="${r(1.7 / k)}"/>${p('M-33 -168H-7v-6H-33Z', 1.8)}
${p('M8 -60v-30q0 -8 8 -8M34 -60v-26q0 -8 8 -8', 3, 'none')}
${p('M-76 -40V-62H64V-40Z')}${p('M-66 -56h12v10h-12ZM-46 -56h12v10h-12ZM-26 -56h12v10h-12ZM-6 -56h12v10h-12ZM14 -56h12v10h-12ZM34 -56h12v10h-12Z', 1.4, 'url(#shade)')}
${p('M30 -62V-82H62V-62Z')}${p('M36 -77h8v8h-8ZM49 -77h8v8h-8Z', 1.3, 'url(#shade)')}${p('M26 -82H68V-86H26Z', 1.6)}${p('M-80 -62H68', 2, 'none')}
${p('M-150 -46q16 9 34 0l-4 -6h-26ZM-54 -66q16 9 34 0l-4 -6h-26Z', 1.6)}
${p(`M-182 -49H186${rail}`, 1.1, 'none')}
${p('M-204 -46C-150 -36 120 -34 214 -54C208 -30 203 -12 200 12H-168C-176 -6 -194 -22 -204 -46Z', 2.5)}
${p('M-186 -26C-100 -20 120 -18 206 -30L200 12H-168C-172 0 -180 -12 -186 -26Z', 0.1, 'url(#shade)')}
${p('M-190 -30C-120 -22 120 -20 209 -36', 1.6, 'none')}<path d="${ports}" fill="${white}" stroke="${ink}" stroke-width="${r(1.3 / k)}"/>
</g>`;
}
