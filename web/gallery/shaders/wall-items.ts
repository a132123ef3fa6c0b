import { LABEL } from '../../../exhibits/plan/measures';
import { FRAGMENT_HEAD, VERTEX_HEAD, WALL_ITEM_FRAGMENT, WALL_ITEM_VERTEX } from './common';

export const PLAIN_ITEM_VERTEX = `${VERTEX_HEAD}${WALL_ITEM_VERTEX}
void main() { place(position.xy, 0.); }`;

/** Contact shadows: boxes blurred by the error function; iSize.zw = strength, depth of the thing. */
export const SHADOW_FRAGMENT = `${FRAGMENT_HEAD}${WALL_ITEM_FRAGMENT}
#ifdef ROOTS
float erf(float x) { x = clamp(x * .63, -1., 1.); return x * (1.5 - .5 * x * x); }
#else
float erf(float x) {
  float a = abs(x), t = 1. / (1. + .3275911 * a);
  return sign(x) * (1. - ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - .284496736) * t + .254829592) * t * exp(-a * a));
}
#endif
float soft(vec2 p, vec2 half_, float blur) {
  vec2 a = (p + half_) / (blur * 1.4142), b = (p - half_) / (blur * 1.4142);
  return .25 * (erf(a.x) - erf(b.x)) * (erf(a.y) - erf(b.y));
}
void main() {
  vec2 half_ = vSize.xy;
  float deep = vSize.w;
#ifdef ROOTS
  // Two boxes: a software renderer works out both sides of a choice.
  float wall = 1. - vLook.x;
  float shade = soft(vAt + vec2(0., deep * 1.2 * wall), half_ + .004, deep * (.35 + .25 * wall)) * (.55 + .25 * wall)
    + soft(vAt + vec2(0., deep * .7 * wall), half_ + mix(.01, deep * .4, wall), deep * (1.3 + .5 * wall)) * (.38 - .05 * wall);
#else
  float shade = vLook.x > .5
    ? soft(vAt, half_ + .004, deep * .35) * .55 + soft(vAt, half_ + .01, deep * 1.3) * .38
    : soft(vAt + vec2(0., deep * 1.5), half_ - .004, deep * .62) * .66
      + soft(vAt + vec2(0., deep * .3), half_ + .002, deep * .25) * .45
      + soft(vAt + vec2(0., deep * .8), half_ + deep * .5, deep * 2.1) * .26;
#endif
  outColour = vec4(vec3(.008, .006, .005), clamp(shade, 0., .86) * vSize.z);
}`;

/**
 * Cards with the text of a label, in greys between ink and paper; iLook = layer, fade, light of its own where no wall
 * carries it, place of the cinnabar rule.
 */
export const LABEL_FRAGMENT = `${FRAGMENT_HEAD}${WALL_ITEM_FRAGMENT}
uniform sampler2DArray uLabels;
void main() {
  vec3 light = vLook.z > 0. ? vec3(EXPOSED(vLook.z)) : LIT(vMap);
  vec3 card = R(vec3(.964, .939, .879));
  if (vLook.y > 0.) {
    vec2 uv = vAt / vSize.xy * vec2(.5, -.5) + .5;
    float grey = texture(uLabels, vec3(uv, vLook.x)).r;
    vec3 drawn = mix(R(vec3(.013, .0103, .008)), card, R(grey * grey));
    // In millimetres: the rule begins at the margin and is 18 long, 1.4 high.
    vec2 mm = (uv - vec2(0., vLook.w)) * vec2(${LABEL.width * 1000}., ${LABEL.height * 1000}.) - vec2(26., .7);
    vec2 edge = fwidth(mm) * .5, inside = vec2(9., .7) - abs(mm);
    vec2 cover = clamp(inside / edge * .5 + .5, 0., 1.) * min(vec2(1.), vec2(9., .7) / edge);
    card = mix(card, mix(drawn, R(vec3(.367, .0137, .016)), cover.x * cover.y), vLook.y);
  }
  card = mix(card * R(.8), card, smoothstep(0., .0016, vSize.y + vAt.y));
  emit(card * light);
}`;

/**
 * Letters in relief and flat print, white on black. Relief and shadow are the letters' own coarser levels.
 * iSize.zw = size on the texture; iLook = layer, what it is, first texel. It is letters of the title (0) or of a sign
 * (1), print of the title wall (2) or of a sign (3).
 */
export const TEXT_FRAGMENT = `${FRAGMENT_HEAD}${WALL_ITEM_FRAGMENT}
uniform sampler2DArray uTexts;
uniform vec3 uTitle, uPrint, uSign;
uniform float uGlow, uTexel;
void main() {
  vec3 light = LIT(vMap);
#ifdef ROOTS
  light *= light / uExposure;
#endif
  vec2 uv = (vAt / vSize.xy * vec2(.5, -.5) + .5) * vSize.zw + vLook.zw;
  float ink = texture(uTexts, vec3(uv, vLook.x)).r;
  bool isSign = mod(vLook.y, 2.) > .5;
  if (vLook.y > 1.5) {
    float print = ink * .92;
    vec3 printed = (isSign ? uSign : uPrint) * (light + uGlow * .3);
    outColour = vec4(shown(EXPOSED(printed)) * print, print);
    return;
  }
  vec2 texels = fwidth(uv) / uTexel;
  float level = max(0., log2(max(texels.x, texels.y)));
  float e = 2. * uTexel * max(1., exp2(level - 1.));
  float fine = max(2.2, level);
  vec3 colour = isSign ? uSign : uTitle;
#ifdef ROOTS
  float above = textureLod(uTexts, vec3(uv - vec2(0., e), vLook.x), fine).r - textureLod(uTexts, vec3(uv + vec2(0., e), vLook.x), fine).r;
  float shadow = textureLod(uTexts, vec3(uv - vec2(0., 11.) * uTexel, vLook.x), max(3.7, level)).r;
  float edge = 1. - above * .8;
#else
  float a = textureLod(uTexts, vec3(uv + vec2(-e, -e), vLook.x), fine).r;
  float b = textureLod(uTexts, vec3(uv + vec2(e, -e), vLook.x), fine).r;
  float c = textureLod(uTexts, vec3(uv + vec2(-e, e), vLook.x), fine).r;
  float d = textureLod(uTexts, vec3(uv + vec2(e, e), vLook.x), fine).r;
  float above = (a + b - c - d) * .4;
  float beside = (a + c - b - d) * .4;
  float shadow = textureLod(uTexts, vec3(uv - vec2(5., 11.) * uTexel, vLook.x), max(3.7, level)).r * .5
    + textureLod(uTexts, vec3(uv - vec2(-5., 11.) * uTexel, vLook.x), max(3.7, level)).r * .5;
  float edge = 1. - above - beside * .12;
#endif
  vec3 letters = colour * (light * clamp(edge, .35, 1.9) + uGlow * .55 * vec3(1., .88, .66));
  float cover = shadow * .62 * (1. - ink) + ink;
  outColour = vec4(shown(EXPOSED(letters * ink / max(cover, .001))) * cover, cover);
}`;
