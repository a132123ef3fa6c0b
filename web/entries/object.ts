import { Desk } from '../looking/desk';
import { tellPlace } from '../state/place';
import { makeTabs } from '../state/tabs';

/** The record page: tabs, regions and transcript that move together, copying the citation. */
const row = document.querySelector<HTMLElement>('[data-tabs]');
const showPartOf = row ? makeTabs(row) : () => false;

function goToFragment(): void {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target && showPartOf(target)) target.scrollIntoView({ block: 'nearest' });
}

/** Marks a region on the picture, in the list and in the text, and tells the address and whoever listens. */
function markRegion(region: string | null): void {
  document.querySelectorAll<HTMLElement>('[data-region]').forEach((link) => {
    if (link.dataset['region'] === region) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  });
  document.querySelectorAll<HTMLElement>('[data-region-text]').forEach((text) => {
    const isHere = text.dataset['regionText'] === region;
    text.toggleAttribute('data-here', isHere);
    if (isHere) showPartOf(text);
  });
  const object = desk?.object ?? '';
  tellPlace(region === null ? `object:${object}` : `region:${object}/${region}`);
  document.dispatchEvent(new CustomEvent('region', { detail: { object, region } }));
}

const deskElement = document.querySelector<HTMLElement>('[data-desk]');
const desk = deskElement ? Desk.on(deskElement, { onRegion: markRegion }) : null;

async function copy(button: HTMLElement): Promise<void> {
  const what = button.dataset['copy'];
  const source = document.querySelector<HTMLElement>(what === 'address' ? '[data-address]' : '[data-citation]');
  const text = (source?.textContent ?? '').replace(/\s+/g, ' ').trim();
  const isCopied = await navigator.clipboard.writeText(text).then(
    () => true,
    () => false
  );
  if (!isCopied && source) getSelection()?.selectAllChildren(source);
  const said = (isCopied ? button.dataset['done'] : button.dataset['failed']) ?? '';
  const status = document.querySelector('[data-copied]');
  if (status) status.textContent = said;
  const name = button.textContent;
  button.textContent = said;
  setTimeout(() => (button.textContent = name), 2500);
}

document.addEventListener('click', (event) => {
  if (!(event.target instanceof Element)) return;
  const region = event.target.closest<HTMLAnchorElement>('a[data-region]');
  if (region && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    void desk?.show(region.dataset['region'] ?? '');
  }
  const button = event.target.closest<HTMLElement>('[data-copy]');
  if (button) void copy(button);
});

// The address as this reader reached it, the day as this reader's calendar has it.
document.querySelectorAll<HTMLElement>('[data-address]').forEach((address) => {
  address.textContent = location.origin + location.pathname;
});
document.querySelectorAll<HTMLElement>('[data-today]').forEach((today) => {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, '0');
  today.textContent = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
});

addEventListener('hashchange', goToFragment);
goToFragment();
