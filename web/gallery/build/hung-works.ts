import { type BufferGeometry, type InstancedBufferGeometry, Mesh, type Material, type Scene } from 'three';
import { LABEL } from '../../../exhibits/plan/measures';
import { furnitureOf } from '../../../exhibits/plan/furnish';
import { linear } from '../colour';
import type { GalleryData } from '../data';
import { chartScale, chartUv } from '../light/charts';
import {
  labelMaterial,
  mouldingMaterial,
  ORDER,
  pictureMaterial,
  shadowMaterial,
  textMaterial,
  type Uniforms
} from '../materials';
import type { Quality } from '../quality';
import { MIRRORED } from '../reflection';
import type { ShownLabel } from '../stream/labels';
import type { Shown } from '../stream/pictures';
import type { ShownText } from '../stream/wall-texts';
import type { Theme } from '../themes';
import { ItemBatch, type Four } from './item-batch';
import { mouldingGeometry, unitQuad } from './item-geometry';
import { deskCard, DESK_LEAN } from './label-desk';
import { at, type RoomFrame, type WallSide } from './room-frame';
import { textParts } from './text-parts';

/** A room whose works are drawn: its frame, its layer of light and its wall text. */
export interface ShownRoom {
  frame: RoomFrame;
  lightLayer: number;
  text: ShownText | null;
  /** Light on the cards before its plinths. */
  deskLight: number;
}

/** Numbers by which the picture's program knows the pools. */
const POOLS: readonly Shown['pool'][] = ['thumbnails', 'pictures', 'focus', 'missing'];
const MISSING = POOLS.indexOf('missing');
const FADE_SECONDS = 0.45;
const MOULDING_DEPTH = 0.036;
const LABEL_DEPTH = 0.007;
/** Plinths of the rooms in sight at once. */
const MOST_PLINTHS = 40;

/**
 * Pictures, mouldings, labels, shadows and wall texts of the visible rooms: five instanced draws, whatever the number
 * of works. Buffers are allocated once; `show` compacts what is visible, `advance` only fades.
 */
export class HungWorks {
  readonly #works: ItemBatch<'iTint' | 'iWood'>;
  readonly #labels: ItemBatch;
  readonly #shadows: ItemBatch;
  readonly #texts: ItemBatch;
  readonly #woods: (readonly [number, number, number])[];
  readonly #pictureAt = new Map<string, number>();
  readonly #labelAt = new Map<string, number>();
  readonly #meshes: Mesh[] = [];
  readonly #owned: (Material | BufferGeometry)[] = [];
  #isFading = false;

  constructor(
    private readonly scene: Scene,
    private readonly data: GalleryData,
    theme: Theme,
    uniforms: Uniforms,
    quality: Quality
  ) {
    const works = data.plan.rooms.reduce((sum, room) => sum + room.works.length, 0);
    const capacity = Math.min(works, 400);
    const quad = unitQuad();
    const moulding = mouldingGeometry(quality.light === 'roots' ? 'plain' : 'fine');
    this.#woods = theme.moulding.map(linear);
    this.#works = new ItemBatch(capacity, { iTint: 3, iWood: 4 });
    this.#labels = new ItemBatch(capacity + MOST_PLINTHS);
    this.#shadows = new ItemBatch(capacity * 2 + 120);
    this.#texts = new ItemBatch(120);
    this.#add('shadows', this.#shadows.geometry(quad), shadowMaterial(uniforms, quality), ORDER.shadows);
    this.#add('mouldings', this.#works.geometry(moulding), mouldingMaterial(uniforms, quality), ORDER.items);
    this.#add('pictures', this.#works.geometry(quad), pictureMaterial(uniforms, quality), ORDER.items);
    this.#add('labels', this.#labels.geometry(quad), labelMaterial(uniforms, quality), ORDER.items);
    this.#add('texts', this.#texts.geometry(quad), textMaterial(uniforms, quality), ORDER.texts);
    this.#owned.push(quad, moulding);
  }

