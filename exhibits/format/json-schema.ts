import { z } from 'zod';
import { exhibit } from './exhibit';
import type { ROOT_KEYS } from './exhibit';
import { home } from './home';

/** Keys that only `exhibit.json` may hold (`ROOT_KEYS`). */
const ROOTS = { formatVersion: true, id: true, title: true, languages: true } as const satisfies Record<
  (typeof ROOT_KEYS)[number],
  true
>;

/**
 * JSON Schemas (draft 7, which editors know best) by file name: of `exhibit.json`, of the files of single keys beside it
 * (the same keys, none of them required), and of `home.json`.
 */
export function jsonSchemas(): Record<string, object> {
  const part = exhibit.omit(ROOTS).partial().meta({
    id: 'ExhibitPart',
    title: 'Part of a Lantai exhibit',
    description: 'A file that holds one key of an exhibit, named after it: objects.json, timeline.json, facts.json, …'
  });
  return {
    'exhibit.schema.json': toSchema(exhibit),
    'exhibit-part.schema.json': toSchema(part),
    'home.schema.json': toSchema(home)
  };
}

function toSchema(schema: z.ZodType): object {
  return z.toJSONSchema(schema, { target: 'draft-7', io: 'input', unrepresentable: 'throw' });
}
