/** The widest picture the image service gives at once. */
const SERVICE_MOST_PX = 4096;

/** How many times the larger of the sources holds what is shown of it as it lies whole; at least once. */
export function sourceTimes(images: HTMLImageElement[]): number {
  return Math.max(1, ...images.map((img) => sourcePx(img) / Math.max(1, img.offsetWidth)));
}

/**
 * Lets the browser choose finer pictures for an enlargement: by telling how wide they are shown, and by offering beside
 * the kept widths the whole source from the image service (`data-service`). Past 2048 pixels that is more than the tiles of
 * what is seen would be (0.7 and 1.9 MB for the two dragon drawings), and asked for only then; in return both halves are
 * drawn by one transform, locked by itself, without the zoom viewer's 73 kB of script.
 */
export function sharpen(images: HTMLImageElement[], times: number): void {
  for (const img of images) {
    const service = img.closest<HTMLElement>('[data-service]')?.dataset['service'];
    const most = sourcePx(img);
    const offered = `${service}/full/${most},/0/default.webp ${most}w`;
    if (service && times > 1 && !img.srcset.includes(offered)) img.srcset = `${img.srcset}, ${offered}`;
    img.sizes = `${Math.ceil(img.offsetWidth * times)}px`;
  }
}

function sourcePx(img: HTMLImageElement): number {
  const [width, height] = ['width', 'height'].map((side) => Number(img.getAttribute(side))) as [number, number];
  return Math.floor(width * Math.min(1, SERVICE_MOST_PX / Math.max(1, width, height)));
}
