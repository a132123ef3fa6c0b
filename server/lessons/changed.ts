/** Keys whose values became different; null where none did. */
export function changed<Part extends object>(before: Part, after: Part): Partial<Part> | null {
  const keys = (Object.keys(after) as (keyof Part)[]).filter((key) => !isSame(before[key], after[key]));
  return keys.length === 0 ? null : (Object.fromEntries(keys.map((key) => [key, after[key]])) as Partial<Part>);
}

/** Whether two values of JSON are alike. Views are compared with every word that is told: writing both out costs ten times this. */
function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) || Array.isArray(other)) {
    return (
      Array.isArray(one) &&
      Array.isArray(other) &&
      one.length === other.length &&
      one.every((part, n) => isSame(part, other[n]))
    );
  }
  const [left, right] = [one as Record<string, unknown>, other as Record<string, unknown>];
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length && keys.every((key) => key in right && isSame(left[key], right[key]))
  );
}
