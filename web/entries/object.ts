import { Desk } from '../looking/desk';
import '../looking/desk.css';
import { hearRegionLinks, markRegion } from '../looking/regions';
import { watchCopying } from '../state/copying';
import { tellPlace } from '../state/place';
import { makeTabs } from '../state/tabs';

/** The record page: tabs, regions and transcript that move together, copying. */
const row = document.querySelector<HTMLElement>('[data-tabs]');
const showPartOf = row ? makeTabs(row) : () => false;

function goToFragment(): void {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target && showPartOf(target)) target.scrollIntoView({ block: 'nearest' });
}

/** Marks a region on the picture, in the list and in the text, and tells the address and whoever listens. */
function goToRegion(region: string | null): void {
  markRegion(document, region);
  document.querySelectorAll<HTMLElement>('[data-region-text]').forEach((text) => {
    const isHere = text.dataset['regionText'] === region;
    text.toggleAttribute('data-here', isHere);
    if (isHere) showPartOf(text);
  });
  const object = desk?.object ?? '';
  const whole = `object:${object}`;
  tellPlace(region === null ? whole : `region:${object}/${region}`, document, whole);
  document.dispatchEvent(new CustomEvent('region', { detail: { object, region } }));
}

const deskElement = document.querySelector<HTMLElement>('[data-desk]');
const desk = deskElement ? Desk.on(deskElement, { onRegion: goToRegion }) : null;

hearRegionLinks(document, (region) => void desk?.show(region));

// Pages are turned where they are shown: elsewhere the same keys scroll.
document.addEventListener('keydown', (event) => {
  const turn = { PageUp: 'previous', PageDown: 'next' }[event.key];
  if (!turn || !(event.target instanceof Element) || !event.target.closest('[data-desk], [data-pages]')) return;
  const link = document.querySelector<HTMLAnchorElement>(`[data-turn="${turn}"]`);
  if (!link) return;
  event.preventDefault();
  location.assign(link.href);
});

const model = document.querySelector<HTMLElement>('[data-model]');
if (model) void import('../components/model-stage').then(({ offerModel }) => offerModel(model));

const player = document.querySelector<HTMLElement>('[data-player]');
if (player) void import('../listening/player').then(({ startPlayer }) => startPlayer(player));

// Where the house has not said under which address it is reached, the reader's own is the best there is.
document.querySelectorAll<HTMLElement>('[data-address]').forEach((address) => {
  if (address.textContent?.startsWith('/')) address.textContent = location.origin + location.pathname;
});

// Paper opens nothing; browsers that can say so in their style sheets need no script.
if (!CSS.supports('selector(::details-content)'))
  addEventListener('beforeprint', () => {
    document.querySelectorAll<HTMLDetailsElement>('details.data').forEach((table) => (table.open = true));
  });

watchCopying();
addEventListener('hashchange', goToFragment);
goToFragment();
