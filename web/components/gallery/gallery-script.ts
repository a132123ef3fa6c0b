import type { Engine } from './expect-gallery';
import type { GalleryPageData } from './page-data';
import { Visit } from './visit';

/** Opens the gallery over its own page. Where the device cannot, the page stays what it is and says so. */
export function startGallery(root: Document, engine: Promise<Engine> | null): void {
  const frame = root.querySelector<HTMLElement>('[data-gallery]');
  const stage = root.querySelector<HTMLElement>('[data-stage]');
  const canvas = root.querySelector<HTMLCanvasElement>('[data-canvas]');
  const json = root.getElementById('gallery-data')?.textContent;
  root.documentElement.removeAttribute('data-opens');
  if (!frame || !stage || !canvas || !json) return;
  const tools = root.querySelector<HTMLElement>('[data-tools]');
  const show = (isShown: boolean) => {
    frame.dataset['gallery'] = isShown ? 'opening' : '';
    stage.hidden = !isShown;
    if (tools) tools.hidden = !isShown;
  };
  const refuse = () => {
    show(false);
    root.querySelector<HTMLElement>('[data-no-gallery]')?.removeAttribute('hidden');
  };
  if (!engine) {
    refuse();
    return;
  }
  show(true);
  const data = JSON.parse(json) as GalleryPageData;
  engine
    .then(({ openGallery }) => void new Visit({ root, frame, stage, canvas, refuse }, data, openGallery))
    .catch(refuse);
}
