import { Mesh, Vector4, type Material, type Scene } from 'three';
import type { PlannedPlinth } from '../../../exhibits/plan/plan';
import type { ModelMesh } from '../glb';
import { ORDER, solidMaterial, type Uniforms } from '../materials';
import type { Quality } from '../quality';
import { MIRRORED } from '../reflection';
import { VITRINE_INSET } from './furniture';
import { Solids } from './solid';

/** Between the model and the glass, at its nearest while it turns. */
const CLEARANCE = 0.008;

/** A model on its plinth: a mesh of its own, because it turns alone. `dispose` gives it back and leaves the scene. */
export class StandingModel {
  readonly mesh: Mesh;
  readonly #turn: Vector4;

  constructor(
    private readonly scene: Scene,
    plinth: PlannedPlinth,
    model: ModelMesh,
    uniforms: Uniforms,
    quality: Quality
  ) {
    const solids = new Solids();
    const finish = { albedo: [1, 1, 1] as const, foot: 1, top: 0.62, gloss: 0.2, key: 0.35 };
    solids.addMesh(placed(plinth, model), model.normals, model.albedos, model.indices, finish);
    this.#turn = new Vector4(1, 0, plinth.xM, plinth.zM);
    this.mesh = new Mesh(solids.geometry(), solidMaterial({ ...uniforms, uTurn: { value: this.#turn } }, quality));
    this.mesh.name = 'model';
    this.mesh.renderOrder = ORDER.items;
    this.mesh.frustumCulled = false;
    this.mesh.matrixAutoUpdate = false;
    this.mesh.layers.enable(MIRRORED);
    scene.add(this.mesh);
  }

  /** Turned to the left, seen from above, by so many radians from where it stood at first. */
  set turnedRad(radians: number) {
    this.#turn.x = Math.cos(radians);
    this.#turn.y = Math.sin(radians);
  }

  dispose(): void {
    this.scene.remove(this.mesh);
    this.mesh.geometry.dispose();
    (this.mesh.material as Material).dispose();
  }
}

/**
 * Its positions in the world: in the middle of the plinth, as wide as the plan says, but never higher than its glass,
 * and never so large that it would touch the glass on turning.
 */
export function placed(plinth: PlannedPlinth, { positions }: Pick<ModelMesh, 'positions'>): Float32Array {
  const low = [Infinity, Infinity, Infinity];
  const high = [-Infinity, -Infinity, -Infinity];
  for (let i = 0; i < positions.length; i++) {
    const value = positions[i] ?? 0;
    low[i % 3] = Math.min(low[i % 3] ?? value, value);
    high[i % 3] = Math.max(high[i % 3] ?? value, value);
  }
  const size = (axis: number) => Math.max(1e-6, (high[axis] ?? 0) - (low[axis] ?? 0));
  const middle = (axis: number) => ((high[axis] ?? 0) + (low[axis] ?? 0)) / 2;
  let reach = 1e-6;
  for (let i = 0; i + 2 < positions.length; i += 3) {
    reach = Math.max(reach, Math.hypot((positions[i] ?? 0) - middle(0), (positions[i + 2] ?? 0) - middle(2)));
  }
  const free = Math.min(plinth.widthM, plinth.depthM) / 2 - VITRINE_INSET - CLEARANCE;
  const scale = Math.min(plinth.modelWidthM / size(0), (plinth.hoodM * 0.92) / size(1), free / reach);
  return Float32Array.from(positions, (value, i) => {
    if (i % 3 === 0) return (value - middle(0)) * scale + plinth.xM;
    if (i % 3 === 1) return (value - (low[1] ?? 0)) * scale + plinth.heightM;
    return (value - middle(2)) * scale + plinth.zM;
  });
}
