import { describe, expect, it } from 'vitest';
import { planGallery } from '../../../../../exhibits/plan/plan-gallery';
import { chartsOf, LAYER } from '../../../../../web/gallery/light/charts';
import { cloudTones } from '../../../../../web/gallery/light/clouds';
import { formFactor, quad } from '../../../../../web/gallery/light/form-factor';
import { litRoom, SURFACES } from '../../../../../web/gallery/light/lit-room';
import { bakeRoom } from '../../../../../web/gallery/light/lumels';
import { packLights } from '../../../../../web/gallery/light/pack-light';
import { THEMES } from '../../../../../web/gallery/themes';
import { exhibitOf } from '../../../exhibits/plan/sample';

describe('the form factor of a polygon', () => {
  it('is that of two parallel unit squares one metre apart, seen from the middle', () => {
    const above = quad(-0.5, 1, -0.5, 0.5, 1, -0.5, 0.5, 1, 0.5, -0.5, 1, 0.5);
    expect(formFactor(0, 0, 0, 0, 1, 0, above)).toBeCloseTo(0.2395, 3);
  });

  it('is one for a plane without end and nothing for what lies behind', () => {
    const sky = quad(-1e5, 1, -1e5, 1e5, 1, -1e5, 1e5, 1, 1e5, -1e5, 1, 1e5);
    expect(formFactor(0, 0, 0, 0, 1, 0, sky)).toBeCloseTo(1, 3);
    expect(formFactor(0, 0, 0, 0, -1, 0, sky)).toBe(0);
  });

  it('counts only what is above the horizon', () => {
    const beside = quad(1, -5, -5, 1, 5, -5, 1, 5, 5, 1, -5, 5);
    const upper = quad(1, 0, -5, 1, 5, -5, 1, 5, 5, 1, 0, 5);
    expect(formFactor(0, 0, 0, 0, 1, 0, beside)).toBeCloseTo(formFactor(0, 0, 0, 0, 1, 0, upper), 9);
  });
});

describe('light packed into 32 bits', () => {
  it('comes back within half a per cent of its largest part', () => {
    for (const light of [
      [1, 0.9, 0.76],
      [0.003, 0.002, 0.001],
      [12, 0.5, 0],
      [0.9999, 0.9999, 0.9999]
    ] as const) {
      const [red, green, blue] = light;
      const back = unpack(packed(red, green, blue));
      const largest = Math.max(...light);
      light.forEach((value, i) => expect(Math.abs((back[i] ?? 0) - value)).toBeLessThan(largest / 200));
    }
  });

  it('is nothing for nothing and for nonsense', () => {
    expect(packed(0, 0, 0)).toBe(0);
    expect(packed(NaN, -1, -Infinity)).toBe(0);
  });
});

describe('a room that is lit', () => {
  const plan = planGallery(exhibitOf([4]));
  const room = plan.rooms[0];
  if (!room) throw new Error('one room was planned');
  const lit = litRoom(room, THEMES.river);
  const charts = chartsOf(lit.sides);
  const baked = bakeRoom(lit, cloudTones());
  const lightAt = (name: (typeof SURFACES)[number], u: number, v: number) => {
    const chart = charts[name];
    const x = chart.x + Math.round((u / chart.lengthU) * (chart.columns - 1));
    const y = chart.y + Math.round((v / chart.lengthV) * (chart.rows - 1));
    return unpack(baked.texels[y * LAYER.width + x] ?? 0)[1] ?? 0;
  };

  it('has every side on its own part of the map', () => {
    const owner = new Map<number, string>();
    for (const name of SURFACES) {
      const { x, y, columns, rows } = charts[name];
      expect(x + columns).toBeLessThanOrEqual(LAYER.width);
      expect(y + rows).toBeLessThanOrEqual(LAYER.height);
      for (let j = 0; j < rows; j += 7) {
        for (let i = 0; i < columns; i += 7) {
          const texel = (y + j) * LAYER.width + x + i;
          expect(owner.get(texel) ?? name).toBe(name);
          owner.set(texel, name);
        }
      }
    }
  });

  it('has a pool of light on each work, brighter than the wall beside it', () => {
    for (const work of room.works) {
      const name = work.wall as 'north';
      const onWork = lightAt(name, work.xM, 1.5);
      const beside = lightAt(name, Math.max(0.1, work.xM - 1.6), 1.5);
      expect(onWork).toBeGreaterThan(beside * 1.15);
    }
  });

  it('falls off towards corners and is never black', () => {
    expect(lightAt('floor', 0.05, 0.05)).toBeLessThan(lightAt('floor', room.widthM / 2 - 2.5, room.depthM / 2) * 0.6);
    for (const name of SURFACES) expect(lightAt(name, 0.5, 0.5)).toBeGreaterThan(0.02);
  });

  it('has a shadow under its bench', () => {
    const bench = room.benches[0];
    if (!bench) throw new Error('the room has a bench');
    const [u, v] = [bench.xM - room.xM, bench.zM - room.zM];
    expect(lightAt('floor', u, v)).toBeLessThan(lightAt('floor', u, v + 1.6) * 0.7);
  });
});

function packed(red: number, green: number, blue: number): number {
  const texels = new Uint32Array(1);
  packLights(Float32Array.of(red), Float32Array.of(green), Float32Array.of(blue), texels, 0);
  return texels[0] ?? 0;
}

function unpack(word: number): number[] {
  const scale = Math.pow(2, (word >>> 27) - 24);
  return [(word & 511) * scale, ((word >>> 9) & 511) * scale, ((word >>> 18) & 511) * scale];
}
