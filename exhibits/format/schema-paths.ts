import type { z } from 'zod';
import { get, isDictionary } from './values';
import type { Path } from './values';

/** A path in which `*` stands for every key of a map and every index of a list. */
export type Pattern = readonly string[];

/** Zod schemas by their inner definition, which `.meta()` and `.optional()` leave the same. */
type AnySchema = z.core.$ZodTypes;

/** Every place of the schema where that leaf stands: the rules ask “where are texts” instead of keeping a list of fields. */
export function patternsOf(schema: z.ZodType, leaf: z.ZodType): Pattern[] {
  const found = new Map<string, Pattern>();
  const visit = (current: z.core.$ZodType, path: Pattern): void => {
    const { def } = (current as AnySchema)._zod;
    if (def === leaf._zod.def) {
      found.set(path.join('\0'), path);
      return;
    }
    switch (def.type) {
      case 'object':
        for (const [key, child] of Object.entries(def.shape)) visit(child, [...path, key]);
        return;
      case 'optional':
        return visit(def.innerType, path);
      case 'array':
        return visit(def.element, [...path, '*']);
      case 'record':
        return visit(def.valueType, [...path, '*']);
      case 'union':
        return def.options.forEach((option) => visit(option, path));
    }
  };
  visit(schema, []);
  return [...found.values()];
}

/** Calls back for every value a pattern leads to, however broken the rest is. The path is the callee's to keep. */
export function visitPattern(root: unknown, pattern: Pattern, onValue: (value: unknown, path: Path) => void): void {
  const path: Path = [];
  const walk = (value: unknown, depth: number): void => {
    if (depth === pattern.length) {
      if (value !== undefined) onValue(value, [...path]);
      return;
    }
    const key = pattern[depth] as string;
    if (key !== '*') step(get(value, key), key, depth);
    else if (Array.isArray(value)) value.forEach((item, index) => step(item, index, depth));
    else if (isDictionary(value)) for (const name of Object.keys(value)) step(value[name], name, depth);
  };
  const step = (value: unknown, key: string | number, depth: number): void => {
    if (value === undefined) return;
    path.push(key);
    walk(value, depth + 1);
    path.pop();
  };
  walk(root, 0);
}

/**
 * The schema at a path, through optional fields, lists, maps and tuples; of a union the option that knows most of the
 * value's keys. Null where the schema knows no such place.
 */
export function schemaAt(schema: z.core.$ZodType, root: unknown, path: Path): z.core.$ZodType | null {
  let current: z.core.$ZodType | undefined = unwrapped(schema, root);
  let value = root;
  for (const key of path) {
    if (!current) return null;
    const { def } = (current as AnySchema)._zod;
    value = get(value, key);
    let next: z.core.$ZodType | null | undefined = null;
    if (def.type === 'object') next = Object.hasOwn(def.shape, key) ? def.shape[key] : null;
    else if (def.type === 'array') next = def.element;
    else if (def.type === 'record') next = def.valueType;
    else if (def.type === 'tuple') next = def.items[Number(key)];
    if (!next) return null;
    current = unwrapped(next, value);
  }
  return current;
}

function unwrapped(schema: z.core.$ZodType, value: unknown): z.core.$ZodType {
  const { def } = (schema as AnySchema)._zod;
  if (def.type === 'optional') return unwrapped(def.innerType, value);
  if (def.type !== 'union') return schema;
  return unwrapped(def.options[nearestOption(schema, value)] ?? schema, value);
}

/**
 * Which option of a union the value is most like: the one its tag names, where there is one, else the one whose first key
 * it has, else the one that knows most of its keys.
 */
export function nearestOption(union: z.core.$ZodType, value: unknown): number {
  const { def } = (union as AnySchema)._zod;
  if (def.type !== 'union') return 0;
  const tag = 'discriminator' in def ? String(def.discriminator) : null;
  const tagged = tag === null ? -1 : def.options.findIndex((option) => hasTag(option, tag, get(value, tag)));
  if (tagged >= 0) return tagged;
  const scores = def.options.map((option) => {
    const known = keysOf(option);
    if (!isDictionary(value)) return 0;
    const [first = ''] = known;
    return (Object.hasOwn(value, first) ? 100 : 0) + Object.keys(value).filter((key) => known.includes(key)).length;
  });
  return scores.indexOf(Math.max(...scores));
}

function hasTag(option: z.core.$ZodType, tag: string, value: unknown): boolean {
  const { def } = (option as AnySchema)._zod;
  const literal = def.type === 'object' ? (def.shape[tag] as AnySchema | undefined)?._zod.def : undefined;
  return literal?.type === 'literal' && literal.values.some((one) => one === value);
}

/** Keys an object schema knows; none of other schemas. */
export function keysOf(schema: z.core.$ZodType): string[] {
  const { def } = (schema as AnySchema)._zod;
  return def.type === 'object' ? Object.keys(def.shape) : [];
}
