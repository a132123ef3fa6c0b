import {
  ClampToEdgeWrapping,
  DataArrayTexture,
  DataTexture,
  LinearFilter,
  LinearMipmapLinearFilter,
  NoColorSpace,
  RGBAFormat,
  RGBFormat,
  RGFormat,
  RepeatWrapping,
  SRGBColorSpace,
  Texture,
  UnsignedByteType,
  UnsignedInt5999Type,
  Vector3,
  type WebGLRenderer
} from 'three';
import { TILE } from '../detail';
import { LAYER } from '../light/charts';
import { PATTERNS } from '../themes';

/** Light maps, one layer a room. */
export function lightMapTexture(layers: number): DataArrayTexture {
  const texture = new DataArrayTexture(
    new Uint32Array(LAYER.width * LAYER.height * layers),
    LAYER.width,
    LAYER.height,
    layers
  );
  texture.format = RGBFormat;
  texture.type = UnsignedInt5999Type;
  texture.minFilter = texture.magFilter = LinearFilter;
  texture.colorSpace = NoColorSpace;
  texture.needsUpdate = true;
  return texture;
}

/** Tiling surface patterns. */
export function detailTexture(texels: Uint8Array, anisotropy: number): DataArrayTexture {
  const texture = new DataArrayTexture(texels, TILE, TILE, PATTERNS.length);
  texture.format = RGFormat;
  texture.type = UnsignedByteType;
  texture.wrapS = texture.wrapT = RepeatWrapping;
  texture.minFilter = LinearMipmapLinearFilter;
  texture.magFilter = LinearFilter;
  texture.generateMipmaps = true;
  texture.anisotropy = Math.min(4, anisotropy);
  texture.needsUpdate = true;
  return texture;
}

/** Layers to be filled one by one, each with its own strip of mipmaps, so that a new layer never costs the others. */
export function layeredTexture(
  width: number,
  height: number,
  layers: number,
  isColour: boolean,
  anisotropy: number
): DataArrayTexture {
  const texture = new DataArrayTexture(null, width, height, layers);
  texture.format = RGBAFormat;
  texture.colorSpace = isColour ? SRGBColorSpace : NoColorSpace;
  texture.wrapS = texture.wrapT = ClampToEdgeWrapping;
  texture.minFilter = LinearMipmapLinearFilter;
  texture.magFilter = LinearFilter;
  texture.anisotropy = anisotropy;
  allocateOnly(texture, levelsOf(width, height));
  return texture;
}

export function levelsOf(width: number, height: number): number {
  return Math.floor(Math.log2(Math.max(width, height))) + 1;
}

/** Three counts `mipmaps` to allocate the levels, and uploads nothing while the source is not ready. */
function allocateOnly(texture: DataArrayTexture, levels: number): void {
  texture.generateMipmaps = false;
  texture.mipmaps = Array.from({ length: levels }, () => ({ data: new Uint8Array(0), width: 0, height: 0 }));
  texture.source.dataReady = false;
  texture.needsUpdate = true;
}

const place = new Vector3();

/** Writes a picture into one level of one layer. */
export function uploadLevel(
  renderer: WebGLRenderer,
  target: DataArrayTexture,
  layer: number,
  level: number,
  image: ImageBitmap | HTMLCanvasElement | { data: Uint8Array; width: number; height: number }
): void {
  const source = 'data' in image ? new DataTexture(image.data, image.width, image.height) : new Texture(image);
  source.flipY = false;
  place.set(0, 0, layer);
  renderer.copyTextureToTexture(source, target, null, place, 0, level);
  source.dispose();
}
