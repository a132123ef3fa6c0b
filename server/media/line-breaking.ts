/** A piece of text that is never broken, and how much of a line it takes, in the unit of the measure. */
export interface Token {
  text: string;
  length: number;
  /** White taken from it before and behind, `length` being what is left. */
  lead?: number;
  trail?: number;
}

/** Marks that may not begin a line (GB/T 15834-2011 5.1, clreq 3.1.3). */
const NOT_FIRST = new Set('，。、；：！？…—～·）］｝】〕〗》〉」』”’,.;:!?)]}%％‰°′″–ー々');
/** Marks that may not end one. */
const NOT_LAST = new Set('（［｛【〔〖《〈「『“‘([{＃￥$£№');
/** Marks that may hang below the last cell, in the margin. */
const HANGING = new Set('，。、；：！？,.;:');

/**
 * Breaks tokens into lines of at most `measure`, one hanging mark beyond it apart. No line begins or ends with a mark
 * that may not stand there, as long as the line holds any place where it may break; a token longer than the measure
 * stands alone. Nothing is lost: the lines joined are the tokens, but for spaces where a line turns.
 */
export function breakLines(tokens: Token[], measure: number): Token[][] {
  const lines: Token[][] = [];
  let start = 0;
  while (start < tokens.length) {
    if (lines.length > 0 && isSpace(tokens[start])) {
      start++;
      continue;
    }
    const end = breakAfter(tokens, start, fill(tokens, start, measure));
    lines.push(withoutTrailingSpace([atStart(tokens[start] as Token), ...tokens.slice(start + 1, end)]));
    start = end;
  }
  return lines;
}

/** Where the line that begins at `start` is full; at least one token further. */
function fill(tokens: Token[], start: number, measure: number): number {
  let length = 0;
  let end = start;
  while (end < tokens.length) {
    const token = end === start ? atStart(tokens[end] as Token) : (tokens[end] as Token);
    // A space at the turn takes no room.
    if (length + token.length > measure + 1e-6 && end > start && !isSpace(token)) break;
    length += token.length;
    end++;
  }
  return end;
}

/** At the head of a line nothing stands before a token that it could be closed up to. */
function atStart(token: Token): Token {
  const { lead = 0, ...rest } = token;
  return { ...rest, length: token.length + lead };
}

function breakAfter(tokens: Token[], start: number, full: number): number {
  if (full >= tokens.length) return full;
  const mayHang = HANGING.has(tokens[full]?.text ?? '') && !isSpace(tokens[full - 1]);
  const hung = mayHang ? full + 1 : full;
  for (let end = hung; end > start; end--) if (mayBreak(tokens, end)) return end;
  return full;
}

/** Whether a line may end before the token at `index`. */
export function mayBreak(tokens: Token[], index: number): boolean {
  const before = tokens[index - 1]?.text ?? '';
  let next = index;
  while (isSpace(tokens[next])) next++;
  const after = tokens[next]?.text ?? '';
  return !NOT_FIRST.has(firstCharacter(after)) && !NOT_LAST.has(before.at(-1) ?? '');
}

function firstCharacter(text: string): string {
  return [...text][0] ?? '';
}

function isSpace(token: Token | undefined): boolean {
  return token !== undefined && token.text.trim() === '' && token.text !== '';
}

function withoutTrailingSpace(line: Token[]): Token[] {
  const last = line.findLastIndex((token) => !isSpace(token));
  return line.slice(0, Math.max(last + 1, 1));
}
