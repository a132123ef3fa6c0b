import { describe, expect, it } from 'vitest';
import { codeInGroups, joinAddress } from '../../../../../web/components/lesson/join-address';
import { ledHref } from '../../../../../web/components/lesson/led-href';
import { sampleExhibit } from '../../sample';

describe('where a class is led', () => {
  const exhibit = sampleExhibit();
  const led = (at: string | null, view: Parameters<typeof ledHref>[3]['view'] = null, isThere = true) =>
    ledHref('zh-Hans', 'port', isThere ? exhibit : null, { at, view });

  it('is the page a reference is best read on', () => {
    expect(led('object:stamps')).toBe('/exhibits/port/objects/stamps');
    expect(led('room:ford')).toBe('/exhibits/port/gallery?at=room:ford');
    expect(led(null)).toBe('/exhibits/port');
    expect(led(null, 'timeline')).toBe('/exhibits/port/timeline');
  });

  it('is one of the four views where the teacher says so, before the exhibit has come too', () => {
    expect(led('object:stamps', 'gallery')).toBe('/exhibits/port/gallery?at=object:stamps');
    expect(led('object:stamps', 'gallery', false)).toBe('/exhibits/port/gallery?at=object:stamps');
    expect(led('object:stamps', 'objects')).toBe('/exhibits/port/objects/stamps');
    expect(ledHref('en', 'port', null, { at: 'object:stamps', view: null })).toBe('/en/exhibits/port/objects/stamps');
  });
});

describe('where a class is led on a device without WebGL', () => {
  it('is the record of a work, and the section of a room', () => {
    const at = (reference: string, view: 'gallery' | null) =>
      ledHref('zh-Hans', 'port', null, { at: reference, view }, false);
    expect(at('object:stamps', 'gallery')).toBe('/exhibits/port/objects/stamps');
    expect(at('room:ford', null)).toBe('/exhibits/port?at=room:ford');
    expect(at('section:ford', 'gallery')).toBe('/exhibits/port?at=section:ford');
    expect(at('event:opened', null)).toContain('/exhibits/port/timeline?at=event:opened');
  });
});

describe('where pupils come in', () => {
  it('is the site’s address, or that of the network where the page’s own is of this machine alone', () => {
    const at = (joinUrl: string | null, publicUrl: string) =>
      joinAddress(
        { locale: 'en', publicUrl, model: { page: 'lesson', exhibits: [], code: null, lesson: 'x', joinUrl } },
        '307152',
        'http://localhost:3000'
      ).href;
    expect(at(null, '')).toBe('http://localhost:3000/en/lessons/307152');
    expect(at('http://192.168.1.20:3000', '')).toBe('http://192.168.1.20:3000/en/lessons/307152');
    expect(at(null, 'https://a.example')).toBe('https://a.example/en/lessons/307152');
  });

  it('is read out in two groups of three', () => {
    expect(codeInGroups('307152')).toBe('307 152');
  });
});
