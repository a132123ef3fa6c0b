import { CODE_PATTERN, REFERENCE_PATTERN } from './patterns';
import type { TextInline } from './markdown';

interface Frame {
  kind: 'root' | 'emphasis' | 'strong' | 'link';
  /** The mark as written, in case it is never closed. */
  mark: string;
  children: TextInline[];
}

const SPECIAL = /[\\*[\]{]/g;
const CITE = new RegExp(`\\[\\^(${CODE_PATTERN.source.slice(1, -1)})\\]`, 'y');
const RUBY = /\{([^{}|]{1,40})\|([^{}|]{1,80})\}/y;
const TARGET = /\(((?:[^()\s]|\([^()\s]{0,200}\)){1,2000})\)/y;
/** An address a text may link to; other schemes, http included, stay text. */
export const ADDRESS = /^https:\/\/[^\s/]/;

/**
 * One pass with a stack of open marks. Each kind can be open once, so the stack is never deeper than four and
 * text that turns out not to be marked up moves up at most three times. Link targets that are no links go to `refused`.
 */
export function parseInlines(source: string, refused: string[]): TextInline[] {
  const stack: Frame[] = [{ kind: 'root', mark: '', children: [] }];
  const top = () => stack[stack.length - 1] as Frame;
  const isOpen = (kind: Frame['kind']) => stack.some((frame) => frame.kind === kind);

  /** Takes the top frame off as plain text: its mark, then what it held. */
  const flatten = () => {
    const frame = stack.pop() as Frame;
    addText(top().children, frame.mark);
    addAll(top().children, frame.children);
  };
  const open = (kind: Frame['kind'], mark: string) => stack.push({ kind, mark, children: [] });
  /** Closes the frame of this kind; frames opened inside it and left open become text. */
  const close = (kind: 'emphasis' | 'strong') => {
    while (top().kind !== kind) flatten();
    const { children } = stack.pop() as Frame;
    top().children.push({ kind, children });
  };

  let at = 0;
  while (at < source.length) {
    SPECIAL.lastIndex = at;
    const found = SPECIAL.exec(source);
    const next = found ? found.index : source.length;
    if (next > at) addText(top().children, source.slice(at, next));
    if (!found) break;
    at = next;
    const mark = source.charAt(at);
    if (mark === '\\') {
      const escaped = source.charAt(at + 1);
      const isMark = /[\\`*_{}[\]()#+\-.!>|~^]/.test(escaped);
      addText(top().children, isMark ? escaped : '\\');
      at += isMark ? 2 : 1;
    } else if (mark === '*') {
      let end = at;
      while (source.charAt(end) === '*') end += 1;
      stars(source.slice(at, end), source.charAt(at - 1), source.charAt(end));
      at = end;
    } else if (mark === '{') {
      const ruby = matchAt(RUBY, source, at);
      if (ruby) top().children.push({ kind: 'ruby', base: ruby[1] ?? '', text: ruby[2] ?? '' });
      else addText(top().children, mark);
      at += ruby ? ruby[0].length : 1;
    } else if (mark === '[') {
      const cite = matchAt(CITE, source, at);
      if (cite) {
        top().children.push({ kind: 'cite', fact: cite[1] ?? '' });
        at += cite[0].length;
      } else {
        // The inner of two brackets is the link; the outer one was text.
        while (isOpen('link')) flatten();
        open('link', '[');
        at += 1;
      }
    } else {
      at += closeLink(at);
    }
  }
  while (stack.length > 1) flatten();
  return top().children;

  /** A run of stars: closes what is open, opens what is not, and is text where it can do neither. */
  function stars(run: string, before: string, after: string): void {
    const mayClose = before !== '' && !/\s/.test(before);
    const mayOpen = after !== '' && !/\s/.test(after);
    let left = run.length > 3 ? 0 : run.length;
    if (left === 0) addText(top().children, run);
    while (left > 0) {
      const closing = mayClose ? closable(left) : null;
      const kind = closing ?? (left >= 2 ? 'strong' : 'emphasis');
      const width = kind === 'strong' ? 2 : 1;
      if (closing) close(closing);
      else if (mayOpen && !isOpen(kind)) open(kind, run.slice(0, width));
      else addText(top().children, run.slice(0, width));
      left -= width;
    }
  }

  /** The open kind that so many stars close; of two, the inner. */
  function closable(count: number): 'emphasis' | 'strong' | null {
    const strong = count >= 2 && isOpen('strong');
    const emphasis = count !== 2 && isOpen('emphasis');
    if (strong && emphasis) return top().kind === 'emphasis' ? 'emphasis' : 'strong';
    return strong ? 'strong' : emphasis ? 'emphasis' : null;
  }

  /** At a `]`: makes the link when a target follows; gives how many characters were read. */
  function closeLink(index: number): number {
    const target = isOpen('link') ? matchAt(TARGET, source, index + 1) : null;
    if (!target) {
      addText(top().children, ']');
      return 1;
    }
    while (top().kind !== 'link') flatten();
    const { children } = stack.pop() as Frame;
    const href = target[1] ?? '';
    if (REFERENCE_PATTERN.test(href) || ADDRESS.test(href)) {
      top().children.push({ kind: 'link', href, children });
    } else {
      refused.push(href);
      addText(top().children, '[');
      addAll(top().children, children);
      addText(top().children, `]${target[0]}`);
    }
    return 1 + target[0].length;
  }
}

function matchAt(pattern: RegExp, source: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(source);
}

function addText(children: TextInline[], text: string): void {
  const last = children[children.length - 1];
  if (last?.kind === 'text') last.text += text;
  else if (text !== '') children.push({ kind: 'text', text });
}

function addAll(children: TextInline[], added: TextInline[]): void {
  for (const inline of added) {
    if (inline.kind === 'text') addText(children, inline.text);
    else children.push(inline);
  }
}
