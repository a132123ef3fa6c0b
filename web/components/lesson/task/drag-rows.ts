/**
 * Rows (`[data-row]`) of a list are dragged by their grip (`[data-grip]`), by mouse, pen or finger. A row changes places as soon
 * as the pointer is past the middle of its neighbour; the list is drawn anew by whoever hears `move`.
 */
export function dragRows(move: (from: number, to: number) => void): (list: HTMLElement) => () => void {
  return (list) => {
    let held: number | null = null;
    const rows = () => [...list.querySelectorAll<HTMLElement>(':scope > [data-row]')];
    const mark = () => rows().forEach((row, index) => row.toggleAttribute('data-held', index === held));

    function down(event: PointerEvent): void {
      const grip = event.target instanceof Element ? event.target.closest('[data-grip]') : null;
      const row = grip?.closest<HTMLElement>('[data-row]');
      if (!row) return;
      event.preventDefault();
      held = rows().indexOf(row);
      list.setPointerCapture(event.pointerId);
      mark();
    }
    function drag({ clientY }: PointerEvent): void {
      if (held === null) return;
      const to = rows().findIndex((row) => {
        const { top, bottom } = row.getBoundingClientRect();
        return clientY >= top && clientY <= bottom;
      });
      if (to < 0 || to === held) return;
      const { top, height } = (rows()[to] as HTMLElement).getBoundingClientRect();
      const isPast = to > held ? clientY > top + height / 2 : clientY < top + height / 2;
      if (!isPast) return;
      move(held, to);
      held = to;
      queueMicrotask(mark);
    }
    function up(): void {
      held = null;
      mark();
    }
    list.addEventListener('pointerdown', down);
    list.addEventListener('pointermove', drag);
    list.addEventListener('pointerup', up);
    list.addEventListener('pointercancel', up);
    return () => {
      list.removeEventListener('pointerdown', down);
      list.removeEventListener('pointermove', drag);
      list.removeEventListener('pointerup', up);
      list.removeEventListener('pointercancel', up);
    };
  };
}
