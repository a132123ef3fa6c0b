import type { Token } from './line-breaking';

const OPENING = new Set('（［｛【〔〖《〈「『“‘');
const CLOSING = new Set('）］｝】〕〗》〉」』”’，。、；：');
/** Marks that fill their square: beside them only what the neighbour leaves free goes. */
const FULL = new Set('！？');

/**
 * Closes up runs of full-width marks: where two stand side by side they lose half an em of the white between them (clreq
 * 3.1.6, adjacent punctuation). `half` is half an em in the unit of the tokens' lengths. White before an opening mark and
 * behind any other goes; brackets round nothing keep theirs.
 */
export function closeUp(tokens: Token[], half: number): Token[] {
  return tokens.map((token, at) => {
    const before = tokens[at - 1]?.text.at(-1) ?? '';
    const after = tokens[at + 1]?.text[0] ?? '';
    if (OPENING.has(token.text) && isMark(before)) return { ...token, length: token.length - half, lead: half };
    if (CLOSING.has(token.text) && (CLOSING.has(after) || FULL.has(after)))
      return { ...token, length: token.length - half, trail: half };
    return token;
  });
}

function isMark(character: string): boolean {
  return OPENING.has(character) || CLOSING.has(character) || FULL.has(character);
}
