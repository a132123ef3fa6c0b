import type { PlannedRoom } from '../../../exhibits/plan/plan';
import type { GalleryData } from '../data';
import type { Quality } from '../quality';
import type { DecodeJob } from './decode';
import { Decoder } from './decoder';
import { Layers } from './layers';
import type { Piece } from './mip-strip';
import { poolsOf, THUMBNAIL_PX } from './pools';
import type { RoomAtHand } from './priority';
import type { Uploads } from './uploads';

const MOST_FETCHES = 6;

/** What a work shows now: a layer of one of the pools, or a mark where its picture cannot be had. */
export interface Shown {
  pool: 'thumbnails' | 'pictures' | 'focus' | 'missing';
  layer: number;
}

export interface PicturesWanted {
  /** Nearest first. */
  rooms: readonly RoomAtHand[];
  /** Most wanted first. */
  objects: readonly string[];
  /** Whether anything finer than thumbnails may be fetched of a room now; not while one hurries past it. */
  mayBeFine(room: string): boolean;
}

/**
 * Pictures of the works nearby, from coarse to fine: average colour, thumbnails of whole rooms from one sheet each,
 * larger pictures of the most wanted works, one large picture of the work one stands before. All in pools allocated
 * once, so memory never grows with the exhibit.
 */
export class Pictures {
  readonly thumbnails: Layers;
  readonly pictures: Layers;
  readonly focus: Layers;
  readonly #decoder = new Decoder();
  readonly #roomOf = new Map<string, string>();
  readonly #fetching = new Map<string, AbortController>();
  readonly #failed = new Set<string>();
  #wanted: PicturesWanted = { rooms: [], objects: [], mayBeFine: () => true };
  #focus: string | null = null;
  /** True until a frame has shown thumbnails of the room one began in. */
  #isFirst = true;
  #isDisposed = false;

  constructor(
    uploads: Uploads,
    private readonly data: GalleryData,
    quality: Quality,
    private readonly onChange: (object: string) => void
  ) {
    const pools = poolsOf(quality);
    const giveBack = (pieces: readonly Piece[]) => this.#decoder.giveBack(pieces);
    const layers = (name: 'thumbnails' | 'pictures' | 'focus') =>
      new Layers(uploads, pools[name], quality, onChange, giveBack);
    this.thumbnails = layers('thumbnails');
    this.pictures = layers('pictures');
    this.focus = layers('focus');
    for (const room of data.plan.rooms) for (const work of room.works) this.#roomOf.set(work.object, room.id);
  }

