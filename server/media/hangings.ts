import type { Sheet } from '../../exhibits/format/compiled';
import type { DiskCache } from './disk-cache';
import type { MakeOnce } from './make-once';
import type { Renderer, RenderPriority } from './renderer';
import { CELL_PX, sheetAddress, sheetHash } from './sheets';

/** A picture that goes on a sheet: its address, and its bytes once somebody needs them (null when it cannot be had). */
export interface SmallPicture {
  url: string;
  bytes(priority: RenderPriority): Promise<Uint8Array | null>;
}

export interface HangingParts {
  cache: DiskCache;
  renderer: Renderer;
  makeOnce: MakeOnce;
  /** The smallest picture of each object in each known reading of the exhibit, newest first. */
  readings(exhibit: string): ((object: string) => SmallPicture | null)[];
}

/** Sheets of thumbnails, one a room, drawn from the smallest pictures and kept like any derivative. */
export function openHangings({ cache, renderer, makeOnce, readings }: HangingParts) {
  /** The last two hangings of each exhibit, by room: while a page is open its exhibit may be hung anew. */
  const hangings = new Map<string, Record<string, Sheet>[]>();

  function hang(exhibit: string, sheets: Record<string, Sheet>): void {
    hangings.set(exhibit, [sheets, ...(hangings.get(exhibit) ?? [])].slice(0, 2));
  }

  async function sheet(exhibit: string, room: string, hash: string) {
    const url = sheetAddress(exhibit, room, hash);
    const known = (hangings.get(exhibit) ?? []).map((sheets) =>
      Object.hasOwn(sheets, room) ? sheets[room] : undefined
    );
    const found = known.find((one) => one?.url === url);
    if (!found) return null;
    const kept = await cache.read(keyOf(hash));
    if (kept) return { bytes: kept, type: 'image/webp' as const };
    const outcome = await draw(exhibit, room, hash, found, 'visitor');
    return outcome.ok ? { bytes: Buffer.from(outcome.result.bytes), type: 'image/webp' as const } : null;
  }

  function draw(exhibit: string, room: string, hash: string, { objects, columns }: Sheet, priority: RenderPriority) {
    return makeOnce(keyOf(hash), { sheet: room, hash }, { priority, isKept: true }, async () => {
      // The pictures may have changed since: under a hash only what it was made of may be drawn.
      const pictures = readings(exhibit)
        .map((of) => objects.map(of))
        .find((all) => sheetHash(all.map((one) => one?.url ?? '')) === hash);
      if (!pictures) return { ok: false, message: 'The pictures of this sheet have been replaced.' };
      const bytes = await Promise.all(pictures.map((one) => one?.bytes(priority) ?? null));
      const drawable = bytes.filter((one) => one !== null);
      if (drawable.length < bytes.length) return { ok: false, message: 'A picture of this sheet cannot be had.' };
      return renderer.render({ kind: 'sheet', pictures: drawable, columns, cellPx: CELL_PX }, priority);
    });
  }

  /** Draws what is lacking of the newest hangings; stops when `isClosed` says so. */
  async function warm(isClosed: () => boolean): Promise<void> {
    for (const [exhibit, [newest]] of hangings)
      for (const [room, one] of Object.entries(newest ?? {})) {
        if (isClosed()) return;
        const hash = one.url.split('/').at(-2) ?? '';
        if (!(await cache.has(keyOf(hash)))) await draw(exhibit, room, hash, one, 'ahead');
      }
  }

  return { hang, sheet, warm };
}

function keyOf(hash: string): string {
  return `${hash.slice(0, 2)}/${hash}-sheet.webp`;
}
