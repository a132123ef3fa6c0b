import type { AnyContext } from '../stream/mip-strip';

/** Marks that turn a quarter in vertical text, and quotes that become corner brackets. */
const TURNED = '（）《》「」『』〈〉【】—…～';
const QUOTES: Record<string, string> = { '“': '『', '”': '』', '‘': '「', '’': '」' };
/** Marks that sit in the upper right of their cell. */
const RAISED = '，。、；：';

/** Draws one column from its top, centred on x; the font is set. Positions and sizes in pixels. */
export function drawColumn(
  context: AnyContext,
  text: string,
  x: number,
  top: number,
  size: number,
  pitch: number
): void {
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  let y = top + size / 2;
  for (const raw of text) {
    const letter = QUOTES[raw] ?? raw;
    if (RAISED.includes(letter)) {
      // Fonts for simplified Chinese put these marks in the lower left of the cell.
      context.fillText(letter, x + size * 0.56, y - size * 0.56);
      y += pitch * 0.62;
    } else if (TURNED.includes(letter)) {
      context.save();
      context.translate(x, y);
      context.rotate(Math.PI / 2);
      context.fillText(letter, 0, 0);
      context.restore();
      y += pitch;
    } else if (letter.trim() !== '') {
      context.fillText(letter, x, y);
      y += pitch;
    }
  }
}
