import type { ReadAloud } from '../../listening/read-aloud';
import { hasLargeText, TEXT_SIZE } from '../../state/text-size';

/** Reading aloud belongs to large text: its script comes when that is on, and is silent when it is switched off. */
export function offerReadingAloud(root: Document, story: HTMLElement): void {
  const bar = root.querySelector<HTMLElement>('[data-reading]');
  if (!bar || !('speechSynthesis' in globalThis)) return;
  let reading: ReadAloud | null = null;
  const follow = async () => {
    if (!hasLargeText(root)) {
      reading?.dispose();
      reading = null;
      return;
    }
    const script = await import('../../listening/read-aloud').catch(() => null);
    if (script && !reading && hasLargeText(root)) reading = new script.ReadAloud(story, bar, speechSynthesis);
  };
  root.addEventListener(TEXT_SIZE, () => void follow());
  void follow();
}
