import type { GalleryHandle } from '../../gallery/handle';
import type { GalleryPageData } from './page-data';

const TURN_RAD = Math.PI / 6;

/** Buttons that turn the model one stands before; hidden elsewhere. */
export function modelControls(
  stage: HTMLElement,
  data: GalleryPageData,
  gallery: () => GalleryHandle,
  say: (words: string) => void
) {
  const controls = stage.querySelector<HTMLElement>('[data-turn]');
  const word = stage.querySelector<HTMLElement>('[data-model-missing]');
  const missing = new Set<string>();
  const isModel = (object: string | null) => object !== null && data.engine.works[object]?.modelUrl != null;
  let here: string | null = null;
  const refresh = () => {
    const isMissing = here !== null && missing.has(here);
    if (controls) controls.hidden = !isModel(here) || isMissing;
    if (word) word.hidden = !isMissing;
  };
  /** 1 to the left, −1 to the right. */
  const turn = (side: 1 | -1) => {
    if (!controls || controls.hidden || !gallery().turnModel(side * TURN_RAD)) return;
    say(side > 0 ? data.messages.turnedLeft : data.messages.turnedRight);
  };
  controls?.querySelector('[data-turn-left]')?.addEventListener('click', () => turn(1));
  controls?.querySelector('[data-turn-right]')?.addEventListener('click', () => turn(-1));
  return {
    turn,
    /** One stands before an object, or before none. */
    stand(object: string | null): void {
      here = object;
      refresh();
    },
    /** A model is there, or will not come: its plinth and label stay, and the panel says so. */
    came(object: string, isThere: boolean): void {
      if (isThere) missing.delete(object);
      else if (isModel(object)) missing.add(object);
      refresh();
    }
  };
}
