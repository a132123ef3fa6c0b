import { Mesh, Vector3, Vector4, type BufferGeometry, type IUniform, type Material, type Scene } from 'three';
import type { Plan, PlannedPlinth } from '../../../exhibits/plan/plan';
import { linear, type Rgb } from '../colour';
import type { ModelMesh } from '../glb';
import { chartScale, chartUv } from '../light/charts';
import type { BakedRoom } from '../light/lumels';
import { floorMaterial, glassMaterial, ORDER, shellMaterial, solidMaterial, type Uniforms } from '../materials';
import { addCeiling } from './ceiling';
import { addDoorways } from './doorways';
import { addFloor } from './floor';
import { addFurniture, addVitrine } from './furniture';
import { addLabelDesk, DESK_LEAN } from './label-desk';
import type { Quality } from '../quality';
import { MIRRORED } from '../reflection';
import { WALL_SIDES, type RoomFrame } from './room-frame';
import { Solids } from './solid';
import { StandingModel } from './standing-model';
import { SurfaceQuads } from './surfaces';
import { addWalls } from './walls';

/** The meshes of one room. Owns its geometries and materials; `dispose` gives them back and leaves the scene. */
export class BuiltRoom {
  readonly #meshes: Mesh[] = [];
  readonly #models = new Map<string, StandingModel>();
  readonly #layer = { value: 0 };
  readonly #own: Uniforms;
  #isVisible = true;
  /** Light on the cards before plinths, which no wall carries. */
  readonly deskLight: number;

  constructor(
    private readonly scene: Scene,
    readonly frame: RoomFrame,
    plan: Plan,
    baked: BakedRoom,
    uniforms: Uniforms,
    private readonly quality: Quality,
    readonly lightLayer: number
  ) {
    this.#layer.value = lightLayer;
    const own: Uniforms = (this.#own = {
      ...uniforms,
      uLayer: this.#layer,
      uCube: { value: baked.cube.map((colour) => new Vector3(...colour)) }
    });
    const up = Math.sin((DESK_LEAN * Math.PI) / 2) ** 2;
    this.deskLight = brightness(baked.cube[2]) * up + brightness(baked.mean) * (1 - up);
    const [shell, floor, glass] = [new SurfaceQuads(), new SurfaceQuads(), new SurfaceQuads()];
    addWalls(shell, frame);
    addCeiling(shell, frame, quality);
    addDoorways(shell, floor, frame, quality);
    addFloor(floor, frame);
    for (const plinth of frame.room.plinths) addVitrine(glass, plinth);
    this.#add('shell', shell.geometry(), shellMaterial(own, quality), ORDER.shell);
    const floorOwn = { ...own, ...floorUniforms(frame, quality) };
    this.#add('floor', floor.geometry(), floorMaterial(floorOwn, quality, frame.theme.floor.pattern), ORDER.floor);
    if (frame.room.plinths.length > 0) this.#add('glass', glass.geometry(), glassMaterial(own, quality), ORDER.glass);
    const solids = new Solids();
    addFurniture(solids, frame);
    for (const plinth of frame.room.plinths) addLabelDesk(solids, plan, plinth, frame.theme);
    if (!solids.isEmpty) this.#add('solids', solids.geometry(), solidMaterial(own, quality), ORDER.items);
  }

  set isVisible(isVisible: boolean) {
    this.#isVisible = isVisible;
    for (const mesh of this.#meshes) mesh.visible = isVisible;
    for (const { mesh } of this.#models.values()) mesh.visible = isVisible;
  }

  /** Nearer rooms are drawn first, so that what lies behind them costs little; floors after all walls, which they never hide. */
  set nearness(steps: number) {
    for (const mesh of this.#meshes) {
      if (mesh.name === 'shell' || mesh.name === 'floor') mesh.renderOrder = ORDER[mesh.name] + steps * 0.01;
    }
  }

  hasModel(object: string): boolean {
    return this.#models.has(object);
  }

  /** Sets a model on its plinth. */
  setModel(plinth: PlannedPlinth, model: ModelMesh): void {
    this.#models.get(plinth.object)?.dispose();
    const standing = new StandingModel(this.scene, plinth, model, this.#own, this.quality);
    standing.mesh.visible = this.#isVisible;
    this.#models.set(plinth.object, standing);
  }

  /** Turns a model to the left by so many radians from where it stood at first. */
  turnModel(object: string, radians: number): void {
    const model = this.#models.get(object);
    if (model) model.turnedRad = radians;
  }

  dispose(): void {
    for (const model of this.#models.values()) model.dispose();
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
}

/** Luminance of a linear colour (Rec. 709). */
function brightness([red, green, blue]: Rgb = [0, 0, 0]): number {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function floorUniforms({ room, lit, theme, charts }: RoomFrame, { light }: Quality): Record<string, IUniform> {
  const albedo = (colour: string) => {
    const [red, green, blue] = linear(colour).map((value) => (light === 'roots' ? Math.sqrt(value) : value));
    return { value: new Vector3(red, green, blue) };
  };
  const { joints, floor } = theme;
  const { minX, minZ, maxX, maxZ } = lit.layLight;
  return {
    uJoints: { value: new Vector4(joints.alongM, joints.acrossM, joints.widthM, joints.bond) },
    uFloor: { value: new Vector3(joints.tone, floor.gloss, room.heightM) },
    uJointColour: albedo(joints.colour),
    uChipDark: albedo(floor.second ?? floor.colour),
    uChipLight: albedo(floor.third ?? floor.colour),
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
