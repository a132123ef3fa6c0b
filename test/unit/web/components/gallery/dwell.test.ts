import { describe, expect, it } from 'vitest';
import { watchDwell } from '../../../../../web/components/gallery/dwell';

/** A page of events alone: what the dwell clock listens to and speaks through. */
function page() {
  const view = new EventTarget();
  const told: unknown[] = [];
  let time = 0;
  const root = Object.assign(new EventTarget(), { visibilityState: 'visible', defaultView: view });
  root.addEventListener('lantai:engage', (event) => told.push((event as CustomEvent).detail));
  const dwell = watchDwell(root as unknown as Document, () => time);
  const show = (state: string) => {
    root.visibilityState = state;
    root.dispatchEvent(new Event('visibilitychange'));
  };
  return {
    dwell,
    told,
    show,
    leave: () => view.dispatchEvent(new Event('pagehide')),
    wait: (ms: number) => (time += ms)
  };
}

describe('dwell in the gallery', () => {
  it('is told when one leaves a work after two seconds or more', () => {
    const { dwell, told, wait } = page();
    dwell.lookAt('object:large-dragon');
    wait(2500);
    dwell.lookAt(null);
    expect(told).toEqual([{ type: 'view', target: 'object:large-dragon', durationMs: 2500 }]);
  });

  it('is not told of a passing glance', () => {
    const { dwell, told, wait } = page();
    dwell.lookAt('object:large-dragon');
    wait(1900);
    dwell.lookAt('object:stamp-sheet');
    expect(told).toEqual([]);
  });

  it('does not count while the page is hidden', () => {
    const { dwell, told, show, wait } = page();
    dwell.lookAt('object:large-dragon');
    wait(3000);
    show('hidden');
    wait(60_000);
    show('visible');
    wait(2200);
    dwell.lookAt(null);
    expect(told).toEqual([
      { type: 'view', target: 'object:large-dragon', durationMs: 3000 },
      { type: 'view', target: 'object:large-dragon', durationMs: 2200 }
    ]);
  });

  it('counts the room beside the works in it, and tells both when the page goes', () => {
    const { dwell, told, leave, wait } = page();
    dwell.enter('machines');
    dwell.lookAt('object:large-dragon');
    wait(4000);
    leave();
    expect(told).toEqual([
      { type: 'view', target: 'object:large-dragon', durationMs: 4000 },
      { type: 'view', target: 'room:machines', durationMs: 4000 }
    ]);
  });

  it('does not count a title wall as a work', () => {
    const { dwell, told, wait } = page();
    dwell.lookAt('room:machines');
    wait(9000);
    dwell.lookAt(null);
    expect(told).toEqual([]);
  });
});
