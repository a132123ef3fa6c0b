import { watchAttention } from './attention';
import { type Engaged, type Place, NEW_VISIT_MS, type QueueOptions, openQueue } from './queue';
import { watchStays } from './stays';
import { type Tab, type TabEntry, isKiosk, openTab } from './tab';

/** What the recorder needs of its surroundings; a test brings its own. */
export interface RecorderOptions extends Omit<QueueOptions, 'place'> {
  document: Document;
  window: Window;
  navigator: Pick<Navigator, 'userAgent' | 'webdriver'> & {
    doNotTrack?: string | null;
    globalPrivacyControl?: boolean;
  };
  IntersectionObserver: typeof IntersectionObserver;
  MutationObserver: typeof MutationObserver;
}

/** The page's own line about itself, in `#lantai-page`. */
interface PageLine {
  exhibit: string | null;
  hash: string | null;
  view: Place['view'] | null;
  locale: Place['locale'];
  /** What all of the page is about. */
  place?: string | null;
}

/** What counts as being there. */
const ACTS = ['pointermove', 'pointerdown', 'keydown', 'wheel', 'scroll', 'touchstart'];
const TOUCH_EVERY_MS = 15_000;
/** An element is in view when it reaches into this middle part of the window, however tall it is. */
const IN_VIEW = '-15% 0px';

/**
 * Records what is looked at on this page: elements with `data-engage`, what `lantai:stay` says is looked at, and whatever is
 * told by `lantai:engage` on the document, files taken away and clicks in `data-act`. Does nothing where the page has no exhibit, the visitor has switched counting off or asks not to be
 * tracked (DNT, GPC); waits while the page is only prerendered. Gives a function that stops it.
 */
export function startRecorder(surroundings: RecorderOptions = browser()): () => void {
  const { document } = surroundings;
  let stop = () => {};
  const start = () => (stop = record(surroundings));
  if ('prerendering' in document && document.prerendering) {
    document.addEventListener('prerenderingchange', start, { once: true });
  } else {
    start();
  }
  return () => stop();
}

/** What this visit has sent and what still waits, and whether anything is counted; for `/privacy`. */
export function visitLog(
  tab: Tab = openTab(),
  asked: Pick<RecorderOptions['navigator'], 'doNotTrack' | 'globalPrivacyControl'> = navigator
): { entry: TabEntry; isCounting: boolean; isAskedNot: boolean } {
  const entry = tab.read();
  const isAskedNot = asksNotTo(asked);
  return { entry, isCounting: entry.counting !== false && !isAskedNot, isAskedNot };
}

/** Switches counting off or on again for this tab; what waits is thrown away, nothing more is sent. */
export function setCounting(isOn: boolean, tab: Tab = openTab()): void {
  tab.change((entry) => {
    entry.counting = isOn;
    if (isOn) return;
    delete entry.visit;
    delete entry.lastAt;
    delete entry.unsent;
    delete entry.sent;
  });
}

