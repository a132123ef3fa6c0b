import type { GalleryData } from '../../../web/gallery/data';
import type { openGallery } from '../../../web/gallery/gallery';
import type { GalleryHandle } from '../../../web/gallery/handle';
import type { Quality } from '../../../web/gallery/quality';
import { openNaive, type NaiveScene } from './naive-scene';

/** The engine without its page, as built, standing at stops by cuts. */
export interface BareRoom {
  handle: GalleryHandle;
  stops: number;
  /** Gives all back and takes the canvas away. */
  leave(): void;
}

declare global {
  interface Window {
    scenes: {
      naive?: NaiveScene;
      room?: BareRoom | undefined;
      openNaive(exhibit: string, width: number, height: number): Promise<void>;
      openRoom(engine: string, exhibit: string, quality: Quality): Promise<void>;
    };
  }
}

/** What the bench opens by hand on an empty page of the same origin. */
window.scenes = {
  async openNaive(exhibit, width, height) {
    const canvas = wholePage();
    [canvas.width, canvas.height] = [width, height];
    window.scenes.naive = await openNaive(canvas, await engineData(exhibit));
  },
  async openRoom(engine, exhibit, quality) {
    const data = await engineData(exhibit);
    const module = (await import(/* @vite-ignore */ engine)) as { openGallery: typeof openGallery };
    const canvas = wholePage();
    document.body.dataset['gallery'] = 'opening';
    await new Promise<void>((opened) => {
      const handle = module.openGallery(canvas, data, {
        startStop: 0,
        isStill: true,
        quality,
        onOpen: () => {
          document.body.dataset['gallery'] = 'open';
          opened();
        },
        onLoad: (loaded, total) => (canvas.dataset['loaded'] = `${loaded}/${total}`)
      });
      window.scenes.room = {
        handle,
        stops: data.plan.stops.length,
        leave() {
          handle.dispose();
          canvas.remove();
          window.scenes.room = undefined;
        }
      };
    });
  }
};

function wholePage(): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.style.cssText = 'position: fixed; inset: 0; width: 100vw; height: 100vh';
  document.body.append(canvas);
  return canvas;
}

/** What the gallery's own page gives the engine. */
async function engineData(exhibit: string): Promise<GalleryData> {
  const html = await (await fetch(`/exhibits/${exhibit}/gallery`)).text();
  const json = new DOMParser().parseFromString(html, 'text/html').getElementById('gallery-data')?.textContent;
  return (JSON.parse(json ?? '{}') as { engine: GalleryData }).engine;
}
