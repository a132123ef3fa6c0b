/** Side of the square drawn while measuring. */
const SIDE = 512;
/** Long enough to tell; the whole probe stays within a second even where one square takes most of it. */
const ENOUGH_MS = 40;
const LONGEST_MS = 600;

const VERTEX = `#version 300 es
void main() { gl_Position = vec4(gl_VertexID == 1 ? 3. : -1., gl_VertexID == 2 ? 3. : -1., 0., 1.); }`;
/** About what a wall asks for: three fetches, a few powers, the tone curve. */
const FRAGMENT = `#version 300 es
precision highp float;
uniform sampler2D uTile;
uniform float uTurn;
out vec4 outColour;
void main() {
  vec2 at = gl_FragCoord.xy / 97. + uTurn;
  vec3 light = texture(uTile, at).rgb + texture(uTile, at.yx * 1.7).rgb;
  vec2 detail = texture(uTile, at * 3.1).rg;
  vec3 c = light * (1. + detail.x * .6) * (1. - (detail.y - .5) * .28);
  outColour = vec4(sqrt(sqrt(c)) * .68 + pow(max(c, .01), vec3(.45)) * .3, 1.);
}`;

/**
 * Pixels of an ordinary wall that the machine draws in a millisecond, measured on a context that is given back; null
 * where it cannot be measured. Takes some 50 ms, never more than a second.
 */
export function pixelsPerMs(gl: WebGL2RenderingContext): number | null {
  const program = linked(gl);
  if (!program) return null;
  gl.canvas.width = gl.canvas.height = SIDE;
  gl.viewport(0, 0, SIDE, SIDE);
  gl.useProgram(program);
  const tile = gl.createTexture();
  gl.bindTexture(gl.TEXTURE_2D, tile);
  const texels = Uint8Array.from({ length: 64 * 64 * 4 }, (_, i) => (i * 97) & 255);
  gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA8, 64, 64, 0, gl.RGBA, gl.UNSIGNED_BYTE, texels);
  gl.generateMipmap(gl.TEXTURE_2D);
  const turn = gl.getUniformLocation(program, 'uTurn');
  const pixel = new Uint8Array(4);
  const msOf = (squares: number) => {
    const start = performance.now();
    for (let i = 0; i < squares; i++) {
      gl.uniform1f(turn, i);
      gl.drawArrays(gl.TRIANGLES, 0, 3);
    }
    // Reading one pixel back waits until all is drawn; `finish` does not everywhere.
    gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel);
    return performance.now() - start;
  };
  msOf(1);
  for (let squares = 2; ; squares *= 4) {
    const ms = msOf(squares);
    if (ms >= ENOUGH_MS || ms * 4 > LONGEST_MS || squares > 8192) return (squares * SIDE * SIDE) / Math.max(ms, 0.1);
  }
}

function linked(gl: WebGL2RenderingContext): WebGLProgram | null {
  const program = gl.createProgram();
  for (const [kind, source] of [
    [gl.VERTEX_SHADER, VERTEX],
    [gl.FRAGMENT_SHADER, FRAGMENT]
  ] as const) {
    const shader = gl.createShader(kind);
    if (!shader) return null;
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  }
  gl.linkProgram(program);
  return gl.getProgramParameter(program, gl.LINK_STATUS) ? program : null;
}
