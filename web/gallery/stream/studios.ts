import type { AnyContext, Studio } from './mip-strip';
import { takeSpare } from './spares';

/** In a worker: canvases without an element. */
export const workerStudio: Studio = {
  buffer: takeSpare,
  context: (width, height) => readable(new OffscreenCanvas(width, height)),
  pause: () => Promise.resolve()
};

const SLICE_MS = 5;
let sliceStart = 0;

/** In the page: labels and texts, and pictures where workers have no canvas (Safari before 16.4); a slice a turn. */
export const pageStudio: Studio = {
  buffer: (bytes) => new ArrayBuffer(bytes),
  context: (width, height) => readable(Object.assign(document.createElement('canvas'), { width, height })),
  async pause() {
    if (performance.now() - sliceStart < SLICE_MS) return;
    await new Promise((resolve) => setTimeout(resolve, 0));
    sliceStart = performance.now();
  }
};

/** Safari counts the texels of canvases that nobody holds any more. */
export function release({ canvas }: AnyContext): void {
  canvas.width = canvas.height = 0;
}

/** What is drawn is read back: a canvas kept on the graphics card would make the page wait for it. */
function readable(canvas: OffscreenCanvas | HTMLCanvasElement): AnyContext {
  const context = canvas.getContext('2d', { willReadFrequently: true }) as AnyContext | null;
  if (!context) throw new Error('This browser gives no 2-D canvas to draw pictures with.');
  return context;
}
