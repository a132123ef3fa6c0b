/**
 * A number as people write it: 8.04, 8,04 being eight hundred and four, ８．０４, −3, 1,250, a unit or % after it. Null where
 * there is none.
 */
export function readNumber(text: string): number | null {
  const plain = text
    .normalize('NFKC')
    .replace(/[−–—]/g, '-')
    .replace(/(\d)[,，](?=\d)/g, '$1')
    .trim();
  const found = /^[^\d.-]*(-?(?:\d+(?:\.\d*)?|\.\d+))(?![\d.])/.exec(plain)?.[1];
  return found === undefined ? null : Number(found);
}

/** A part of a picture: left, top, width, height in per cent of it. */
export interface Part {
  id: string;
  xywh: readonly [number, number, number, number];
}

/**
 * The part a point lies in, in per cent; where several do, the smallest. Points so near to a part as a finger is wide
 * (`margin`, per cent across and down) count as in it when they are in no other.
 */
export function partAt(
  parts: readonly Part[],
  point: readonly [number, number],
  margin: readonly [number, number] = [0, 0]
): string | null {
  const holds = ({ xywh: [left, top, width, height] }: Part, [across, down]: readonly [number, number]) =>
    point[0] >= left - across &&
    point[0] <= left + width + across &&
    point[1] >= top - down &&
    point[1] <= top + height + down;
  const smallest = (found: Part[]) =>
    found.sort((a, b) => a.xywh[2] * a.xywh[3] - b.xywh[2] * b.xywh[3])[0]?.id ?? null;
  return smallest(parts.filter((part) => holds(part, [0, 0]))) ?? smallest(parts.filter((part) => holds(part, margin)));
}
