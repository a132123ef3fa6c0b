import { px } from './house-style';
import type { Point } from './map-frame';

/** SVG path through points, straight from one to the next. */
export function straightPath(points: Point[]): string {
  return points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${px(x)} ${px(y)}`).join('');
}

/**
 * SVG path through every point, rounded as a hand would draw it (Catmull–Rom as Bézier, tension a half). A piece of
 * which `isStraight` says so stays straight: the sea's sides along the frame.
 */
export function smoothPath(points: Point[], isStraight: (from: Point, to: Point) => boolean = () => false): string {
  const [first] = points;
  if (!first) return '';
  const pieces = points.slice(1).map((to, index) => {
    const from = points[index] as Point;
    if (isStraight(from, to)) return `L${px(to.x)} ${px(to.y)}`;
    const before = points[index - 1] ?? from;
    const after = points[index + 2] ?? to;
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    const [c1, c2] = [control(from, before, to, length), control(to, after, from, length)];
    return `C${px(c1.x)} ${px(c1.y)} ${px(c2.x)} ${px(c2.y)} ${px(to.x)} ${px(to.y)}`;
  });
  return `M${px(first.x)} ${px(first.y)}${pieces.join('')}`;
}

/** A third of the way along the tangent at a point; never longer than the piece allows, or short bends would loop. */
function control(at: Point, behind: Point, ahead: Point, length: number): Point {
  const tangent = { x: ahead.x - behind.x, y: ahead.y - behind.y };
  const size = Math.hypot(tangent.x, tangent.y) || 1;
  return { x: at.x + (tangent.x / size) * (length / 3), y: at.y + (tangent.y / size) * (length / 3) };
}
