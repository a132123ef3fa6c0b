import type { Pose } from '../../gallery/data';
import type { GalleryHandle } from '../../gallery/handle';

/** Where one stands, as a lesson has it: metres in the plan. */
interface Standing {
  room: string;
  x: number;
  z: number;
  yawRad: number;
}

/** Nearer than this one stands beside the teacher already, metres. */
const BESIDE_M = 0.7;
/** A way is walked before the next is begun. */
const EVERY_MS = 1_200;
/** After going to a stop, what is still told of the teacher’s way there is late, milliseconds. */
const LATE_MS = 1_500;
/** Where one cannot stand quite there, one has tried often enough. */
const MOST_WAYS = 4;

/** Tells the lesson around the page where one stands (`lantai:pose`), and whether that is at a stop. */
export function tellStanding(
  root: Document,
  room: string,
  { xM, zM, yawRad }: Readonly<Pose>,
  isAtStop: boolean
): void {
  const pose: Standing = { room, x: xM, z: zM, yawRad };
  root.dispatchEvent(new CustomEvent('lantai:pose', { detail: { pose, isAtStop } }));
}

/**
 * Goes where the lesson says: to a stop (`lantai:go`), or where somebody stands (`lantai:stand`), the newest place of several,
 * and looks the same way once there.
 */
export function hearStanding(
  root: Document,
  gallery: () => GalleryHandle,
  go: (at: string) => void,
  signal: AbortSignal
): void {
  let wanted: Standing | null = null;
  let ways = 0;
  let wentAt = -LATE_MS;
  let timer: ReturnType<typeof setTimeout> | null = null;
  const follow = () => {
    timer = null;
    if (!wanted || signal.aborted) return;
    const { x, z, yawRad } = wanted;
    const { pose } = gallery();
    if (Math.hypot(x - pose.xM, z - pose.zM) > BESIDE_M && ways < MOST_WAYS) {
      ways += 1;
      gallery().goToPlace(x, z);
      timer = setTimeout(follow, EVERY_MS);
      return;
    }
    // The shorter way round.
    gallery().turnBy(Math.atan2(Math.sin(yawRad - pose.yawRad), Math.cos(yawRad - pose.yawRad)));
    wanted = null;
  };
  root.addEventListener(
    'lantai:stand',
    (event) => {
      if (!(event instanceof CustomEvent) || performance.now() - wentAt < LATE_MS) return;
      wanted = event.detail as Standing;
      ways = 0;
      if (timer === null) follow();
    },
    { signal }
  );
  root.addEventListener(
    'lantai:go',
    (event) => {
      wanted = null;
      wentAt = performance.now();
      if (event instanceof CustomEvent) go(event.detail as string);
    },
    { signal }
  );
  signal.addEventListener('abort', () => timer !== null && clearTimeout(timer));
}