function record(surroundings: RecorderOptions): () => void {
  const { document, window, navigator, tab, now, IntersectionObserver, MutationObserver } = surroundings;
  const page: PageLine | null = JSON.parse(document.getElementById('lantai-page')?.textContent ?? 'null');
  const place = placeOf(page, document, navigator);
  if (!place || asksNotTo(navigator) || tab.read().counting === false) return () => {};

  const whole = page?.place ?? `view:${place.view}`;
  const queue = openQueue({ ...surroundings, place });
  const attention = watchAttention(now);
  const stays = watchStays(attention.total, (target, durationMs) => queue.record({ type: 'view', target, durationMs }));
  const isVisible = () => document.visibilityState === 'visible';
  let isHidden = !isVisible();
  let touchedAt = -Infinity;
  const read = new Set<string>();

  function act(): void {
    attention.act();
    if (Math.abs(now() - touchedAt) < TOUCH_EVERY_MS) return;
    // What was looked at before the gap belongs to the visit before it.
    if (now() - touchedAt > NEW_VISIT_MS) stays.leaveAll();
    touchedAt = now();
    queue.touch();
  }
  function focus(): void {
    attention.run(isVisible() && document.hasFocus());
  }
  function show(): void {
    // A page opened in the background is told of its pageshow all the same.
    if (!isVisible()) return;
    isHidden = false;
    focus();
    act();
  }
  function hide(): void {
    if (isHidden) return;
    isHidden = true;
    attention.run(false);
    stays.leaveAll();
    queue.record({ type: 'visit-end' });
    queue.beacon();
  }
  function engage(event: Event): void {
    if (!(event instanceof CustomEvent)) return;
    const engaged: Engaged = event.detail;
    queue.record(engaged);
    // Told while the page was going: it would be lost with a tab that is closed.
    if (isHidden) queue.beacon();
  }

  /** Files are taken away by links, wherever on the page; `data-act` says what else a click in an element does, `data-of` to what. */
  function click({ target: clicked }: Event): void {
    const part = (clicked as Partial<Element> | null)?.closest?.('a[download],[data-act]');
    if (!part) return;
    const type = (part.getAttribute('data-act') ?? 'download') as Engaged['type'];
    const target = part.getAttribute('data-of') ?? part.closest('[data-engage]')?.getAttribute('data-engage') ?? whole;
    // Who goes from line to line of a transcript reads it once.
    if (type === 'read' && read.size === read.add(target).size) return;
    queue.record({ type, target });
  }

  /** What a page without elements to see, as the gallery, says is looked at: one target a place, until the next. */
  function stay(event: Event): void {
    if (!(event instanceof CustomEvent)) return;
    const { place, target }: { place: string; target: string | null } = event.detail;
    stays.leave(place);
    if (target) stays.enter(place, target);
  }

  const inView = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        const engaged = target.getAttribute('data-engage');
        if (isIntersecting && engaged) stays.enter(target, engaged);
        else stays.leave(target);
      }
    },
    { rootMargin: IN_VIEW }
  );
  // Observing an element again changes nothing, so everything may be looked up anew.
  const observe = () => document.querySelectorAll('[data-engage]').forEach((element) => inView.observe(element));
  const added = new MutationObserver(observe);

  // On the window, where it arrives after every listener of the document has added its last events.
  const listeners: [EventTarget, string, (event: Event) => void][] = [
    [window, 'visibilitychange', () => (isVisible() ? show() : hide())],
    [window, 'click', click],
    [window, 'pagehide', hide],
    [window, 'pageshow', show],
    [window, 'focus', focus],
    [window, 'blur', focus],
    [window, 'online', queue.retry],
    [document, 'lantai:engage', engage],
    [document, 'lantai:stay', stay],
    ...ACTS.map((name): [EventTarget, string, () => void] => [window, name, act])
  ];
  for (const [target, name, listener] of listeners) target.addEventListener(name, listener, { passive: true });
  if (isVisible()) show();
  observe();
  added.observe(document.body, { childList: true, subtree: true });

  return () => {
    for (const [target, name, listener] of listeners) target.removeEventListener(name, listener);
    inView.disconnect();
    added.disconnect();
    queue.stop();
  };
}

function placeOf(
  page: PageLine | null,
  document: Document,
  { userAgent, webdriver }: RecorderOptions['navigator']
): Place | null {
  if (!page?.exhibit) return null;
  return {
    exhibit: page.exhibit,
    ...(page.hash ? { edition: page.hash } : {}),
    channel: channelOf(document, userAgent),
    view: page.view ?? 'story',
    locale: page.locale,
    ...(webdriver ? { automated: true } : {})
  };
}

/** The frame of a lesson is the lesson's (`state/in-lesson.ts`), and of its pupils no visitors are estimated. */
function channelOf(document: Document, userAgent: string): Place['channel'] {
  if ('inLesson' in document.documentElement.dataset) return 'lesson';
  if (isKiosk(userAgent)) return 'kiosk';
  return /MicroMessenger|DingTalk|QQ\//.test(userAgent) ? 'chat-app' : 'web';
}

function asksNotTo({
  doNotTrack,
  globalPrivacyControl
}: Pick<RecorderOptions['navigator'], 'doNotTrack' | 'globalPrivacyControl'>): boolean {
  return doNotTrack === '1' || globalPrivacyControl === true;
}

function browser(): RecorderOptions {
  return {
    tab: openTab(),
    document,
    window,
    navigator,
    IntersectionObserver,
    MutationObserver,
    now: Date.now,
    fetch: (url, init) => fetch(url, init),
    sendBeacon: (url, text) => navigator.sendBeacon(url, text),
    later(ms, act) {
      const timer = setTimeout(act, ms);
      return () => clearTimeout(timer);
    },
    random: Math.random
  };
}
