import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TourWalk, type WalkedTour } from '../../../../../web/components/gallery/tour-walk';

const tour: WalkedTour = {
  id: 'pupils',
  title: '小学生导览',
  lang: null,
  stops: [
    { id: 'ford', stop: 0, text: '渡口', seconds: 10 },
    { id: 'stamps', stop: 7, text: '邮票', seconds: 8 },
    { id: 'bridge', stop: 9, text: '桥', seconds: 6 }
  ]
};

function walk() {
  const went: number[] = [];
  const told: string[] = [];
  const guide = new TourWalk(
    {
      go: (stop) => went.push(stop),
      show: () => undefined,
      engage: (type, target) => told.push(`${type} ${target}`)
    },
    () => Date.now()
  );
  return { guide, went, told };
}

describe('a guided tour in the gallery', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('walks to a halt, waits for the reading time and goes on', () => {
    const { guide, went } = walk();
    guide.start(tour);
    expect(went).toEqual([0]);
    vi.advanceTimersByTime(60_000);
    expect(went).toEqual([0]);
    guide.arrived(0);
    vi.advanceTimersByTime(9_900);
    expect(went).toEqual([0]);
    vi.advanceTimersByTime(200);
    expect(went).toEqual([0, 7]);
    expect(guide.reference).toBe('stop:pupils/stamps');
  });

  it('stands still while paused and reads on for what was left', () => {
    const { guide, went } = walk();
    guide.start(tour);
    guide.arrived(0);
    vi.advanceTimersByTime(6_000);
    guide.pause();
    vi.advanceTimersByTime(60_000);
    guide.resume(false);
    vi.advanceTimersByTime(3_900);
    expect(went).toEqual([0]);
    vi.advanceTimersByTime(200);
    expect(went).toEqual([0, 7]);
  });

  it('walks back to its halt when the visitor has gone away meanwhile', () => {
    const { guide, went } = walk();
    guide.start(tour, 1);
    guide.arrived(7);
    guide.pause();
    guide.resume(true);
    expect(went).toEqual([7, 7]);
  });

  it('does not begin to read at another stop passed by', () => {
    const { guide, went } = walk();
    guide.start(tour, 1);
    guide.arrived(3);
    vi.advanceTimersByTime(60_000);
    expect(went).toEqual([7]);
  });

  it('tells each halt once, the last one ends the tour', () => {
    const { guide, told } = walk();
    guide.start(tour);
    guide.arrived(0);
    guide.step(1);
    guide.arrived(7);
    guide.step(-1);
    guide.arrived(0);
    guide.step(1);
    guide.arrived(7);
    vi.advanceTimersByTime(8_100);
    guide.arrived(9);
    expect(told).toEqual([
      'tour-stop stop:pupils/ford',
      'tour-stop stop:pupils/stamps',
      'tour-stop stop:pupils/bridge',
      'tour-done tour:pupils'
    ]);
    vi.advanceTimersByTime(6_100);
    expect(guide.state).toBeNull();
  });

  it('goes no farther back than its first halt', () => {
    const { guide, went } = walk();
    guide.start(tour);
    guide.step(-1);
    expect(went).toEqual([0, 0]);
  });
});
