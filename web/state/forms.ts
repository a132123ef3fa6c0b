/** A choice that is sent as soon as it is made; its button is then no longer needed. */
export function sendOnChange(field: Element | null): void {
  if (!(field instanceof HTMLSelectElement)) return;
  const { form } = field;
  form?.querySelector('[type="submit"]')?.toggleAttribute('hidden', true);
  field.addEventListener('change', () => form?.requestSubmit());
}

/** Buttons that print the page. */
export function hearPrint(root: Document): void {
  root.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('[data-print]')) print();
  });
}
