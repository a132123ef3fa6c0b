import { TIERS, type Quality } from '../../gallery/quality';
import type { GalleryPageData } from './page-data';
import { phrase } from './phrases';
import { popover } from './popover';

interface SettingsActs {
  /** Undefined leaves the choice to the machine. */
  onQuality(quality: Quality | undefined): void;
  onStill(isStill: boolean): void;
}

/** Fineness and motion as the visitor wishes them; kept in the page alone. */
export function settings(root: Document, data: GalleryPageData, acts: SettingsActs) {
  const panel = root.querySelector<HTMLElement>('[data-settings]');
  const still = panel?.querySelector<HTMLInputElement>('[data-still]');
  const prefersStill = matchMedia('(prefers-reduced-motion: reduce)');
  if (still) still.checked = prefersStill.matches;
  panel?.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    if (target === still) acts.onStill(target.checked);
    else acts.onQuality(target.value in TIERS ? TIERS[target.value as Quality['tier']] : undefined);
  });
  prefersStill.addEventListener('change', () => {
    if (still) still.checked = prefersStill.matches;
    acts.onStill(prefersStill.matches);
  });
  return {
    popover: popover(root.querySelector('[data-open-settings]'), panel),
    get isStill() {
      return still?.checked ?? prefersStill.matches;
    },
    /** The tier that is drawn now. */
    tell(tier: Quality['tier']): void {
      const words = data.messages[`tier_${tier}`];
      const told = panel?.querySelector('[data-tier]');
      if (told) told.textContent = phrase(data, 'tierNow', { tier: words });
    }
  };
}
