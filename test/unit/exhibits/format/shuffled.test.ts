import fc from 'fast-check';
import { expect, it } from 'vitest';
import { shuffled } from '../../../../exhibits/format/shuffled';

it('mixes the same way for the same words', () => {
  expect(shuffled(6, 'telegraph-lines')).toEqual(shuffled(6, 'telegraph-lines'));
  expect(shuffled(8, 'telegraph-lines')).not.toEqual(shuffled(8, 'bridges'));
});

it('keeps every place once, and never the order it began with', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 9 }), fc.string(), (count, words) => {
      const places = shuffled(count, words);
      const written = Array.from({ length: count }, (_, place) => place);
      expect(places.toSorted()).toEqual(written);
      expect(places).not.toEqual(written);
    })
  );
});

it('has nothing to mix of one or none', () => {
  expect([shuffled(0, 'x'), shuffled(1, 'x')]).toEqual([[], [0]]);
});
