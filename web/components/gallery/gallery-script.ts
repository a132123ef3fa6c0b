import type { openGallery } from '../../gallery/gallery';
import { hasWebGl2 } from '../../gallery/webgl';
import type { GalleryPageData } from './page-data';
import { Visit } from './visit';

/** Opens the gallery over its own page. Where the device cannot, the page stays what it is and says so. */
export function startGallery(root: Document): void {
  const frame = root.querySelector<HTMLElement>('[data-gallery]');
  const stage = root.querySelector<HTMLElement>('[data-stage]');
  const canvas = root.querySelector<HTMLCanvasElement>('[data-canvas]');
  const json = root.getElementById('gallery-data')?.textContent;
  if (!frame || !stage || !canvas || !json) return;
  const data = JSON.parse(json) as GalleryPageData;
  const tools = root.querySelector<HTMLElement>('[data-tools]');
  const refuse = () => {
    frame.dataset['gallery'] = '';
    stage.hidden = true;
    if (tools) tools.hidden = true;
    root.querySelector<HTMLElement>('[data-no-gallery]')?.removeAttribute('hidden');
  };
  if (!hasWebGl2()) {
    refuse();
    return;
  }
  frame.dataset['gallery'] = 'opening';
  stage.hidden = false;
  if (tools) tools.hidden = false;
  import('../../gallery/gallery')
    .then((engine: { openGallery: typeof openGallery }) => {
      new Visit({ root, frame, stage, canvas }, data, engine.openGallery);
    })
    .catch(refuse);
}
