/** Width of words in px at 14 px type, near enough to keep them apart: a Chinese character is a square, a Latin letter about half of one. */
export function textWidth(text: string): number {
  return [...text].reduce((width, character) => width + widthOf(character), 0);
}

/** The words, or as many of them as go into a width, with 省略号. */
export function fitted(text: string, widthPx: number): string {
  if (textWidth(text) <= widthPx) return text;
  let kept = '';
  let width = 14;
  for (const character of text) {
    width += widthOf(character);
    if (width > widthPx) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

const widthOf = (character: string) => (/[\u2e80-\uffff]/.test(character) ? 15 : 7.4);
