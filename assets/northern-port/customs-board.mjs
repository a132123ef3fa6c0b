/** AX-07: the board of the New Customs with its four characters set in type. */
import { cinnabar, foot, hatch, heading, ink, r, saveTo, warm, white, zh } from '../hand/sheet.mjs';

const save = saveTo('northern-port');

const [x, y, w, h] = [84, 168, 1032, 346];
const rect = (inset, weight, fill = 'none') =>
  `<rect x="${x + inset}" y="${y + inset}" width="${w - 2 * inset}" height="${h - 2 * inset}" fill="${fill}" stroke="${ink}" stroke-width="${weight}"/>`;

/** A running fret between the two frames. */
function fret() {
  const band = 30;
  const inset = 14;
  const unit = (px, py, turn) =>
    `<path transform="translate(${r(px)} ${r(py)}) rotate(${turn})" d="M-15 9V-9H9V5H-6V-3H2" fill="none" stroke="${ink}" stroke-width="2"/>`;
  const run = (length, place) => {
    const n = Math.round(length / 34);
    return Array.from({ length: n }, (_, i) => place(((i + 0.5) * length) / n)).join('');
  };
  const mid = inset + band / 2;
  const along = w - 2 * (inset + band);
  const up = h - 2 * (inset + band);
  return (
    run(along, (d) => unit(x + inset + band + d, y + mid, 0) + unit(x + w - inset - band - d, y + h - mid, 180)) +
    run(up, (d) => unit(x + mid, y + h - inset - band - d, -90) + unit(x + w - mid, y + inset + band + d, 90)) +
    [
      [0, 0],
      [1, 0],
      [0, 1],
      [1, 1]
    ]
      .map(([i, j]) => {
        const [cx, cy] = [i ? x + w - mid : x + mid, j ? y + h - mid : y + mid];
        return `<rect x="${cx - 13}" y="${cy - 13}" width="26" height="26" fill="${white}" stroke="${ink}" stroke-width="2"/><path d="M${cx - 7} ${cy}L${cx} ${cy - 7}L${cx + 7} ${cy}L${cx} ${cy + 7}Z" fill="${cinnabar}"/>`;
      })
      .join('')
  );
}

const hooks = [x + 170, x + w - 170]
  .map(
    (cx) =>
      `<path d="M${cx - 22} ${y + 2}q0 -26 22 -26t22 26" fill="none" stroke="${ink}" stroke-width="6"/><path d="M${cx - 22} ${y + 2}q0 -26 22 -26t22 26" fill="none" stroke="${white}" stroke-width="2"/><path d="M${cx} ${y - 24}V${y - 42}" stroke="${ink}" stroke-width="3"/><circle cx="${cx}" cy="${y - 46}" r="6" fill="${white}" stroke="${ink}" stroke-width="2.4"/>`
  )
  .join('');
const letters = [...'津海新关']
  .map((c, i) => zh(x + 186 + i * 220, y + h / 2 + 68, c, { size: 190, weight: 700, anchor: 'middle' }))
  .join('');
const thickness = `<path d="M${x} ${y + h}l12 14h${w}l-12 -14Z" fill="url(#shade)" stroke="${ink}" stroke-width="2"/><path d="M${x + w} ${y}l12 14v${h}l-12 -14Z" fill="url(#shade)" stroke="${ink}" stroke-width="2"/>`;

save('customs-board', {
  height: 640,
  title: '一方横匾，墨线双框，四个大字“津海新关”',
  defs: hatch('shade', { gap: 5.5, weight: 1.3 }),
  body: [
    heading('津海新关匾', 'The board of the New Customs, 1888'),
    thickness,
    rect(0, 4.5, white),
    rect(0, 4.5, `${warm}" fill-opacity="0.13`),
    rect(14, 1.6),
    rect(44, 1.6, white),
    rect(52, 3.2, white),
    fret(),
    hooks,
    letters,
    foot(
      586,
      '仿写，字为排印，非原匾字迹；形制为示意，不按比例',
      'Redrawn; the characters are set in type, not the handwriting of the board. Schematic, not to scale.'
    )
  ].join('\n')
});
