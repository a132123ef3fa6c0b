/** What all spares together may hold. */
const MOST_BYTES = 8 * 2 ** 20;

const spares: ArrayBuffer[] = [];
let held = 0;

/**
 * Memory of strips that were uploaded, to be written again: a megabyte and more a picture, which the page's collector
 * would otherwise stop frames for.
 */
export function keepSpare(buffer: ArrayBuffer): void {
  if (held + buffer.byteLength > MOST_BYTES) return;
  held += buffer.byteLength;
  spares.push(buffer);
}

/** A spare of just this size, or new memory. */
export function takeSpare(bytes: number): ArrayBuffer {
  const index = spares.findIndex(({ byteLength }) => byteLength === bytes);
  const [spare] = index < 0 ? [] : spares.splice(index, 1);
  if (!spare) return new ArrayBuffer(bytes);
  held -= bytes;
  return spare;
}
