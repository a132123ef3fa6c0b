import { drawPicture, strip, type Piece, type Studio } from './mip-strip';
import { release } from './studios';

/** A picture to fetch and make mip strips of: one for a square of `size`, or one for each cell of a sheet. */
export type DecodeJob =
  | { kind: 'picture'; url: string; size: number }
  | { kind: 'sheet'; url: string; columns: number; count: number; size: number };

/** Runs what it is given after what it was given before. */
export type InTurn = <Result>(act: () => Promise<Result>) => Promise<Result>;

/** One list of pieces a picture, in the order of the cells; null when it cannot be had or was aborted. */
export async function decode(
  job: DecodeJob,
  studio: Studio,
  signal: AbortSignal,
  inTurn: InTurn
): Promise<Piece[][] | null> {
  const blob = await fetchBlob(job.url, signal);
  if (!blob) return null;
  return inTurn(async () => {
    const image = signal.aborted ? null : await createImageBitmap(blob).catch(() => null);
    if (!image) return null;
    const context = studio.context(job.size, job.size);
    const strips: Piece[][] = [];
    for (const part of partsOf(job, image)) {
      drawPicture(context, image, part);
      strips.push(await strip(context, 4, studio));
    }
    release(context);
    image.close();
    return strips;
  });
}

export function oneAtATime(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (act) => {
    const mine = last.then(act);
    last = mine.catch(() => undefined);
    return mine;
  };
}

/** The whole picture, or the cells of a sheet, row by row. */
export function partsOf(job: DecodeJob, { width, height }: { width: number; height: number }) {
  if (job.kind === 'picture') return [{ x: 0, y: 0, width, height }];
  const { size, columns } = job;
  return Array.from({ length: job.count }, (_, cell) => ({
    x: (cell % columns) * size,
    y: Math.floor(cell / columns) * size,
    width: size,
    height: size
  }));
}

async function fetchBlob(url: string, signal: AbortSignal): Promise<Blob | null> {
  try {
    const response = await fetch(url, { signal });
    return response.ok ? await response.blob() : null;
  } catch {
    // Aborted or cut off: the work keeps its average colour, and its label says what it is.
    return null;
  }
}
