/**
 * Another canvas in the place of one whose context is not wanted any more: a context keeps the smoothing it was made
 * with.
 */
export function freshCanvas(old: HTMLCanvasElement): HTMLCanvasElement {
  giveBack(old);
  const fresh = old.cloneNode() as HTMLCanvasElement;
  old.replaceWith(fresh);
  return fresh;
}

/** A browser keeps few contexts, and drops one it needs if a page holds those it has done with. */
export function giveBack(canvas: HTMLCanvasElement): void {
  canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext();
}