  /** Writes the works of these rooms; what their textures hold comes from the pools. */
  show(
    rooms: ShownRoom[],
    picture: (object: string) => Shown | null,
    label: (object: string) => ShownLabel | null
  ): void {
    for (const batch of [this.#works, this.#labels, this.#shadows, this.#texts]) batch.clear();
    this.#pictureAt.clear();
    this.#labelAt.clear();
    for (const shown of rooms) {
      this.#addRoom(shown);
      for (const work of shown.frame.room.works) {
        this.refreshPicture(work.object, picture(work.object), true);
        this.refreshLabel(work.object, label(work.object), true);
      }
      for (const { object } of shown.frame.room.plinths) this.refreshLabel(object, label(object), true);
    }
    for (const batch of [this.#works, this.#labels, this.#shadows, this.#texts]) batch.commit();
    for (const mesh of this.#meshes) {
      const { instanceCount } = mesh.geometry as InstancedBufferGeometry;
      mesh.visible = instanceCount > 0;
    }
  }

  /** Points a work at its picture; a picture that has just come fades in unless `isThere`. */
  refreshPicture(object: string, shown: Shown | null, isThere = false): void {
    const index = this.#pictureAt.get(object);
    if (index === undefined) return;
    const { look } = this.#works;
    const before = look.getY(index) > 0 ? look.getW(index) : null;
    const pool = shown ? POOLS.indexOf(shown.pool) : 0;
    // A finer picture takes the place of a coarser one at once; a mark and its picture fade into each other's place.
    const isSame = before !== null && (before === MISSING) === (pool === MISSING);
    look.setX(index, shown?.layer ?? 0);
    look.setW(index, pool);
    if (!shown) look.setY(index, 0);
    else if (!isSame) look.setY(index, isThere ? 1 : 0.01);
    this.#works.changed();
    this.#isFading ||= shown !== null;
  }

  refreshLabel(object: string, shown: ShownLabel | null, isThere = false): void {
    const index = this.#labelAt.get(object);
    if (index === undefined || index < 0) return;
    const { look } = this.#labels;
    const isDrawn = look.getY(index) > 0;
    look.setX(index, shown?.layer ?? 0);
    look.setW(index, shown?.rule ?? 0);
    if (!shown) look.setY(index, 0);
    else if (!isDrawn) look.setY(index, isThere ? 1 : 0.01);
    this.#labels.changed();
    this.#isFading ||= shown !== null;
  }

  /** Fades what has come; true while something still changes. */
  advance(seconds: number): boolean {
    if (!this.#isFading) return false;
    const step = seconds / FADE_SECONDS;
    const pictures = fade(this.#works, step);
    const labels = fade(this.#labels, step);
    this.#isFading = pictures || labels;
    return true;
  }

  dispose(): void {
    for (const mesh of this.#meshes) this.scene.remove(mesh);
    for (const one of this.#owned) one.dispose();
  }

  #add(name: string, geometry: InstancedBufferGeometry, material: Material, order: number): void {
    const mesh = new Mesh(geometry, material);
    mesh.name = name;
    mesh.renderOrder = order;
    mesh.frustumCulled = false;
    mesh.matrixAutoUpdate = false;
    if (name === 'mouldings' || name === 'pictures') mesh.layers.enable(MIRRORED);
    this.scene.add(mesh);
    this.#meshes.push(mesh);
    this.#owned.push(geometry, material);
  }

  #addRoom({ frame, lightLayer, text, deskLight }: ShownRoom): void {
    const { room } = frame;
    const put: Put = (batch, wall, u, v, out, size, look) => {
      const { u: along } = frame.sides[wall];
      const chart = frame.charts[wall];
      const [s, t] = chartUv(chart, u, v);
      const [ds, dt] = chartScale(chart);
      return batch.add(at(frame, wall, u, v, out), [along[0], along[2], lightLayer, 0], size, [s, t, ds, dt], look);
    };
    for (const work of room.works) {
      const wall = work.wall as WallSide;
      const [halfWidth, halfHeight] = [work.outerWidthM / 2 - work.mouldingM, work.outerHeightM / 2 - work.mouldingM];
      const index = put(
        this.#works,
        wall,
        work.xM,
        work.centreHeightM,
        0.004,
        [halfWidth, halfHeight, work.widthM / 2, work.heightM / 2],
        [0, 0, work.matM * 0.04, 0]
      );
      if (index < 0) continue;
      this.#pictureAt.set(work.object, index);
      this.#works.own('iTint').setXYZ(index, ...linear(this.data.works[work.object]?.picture.colour ?? '#e8e2d5'));
      this.#works.own('iWood').setXYZW(index, ...(this.#woods[work.widthM > 0.8 ? 1 : 0] ?? [0, 0, 0]), work.mouldingM);
      const over: Four = [work.outerWidthM / 2, work.outerHeightM / 2, 1, MOULDING_DEPTH];
      put(this.#shadows, wall, work.xM, work.centreHeightM, 0.0025, over, NONE);
      const card: Four = [LABEL.width / 2, LABEL.height / 2, 1, 0];
      const { xM, centreHeightM } = work.label;
      this.#labelAt.set(work.object, put(this.#labels, wall, xM, centreHeightM, 0.006, card, NONE));
      put(this.#shadows, wall, xM, centreHeightM, 0.0025, [card[0], card[1], 1, LABEL_DEPTH], NONE);
    }
    furnitureOf(room).forEach((print, index) => {
      const isPlinth = index < room.plinths.length;
      const middle = [(print.minX + print.maxX) / 2, 0.0015, (print.minZ + print.maxZ) / 2] as const;
      const half = [(print.maxX - print.minX) / 2 - 0.02, (print.maxZ - print.minZ) / 2 - 0.02] as const;
      const size: Four = [half[0], half[1], isPlinth ? 0.85 : 0.55, isPlinth ? 0.07 : 0.11];
      this.#shadows.add(middle, [1, 0, lightLayer, 1], size, NONE, [1, 0, 0, 0]);
    });
    for (const plinth of room.plinths) {
      const { middle, along } = deskCard(this.data.plan, plinth);
      const axis: Four = [...along, lightLayer, DESK_LEAN];
      const card: Four = [LABEL.width / 2, LABEL.height / 2, 1, 0];
      this.#labelAt.set(plinth.object, this.#labels.add(middle, axis, card, NONE, [0, 0, deskLight, 0]));
    }
    for (const { wall, u, v, size, look } of text ? textParts(room, text) : [])
      put(this.#texts, wall, u, v, 0.003, size, look);
  }
}

type Put = (batch: ItemBatch, wall: WallSide, u: number, v: number, out: number, size: Four, look: Four) => number;
const NONE: Four = [0, 0, 0, 0];

/** Raises every fade that has begun; true while one is not done. */
function fade(batch: ItemBatch, step: number): boolean {
  let isFading = false;
  for (let index = 0; index < batch.count; index++) {
    const value = batch.look.getY(index);
    if (value === 0 || value >= 1) continue;
    batch.look.setY(index, Math.min(1, value + step));
    isFading = true;
  }
  if (isFading) batch.changed();
  return isFading;
}
