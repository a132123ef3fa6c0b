import type { LocalizedText } from '../../../exhibits/format/common';
import type { CompiledExhibit } from '../../../exhibits/format/compiled';

/** What a stop looks at: its title, and the object whose picture stands beside it. */
export function stopSubject(
  exhibit: CompiledExhibit,
  at: string
): { title: LocalizedText | null; object: string | null } {
  const [kind, id = ''] = at.split(':');
  switch (kind) {
    case 'object':
      return { title: exhibit.objects[id]?.title ?? null, object: id };
    case 'region': {
      const [object = '', region] = id.split('/');
      const found = exhibit.objects[object]?.regions?.find((one) => one.id === region);
      return { title: found?.title ?? exhibit.objects[object]?.title ?? null, object };
    }
    case 'event': {
      const event = exhibit.timeline.events.find((one) => one.id === id);
      return { title: event?.title ?? null, object: event?.object ?? null };
    }
    case 'section': {
      const section = exhibit.sections.find((one) => one.id === id);
      return { title: section?.title ?? null, object: section?.derived.objects[0] ?? null };
    }
    default:
      return { title: null, object: null };
  }
}
