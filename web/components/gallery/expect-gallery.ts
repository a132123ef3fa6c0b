import type { openGallery } from '../../gallery/gallery';
import { hasWebGl2 } from '../../gallery/webgl';

export interface Engine {
  openGallery: typeof openGallery;
}

/**
 * Before the page is whole: where the device can open the room, says so on the page's root, which hides the list, and
 * asks for the engine. Null where it cannot.
 */
export function expectGallery(root: Document): Promise<Engine> | null {
  if (!hasWebGl2()) return null;
  root.documentElement.toggleAttribute('data-opens', true);
  const engine: Promise<Engine> = import('../../gallery/gallery');
  // Whoever waits for it hears of it; until the page is whole nobody does.
  engine.catch(() => undefined);
  return engine;
}
