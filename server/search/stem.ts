const VOWEL = /[aeiouy]/;

/**
 * A light stem of a folded English word: plurals, `-ed`, `-ing` and a last `-e` fall away (stamps, dredging/dredged →
 * stamp, dredg). Short words and whatever is not plain letters stay. Never leaves fewer than three letters.
 */
export function stem(word: string): string {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
  return withoutLastE(withoutTense(singular(word)));
}

/** Harman’s S-stemmer: the plural alone. */
function singular(word: string): string {
  if (/[^ae]ies$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(ss|sh|ch|x|z)es$/.test(word)) return word.slice(0, -2);
  return /[^us]s$/.test(word) ? word.slice(0, -1) : word;
}

function withoutTense(word: string): string {
  const match = /^(.{3,}?)(ing|ed)$/.exec(word);
  const root = match?.[1];
  if (root === undefined || !VOWEL.test(root)) return word;
  // shipped → ship; but called → call keeps what is doubled in the word itself.
  return /([bdgmnprt])\1$/.test(root) ? root.slice(0, -1) : root;
}

function withoutLastE(word: string): string {
  return word.length > 4 && word.endsWith('e') ? word.slice(0, -1) : word;
}

const STOP_WORDS = new Set(
  'a an and are as at be by for from had has have in into is it its of on or that the their this to was were what when where which who with'.split(
    ' '
  )
);

/** Words that say little alone: a query is answered without them when it has others. */
export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word);
}
