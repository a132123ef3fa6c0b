import type { CompiledExhibit } from '../../exhibits/format/compiled';
import { objectsInOrder } from './object-places';

/** Objects another may be compared with: first those the exhibit itself sets beside it, of its section, place or people. */
export function comparable(exhibit: CompiledExhibit, object: string): { related: string[]; others: string[] } {
  const all = objectsInOrder(exhibit).filter((id) => id !== object);
  const related = all.filter((id) => isRelated(exhibit, object, id));
  return { related, others: all.filter((id) => !related.includes(id)) };
}

function isRelated({ objects, sections }: CompiledExhibit, a: string, b: string): boolean {
  const [one, other] = [objects[a], objects[b]];
  return (
    sections.some(({ derived }) => derived.objects.includes(a) && derived.objects.includes(b)) ||
    (one?.people ?? []).some((person) => other?.people?.includes(person))
  );
}
