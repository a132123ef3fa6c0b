import { beforeEach, describe, expect, it } from 'vitest';
import { collectSeals, forgetSeals, seenIn } from '../../../../web/engagement/seals';
import { openTab, type Tab } from '../../../../web/engagement/tab';
import { tellPlace } from '../../../../web/state/place';

let tab: Tab;

/** A document with its own line about itself, which hears what pages tell. */
function pageOf(line: object): Document {
  const getElementById = () => ({ textContent: JSON.stringify(line) });
  return Object.assign(new EventTarget(), { getElementById }) as unknown as Document;
}

beforeEach(() => {
  tab = openTab(null);
});

describe('the places a tab has come to', () => {
  it('are the page’s own and those that are told, each once', () => {
    const page = pageOf({ exhibit: 'port', place: 'object:stamps' });
    collectSeals(page, tab);
    for (const at of ['section:ford', 'section:ford', null, 'event:ford-named']) tellPlace(at, page);
    expect(seenIn('port', tab)).toEqual(['object:stamps', 'section:ford']);
    expect(seenIn('other', tab)).toEqual([]);
  });

  it('are none while the page is only drawn ahead of time', () => {
    const page = Object.assign(pageOf({ exhibit: 'port', place: 'object:stamps' }), { prerendering: true });
    collectSeals(page, tab);
    expect(tab.read()).toEqual({});
    page.dispatchEvent(new Event('prerenderingchange'));
    expect(seenIn('port', tab)).toEqual(['object:stamps']);
  });

  it('are none outside an exhibit', () => {
    const page = pageOf({ exhibit: null, place: null });
    collectSeals(page, tab);
    tellPlace('section:ford', page);
    expect(tab.read().seen).toBeUndefined();
  });

  it('are forgotten for one exhibit alone', () => {
    tab.change((entry) => (entry.seen = { port: ['section:ford'], hall: ['section:one'] }));
    forgetSeals('port', tab);
    expect([seenIn('port', tab), seenIn('hall', tab)]).toEqual([[], ['section:one']]);
  });
});
