/** A sentence of a text, by its place in it: `end` is exclusive. */
export interface Sentence {
  text: string;
  start: number;
  end: number;
}

/** Ends of sentences with what closes them; a Latin full stop ends one only before a space. */
const SENTENCE = /[^。！？；!?;.]*(?:[。！？；!?;]+[”’』」）)]*|\.+(?=[”’)]*(?:\s|$))[”’)]*|\.|$)/g;

/** The sentences of a text, with their places. What holds no letter and no figure is no sentence. */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  for (const { 0: piece, index } of text.matchAll(SENTENCE)) {
    const end = index + piece.length;
    // A full stop within a word or number ends nothing: the piece goes on.
    const isOpen = piece.endsWith('.') && /\S/.test(text[end] ?? ' ');
    if (isOpen || piece === '') continue;
    push(from, end);
    from = end;
  }
  push(from, text.length);
  return sentences;

  function push(start: number, end: number): void {
    const piece = text.slice(start, end);
    if (!/[\p{L}\p{N}]/u.test(piece)) return;
    const lead = piece.length - piece.trimStart().length;
    sentences.push({ text: piece.trim(), start: start + lead, end: start + piece.trimEnd().length });
  }
}
