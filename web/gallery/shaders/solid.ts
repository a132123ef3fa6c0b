import { FRAGMENT_HEAD, VERTEX_HEAD } from './common';

/** Light sent to the eye by a solid in six colours of the room's light and one directed light. */
const SOLID_LIGHT = `
uniform vec3 uCube[6];
vec3 struck(vec3 n, vec3 albedo, vec4 look, vec3 sight) {
  vec3 n2 = n * n;
  vec3 light = n2.x * (n.x > 0. ? uCube[0] : uCube[1]) + n2.y * (n.y > 0. ? uCube[2] : uCube[3]) + n2.z * (n.z > 0. ? uCube[4] : uCube[5]);
  light += uSpot * 1.1 * max(dot(n, normalize(vec3(-.25, .9, .45))), 0.) * look.w;
  vec3 mirror = reflect(-sight, n);
  float fresnel = .04 + .5 * pow(1. - max(dot(n, sight), 0.), 5.);
  vec3 around = mirror.y > 0. ? mix(uCube[5] * .6, uDay * .3, smoothstep(.35, .9, mirror.y)) : uCube[3] * .5;
  return (albedo * light + around * fresnel * look.z) * look.x;
}`;

/** Furniture and models: ambient occlusion in the vertices; with ROOTS (`common.ts`) all their light. */
export const SOLID_VERTEX = `${VERTEX_HEAD}
in vec3 aAlbedo;
in vec4 aLook; // share of the light, is wood, gloss, share of the directed light
uniform vec4 uTurn; // cosine and sine of a turn to the left, and the x and z it turns about
out vec3 vWorld, vNormal, vAlbedo;
out vec4 vLook;
#ifdef ROOTS
uniform float uExposure;
uniform vec3 uDay, uSpot;
${SOLID_LIGHT}
#endif
vec2 turned(vec2 p) { return vec2(p.x * uTurn.x + p.y * uTurn.y, p.y * uTurn.x - p.x * uTurn.y); }
void main() {
  vWorld = position;
  vWorld.xz = uTurn.zw + turned(position.xz - uTurn.zw);
  vNormal = normal;
  vNormal.xz = turned(normal.xz);
  vAlbedo = aAlbedo;
  vLook = aLook;
#ifdef ROOTS
  vAlbedo = sqrt(uExposure * struck(normalize(vNormal), aAlbedo, aLook, normalize(uEye - vWorld)));
#endif
  gl_Position = uView * vec4(vWorld, 1.);
}`;

export const SOLID_FRAGMENT = `${FRAGMENT_HEAD}
in vec3 vNormal, vAlbedo;
in vec4 vLook;
uniform sampler2DArray uDetail;
float grained() { return texture(uDetail, vec3(vec2(vWorld.x + vWorld.z, vWorld.z + vWorld.y) / vec2(1.6, .9), TIMBER)).r - .5; }
#ifdef ROOTS
void main() { emit(vAlbedo * (1. + .37 * vLook.y * grained())); }
#else
${SOLID_LIGHT}
void main() {
  vec3 albedo = vAlbedo;
  if (vLook.y > .5) albedo *= 1. + .75 * grained();
  emit(struck(normalize(vNormal), albedo, vLook, normalize(uEye - vWorld)));
}
#endif`;

/** Glass hoods: 3.5 % mirror rising to 60 % at grazing, edges brighter; the pattern's layer 1 marks an edge. */
export const GLASS_FRAGMENT = `${FRAGMENT_HEAD}
in vec3 vNormal, vOwn, vAlbedo, vLight;
flat in vec4 vPattern;
uniform vec3 uCube[6];
void main() {
  vec3 n = normalize(vNormal), sight = normalize(uEye - vWorld);
  bool isEdge = vPattern.x > .5;
  float cover = isEdge ? .5 : .035 + .6 * pow(1. - abs(dot(n, sight)), 5.);
  float up = abs(reflect(-sight, n).y);
  vec3 around = mix(uCube[3] * .6, mix(uCube[4] * .7, uDay * .5, smoothstep(.1, .7, up)), .7);
  outColour = vec4(shown(EXPOSED(around * (isEdge ? 1.3 : 1.))) * cover, cover);
}`;
