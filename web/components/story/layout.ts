import type {
  CompiledActivity,
  CompiledExhibit,
  CompiledObject,
  CompiledSection
} from '../../../exhibits/format/compiled';
import { citationsOf } from '../inline-runs';
import type { Block } from '../../../exhibits/format/sections';

export type WorkSize = 'small' | 'medium' | 'wide';
export type Side = 'start' | 'end';

/**
 * The width of each work of a section, by block. The author's word counts; what he left open follows the picture's
 * shape and is never as wide as the work before it (`pages.md` §3).
 */
export function sizesOf(blocks: readonly Block[], objects: Record<string, CompiledObject>): (WorkSize | null)[] {
  let before: WorkSize | null = null;
  return blocks.map((block) => {
    if (!('object' in block)) return null;
    const size: WorkSize = block.size ?? fitting(objects[block.object], before);
    before = size;
    return size;
  });
}

/** Works that leave part of the page free stand at its edges in turn, so that the reader's eye does not run down one side. */
export function sidesOf(
  blocks: readonly Block[],
  sizes: readonly (WorkSize | null)[],
  objects: Record<string, CompiledObject>
): Side[] {
  let free = 0;
  return blocks.map((block, index) => {
    // An upright picture is never as wide as the page: the screen is not high enough.
    const isUpright = 'object' in block && aspectOf(objects[block.object]) < 1;
    if (!('object' in block) || (sizes[index] === 'wide' && !isUpright)) return 'start';
    free += 1;
    return free % 2 === 1 ? 'start' : 'end';
  });
}

/**
 * On what a work lies: documents are letter paper, charts and drawings lie free on the page, the rest and whatever
 * takes the whole width lies on the sunk desk. The cover was free in the opening and stays so.
 */
export function groundOf(
  object: CompiledObject,
  size: WorkSize | 'share',
  isCover: boolean
): 'desk' | 'free' | 'paper' {
  switch (object.kind) {
    case 'document':
      return 'paper';
    case 'chart':
      return 'free';
    case 'drawing':
      return size === 'wide' && !isCover ? 'desk' : 'free';
    default:
      return 'desk';
  }
}

/**
 * Facts a section's marks lead to, the number being index + 1: those its texts cite, then those its works and
 * tasks rest on.
 */
export function notesOf(section: CompiledSection, exhibit: CompiledExhibit): string[] {
  const tasks = (section.blocks ?? []).flatMap((block) =>
    'activity' in block ? factsOf(exhibit.activities.find(({ id }) => id === block.activity)) : []
  );
  const works = section.derived.objects.flatMap((id) => exhibit.objects[id]?.facts ?? []);
  return [...new Set([...section.derived.citations, ...works, ...tasks])].filter((code) => exhibit.facts[code]);
}

/** Facts of a task: what it rests on, then what its texts cite besides. */
export function factsOf(activity: CompiledActivity | undefined): string[] {
  if (!activity) return [];
  const { prompt, explain, grounds } = activity.derived;
  const cited = [prompt, ...grounds, explain].flatMap((text) => Object.values(text).flatMap(citationsOf));
  return [...new Set([...activity.facts, ...cited])];
}

/** The column widths of works side by side, so that they stand equally high. */
export function columnsOf(objects: readonly CompiledObject[]): string {
  return objects
    .map(({ derived: { picture } }) => `minmax(0, ${Math.round((picture.widthPx / picture.heightPx) * 100) / 100}fr)`)
    .join(' ');
}

function fitting(object: CompiledObject | undefined, before: WorkSize | null): WorkSize {
  const wanted: WorkSize = object?.kind === 'document' ? 'small' : aspectOf(object) >= 1.6 ? 'wide' : 'medium';
  if (wanted !== before) return wanted;
  return wanted === 'medium' ? 'wide' : 'medium';
}

function aspectOf(object: CompiledObject | undefined): number {
  const { widthPx, heightPx } = object?.derived.picture ?? { widthPx: 1, heightPx: 1 };
  return widthPx / heightPx;
}
