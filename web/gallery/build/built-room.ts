import { Mesh, Vector3, Vector4, type BufferGeometry, type Material, type Scene } from 'three';
import type { PlannedPlinth } from '../../../exhibits/plan/plan';
import { linear } from '../colour';
import type { ModelMesh } from '../glb';
import { chartScale, chartUv } from '../light/charts';
import type { BakedRoom } from '../light/lumels';
import { floorMaterial, glassMaterial, ORDER, shellMaterial, solidMaterial, type Uniforms } from '../materials';
import { addCeiling } from './ceiling';
import { addDoorways } from './doorways';
import { addFloor } from './floor';
import { addFurniture, addVitrine, VITRINE_HEIGHT } from './furniture';
import type { FloorShine } from '../quality';
import { MIRRORED } from '../reflection';
import { WALL_SIDES, type RoomFrame } from './room-frame';
import { Solids } from './solid';
import { SurfaceQuads } from './surfaces';
import { addWalls } from './walls';

/** The meshes of one room. Owns its geometries and materials; `dispose` gives them back and leaves the scene. */
export class BuiltRoom {
  readonly #meshes: Mesh[] = [];
  readonly #models = new Map<PlannedPlinth, ModelMesh>();
  readonly #layer = { value: 0 };
  #solids: Mesh | null = null;

  constructor(
    private readonly scene: Scene,
    readonly frame: RoomFrame,
    baked: BakedRoom,
    uniforms: Uniforms,
    floorShine: FloorShine,
    readonly lightLayer: number
  ) {
    this.#layer.value = lightLayer;
    const own: Uniforms = {
      ...uniforms,
      uLayer: this.#layer,
      uCube: { value: baked.cube.map((colour) => new Vector3(...colour)) }
    };
    const [shell, floor, glass] = [new SurfaceQuads(), new SurfaceQuads(), new SurfaceQuads()];
    addWalls(shell, frame);
    addCeiling(shell, frame);
    addDoorways(shell, floor, frame);
    addFloor(floor, frame);
    for (const plinth of frame.room.plinths) addVitrine(glass, plinth);
    this.#add('shell', shell.geometry(), shellMaterial(own), ORDER.shell);
    this.#add('floor', floor.geometry(), floorMaterial({ ...own, ...floorUniforms(frame) }, floorShine), ORDER.shell);
    if (frame.room.plinths.length > 0) this.#add('glass', glass.geometry(), glassMaterial(own), ORDER.glass);
    const solids = this.#solidGeometry();
    if (solids) this.#solids = this.#add('solids', solids, solidMaterial(own), ORDER.items);
  }

  set isVisible(isVisible: boolean) {
    for (const mesh of this.#meshes) mesh.visible = isVisible;
  }

  /** Nearer rooms are drawn first, so that what lies behind them costs little. */
  set nearness(steps: number) {
    for (const mesh of this.#meshes) {
      if (mesh.name === 'shell' || mesh.name === 'floor') mesh.renderOrder = ORDER.shell + steps * 0.1;
    }
  }

  /** Sets a model on its plinth, as wide as the plan says, never higher than its glass. */
  setModel(plinth: PlannedPlinth, model: ModelMesh): void {
    if (!this.#solids) return;
    this.#models.set(plinth, model);
    const geometry = this.#solidGeometry();
    if (!geometry) return;
    this.#solids.geometry.dispose();
    this.#solids.geometry = geometry;
  }

  dispose(): void {
    for (const mesh of this.#meshes) {
      this.scene.remove(mesh);
      mesh.geometry.dispose();
      (mesh.material as Material).dispose();
    }
  }

  #add(name: string, geometry: BufferGeometry, material: Material, order: number): Mesh {
    const mesh = new Mesh(geometry, material);
    mesh.name = name;
    mesh.renderOrder = order;
    mesh.frustumCulled = false;
    mesh.matrixAutoUpdate = false;
    if (name === 'shell' || name === 'solids') mesh.layers.enable(MIRRORED);
    this.scene.add(mesh);
    this.#meshes.push(mesh);
    return mesh;
  }

  #solidGeometry(): BufferGeometry | null {
    const solids = new Solids();
    addFurniture(solids, this.frame);
    for (const [plinth, model] of this.#models) addModel(solids, plinth, model);
    return solids.isEmpty ? null : solids.geometry();
  }
}

function addModel(solids: Solids, plinth: PlannedPlinth, { positions, normals, albedos, indices }: ModelMesh): void {
  const low = [Infinity, Infinity, Infinity];
  const high = [-Infinity, -Infinity, -Infinity];
  for (let i = 0; i < positions.length; i++) {
    const value = positions[i] ?? 0;
    low[i % 3] = Math.min(low[i % 3] ?? value, value);
    high[i % 3] = Math.max(high[i % 3] ?? value, value);
  }
  const size = (axis: number) => Math.max(1e-6, (high[axis] ?? 0) - (low[axis] ?? 0));
  const scale = Math.min(
    plinth.modelWidthM / size(0),
    (VITRINE_HEIGHT * 0.92) / size(1),
    (plinth.depthM - 0.12) / size(2)
  );
  const middle = (axis: number) => ((high[axis] ?? 0) + (low[axis] ?? 0)) / 2;
  const placed = Float32Array.from(positions, (value, i) => {
    if (i % 3 === 0) return (value - middle(0)) * scale + plinth.xM;
    if (i % 3 === 1) return (value - (low[1] ?? 0)) * scale + plinth.heightM;
    return (value - middle(2)) * scale + plinth.zM;
  });
  solids.addMesh(placed, normals, albedos, indices, { albedo: [1, 1, 1], foot: 1, top: 0.62, gloss: 0.2, key: 0.35 });
}

function floorUniforms({ room, lit, theme, charts }: RoomFrame): Uniforms {
  const { joints, floor } = theme;
  const { minX, minZ, maxX, maxZ } = lit.layLight;
  return {
    uJoints: { value: new Vector4(joints.alongM, joints.acrossM, joints.widthM, joints.bond) },
    uFloor: { value: new Vector4(joints.tone, floor.gloss, floor.pattern === 'terrazzo' ? 1 : 0, room.heightM) },
    uJointColour: { value: new Vector3(...linear(joints.colour)) },
    uChipDark: { value: new Vector3(...linear(floor.second ?? floor.colour)) },
    uChipLight: { value: new Vector3(...linear(floor.third ?? floor.colour)) },
    uWallAlbedo: { value: new Vector3(...linear(theme.wall.colour)) },
    uRoom: { value: new Vector4(room.xM, room.zM, room.xM + room.widthM, room.zM + room.depthM) },
    uLayLight: { value: new Vector4(minX, minZ, maxX, maxZ) },
    uCharts: {
      value: WALL_SIDES.map((name) => {
        const [s, t] = chartUv(charts[name], 0, 0);
        const [ds, dt] = chartScale(charts[name]);
        return new Vector4(s, t, ds, dt);
      })
    }
  };
}
