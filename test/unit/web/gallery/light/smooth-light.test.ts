import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planGallery } from '../../../../../exhibits/plan/plan-gallery';
import { chartsOf } from '../../../../../web/gallery/light/charts';
import { formFactor } from '../../../../../web/gallery/light/form-factor';
import { knotsAlong, readingOf } from '../../../../../web/gallery/light/knots';
import { litRoom, onSide, SURFACES, type LitRoom } from '../../../../../web/gallery/light/lit-room';
import { coarseLight, skyOf } from '../../../../../web/gallery/light/radiosity';
import { smoothRows } from '../../../../../web/gallery/light/smooth-light';
import { THEMES } from '../../../../../web/gallery/themes';
import { exhibitOf } from '../../../exhibits/plan/sample';

const rooms = [[4], [25, 25, 25, 25, 25, 25], [1, 12, 30]]
  .flatMap((counts) => planGallery(exhibitOf(counts)).rooms)
  .map((room): LitRoom => litRoom(room, THEMES.river));

describe('light read between knots', () => {
  it('is the exact form factor of lay-light and doorways within two per cent, wherever one looks', () => {
    const readers = rooms.map((room) => {
      const coarse = coarseLight(room);
      const charts = chartsOf(room.sides);
      return (name: (typeof SURFACES)[number]) => {
        const side = room.sides.find((one) => one.name === name);
        if (!side) throw new Error(`${room.id} has no ${name}`);
        return { room, side, chart: charts[name], row: smoothRows(room, side, charts[name], coarse) };
      };
    });
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.nat(rooms.length - 1), fc.constantFrom(...SURFACES), share, share, (index, name, across, down) => {
        const reader = readers[index]?.(name);
        if (!reader) throw new Error('a room was chosen');
        const { room, side, chart, row } = reader;
        const i = Math.round(across * (chart.columns - 1));
        const j = Math.round(down * (chart.rows - 1));
        const inside = (at: number, length: number) => Math.min(length - 0.015, Math.max(0.015, at));
        const u = inside((i / (chart.columns - 1)) * side.lengthU, side.lengthU);
        const v = inside((j / (chart.rows - 1)) * side.lengthV, side.lengthV);
        const exact = (shape: Float64Array) => formFactor(...onSide(side, u, v), ...side.normal, shape);
        const read = row(j);
        const sky = name === 'ceiling' ? 0 : exact(skyOf(room));
        expect(Math.abs((read.sky[i] ?? NaN) - sky)).toBeLessThan(0.02 * sky + 0.002);
        const doorways = room.portals
          .filter((portal) => portal.wall !== name)
          .reduce((sum, portal) => sum + exact(portal.shape), 0);
        expect(Math.abs((read.doorways[i] ?? NaN) - doorways)).toBeLessThan(0.02 * doorways + 0.004);
      }),
      { numRuns: 400, seed: 1860 }
    );
  });

  it('reads a straight slope as it is, and goes no further than its ends', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 2, max: 40, noNaN: true }),
        fc.double({ min: 0.1, max: 0.9, noNaN: true }),
        (length, mark) => {
          const knots = knotsAlong(length, 0.12, [mark * length]);
          for (let k = 1; k < knots.length; k++) expect((knots[k] ?? 0) - (knots[k - 1] ?? 0)).toBeGreaterThan(0.01);
          expect(knots[0]).toBe(0);
          expect(knots[knots.length - 1]).toBeCloseTo(length, 9);
          const places = Float64Array.of(0, length * 0.31, length * mark, length * 0.97, length + 1).sort();
          const { first, weights } = readingOf(knots, places);
          places.forEach((place, i) => {
            let sum = 0;
            for (let n = 0; n < 4; n++) sum += (weights[i * 4 + n] ?? 0) * (knots[(first[i] ?? 0) + n] ?? NaN);
            expect(sum).toBeCloseTo(Math.min(place, length), 4);
          });
        }
      )
    );
  });
});
