import { DataArrayTexture, type Texture, type WebGLRenderer } from 'three';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Piece } from '../../../../../web/gallery/stream/mip-strip';
import { Uploads } from '../../../../../web/gallery/stream/uploads';

/** Notes what a renderer is asked to write, in texels. */
function renderer() {
  const written: number[] = [];
  const allocated: Texture[] = [];
  const asked = {
    initTexture: (texture: Texture) => allocated.push(texture),
    copyTextureToTexture: ({ image }: Texture<{ width: number; height: number }>) =>
      written.push(image.width * image.height)
  };
  return { written, allocated, renderer: asked as unknown as WebGLRenderer };
}

function pieces(...sizes: number[]): Piece[] {
  return sizes.map((size, level) => ({ level, y: 0, width: size, rows: size, bytes: new Uint8Array(size * size) }));
}

describe('writing pictures into textures', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('takes the texture’s memory with the first piece and not before', () => {
    const { renderer: asked, allocated } = renderer();
    const target = new DataArrayTexture();
    const uploads = new Uploads(asked);
    uploads.add(target, 0, pieces(4, 2, 1), () => undefined);
    expect(allocated).toEqual([]);
    vi.runAllTimers();
    expect(allocated).toEqual([target]);
  });

  it('writes at most 512 × 512 texels a turn, and tells when a picture is whole', () => {
    const { renderer: asked, written } = renderer();
    const done: string[] = [];
    const uploads = new Uploads(asked);
    uploads.add(new DataArrayTexture(), 0, pieces(512, 256), () => done.push('first'));
    uploads.add(new DataArrayTexture(), 1, pieces(128, 64), () => done.push('second'));
    vi.advanceTimersToNextTimer();
    expect(written).toEqual([512 * 512]);
    expect(done).toEqual([]);
    vi.advanceTimersToNextTimer();
    expect(done).toEqual(['first', 'second']);
  });

  it('waits while there is no context, and leaves out what was called off meanwhile', () => {
    const { renderer: asked, written } = renderer();
    const uploads = new Uploads(asked);
    uploads.hold(true);
    const cancel = uploads.add(new DataArrayTexture(), 0, pieces(8), () => undefined);
    uploads.add(new DataArrayTexture(), 1, pieces(2), () => undefined);
    vi.runAllTimers();
    expect(written).toEqual([]);
    cancel();
    uploads.hold(false);
    vi.runAllTimers();
    expect(written).toEqual([4]);
  });
});
