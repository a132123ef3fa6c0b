/** Drawings without a ground of their own lie on the paper of `hall-recipe.md` §7. */
const PAPER = '#FBF8F0';

/**
 * A picture drawn into the upper left of a square at its own proportions, then halved down to one texel: one canvas a
 * level. What stays free repeats its last row or column, so that coarse levels do not bleed. Stretching it to the
 * square instead would make the sampler choose too coarse a level.
 */
export function pictureStrip(image: ImageBitmap, size: number): HTMLCanvasElement[] {
  const longest = Math.max(image.width, image.height);
  const width = Math.max(1, Math.round((image.width / longest) * size));
  const height = Math.max(1, Math.round((image.height / longest) * size));
  return canvasStrip(size, size, (context) => {
    context.fillStyle = PAPER;
    context.fillRect(0, 0, size, size);
    context.drawImage(image, 0, 0, width, height);
    if (height < size)
      context.drawImage(image, 0, image.height - 1, image.width, 1, 0, height - 0.5, width, size - height + 0.5);
    if (width < size)
      context.drawImage(image, image.width - 1, 0, 1, image.height, width - 0.5, 0, size - width + 0.5, height);
  });
}

/** What `draw` draws, and its halves down to one texel. */
export function canvasStrip(
  width: number,
  height: number,
  draw: (context: CanvasRenderingContext2D) => void
): HTMLCanvasElement[] {
  const levels: HTMLCanvasElement[] = [];
  for (let level = 0; ; level++) {
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, width >> level);
    canvas.height = Math.max(1, height >> level);
    const context = canvas.getContext('2d', { alpha: false });
    if (!context) return levels;
    context.imageSmoothingQuality = 'high';
    const above = levels[level - 1];
    if (above) context.drawImage(above, 0, 0, canvas.width, canvas.height);
    else draw(context);
    levels.push(canvas);
    if (canvas.width === 1 && canvas.height === 1) return levels;
  }
}

/** The same for square RGBA bytes. */
export function byteStrip(texels: Uint8Array, size: number): { data: Uint8Array; width: number; height: number }[] {
  const levels = [{ data: texels, width: size, height: size }];
  for (let above = levels[0]; above && above.width > 1; above = levels[levels.length - 1]) {
    const half = above.width >> 1;
    const data = new Uint8Array(half * half * 4);
    for (let y = 0; y < half; y++) {
      for (let x = 0; x < half; x++) {
        const from = (y * 2 * above.width + x * 2) * 4;
        const below = from + above.width * 4;
        for (let c = 0; c < 4; c++) {
          const sum =
            (above.data[from + c] ?? 0) +
            (above.data[from + 4 + c] ?? 0) +
            (above.data[below + c] ?? 0) +
            (above.data[below + 4 + c] ?? 0);
          data[(y * half + x) * 4 + c] = (sum + 2) >> 2;
        }
      }
    }
    levels.push({ data, width: half, height: half });
  }
  return levels;
}
