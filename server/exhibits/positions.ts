import type { Node } from 'jsonc-parser';
import type { Path } from '../../exhibits/format/values';

/** A place in a file, line and column counted from 1 in UTF-16 units, as editors do. */
export interface Place {
  file: string;
  line: number;
  column: number;
}

/** Offsets at which the lines of a text begin. */
export function lineStartsOf(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** Line and column of an offset, by halving. */
export function placeAt(file: string, lineStarts: readonly number[], offset: number): Place {
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { file, line: low + 1, column: offset - (lineStarts[low] ?? 0) + 1 };
}

/**
 * Finds paths in the tree of a JSON file: the value, with `atKey` its key. Where the path leads to nothing (a key is
 * missing), the key of the nearest thing above it, or that thing itself. Looks each object through once, so that ten
 * thousand issues in one list are found as quickly as one.
 */
export function makeFinder(root: Node | undefined): (path: Path, atKey?: boolean) => number {
  const children = new WeakMap<Node, Map<string | number, Node>>();
  const childrenOf = (node: Node): Map<string | number, Node> => {
    let map = children.get(node);
    if (!map) {
      map = new Map();
      for (const [index, child] of (node.children ?? []).entries()) {
        // Of two equal keys the later one counts, as it does for every JSON parser.
        map.set(node.type === 'array' ? index : String(child.children?.[0]?.value), child);
      }
      children.set(node, map);
    }
    return map;
  };

  return (path, atKey = false) => {
    let value = root;
    let key: Node | undefined;
    let depth = 0;
    for (; value && depth < path.length; depth += 1) {
      const next = childrenOf(value).get(path[depth] ?? '');
      if (!next) break;
      key = next.type === 'property' ? next.children?.[0] : undefined;
      value = next.type === 'property' ? next.children?.[1] : next;
    }
    const isFound = depth === path.length;
    if (key && (atKey || !isFound)) return key.offset;
    return value?.offset ?? key?.offset ?? 0;
  };
}
