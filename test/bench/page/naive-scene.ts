import {
  BoxGeometry,
  BufferGeometry,
  Color,
  Float32BufferAttribute,
  Frustum,
  HemisphereLight,
  Matrix4,
  Mesh,
  MeshLambertMaterial,
  PerspectiveCamera,
  PlaneGeometry,
  Scene,
  Sphere,
  SRGBColorSpace,
  TextureLoader,
  Vector3,
  WebGLRenderer
} from 'three';
import type { GalleryData } from '../../../web/gallery/data';

/** What the bench drives. */
export interface NaiveScene {
  /** Walks forward and back at a visitor's pace for so many seconds, drawing every frame. */
  walk(seconds: number): Promise<void>;
  /** Works within the view to begin with. */
  inView: number;
}

const EYE_M = 1.58;
const WALK_MPS = 1.4;
const TEXTURE_PX = 1024;
/** Works in view to begin with, so that draws, calls and memory are those of `gallery.md` §1's second row. */
const WORKS_IN_VIEW = 72;

/**
 * The gallery as one would first write it in three: the same house and works, but a mesh, a material and a texture for
 * every picture, a mesh for every frame, culled by the view alone. It is what the gallery's own figures are held against.
 */
export async function openNaive(canvas: HTMLCanvasElement, data: GalleryData): Promise<NaiveScene> {
  const renderer = new WebGLRenderer({ canvas, antialias: false });
  renderer.setPixelRatio(1);
  renderer.setSize(canvas.width, canvas.height, false);
  const scene = new Scene();
  scene.background = new Color(0x3a3936);
  scene.add(new HemisphereLight(0xffffff, 0x888880, 3), ...shell(data));
  const works = await hang(scene, data);
  const camera = new PerspectiveCamera(49, canvas.width / canvas.height, 0.05, 120);
  const inView = stand(camera, data, works);
  const forward = new Vector3(0, 0, -1).applyQuaternion(camera.quaternion);
  const begin = camera.position.clone();
  renderer.render(scene, camera);
  return {
    inView,
    walk: (seconds) =>
      new Promise((done) => {
        let start: number | null = null;
        let last = 0;
        camera.position.copy(begin);
        const step = (time: number) => {
          start ??= last = time;
          const isBack = time - start > seconds * 500;
          camera.position.addScaledVector(forward, ((isBack ? -1 : 1) * WALK_MPS * (time - last)) / 1000);
          last = time;
          renderer.render(scene, camera);
          if (time - start < seconds * 1000) requestAnimationFrame(step);
          else done();
        };
        requestAnimationFrame(step);
      })
  };
}

/** Floors, walls and ceilings of the whole house, one mesh each; doorways are left closed, which spares it pixels. */
function shell({ plan }: GalleryData): Mesh[] {
  const surfaces = { floor: [] as number[][], walls: [] as number[][], ceiling: [] as number[][] };
  for (const { xM, zM, widthM, depthM, heightM } of plan.rooms) {
    const [east, south] = [xM + widthM, zM + depthM];
    surfaces.floor.push([xM, 0, south, east, 0, south, east, 0, zM, xM, 0, zM]);
    surfaces.ceiling.push([xM, heightM, zM, east, heightM, zM, east, heightM, south, xM, heightM, south]);
    const corners = [
      [xM, zM],
      [east, zM],
      [east, south],
      [xM, south]
    ] as const;
    corners.forEach(([fromX, fromZ], index) => {
      const [toX, toZ] = corners[(index + 1) % 4] ?? [fromX, fromZ];
      surfaces.walls.push([fromX, 0, fromZ, toX, 0, toZ, toX, heightM, toZ, fromX, heightM, fromZ]);
    });
  }
  const colours = { floor: 0x9a958a, walls: 0x6f8378, ceiling: 0xd8d6cf };
  return Object.entries(surfaces).map(([name, quads]) => {
    const geometry = new BufferGeometry();
    geometry.setAttribute('position', new Float32BufferAttribute(quads.flat(), 3));
    geometry.setIndex(quads.flatMap((_, quad) => [0, 1, 2, 0, 2, 3].map((corner) => quad * 4 + corner)));
    geometry.computeVertexNormals();
    return new Mesh(geometry, new MeshLambertMaterial({ color: colours[name as keyof typeof colours], side: 2 }));
  });
}

async function hang(scene: Scene, data: GalleryData): Promise<Mesh[]> {
  const loader = new TextureLoader();
  const wood = new BoxGeometry(1, 1, 1);
  const works = data.plan.rooms.flatMap((room) => room.works);
  return Promise.all(
    works.map(async (work) => {
      const derivatives = data.works[work.object]?.picture.derivatives ?? [];
      const url = (derivatives.find((one) => one.widthPx >= TEXTURE_PX) ?? derivatives.at(-1))?.url ?? '';
      const map = await loader.loadAsync(url);
      map.colorSpace = SRGBColorSpace;
      const picture = new Mesh(new PlaneGeometry(work.widthM, work.heightM), new MeshLambertMaterial({ map }));
      const frame = new Mesh(wood, new MeshLambertMaterial({ color: 0x2a211a }));
      frame.scale.set(work.outerWidthM, work.outerHeightM, 0.03);
      const { xM, yM, zM } = work.position;
      for (const [mesh, out] of [
        [picture, 0.04],
        [frame, 0.015]
      ] as const) {
        mesh.rotation.y = work.facingYawRad;
        mesh.position.set(xM + Math.sin(work.facingYawRad) * out, yM, zM + Math.cos(work.facingYawRad) * out);
        mesh.updateMatrixWorld();
        scene.add(mesh);
      }
      return picture;
    })
  );
}

/** Puts the camera at the stop and in the direction where the number of works in view comes nearest to the row's. */
function stand(camera: PerspectiveCamera, { plan }: GalleryData, works: Mesh[]): number {
  const spheres = works.map((mesh) => {
    mesh.geometry.computeBoundingSphere();
    return (mesh.geometry.boundingSphere ?? new Sphere()).clone().applyMatrix4(mesh.matrixWorld);
  });
  const frustum = new Frustum();
  const count = () => {
    camera.updateMatrixWorld();
    frustum.setFromProjectionMatrix(new Matrix4().multiplyMatrices(camera.projectionMatrix, camera.matrixWorldInverse));
    return spheres.filter((sphere) => frustum.intersectsSphere(sphere)).length;
  };
  let best = { miss: Infinity, x: 0, z: 0, yaw: 0, inView: 0 };
  for (const { viewpoint } of plan.stops) {
    for (let turn = 0; turn < 16; turn += 1) {
      const yaw = (turn * Math.PI) / 8;
      camera.position.set(viewpoint.xM, EYE_M, viewpoint.zM);
      camera.rotation.set(0, yaw, 0);
      const inView = count();
      const miss = Math.abs(inView - WORKS_IN_VIEW);
      if (miss < best.miss) best = { miss, x: viewpoint.xM, z: viewpoint.zM, yaw, inView };
    }
  }
  camera.position.set(best.x, EYE_M, best.z);
  camera.rotation.set(0, best.yaw, 0);
  camera.updateMatrixWorld();
  return best.inView;
}
