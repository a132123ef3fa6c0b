import {
  ClampToEdgeWrapping,
  DataArrayTexture,
  LinearFilter,
  LinearMipmapLinearFilter,
  NoColorSpace,
  RGBAFormat,
  RGBFormat,
  RGFormat,
  RedFormat,
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
import type { Piece } from './mip-strip';
import type { Pool } from './pools';

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

/** Even grey for every pattern: what surfaces show until theirs are drawn. */
export function plainDetail(): DataArrayTexture {
  const texture = new DataArrayTexture(new Uint8Array(2 * PATTERNS.length).fill(128), 1, 1, PATTERNS.length);
  texture.format = RGFormat;
  texture.type = UnsignedByteType;
  texture.needsUpdate = true;
  return texture;
}

/** Layers to be filled one by one, each with its own strip of mipmaps, so that a new layer never costs the others. */
export function layeredTexture(pool: Pool, anisotropy: number): DataArrayTexture {
  const texture = new DataArrayTexture(null, pool.width, pool.height, pool.layers);
  const isColour = pool.bytesPerTexel === 4;
  texture.format = isColour ? RGBAFormat : RedFormat;
  texture.colorSpace = isColour ? SRGBColorSpace : NoColorSpace;
  texture.wrapS = texture.wrapT = ClampToEdgeWrapping;
  texture.minFilter = LinearMipmapLinearFilter;
  texture.magFilter = LinearFilter;
  texture.anisotropy = anisotropy;
  allocateOnly(texture, pool.levels);
  return texture;
}

/** Three counts `mipmaps` to allocate the levels, and uploads nothing while the source is not ready. */
function allocateOnly(texture: DataArrayTexture, levels: number): void {
  texture.generateMipmaps = false;
  texture.mipmaps = Array.from({ length: levels }, () => ({ data: new Uint8Array(0), width: 0, height: 0 }));
  texture.source.dataReady = false;
  texture.needsUpdate = true;
}

const place = new Vector3();

/** Writes a piece of a picture into a layer. */
export function uploadPiece(renderer: WebGLRenderer, target: DataArrayTexture, layer: number, piece: Piece): void {
  const source = new Texture(piece.image);
  source.flipY = false;
  place.set(0, piece.y, layer);
  renderer.copyTextureToTexture(source, target, null, place, 0, piece.level);
  source.dispose();
}
