import { PerspectiveCamera, Vector3 } from 'three';

/** A box in metres, its middle at the origin: half its width, height and depth. */
export type HalfSize = readonly [x: number, y: number, z: number];

/** Ends of a measured edge on the screen, in CSS pixels, and whose measure it is. */
export interface MeasuredEdge {
  axis: 'width' | 'height' | 'depth';
  from: { xPx: number; yPx: number };
  to: { xPx: number; yPx: number };
}

const FIELD_DEG = 30;
/** Share of the picture a model fills, as it lies whole. */
const FILLED = 0.62;
const MOST_TIMES = 8;
const MOST_TIP_RAD = Math.PI / 2 - 0.05;
const FIRST = { turnRad: -Math.PI / 6, tipRad: Math.PI / 9, times: 1 } as const;

/** The shared programs take an eye below the floor for a mirror's: models stand high above it. */
export const STAND_HEIGHT = 100;

/** From where a model is seen: it turns about its upright axis, the eye goes up and down and near. Radians, metres. */
export class ModelView {
  readonly camera = new PerspectiveCamera(FIELD_DEG, 1, 0.01, 1);
  turnRad: number = FIRST.turnRad;
  tipRad: number = FIRST.tipRad;
  times: number = FIRST.times;
  readonly #reach: number;
  readonly #point = new Vector3();

  constructor(private readonly half: HalfSize) {
    this.#reach = Math.hypot(...half);
  }

  turn(radians: number): void {
    this.turnRad += radians;
  }

  tip(radians: number): void {
    this.tipRad = Math.max(-MOST_TIP_RAD, Math.min(MOST_TIP_RAD, this.tipRad + radians));
  }

  zoom(by: number): void {
    this.times = Math.max(1, Math.min(MOST_TIMES, this.times * by));
  }

  reset(): void {
    Object.assign(this, FIRST);
  }

  /** Sets the camera for a picture of this form (width by height). */
  look(aspect: number): void {
    const { camera } = this;
    const field = Math.tan((FIELD_DEG * Math.PI) / 360) * Math.min(1, aspect);
    const distance = this.#reach / field / FILLED / this.times;
    camera.aspect = aspect;
    camera.near = Math.max(distance / 100, distance - this.#reach * 1.5);
    camera.far = distance + this.#reach * 2;
    camera.position.set(0, STAND_HEIGHT + Math.sin(this.tipRad) * distance, Math.cos(this.tipRad) * distance);
    camera.lookAt(0, STAND_HEIGHT, 0);
    camera.updateProjectionMatrix();
    camera.updateMatrixWorld();
  }

  /** Width, depth and height along edges of its box: the two that meet nearest to the eye, and the upright at the left. */
  edges(widthPx: number, heightPx: number): MeasuredEdge[] {
    const [x, y, z] = this.half;
    const corners = [
      [-1, -1],
      [1, -1],
      [1, 1],
      [-1, 1]
    ] as const;
    const at = ([sx, sz]: readonly [number, number], sy: number) =>
      this.#onScreen([sx * x, sy * y, sz * z], widthPx, heightPx);
    const foot = this.tipRad >= 0 ? -1 : 1;
    const near = [...corners].sort((a, b) => this.#depthOf(b, x, z) - this.#depthOf(a, x, z))[0] ?? corners[0];
    const left = [...corners].sort((a, b) => at(a, 0).xPx - at(b, 0).xPx)[0] ?? corners[0];
    return [
      { axis: 'width', from: at([-1, near[1]], foot), to: at([1, near[1]], foot) },
      { axis: 'depth', from: at([near[0], -1], foot), to: at([near[0], 1], foot) },
      { axis: 'height', from: at(left, -1), to: at(left, 1) }
    ];
  }

  /** How far towards the eye a corner stands, turned as it is. */
  #depthOf([sx, sz]: readonly [number, number], x: number, z: number): number {
    return sz * z * Math.cos(this.turnRad) - sx * x * Math.sin(this.turnRad);
  }

  #onScreen([x, y, z]: readonly [number, number, number], widthPx: number, heightPx: number) {
    const [c, s] = [Math.cos(this.turnRad), Math.sin(this.turnRad)];
    const point = this.#point.set(x * c + z * s, y + STAND_HEIGHT, z * c - x * s).project(this.camera);
    return { xPx: ((point.x + 1) / 2) * widthPx, yPx: ((1 - point.y) / 2) * heightPx };
  }
}
