import { describe, expect, it } from 'vitest';
import { placed } from '../../../../web/state/place';

describe('the address of a place', () => {
  it('takes the place and keeps the rest', () => {
    expect(placed('http://x/exhibits/port/objects?kind=map', 'object:stamps')).toBe(
      'http://x/exhibits/port/objects?kind=map&at=object:stamps'
    );
  });
  it('keeps colons and slashes readable', () => {
    expect(placed('http://x/a', 'stop:pupils/one')).toBe('http://x/a?at=stop:pupils/one');
  });
  it('drops the fragment of another place', () => {
    expect(placed('http://x/a?at=object:a#object-a', 'object:b')).toBe('http://x/a?at=object:b');
  });
  it('keeps the fragment of the same place', () => {
    expect(placed('http://x/a?at=object:a#object-a', 'object:a')).toBe('http://x/a?at=object:a#object-a');
  });
  it('can be taken away', () => {
    expect(placed('http://x/a?at=object:a', null)).toBe('http://x/a');
  });
});
