import { describe, expect, test } from 'vitest';
import { eventAt, storyPlaceOf, timelineQuery } from '../../../../../web/components/timeline/place';
import { NO_FILTER } from '../../../../../web/timeline/filter';
import { sampleEvent, sampleExhibit, sampleObject, sampleSection } from '../sample';

const EXHIBIT = sampleExhibit({
  objects: { stamp: sampleObject('drawing') },
  sections: [sampleSection('machines', [{ object: 'stamp' }]), sampleSection('ford', [])],
  timeline: {
    eras: [],
    lanes: [],
    events: [
      sampleEvent('founded', '1404', { era: 'ford', facts: ['A-001'] }),
      sampleEvent('issued', '1878-07?', { object: 'stamp', era: 'machines' }),
      sampleEvent('told', '1880', { section: 'machines' }),
      sampleEvent('alone', '1990')
    ]
  }
});

describe('a place of the exhibit on the timeline', () => {
  test.each([
    ['event:told', 'told'],
    ['object:stamp', 'issued'],
    ['region:stamp/dragon', 'issued'],
    ['section:ford', 'founded'],
    ['section:machines', 'issued'],
    ['fact:A-001', 'founded']
  ])('%s opens %s', (at, id) => {
    expect(eventAt(EXHIBIT, at)?.id).toBe(id);
  });
  test.each([['object:none'], ['event:none'], ['tour:pupils'], [null]])('%s opens nothing', (at) => {
    expect(eventAt(EXHIBIT, at)).toBeNull();
  });
});

test('an event leads to its object in the story, else to its section, else to the section its era is named after', () => {
  const [founded, issued, told, alone] = EXHIBIT.timeline.events;
  expect(storyPlaceOf(EXHIBIT, issued!)).toBe('object:stamp');
  expect(storyPlaceOf(EXHIBIT, told!)).toBe('section:machines');
  expect(storyPlaceOf(EXHIBIT, founded!)).toBe('section:ford');
  expect(storyPlaceOf(EXHIBIT, alone!)).toBeNull();
});

test('a filter stays in the address of a row', () => {
  expect(timelineQuery(NO_FILTER)).toBe('');
  expect(timelineQuery({ ...NO_FILTER, lane: 'post', query: '大龙' })).toBe('?lane=post&q=%E5%A4%A7%E9%BE%99');
  expect(timelineQuery({ ...NO_FILTER, tag: 'rail' }, 'issued')).toBe('?tag=rail&at=event:issued');
});
