import { startTasks } from '../activity/task-script';
import { offerReadingAloud } from './read-aloud-offer';
import { followPlace } from './follow-place';
import { openNotes } from './open-notes';
import { offerQuickLook } from './quick-look';
import { moveOnRail, showOnRail } from './rail-script';
import { revealOnScroll } from './reveals';

/** What script adds to the story: notes open beside their sentence, the rail follows, tasks are judged, the place is kept. */
export function startStory(document: Document): void {
  const story = document.querySelector<HTMLElement>('[data-story]');
  if (!story) return;
  openNotes(document, story);
  offerQuickLook(document, story);
  startTasks(story);
  moveOnRail(story);
  goToAsked(document, story);
  revealOnScroll(story);
  offerReadingAloud(document, story);
  followPlace(document, story, (section) => showOnRail(story, section));
  addEventListener('beforeprint', () => {
    sayWhenPrinted(document);
    story.querySelectorAll<HTMLDetailsElement>('[data-notes]').forEach((notes) => (notes.open = true));
  });
}

/** The server has marked the place the address asks for; without a fragment the browser does not go there by itself. */
function goToAsked(document: Document, story: HTMLElement): void {
  const id = story.dataset['asked'];
  const asked = id ? document.getElementById(id) : null;
  if (!asked) return;
  asked.closest('details')?.setAttribute('open', '');
  // Pictures above have their sizes, so the place is right before they come.
  asked.scrollIntoView({ block: asked.clientHeight > innerHeight * 0.7 ? 'start' : 'center', behavior: 'instant' });
}

/** The day on the cover of the booklet: the reader's own, since the printer is his. */
function sayWhenPrinted(document: Document): void {
  const printed = document.querySelector<HTMLElement>('[data-printed]');
  const date = new Date().toLocaleDateString(document.documentElement.lang, { dateStyle: 'long' });
  const address = document.querySelector('[data-printed-address]');
  if (address?.textContent === '') address.textContent = location.origin + location.pathname;
  if (printed) printed.textContent = (printed.dataset['printed'] ?? '').replace('%', date);
}
