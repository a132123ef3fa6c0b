import type { Path } from '../../exhibits/format/values';

/**
 * Offset of the bracket that opens one level too many, or null. Looks at brackets outside strings only and never recurses:
 * it runs before any parser, because parsers overflow on deep nesting. The text need not be JSON.
 */
export function depthExceededAt(text: string, maxDepth: number): number | null {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === QUOTE) {
      at = endOfString(text, at);
    } else if (unit === OPEN_OBJECT || unit === OPEN_ARRAY) {
      depth += 1;
      if (depth > maxDepth) return at;
    } else if (unit === CLOSE_OBJECT || unit === CLOSE_ARRAY) {
      depth -= 1;
    }
  }
  return null;
}

/** Characters outside strings that a test of their UTF-16 unit chooses, with their offsets. The text need not be JSON. */
export function marksOutsideStrings(
  text: string,
  isSought: (unit: number) => boolean
): { offset: number; mark: string }[] {
  const marks = [];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === QUOTE) at = endOfString(text, at);
    else if (isSought(unit)) marks.push({ offset: at, mark: text.charAt(at) });
  }
  return marks;
}

export interface DuplicateKey {
  /** Of the later key. */
  offset: number;
  path: Path;
}

/** Keys written twice in one object, which JSON parsers pass over in silence. The text must be valid JSON. */
export function duplicateKeysIn(text: string): DuplicateKey[] {
  const found: DuplicateKey[] = [];
  const stack: { keys: Set<string> | null; at: string | number }[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const top = stack[stack.length - 1];
    switch (text.charCodeAt(at)) {
      case QUOTE: {
        const end = endOfString(text, at);
        if (top?.keys && isFollowedByColon(text, end + 1)) {
          const key = keyOf(text.slice(at + 1, end));
          top.at = key;
          if (top.keys.has(key)) found.push({ offset: at, path: stack.map((level) => level.at) });
          top.keys.add(key);
        }
        at = end;
        break;
      }
      case OPEN_OBJECT:
        stack.push({ keys: new Set(), at: '' });
        break;
      case OPEN_ARRAY:
        stack.push({ keys: null, at: 0 });
        break;
      case CLOSE_OBJECT:
      case CLOSE_ARRAY:
        stack.pop();
        break;
      case COMMA:
        if (typeof top?.at === 'number') top.at += 1;
    }
  }
  return found;
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const BACKSLASH = 0x5c;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/** Offset of the closing quotation mark of the string that opens at `at`; of the end of the line where none closes it. */
function endOfString(text: string, at: number): number {
  for (let end = at + 1; end < text.length; end += 1) {
    const unit = text.charCodeAt(end);
    if (unit === BACKSLASH) end += 1;
    else if (unit === QUOTE || unit === 0x0a) return end;
  }
  return text.length;
}

function isFollowedByColon(text: string, from: number): boolean {
  let at = from;
  while (text.charCodeAt(at) <= 0x20) at += 1;
  return text.charCodeAt(at) === COLON;
}

function keyOf(raw: string): string {
  return raw.includes('\\') ? String(JSON.parse(`"${raw}"`)) : raw;
}
