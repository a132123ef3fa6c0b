/** AX-28: the Red Triangle redrawn on a sack of soda ash, beside a board with the output of 1936. */
import { cinnabar, en, foot, hatch, heading, ink, saveTo, warm, white, zh } from '../hand/sheet.mjs';

const save = saveTo('northern-port');

const p = (d, weight = 2.4, fill = white) =>
  `<path d="${d}" fill="${fill}" stroke="${ink}" stroke-width="${weight}" stroke-linejoin="round" stroke-linecap="round"/>`;

const outline =
  'M196 262C188 250 192 236 204 234C262 244 420 242 500 232C512 236 514 250 506 262C534 350 546 520 520 654C516 668 506 676 492 678C400 690 280 690 206 680C192 678 184 670 180 656C152 520 166 350 196 262Z';
const weave = Array.from({ length: 15 }, (_, i) => {
  const y = 292 + i * 26;
  return `M${186 - (i < 8 ? i * 2.4 : (14 - i) * 2.4)} ${y}q14 5 26 3M${488} ${y + 3}q18 0 ${30 + (i < 8 ? i * 1.6 : (14 - i) * 1.6)} -5`;
}).join('');
const sack =
  p(outline, 2.8) +
  `<path d="${outline}" fill="${warm}" fill-opacity="0.14"/>` +
  `<path d="M452 262C488 350 500 520 470 682L492 678C506 676 516 668 520 654C546 520 534 350 506 262Z" fill="url(#shade)"/>` +
  p('M196 262C280 274 420 274 506 262', 2, 'none') +
  p(Array.from({ length: 13 }, (_, i) => `M${208 + i * 24} 240l8 24m4 -24l-8 24`).join(''), 1.8, 'none') +
  p('M192 236L158 214L176 250M506 234L544 210L528 250', 2.2) +
  p(weave, 1.3, 'none');

// The mark: one triangle, and nothing inside that the sources do not give.
const triangle = `<path d="M350 332L462 526H238Z" fill="${cinnabar}" stroke="${cinnabar}" stroke-width="10" stroke-linejoin="round"/><path d="M350 372L428 506H272Z" fill="none" stroke="#FBF8F0" stroke-width="5" stroke-linejoin="round"/>`;
const board =
  p('M676 244H1096V560H676Z', 3) +
  p('M690 258H1082V546H690Z', 1.6, 'none') +
  p('M742 560L726 690H750L764 560M1030 560L1046 690H1022L1008 560', 2.4) +
  `<path d="M754 560L740 690H750L764 560ZM1036 690L1022 560H1030L1046 690Z" fill="url(#shade)"/>` +
  p('M1096 244l10 12V572H686l-10 -12H1096Z', 2, 'url(#shade)');

save('red-triangle', {
  height: 900,
  title: '一袋纯碱，袋上一个朱红色三角，下有年份1926；旁立一块牌子，写55410吨（1936）',
  defs: hatch('shade', { gap: 6, weight: 1.2 }),
  body: [
    heading('红三角', 'Red Triangle'),
    `<path d="M120 690H1150" stroke="${ink}" stroke-width="2.4"/><path d="M140 704h90M270 704h180M500 704h60M690 704h220M960 704h110" stroke="${ink}" stroke-width="1.4"/>`,
    sack,
    triangle,
    zh(350, 600, '1926', { size: 46, weight: 700, anchor: 'middle' }),
    zh(350, 644, '纯碱', { size: 34, weight: 700, anchor: 'middle', spacing: 10 }),
    board,
    zh(886, 372, '55410吨', { size: 72, weight: 700, anchor: 'middle' }),
    zh(886, 436, '1936年纯碱产量', { size: 34, weight: 700, anchor: 'middle' }),
    en(886, 486, '55,410 tons of soda ash in 1936', { size: 24, anchor: 'middle' }),
    zh(350, 750, '费城万国博览会金质奖章，1926年8月', { size: 24, weight: 700, anchor: 'middle' }),
    en(350, 780, 'gold medal at Philadelphia, August 1926', { size: 20, anchor: 'middle' }),
    foot(
      848,
      '商标为仿绘，非原标；袋与牌为示意',
      'The mark is redrawn, not the original; sack and board are schematic.'
    )
  ].join('\n')
});
