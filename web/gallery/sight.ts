import { Uniform, UniformsGroup, type Matrix4, type Vector3 } from 'three';

/**
 * From where all programs see: one block of uniforms, written once a pass, where each program would be told by itself
 * and in each pass anew.
 */
export class Sight {
  /** Matrix from the world to the clip space, and the place of the eye, as the block `Sight` of `shaders/common.ts`. */
  readonly #values = new Float32Array(20);
  readonly group = new UniformsGroup().setName('Sight').add(new Uniform(this.#values));

  /** Of all that is drawn from now on. */
  set(view: Matrix4, eye: Vector3): void {
    view.toArray(this.#values);
    eye.toArray(this.#values, 16);
  }

  dispose(): void {
    this.group.dispose();
  }
}
