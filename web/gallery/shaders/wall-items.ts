import { FRAGMENT_HEAD, VERTEX_HEAD, WALL_ITEM_FRAGMENT, WALL_ITEM_VERTEX } from './common';

export const PLAIN_ITEM_VERTEX = `${VERTEX_HEAD}${WALL_ITEM_VERTEX}
void main() { place(position.xy, 0.); }`;

/** Contact shadows: boxes blurred by the error function; iSize.zw = strength, depth of the thing. */
export const SHADOW_FRAGMENT = `${FRAGMENT_HEAD}${WALL_ITEM_FRAGMENT}
float erf(float x) {
  float a = abs(x), t = 1. / (1. + .3275911 * a);
  return sign(x) * (1. - ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - .284496736) * t + .254829592) * t * exp(-a * a));
}
float soft(vec2 p, vec2 half_, float blur) {
  vec2 a = (p + half_) / (blur * 1.4142), b = (p - half_) / (blur * 1.4142);
  return .25 * (erf(a.x) - erf(b.x)) * (erf(a.y) - erf(b.y));
}
void main() {
  vec2 half_ = vSize.xy;
  float deep = vSize.w;
  float shade = vLook.x > .5
    ? soft(vAt, half_ + .004, deep * .35) * .55 + soft(vAt, half_ + .01, deep * 1.3) * .38
    : soft(vAt + vec2(0., deep * 1.5), half_ - .004, deep * .62) * .66
      + soft(vAt + vec2(0., deep * .3), half_ + .002, deep * .25) * .45
      + soft(vAt + vec2(0., deep * .8), half_ + deep * .5, deep * 2.1) * .26;
  outColour = vec4(vec3(.008, .006, .005), clamp(shade, 0., .86) * vSize.z);
}`;

/** Cards with the text of a label; iLook = slot, fade, light of its own where no wall carries it. */
export const LABEL_FRAGMENT = `${FRAGMENT_HEAD}${WALL_ITEM_FRAGMENT}
uniform sampler2DArray uLabels;
void main() {
  vec3 light = vLook.z > 0. ? vec3(vLook.z) : texture(uLightMap, vMap).rgb;
  vec3 card = vec3(.964, .939, .879);
  if (vLook.y > 0.) {
    vec2 uv = vAt / vSize.xy * vec2(.5, -.5) + .5;
    card = mix(card, texture(uLabels, vec3(uv, vLook.x)).rgb, vLook.y);
  }
  card = mix(card * .8, card, smoothstep(0., .0016, vSize.y + vAt.y));
  emit(card * light);
}`;

/**
 * Raised letters and printed text: red = letters, green = letters blurred for relief, blue = their shadow, alpha =
 * print. iSize.zw = size on the texture; iLook = layer, is a sign, first texel.
 */
export const TEXT_FRAGMENT = `${FRAGMENT_HEAD}${WALL_ITEM_FRAGMENT}
uniform sampler2DArray uTexts;
uniform vec3 uTitle, uPrint, uSign;
uniform float uGlow, uTexel;
void main() {
  vec3 light = texture(uLightMap, vMap).rgb;
  vec2 uv = (vAt / vSize.xy * vec2(.5, -.5) + .5) * vSize.zw + vec2(vLook.z, vLook.w);
  vec4 ink = texture(uTexts, vec3(uv, vLook.x));
  float e = 2. * uTexel;
  float above = texture(uTexts, vec3(uv - vec2(0., e), vLook.x)).g - texture(uTexts, vec3(uv + vec2(0., e), vLook.x)).g;
  float beside = texture(uTexts, vec3(uv - vec2(e, 0.), vLook.x)).g - texture(uTexts, vec3(uv + vec2(e, 0.), vLook.x)).g;
  vec3 colour = vLook.y > .5 ? uSign : uTitle;
  vec3 letters = colour * (light * clamp(1. - above - beside * .12, .35, 1.9) + uGlow * .55 * vec3(1., .88, .66));
  vec3 printed = (vLook.y > .5 ? uSign : uPrint) * (light + uGlow * .3);
  float print = ink.a * .92;
  float cover = max(print, ink.b * .62 * (1. - ink.r));
  vec3 sum = printed * print * (1. - ink.r) + letters * ink.r;
  cover = cover * (1. - ink.r) + ink.r;
  outColour = vec4(encode(tone(sum / max(cover, .001))) * cover, cover);
}`;
