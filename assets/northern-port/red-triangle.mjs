/**
 * AX-28: soda ash of 1936 as a stack, a sack a thousand tons, which at fifty-five is a triangle by itself; and the mark
 * redrawn on the front of one sack, with the medal of 1926.
 */
import { cinnabar, dice, en, foot, hatch, heading, ink, paper, r, saveTo, warm, white, zh } from '../hand/sheet.mjs';

const save = saveTo('northern-port');
const next = dice(28);
const gilt = '#B08D3C';
const ground = 716;

const p = (d, weight = 2, fill = white) =>
  `<path d="${d}" fill="${fill}" stroke="${ink}" stroke-width="${weight}" stroke-linejoin="round" stroke-linecap="round"/>`;

/** A lying sack of the stack, seen from its front: tied ears, a seam, shade below and to the right, the mark. */
function lying(x, y, width, height) {
  const sag = () => r((next() - 0.5) * 3);
  const [w, h] = [width / 2, height];
  const body = `M${r(x - w + 5)} ${r(y - h + 5 + sag())}C${r(x - w * 0.4)} ${r(y - h - 2)} ${r(x + w * 0.4)} ${r(y - h - 2)} ${r(x + w - 5)} ${r(y - h + 5 + sag())}C${r(x + w + 2)} ${r(y - h * 0.6)} ${r(x + w + 2)} ${r(y - h * 0.3)} ${r(x + w - 4)} ${r(y - 2)}C${r(x + w * 0.4)} ${r(y + 1)} ${r(x - w * 0.4)} ${r(y + 1)} ${r(x - w + 4)} ${r(y - 2)}C${r(x - w - 2)} ${r(y - h * 0.3)} ${r(x - w - 2)} ${r(y - h * 0.6)} ${r(x - w + 5)} ${r(y - h + 5 + sag())}Z`;
  const shadeOf = `M${r(x + w * 0.52)} ${r(y - h + 2)}C${r(x + w * 0.8)} ${r(y - h * 0.5)} ${r(x + w * 0.6)} ${r(y - 8)} ${r(x - w * 0.6)} ${r(y - 5)}L${r(x - w + 5)} ${r(y - 3)}C${r(x - w * 0.4)} ${r(y + 1)} ${r(x + w * 0.4)} ${r(y + 1)} ${r(x + w - 4)} ${r(y - 2)}C${r(x + w + 2)} ${r(y - h * 0.3)} ${r(x + w + 2)} ${r(y - h * 0.6)} ${r(x + w - 5)} ${r(y - h + 5)}Z`;
  const mark = width > 40 ? triangle(x - 1, y - h * 0.52, 9) : '';
  return (
    p(body, 2) +
    `<path d="${body}" fill="${warm}" fill-opacity="0.13"/><path d="${shadeOf}" fill="url(#fine)"/>` +
    p(`M${r(x - w + 6)} ${r(y - h + 5)}l-6 -5m${r(2 * w - 6)} 5l6 -5`, 1.6, 'none') +
    mark
  );
}

/** The mark: one triangle, and nothing inside that the sources do not give. */
function triangle(x, y, half, rim = 0) {
  const at = (k) => `M${r(x)} ${r(y - k * 1.05)}L${r(x + k)} ${r(y + k * 0.72)}H${r(x - k)}Z`;
  return (
    `<path d="${at(half)}" fill="${cinnabar}" stroke="${cinnabar}" stroke-width="${r(half / 9)}" stroke-linejoin="round"/>` +
    (rim ? `<path d="${at(half - rim)}" fill="none" stroke="${paper}" stroke-width="4.6" stroke-linejoin="round"/>` : '')
  );
}

const [ROWS, WIDTH, HEIGHT, LIFT, MIDDLE] = [10, 61, 40, 37.5, 372];
function stack() {
  let out = '';
  for (let row = 0; row < ROWS; row++) {
    const many = ROWS - row;
    for (let n = 0; n < many; n++) {
      out += lying(MIDDLE + (n - (many - 1) / 2) * WIDTH, ground - row * LIFT, WIDTH - 1, HEIGHT);
    }
  }
  return out;
}

