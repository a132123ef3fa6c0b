import { describe, expect, test } from 'vitest';
import { storyElement } from '../../../../../web/components/story/place';
import { sampleEvent, sampleExhibit, sampleFact, sampleObject, sampleSection } from '../sample';

const EXHIBIT = sampleExhibit({
  facts: { 'A-1': sampleFact('verified') },
  objects: { stamp: sampleObject('drawing'), hidden: sampleObject('drawing') },
  sections: [sampleSection('ford', []), sampleSection('machines', [{ object: 'stamp' }, { activity: 'quiz' }])],
  timeline: {
    eras: [],
    lanes: [],
    events: [
      sampleEvent('issued', '1878-07?', { object: 'stamp' }),
      sampleEvent('founded', '1404', { era: 'ford' }),
      sampleEvent('lost', '1900', { object: 'hidden', section: 'machines' }),
      sampleEvent('elsewhere', '1950')
    ]
  }
});

describe('a place of the exhibit in the story', () => {
  test.each([
    ['object:stamp', 'object-stamp'],
    ['region:stamp/dragon', 'object-stamp'],
    ['section:ford', 'section-ford'],
    ['room:machines', 'section-machines'],
    ['event:issued', 'object-stamp'],
    ['event:founded', 'section-ford'],
    ['event:lost', 'section-machines'],
    ['activity:quiz', 'activity-quiz'],
    ['fact:A-1', 'fact-A-1']
  ])('%s is found at %s', (at, id) => {
    expect(storyElement(EXHIBIT, at)).toBe(id);
  });
  test.each([
    ['object:hidden'],
    ['event:elsewhere'],
    ['event:never'],
    ['activity:none'],
    ['place:x'],
    ['nonsense'],
    ['']
  ])('%s has no place in it', (at) => {
    expect(storyElement(EXHIBIT, at)).toBeNull();
  });
  test('no place asked for is none', () => {
    expect(storyElement(EXHIBIT, null)).toBeNull();
  });
});
