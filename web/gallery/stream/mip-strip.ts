/** Drawings without a ground of their own lie on the paper of `hall-recipe.md` §7. */
const PAPER = '#FBF8F0';
/** A level is read and handed over in bands of at most so many texels, so that no single one holds up a frame. */
const MOST_TEXELS = 512 * 512;

export type AnyContext = OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D;

/**
 * A part of one level of a texture's layer, from row `y` on over the whole width. Plain bytes: writing them costs a
 * tenth of what an image or a canvas does, and there is nothing to close.
 */
export interface Piece {
  level: number;
  y: number;
  width: number;
  rows: number;
  bytes: Uint8Array<ArrayBuffer>;
}

/** Where strips are drawn: beside the page, or in it with pauses. */
export interface Studio {
  context(width: number, height: number): AnyContext;
  /** Memory for a strip; what is in it does not matter. */
  buffer(bytes: number): ArrayBuffer;
  /** Called between the steps of a strip. */
  pause(): Promise<void>;
}

/** A part of a picture to take, in its pixels. */
export interface Part {
  x: number;
  y: number;
  width: number;
  height: number;
}

/**
 * A picture drawn into the upper left of a square at its own proportions, and its halves. What stays free repeats its
 * last row or column, so that coarse levels do not bleed. Stretching it to the square instead would make the sampler
 * choose too coarse a level.
 */
export function drawPicture(context: AnyContext, image: ImageBitmap, { x, y, width, height }: Part): void {
  const size = context.canvas.width;
  const longest = Math.max(width, height);
  const wide = Math.max(1, Math.round((width / longest) * size));
  const high = Math.max(1, Math.round((height / longest) * size));
  context.imageSmoothingQuality = 'high';
  context.fillStyle = PAPER;
  context.fillRect(0, 0, size, size);
  context.drawImage(image, x, y, width, height, 0, 0, wide, high);
  if (high < size) context.drawImage(image, x, y + height - 1, width, 1, 0, high - 0.5, wide, size - high + 0.5);
  if (wide < size) context.drawImage(image, x + width - 1, y, 1, height, wide - 0.5, 0, size - wide + 0.5, high);
}

/**
 * What a canvas shows and its halves down to one texel, in bands; all bytes lie in one buffer. One channel takes the
 * red of a drawing in greys.
 */
export async function strip(
  context: AnyContext,
  channels: 1 | 4,
  { buffer, pause }: Pick<Studio, 'buffer' | 'pause'>
): Promise<Piece[]> {
  const { width, height } = context.canvas;
  const sizes = levelSizes(width, height);
  const bytes = new Uint8Array(buffer(sizes.reduce((sum, size) => sum + size.width * size.height * channels, 0)));
  const pieces: Piece[] = [];
  let start = 0;
  let above = bytes;
  for (const [level, size] of sizes.entries()) {
    const own = bytes.subarray(start, (start += size.width * size.height * channels));
    for (const { y, rows } of bandsOf(size.width, size.height)) {
      const band = own.subarray(y * size.width * channels, (y + rows) * size.width * channels);
      const before = sizes[level - 1];
      if (before) halve(above, before, y, band, size.width, channels);
      else read(context, y, rows, band, channels);
      pieces.push({ level, y, width: size.width, rows, bytes: band });
      await pause();
    }
    above = own;
  }
  return pieces;
}

/** Rows of a level that go together. */
export function bandsOf(width: number, height: number): { y: number; rows: number }[] {
  const most = Math.max(1, Math.floor(MOST_TEXELS / width));
  return Array.from({ length: Math.ceil(height / most) }, (_, index) => ({
    y: index * most,
    rows: Math.min(most, height - index * most)
  }));
}

/**
 * Writes into `band` the rows from `y` on of the level below `above`: the mean of each two by two texels. An edge of
 * one texel is its own neighbour; an odd last row or column is left out, as in every chain of mipmaps.
 */
export function halve(
  above: Uint8Array,
  size: { width: number; height: number },
  y: number,
  band: Uint8Array,
  width: number,
  channels: number
): void {
  const right = size.width > 1 ? channels : 0;
  const down = size.height > 1 ? size.width * channels : 0;
  const [stepX, stepY] = [size.width > 1 ? 2 * channels : 0, size.height > 1 ? 2 * size.width * channels : 0];
  const rows = band.length / (width * channels);
  let to = 0;
  for (let row = 0; row < rows; row++) {
    let from = (y + row) * stepY;
    for (let column = 0; column < width; column++, from += stepX) {
      for (let channel = 0; channel < channels; channel++) {
        const at = from + channel;
        const sum = above[at]! + above[at + right]! + above[at + down]! + above[at + down + right]!;
        band[to++] = (sum + 2) >> 2;
      }
    }
  }
}

function levelSizes(width: number, height: number): { width: number; height: number }[] {
  const levels = Math.floor(Math.log2(Math.max(width, height))) + 1;
  return Array.from({ length: levels }, (_, level) => ({
    width: Math.max(1, width >> level),
    height: Math.max(1, height >> level)
  }));
}

function read(context: AnyContext, y: number, rows: number, band: Uint8Array, channels: number): void {
  const { data } = context.getImageData(0, y, context.canvas.width, rows);
  if (channels === 4) band.set(data);
  else for (let index = 0; index < band.length; index++) band[index] = data[index * 4] ?? 0;
}
