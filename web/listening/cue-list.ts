import { cueAt, type Spoken } from './cue-at';

/**
 * A transcript that follows its recording: the line being spoken is marked and kept in view, a click or Enter on a line
 * goes there, arrows go from line to line. It is one stop of the Tab key, however long it is.
 */
export function followCues(list: HTMLElement, seek: (seconds: number) => void) {
  const lines = [...list.querySelectorAll<HTMLAnchorElement>('[data-cue]')];
  const cues = lines.map(({ dataset }): Spoken => ({
    startS: Number(dataset['cue']),
    endS: Number(dataset['cueEnd'])
  }));
  let now = -1;
  let stop = 0;
  const stopAt = (index: number) => {
    const next = Math.min(lines.length - 1, Math.max(0, index));
    lines[stop]?.setAttribute('tabindex', '-1');
    lines[next]?.setAttribute('tabindex', '0');
    stop = next;
  };
  lines.forEach((line) => line.setAttribute('tabindex', '-1'));
  stopAt(0);

  list.addEventListener('click', (event) => {
    const line = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('[data-cue]') : null;
    if (!line || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    stopAt(lines.indexOf(line));
    seek(Number(line.dataset['cue']));
  });
  list.addEventListener('keydown', (event) => {
    const to = { ArrowDown: stop + 1, ArrowUp: stop - 1, Home: 0, End: lines.length - 1 }[event.key];
    if (to === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    stopAt(to);
    lines[stop]?.focus();
  });

  return {
    /** Marks what is said at a moment; gives its words where they have changed, empty in silence. */
    mark(seconds: number): string | null {
      const next = cueAt(cues, seconds);
      if (next === now) return null;
      lines[now]?.removeAttribute('aria-current');
      lines[next]?.setAttribute('aria-current', 'true');
      now = next;
      if (next < 0) return '';
      // Whoever is going through the lines by keyboard stays where they are.
      if (!list.contains(list.ownerDocument.activeElement)) {
        stopAt(next);
        keepInView(list, lines[next]);
      }
      return lines[next]?.querySelector('span')?.textContent?.trim() ?? '';
    }
  };
}

/** Scrolls the list alone; the page stays where its reader has it. */
function keepInView(list: HTMLElement, line: HTMLElement | undefined): void {
  if (!line) return;
  const [top, bottom] = [line.offsetTop, line.offsetTop + line.offsetHeight];
  if (top < list.scrollTop || bottom > list.scrollTop + list.clientHeight) list.scrollTop = top - list.clientHeight / 3;
}
