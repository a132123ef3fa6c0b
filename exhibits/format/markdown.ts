/** Text as a safe tree: what the Markdown subset of the format can say, and nothing else. */
export type TextTree = TextBlock[];

export type TextBlock =
  | { kind: 'paragraph'; children: TextInline[] }
  | { kind: 'list'; ordered: boolean; items: TextInline[][] }
  | { kind: 'quote'; children: TextBlock[] };

export type TextInline =
  | { kind: 'text'; text: string }
  | { kind: 'emphasis'; children: TextInline[] }
  | { kind: 'strong'; children: TextInline[] }
  /** `href` is a reference (`object:large-dragon`) or an address. */
  | { kind: 'link'; href: string; children: TextInline[] }
  | { kind: 'ruby'; base: string; text: string }
  /** `[^A-048]`: cites a fact. */
  | { kind: 'cite'; fact: string };
