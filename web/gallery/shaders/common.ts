import { PATTERNS, type Pattern } from '../themes';

const layerOf = (pattern: Pattern) => `${PATTERNS.indexOf(pattern)}.`;

/** From where one sees (`sight.ts`): the same block in all programs. */
const SIGHT = `
precision highp float;
layout(std140) uniform Sight { mat4 uView; vec3 uEye; };
`;

/** What every program begins with. */
export const VERTEX_HEAD = SIGHT;

/**
 * Tone (`hall-recipe.md` §3): a straight line to 0.76, then a hyperbolic shoulder by the largest channel, so paper and
 * ink keep their colours; a polynomial sRGB curve and a cheap dither against bands on plain walls.
 *
 * ROOTS is the cheap way, for machines without a graphics chip: light, albedo and pictures are square roots from the
 * start, the light with the exposure in it (`light/root-light.ts`), so that a pixel is a product and one polynomial that
 * is tone and sRGB in one, within 5 of 255. R takes the root of what is given as it is.
 */
export const FRAGMENT_HEAD = `${SIGHT}
precision highp sampler2DArray;
#define TIMBER ${layerOf('timber')}
#define WEAVE ${layerOf('weave')}
uniform float uExposure;
uniform vec3 uDay, uSpot;
in vec3 vWorld;
out vec4 outColour;
#ifdef ROOTS
#define R(x) sqrt(x)
#define EXPOSED(x) sqrt((x) * uExposure)
#define LIT(at) (texture(uLightMap, at).rgb * 1.5811388)
vec3 shown(vec3 a) {
  a = min(a, 1.5);
  return a * (.865 + a * (1.001 + a * (.3244 * a - 1.2517)));
}
void emit(vec3 root) { outColour = vec4(shown(root), 1.); }
#else
#define R(x) (x)
#define EXPOSED(x) (x)
#define LIT(at) texture(uLightMap, at).rgb
vec3 tone(vec3 c) {
  c *= uExposure;
  float peak = max(c.r, max(c.g, c.b));
  if (peak > .76) {
    float fitted = 1. - .0576 / (peak - .52);
    c *= fitted / peak;
    c = mix(c, vec3(fitted), 1. - 1. / (.22 * (peak - fitted) + 1.));
  }
  return mix(vec3(dot(c, vec3(.2126, .7152, .0722))), c, 1.06);
}
vec3 encode(vec3 c) {
  vec3 a = sqrt(clamp(c, 0., 1.)), b = sqrt(a), d = sqrt(b);
  return max(vec3(0.), .662002687 * a + .684122060 * b - .323583601 * d - .0225411470 * c);
}
vec3 shown(vec3 c) { return encode(tone(c)); }
float grain(vec2 p) { return fract(52.9829189 * fract(dot(p, vec2(.06711056, .00583715)))); }
// Below the floor is the mirror's eye: it keeps light as it is, with its height beside it, by which the floor blurs it.
void emit(vec3 c) {
  outColour = uEye.y < 0. ? vec4(c, vWorld.y) : vec4(shown(c) + (grain(gl_FragCoord.xy) - .5) * .006, 1.);
}
#endif
`;

/** Instanced flat things on a wall or the floor share this placing. */
export const WALL_ITEM_VERTEX = `
in vec3 iPlace;
in vec4 iAxis; // along (x, z), layer of the light map, how far it leans back: 0 upright, 1 lying on the floor
in vec4 iSize; // half width, half height, and two of the program's own
in vec4 iLight; // middle on the light map, and per metre
in vec4 iLook;
uniform float uGrow;
out vec2 vAt;
out vec3 vWorld;
out vec3 vMap;
flat out vec4 vSize, vLook;
flat out vec3 vNormal;
void place(vec2 unit, float forward) {
  vAt = unit * (iSize.xy + uGrow * iSize.w);
  vec3 along = vec3(iAxis.x, 0., iAxis.y);
  float lean = iAxis.w * 1.5707963, upright = cos(lean), lying = sin(lean);
  vec3 normal = vec3(-iAxis.y * upright, lying, iAxis.x * upright);
  vec3 up = vec3(iAxis.y * lying, upright, -iAxis.x * lying);
  vWorld = iPlace + along * vAt.x + up * vAt.y + normal * forward;
  vMap = vec3(iLight.xy + iLight.zw * vAt, iAxis.z);
  vSize = iSize;
  vLook = iLook;
  vNormal = normal;
  gl_Position = uView * vec4(vWorld, 1.);
}
`;

export const WALL_ITEM_FRAGMENT = `
in vec2 vAt;
in vec3 vMap;
flat in vec4 vSize, vLook;
flat in vec3 vNormal;
uniform sampler2DArray uLightMap;
`;
