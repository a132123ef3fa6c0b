/** Buttons that print the page; shown with script only, since browsers print without. */
export function offerPrint(): void {
  for (const button of document.querySelectorAll<HTMLElement>('[data-print]'))
    button.addEventListener('click', () => print());
}
