import { describe, expect, it } from 'vitest';
import { Slots } from '../../../../../web/gallery/stream/slots';

const NONE = new Set<string>();

describe('a pool of texture layers', () => {
  it('gives each key its own slot until none is free', () => {
    const slots = new Slots(3);
    const given = ['a', 'b', 'c'].map((key) => slots.claim(key, NONE)?.slot);
    expect(new Set(given).size).toBe(3);
    expect(slots.touch('b')).toBe(given[1]);
  });

  it('takes back the slot that was unused longest', () => {
    const slots = new Slots(2);
    slots.claim('a', NONE);
    slots.claim('b', NONE);
    slots.touch('a');
    expect(slots.claim('c', NONE)?.evicted).toBe('b');
    expect(slots.touch('b')).toBeUndefined();
  });

  it('never takes back what is still wanted', () => {
    const slots = new Slots(2);
    slots.claim('a', NONE);
    slots.claim('b', NONE);
    expect(slots.claim('c', new Set(['a', 'b']))).toBeNull();
    expect(slots.claim('c', new Set(['a']))?.evicted).toBe('b');
  });

  it('is empty after clearing, and whole again', () => {
    const slots = new Slots(2);
    slots.claim('a', NONE);
    slots.claim('b', NONE);
    expect(slots.clear().sort()).toEqual(['a', 'b']);
    expect(slots.claim('c', NONE)?.evicted).toBeNull();
    expect(slots.claim('d', NONE)?.evicted).toBeNull();
  });
});
