import { scaleFactor, tilesInView, type Source, type View } from './tiles';

/** The widest picture there is beside the source itself; what is shown wider is laid with tiles. */
const KEPT_MOST_PX = 2048;

/** How many times the larger of the sources holds what is shown of it as it lies whole; at least once. */
export function sourceTimes(images: HTMLImageElement[]): number {
  return Math.max(1, ...images.map((img) => sourceOf(img).widthPx / Math.max(1, shownIn(img).width)));
}

/**
 * Finer pictures for an enlargement: first the kept widths, which the browser chooses by how wide they are shown; past
 * those the tiles of what is seen from the image service (`data-service`), laid over the picture and moved with it.
 */
export function sharpen(images: HTMLImageElement[], times: number): void {
  for (const img of images) {
    img.sizes = `${Math.ceil(img.offsetWidth * times)}px`;
    layTiles(img);
  }
}

/** Takes the tiles up again: the pictures have another size. */
export function liftTiles(images: HTMLImageElement[]): void {
  for (const img of images) layerOf(img)?.remove();
}

function layTiles(img: HTMLImageElement): void {
  const service = img.closest<HTMLElement>('[data-service]')?.dataset['service'];
  const seen = img.closest('.window')?.getBoundingClientRect();
  if (!service || !seen) return;
  const source = sourceOf(img);
  const shownPx = pictureRect(img).width * devicePixelRatio;
  if (shownPx <= Math.min(KEPT_MOST_PX, source.widthPx)) return void layerOf(img)?.replaceChildren();
  const factor = scaleFactor(source, Math.min(shownPx, source.widthPx));
  const layer = layerOf(img) ?? makeLayer(img);
  const wanted = new Map(
    tilesInView(source, factor, viewOf(pictureRect(img), seen)).map((tile) => [`${service}/${tile.address}`, tile])
  );
  // Those of the same scale stay: what was seen is seen again soon. Others give way once the new ones are asked for.
  for (const old of layer.querySelectorAll('img')) {
    if (old.dataset['factor'] !== String(factor)) old.remove();
    else wanted.delete(old.getAttribute('src') ?? '');
  }
  for (const [src, { left, top, width, height }] of wanted) {
    const tile = img.ownerDocument.createElement('img');
    Object.assign(tile, { src, alt: '', decoding: 'async' });
    tile.dataset['factor'] = String(factor);
    const parts = Object.entries({ left, top, width, height });
    tile.style.cssText = parts.map(([side, part]) => `${side}: ${(part * 100).toFixed(4)}%`).join('; ');
    layer.append(tile);
  }
}

function layerOf(img: HTMLImageElement): HTMLElement | null {
  return img.parentElement?.querySelector<HTMLElement>('[data-tiles]') ?? null;
}

/** Lies where the picture lies within its element, and goes where that goes. */
function makeLayer(img: HTMLImageElement): HTMLElement {
  const layer = img.ownerDocument.createElement('div');
  layer.dataset['tiles'] = '';
  layer.setAttribute('aria-hidden', 'true');
  const { width, height } = shownIn(img);
  const [left, top] = [img.offsetLeft + (img.offsetWidth - width) / 2, img.offsetTop + (img.offsetHeight - height) / 2];
  for (const [side, px] of Object.entries({ left, top, width, height })) layer.style.setProperty(side, `${px}px`);
  // The picture moves by parts of its element, whose size the layer has only across or only down.
  layer.style.setProperty('--across', String(img.offsetWidth / width));
  layer.style.setProperty('--down', String(img.offsetHeight / height));
  img.after(layer);
  return layer;
}

/** Size of the picture as it lies whole, in CSS pixels: its element may be wider or higher than it. */
function shownIn(img: HTMLImageElement): { width: number; height: number } {
  const { widthPx, heightPx } = sourceOf(img);
  const scale = Math.min(img.offsetWidth / widthPx, img.offsetHeight / heightPx);
  return { width: widthPx * scale, height: heightPx * scale };
}

/** Where the picture is now, enlarged and moved, in the window. */
function pictureRect(img: HTMLImageElement): DOMRect {
  const { left, top, width, height } = img.getBoundingClientRect();
  const { widthPx, heightPx } = sourceOf(img);
  const scale = Math.min(width / widthPx, height / heightPx);
  const [across, down] = [widthPx * scale, heightPx * scale];
  return new DOMRect(left + (width - across) / 2, top + (height - down) / 2, across, down);
}

function viewOf(picture: DOMRect, seen: DOMRect): View {
  return {
    left: (seen.left - picture.left) / picture.width,
    top: (seen.top - picture.top) / picture.height,
    right: (seen.right - picture.left) / picture.width,
    bottom: (seen.bottom - picture.top) / picture.height
  };
}

function sourceOf(img: HTMLImageElement): Source {
  const [widthPx, heightPx] = ['width', 'height'].map((side) => Math.max(1, Number(img.getAttribute(side)))) as [
    number,
    number
  ];
  return { widthPx, heightPx };
}
