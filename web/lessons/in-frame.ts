import type { LeadView } from '../../server/contract/lesson/commands';
import { atMostEvery, hearLesson, type Point, type Pose, tellLesson } from './frame';

/** Five times a second. */
const EVERY_MS = 200;

interface PageLine {
  exhibit: string | null;
  view: LeadView | null;
  place: string | null;
}

/** The page's side of a lesson's frame: tells where it is and where one stands and points, shows where the teacher does. */
export function joinLesson(root: Document = document): void {
  const page = JSON.parse(root.getElementById('lantai-page')?.textContent ?? '{}') as Partial<PageLine>;
  const asked = new URLSearchParams(root.location.search).get('at');
  const shown = (at: string | null) =>
    tellLesson({ kind: 'shown', exhibit: page.exhibit ?? null, view: page.view ?? null, at });
  shown(asked ?? page.place ?? null);
  root.addEventListener('lantai:place', (event) => {
    if (event instanceof CustomEvent) shown((event.detail as { at: string | null }).at);
  });

  const tellPose = atMostEvery<{ pose: Pose; isAtStop: boolean }>(EVERY_MS, (standing) =>
    tellLesson({ kind: 'pose', ...standing })
  );
  root.addEventListener('lantai:pose', (event) => {
    if (event instanceof CustomEvent) tellPose(event.detail as { pose: Pose; isAtStop: boolean });
  });
  root.addEventListener('click', leaveByTab, { capture: true });

  let stopPointing: (() => void) | null = null;
  hearLesson((message) => {
    switch (message.kind) {
      case 'go':
        root.dispatchEvent(new CustomEvent('lantai:go', { detail: message.at }));
        break;
      case 'stand':
        root.dispatchEvent(new CustomEvent('lantai:stand', { detail: message.pose }));
        break;
      case 'point':
        drawPoint(root, message.point);
        break;
      case 'watch':
        stopPointing?.();
        stopPointing = message.isPointing ? watchPointing(root) : null;
    }
  });
}

/** Another site is not shown in the frame: it opens in a tab of its own. */
function leaveByTab({ target }: MouseEvent): void {
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[href]') : null;
  if (!link || link.origin === location.origin || !/^https?:$/.test(link.protocol)) return;
  link.target = '_blank';
  link.rel = 'noopener';
}

/** The picture on the desk and whose it is. */
function plateOf(root: Document): { plate: HTMLElement; at: string } | null {
  const plate = root.querySelector<HTMLElement>('[data-plate]');
  const at = plate?.closest<HTMLElement>('[data-engage^="object:"]')?.dataset['engage'];
  return plate && at ? { plate, at } : null;
}

function watchPointing(root: Document): () => void {
  const tell = atMostEvery<Point | null>(EVERY_MS, (point) => tellLesson({ kind: 'point', point }));
  const move = ({ clientX, clientY }: PointerEvent) => {
    const found = plateOf(root);
    if (!found) return;
    const box = found.plate.getBoundingClientRect();
    const [x, y] = [((clientX - box.left) / box.width) * 100, ((clientY - box.top) / box.height) * 100];
    tell(x < 0 || x > 100 || y < 0 || y > 100 ? null : { at: found.at, x, y });
  };
  root.addEventListener('pointermove', move);
  return () => root.removeEventListener('pointermove', move);
}

/** A ring over the picture, where the teacher points; it moves with the picture. */
function drawPoint(root: Document, point: Point | null): void {
  const old = root.querySelector<HTMLElement>('[data-pointed]');
  const found = plateOf(root);
  if (!point || found?.at !== point.at) {
    old?.remove();
    return;
  }
  const ring = old ?? root.createElement('span');
  ring.dataset['pointed'] = '';
  ring.setAttribute('aria-hidden', 'true');
  ring.style.left = `${point.x}%`;
  ring.style.top = `${point.y}%`;
  if (ring.parentElement !== found.plate) found.plate.append(ring);
}
