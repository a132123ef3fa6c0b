import fc from 'fast-check';
import type { PlanInput } from '../../../../exhibits/plan/plan-gallery';
import type { HungObject } from '../../../../exhibits/plan/work-size';

/** An exhibit of sections with so many works each, all drawings 90 cm wide unless told otherwise. */
export function exhibitOf(counts: number[], object: Partial<HungObject> = {}): PlanInput {
  const objects: Record<string, HungObject> = {};
  const sections = counts.map((count, index) => ({
    id: `s${index + 1}`,
    title: { 'zh-Hans': `第${index + 1}室`, en: `Room ${index + 1}` },
    blocks: Array.from({ length: count }, (_, work) => {
      const id = `s${index + 1}-${work + 1}`;
      objects[id] = { kind: 'drawing', title: { en: id }, aspect: 1.4, ...object };
      return { object: id };
    })
  }));
  return { sections, objects, theme: 'river' };
}

/** Sizes as files really have them: postcards, maps, scrolls, banners wider than any wall, and nonsense. */
const wildObject: fc.Arbitrary<HungObject> = fc.record(
  {
    kind: fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom('drawing' as const, 'document' as const, 'chart' as const) },
      { weight: 1, arbitrary: fc.constant('model' as const) }
    ),
    title: fc.constant({ en: 'A work' }),
    aspect: fc.oneof(fc.double({ min: 0.3, max: 4, noNaN: true }), fc.constantFrom(0, -1, NaN, Infinity, 0.0001, 900)),
    widthCm: fc.oneof(fc.double({ min: 0.5, max: 400, noNaN: true }), fc.constantFrom(0.01, 10_000)),
    heightCm: fc.double({ min: 0.5, max: 1000, noNaN: true }),
    depthCm: fc.double({ min: 0.5, max: 1000, noNaN: true }),
    hangWidthCm: fc.double({ min: 5, max: 1200, noNaN: true })
  },
  { requiredKeys: ['kind', 'title', 'aspect'] }
);

/** Exhibits of one to twelve sections with 0 to `most` works in all. */
export function wildExhibit(most: number): fc.Arbitrary<PlanInput> {
  return fc
    .tuple(fc.integer({ min: 1, max: 12 }), fc.array(wildObject, { maxLength: most, size: 'max' }))
    .map(([sectionCount, list]) => {
      const objects = Object.fromEntries(list.map((object, index) => [`o${index}`, object]));
      const share = Math.ceil(list.length / sectionCount);
      const sections = Array.from({ length: sectionCount }, (_, index) => ({
        id: `s${index}`,
        title: { en: `Section ${index}` },
        blocks: list
          .slice(index * share, (index + 1) * share)
          .map((_, work) => ({ object: `o${index * share + work}` }))
      }));
      return { sections, objects, theme: 'river' as const };
    });
}
