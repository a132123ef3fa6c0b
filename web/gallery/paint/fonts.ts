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

/** Waits for the shipped heading font where it has these characters, at most a second: text comes late, never missing. */
export async function fontsReady(text: string): Promise<void> {
  const loads = [500, 700].map((weight) => document.fonts.load(`${weight} 40px "Noto Serif SC"`, text));
  const second = new Promise((resolve) => setTimeout(resolve, 1000));
  await Promise.race([Promise.all(loads).catch(() => undefined), second]);
}
