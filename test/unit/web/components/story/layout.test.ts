import { describe, expect, test } from 'vitest';
import { columnsOf, groundOf, notesOf, sidesOf, sizesOf } from '../../../../../web/components/story/layout';
import { sampleExhibit, sampleFact, sampleObject, sampleSection } from '../sample';

const OBJECTS = {
  panorama: sampleObject('drawing', 2.4),
  harbour: sampleObject('drawing', 2),
  portrait: sampleObject('drawing', 0.8),
  letter: sampleObject('document', 0.7)
};

describe('the width of works', () => {
  test('a wide picture is wide, a document small, the rest medium', () => {
    expect(sizesOf([{ object: 'panorama' }, { object: 'letter' }, { object: 'portrait' }], OBJECTS)).toEqual([
      'wide',
      'small',
      'medium'
    ]);
  });
  test('no work is as wide as the one before it, text between them or not', () => {
    expect(sizesOf([{ object: 'panorama' }, { text: { en: '…' } }, { object: 'harbour' }], OBJECTS)).toEqual([
      'wide',
      null,
      'medium'
    ]);
  });
  test('works that leave part of the page free keep to its edges in turn', () => {
    const blocks = [{ object: 'harbour' }, { text: {} }, { object: 'panorama' }, { object: 'letter' }];
    const upright = { object: 'portrait', size: 'wide' as const };
    const all = [...blocks, upright, { object: 'portrait' }];
    expect(sidesOf(all, ['medium', null, 'wide', 'small', 'wide', 'medium'], OBJECTS)).toEqual([
      'start',
      'start',
      'start',
      'end',
      'start',
      'end'
    ]);
  });
  test('the author’s word counts', () => {
    expect(sizesOf([{ object: 'letter', size: 'wide' }], OBJECTS)).toEqual(['wide']);
  });
  test('works side by side share the width so that they stand equally high', () => {
    expect(columnsOf([OBJECTS.harbour, OBJECTS.portrait])).toBe('minmax(0, 2fr) minmax(0, 0.8fr)');
  });
});

describe('the ground of works', () => {
  test('a map lies on the desk, a document is letter paper, a chart is free', () => {
    expect(groundOf(sampleObject('map'), 'medium', false)).toBe('desk');
    expect(groundOf(sampleObject('document'), 'wide', false)).toBe('paper');
    expect(groundOf(sampleObject('chart'), 'wide', false)).toBe('free');
  });
  test('a drawing lies on the desk when it takes the whole width, unless it opened the exhibit', () => {
    expect(groundOf(sampleObject('drawing'), 'wide', false)).toBe('desk');
    expect(groundOf(sampleObject('drawing'), 'wide', true)).toBe('free');
    expect(groundOf(sampleObject('drawing'), 'medium', false)).toBe('free');
  });
});

test('a section’s notes are numbered as its texts cite them, then come those of its works and tasks, each once', () => {
  const section = sampleSection('ford', [{ object: 'stamp' }, { activity: 'quiz' }], ['A-2', 'A-1']);
  const exhibit = sampleExhibit({
    facts: {
      'A-1': sampleFact('verified'),
      'A-2': sampleFact('known'),
      'A-3': sampleFact('disputed'),
      'A-4': sampleFact('known')
    },
    objects: { stamp: sampleObject('drawing', 1, ['A-1', 'A-3', 'A-9']) },
    sections: [section],
    activities: [
      {
        id: 'quiz',
        kind: 'choice',
        prompt: {},
        options: [],
        answer: [],
        explain: {},
        facts: ['A-4'],
        derived: { prompt: {}, explain: {}, shown: [], grounds: [] }
      }
    ]
  });
  expect(notesOf(section, exhibit)).toEqual(['A-2', 'A-1', 'A-3', 'A-4']);
});
