import type { Studio } from './mip-strip';

/** In a worker: canvases without an element, handed over without copying. */
export const workerStudio: Studio = {
  canvas: (width, height) => new OffscreenCanvas(width, height),
  finish: (canvas) => (canvas as OffscreenCanvas).transferToImageBitmap(),
  pause: () => Promise.resolve()
};

const SLICE_MS = 5;
let sliceStart = 0;

/** In the page: labels and texts, and pictures where workers have no canvas (Safari before 16.4); a slice a turn. */
export const pageStudio: Studio = {
  canvas: (width, height) => Object.assign(document.createElement('canvas'), { width, height }),
  finish: (canvas) => canvas as HTMLCanvasElement,
  async pause() {
    if (performance.now() - sliceStart < SLICE_MS) return;
    await new Promise((resolve) => setTimeout(resolve, 0));
    sliceStart = performance.now();
  }
};
