import {
  Camera,
  Color,
  HalfFloatType,
  LinearFilter,
  LinearMipmapLinearFilter,
  Matrix4,
  type Scene,
  Vector3,
  type Vector4,
  type WebGLRenderer,
  WebGLRenderTarget
} from 'three';
import type { Eye } from './eye';
import type { Uniforms } from './materials';

/** Layer of what is tall enough to be seen in the floor. */
export const MIRRORED = 1;
/** The floor blurs it: more would not be seen. Half floats with mip levels, at most 7 MiB. */
const MOST_PIXELS = 640_000;

/**
 * The room as the floor mirrors it: drawn once more from below at no more than half the picture's size, light in linear
 * radiance and height above the floor in alpha, from which the floor's program takes its blur.
 */
export class Reflection {
  readonly #target = new WebGLRenderTarget(2, 2, {
    type: HalfFloatType,
    minFilter: LinearMipmapLinearFilter,
    magFilter: LinearFilter,
    generateMipmaps: true,
    stencilBuffer: false
  });
  readonly #camera = new Camera();
  readonly #view = new Matrix4();
  readonly #place = new Vector3();
  readonly #before = new Color();
  readonly #black = new Color(0);

  constructor(
    private readonly renderer: WebGLRenderer,
    private readonly scene: Scene,
    private readonly uniforms: Uniforms
  ) {
    this.#camera.layers.set(MIRRORED);
    this.#at('uReflection').value = this.#target.texture;
  }

  /** False where the machine cannot draw into half floats. */
  static isPossible(renderer: WebGLRenderer): boolean {
    return renderer.extensions.has('EXT_color_buffer_float') || renderer.extensions.has('EXT_color_buffer_half_float');
  }

  /** Draws the mirrored room for the frame that follows, which is seen from elsewhere. */
  draw(eye: Eye, width: number, height: number): void {
    const share = Math.min(0.5, Math.sqrt(MOST_PIXELS / (width * height)));
    const [across, down] = [Math.max(1, Math.round(width * share)), Math.max(1, Math.round(height * share))];
    if (this.#target.width !== across || this.#target.height !== down) this.#target.setSize(across, down);
    (this.#at('uReflectionSize').value as Vector4).set(1 / width, 1 / height, down / 2 / eye.reach.up, down);
    this.#place.copy(eye.place).setY(-eye.place.y);
    this.uniforms.sight.value.set(this.#view.copy(eye.matrix).multiply(FLIPPED), this.#place);
    // While it is drawn into, nothing may read it.
    this.#at('uReflection').value = null;
    this.renderer.getClearColor(this.#before);
    const alpha = this.renderer.getClearAlpha();
    this.renderer.setClearColor(this.#black, 0);
    this.renderer.setRenderTarget(this.#target);
    this.renderer.render(this.scene, this.#camera);
    this.renderer.setRenderTarget(null);
    this.renderer.setClearColor(this.#before, alpha);
    this.#at('uReflection').value = this.#target.texture;
  }

  dispose(): void {
    this.#target.dispose();
  }

  #at(name: string): Uniforms[string] {
    return (this.uniforms[name] ??= { value: null });
  }
}

/** The world upside down about the floor. */
const FLIPPED = new Matrix4().makeScale(1, -1, 1);
