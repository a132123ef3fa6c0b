import type { TextInline, TextTree } from '../../exhibits/format/markdown';

/** An inline of the text tree, or a stretch that must stay on one line. */
export type InlineRun = TextInline | { kind: 'together'; children: TextInline[] };

/** Punctuation that belongs to what stands before it and so may not be parted from an evidence mark. */
const CLOSING = /^[，。、；：？！）”’」』》】,.;:?!)\]]+/;

/**
 * Keeps evidence marks off the start of a line: the last two characters before a mark, the mark itself
 * (or several in a row) and the punctuation after it become one run that is set without a break.
 */
export function inlineRuns(inlines: TextInline[]): InlineRun[] {
  const runs: InlineRun[] = [];
  const rest = [...inlines];
  while (rest.length > 0) {
    const inline = rest.shift() as TextInline;
    if (inline.kind !== 'cite') {
      runs.push(inline);
      continue;
    }
    const children: TextInline[] = [...takeTail(runs), inline];
    while (rest[0]?.kind === 'cite') children.push(rest.shift() as TextInline);
    const next = rest[0];
    const closing = next?.kind === 'text' ? CLOSING.exec(next.text)?.[0] : undefined;
    if (next?.kind === 'text' && closing) {
      children.push({ kind: 'text', text: closing });
      if (next.text === closing) rest.shift();
      else rest[0] = { kind: 'text', text: next.text.slice(closing.length) };
    }
    runs.push({ kind: 'together', children });
  }
  return runs;
}

/** Cuts the last two characters off the text before a mark, leaving the rest in place. */
function takeTail(runs: InlineRun[]): TextInline[] {
  const last = runs.at(-1);
  if (last?.kind !== 'text') return [];
  const characters = [...last.text.trimEnd()];
  const tail = characters.slice(-2).join('');
  if (characters.length <= 2) runs.pop();
  else runs[runs.length - 1] = { kind: 'text', text: characters.slice(0, -2).join('') };
  return tail ? [{ kind: 'text', text: tail }] : [];
}

/** Fact codes cited in a tree, in the order they first appear. */
export function citationsOf(tree: TextTree): string[] {
  const codes = new Set<string>();
  const walk = (inlines: TextInline[]): void => {
    for (const inline of inlines) {
      if (inline.kind === 'cite') codes.add(inline.fact);
      else if ('children' in inline) walk(inline.children);
    }
  };
  for (const block of tree) {
    if (block.kind === 'paragraph') walk(block.children);
    else if (block.kind === 'list') block.items.forEach(walk);
    else citationsOf(block.children).forEach((code) => codes.add(code));
  }
  return [...codes];
}
