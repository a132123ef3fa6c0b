import { FRAGMENT_HEAD, VERTEX_HEAD, WALL_ITEM_FRAGMENT, WALL_ITEM_VERTEX } from './common';

/** Sheet, window mat with its bevel, and the shadow of the rebate; iSize.zw = half size of the sheet, iLook = layer, fade, mat drop, pool (thumbnail, picture, focus, missing). */
export const PICTURE_VERTEX = `${VERTEX_HEAD}${WALL_ITEM_VERTEX}
in vec3 iTint;
flat out vec3 vTint;
#ifdef ROOTS
#define R(x) sqrt(x)
#else
#define R(x) (x)
#endif
void main() { vTint = R(iTint); place(position.xy, .004); }`;

export const PICTURE_FRAGMENT = `${FRAGMENT_HEAD}${WALL_ITEM_FRAGMENT}
flat in vec3 vTint;
uniform sampler2DArray uThumbnails, uPictures, uFocus, uDetail;
uniform vec3 uMat;
// A sheet with cut corners in thin lines, where a picture cannot be had.
vec3 missing(vec2 at, vec2 sheet, float pixel) {
  float small = min(sheet.x, sheet.y);
  vec2 p = abs(at), half_ = vec2(.34, .26) * small;
  float edge = max(max(p.x - half_.x, p.y - half_.y), (p.x + p.y - half_.x - half_.y + .12 * small) * .7071);
  float line = max(.0012, pixel * .8);
  float drawn = smoothstep(line + pixel, line, abs(edge));
  float bright = dot(vTint, vec3(.2126, .7152, .0722));
  return mix(vTint, bright > R(.18) ? vTint * R(.35) : mix(vTint, R(vec3(.8, .77, .7)), .45), drawn * .8);
}
void main() {
  vec3 light = LIT(vMap);
  vec2 sheet = vSize.zw;
  vec2 at = vAt - vec2(0., vLook.z);
  vec2 beyond = abs(at) - sheet;
  float out_ = max(beyond.x, beyond.y);
  float pixel = length(fwidth(vAt)) * .7;
  // The picture fills its square texture along its longer side only.
  vec2 uv = clamp(at / sheet * vec2(.5, -.5) + .5, 0., 1.) * min(vec2(1.), sheet / sheet.yx);
  vec3 picture = vTint;
  if (vLook.y > 0.) {
    vec3 drawn = vLook.w < .5 ? texture(uThumbnails, vec3(uv, vLook.x)).rgb
      : vLook.w < 1.5 ? texture(uPictures, vec3(uv, vLook.x)).rgb
      : vLook.w < 2.5 ? texture(uFocus, vec3(uv, 0.)).rgb : missing(at, sheet, pixel);
#ifdef ROOTS
    // The pools hold sRGB as it is: a root nearly.
    if (vLook.w < 2.5) drawn *= .86 + .14 * drawn;
#endif
    picture = mix(vTint, drawn, vLook.y);
  }
#ifdef ROOTS
  vec3 mat_ = sqrt(uMat);
#else
  vec3 mat_ = uMat * (.985 + .03 * (texture(uDetail, vec3(vAt / .16, WEAVE)).r - .5));
#endif
  // The bevel is lit from above: its lower edge bright, its upper edge dark.
  float bevel = beyond.x < beyond.y ? (at.y > 0. ? .74 : 1.06) : .93;
  vec3 colour = mix(picture, mat_ * R(bevel), smoothstep(-pixel, pixel, out_));
  colour = mix(colour, mat_, smoothstep(.0042 - pixel, .0042 + pixel, out_));
#ifdef ROOTS
  float above = max(0., vSize.y - vAt.y - .006), beside = vSize.x - abs(vAt.x);
  float dark = .34 * .0001 / (.0001 + above * above) + .2 * .00006 / (.00006 + beside * beside);
  emit(colour * light * (1. - .5 * min(dark, .75)));
#else
  float shade = out_ < 0. ? .22 * exp((at.y - sheet.y) / .006) + .08 * exp((abs(at.x) - sheet.x) / .005) : 0.;
  float below = vSize.y - vAt.y;
  shade += .34 * exp(-max(0., below - .006) / .01) + .2 * exp((abs(vAt.x) - vSize.x) / .008);
  shade += .1 * exp(-(vSize.y + vAt.y) / .006);
  colour *= light * (1. - clamp(shade, 0., .75));
  vec3 sight = normalize(uEye - vWorld);
  colour = mix(colour, uDay * .16, (.02 + .3 * pow(1. - abs(dot(sight, vNormal)), 5.)) * .6);
  emit(colour);
#endif
}`;

/** Share of the wall's light that a moulding sends to the eye: wood, highlight and grazing gloss. */
const STRUCK = `
vec3 struck(vec3 wood, vec3 normal, vec3 facing, vec3 sight) {
  vec3 from = normalize(facing * .62 + vec3(0., .85, 0.));
  return wood * (.44 + .14 * normal.y + max(dot(normal, from), 0.))
    + pow(max(dot(normal, normalize(from + sight)), 0.), 38.) * .17
    + .1 * pow(1. - max(dot(normal, sight), 0.), 5.);
}`;

/** Moulding of a frame: a mitred profile given by the geometry; aRim = corner (x, y), outward, forward. */
export const MOULDING_VERTEX = `${VERTEX_HEAD}${STRUCK}
in vec3 iPlace;
in vec4 iAxis, iSize, iLight, iWood; // wood: colour, width
in vec4 aRim;
out vec3 vWorld, vNormal, vMap, vTint;
flat out vec3 vWood, vFacing;
void main() {
  vec3 along = vec3(iAxis.x, 0., iAxis.y);
  vec3 facing = vec3(-iAxis.y, 0., iAxis.x);
  vec2 at = aRim.xy * (iSize.xy + aRim.z * iWood.w);
  vWorld = iPlace + along * at.x + vec3(0., at.y, 0.) + facing * aRim.w * .036;
  vNormal = normalize(along * normal.x + vec3(0., normal.y, 0.) + facing * normal.z);
  vFacing = facing;
  vMap = vec3(iLight.xy + iLight.zw * at, iAxis.z);
  vWood = iWood.rgb;
  gl_Position = uView * vec4(vWorld, 1.);
#ifdef ROOTS
  vTint = sqrt(struck(vWood, vNormal, facing, normalize(uEye - vWorld)));
#endif
}`;

export const MOULDING_FRAGMENT = `${FRAGMENT_HEAD}
in vec3 vNormal, vMap, vTint;
flat in vec3 vWood, vFacing;
uniform sampler2DArray uLightMap, uDetail;
#ifdef ROOTS
void main() { emit(LIT(vMap) * vTint); }
#else
${STRUCK}
void main() {
  vec3 normal = normalize(vNormal);
  float along = dot(vWorld, vec3(vFacing.z, 0., -vFacing.x));
  vec2 at = abs(normal.y) > .5 ? vec2(along, vWorld.y) : vec2(vWorld.y, along);
  vec3 wood = vWood * (1. + .5 * (texture(uDetail, vec3(at / vec2(.9, .5), TIMBER)).r - .5));
  emit(LIT(vMap) * struck(wood, normal, vFacing, normalize(uEye - vWorld)));
}
#endif`;
