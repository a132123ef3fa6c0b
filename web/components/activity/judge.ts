/** Whether what was chosen is the answer: the same options, none missing and none too many. */
export function isRight(chosen: readonly string[], answer: readonly string[]): boolean {
  return chosen.length === answer.length && answer.every((option) => chosen.includes(option));
}
