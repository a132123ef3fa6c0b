import { describe, expect, it } from 'vitest';
import { watchDwell } from '../../../../../web/components/gallery/dwell';

/** A page of events alone: what the gallery tells the recorder through. */
function page() {
  const root = new EventTarget();
  const told: unknown[] = [];
  root.addEventListener('lantai:stay', (event) => told.push((event as CustomEvent).detail));
  return { root, told, dwell: watchDwell(root as unknown as Document) };
}

describe('dwell in the gallery', () => {
  it('tells the recorder what one stands before, until one goes on', () => {
    const { dwell, told } = page();
    dwell.lookAt('object:large-dragon');
    dwell.lookAt('object:large-dragon');
    dwell.lookAt(null);
    expect(told).toEqual([
      { place: 'work', target: 'object:large-dragon' },
      { place: 'work', target: null }
    ]);
  });

  it('tells of the room beside the works in it', () => {
    const { dwell, told } = page();
    dwell.enter('machines');
    dwell.lookAt('object:large-dragon');
    dwell.enter('river');
    expect(told).toEqual([
      { place: 'room', target: 'room:machines' },
      { place: 'work', target: 'object:large-dragon' },
      { place: 'room', target: 'room:river' }
    ]);
  });

  it('takes a title wall for no work', () => {
    const { dwell, told } = page();
    dwell.lookAt('object:large-dragon');
    dwell.lookAt('room:machines');
    expect(told.at(-1)).toEqual({ place: 'work', target: null });
  });

  it('tells of what lies over the room instead, and then of what one stands before by now', () => {
    const { dwell, told } = page();
    dwell.lookAt('object:large-dragon');
    dwell.cover(null);
    dwell.lookAt('object:steamer');
    dwell.uncover();
    dwell.cover('object:rules');
    dwell.cover('object:rates');
    dwell.uncover();
    expect(told.map((detail) => (detail as { target: string | null }).target)).toEqual([
      'object:large-dragon',
      null,
      'object:steamer',
      'object:rules',
      'object:rates',
      'object:steamer'
    ]);
  });

  it('tells again when a page drawn ahead of time is shown', () => {
    const { dwell, told, root } = page();
    dwell.enter('machines');
    dwell.lookAt('object:large-dragon');
    told.length = 0;
    root.dispatchEvent(new Event('prerenderingchange'));
    expect(told).toEqual([
      { place: 'room', target: 'room:machines' },
      { place: 'work', target: 'object:large-dragon' }
    ]);
  });
});
