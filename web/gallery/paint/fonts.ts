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
 * Asks for the heading fonts that titles, texts and small prints are set in and waits for them, at most a second: text
 * comes late, never missing. Measuring asks for the one face that would set each character; `document.fonts.load` would
 * fetch every face whose range touches the text, other pages' too.
 */
export async function fontsReady(words: { titles: string[]; texts: string[]; prints: string[] }): Promise<void> {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return;
  const measure = (weight: number, text: string) => {
    context.font = `${weight} 40px ${hasHan(text) ? SERIF : LATIN_SERIF}`;
    context.measureText(text);
  };
  for (const title of words.titles) measure(600, title);
  for (const text of words.texts) measure(500, text);
  for (const print of words.prints) measure(printWeight(print, 500), print);
  const second = new Promise<void>((resolve) => setTimeout(resolve, 1000));
  await Promise.race([fontsAsked(), second]);
}

/** Right after a text was drawn or measured: settles when the fonts come that it had to ask for; null when none is due. */
export function fontsAsked(): Promise<unknown> | null {
  return document.fonts.status === 'loading' ? document.fonts.ready : null;
}
