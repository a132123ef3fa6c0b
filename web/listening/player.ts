import { followCues } from './cue-list';

/** Speed, transcript and, for a sound, the line being spoken; the player itself is the browser's. */
export function startPlayer(player: HTMLElement): void {
  const media = player.querySelector<HTMLMediaElement>('video, audio');
  if (!media) return;
  const speeds = [...player.querySelectorAll<HTMLElement>('[data-speed]')];
  const now = player.querySelector<HTMLElement>('[data-now]');
  const object = player.dataset['engage'];

  function seek(seconds: number): void {
    if (!media) return;
    media.currentTime = seconds;
    // Refused where the browser wants another gesture: the moment is set, and the player's own button plays.
    media.play().catch(() => {});
  }
  // Of several players on a page each has its own transcript.
  const scope = player.closest('[data-listening]') ?? player.ownerDocument;
  const lists = [...scope.querySelectorAll<HTMLElement>('[data-cues]')].map((list) => followCues(list, seek));
  function follow(): void {
    const said = lists.map((list) => list.mark(media?.currentTime ?? 0));
    if (now && said[0] != null) now.textContent = said[0];
  }
  for (const event of ['timeupdate', 'seeking', 'seeked']) media.addEventListener(event, follow);

  player.addEventListener('click', ({ target }) => {
    const speed = target instanceof Element ? target.closest<HTMLElement>('[data-speed]') : null;
    if (speed) media.playbackRate = Number(speed.dataset['speed']);
  });
  media.addEventListener('ratechange', () => {
    for (const speed of speeds)
      speed.setAttribute('aria-pressed', String(Number(speed.dataset['speed']) === media.playbackRate));
  });
  media.addEventListener(
    'play',
    () => document.dispatchEvent(new CustomEvent('lantai:engage', { detail: { type: 'play', target: object } })),
    { once: true }
  );
}
