import { FRAGMENT_HEAD, VERTEX_HEAD } from './common';

/** Walls, ceilings, mouldings, lay-lights, tracks: everything built of one room but its floor. */
export const SHELL_VERTEX = `${VERTEX_HEAD}
in vec3 aLight, aOwn, aAlbedo;
in vec4 aPattern;
out vec3 vWorld, vNormal, vOwn, vAlbedo, vLight;
flat out vec4 vPattern;
#ifdef ROOTS
uniform float uExposure;
uniform vec3 uSpot;
#endif
void main() {
  vWorld = position;
  vNormal = normal;
  vOwn = aOwn;
  vAlbedo = aAlbedo;
  vLight = aLight;
  vPattern = aPattern;
#ifdef ROOTS
  // Corners have light of the map or light of their own, never both, so roots may be added.
  bool isPane = aPattern.x < -.5;
  vOwn = sqrt((isPane ? vec3(1.) : aAlbedo) * (aPattern.x < -1.5 ? uSpot : vec3(1.)) * aOwn * uExposure);
  vAlbedo = sqrt(aAlbedo);
  vLight.z = sqrt(aLight.z);
  vPattern = vec4(floor(aPattern.x + .01), aPattern.y, aPattern.z * .3, 0.);
#endif
  gl_Position = uView * vec4(position, 1.);
}`;

export const SHELL_FRAGMENT = `${FRAGMENT_HEAD}
in vec3 vNormal, vOwn, vAlbedo, vLight;
flat in vec4 vPattern;
uniform sampler2DArray uLightMap, uDetail;
uniform float uLayer;
#ifdef ROOTS
// Without the grain of the surfaces, whose fetch costs as much as all light; their large clouds are in the light.
void main() { emit(LIT(vec3(vLight.xy, uLayer)) * vLight.z * vAlbedo + vOwn); }
#else
void main() {
  if (vPattern.x < -1.5) { emit(uSpot * vOwn); return; }
  if (vPattern.x < -.5) {
    // Panes differ a little and darken towards their bars.
    vec2 cell = vWorld.xz * vPattern.y;
    vec2 edge = abs(fract(cell) - .5) * 2.;
    float corner = max(edge.x, edge.y);
    corner *= corner;
    emit(vOwn * (.93 + .07 * grain(floor(cell) * 17. + 7.)) * (1. - .1 * corner * corner * corner));
    return;
  }
  vec3 light = LIT(vec3(vLight.xy, uLayer)) * vLight.z + vOwn;
  vec3 a = abs(vNormal);
  vec2 at = (a.y > .6 ? vWorld.xz : a.x > .6 ? vWorld.zy : vWorld.xy) * vPattern.y;
  if (fract(vPattern.x) > .1) at = at.yx;
  vec2 detail = texture(uDetail, vec3(at, floor(vPattern.x + .01))).rg;
  vec3 albedo = vAlbedo * (1. + vPattern.z * (detail.r - .5) * .6);
  light *= 1. - (detail.g - .5) * .28 * vPattern.w;
  emit(max(albedo * light, vec3(0.)));
}
#endif`;
