import type { CompiledExhibit } from './compiled';

/** What a thing speaks of. */
export interface Subject {
  facts: Set<string>;
  people: Set<string>;
  place: string | undefined;
}

/** Facts, with the people they name, beside the people and the place of an object or event itself. */
export function subjectOf(
  exhibit: Pick<CompiledExhibit, 'facts'>,
  { facts = [], people = [], place }: { facts?: string[]; people?: string[]; place?: string | undefined }
): Subject {
  const named = facts.flatMap((code) => exhibit.facts[code]?.people ?? []);
  return { facts: new Set(facts), people: new Set([...people, ...named]), place };
}
