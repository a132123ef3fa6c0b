import {
  ClampToEdgeWrapping,
  DataArrayTexture,
  DataTexture,
  LinearFilter,
  LinearMipmapLinearFilter,
  LinearMipmapNearestFilter,
  NoColorSpace,
  RGBAFormat,
  RGBFormat,
  RGFormat,
  RedFormat,
  RepeatWrapping,
  SRGBColorSpace,
  UnsignedByteType,
  UnsignedInt5999Type,
  Vector3,
  type WebGLRenderer
} from 'three';
import { TILE } from '../detail';
import { LAYER } from '../light/charts';
import type { LightForm, Quality } from '../quality';
import { PATTERNS } from '../themes';
import type { Piece } from './mip-strip';
import type { Pool } from './pools';

/** Of two mip levels, or of the nearer one, which costs a software renderer half. */
const MIPS = { exact: LinearMipmapLinearFilter, roots: LinearMipmapNearestFilter } as const;

/** Light maps, one layer a room. */
export function lightMapTexture(layers: number, light: LightForm): DataArrayTexture {
  const { buffer } = new Uint32Array(LAYER.width * LAYER.height * layers);
  const isExact = light === 'exact';
  const texels = isExact ? new Uint32Array(buffer) : new Uint8Array(buffer);
  const texture = new DataArrayTexture(texels, LAYER.width, LAYER.height, layers);
  texture.format = isExact ? RGBFormat : RGBAFormat;
  texture.type = isExact ? UnsignedInt5999Type : UnsignedByteType;
  texture.minFilter = texture.magFilter = LinearFilter;
  texture.colorSpace = NoColorSpace;
  texture.needsUpdate = true;
  return texture;
}

/** Tiling surface patterns. */
export function detailTexture(texels: Uint8Array, { anisotropy, light }: Quality): DataArrayTexture {
  const texture = new DataArrayTexture(texels, TILE, TILE, PATTERNS.length);
  texture.format = RGFormat;
  texture.type = UnsignedByteType;
  texture.wrapS = texture.wrapT = RepeatWrapping;
  texture.minFilter = MIPS[light];
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

/**
 * Layers to be filled one by one, each with its own strip of mipmaps, so that a new layer never costs the others. The
 * memory is taken when the first piece is written: tens of megabytes at once would hold up what is seen first.
 */
export function layeredTexture(pool: Pool, { anisotropy, light }: Quality): DataArrayTexture {
  const texture = new DataArrayTexture(null, pool.width, pool.height, pool.layers);
  const isColour = pool.bytesPerTexel === 4;
  texture.format = isColour ? RGBAFormat : RedFormat;
  texture.colorSpace = isColour && light === 'exact' ? SRGBColorSpace : NoColorSpace;
  texture.wrapS = texture.wrapT = ClampToEdgeWrapping;
  texture.minFilter = MIPS[light];
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
}

/** After the context was lost: nothing is allocated any more, and a version of 0 keeps three from doing it unasked. */
export function forgetTexture(texture: DataArrayTexture): void {
  texture.version = 0;
}

/** What a piece is wrapped in on its way; never a texture itself. */
const source = new DataTexture();
const place = new Vector3();

/** Writes a piece of a picture into a layer. */
export function uploadPiece(renderer: WebGLRenderer, target: DataArrayTexture, layer: number, piece: Piece): void {
  if (target.version === 0) {
    target.needsUpdate = true;
    renderer.initTexture(target);
  }
  source.image = { data: piece.bytes, width: piece.width, height: piece.rows };
  place.set(0, piece.y, layer);
  renderer.copyTextureToTexture(source, target, null, place, 0, piece.level);
}
