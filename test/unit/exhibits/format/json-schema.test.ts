import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exhibit, ROOT_KEYS } from '../../../../exhibits/format/exhibit';
import { jsonSchemas } from '../../../../exhibits/format/json-schema';

interface Schema {
  $ref?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  description?: string;
  examples?: unknown[];
  definitions?: Record<string, Schema>;
}

const FOLDER = join(import.meta.dirname, '../../../../exhibits/format');
const schemas = jsonSchemas() as Record<string, Schema>;
const rootOf = (schema: Schema) => schema.definitions?.[schema.$ref?.split('/').at(-1) ?? ''] ?? schema;

describe('jsonSchemas', () => {
  it.each(Object.keys(schemas))('%s is committed as it is made (npm run schema)', (name) => {
    expect(JSON.parse(readFileSync(join(FOLDER, name), 'utf8'))).toEqual(schemas[name]);
  });

  it.each(Object.keys(schemas))('every property of %s has a description and an example', (name) => {
    const bare: string[] = [];
    const walk = (node: unknown, path: string): void => {
      if (typeof node !== 'object' || node === null) return;
      const { properties } = node as Schema;
      for (const [key, property] of Object.entries(properties ?? {})) {
        if (!property.description || !property.examples?.length) bare.push(`${path}.${key}`);
      }
      for (const [key, child] of Object.entries(node)) if (key !== 'examples') walk(child, `${path}.${key}`);
    };
    walk(schemas[name], name);
    expect(bare).toEqual([]);
  });

  it('a part has every key of an exhibit but those of exhibit.json itself, and requires none', () => {
    const part = rootOf(schemas['exhibit-part.schema.json'] ?? {});
    const keys = Object.keys(exhibit.shape).filter((key) => !(ROOT_KEYS as readonly string[]).includes(key));
    expect(Object.keys(part.properties ?? {}).sort()).toEqual(keys.sort());
    expect(part.required ?? []).toEqual([]);
  });
});