/** The sack in front, as tall as a child, its mouth sewn up. */
function standing() {
  const outline =
    'M196 262C188 250 192 236 204 234C262 244 420 242 500 232C512 236 514 250 506 262C534 350 546 520 520 654C516 668 506 676 492 678C400 690 280 690 206 680C192 678 184 670 180 656C152 520 166 350 196 262Z';
  const folds = Array.from({ length: 15 }, (_, i) => {
    const y = 292 + i * 26;
    const swell = (i < 8 ? i : 14 - i) * 2.4;
    return `M${r(186 - swell)} ${y}q14 5 26 3M488 ${y + 3}q18 0 ${r(30 + swell * 0.66)} -5`;
  }).join('');
  const cloth = Array.from({ length: 20 }, (_, i) => `M${r(214 + next() * 40)} ${r(300 + i * 18)}h${r(8 + next() * 30)}`).join('');
  const sewn = Array.from({ length: 13 }, (_, i) => `M${208 + i * 24} 240l8 24m4 -24l-8 24`).join('');
  return (
    p('M192 236L158 214L176 250M506 234L544 210L528 250', 2.2) +
    p(outline, 2.8) +
    `<path d="${outline}" fill="${warm}" fill-opacity="0.15"/>` +
    `<path d="M452 262C488 350 500 520 470 682L492 678C506 676 516 668 520 654C546 520 534 350 506 262Z" fill="url(#shade)"/>` +
    p('M196 262C280 274 420 274 506 262', 2, 'none') +
    p(sewn, 1.8, 'none') +
    p(folds, 1.3, 'none') +
    `<path d="${cloth}" stroke="${warm}" stroke-width="1.2" fill="none" stroke-linecap="round"/>` +
    triangle(350, 440, 104, 36)
  );
}

/** A plain disc on a ribbon: what stood on the medal the sources do not say. */
function medal(x, y) {
  return (
    `<path d="M${x - 4} ${y - 96}L${x - 15} ${y - 36}M${x + 4} ${y - 96}L${x + 15} ${y - 36}" stroke="${cinnabar}" stroke-width="9" stroke-linecap="round"/>` +
    `<path d="M${x - 11} ${y - 98}q11 -12 22 0q-11 10 -22 0Z" fill="${cinnabar}" stroke="${ink}" stroke-width="1.6"/>` +
    `<circle cx="${x}" cy="${y}" r="41" fill="${white}" stroke="${ink}" stroke-width="2.4"/><circle cx="${x}" cy="${y}" r="41" fill="${gilt}" fill-opacity="0.34"/>` +
    `<path d="M${x + 10} ${y - 39}A41 41 0 0 1 ${x - 12} ${y + 39}A47 47 0 0 0 ${x + 10} ${y - 39}Z" fill="url(#fine)"/>` +
    `<circle cx="${x}" cy="${y}" r="33" fill="none" stroke="${ink}" stroke-width="1.3"/>` +
    zh(x, y - 3, '金质', { size: 20, weight: 700, anchor: 'middle' }) +
    zh(x, y + 20, '奖章', { size: 20, weight: 700, anchor: 'middle' })
  );
}

const floor = [
  [60, 1150, 0],
  [84, 150, 13],
  [300, 520, 13],
  [640, 700, 13],
  [760, 900, 13],
  [1010, 1120, 13]
].map(([a, b, drop]) => `M${a} ${ground + drop}H${b}`);

save('red-triangle', {
  height: 900,
  title: '五十五袋纯碱堆成一座三角形，一袋一千吨；旁立一袋，袋上一个朱红色三角，挂一枚金质奖章，下有年份1926',
  defs: hatch('shade', { gap: 6, weight: 1.2 }) + hatch('fine', { gap: 4, weight: 0.9 }),
  body: [
    heading('红三角', 'Red Triangle'),
    `<path d="${floor[0]}" stroke="${ink}" stroke-width="2.4"/><path d="${floor.slice(1).join('')}" stroke="${ink}" stroke-width="1.3"/>`,
    stack(),
    // Four hundred and ten tons over: that much of a sack.
    lying(MIDDLE + WIDTH * 5.62, ground, WIDTH * 0.41, HEIGHT * 0.92),
    `<g transform="translate(674 126) scale(0.862)">${standing()}</g>`,
    medal(1121, 424),
    zh(975, 640, '1926', { size: 42, weight: 700, anchor: 'middle' }),
    zh(975, 680, '纯碱', { size: 30, weight: 700, anchor: 'middle', spacing: 10 }),
    zh(56, 208, '55410吨', { size: 58, weight: 700 }),
    zh(56, 252, '1936年纯碱产量', { size: 26, weight: 700 }),
    en(56, 282, '55,410 tons of soda ash in 1936', { size: 19 }),
    zh(MIDDLE, 768, '一袋一千吨，五十五袋有余', { size: 23, weight: 700, anchor: 'middle' }),
    en(MIDDLE, 795, 'a sack a thousand tons: fifty-five, and part of one', { size: 19, anchor: 'middle' }),
    zh(975, 768, '费城万国博览会金质奖章，1926年8月', { size: 22, weight: 700, anchor: 'middle' }),
    en(975, 795, 'gold medal at Philadelphia, August 1926', { size: 19, anchor: 'middle' }),
    foot(
      848,
      '商标为仿绘，非原标；袋、奖章与堆法为示意',
      'The mark is redrawn, not the original; sacks, medal and stack are schematic.'
    )
  ].join('\n')
});
