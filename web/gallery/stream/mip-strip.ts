/** Drawings without a ground of their own lie on the paper of `hall-recipe.md` §7. */
const PAPER = '#FBF8F0';
/** A level is handed over in bands of at most so many texels, so that no single upload holds up a frame. */
const MOST_TEXELS = 512 * 512;

export type AnyCanvas = OffscreenCanvas | HTMLCanvasElement;
export type AnyContext = OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D;

/** A part of one level of a texture's layer, from row `y` on over the whole width. */
export interface Piece {
  level: number;
  y: number;
  image: ImageBitmap | HTMLCanvasElement;
}

/** Where strips are drawn: beside the page, or in it with pauses. */
export interface Studio {
  canvas(width: number, height: number): AnyCanvas;
  /** What can be uploaded of a canvas that is done with. */
  finish(canvas: AnyCanvas): ImageBitmap | HTMLCanvasElement;
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
 * A picture drawn into the upper left of a square at its own proportions, then halved down to one texel. What stays
 * free repeats its last row or column, so that coarse levels do not bleed. Stretching it to the square instead would
 * make the sampler choose too coarse a level.
 */
export async function pictureStrip(studio: Studio, image: ImageBitmap, size: number, part: Part): Promise<Piece[]> {
  const longest = Math.max(part.width, part.height);
  const width = Math.max(1, Math.round((part.width / longest) * size));
  const height = Math.max(1, Math.round((part.height / longest) * size));
  const { x, y } = part;
  return strip(studio, size, size, (context) => {
    context.fillStyle = PAPER;
    context.fillRect(0, 0, size, size);
    context.drawImage(image, x, y, part.width, part.height, 0, 0, width, height);
    if (height < size)
      context.drawImage(image, x, y + part.height - 1, part.width, 1, 0, height - 0.5, width, size - height + 0.5);
    if (width < size)
      context.drawImage(image, x + part.width - 1, y, 1, part.height, width - 0.5, 0, size - width + 0.5, height);
  });
}

/** What `draw` draws, and its halves down to one texel, in bands. */
export async function strip(
  studio: Studio,
  width: number,
  height: number,
  draw: (context: AnyContext) => void
): Promise<Piece[]> {
  const levels: AnyCanvas[] = [];
  const pieces: Piece[] = [];
  for (let level = 0; ; level++) {
    const canvas = studio.canvas(Math.max(1, width >> level), Math.max(1, height >> level));
    const context = contextOf(canvas);
    const above = levels[level - 1];
    if (above) context.drawImage(above, 0, 0, canvas.width, canvas.height);
    else draw(context);
    levels.push(canvas);
    await studio.pause();
    if (canvas.width === 1 && canvas.height === 1) break;
  }
  for (const [level, canvas] of levels.entries()) {
    for (const { y, rows } of bandsOf(canvas.width, canvas.height)) {
      if (rows === canvas.height) {
        pieces.push({ level, y, image: studio.finish(canvas) });
        continue;
      }
      const band = studio.canvas(canvas.width, rows);
      contextOf(band).drawImage(canvas, 0, -y);
      pieces.push({ level, y, image: studio.finish(band) });
      await studio.pause();
    }
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

/** Read back by the upload: a canvas kept on the graphics card would make the page wait for it. */
function contextOf(canvas: AnyCanvas): AnyContext {
  const context = canvas.getContext('2d', { willReadFrequently: true }) as AnyContext | null;
  if (!context) throw new Error('This browser gives no 2-D canvas to draw pictures with.');
  context.imageSmoothingQuality = 'high';
  return context;
}
