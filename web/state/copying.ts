/**
 * Buttons that copy the text beside them: `data-copy="NAME"` takes the shown `data-copyable="NAME"` within the nearest
 * `data-copies` and says there, in `data-copied`, what became of it.
 */
export function watchCopying(root: Document = document): void {
  root.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-copy]') : null;
    if (button) void copyBeside(button);
  });
}

async function copyBeside(button: HTMLElement): Promise<void> {
  const block = button.closest('[data-copies]');
  const copyable = block?.querySelectorAll<HTMLElement>(`[data-copyable="${button.dataset['copy'] ?? ''}"]`) ?? [];
  const source = [...copyable].find((element) => element.getClientRects().length > 0);
  if (!block || !source) return;
  const isCopied = await copyText(source);
  const said = (isCopied ? button.dataset['done'] : button.dataset['failed']) ?? '';
  const status = block.querySelector('[data-copied]');
  if (!status) return;
  // A status that does not change is not read out again.
  status.textContent = '';
  requestAnimationFrame(() => (status.textContent = said));
}

/** Browsers keep the clipboard from pages without TLS, as in a school’s network: there the text is left selected. */
async function copyText(source: HTMLElement): Promise<boolean> {
  const clipboard: Clipboard | undefined = navigator.clipboard;
  const isCopied = await (clipboard?.writeText((source.textContent ?? '').trim()) ?? Promise.reject()).then(
    () => true,
    () => false
  );
  if (!isCopied) getSelection()?.selectAllChildren(source);
  return isCopied;
}
