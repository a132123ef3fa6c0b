import OpenSeadragon from 'openseadragon';
import type { Placement } from './placement';
import './viewer.css';

/** What is looked at: its image service, and a plain picture for when the service does not answer. */
export interface LookedAt {
  /** Address of `info.json` (IIIF Image API 3). */
  infoUrl: string;
  url: string;
  widthPx: number;
  heightPx: number;
  /** Lines and words of the page itself lie beneath: sharp at any size, and no tile is asked for. */
  isDrawn?: boolean;
}

export interface ViewerOptions {
  /** Movements are cuts. */
  isStill: boolean;
  /** There is no page to scroll beside it: wheel and finger always move the picture. */
  isAlone: boolean;
  /** On every frame in which the picture lies elsewhere. */
  onMove(now: Placement): void;
  /** Once something sharp is drawn. */
  onDrawn(): void;
  /** A movement has come to its end. */
  onRest(): void;
  /** The element has another size, which the viewer has taken in. */
  onResize(): void;
  /** The visitor's pointer came down on it. */
  onPress(): void;
}

/** A picture that can be moved and enlarged on its bench. All lengths are CSS pixels of the element it fills. */
export interface Viewer {
  /** Where the picture is going; where it lies when it is at rest. */
  readonly target: Placement;
  place(placement: Placement, isCut?: boolean): void;
  /** Bounds of the picture's width. At the lower one a finger scrolls the page, not the picture. */
  limit(leastPx: number, mostPx: number): void;
  destroy(): void;
}

const MOVE_S = 0.45;

/** Opens OpenSeadragon in an element, without any of its own buttons, keys or styles. Resolves when the source is known. */
export async function openViewer(element: HTMLElement, source: LookedAt, options: ViewerOptions): Promise<Viewer> {
  keepStylesOut(element.ownerDocument);
  const tileSource = await tileSourceOf(source);
  const gestures = { clickToZoom: false, dblClickToZoom: true, flickEnabled: !options.isStill, pinchRotate: false };
  const osd = new OpenSeadragon.Viewer({
    element,
    // Drawings are of few tiles, and a page may not hold many contexts of the graphics card.
    drawer: 'canvas',
    showNavigationControl: false,
    keyboardNavEnabled: false,
    autoResize: true,
    preserveImageSizeOnResize: true,
    constrainDuringPan: false,
    visibilityRatio: 0.5,
    blendTime: 0,
    cooperativeGestures: !options.isAlone,
    animationTime: options.isStill ? 0 : MOVE_S,
    zoomPerScroll: 1.25,
    gestureSettingsMouse: gestures,
    gestureSettingsTouch: gestures,
    gestureSettingsPen: gestures
  });
  osd.canvas.removeAttribute('tabindex');
  await new Promise<void>((opened, failed) => {
    osd.addOnceHandler('open', () => opened());
    osd.addOnceHandler('open-failed', ({ message }) => failed(new Error(message)));
    osd.open(tileSource);
  });
  let lastDrawn = '';
  osd.addHandler('update-viewport', () => {
    const now = placementOf(osd, true);
    const drawn = `${now.leftPx} ${now.topPx} ${now.widthPx}`;
    if (drawn !== lastDrawn) options.onMove(now);
    lastDrawn = drawn;
  });
  osd.addHandler('animation-finish', () => options.onRest());
  osd.addHandler('after-resize', () => options.onResize());
  osd.addHandler('canvas-press', () => options.onPress());
  // Whoever scrolls past the whole picture scrolls the page; nothing needs to be said about it.
  osd.addHandler('canvas-cooperative-gesture', (event) => {
    event.preventDefaultAction = true;
  });
  osd.addOnceHandler('tile-drawn', () => options.onDrawn());

  return {
    get target() {
      return placementOf(osd, false);
    },
    place(placement, isCut = options.isStill) {
      const size = osd.viewport.getContainerSize();
      const { leftPx, topPx, widthPx } = placement;
      const bounds = [-leftPx, -topPx, size.x, size.y].map((px) => px / widthPx) as [number, number, number, number];
      osd.viewport.fitBounds(new OpenSeadragon.Rect(...bounds), isCut);
      osd.forceRedraw();
    },
    limit(leastPx, mostPx) {
      const { x } = osd.viewport.getContainerSize();
      Object.assign(osd.viewport, { minZoomLevel: leastPx / x, maxZoomLevel: Math.max(leastPx, mostPx) / x });
      const follow = () =>
        osd.setCooperativeGestures(!options.isAlone && placementOf(osd, false).widthPx <= leastPx * 1.01);
      osd.removeAllHandlers('zoom');
      osd.addHandler('zoom', follow);
      follow();
    },
    destroy: () => osd.destroy()
  };
}

/** The first picture has width 1 in the viewport's own measure, and lies at its origin. */
function placementOf(osd: OpenSeadragon.Viewer, isNow: boolean): Placement {
  const bounds = osd.viewport.getBounds(isNow);
  const widthPx = osd.viewport.getContainerSize().x / bounds.width;
  return { leftPx: -bounds.x * widthPx, topPx: -bounds.y * widthPx, widthPx };
}

/**
 * What the image service says of itself, its tiles asked for from this very host: the service may go by a public name
 * that this page may not ask. Without an answer the plain picture is looked at.
 */
async function tileSourceOf(source: LookedAt): Promise<OpenSeadragon.TileSourceSpecifier> {
  const { infoUrl, url, widthPx, heightPx, isDrawn } = source;
  if (isDrawn) return bare(widthPx, heightPx);
  const response = await fetch(infoUrl).catch(() => null);
  const info: unknown = response?.ok ? await response.json().catch(() => null) : null;
  const found =
    typeof info === 'object' && info !== null
      ? { ...info, id: new URL(infoUrl, location.href).href.replace(/\/info\.json$/, '') }
      : { type: 'image', url };
  // Both are sources the library reads; its types name neither.
  return found as object as OpenSeadragon.TileSourceSpecifier;
}

/** A picture of this size without a single tile. */
function bare(width: number, height: number): OpenSeadragon.TileSourceSpecifier {
  const none = { tileExists: () => false, getTileUrl: () => '' };
  return { width, height, tileWidth: 512, tileHeight: 512, ...none } as object as OpenSeadragon.TileSourceSpecifier;
}

/**
 * OpenSeadragon writes a style element unless it finds its own, and the page allows none: this one, of no namespace, is
 * found and is no style.
 */
function keepStylesOut(root: Document): void {
  if (root.querySelector('style[data-openseadragon-mobile-css]')) return;
  const style = root.createElementNS(null, 'style');
  style.setAttribute('data-openseadragon-mobile-css', 'true');
  root.head.append(style);
}
