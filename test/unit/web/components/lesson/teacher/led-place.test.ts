import { describe, expect, it } from 'vitest';
import { ledPlace } from '../../../../../../web/components/lesson/teacher/led-place';

const room = { exhibit: 'port', at: 'object:stamp' };

describe('where the teacher walked to in the frame', () => {
  it('is the thing itself where it is best read', () => {
    expect(ledPlace({ exhibit: 'port', view: 'objects', at: 'object:letter' }, room)).toEqual({ at: 'object:letter' });
    expect(ledPlace({ exhibit: 'port', view: 'objects', at: 'region:letter/seal' }, room)).toEqual({
      at: 'region:letter/seal'
    });
    expect(ledPlace({ exhibit: 'port', view: 'timeline', at: 'event:first' }, room)).toEqual({ at: 'event:first' });
    expect(ledPlace({ exhibit: 'port', view: 'gallery', at: 'room:two' }, room)).toEqual({ at: 'room:two' });
    // A tour has a page of its own and is counted with the story.
    expect(ledPlace({ exhibit: 'port', view: 'story', at: 'stop:pupils/one' }, room)).toEqual({
      at: 'stop:pupils/one'
    });
  });

  it('says the view where the thing has its page in another', () => {
    expect(ledPlace({ exhibit: 'port', view: 'gallery', at: 'object:letter' }, room)).toEqual({
      at: 'object:letter',
      view: 'gallery'
    });
    expect(ledPlace({ exhibit: 'port', view: 'timeline', at: 'section:river' }, room)).toEqual({
      at: 'section:river',
      view: 'timeline'
    });
  });

  it('keeps the place of the class in a view that is at none', () => {
    expect(ledPlace({ exhibit: 'port', view: 'gallery', at: null }, room)).toEqual({
      at: 'object:stamp',
      view: 'gallery'
    });
    expect(ledPlace({ exhibit: 'port', view: 'story', at: null }, { ...room, at: null })).toBeNull();
  });

  it('is nowhere in another exhibit or outside of all', () => {
    expect(ledPlace({ exhibit: 'harbour', view: 'objects', at: 'object:letter' }, room)).toBeNull();
    expect(ledPlace({ exhibit: null, view: null, at: null }, room)).toBeNull();
  });
});
