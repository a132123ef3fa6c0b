/**
 * Places 0 to `count` − 1 mixed, the same way for the same words, so that every page, sheet and device shows one order.
 * Never the order one started from, as far as there are two places: that would be the answer.
 */
export function shuffled(count: number, words: string): number[] {
  const places = Array.from({ length: count }, (_, place) => place);
  let state = hashOf(words);
  for (let last = count - 1; last > 0; last -= 1) {
    state = next(state);
    const other = state % (last + 1);
    const moved = places[last] ?? 0;
    places[last] = places[other] ?? 0;
    places[other] = moved;
  }
  const isMixed = count < 2 || places.some((place, index) => place !== index);
  return isMixed ? places : [...places.slice(1), 0];
}

/** FNV-1a, 32 bits. */
function hashOf(words: string): number {
  let hash = 0x811c9dc5;
  for (const character of words) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash;
}

/** Xorshift, 32 bits (Marsaglia 2003); 0 would stay 0. */
function next(state: number): number {
  let mixed = state || 1;
  mixed ^= mixed << 13;
  mixed ^= mixed >>> 17;
  mixed ^= mixed << 5;
  return mixed >>> 0;
}