  want(wanted: PicturesWanted): void {
    let free = this.thumbnails.pool.layers;
    const rooms = wanted.rooms.filter(({ room }, index) => (free -= room.works.length) >= 0 || index === 0);
    this.#wanted = { ...wanted, rooms, objects: wanted.objects.slice(0, this.pictures.pool.layers) };
    const jobs = this.#jobs();
    for (const [key, fetch] of this.#fetching) if (!jobs.some((job) => job.key === key)) fetch.abort();
    this.#fetchNext(jobs);
  }

  /** A frame was drawn: once it shows thumbnails of the first room, all else may be fetched. */
  drawn(): void {
    const room = this.#wanted.rooms[0]?.room;
    if (!this.#isFirst || !room?.works.some(({ object }) => this.#isThere(object))) return;
    this.#isFirst = false;
    // The frame goes to the screen before more is begun.
    setTimeout(() => this.#fetchNext(), 0);
  }

  /** A frame has shown the first thumbnails, or there will be none. */
  get isFirstShown(): boolean {
    return !this.#isFirst || this.#hasFailed(this.#firstSheet);
  }

  /** The work one stands before, in more detail; null for none. */
  focusOn(object: string | null): void {
    if (object === this.#focus) return;
    this.#fetching.get(`focus ${this.#focus}`)?.abort();
    this.#focus = object;
    this.#fetchNext();
  }

  /** Entering a room, one asks again for what could not be had before. */
  retry(room: PlannedRoom): void {
    this.#failed.delete(`sheet ${room.id}`);
    for (const { object } of room.works) {
      for (const kind of ['picture', 'focus']) this.#failed.delete(`${kind} ${object}`);
    }
  }

  shown(object: string): Shown | null {
    for (const pool of ['focus', 'pictures', 'thumbnails'] as const) {
      const layer = this[pool].layerOf(object);
      if (layer !== null) return { pool, layer };
    }
    return this.isMissing(object) ? { pool: 'missing', layer: 0 } : null;
  }

  /** True when neither the room's sheet nor the picture itself could be had. */
  isMissing(object: string): boolean {
    if (this.#isThere(object) || !this.#hasFailed(`sheet ${this.#roomOf.get(object)}`)) return false;
    return this.#hasFailed(`picture ${object}`) || !this.#wanted.objects.includes(object);
  }

  isSettled(object: string): boolean {
    return this.#isThere(object) || this.isMissing(object);
  }

  isHeld(object: string): boolean {
    return this.pictures.isTaken(object);
  }

  /** The context was lost: what was there is fetched again, most of it from the browser's cache. */
  forgetAll(): void {
    for (const fetch of this.#fetching.values()) fetch.abort();
    this.#fetching.clear();
    for (const layers of [this.thumbnails, this.pictures, this.focus]) layers.forgetAll();
    this.#fetchNext();
  }

  dispose(): void {
    this.#isDisposed = true;
    for (const fetch of this.#fetching.values()) fetch.abort();
    this.#decoder.dispose();
    for (const layers of [this.thumbnails, this.pictures, this.focus]) layers.dispose();
  }

  #isThere(object: string): boolean {
    return this.thumbnails.has(object) || this.pictures.has(object) || this.focus.has(object);
  }

  /** A sheet that was never offered has failed from the start. */
  #hasFailed(key: string): boolean {
    if (this.#failed.has(key)) return true;
    const [kind, id = ''] = key.split(' ');
    return kind === 'sheet' ? !this.data.rooms[id]?.sheet : this.#urlOf(id, 1) === null;
  }

  /** All that is wanted and not there, most wanted first. */
  #jobs(): Job[] {
    const { rooms, objects } = this.#wanted;
    const mayBeFine = (object: string) => this.#wanted.mayBeFine(this.#roomOf.get(object) ?? '');
    const focus = this.#focus;
    return [
      ...rooms.slice(0, 1).map(({ room }) => this.#sheetJob(room)),
      focus === null || !mayBeFine(focus) ? null : this.#pictureJob('focus', focus, this.focus),
      ...rooms.slice(1).map(({ room }) => this.#sheetJob(room)),
      ...objects.filter(mayBeFine).map((object) => this.#pictureJob('picture', object, this.pictures))
    ].filter((job) => job !== null);
  }

  #sheetJob(room: PlannedRoom): Job | null {
    const sheet = this.data.rooms[room.id]?.sheet;
    const key = `sheet ${room.id}`;
    const objects = room.works
      .slice(0, Math.min(sheet?.count ?? 0, this.thumbnails.pool.layers))
      .map((work) => work.object);
    if (!sheet || this.#failed.has(key) || objects.every((object) => this.thumbnails.isTaken(object))) return null;
    const job = { kind: 'sheet', ...sheet, size: THUMBNAIL_PX } as const;
    return { key, job, keep: (strips) => this.#keepSheet(objects, strips) };
  }

  #pictureJob(kind: 'picture' | 'focus', object: string, layers: Layers): Job | null {
    const key = `${kind} ${object}`;
    const size = layers.pool.width;
    const url = this.#urlOf(object, size);
    if (url === null || this.#failed.has(key) || layers.isTaken(object)) return null;
    const keep = ([pieces = []]: Piece[][]) =>
      void layers.put(object, pieces, new Set(kind === 'picture' ? this.#wanted.objects : []));
    return { key, job: { kind: 'picture', url, size }, keep };
  }

  #keepSheet(objects: string[], strips: Piece[][]): void {
    // Rooms are wanted nearest first: a room further off never takes a layer of a nearer one.
    const kept = new Set<string>();
    for (const { room } of this.#wanted.rooms) for (const work of room.works) kept.add(work.object);
    objects.forEach((object, index) => {
      const pieces = strips[index];
      if (pieces && !this.thumbnails.isTaken(object)) this.thumbnails.put(object, pieces, kept);
    });
  }

  /** The smallest derivative that fills a square of that size along its longer side; null when there is none. */
  #urlOf(object: string, size: number): string | null {
    const { derivatives, aspect } = this.data.works[object]?.picture ?? { derivatives: [], aspect: 1 };
    const widthPx = size * Math.min(1, aspect);
    return (derivatives.find((one) => one.widthPx >= widthPx) ?? derivatives[derivatives.length - 1])?.url ?? null;
  }

  #fetchNext(jobs = this.#jobs()): void {
    if (this.#isDisposed) return;
    // Until the room one is in has its thumbnails nothing else is asked for; at first, until a frame shows them.
    const first = this.#firstSheet;
    const isBare = jobs[0]?.key === first || !this.isFirstShown;
    for (const one of isBare ? jobs.filter(({ key }) => key === first) : jobs) {
      if (this.#fetching.size >= MOST_FETCHES) return;
      if (!this.#fetching.has(one.key)) void this.#fetch(one);
    }
  }

  get #firstSheet(): string {
    return `sheet ${this.#wanted.rooms[0]?.room.id}`;
  }

  async #fetch({ key, job, keep }: Job): Promise<void> {
    const control = new AbortController();
    this.#fetching.set(key, control);
    const strips = await this.#decoder.decode(job, control.signal);
    // A restart has forgotten this fetch.
    const isCurrent = this.#fetching.get(key) === control;
    if (isCurrent) this.#fetching.delete(key);
    if (isCurrent && !this.#isDisposed && !control.signal.aborted) {
      if (strips) keep(strips);
      else this.#fail(key);
    }
    this.#fetchNext();
  }

  #fail(key: string): void {
    this.#failed.add(key);
    const [kind, id = ''] = key.split(' ');
    const room = this.data.plan.rooms.find((one) => one.id === id);
    if (kind === 'sheet') for (const { object } of room?.works ?? []) this.onChange(object);
    else this.onChange(id);
  }
}

interface Job {
  key: string;
  job: DecodeJob;
  keep: (strips: Piece[][]) => void;
}
