import {
  DynamicDrawUsage,
  InstancedBufferGeometry,
  InstancedInterleavedBuffer,
  InterleavedBufferAttribute,
  type BufferGeometry
} from 'three';

export type Four = readonly [number, number, number, number];
export type Three = readonly [number, number, number];

/** What places an instance (`WALL_ITEM_VERTEX`), and how many numbers each part has. */
const PARTS = { iPlace: 3, iAxis: 4, iSize: 4, iLight: 4, iLook: 4 } as const;

/**
 * Instances of flat things on walls; several geometries may draw the same batch. All of an instance lies side by side
 * in one buffer, allocated once: what a new room in sight costs is one upload, of as much as is drawn.
 */
export class ItemBatch<Own extends string = never> {
  readonly #buffer: InstancedInterleavedBuffer;
  readonly #parts: Record<keyof typeof PARTS | Own, InterleavedBufferAttribute>;
  readonly #geometries: InstancedBufferGeometry[] = [];
  count = 0;

  /** `own` are parts beyond those that place it, and how many numbers each has. */
  constructor(
    private readonly capacity: number,
    own: Record<Own, number> = {} as Record<Own, number>
  ) {
    const sizes = Object.entries<number>({ ...PARTS, ...own });
    const stride = sizes.reduce((sum, [, size]) => sum + size, 0);
    this.#buffer = new InstancedInterleavedBuffer(new Float32Array(Math.max(1, capacity) * stride), stride);
    this.#buffer.setUsage(DynamicDrawUsage);
    let offset = 0;
    this.#parts = Object.fromEntries(
      sizes.map(([name, size]) => {
        const part = new InterleavedBufferAttribute(this.#buffer, size, offset);
        offset += size;
        return [name, part];
      })
    ) as Record<keyof typeof PARTS | Own, InterleavedBufferAttribute>;
  }

  /** The instances of this batch, each drawn with such a form. */
  geometry(form: BufferGeometry): InstancedBufferGeometry {
    const geometry = new InstancedBufferGeometry();
    for (const [name, shared] of Object.entries(form.attributes)) geometry.setAttribute(name, shared);
    geometry.setIndex(form.index);
    for (const [name, part] of Object.entries<InterleavedBufferAttribute>(this.#parts))
      geometry.setAttribute(name, part);
    geometry.instanceCount = 0;
    this.#geometries.push(geometry);
    return geometry;
  }

  clear(): void {
    this.count = 0;
  }

  /** Index of the new instance; −1 when the batch is full. */
  add(place: Three, axis: Four, size: Four, light: Four, look: Four): number {
    if (this.count >= this.capacity) return -1;
    const index = this.count++;
    const { iPlace, iAxis, iSize, iLight } = this.#parts;
    iPlace.setXYZ(index, ...place);
    iAxis.setXYZW(index, ...axis);
    iSize.setXYZW(index, ...size);
    iLight.setXYZW(index, ...light);
    this.look.setXYZW(index, ...look);
    return index;
  }

  /** What an instance shows: four numbers of the program's own; `changed` says that they were written. */
  get look(): InterleavedBufferAttribute {
    return this.#parts.iLook;
  }

  /** A part of the batch's own. */
  own(name: Own): InterleavedBufferAttribute {
    return this.#parts[name];
  }

  /** All instances are written. */
  commit(): void {
    for (const geometry of this.#geometries) geometry.instanceCount = this.count;
    this.changed();
  }

  /** Something was written to the instances. */
  changed(): void {
    this.#buffer.clearUpdateRanges();
    this.#buffer.addUpdateRange(0, this.count * this.#buffer.stride);
    this.#buffer.needsUpdate = true;
  }
}
