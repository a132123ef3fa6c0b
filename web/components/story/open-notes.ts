import { isTyping, singleKeysAllowed } from '../../state/single-keys';
import { hasLargeText } from '../../state/text-size';

const PHONE = '(max-width: 760px)';

/**
 * Opens evidence notes where they are asked for: in the margin beside the paragraph, on a phone in a sheet from below.
 * The note is a copy of the one in the section’s list, laid over the margin, so the text never moves. One is open at a time.
 */
export function openNotes(document: Document, story: HTMLElement): void {
  let open: { mark: HTMLElement; close: () => void } | null = null;

  const close = (returnsFocus: boolean) => {
    if (!open) return;
    const { mark, close: remove } = open;
    open = null;
    mark.setAttribute('aria-expanded', 'false');
    remove();
    if (returnsFocus) mark.focus({ preventScroll: true });
  };
  const show = (mark: HTMLElement) => {
    const wasOpen = open?.mark === mark;
    close(false);
    const note = wasOpen ? null : copyOfNote(document, mark);
    if (!note) return;
    mark.setAttribute('aria-expanded', 'true');
    const isSheet = matchMedia(PHONE).matches && !hasLargeText(document);
    const remove = isSheet
      ? asSheet(document, story, note, () => close(true))
      : inMargin(story, mark, note, () => close(true));
    open = { mark, close: remove };
    // Above the sheet the sentence itself stays to be seen.
    const { bottom } = mark.getBoundingClientRect();
    if (isSheet && bottom > innerHeight * 0.38) scrollBy({ top: bottom - innerHeight * 0.34, behavior: 'instant' });
  };

  story.querySelectorAll<HTMLElement>('.ev[data-fact]').forEach((mark) => {
    mark.setAttribute('role', 'button');
    mark.setAttribute('aria-expanded', 'false');
  });
  story.addEventListener('click', (event) => {
    const mark = (event.target as Element).closest<HTMLElement>('.ev[data-fact]');
    if (!mark || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    show(mark);
  });
  story.addEventListener('keydown', (event) => {
    if (event.key !== ' ' || !(event.target as Element).matches('.ev[data-fact]')) return;
    event.preventDefault();
    show(event.target as HTMLElement);
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && open) return close(true);
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    const isCovered = document.querySelector('[data-quick-look][open]') !== null;
    if (event.key !== 'e' || isCovered || !isPlain || isTyping(event) || !singleKeysAllowed(document)) return;
    const mark = nearestMark(story);
    if (!mark) return;
    event.preventDefault();
    mark.focus({ preventScroll: true });
    show(mark);
  });
}

/** The note a mark leads to, without its id, which stays the list’s own. */
function copyOfNote(document: Document, mark: HTMLElement): HTMLElement | null {
  const id = mark.getAttribute('href')?.slice(1);
  const copy = id ? (document.getElementById(id)?.cloneNode(true) as HTMLElement | undefined) : undefined;
  copy?.removeAttribute('id');
  return copy ?? null;
}

/** The mark nearest to the middle of the screen, of those on it. */
function nearestMark(story: HTMLElement): HTMLElement | null {
  const middle = innerHeight / 2;
  const seen = [...story.querySelectorAll<HTMLElement>('.ev[data-fact]')]
    .map((mark) => ({ mark, ...boxOf(mark) }))
    .filter(({ top, height }) => height > 0 && top > 64 && top < innerHeight);
  seen.sort((a, b) => Math.abs(a.top - middle) - Math.abs(b.top - middle));
  return seen[0]?.mark ?? null;
}

function boxOf(mark: HTMLElement): { top: number; height: number } {
  const { top, height } = mark.getBoundingClientRect();
  return { top, height };
}

/** Lays the note over the margin beside its block; under the block where there is no margin. */
function inMargin(story: HTMLElement, mark: HTMLElement, note: HTMLElement, onClose: () => void): () => void {
  const block = mark.closest<HTMLElement>('[data-passage]') ?? mark.parentElement ?? story;
  const paragraph = mark.closest<HTMLElement>('p, li, figcaption, legend') ?? block;
  note.classList.add('margin-note');
  note.append(closeButton(story, onClose));
  const offset = paragraph.getBoundingClientRect().top - block.getBoundingClientRect().top;
  const beside = block.matches('.passage, .task, .quotation');
  note.style.setProperty('--note-top', `${Math.round(beside ? offset : block.offsetHeight + 8)}px`);
  note.style.setProperty('--note-under', `${Math.round(offset + paragraph.offsetHeight + 6)}px`);
  note.dataset['beside'] = beside ? '' : 'no';
  // Next in reading order after its paragraph, whatever the place on the page.
  if (paragraph.parentElement && paragraph !== block) paragraph.after(note);
  else block.append(note);
  return () => note.remove();
}

/** A sheet from below, at most 60 % high; focus moves in, Esc and 关闭 lead back. */
function asSheet(document: Document, story: HTMLElement, note: HTMLElement, onClose: () => void): () => void {
  const sheet = document.createElement('dialog');
  sheet.className = 'sheet';
  sheet.setAttribute('aria-label', story.dataset['from'] ?? '');
  const head = document.createElement('p');
  head.className = 'sheet-head serif';
  head.append(story.dataset['from'] ?? '', closeButton(story, onClose));
  sheet.append(head, note);
  sheet.addEventListener('cancel', (event) => {
    event.preventDefault();
    onClose();
  });
  sheet.addEventListener('click', (event) => {
    if (event.target === sheet) onClose();
  });
  story.append(sheet);
  sheet.showModal();
  note.focus({ preventScroll: true });
  return () => {
    sheet.close();
    sheet.remove();
  };
}

function closeButton(story: HTMLElement, onClose: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'note-close';
  button.textContent = story.dataset['close'] ?? '';
  button.addEventListener('click', onClose);
  return button;
}
