import { describe, expect, it } from 'vitest';
import { pageHref, placeHref, referenceHref, withoutPlace } from '../../../../web/pages/address';
import { sampleExhibit } from '../sample';

const exhibit = sampleExhibit();

describe('switching the view keeps the place', () => {
  it.each([
    ['story', 'object:stamps', '/exhibits/port?at=object:stamps#object-stamps'],
    ['timeline', 'object:stamps', '/exhibits/port/timeline?at=object:stamps#event-stamps-issued'],
    ['objects', 'object:stamps', '/exhibits/port/objects?at=object:stamps#object-stamps'],
    ['gallery', 'object:stamps', '/exhibits/port/gallery?at=object:stamps'],
    ['story', 'event:stamps-issued', '/exhibits/port?at=event:stamps-issued#object-stamps'],
    ['story', 'event:ford-named', '/exhibits/port?at=event:ford-named#section-ford'],
    ['objects', 'event:stamps-issued', '/exhibits/port/objects?at=event:stamps-issued#object-stamps'],
    ['gallery', 'stop:pupils/two', '/exhibits/port/gallery?at=stop:pupils%2Ftwo'],
    ['story', 'stop:pupils/two', '/exhibits/port?at=stop:pupils%2Ftwo#object-stamps'],
    ['story', 'stop:pupils/one', '/exhibits/port?at=stop:pupils%2Fone#section-ford'],
    ['timeline', 'stop:pupils/two', '/exhibits/port/timeline?at=stop:pupils%2Ftwo#event-stamps-issued'],
    ['story', 'stop:pupils/no-such', '/exhibits/port'],
    ['gallery', 'region:stamps/name', '/exhibits/port/gallery?at=object:stamps'],
    ['timeline', 'region:stamps/name', '/exhibits/port/timeline?at=object:stamps#event-stamps-issued'],
    ['timeline', 'object:stray', '/exhibits/port/timeline?at=object:stray']
  ] as const)('%s at %s', (view, at, href) => expect(placeHref('zh-Hans', exhibit, view, at)).toBe(href));

  it('goes to the top without a place', () =>
    expect(placeHref('en', exhibit, 'timeline', null)).toBe('/en/exhibits/port/timeline'));
});

describe('a reference leads', () => {
  it('to the record of an object', () =>
    expect(referenceHref('en', exhibit, 'object:stamps')).toBe('/en/exhibits/port/objects/stamps'));
  it('to a region on that record', () =>
    expect(referenceHref('zh-Hans', exhibit, 'region:stamps/name')).toBe(
      '/exhibits/port/objects/stamps?at=region:stamps%2Fname#region-name'
    ));
  it('nowhere when it has no page', () => expect(referenceHref('en', exhibit, 'place:zizhulin')).toBeNull());
});

it('the first language needs no prefix', () => {
  expect([pageHref('zh-Hans', '/'), pageHref('en', '/about')]).toEqual(['/', '/en/about']);
});

it('a query is kept without its place', () => {
  expect(withoutPlace('?q=a&at=object:x')).toBe('?q=a');
  expect(withoutPlace('?at=object:x')).toBe('');
});
