import { expect, test } from 'vitest';
import { packLights } from '../../../../../web/gallery/light/pack-light';
import { rootLights } from '../../../../../web/gallery/light/root-light';

/** What a full byte stands for, once squared: the programs multiply by its root (`shaders/common.ts`). */
const MOST = 1.5811388 ** 2;

function rooted(lights: number[], exposure: number): Uint8Array {
  const texels = new Uint32Array(lights.length);
  const channel = Float32Array.from(lights);
  packLights(
    channel,
    Float32Array.from(lights, (light) => light / 2),
    new Float32Array(lights.length),
    texels,
    0
  );
  rootLights(texels, exposure);
  return new Uint8Array(texels.buffer);
}

test('a byte gives back the light with its exposure, within half a step of its root', () => {
  const lights = [0.001, 0.02, 0.11, 0.37, 0.9, 1.6];
  const exposure = 1.35;
  const bytes = rooted(lights, exposure);
  lights.forEach((light, i) => {
    for (const [channel, given] of [
      [0, light],
      [1, light / 2]
    ] as const) {
      const root = Math.sqrt((given * exposure) / MOST);
      // Half a step of the byte, and what nine bits of the packed light leave open.
      expect(Math.abs((bytes[i * 4 + channel] ?? 0) / 255 - root)).toBeLessThan(0.51 / 255 + root / 1000);
    }
  });
});

test('no light stays none, beside light and alone', () => {
  const bytes = rooted([0, 0.5], 1);
  expect([...bytes.subarray(0, 4)]).toEqual([0, 0, 0, 255]);
  expect(bytes[4 + 2]).toBe(0);
});

test('more light than a byte holds is a full one', () => {
  expect([...rooted([40], 1.2)]).toEqual([255, 255, 0, 255]);
});
