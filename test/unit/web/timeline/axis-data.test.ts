import fc from 'fast-check';
import { expect, test } from 'vitest';
import { facetsOf, packEvents, unpackEvents, type AxisData } from '../../../../web/timeline/axis-data';
import { axisEvent } from './sample-axis';

const DATES = ['1900', '1901-05?', '1892~', '1860~/1949?', '../1949', '1860/..', '[1400,1402~]', '1878-07-24', '1892%'];

test('events come out of their columns as they went in, facets and all', () => {
  const id = fc.constantFrom('post', 'rail', 'river');
  const made = fc.record({
    date: fc.constantFrom(...DATES),
    tag: fc.uniqueArray(id),
    place: fc.uniqueArray(id, { maxLength: 1 })
  });
  fc.assert(
    fc.property(fc.array(made), (list) => {
      const events = list.map(({ date, tag, place }, index) => ({
        ...axisEvent(`e${index}`, date, index % 3),
        facets: { lane: [], tag, place, person: [] }
      }));
      const packed = JSON.parse(JSON.stringify(packEvents(events))) as ReturnType<typeof packEvents>;
      const data = { ...packed, facets: { ...packed.facets, lane: ['a', 'b'] } } as AxisData;
      expect(unpackEvents(data)).toEqual(events.map(({ facets: _, ...event }) => event));
      events.forEach(({ facets, lane }, index) => {
        expect(facetsOf(data, index)).toEqual({ ...facets, lane: [['a'], ['b'], []][lane] });
      });
    })
  );
});
