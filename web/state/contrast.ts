import { openTab, type Tab } from '../engagement/tab';

/**
 * High contrast (高对比): as the system asks for, unless the visitor chose here. The tab remembers the choice, every
 * `[data-contrast-switch]` button switches it.
 */
export function offerContrast(
  root: Document = document,
  tab: Tab = openTab(),
  asked: Pick<MediaQueryList, 'matches'> = matchMedia('(prefers-contrast: more)')
): void {
  const buttons = root.querySelectorAll('[data-contrast-switch]');
  const { dataset } = root.documentElement;
  const isHigh = () => dataset['contrast'] === 'high' || (asked.matches && dataset['contrast'] !== 'plain');
  const show = () => buttons.forEach((button) => button.setAttribute('aria-pressed', String(isHigh())));
  show();
  buttons.forEach((button) =>
    button.addEventListener('click', () => {
      const choice = isHigh() ? 'plain' : 'high';
      dataset['contrast'] = choice;
      tab.change((entry) => (entry.contrast = choice));
      show();
    })
  );
}
