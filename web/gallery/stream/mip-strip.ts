/** A picture drawn into `width` × `height`, then halved down to one texel: one canvas a level. */
export function canvasStrip(image: CanvasImageSource, width: number, height: number): HTMLCanvasElement[] {
  const levels: HTMLCanvasElement[] = [];
  let source = image;
  for (let level = 0; ; level++) {
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, width >> level);
    canvas.height = Math.max(1, height >> level);
    const context = canvas.getContext('2d', { alpha: false });
    if (!context) return levels;
    context.imageSmoothingQuality = 'high';
    context.drawImage(source, 0, 0, canvas.width, canvas.height);
    levels.push(canvas);
    source = canvas;
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
