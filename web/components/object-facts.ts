import type { Confidence } from '../../exhibits/format/facts';
import type { CompiledExhibit, CompiledObject } from '../../exhibits/format/compiled';
import { citationsOf } from './inline-runs';

/** Fact codes an object rests on: those its description cites in their order, then the rest of its own list. */
export function factsOf(exhibit: CompiledExhibit, object: CompiledObject): string[] {
  const cited = Object.values(object.derived.tree ?? {}).flatMap((tree) => citationsOf(tree));
  return [...new Set([...cited, ...(object.facts ?? [])])].filter((code) => Object.hasOwn(exhibit.facts, code));
}

/** The confidences among an object's facts, firmest first, each once. */
export function confidencesOf(exhibit: CompiledExhibit, codes: string[]): Confidence[] {
  const found = new Set(codes.map((code) => exhibit.facts[code]?.confidence));
  return (['verified', 'known', 'disputed'] as const).filter((confidence) => found.has(confidence));
}

/** The disputed fact that gives the object's date in more than one way, with the number of accounts; null when none does. */
export function disputedDate(
  exhibit: CompiledExhibit,
  object: CompiledObject,
  codes: string[]
): { code: string; accounts: number } | null {
  if (!object.date) return null;
  for (const code of codes) {
    const fact = exhibit.facts[code];
    const accounts = fact?.variants?.length ?? 0;
    if (fact?.confidence === 'disputed' && fact.date === object.date && accounts > 1) return { code, accounts };
  }
  return null;
}
