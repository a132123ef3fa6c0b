import { describe, expect, it } from 'vitest';
import { ledPlace } from '../../../../../../web/components/lesson/teacher/led-place';

const at = (address: string) => {
  const { pathname, search, hash } = new URL(address, 'http://localhost');
  return ledPlace({ pathname, search, hash }, 'port');
};

describe('where the teacher walked to in the frame', () => {
  it('is an object on its own page, in any language, and a part of it by its region', () => {
    expect(at('/exhibits/port/objects/letter')).toEqual({ at: 'object:letter' });
    expect(at('/en/exhibits/port/objects/letter')).toEqual({ at: 'object:letter' });
    expect(at('/exhibits/port/objects/letter?at=region:letter%2Fseal')).toEqual({ at: 'region:letter/seal' });
  });

  it('is a section, an event, a room or a halt on the page each is read on', () => {
    expect(at('/exhibits/port?at=section:river#section-river')).toEqual({ at: 'section:river' });
    expect(at('/exhibits/port#section-river')).toEqual({ at: 'section:river' });
    expect(at('/exhibits/port/timeline?at=event:first')).toEqual({ at: 'event:first' });
    expect(at('/exhibits/port/gallery?at=room:two')).toEqual({ at: 'room:two' });
    expect(at('/exhibits/port/tours/pupils?at=stop:pupils%2Fone')).toEqual({ at: 'stop:pupils/one' });
    expect(at('/exhibits/port/tours/pupils')).toEqual({ at: 'tour:pupils' });
  });

  it('says the view where the thing has its page in another', () => {
    expect(at('/exhibits/port/gallery?at=object:letter')).toEqual({ at: 'object:letter', view: 'gallery' });
    expect(at('/exhibits/port?at=object:letter')).toEqual({ at: 'object:letter', view: 'story' });
  });

  it('is nowhere without a place, in another exhibit or in another page', () => {
    expect(at('/exhibits/port')).toBeNull();
    expect(at('/exhibits/port/gallery')).toBeNull();
    expect(at('/exhibits/harbour/objects/letter')).toBeNull();
    expect(at('/exhibits/portage/objects/letter')).toBeNull();
    expect(at('/about')).toBeNull();
  });
});
