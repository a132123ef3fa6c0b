import type { Pose } from '../../gallery/data';

export interface PlanMarks {
  /** Moves the mark of the visitor: place and direction. */
  stand(pose: Readonly<Pose>): void;
  room(id: string): void;
  /** `object:ID` or `room:ID`. */
  work(at: string): void;
  /** A work the visitor has stood before. */
  seen(at: string): void;
}

/** Where one is, on every plan of the page. */
export function planMarks(root: Document): PlanMarks {
  const eyes = [...root.querySelectorAll('[data-plan-eye]')];
  const mark = (attribute: string, value: string) => {
    for (const one of root.querySelectorAll(`svg [${attribute}]`)) {
      one.toggleAttribute('data-here', one.getAttribute(attribute) === value);
    }
  };
  return {
    stand({ xM, zM, yawRad }) {
      const place = `translate(${xM.toFixed(2)} ${zM.toFixed(2)}) rotate(${((-yawRad * 180) / Math.PI).toFixed(1)})`;
      for (const eye of eyes) {
        eye.setAttribute('transform', place);
        eye.removeAttribute('visibility');
      }
    },
    room: (id) => mark('data-room', id),
    work: (at) => mark('data-work', at.slice('object:'.length)),
    seen(at) {
      const object = CSS.escape(at.slice('object:'.length));
      for (const one of root.querySelectorAll(`svg [data-work="${object}"]`)) one.toggleAttribute('data-seen', true);
    }
  };
}

/** The place in metres that a press on a plan points at; null off the plans. */
export function placeOnPlan({ target, clientX, clientY }: MouseEvent): { xM: number; zM: number } | null {
  const plan = target instanceof SVGElement ? (target.ownerSVGElement ?? target) : null;
  const matrix = plan instanceof SVGSVGElement ? plan.getScreenCTM() : null;
  if (!matrix) return null;
  const { x, y } = new DOMPoint(clientX, clientY).matrixTransform(matrix.inverse());
  return { xM: x, zM: y };
}
