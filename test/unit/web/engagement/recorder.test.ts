import { beforeEach, describe, expect, it } from 'vitest';
import { type RecorderOptions, setCounting, startRecorder } from '../../../../web/engagement/recorder';
import { type Tab, openTab } from '../../../../web/engagement/tab';
import { Clock, FakeNetwork, FakeStorage, type SentBatch } from './surroundings';

type PageOptions = Pick<
  RecorderOptions,
  'document' | 'window' | 'navigator' | 'IntersectionObserver' | 'MutationObserver'
>;
type Seen = Parameters<IntersectionObserverCallback>[0];

const IN_LESSON = { documentElement: { dataset: { inLesson: '' } } };

/** As much of a page as the recorder touches; events are real ones on real targets. */
class FakePage {
  readonly document = new EventTarget();
  readonly window = new EventTarget();
  readonly elements: { getAttribute: (name: string) => string | null }[] = [];
  readonly observed = new Set<unknown>();
  visibilityState = 'visible';
  isFocused = true;
  line: Record<string, unknown> | null = { exhibit: 'port', hash: 'a1b2', view: 'story', locale: 'zh-Hans' };
  navigator: RecorderOptions['navigator'] = { userAgent: 'Chrome', webdriver: false };
  private see: (entries: Seen) => void = () => {};
  private notice = () => {};

  constructor() {
    const state = () => this.visibilityState;
    Object.defineProperty(this.document, 'visibilityState', { get: state });
    Object.assign(this.document, {
      body: {},
      documentElement: { dataset: {} },
      hasFocus: () => this.isFocused,
      getElementById: () => (this.line ? { textContent: JSON.stringify(this.line) } : null),
      querySelectorAll: () => this.elements
    });
  }

  add(engage: string): { getAttribute: (name: string) => string | null } {
    const element = { getAttribute: () => engage };
    this.elements.push(element);
    this.notice();
    return element;
  }

  scrollTo(element: unknown, isIntersecting = true): void {
    if (this.observed.has(element)) this.see([{ target: element, isIntersecting }] as unknown as Seen);
  }

  show(state: 'visible' | 'hidden'): void {
    this.visibilityState = state;
    this.window.dispatchEvent(new Event('visibilitychange'));
  }

  options(): PageOptions {
    const { observed } = this;
    const onSee = (see: (entries: Seen) => void) => (this.see = see);
    const onNotice = (notice: () => void) => (this.notice = notice);
    // The recorder touches only what the fakes have; the browser's types ask for everything.
    return {
      document: this.document,
      window: this.window,
      navigator: this.navigator,
      IntersectionObserver: class {
        constructor(see: (entries: Seen) => void) {
          onSee(see);
        }
        observe(element: unknown) {
          observed.add(element);
        }
        disconnect() {
          observed.clear();
        }
      },
      MutationObserver: class {
        constructor(notice: () => void) {
          onNotice(notice);
        }
        observe() {}
        disconnect() {}
      }
    } as unknown as PageOptions;
  }
}

