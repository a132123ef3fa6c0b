/** Edge of a tile of the image service, in pixels of its answer; larger grids are asked for by halves, quarters, … */
const TILE_PX = 512;

export interface Source {
  widthPx: number;
  heightPx: number;
}

/** A tile as the image service names it (IIIF Image API 3.0 §4), and where it lies in parts of the picture. */
export interface Tile {
  address: string;
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Edges of what is seen, in parts of the picture from its upper left. */
export interface View {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** How many pixels of the source may go into one so that the whole is at least this wide: 1, 2, 4, …. */
export function scaleFactor({ widthPx }: Source, shownPx: number): number {
  let factor = 1;
  while (widthPx / (factor * 2) >= shownPx) factor *= 2;
  return factor;
}

/** The tiles of a scale that something of is seen, row by row. */
export function tilesInView(source: Source, factor: number, view: View): Tile[] {
  const edge = TILE_PX * factor;
  const { widthPx, heightPx } = source;
  const range = (from: number, to: number, lengthPx: number) => {
    const first = Math.floor((Math.max(0, from) * lengthPx) / edge);
    const last = Math.ceil((Math.min(1, to) * lengthPx) / edge);
    return Array.from({ length: Math.max(0, last - first) }, (_, index) => (first + index) * edge);
  };
  return range(view.top, view.bottom, heightPx).flatMap((y) =>
    range(view.left, view.right, widthPx).map((x) => {
      const [w, h] = [Math.min(edge, widthPx - x), Math.min(edge, heightPx - y)];
      const size = [w, h].map((length) => Math.max(1, Math.round(length / factor))).join();
      return {
        address: `${x},${y},${w},${h}/${size}/0/default.webp`,
        left: x / widthPx,
        top: y / heightPx,
        width: w / widthPx,
        height: h / heightPx
      };
    })
  );
}
