/**
 * A UUID of version 7 (RFC 9562 §5.7): milliseconds since 1970, then 74 random bits, so that ids sort by time.
 * `crypto.randomUUID` is absent on plain http, which a gallery's own network often is.
 */
export function uuidV7(
  nowMs: number,
  fill: (bytes: Uint8Array<ArrayBuffer>) => void = (b) => crypto.getRandomValues(b)
) {
  const bytes = new Uint8Array(16);
  fill(bytes);
  for (let i = 0; i < 6; i++) bytes[i] = nowMs / 2 ** (40 - 8 * i);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  return [...bytes]
    .map((byte, i) => ([4, 6, 8, 10].includes(i) ? '-' : '') + byte.toString(16).padStart(2, '0'))
    .join('');
}
