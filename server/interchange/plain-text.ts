import type { TextBlock, TextInline, TextTree } from '../../exhibits/format/markdown';

/** A text tree as plain text, a line break between blocks, for programs that know no marks of ours. */
export function plainText(tree: TextTree): string {
  return tree.map(blockText).join('\n');
}

function blockText(block: TextBlock): string {
  switch (block.kind) {
    case 'paragraph':
      return inlineText(block.children);
    case 'list':
      return block.items
        .map((item, index) => `${block.ordered ? `${index + 1}.` : '–'} ${inlineText(item)}`)
        .join('\n');
    case 'quote':
      return plainText(block.children);
  }
}

function inlineText(inlines: TextInline[]): string {
  return inlines.map(oneInline).join('');
}

function oneInline(inline: TextInline): string {
  switch (inline.kind) {
    case 'text':
      return inline.text;
    case 'ruby':
      return inline.base;
    // The mark of a note means nothing without the notes.
    case 'cite':
      return '';
    case 'emphasis':
    case 'strong':
    case 'link':
      return inlineText(inline.children);
  }
}
