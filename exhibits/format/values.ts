import type { Sentence } from './sentence';

/** Way to a value from the top: keys and indices. */
export type Path = (string | number)[];

export type Dictionary = Record<string, unknown>;

export function isDictionary(value: unknown): value is Dictionary {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The entries of a JSON object, none of anything else. */
export function entriesOf(value: unknown): [string, unknown][] {
  return isDictionary(value) ? Object.entries(value) : [];
}

/** The items of an array, none of anything else. */
export function itemsOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A key of a JSON object, undefined of anything else. */
export function get(value: unknown, key: string | number): unknown {
  if (Array.isArray(value)) return typeof key === 'number' ? value[key] : undefined;
  return isDictionary(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

export function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, key) => get(value, key), root);
}

/** `objects.large-dragon.alt`, `sections[2].blocks[0]`; keys that would be misread stand in brackets. */
export function pathText(path: Path): string {
  return path
    .map((key, index) => {
      if (typeof key === 'number') return `[${key}]`;
      if (!/^[\w$-]+$/.test(key)) return `[${JSON.stringify(key)}]`;
      return index === 0 ? key : `.${key}`;
    })
    .join('');
}

/** A value as a curator would recognise it: “drawin”, 12, a list, nothing. */
export function describe(value: unknown): Sentence {
  switch (typeof value) {
    case 'string': {
      const shown = shorten(value);
      return value === '' ? { en: 'an empty text', zh: '空文字' } : { en: `“${shown}”`, zh: `“${shown}”` };
    }
    case 'undefined':
      return { en: 'nothing', zh: '空缺' };
    case 'number':
    case 'boolean':
      return { en: String(value), zh: String(value) };
    default:
      if (value === null) return { en: 'null', zh: 'null' };
      if (Array.isArray(value)) return { en: `a list of ${value.length}`, zh: `一个含${value.length}项的列表` };
      return { en: 'an object { }', zh: '一个对象{ }' };
  }
}

/** At most 60 characters, on one line. */
export function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 59).replace(/[\ud800-\udbff]$/, '')}…` : line;
}
