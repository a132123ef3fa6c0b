/** The phone's menu (`details.menu`) closes on Escape, on a press elsewhere and when focus leaves it. */
export function closeMenus(root: Document = document): void {
  const menus = root.querySelectorAll<HTMLDetailsElement>('details.menu');
  menus.forEach((menu) => {
    menu.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || !menu.open) return;
      menu.open = false;
      menu.querySelector('summary')?.focus();
    });
    menu.addEventListener('focusout', ({ relatedTarget }) => {
      if (relatedTarget instanceof Node && !menu.contains(relatedTarget)) menu.open = false;
    });
  });
  root.addEventListener('pointerdown', ({ target }) => {
    menus.forEach((menu) => {
      if (target instanceof Node && !menu.contains(target)) menu.open = false;
    });
  });
}
