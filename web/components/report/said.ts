/** A sentence in pieces: what stood between `<b>` and `</b>` in its message is strong. */
export function said(sentence: string): { text: string; isStrong: boolean }[] {
  return sentence
    .split(/<b>(.*?)<\/b>/)
    .map((text, index) => ({ text, isStrong: index % 2 === 1 }))
    .filter(({ text }) => text !== '');
}
