import type { DeskData } from './desk-data';
import { scaleBar } from './scale-bar';
import { lengthWords } from './words';

/** The most it takes of the desk, in CSS pixels. */
const MOST_PX = 230;

/** The scale of a desk, in the millimetres of the real thing; hidden for a work whose size is not known. */
export function ruler(desk: HTMLElement, data: DeskData): { show(pictureWidthPx: number): void } {
  const scale = desk.querySelector<HTMLElement>('[data-scale]');
  const words = scale?.querySelector('[data-scale-length]');
  return {
    show(pictureWidthPx) {
      if (!scale || data.widthMm === null) return;
      const { lengthMm, widthPx } = scaleBar(pictureWidthPx / data.widthMm, MOST_PX);
      scale.hidden = false;
      scale.style.setProperty('--length', `${widthPx.toFixed(1)}px`);
      if (words) words.textContent = lengthWords(data, lengthMm);
    }
  };
}
