import type { CompiledExhibit, CompiledSection, LocalizedTree } from '../../../exhibits/format/compiled';
import type { ActivityKind } from '../../../exhibits/format/activities';
import type { Block } from '../../../exhibits/format/sections';
import { plainText } from '../../../exhibits/format/markdown';

/**
 * What parts of a section measure on a phone of 390 pixels, in CSS pixels with the gap above them: averages over the
 * three exhibits of the house, whose 36 sections come out within 4 % of their height (the worst within 10).
 */
interface Measures {
  head: number;
  notes: number;
  next: number;
  /** A text: what every one has, and what each character adds. */
  text: number;
  character: number;
  /** What a work has below its picture. */
  caption: number;
  /** Several works, and a quotation. */
  row: number;
  quotation: number;
  tasks: Record<ActivityKind, number>;
}

const CHINESE: Measures = {
  head: 69,
  notes: 77,
  next: 187,
  text: 57,
  character: 1.36,
  caption: 192,
  row: 1040,
  quotation: 230,
  tasks: { choice: 467, connect: 575, data: 861, find: 898, order: 552, weigh: 739 }
};

const ENGLISH: Measures = {
  head: 91,
  notes: 77,
  next: 203,
  text: 40,
  character: 0.82,
  caption: 240,
  row: 1148,
  quotation: 260,
  tasks: { choice: 505, connect: 758, data: 932, find: 962, order: 639, weigh: 951 }
};

const PICTURE_WIDTH = 374;

/**
 * About how high a section is on a phone, in CSS pixels: the browser keeps so much room for it until it is near, and
 * lays it out only then.
 */
export function phoneHeight(section: CompiledSection, exhibit: CompiledExhibit, locale: string): number {
  const is = locale.startsWith('zh') ? CHINESE : ENGLISH;
  const textHeight = (text: LocalizedTree | null | undefined) => {
    const tree = text?.[locale] ?? Object.values(text ?? {})[0];
    return tree ? is.text + is.character * plainText(tree).length : 0;
  };
  const blockHeight = (block: Block, index: number): number => {
    if ('text' in block) return textHeight(section.derived.blocks[index]);
    if ('object' in block) {
      const picture = exhibit.objects[block.object]?.derived.picture;
      return picture ? is.caption + (PICTURE_WIDTH * picture.heightPx) / picture.widthPx : 0;
    }
    if ('activity' in block) {
      const kind = exhibit.activities.find(({ id }) => id === block.activity)?.kind;
      return kind ? is.tasks[kind] : 0;
    }
    return 'quote' in block ? is.quotation : is.row;
  };
  const blocks = (section.blocks ?? []).reduce((sum, block, index) => sum + blockHeight(block, index), 0);
  return Math.round(is.head + textHeight(section.derived.tree) + blocks + is.notes + is.next);
}
