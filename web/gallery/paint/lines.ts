/** Marks that never begin a line, and marks that never end one (GB/T 15834, and the same for Latin). */
const NEVER_FIRST = '，。、；：！？）》」』〉】”’…—·～,.;:!?)%';
const NEVER_LAST = '（《「『〈【“‘(';
const HAN = /[\u2e80-\u9fff\uf900-\ufaff\u3000-\u303f\uff00-\uffef“”‘’…—·]/;

/** Width of a text in the unit of the lines. */
export type Measure = (text: string) => number;

/** Breaks a text into lines no wider than `width`: between Han characters, at spaces in Latin, never at a forbidden place. */
export function breakLines(text: string, width: number, measure: Measure): string[] {
  return text.split('\n').flatMap((paragraph) => breakParagraph(paragraph, width, measure));
}

/** The lines that fit into `most`; whole sentences where at least one fits, else cut with an ellipsis. */
export function fitLines(text: string, width: number, most: number, measure: Measure): string[] {
  const all = breakLines(text, width, measure);
  if (all.length <= most) return all;
  const sentences = text.match(/[^。！？.!?]+[。！？.!?]+[”’」』）)]?\s*/g) ?? [];
  for (let count = sentences.length - 1; count > 0; count--) {
    const lines = breakLines(sentences.slice(0, count).join('').trim(), width, measure);
    if (lines.length <= most) return lines;
  }
  const cut = all.slice(0, most);
  let last = (cut[most - 1] ?? '').replace(/[\s，。、；：,.;:]+$/u, '');
  const ellipsis = HAN.test(last) ? '……' : '…';
  while (last.length > 1 && measure(last + ellipsis) > width) last = last.slice(0, -1);
  cut[most - 1] = last.replace(/[\s，。、；：,.;:]+$/u, '') + ellipsis;
  return cut;
}

function breakParagraph(paragraph: string, width: number, measure: Measure): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of unbreakable(paragraph)) {
    const wider = line + piece;
    if (line === '' || measure(wider.trimEnd()) <= width) {
      line = line === '' ? piece.trimStart() : wider;
      continue;
    }
    lines.push(line.trimEnd());
    line = piece.trimStart();
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines.flatMap((one) => (measure(one) <= width ? [one] : chopped(one, width, measure)));
}

/** Pieces between which a line may break: one Han character, one Latin word with its space, each with its marks. */
export function unbreakable(text: string): string[] {
  const pieces: string[] = [];
  for (const token of text.match(/\s+|[A-Za-z0-9\u00c0-\u024f'’\-–/]+|[^]/gu) ?? []) {
    const last = pieces[pieces.length - 1];
    const isTight =
      last !== undefined &&
      (NEVER_FIRST.includes(token[0] ?? '') || NEVER_LAST.includes(last[last.length - 1] ?? '') || /^\s+$/.test(token));
    if (isTight) pieces[pieces.length - 1] = last + token;
    else pieces.push(token);
  }
  return pieces;
}

/** A word longer than a line is cut where it must be. */
function chopped(word: string, width: number, measure: Measure): string[] {
  const parts: string[] = [];
  let part = '';
  for (const letter of word) {
    if (part !== '' && measure(part + letter) > width) {
      parts.push(part);
      part = '';
    }
    part += letter;
  }
  return [...parts, part];
}

/** Columns of vertical text of so many characters; closing marks hang below the last character instead of beginning a column. */
export function breakColumns(text: string, length: number): string[] {
  const columns: string[] = [];
  let column = '';
  for (const piece of unbreakable(text)) {
    const bare = [...piece].filter((letter) => !NEVER_FIRST.includes(letter)).length;
    if (column !== '' && [...column].length + Math.max(1, bare) > length) {
      columns.push(column);
      column = '';
    }
    column += piece;
  }
  return column === '' ? columns : [...columns, column];
}
