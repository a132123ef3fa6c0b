import { describe, expect, it } from 'vitest';
import { relatedEvents, relatedObjects } from '../../../../web/components/related';
import { sampleExhibit } from '../sample';

const exhibit = sampleExhibit();
const { stamps, telegram, stray } = exhibit.objects;
if (!stamps || !telegram || !stray) throw new Error('The sample has changed.');

const linked = {
  ...exhibit,
  objects: {
    stamps: { ...stamps, people: ['hart'] },
    telegram: { ...telegram, facts: ['A-2'], people: ['hart'] },
    stray: {
      ...stray,
      derived: {
        ...stray.derived,
        tree: {
          en: [
            {
              kind: 'paragraph' as const,
              children: [
                {
                  kind: 'emphasis' as const,
                  children: [{ kind: 'link' as const, href: 'object:stamps', children: [] }]
                }
              ]
            }
          ]
        }
      }
    }
  }
};

describe('related objects', () => {
  it('come with what they share, the curator’s own link first', () => {
    expect(relatedObjects(linked, 'stamps')).toEqual([
      { id: 'stray', shared: { isLinked: true, facts: [], people: [], place: null } },
      { id: 'telegram', shared: { isLinked: false, facts: ['A-2'], people: ['hart'], place: null } }
    ]);
  });
  it('know of a link from either side', () =>
    expect(relatedObjects(linked, 'stray').map(({ id }) => id)).toEqual(['stamps']));
  it('are none where nothing is shared, and none of an unknown object', () => {
    expect(relatedObjects(exhibit, 'stray')).toEqual([]);
    expect(relatedObjects(exhibit, 'nothing')).toEqual([]);
  });
  it('are no more than asked for', () => expect(relatedObjects(linked, 'stamps', 1)).toHaveLength(1));
});

describe('related events', () => {
  it('leave out the event that shows the object', () =>
    expect(relatedEvents(exhibit, 'stamps').map(({ id }) => id)).toEqual(['ford-named']));
});
