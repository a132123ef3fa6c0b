/** Lines of a transcript or of another reading of it; empty lines count for nothing. */
export function transcriptLines(words: string): string[] {
  return words.split(/\n+/).filter((line) => line.trim() !== '');
}
