import { BufferAttribute, BufferGeometry } from 'three';
import type { Rgb } from '../colour';
import { linear } from '../colour';
import { PATTERNS, type Surface } from '../themes';

export type Point = readonly [number, number, number];

/** Light of a corner: place on the room's light map and how much of it is taken; or light of its own. */
export interface CornerLight {
  s: number;
  t: number;
  share: number;
  own: Rgb;
}

/** How a surface is drawn: linear albedo and tiling pattern; `turned` runs the grain upright. */
export interface Finish {
  albedo: Rgb;
  pattern: number;
  perMetre: number;
  strength: number;
  relief: number;
}

export function finishOf(surface: Surface, turned = false): Finish {
  return {
    albedo: linear(surface.colour),
    pattern: PATTERNS.indexOf(surface.pattern) + (turned ? 0.25 : 0),
    perMetre: 1 / surface.metres,
    strength: surface.strength,
    relief: surface.relief
  };
}

/** Light that comes from no map: drawn as given. */
export function ownLight(own: Rgb): CornerLight {
  return { s: 0, t: 0, share: 0, own };
}

/** Collects quads of one room into one geometry; the maker owns it and disposes of it. */
export class SurfaceQuads {
  readonly #positions: number[] = [];
  readonly #normals: number[] = [];
  readonly #lights: number[] = [];
  readonly #own: number[] = [];
  readonly #albedos: number[] = [];
  readonly #patterns: number[] = [];
  readonly #indices: number[] = [];

  /** Four corners, counter-clockwise seen from the front, each with its light. */
  add(
    corners: readonly [Point, Point, Point, Point],
    normal: Point,
    finish: Finish,
    lights: readonly CornerLight[]
  ): void {
    const first = this.#positions.length / 3;
    corners.forEach((corner, index) => {
      const light = lights[index] ?? lights[0];
      if (!light) return;
      this.#positions.push(...corner);
      this.#normals.push(...normal);
      this.#lights.push(light.s, light.t, light.share);
      this.#own.push(...light.own);
      this.#albedos.push(...finish.albedo);
      this.#patterns.push(finish.pattern, finish.perMetre, finish.strength, finish.relief);
    });
    this.#indices.push(first, first + 1, first + 2, first, first + 2, first + 3);
  }

  /** An upright or lying box around a middle, half sizes along three directions, in one even light; `sides` names the directions it is closed in. */
  addBox(
    middle: Point,
    axes: readonly [Point, Point, Point],
    halves: readonly [number, number, number],
    finish: Finish,
    own: Rgb,
    sides: readonly (0 | 1 | 2)[] = [0, 1, 2]
  ): void {
    const light = ownLight(own);
    for (const axis of sides) {
      for (const sign of [1, -1]) {
        const normal = axes[axis] ?? axes[0];
        const across = axes[(axis + 1) % 3] ?? axes[0];
        const along = axes[(axis + 2) % 3] ?? axes[0];
        const out = (halves[axis] ?? 0) * sign;
        const [a, b] = [halves[(axis + 1) % 3] ?? 0, halves[(axis + 2) % 3] ?? 0];
        const corner = (x: number, y: number): Point => [
          middle[0] + normal[0] * out + across[0] * a * x + along[0] * b * y,
          middle[1] + normal[1] * out + across[1] * a * x + along[1] * b * y,
          middle[2] + normal[2] * out + across[2] * a * x + along[2] * b * y
        ];
        this.add(
          [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)],
          [normal[0] * sign, normal[1] * sign, normal[2] * sign],
          finish,
          [light]
        );
      }
    }
  }

  geometry(): BufferGeometry {
    const geometry = new BufferGeometry();
    const set = (name: string, values: number[], size: number) =>
      geometry.setAttribute(name, new BufferAttribute(Float32Array.from(values), size));
    set('position', this.#positions, 3);
    set('normal', this.#normals, 3);
    set('aLight', this.#lights, 3);
    set('aOwn', this.#own, 3);
    set('aAlbedo', this.#albedos, 3);
    set('aPattern', this.#patterns, 4);
    geometry.setIndex(new BufferAttribute(Uint32Array.from(this.#indices), 1));
    return geometry;
  }
}