describe('the recorder', () => {
  let clock: Clock;
  let network: FakeNetwork;
  let page: FakePage;
  let tab: Tab;
  const typesOf = (batches: SentBatch[]) => batches.flatMap(({ events }) => events.map(({ type }) => type));

  beforeEach(() => {
    clock = new Clock();
    network = new FakeNetwork();
    page = new FakePage();
    tab = openTab(new FakeStorage());
  });

  function start(): () => void {
    const { now, later } = clock;
    const { fetch, sendBeacon } = network;
    return startRecorder({ ...page.options(), tab, now, later, fetch, sendBeacon, random: () => 0 });
  }

  it('tells of an element that was two seconds in view, with its dwell, and frames it with the page', async () => {
    const dragon = page.add('object:large-dragon');
    start();
    page.scrollTo(dragon);
    await clock.pass(4_000);
    page.scrollTo(dragon, false);
    await clock.pass(15_000);
    expect(network.batches).toMatchObject([
      {
        v: 1,
        exhibit: 'port',
        edition: 'a1b2',
        channel: 'web',
        view: 'story',
        locale: 'zh-Hans',
        events: [{ type: 'visit-start' }, { type: 'view', target: 'object:large-dragon', durationMs: 4_000 }]
      }
    ]);
    expect(network.batches[0]).not.toHaveProperty('automated');
  });

  it('says nothing of what only flew past', async () => {
    const dragon = page.add('object:large-dragon');
    start();
    page.scrollTo(dragon);
    await clock.pass(1_900);
    page.scrollTo(dragon, false);
    await clock.pass(15_000);
    expect(typesOf(network.batches)).toEqual(['visit-start']);
  });

  it('observes what is added to the page later', async () => {
    start();
    const late = page.add('event:opening');
    page.scrollTo(late);
    await clock.pass(3_000);
    page.scrollTo(late, false);
    await clock.pass(15_000);
    expect(typesOf(network.batches)).toEqual(['visit-start', 'view']);
  });

  it('counts no time while the window is not focused or nobody does anything', async () => {
    const ford = page.add('section:ford');
    start();
    page.scrollTo(ford);
    await clock.pass(10_000);
    page.isFocused = false;
    page.window.dispatchEvent(new Event('blur'));
    await clock.pass(100_000);
    page.isFocused = true;
    page.window.dispatchEvent(new Event('focus'));
    await clock.pass(1_000_000);
    page.scrollTo(ford, false);
    await clock.pass(15_000);
    expect(network.batches.flatMap(({ events }) => events)).toMatchObject([
      { type: 'visit-start' },
      { type: 'view', durationMs: 40_000 }
    ]);
  });

  it('counts what a page says is looked at as it counts what it sees', async () => {
    start();
    const stay = (place: string, target: string | null) =>
      page.document.dispatchEvent(new CustomEvent('lantai:stay', { detail: { place, target } }));
    stay('room', 'room:machines');
    stay('work', 'object:large-dragon');
    await clock.pass(3_000);
    stay('work', 'object:stamp-sheet');
    // Nobody does anything for longer than half a minute.
    await clock.pass(60_000);
    page.window.dispatchEvent(new Event('pointermove'));
    stay('work', null);
    page.isFocused = false;
    page.window.dispatchEvent(new Event('blur'));
    await clock.pass(20_000);
    page.show('hidden');
    const views = network.beacons.at(-1)?.events.filter(({ type }) => type === 'view') ?? [];
    const all = [...network.batches, ...network.beacons].flatMap(({ events }) => events);
    expect(all.filter(({ type }) => type === 'view').map(({ target, durationMs }) => [target, durationMs])).toEqual(
      expect.arrayContaining([
        ['object:large-dragon', 3_000],
        ['object:stamp-sheet', 27_000]
      ])
    );
    expect(views.map(({ target, durationMs }) => [target, durationMs])).toContainEqual(['room:machines', 30_000]);
  });

  it('closes stays and visit with a beacon when the page hides, and goes on when it is back', async () => {
    const ford = page.add('section:ford');
    start();
    page.scrollTo(ford);
    await clock.pass(5_000);
    page.show('hidden');
    page.window.dispatchEvent(new Event('pagehide'));
    expect(typesOf(network.beacons)).toEqual(['visit-start', 'view', 'visit-end']);
    await clock.pass(60_000);
    page.show('visible');
    await clock.pass(3_000);
    page.show('hidden');
    expect(network.beacons.at(-1)?.events).toMatchObject([{ type: 'view', durationMs: 3_000 }, { type: 'visit-end' }]);
  });

  it('does not lose what is told while the page is going', () => {
    start();
    page.show('hidden');
    page.document.dispatchEvent(
      new CustomEvent('lantai:engage', { detail: { type: 'view', target: 'room:ford', durationMs: 9_000 } })
    );
    expect(typesOf(network.beacons.slice(-1))).toEqual(['visit-start', 'visit-end', 'view']);
  });

  it('records what other parts of the page tell', async () => {
    start();
    const value = { option: 'b', right: true, attempt: 1 };
    page.document.dispatchEvent(
      new CustomEvent('lantai:engage', { detail: { type: 'answer', target: 'activity:quiz', value } })
    );
    await clock.pass(15_000);
    expect(network.batches[0]?.events[1]).toMatchObject({ type: 'answer', target: 'activity:quiz', value });
  });

  it('waits while the page is only prerendered', async () => {
    Object.assign(page.document, { prerendering: true });
    start();
    await clock.pass(60_000);
    expect(tab.read()).toEqual({});
    Object.assign(page.document, { prerendering: false });
    page.document.dispatchEvent(new Event('prerenderingchange'));
    await clock.pass(15_000);
    expect(typesOf(network.batches)).toEqual(['visit-start']);
  });

  it('begins no visit in a tab that was opened in the background', async () => {
    page.visibilityState = 'hidden';
    start();
    await clock.pass(60_000);
    expect(tab.read()).toEqual({});
    // When its last file has come, a tab is told so wherever it is.
    page.window.dispatchEvent(new Event('pageshow'));
    expect(tab.read()).toEqual({});
    page.show('visible');
    expect(tab.read().visit).toBeTruthy();
  });

  it('goes on when the page is back from where the browser kept it', async () => {
    const ford = page.add('section:ford');
    start();
    page.scrollTo(ford);
    page.window.dispatchEvent(new Event('pagehide'));
    expect(typesOf(network.beacons)).toEqual(['visit-start', 'visit-end']);
    await clock.pass(120_000);
    page.window.dispatchEvent(new Event('pageshow'));
    await clock.pass(3_000);
    page.show('hidden');
    expect(network.beacons.at(-1)?.events).toMatchObject([{ type: 'view', durationMs: 3_000 }, { type: 'visit-end' }]);
  });

  it.each<[string, string, (page: FakePage) => void]>([
    ['lesson', 'the frame of a lesson', ({ document }) => Object.assign(document, IN_LESSON)],
    [
      'kiosk',
      'a screen of the house',
      (page) => (page.navigator = { userAgent: 'Chrome LantaiKiosk', webdriver: false })
    ],
    ['chat-app', 'a chat', (page) => (page.navigator = { userAgent: 'MicroMessenger/8', webdriver: false })]
  ])('says %s of %s', async (channel, _, prepare) => {
    prepare(page);
    start();
    await clock.pass(15_000);
    expect(network.batches).toMatchObject([{ channel }]);
  });

  /** A click on an element with these attributes within a block about `engage`; `null` where nothing asks to be told. */
  function click(attributes: Record<string, string> | null, engage: string | null = null): void {
    const block = engage === null ? null : page.add(engage);
    const part = attributes && { getAttribute: (name: string) => attributes[name] ?? null, closest: () => block };
    const event = new Event('click');
    Object.defineProperty(event, 'target', { value: { closest: () => part } });
    page.window.dispatchEvent(event);
  }

  it('tells of files taken away: of the work the link stands by, else of what the page is about', async () => {
    start();
    click({ download: '' }, 'object:large-dragon');
    click({ download: '' });
    click(null, 'object:large-dragon');
    await clock.pass(15_000);
    expect(network.batches[0]?.events.slice(1)).toMatchObject([
      { type: 'download', target: 'object:large-dragon' },
      { type: 'download', target: 'view:story' }
    ]);
    expect(network.batches[0]?.events).toHaveLength(3);
  });

  it('tells what is copied for others each time, and of a transcript once a work', async () => {
    page.line = { ...page.line, view: 'objects', place: 'object:large-dragon' };
    start();
    for (const _ of [1, 2]) click({ 'data-act': 'share' });
    for (const _ of [1, 2]) click({ 'data-act': 'read' });
    for (const _ of [1, 2]) click({ 'data-act': 'read', 'data-of': 'object:edict' });
    click({ download: '' });
    await clock.pass(15_000);
    expect(network.batches[0]?.events.slice(1).map(({ type, target }) => `${type} ${target}`)).toEqual([
      'share object:large-dragon',
      'share object:large-dragon',
      'read object:large-dragon',
      'read object:edict',
      'download object:large-dragon'
    ]);
  });

  it('says that a program drives the browser', async () => {
    page.navigator = { userAgent: 'Chrome', webdriver: true };
    start();
    await clock.pass(15_000);
    expect(network.batches).toMatchObject([{ automated: true }]);
  });

  it.each<[string, (page: FakePage, tab: Tab) => void]>([
    ['the page shows no exhibit', (page) => (page.line = { exhibit: null, hash: null, view: null, locale: 'en' })],
    ['the page says nothing about itself', (page) => (page.line = null)],
    ['the visitor sends Do Not Track', (page) => (page.navigator = { ...page.navigator, doNotTrack: '1' })],
    [
      'the visitor sends Global Privacy Control',
      (page) => (page.navigator = { ...page.navigator, globalPrivacyControl: true })
    ],
    ['the visitor has switched counting off', (_, tab) => setCounting(false, tab)]
  ])('does nothing where %s', async (_, prepare) => {
    prepare(page, tab);
    const before = tab.read();
    const dragon = page.add('object:large-dragon');
    start();
    page.scrollTo(dragon);
    page.document.dispatchEvent(new CustomEvent('lantai:engage', { detail: { type: 'share' } }));
    await clock.pass(60_000);
    page.show('hidden');
    expect(tab.read()).toEqual(before);
    expect(network.batches).toEqual([]);
    expect(network.beacons).toEqual([]);
  });

  it('stops when told to', async () => {
    const stop = start();
    stop();
    page.document.dispatchEvent(new CustomEvent('lantai:engage', { detail: { type: 'share' } }));
    await clock.pass(60_000);
    page.show('hidden');
    expect(network.batches).toEqual([]);
    expect(network.beacons).toEqual([]);
  });
});
