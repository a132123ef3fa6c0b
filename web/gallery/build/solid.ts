import { BufferAttribute, BufferGeometry } from 'three';
import type { Rgb } from '../colour';
import type { Box } from '../light/lit-room';
import type { Point } from './surfaces';

/** How a piece of furniture is drawn. `key` is its share of the directed light, `bevelM` the width of its edges. */
export interface SolidFinish {
  albedo: Rgb;
  /** Share of the surrounding light at the foot and at the top. */
  foot: number;
  top: number;
  /** Share on its level top; left out, that of its upper edge. */
  level?: number;
  isWood?: boolean;
  gloss?: number;
  key?: number;
  bevelM?: number;
}

/** Collects furniture of a room, or a model; the maker owns the geometry and disposes of it. */
export class Solids {
  readonly #positions: number[] = [];
  readonly #normals: number[] = [];
  readonly #albedos: number[] = [];
  readonly #looks: number[] = [];
  readonly #indices: number[] = [];

  get isEmpty(): boolean {
    return this.#indices.length === 0;
  }

  /** A box with bevelled upper edges. */
  addBox(box: Box, finish: SolidFinish): void {
    const { minX: x0, maxX: x1, minY: y0, maxY: y1, minZ: z0, maxZ: z1 } = box;
    const bevel = finish.bevelM ?? 0.004;
    const sides: [number, number, number, number, number, number][] = [
      [x0, z1, x1, z1, 0, 1],
      [x1, z0, x0, z0, 0, -1],
      [x1, z1, x1, z0, 1, 0],
      [x0, z0, x0, z1, -1, 0]
    ];
    for (const [ax, az, bx, bz, nx, nz] of sides) {
      this.#quad(
        [
          [ax, y0, az],
          [bx, y0, bz],
          [bx, y1 - bevel, bz],
          [ax, y1 - bevel, az]
        ],
        [nx, 0, nz],
        finish,
        [finish.foot, finish.foot, finish.top, finish.top]
      );
      const length = Math.hypot(bx - ax, bz - az);
      const [tx, tz] = [((bx - ax) / length) * bevel, ((bz - az) / length) * bevel];
      const slope = Math.SQRT1_2;
      this.#quad(
        [
          [ax, y1 - bevel, az],
          [bx, y1 - bevel, bz],
          [bx - nx * bevel - tx, y1, bz - nz * bevel - tz],
          [ax - nx * bevel + tx, y1, az - nz * bevel + tz]
        ],
        [nx * slope, slope, nz * slope],
        finish,
        [finish.top, finish.top, finish.top, finish.top]
      );
    }
    const inner = { x0: x0 + bevel, x1: x1 - bevel, z0: z0 + bevel, z1: z1 - bevel };
    const level = finish.level ?? finish.top;
    const even = [level, level, level, level];
    this.#quad(
      [
        [inner.x0, y1, inner.z1],
        [inner.x1, y1, inner.z1],
        [inner.x1, y1, inner.z0],
        [inner.x0, y1, inner.z0]
      ],
      [0, 1, 0],
      finish,
      even
    );
    if (y0 < 0.005) return;
    const dark = even.map(() => finish.foot * 0.6);
    this.#quad(
      [
        [x0, y0, z0],
        [x1, y0, z0],
        [x1, y0, z1],
        [x0, y0, z1]
      ],
      [0, -1, 0],
      finish,
      dark
    );
  }

  /** A mesh of triangles, already in world metres, with one colour a vertex. */
  addMesh(
    positions: ArrayLike<number>,
    normals: ArrayLike<number>,
    albedos: ArrayLike<number>,
    indices: ArrayLike<number>,
    finish: SolidFinish
  ): void {
    const first = this.#positions.length / 3;
    for (let i = 0; i < positions.length; i++) {
      this.#positions.push(positions[i] ?? 0);
      this.#normals.push(normals[i] ?? 0);
      this.#albedos.push(albedos[i] ?? 0);
    }
    for (let i = 0; i < positions.length / 3; i++) this.#look(finish, finish.top);
    for (let i = 0; i < indices.length; i++) this.#indices.push(first + (indices[i] ?? 0));
  }

  /** A flat face of four corners, evenly lit. */
  addQuad(corners: readonly Point[], normal: Point, finish: SolidFinish): void {
    this.#quad(corners, normal, finish, [finish.top, finish.top, finish.top, finish.top]);
  }

  geometry(): BufferGeometry {
    const geometry = new BufferGeometry();
    const set = (name: string, values: number[], size: number) =>
      geometry.setAttribute(name, new BufferAttribute(Float32Array.from(values), size));
    set('position', this.#positions, 3);
    set('normal', this.#normals, 3);
    set('aAlbedo', this.#albedos, 3);
    set('aLook', this.#looks, 4);
    geometry.setIndex(new BufferAttribute(Uint32Array.from(this.#indices), 1));
    return geometry;
  }

  #quad(corners: readonly Point[], normal: Point, finish: SolidFinish, shares: number[]): void {
    const first = this.#positions.length / 3;
    corners.forEach((corner, index) => {
      this.#positions.push(...corner);
      this.#normals.push(...normal);
      this.#albedos.push(...finish.albedo);
      this.#look(finish, shares[index] ?? 1);
    });
    this.#indices.push(first, first + 1, first + 2, first, first + 2, first + 3);
  }

  #look(finish: SolidFinish, share: number): void {
    this.#looks.push(share, finish.isWood ? 1 : 0, finish.gloss ?? 0.2, finish.key ?? 0);
  }
}
