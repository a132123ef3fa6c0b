import type { WebGLRenderer } from 'three';

/**
 * Deletes the textures of one texel that three binds where a program has none. Its renderer never gives them back, and
 * the canvas may be opened again: `WebGLState` binds them for a texture that is not there, so they can be asked for.
 */
export function deleteEmptyTextures(renderer: WebGLRenderer): void {
  const gl = renderer.getContext() as WebGL2RenderingContext;
  for (const [target, binding] of [
    [gl.TEXTURE_2D, gl.TEXTURE_BINDING_2D],
    [gl.TEXTURE_CUBE_MAP, gl.TEXTURE_BINDING_CUBE_MAP],
    [gl.TEXTURE_2D_ARRAY, gl.TEXTURE_BINDING_2D_ARRAY],
    [gl.TEXTURE_3D, gl.TEXTURE_BINDING_3D]
  ] as const) {
    // three's types know no “none”, though three itself asks for it so.
    renderer.state.bindTexture(target, null as unknown as WebGLTexture);
    gl.deleteTexture(gl.getParameter(binding) as WebGLTexture | null);
  }
}
