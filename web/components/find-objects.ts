import type { LocalizedText } from '../../exhibits/format/common';
import type { CompiledExhibit, CompiledObject } from '../../exhibits/format/compiled';

/**
 * Objects whose words hold every term of the query, in any language, upper and lower case alike. Han text has no spaces,
 * so a term is found anywhere inside it. An empty query finds all. `kind` narrows to one kind of object.
 */
export function findObjects(exhibit: CompiledExhibit, ids: string[], query: string, kind: string | null): string[] {
  const terms = termsOf(query);
  return ids.filter((id) => {
    const object = exhibit.objects[id];
    if (!object || (kind !== null && object.kind !== kind)) return false;
    if (terms.length === 0) return true;
    const words = wordsOf(exhibit, object);
    return terms.every((term) => words.includes(term));
  });
}

/**
 * Shorter words to try when a query finds nothing: of each term the longest stretches of at least two characters that
 * do find something, with the number of objects; at most three.
 */
export function shorterQueries(
  exhibit: CompiledExhibit,
  ids: string[],
  query: string
): { query: string; count: number }[] {
  const texts = ids.flatMap((id) => (exhibit.objects[id] ? [wordsOf(exhibit, exhibit.objects[id])] : []));
  const found: { query: string; count: number }[] = [];
  for (const term of termsOf(query)) {
    // A Latin word is not cut to pieces.
    const characters = isLatin(term) ? [] : [...term];
    const whole = isLatin(term) ? texts.filter((text) => text.includes(term)).length : 0;
    if (whole > 0 && found.length < 3) found.push({ query: term, count: whole });
    let start = 0;
    while (start < characters.length - 1 && found.length < 3) {
      const stretch = longestFound(characters.slice(start), texts);
      if (stretch) {
        if (!found.some((one) => one.query === stretch.query)) found.push(stretch);
        start += [...stretch.query].length;
      } else {
        start += 1;
      }
    }
  }
  return found;
}

/** The longest beginning of these characters that some text holds. */
function longestFound(characters: string[], texts: string[]): { query: string; count: number } | null {
  for (let length = characters.length; length >= 2; length -= 1) {
    const query = characters.slice(0, length).join('');
    const count = texts.filter((text) => text.includes(query)).length;
    if (count > 0) return { query, count };
  }
  return null;
}

function isLatin(term: string): boolean {
  return !/\p{Script=Han}/u.test(term);
}

function termsOf(query: string): string[] {
  return folded(query).split(' ').filter(Boolean);
}

/** Full-width letters become plain ones, case and runs of space are levelled. */
function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

function wordsOf(exhibit: CompiledExhibit, object: CompiledObject): string {
  const place = object.place ? exhibit.places[object.place] : undefined;
  const texts: (LocalizedText | undefined)[] = [
    object.title,
    object.label,
    object.description,
    object.transcript,
    object.alt,
    object.holder,
    object.dateText,
    ...(object.creators ?? []),
    ...(object.regions ?? []).flatMap((region) => [region.title, region.text]),
    place?.name,
    place?.modernName,
    ...(object.people ?? []).map((id) => exhibit.people[id]?.name)
  ];
  const plain = [object.refCode, object.date, ...texts.flatMap((text) => Object.values(text ?? {}))];
  return folded(
    plain
      .filter(Boolean)
      .join('\n')
      .replace(/\[\^[^\]]*\]/g, '')
  );
}
