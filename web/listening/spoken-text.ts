import type { Spoken } from './reader';
import { sentencesOf } from './sentences';

/** Not read: marks of evidence, what is said by ear already, links to elsewhere, and what is folded away. */
const UNREAD = '.ev, .unseen, .look, .nature, .note, button, details, rt, rp, [aria-hidden="true"], [hidden]';
const HIGHLIGHT = 'read-aloud';

/** The sentences of some blocks of text in their order, each of which marks itself on the page while it is read. */
export function spokenIn(blocks: Iterable<HTMLElement>): Spoken[] {
  return [...blocks].flatMap((block) => {
    const { text, rangeOf } = readText(block);
    const lang = block.closest<HTMLElement>('[lang]')?.lang ?? '';
    return sentencesOf(text).map((sentence) => ({
      text: sentence.text,
      lang: block.querySelector<HTMLElement>(':scope > [lang]:only-child')?.lang ?? lang,
      mark: () => markRange(rangeOf(sentence.start, sentence.end), block)
    }));
  });
}

/** The words of a block that are read, and the range of the page a stretch of them stands in. */
function readText(block: HTMLElement): { text: string; rangeOf(start: number, end: number): Range } {
  const walker = block.ownerDocument.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const nodes: { node: Node; from: number }[] = [];
  let text = '';
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const unread = node.parentElement?.closest(UNREAD);
    if (unread && block.contains(unread)) continue;
    nodes.push({ node, from: text.length });
    text += node.textContent ?? '';
  }
  const place = (at: number) => {
    const found = nodes.filter(({ from }) => from <= at).pop() ?? nodes[0];
    return found ? ([found.node, at - found.from] as const) : ([block, 0] as const);
  };
  return {
    text: text.replace(/\s/g, ' '),
    rangeOf(start, end) {
      const range = block.ownerDocument.createRange();
      range.setStart(...place(start));
      const [node, offset] = place(end - 1);
      range.setEnd(node, offset + 1);
      return range;
    }
  };
}

/** The sentence itself where the browser can mark it, else the block it stands in; in view either way. */
function markRange(range: Range, block: HTMLElement): () => void {
  const { top, bottom } = range.getBoundingClientRect();
  if (top < innerHeight * 0.12 || bottom > innerHeight * 0.78) {
    const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
    scrollBy({ top: top - innerHeight * 0.3, behavior: isStill ? 'instant' : 'smooth' });
  }
  if (typeof Highlight === 'function' && CSS.highlights) {
    CSS.highlights.set(HIGHLIGHT, new Highlight(range));
    return () => void CSS.highlights.delete(HIGHLIGHT);
  }
  block.dataset['readNow'] = '';
  return () => void delete block.dataset['readNow'];
}
