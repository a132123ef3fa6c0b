import { describe, expect, it } from 'vitest';
import { haltsOnPlan, MARK_M, viewsOf } from '../../../../../web/components/tour/way';
import { sampleExhibit } from '../../sample';

const exhibit = sampleExhibit();
const tour = exhibit.tours[0];
if (!tour) throw new Error('The sample has a tour.');
const halt = (id: string, at: string) => ({ id, at, text: {}, derived: { tree: {}, recording: null } });

describe('a halt is seen', () => {
  it.each([
    ['section:ford', ['object', 'gallery', 'timeline', 'story']],
    ['object:stamps', ['object', 'gallery', 'timeline', 'story']],
    ['object:stray', ['object']],
    ['event:ford-named', ['gallery', 'timeline', 'story']]
  ])('of %s in %j', (at, views) => {
    const seen = viewsOf(exhibit, 'zh-Hans', 'pupils', halt('x', at));
    expect(seen.map(({ view }) => view)).toEqual(views);
    for (const { href } of seen) expect(href).toContain('?at=stop:pupils%2Fx');
  });
});

describe('halts on the plan', () => {
  it('stand in their rooms, none over another, and those that hang nowhere on none', () => {
    const stops = [
      ...Array.from({ length: 5 }, (_, index) => halt(`s${index}`, 'object:stamps')),
      halt('no', 'object:stray')
    ];
    const spots = haltsOnPlan(exhibit, { ...tour, stops });
    expect(spots.at(-1)).toBeNull();
    const placed = spots.filter((spot) => spot !== null);
    expect(placed).toHaveLength(5);
    const room = exhibit.derived.rooms.rooms.find(({ id }) => id === 'machines');
    for (const [index, spot] of placed.entries()) {
      expect(spot.xM).toBeGreaterThanOrEqual((room?.xM ?? 0) + MARK_M);
      expect(spot.xM).toBeLessThan((room?.xM ?? 0) + (room?.widthM ?? 0) - MARK_M);
      for (const other of placed.slice(0, index)) {
        expect(Math.hypot(spot.xM - other.xM, spot.zM - other.zM)).toBeGreaterThan(MARK_M);
      }
    }
  });
});
