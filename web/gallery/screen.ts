import { Camera, LinearSRGBColorSpace, Scene, WebGLRenderer } from 'three';
import { deleteEmptyTextures } from './empty-textures';
import type { Eye } from './eye';
import type { Uniforms } from './materials';
import { Pace } from './pace';
import type { Quality } from './quality';
import { Reflection } from './reflection';

/** What has changed before a frame: whether there is a room to draw, one moves, and more frames are due. */
export interface FrameState {
  isReady: boolean;
  isMoving: boolean;
  isChanging: boolean;
}

interface ScreenActs {
  /** Moves everything on by so many seconds. */
  advance(seconds: number): FrameState;
  /** A frame is about to be drawn: write what is in sight. */
  onShow(): void;
  onFrame(info: { draws: number; triangles: number }): void;
  onLost(): void;
  onRestored(): void;
}

const LONGEST_FRAME_S = 0.1;
/** So long after the last change one frame is drawn at the finer ratio. */
const STILL_MS = 500;

/** The canvas and its frames: drawn only when something changed, coarser in motion, finer at rest, mirrored where wished. */
export class Screen {
  readonly scene = new Scene();
  readonly renderer: WebGLRenderer;
  readonly quality: Quality;
  readonly #camera = new Camera();
  readonly #reflection: Reflection | null;
  readonly #pace: Pace;
  #frame = 0;
  #lastTime = 0;
  #isDirty = true;
  #isMoving = false;
  #isLost = false;
  #isDisposed = false;
  #isHeld = false;
  #isOpen = false;
  #isRefining = false;
  /** Signalled once the machine has drawn a frame; oldest first. */
  #drawing: WebGLSync[] = [];
  #refine: ReturnType<typeof setTimeout> | undefined = undefined;

  constructor(
    private readonly canvas: HTMLCanvasElement,
    quality: Quality,
    private readonly eye: Eye,
    private readonly uniforms: Uniforms,
    private readonly acts: ScreenActs
  ) {
    this.#pace = new Pace(Math.min(devicePixelRatio, quality.maxPixelRatio));
    this.renderer = new WebGLRenderer({
      canvas,
      antialias: quality.antialias,
      powerPreference: 'high-performance',
      alpha: false,
      stencil: false
    });
    this.renderer.outputColorSpace = LinearSRGBColorSpace;
    // A frame may be two passes.
    this.renderer.info.autoReset = false;
    this.renderer.setClearColor(0x3a3936, 1);
    const hasMirror = quality.floor === 'mirror' && Reflection.isPossible(this.renderer);
    this.quality = quality.floor === 'mirror' && !hasMirror ? { ...quality, floor: 'sheen' } : quality;
    this.#reflection = hasMirror ? new Reflection(this.renderer, this.scene, uniforms) : null;
    canvas.addEventListener('webglcontextlost', this.#onLost);
    canvas.addEventListener('webglcontextrestored', this.#onRestored);
  }

  /** Something that is seen has changed. */
  redraw(): void {
    this.#isDirty = true;
    this.#isRefining = false;
    clearTimeout(this.#refine);
    this.request();
  }

  /** A frame in which to move on; drawn only if something has changed by then. */
  request(): void {
    if (this.#frame === 0 && !this.#isDisposed) this.#frame = requestAnimationFrame(this.#draw);
  }

  /** While held nothing is drawn or moves on; what changed meanwhile is drawn after. */
  hold(isHeld: boolean): void {
    this.#isHeld = isHeld;
    // The time between is nobody's.
    this.#lastTime = 0;
    if (!isHeld) this.request();
  }

  /** In CSS pixels. */
  resize(width: number, height: number): void {
    this.renderer.setPixelRatio(this.#movingRatio);
    this.renderer.setSize(width, height, false);
  }

  dispose(): void {
    this.#isDisposed = true;
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#refine);
    this.canvas.removeEventListener('webglcontextlost', this.#onLost);
    this.canvas.removeEventListener('webglcontextrestored', this.#onRestored);
    this.#reflection?.dispose();
    this.uniforms.sight.value.dispose();
    this.renderer.dispose();
    deleteEmptyTextures(this.renderer);
  }

  /** One frame, in stages: move, see, draw. Asks for another only while something changes. */
  readonly #draw = (time: number): void => {
    this.#frame = 0;
    if (this.#isDisposed || this.#isLost || this.#isHeld) return;
    if (this.#isBehind) return this.request();
    const seconds = Math.min(LONGEST_FRAME_S, Math.max(0, (time - this.#lastTime) / 1000));
    if (this.#isMoving && this.#lastTime > 0) this.#pace.note(time - this.#lastTime);
    this.#lastTime = time;
    const { isReady, isMoving, isChanging } = this.acts.advance(seconds);
    if (isMoving !== this.#isMoving) this.#pace.rest();
    this.#isMoving = isMoving;
    if (isReady && (this.#isDirty || isChanging)) this.#drawNow();
    if (isChanging || this.#isDirty) this.request();
    else if (this.#isOpen) this.#refineSoon();
  };

  #drawNow(): void {
    this.#isDirty = false;
    if (!this.#isRefining && this.renderer.getPixelRatio() !== this.#movingRatio) {
      this.renderer.setPixelRatio(this.#movingRatio);
    }
    this.acts.onShow();
    this.eye.update();
    this.renderer.info.reset();
    this.#reflection?.draw(this.eye, this.canvas.width, this.canvas.height);
    this.uniforms.sight.value.set(this.eye.matrix, this.eye.place);
    this.renderer.render(this.scene, this.#camera);
    const { calls, triangles } = this.renderer.info.render;
    this.#isOpen = true;
    const gl = this.#gl;
    const drawn = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
    if (drawn) this.#drawing.push(drawn);
    this.acts.onFrame({ draws: calls, triangles });
  }

  /**
   * The machine has not drawn what it was given: another frame would stand in line, and a new size would hold the page
   * until all before it is done.
   */
  get #isBehind(): boolean {
    const gl = this.#gl;
    this.#drawing = this.#drawing.filter((drawn) => {
      if (gl.getSyncParameter(drawn, gl.SYNC_STATUS) !== gl.SIGNALED) return true;
      gl.deleteSync(drawn);
      return false;
    });
    const isResizing = !this.#isRefining && this.renderer.getPixelRatio() !== this.#movingRatio;
    return this.#drawing.length > (isResizing ? 0 : 1);
  }

  get #gl(): WebGL2RenderingContext {
    return this.renderer.getContext() as WebGL2RenderingContext;
  }

  get #movingRatio(): number {
    return Math.min(this.#pace.ratio, devicePixelRatio);
  }

  /** While things move the picture may be coarser; once they rest, one frame is drawn at the finer ratio. */
  #refineSoon(): void {
    clearTimeout(this.#refine);
    if (this.renderer.getPixelRatio() >= this.quality.stillPixelRatio) return;
    this.#refine = setTimeout(() => {
      if (this.#frame !== 0 || this.#isDisposed || this.#isLost || this.#isMoving) return;
      this.renderer.setPixelRatio(this.quality.stillPixelRatio);
      this.#isDirty = true;
      this.#isRefining = true;
      this.request();
    }, STILL_MS);
  }

  readonly #onLost = (event: Event): void => {
    event.preventDefault();
    this.#isLost = true;
    this.#drawing = [];
    this.acts.onLost();
  };

  readonly #onRestored = (): void => {
    this.#isLost = false;
    this.acts.onRestored();
  };
}
