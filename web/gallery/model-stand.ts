import { LinearSRGBColorSpace, Matrix4, Mesh, Scene, Vector3, Vector4, WebGLRenderer } from 'three';
import { Solids } from './build/solid';
import { deleteEmptyTextures } from './empty-textures';
import { readGlb, type ModelMesh } from './glb';
import { sharedUniforms, solidMaterial } from './materials';
import { ModelView, STAND_HEIGHT, type HalfSize, type MeasuredEdge } from './model-view';
import { TIERS } from './quality';
import { THEMES } from './themes';

/** Light from the six sides of a bright room, +x −x +y −y +z −z: enough from below that an underside is seen. */
const SIDES = [
  [0.5, 0.49, 0.47],
  [0.36, 0.37, 0.38],
  [0.8, 0.81, 0.82],
  [0.22, 0.2, 0.18],
  [0.62, 0.61, 0.6],
  [0.34, 0.34, 0.34]
] as const;

export interface ModelStandOptions {
  /** Address of a GLB. */
  url: string;
  signal: AbortSignal;
  /** A frame was drawn: where the edges of its box are on the canvas now. */
  onFrame(edges: MeasuredEdge[]): void;
  /** The graphics card gave up; the stand is of no more use. */
  onLost(): void;
}

/** A model that can be turned, alone on a canvas: the gallery's own programs in an even light. */
export interface ModelStand {
  readonly view: ModelView;
  /** Width, height and depth as its file has them, in metres. */
  readonly sizeM: HalfSize;
  /** Draws anew, in the next frame, after the view or the canvas has changed. */
  redraw(): void;
  dispose(): void;
}

/** Null where the model does not come or cannot be read. */
export async function openModelStand(
  canvas: HTMLCanvasElement,
  { url, signal, onFrame, onLost }: ModelStandOptions
): Promise<ModelStand | null> {
  const model = await fetchModel(url, signal);
  if (!model || model.indices.length === 0 || signal.aborted) return null;
  const { centred, half } = inTheMiddle(model);
  const view = new ModelView(half);
  const renderer = new WebGLRenderer({ canvas, antialias: true, alpha: true, stencil: false });
  renderer.outputColorSpace = LinearSRGBColorSpace;
  renderer.setClearColor(0, 0);
  const solids = new Solids();
  const finish = { albedo: [1, 1, 1] as const, foot: 1, top: 1, gloss: 0.2, key: 0.35 };
  solids.addMesh(centred, model.normals, model.albedos, model.indices, finish);
  const turn = new Vector4(1, 0, 0, 0);
  const matrix = new Matrix4();
  const shared = sharedUniforms(THEMES.archive);
  const sight = shared.sight.value;
  const material = solidMaterial(
    {
      ...shared,
      uTurn: { value: turn },
      uExposure: { value: 1.2 },
      uCube: { value: SIDES.map((side) => new Vector3(...side)) }
    },
    TIERS.high
  );
  const mesh = new Mesh(solids.geometry(), material);
  mesh.frustumCulled = false;
  const scene = new Scene();
  scene.add(mesh);

  let frame = 0;
  function draw(): void {
    frame = 0;
    const { clientWidth: width, clientHeight: height } = canvas;
    if (width === 0 || height === 0) return;
    renderer.setPixelRatio(Math.min(devicePixelRatio, 2));
    renderer.setSize(width, height, false);
    view.look(width / height);
    const { camera } = view;
    matrix.multiplyMatrices(camera.projectionMatrix, camera.matrixWorldInverse);
    sight.set(matrix, camera.position);
    turn.set(Math.cos(view.turnRad), Math.sin(view.turnRad), 0, 0);
    renderer.render(scene, camera);
    onFrame(view.edges(width, height));
  }
  const lose = (event: Event) => {
    event.preventDefault();
    onLost();
  };
  canvas.addEventListener('webglcontextlost', lose);

  return {
    view,
    sizeM: [half[0] * 2, half[1] * 2, half[2] * 2],
    redraw() {
      if (frame === 0) frame = requestAnimationFrame(draw);
    },
    dispose() {
      cancelAnimationFrame(frame);
      canvas.removeEventListener('webglcontextlost', lose);
      mesh.geometry.dispose();
      material.dispose();
      sight.dispose();
      deleteEmptyTextures(renderer);
      renderer.dispose();
      renderer.forceContextLoss();
    }
  };
}

async function fetchModel(url: string, signal: AbortSignal): Promise<ModelMesh | null> {
  try {
    const response = await fetch(url, { signal });
    return response.ok ? await readGlb(await response.arrayBuffer()) : null;
  } catch {
    // Cut off or broken: the still picture stays, and the page says so.
    return null;
  }
}

/** Positions about the middle of its box, at the height where models stand here, and half its size. */
function inTheMiddle({ positions }: ModelMesh): { centred: Float32Array; half: HalfSize } {
  const low = [Infinity, Infinity, Infinity];
  const high = [-Infinity, -Infinity, -Infinity];
  positions.forEach((value, index) => {
    low[index % 3] = Math.min(low[index % 3] ?? value, value);
    high[index % 3] = Math.max(high[index % 3] ?? value, value);
  });
  const of = (axis: number) => ({ low: low[axis] ?? 0, high: high[axis] ?? 0 });
  const middle = [0, 1, 2].map((axis) => (of(axis).low + of(axis).high) / 2);
  const half = [0, 1, 2].map((axis) => Math.max(1e-6, (of(axis).high - of(axis).low) / 2));
  const lifted = [0, STAND_HEIGHT, 0];
  return {
    centred: Float32Array.from(
      positions,
      (value, index) => value - (middle[index % 3] ?? 0) + (lifted[index % 3] ?? 0)
    ),
    half: [half[0] ?? 0, half[1] ?? 0, half[2] ?? 0]
  };
}
