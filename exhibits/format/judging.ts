/** Whether what was chosen is the answer: the same options, none missing and none too many. */
export function isRight(chosen: readonly string[], answer: readonly string[]): boolean {
  return chosen.length === answer.length && answer.every((option) => chosen.includes(option));
}

/** Whether any of what was chosen will do as an answer; null where no answer is right or wrong. */
export function isSupported(chosen: readonly string[], answer: readonly string[]): boolean | null {
  return answer.length === 0 ? null : chosen.some((option) => answer.includes(option));
}

/** Whether things stand in the right order. */
export function isInOrder(given: readonly string[], answer: readonly string[]): boolean {
  return given.length === answer.length && answer.every((item, place) => given[place] === item);
}

/** Whether a number is the one asked for; a millionth is what decimals in binary may be out. */
export function isNear(value: number, answer: number, tolerance: number): boolean {
  return Math.abs(value - answer) <= tolerance + Math.abs(answer) * 1e-6;
}
