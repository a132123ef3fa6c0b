import { parseDate } from './dates';

/** What a date that is not EDTF was probably meant to be: `1878年7月` and `1878-7` → `1878-07`, `约1892年` → `1892~`. */
export function guessDate(text: string): string | undefined {
  const guess = rewrite(text.normalize('NFKC').trim());
  return guess !== text && parseDate(guess).ok ? guess : undefined;
}

const DAY = String.raw`(\d{4})(?:[-./年](\d{1,2})(?:[-./月](\d{1,2})日?|月?)|年?)`;
const ONE_DAY = new RegExp(`^${DAY}$`);
const TWO_DAYS = new RegExp(`^${DAY}\\s*(?:/|—|–|--|~|至|到|-)\\s*${DAY}$`);

function rewrite(text: string): string {
  const about = /^(?:约|大约|c\.|ca\.|circa|about)\s*(.+)$/i.exec(text);
  if (about) return `${rewrite(about[1] ?? '')}~`;
  const doubted = /^(.+?)\s*(?:前后|左右)$/.exec(text);
  if (doubted) return `${rewrite(doubted[1] ?? '')}?`;
  const both = /^(.+?)(?:\?~|~\?)$/.exec(text);
  if (both) return `${both[1]}%`;
  const inner = /^(\d{4})([?~%])(-.+)$/.exec(text);
  if (inner) return `${inner[1]}${inner[3]}${inner[2]}`;
  const one = ONE_DAY.exec(text);
  if (one) return join(one.slice(1));
  const reversed = /^([^/]+)\/([^/]+)$/.exec(text);
  if (reversed && parseDate(`${reversed[2]}/${reversed[1]}`).ok) return `${reversed[2]}/${reversed[1]}`;
  const two = TWO_DAYS.exec(text);
  if (two) return `${join(two.slice(1, 4))}/${join(two.slice(4))}`;
  return text;
}

function join(parts: (string | undefined)[]): string {
  return parts.flatMap((part) => (part ? [part.padStart(2, '0')] : [])).join('-');
}
