/** A halt reached in another view counts as reached; the address keeps the tour while one stays at what it looks at. */
export function carryTour(root: Document = document): void {
  const stop = root.querySelector<HTMLElement>('[data-tour-strip]')?.dataset['tourStrip'];
  if (!stop) return;
  root.dispatchEvent(new CustomEvent('lantai:engage', { detail: { type: 'tour-stop', target: stop } }));
}
