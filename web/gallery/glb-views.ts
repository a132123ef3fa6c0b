/** A stretch of the file's binary part, packed with meshopt or as it is. */
export interface BufferView {
  byteOffset?: number;
  byteLength: number;
  byteStride?: number;
  extensions?: Partial<Record<(typeof PACKINGS)[number], Packing>>;
}

interface Packing {
  byteOffset?: number;
  byteLength: number;
  byteStride: number;
  count: number;
  mode: string;
  filter?: string;
}

/** Two names of one thing: the vendor's, and Khronos's of 2025. */
export const PACKINGS = ['EXT_meshopt_compression', 'KHR_meshopt_compression'] as const;

/**
 * The bytes of every view, unpacked. The decoder (some 8 kB with its WebAssembly) is loaded only for a file that needs
 * it. Rejects where packed bytes are broken or the browser has no WebAssembly.
 */
export async function viewsOf(views: BufferView[], bytes: ArrayBuffer, binaryStart: number): Promise<DataView[]> {
  const packings = views.map(({ extensions = {} }) => PACKINGS.map((name) => extensions[name]).find(Boolean));
  const decoder = packings.some(Boolean) ? (await import('meshoptimizer/decoder')).MeshoptDecoder : null;
  await decoder?.ready;
  return views.map((view, index) => {
    const packing = packings[index];
    if (!packing || !decoder) return new DataView(bytes, binaryStart + (view.byteOffset ?? 0), view.byteLength);
    const { byteOffset = 0, byteLength, byteStride, count, mode, filter } = packing;
    const target = new Uint8Array(count * byteStride);
    const source = new Uint8Array(bytes, binaryStart + byteOffset, byteLength);
    decoder.decodeGltfBuffer(target, count, byteStride, source, mode, filter);
    return new DataView(target.buffer);
  });
}
