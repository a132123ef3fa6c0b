import type { GalleryHandle } from '../../gallery/handle';

/** Buttons that walk and turn: held by a finger they go on, pressed by a key they take one step. */
export function walkPad(root: Document, gallery: () => GalleryHandle, onUse: () => void): void {
  const pad = root.querySelector<HTMLElement>('[data-pad]');
  const opener = root.querySelector<HTMLElement>('[data-open-pad]');
  opener?.addEventListener('click', () => {
    if (!pad) return;
    pad.hidden = !pad.hidden;
    opener.setAttribute('aria-pressed', String(!pad.hidden));
  });
  for (const button of pad?.querySelectorAll<HTMLElement>('[data-steer]') ?? []) {
    const [forward = 0, turn = 0] = (button.dataset['steer'] ?? '').split(' ').map(Number);
    const release = () => gallery().steer(0, 0);
    button.addEventListener('pointerdown', (event) => {
      button.setPointerCapture(event.pointerId);
      onUse();
      gallery().steer(forward, turn);
    });
    for (const end of ['pointerup', 'pointercancel', 'lostpointercapture']) button.addEventListener(end, release);
    button.addEventListener('click', (event) => {
      // A press by finger or mouse has walked already.
      if (event.detail > 0) return;
      onUse();
      gallery().step(forward, turn);
    });
  }
}
