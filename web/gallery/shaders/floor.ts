import { FRAGMENT_HEAD } from './common';

/**
 * The floor with its joints. SHEEN traces the mirrored ray through the box of the room: it meets the lay-light or a
 * wall's light map, so pools and glass show on the floor without drawing the room twice. REFLECTION takes the mirrored
 * picture instead, blurred the more the higher above the floor a thing is (`hall-recipe.md` §4).
 * With ROOTS, albedo, light and the colours of joints and chips are roots (`common.ts`).
 */
export const FLOOR_FRAGMENT = `${FRAGMENT_HEAD}
in vec3 vNormal, vOwn, vAlbedo, vLight;
flat in vec4 vPattern;
uniform sampler2DArray uLightMap, uDetail;
uniform float uLayer;
uniform vec4 uJoints; // along, across, width, bond
uniform vec3 uFloor; // tone from slab to slab, gloss, height of the room
uniform vec3 uJointColour, uChipDark, uChipLight, uWallAlbedo;
uniform float uMirrorShare;
uniform vec4 uRoom, uLayLight; // min x, min z, max x, max z
uniform vec4 uCharts[4]; // north east south west: first texel and texels a metre
// Two numbers of a slab, without a sine, which costs a software renderer more than all else here.
vec2 hash(vec2 p) {
  vec3 q = fract(p.xyx * vec3(.1031, .103, .0973));
  q += dot(q, q.yzx + 33.33);
  return fract((q.xx + q.yz) * q.zy);
}
// What a share of light is as a share of its root; the pattern's strength comes as one already (shell.ts).
#ifdef ROOTS
#define HALF .5
#define GRAIN 1.83
#else
#define HALF 1.
#define GRAIN 1.1
#endif
#ifdef SHEEN
vec3 mirrored(vec3 ray, float rough) {
  float toCeiling = uFloor.z / max(ray.y, 1e-4);
  vec2 edge = vec2(ray.x > 0. ? uRoom.z : uRoom.x, ray.z > 0. ? uRoom.w : uRoom.y);
  vec2 toWall = (edge - vWorld.xz) / (abs(ray.xz) + 1e-5) * vec2(ray.x > 0. ? 1. : -1., ray.z > 0. ? 1. : -1.);
  float nearest = min(toWall.x, toWall.y);
  vec2 above = vWorld.xz + ray.xz * toCeiling;
  float soft = .12 + rough * toCeiling * .22;
  vec2 inside = smoothstep(-soft, soft, above - uLayLight.xy) * smoothstep(-soft, soft, uLayLight.zw - above);
  vec3 over = mix(uDay * .085, uDay * .36, inside.x * inside.y);
  bool isSide = toWall.x < toWall.y;
  vec3 hit = vWorld + ray * nearest;
  int wall = isSide ? (ray.x > 0. ? 1 : 3) : (ray.z > 0. ? 2 : 0);
  float along = wall == 0 ? hit.x - uRoom.x : wall == 1 ? hit.z - uRoom.y : wall == 2 ? uRoom.z - hit.x : uRoom.w - hit.z;
  vec4 chart = uCharts[wall];
  vec2 at = chart.xy + chart.zw * vec2(along, clamp(hit.y, .2, uFloor.z - .2));
  vec3 beside = texture(uLightMap, vec3(at, uLayer)).rgb * uWallAlbedo;
  float share = smoothstep(-.3, .3, (toCeiling - nearest) * ray.y - .1);
  return mix(over, beside, share);
}
#endif
#ifdef REFLECTION
uniform sampler2D uReflection;
uniform vec4 uReflectionSize; // a pixel of the picture in x and y; of the mirror: pixels a metre away, height
vec3 mirrored(vec3 sight, float rough, vec2 wave) {
  vec2 at = gl_FragCoord.xy * uReflectionSize.xy + wave * .004;
  float perMetre = uReflectionSize.z / distance(vWorld, uEye);
  float height = max(0., textureLod(uReflection, at, 2.).a);
  float lod = log2(1. + rough * (.012 + .16 * height) * perMetre * .5) + .5;
  vec2 reach = exp2(lod) * .6 / uReflectionSize.w * vec2(uReflectionSize.x / uReflectionSize.y, 1.);
  return textureLod(uReflection, at, lod).rgb * .36
    + (textureLod(uReflection, at + reach, lod).rgb + textureLod(uReflection, at - reach, lod).rgb
    + textureLod(uReflection, at + vec2(reach.x, -reach.y), lod).rgb
    + textureLod(uReflection, at + vec2(-reach.x, reach.y), lod).rgb) * .16;
}
#endif
void main() {
  vec3 light = LIT(vec3(vLight.xy, uLayer)) * vLight.z;
  vec2 at = vWorld.xz;
  float row = floor(at.y / uJoints.y);
  vec2 cell = vec2(at.x + row * uJoints.w * uJoints.x, at.y) / uJoints.xy;
  vec2 slab = floor(cell);
  vec2 rest = (.5 - abs(cell - slab - .5)) * uJoints.xy;
  vec2 shift = hash(slab);
#ifdef TERRAZZO
  vec2 detail = texture(uDetail, vec3(at * vPattern.y, vPattern.x)).rg;
  float k = detail.r;
  vec3 chip = k < .55 ? uChipDark * R(.7 + .88 * k) : mix(uChipLight, vAlbedo * R(1.12), (k - .55) * 1.6);
  vec3 albedo = mix(vAlbedo * (1. + HALF * .2 * (detail.g - .85)), chip, step(.02, k) * .38);
#else
  vec2 moved = shift * step(.05, uFloor.x) * 7.;
  vec2 detail = texture(uDetail, vec3(at * vPattern.y + moved, vPattern.x)).rg;
  vec3 albedo = vAlbedo * (1. + GRAIN * vPattern.z * (detail.r - .5));
#endif
  albedo *= 1. + HALF * uFloor.x * 2. * (shift.x - .5);
  float pixel = max(fwidth(at.x), fwidth(at.y));
  float line = clamp((min(rest.x, rest.y) - uJoints.z * .5) / pixel, 0., 1.);
  float joint = (1. - line * line * (3. - 2. * line)) * min(uJoints.z / pixel * 1.3, 1.);
  albedo = mix(albedo, uJointColour, joint * .85);
  vec3 colour = albedo * light;
#if defined(SHEEN) || defined(REFLECTION)
  vec3 sight = normalize(vWorld - uEye);
  float rough = 1. - uFloor.y;
  float fresnel = .035 + .965 * pow(1. + sight.y, 5.);
  float share = fresnel * uFloor.y * 1.35 * (.82 + .36 * (detail.r - .5)) * (1. - .5 * joint);
#ifdef REFLECTION
  colour = mix(colour, mirrored(sight, rough, detail - .5), clamp(share * uMirrorShare, 0., .8));
#else
  vec3 ray = vec3(sight.x, -sight.y, sight.z) + vec3(detail.r - .5, 0., detail.g - .5) * .02;
  colour = mix(colour, mirrored(ray, rough), clamp(share, 0., .8));
#endif
#endif
  emit(max(colour, vec3(0.)));
}`;
