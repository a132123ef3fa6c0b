import type { CompiledExhibit, CompiledObject } from '../../exhibits/format/compiled';
import type { TextInline, TextTree } from '../../exhibits/format/markdown';
import { subjectOf, type Subject } from '../../exhibits/format/subject';

/** What two things have in common; the empty ones do not count. */
export interface Shared {
  /** One names the other in its text. */
  isLinked: boolean;
  facts: string[];
  people: string[];
  place: string | null;
}
export interface Related {
  id: string;
  shared: Shared;
}

/** More would be a catalogue, not a hint. */
const MOST = 6;

/** The works nearest to an object: named in the text, then same facts, people, place; in story order where equal. */
export function relatedObjects(exhibit: CompiledExhibit, id: string, most = MOST): Related[] {
  const own = exhibit.objects[id];
  if (!own) return [];
  const from = subjectOf(exhibit, own);
  const others = Object.entries(exhibit.objects).filter(([other]) => other !== id);
  return nearest(
    others.map(([other, object]) => {
      const isLinked = linkedObjects(own).has(other) || linkedObjects(object).has(id);
      return { id: other, shared: { ...inCommon(from, subjectOf(exhibit, object)), isLinked } };
    }),
    most
  );
}

/** The events nearest to an object, less those that show it. */
export function relatedEvents(exhibit: CompiledExhibit, id: string, most = MOST): Related[] {
  const own = exhibit.objects[id];
  if (!own) return [];
  const from = subjectOf(exhibit, own);
  const others = exhibit.timeline.events.filter((event) => event.object !== id);
  return nearest(
    others.map((event) => ({
      id: event.id,
      shared: { ...inCommon(from, subjectOf(exhibit, event)), isLinked: false }
    })),
    most
  );
}

function inCommon(a: Subject, b: Subject): Omit<Shared, 'isLinked'> {
  return {
    facts: [...a.facts].filter((code) => b.facts.has(code)),
    people: [...a.people].filter((person) => b.people.has(person)),
    place: a.place !== undefined && a.place === b.place ? a.place : null
  };
}

function nearest(found: Related[], most: number): Related[] {
  return found
    .map((related) => ({ related, weight: weightOf(related.shared) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, most)
    .map(({ related }) => related);
}

/** A curator's own link outweighs any one thing in common; a place alone is the faintest tie. */
function weightOf({ isLinked, facts, people, place }: Shared): number {
  return (isLinked ? 8 : 0) + 3 * facts.length + 2 * people.length + (place === null ? 0 : 1);
}

/** Objects a description links to, in any language. */
function linkedObjects(object: CompiledObject): Set<string> {
  return new Set(Object.values(object.derived.tree ?? {}).flatMap(linksOf));
}

function linksOf(tree: TextTree): string[] {
  return tree.flatMap((block) => {
    switch (block.kind) {
      case 'paragraph':
        return inlineLinks(block.children);
      case 'list':
        return block.items.flatMap(inlineLinks);
      case 'quote':
        return linksOf(block.children);
    }
  });
}

function inlineLinks(inlines: TextInline[]): string[] {
  return inlines.flatMap((inline) => {
    const object = inline.kind === 'link' ? /^object:(.+)$/.exec(inline.href)?.[1] : undefined;
    return [...(object === undefined ? [] : [object]), ...('children' in inline ? inlineLinks(inline.children) : [])];
  });
}
