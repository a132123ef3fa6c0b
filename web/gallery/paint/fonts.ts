/** Families of `tokens.css`, for text drawn into textures. */
export const SERIF =
  '"Noto Serif SC", "Source Serif 4", "Songti SC", "Source Han Serif SC", "Noto Serif CJK SC", SimSun, serif';
export const LATIN_SERIF = '"Source Serif 4", Georgia, "Noto Serif SC", serif';
export const SANS =
  '"PingFang SC", "HarmonyOS Sans SC", "MiSans", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", system-ui, sans-serif';
export const LATIN_SANS = '"Segoe UI", Roboto, system-ui, "PingFang SC", "Microsoft YaHei", sans-serif';

export function hasHan(text: string): boolean {
  return /[\u3400-\u9fff]/.test(text);
}

/** Weight of a small print: Han only in the weight of the headings, so that their faces serve it too. */
export function printWeight(text: string, latin: 400 | 500): number {
  return hasHan(text) ? 600 : latin;
}

/**
 * Asks for the heading fonts these texts are set in and waits for them, at most a second: text comes late, never missing.
 * Measuring asks for the one face that would set each character; `document.fonts.load` would fetch every face whose
 * range touches the text, other pages' too.
 */
export async function fontsReady(headings: string, texts: string): Promise<void> {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return;
  for (const [weight, text] of [
    [600, headings],
    [500, texts]
  ] as const) {
    context.font = `${weight} 40px ${hasHan(text) ? SERIF : LATIN_SERIF}`;
    context.measureText(text);
  }
  const second = new Promise((resolve) => setTimeout(resolve, 1000));
  // The set turns to loading a turn after it was asked.
  await new Promise((resolve) => setTimeout(resolve, 0));
  await Promise.race([document.fonts.ready, second]);
}

/** Calls back when what was just drawn had to ask for a font, once that is there. */
export function whenFontsCome(redraw: () => void): void {
  setTimeout(() => {
    if (document.fonts.status === 'loading') void document.fonts.ready.then(redraw);
  }, 0);
}
