import { Matrix4, Vector3 } from 'three';
import type { Pose } from './data';

export const EYE_HEIGHT = 1.58;
/** Most a picture is shifted, in half heights: a model and its card are looked down upon. */
const LOWEST = -0.74;
const HIGHEST = 0.5;
/** What is looked at stands so far above the middle, in half heights: below it is the bar of stops. */
export const RAISE = 0.07;
const NEAR = 0.05;
const FAR = 120;
/** Vertical field, degrees: a landscape screen, and a phone held upright. */
const FIELD = { wide: 49, upright: 61 } as const;

/**
 * The visitor's eye: pitch is always 0 and height in the picture is set by lens shift, so verticals stay vertical.
 * Angles in radians, shifts in half heights and half widths of the picture.
 */
export class Eye {
  readonly pose: Pose = { xM: 0, zM: 0, yawRad: 0 };
  /** Positive lowers the horizon. */
  shiftY = 0;
  /** Positive moves the middle of the picture to the left, away from an open panel. */
  shiftX = 0;
  /** From the world to the clip space, and where it stands; of the last `update`. */
  readonly matrix = new Matrix4();
  readonly place = new Vector3();
  readonly #projection = new Matrix4();
  readonly #turn = new Matrix4();
  #focalX = 1;
  #focalY = 1;

  setAspect(aspect: number): void {
    const share = Math.max(0, Math.min(1, (aspect - 0.6) / 0.7));
    const field = FIELD.upright + (FIELD.wide - FIELD.upright) * share;
    this.#focalY = 1 / Math.tan((field * Math.PI) / 360);
    this.#focalX = this.#focalY / aspect;
  }

  /** Half the picture's width and height at one metre. */
  get reach(): { across: number; up: number } {
    return { across: 1 / this.#focalX, up: 1 / this.#focalY };
  }

  /** Half the horizontal angle that can be in the picture, lens shift included. */
  get halfAngleRad(): number {
    return Math.atan((1 + Math.abs(this.shiftX)) / this.#focalX);
  }

  /**
   * Lens shift that puts a height, so many metres away, in the middle of the picture, above the bar of stops; `raise` is
   * how far above, in half heights. Never more than a lens gives.
   */
  shiftFor(heightM: number, distanceM: number, raise = RAISE): number {
    return shiftWithin(this.shiftTo(heightM, distanceM, raise));
  }

  /** The same, however much it be. */
  shiftTo(heightM: number, distanceM: number, raise: number): number {
    return (this.#focalY * (heightM - EYE_HEIGHT)) / Math.max(0.5, distanceM) - raise;
  }

  /** Writes matrix and place anew. */
  update(): Matrix4 {
    const { xM, zM, yawRad } = this.pose;
    this.place.set(xM, EYE_HEIGHT, zM);
    this.#projection.set(
      this.#focalX,
      0,
      this.shiftX,
      0,
      0,
      this.#focalY,
      this.shiftY,
      0,
      0,
      0,
      -(FAR + NEAR) / (FAR - NEAR),
      (-2 * FAR * NEAR) / (FAR - NEAR),
      0,
      0,
      -1,
      0
    );
    const [c, s] = [Math.cos(yawRad), Math.sin(yawRad)];
    this.#turn.set(c, 0, -s, -c * xM + s * zM, 0, 1, 0, -EYE_HEIGHT, s, 0, c, -s * xM - c * zM, 0, 0, 0, 1);
    return this.matrix.multiplyMatrices(this.#projection, this.#turn);
  }

  /** Direction in the world of a point of the picture (x right, y up, −1…1), one metre forward. */
  ray(x: number, y: number, direction: Vector3): Vector3 {
    const across = (x + this.shiftX) / this.#focalX;
    const up = (y + this.shiftY) / this.#focalY;
    const [c, s] = [Math.cos(this.pose.yawRad), Math.sin(this.pose.yawRad)];
    return direction.set(c * across - s, up, -s * across - c);
  }
}

/** The nearest shift that a lens gives. */
export function shiftWithin(shift: number): number {
  return Math.max(LOWEST, Math.min(HIGHEST, shift));
}
