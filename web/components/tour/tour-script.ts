import { startPlayer } from '../../listening/player';
import { tellPlace } from '../../state/place';
import { isTyping, singleKeysAllowed } from '../../state/single-keys';

/**
 * The guide of a tour's page: the halt in the middle of the window is the place; steps by buttons, arrows and, unless
 * they are switched off, n and p. A halt that was reached is told once; the last one ends the tour.
 */
export function startTour(root: Document): void {
  const stops = [...root.querySelectorAll<HTMLElement>('[data-stop]')];
  const guide = root.querySelector<HTMLElement>('[data-guide]');
  const voice = guide?.querySelector<HTMLElement>('[data-voice]') ?? null;
  const reached = new Set<HTMLElement>();
  let here = -1;

  const soundOf = (index: number) => stops[index]?.querySelector<HTMLAudioElement>('audio') ?? null;
  root.querySelectorAll<HTMLElement>('[data-player]').forEach(startPlayer);

  function reach(index: number): void {
    const stop = stops[index];
    if (!stop || index === here) return;
    if (here >= 0) soundOf(here)?.pause();
    here = index;
    show();
    const reference = stop.dataset['stop'] ?? null;
    tellPlace(reference, root);
    if (reached.has(stop) || !reference) return;
    reached.add(stop);
    engage('tour-stop', reference);
    if (index === stops.length - 1) engage('tour-done', reference.replace(/^stop:([^/]+).*$/, 'tour:$1'));
  }
  function show(): void {
    const seen = new Set([...reached].map(idOf));
    const stop = stops[here];
    const now = stop ? idOf(stop) : null;
    root.querySelectorAll<HTMLElement>('[data-halt]').forEach((mark) => {
      const id = mark.dataset['halt'] ?? '';
      mark.toggleAttribute('data-here', id === now);
      mark.toggleAttribute('data-seen', id !== now && seen.has(id));
      if (mark.matches('a')) {
        if (id === now) mark.setAttribute('aria-current', 'step');
        else mark.removeAttribute('aria-current');
      }
    });
    guide
      ?.querySelectorAll<HTMLElement>('[data-said]')
      .forEach((said) => (said.hidden = said.dataset['said'] !== (now ?? '')));
    guide?.querySelectorAll<HTMLElement>('[data-step]').forEach((button) => {
      const isEnd = !stops[here + Number(button.dataset['step'])];
      if (isEnd) button.setAttribute('aria-disabled', 'true');
      else button.removeAttribute('aria-disabled');
    });
    showVoice();
  }
  function showVoice(): void {
    const sound = soundOf(here);
    if (!voice) return;
    voice.hidden = sound === null;
    voice.textContent = (sound && !sound.paused ? voice.dataset['pause'] : voice.dataset['play']) ?? '';
  }
  function step(by: number): void {
    const stop = stops[here + by];
    if (!stop) return;
    const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
    stop.scrollIntoView({ behavior: isStill ? 'instant' : 'smooth' });
    stop.querySelector<HTMLElement>('[data-title]')?.focus({ preventScroll: true });
    reach(here + by);
    // While the window is on its way past others, the place is the one it goes to.
    steering = Date.now();
  }
  let steering = 0;

  guide?.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('button') : null;
    if (button?.dataset['step']) step(Number(button.dataset['step']));
    else if (button === voice && button) toggleVoice();
  });
  function toggleVoice(): void {
    const sound = soundOf(here);
    if (!sound) return;
    // Refused where the browser wants another gesture: the player's own button plays.
    if (sound.paused) sound.play().catch(() => {});
    else sound.pause();
  }
  for (const event of ['play', 'pause', 'ended']) root.addEventListener(event, showVoice, true);

  root.addEventListener('keydown', (event) => {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
    const isElsewhere = event.target instanceof Element && event.target.closest('audio, [data-cues], summary, select');
    if (!isPlain || isTyping(event) || isElsewhere) return;
    const letter = singleKeysAllowed(root) ? { n: 1, p: -1 }[event.key] : undefined;
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key] ?? letter;
    if (by === undefined) return;
    event.preventDefault();
    step(by);
  });

  const inView = new IntersectionObserver(
    (entries) => {
      if (Date.now() - steering < 900) return;
      for (const { isIntersecting, target } of entries) {
        if (isIntersecting && target instanceof HTMLElement) reach(stops.indexOf(target));
      }
    },
    { rootMargin: '-50% 0px -50% 0px' }
  );
  stops.forEach((stop) => inView.observe(stop));
  show();
}

const idOf = (stop: HTMLElement) => stop.dataset['stop']?.split('/')[1] ?? '';

function engage(type: 'tour-stop' | 'tour-done', target: string): void {
  document.dispatchEvent(new CustomEvent('lantai:engage', { detail: { type, target } }));
}
