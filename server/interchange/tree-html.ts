import type { TextBlock, TextInline, TextTree } from '../../exhibits/format/markdown';
import { escapeXml } from '../media/house-style';

/**
 * A text as HTML for other programs, everything escaped. References lead to the exhibit's page, `page` being its whole
 * address; evidence marks are left out, since what they open stays here.
 */
export function treeHtml(tree: TextTree, page: string): string {
  return tree.map((block) => blockHtml(block, page)).join('');
}

function blockHtml(block: TextBlock, page: string): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${inlinesHtml(block.children, page)}</p>`;
    case 'list': {
      const items = block.items.map((item) => `<li>${inlinesHtml(item, page)}</li>`).join('');
      return block.ordered ? `<ol>${items}</ol>` : `<ul>${items}</ul>`;
    }
    case 'quote':
      return `<blockquote>${treeHtml(block.children, page)}</blockquote>`;
  }
}

function inlinesHtml(inlines: TextInline[], page: string): string {
  return inlines.map((inline) => inlineHtml(inline, page)).join('');
}

function inlineHtml(inline: TextInline, page: string): string {
  switch (inline.kind) {
    case 'text':
      return escapeXml(inline.text);
    case 'emphasis':
      return `<em>${inlinesHtml(inline.children, page)}</em>`;
    case 'strong':
      return `<strong>${inlinesHtml(inline.children, page)}</strong>`;
    case 'link': {
      const href = /^https?:/.test(inline.href) ? inline.href : `${page}?at=${encodeURIComponent(inline.href)}`;
      return `<a href="${escapeXml(href)}">${inlinesHtml(inline.children, page)}</a>`;
    }
    case 'ruby':
      return `<ruby>${escapeXml(inline.base)}<rt>${escapeXml(inline.text)}</rt></ruby>`;
    case 'cite':
      return '';
  }
}
