import { describe, expect, it } from 'vitest';
import { confidencesOf, disputedDate, factsOf } from '../../../../web/components/object-facts';
import { neighboursOf, objectsInOrder, placesOf } from '../../../../web/components/object-places';
import { sampleExhibit } from '../sample';

const exhibit = sampleExhibit();

describe('an object in the other views', () => {
  it('says its section, its stop in the hall, its event and its tours', () => {
    const places = placesOf(exhibit, 'stamps');
    expect(places.section).toEqual({ id: 'machines', number: 2 });
    expect(places.hall?.room).toBe(2);
    expect(places.event).toEqual({ id: 'stamps-issued', date: '1878-07?' });
    expect(places.stops).toEqual([{ tour: 'pupils', stop: 'two', number: 2 }]);
  });
  it('says nothing of where it does not stand', () => {
    expect(placesOf(exhibit, 'stray')).toMatchObject({ section: null, hall: null, event: null, events: [], stops: [] });
  });
  it('has neighbours in the order of the story', () => {
    expect(objectsInOrder(exhibit)).toEqual(['telegram', 'stamps', 'stray']);
    expect(neighboursOf(exhibit, 'telegram')).toEqual({ next: 'stamps' });
    expect(neighboursOf(exhibit, 'stray')).toEqual({ previous: 'stamps' });
  });
});

describe('the facts of an object', () => {
  const stamps = exhibit.objects['stamps'];
  if (!stamps) throw new Error('The sample has no stamps.');
  const codes = factsOf(exhibit, stamps);
  it('come as the description cites them, then the rest', () => expect(codes).toEqual(['A-1', 'A-2']));
  it('show each confidence once, the firmest first', () =>
    expect(confidencesOf(exhibit, codes)).toEqual(['verified', 'disputed']));
  it('tell when the date itself is disputed', () =>
    expect(disputedDate(exhibit, stamps, codes)).toEqual({ code: 'A-1', accounts: 2 }));
  it('leave an undisputed date alone', () => expect(disputedDate(exhibit, stamps, ['A-2'])).toBeNull());
});
