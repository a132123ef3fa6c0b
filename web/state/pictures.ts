/**
 * A work's picture that does not come: its alt text stays in a dashed frame of the picture's size, with a button that
 * asks again. Listens for all pictures at once, and looks at those that failed before the script came.
 */
export function watchPictures(root: Document = document): void {
  root.addEventListener(
    'error',
    ({ target }) => {
      if (target instanceof HTMLImageElement) fail(target);
    },
    true
  );
  root.querySelectorAll<HTMLImageElement>('.work img').forEach((img) => {
    if (img.complete && img.naturalWidth === 0 && img.currentSrc) fail(img);
  });
}

function fail(img: HTMLImageElement): void {
  const work = img.closest<HTMLElement>('.work');
  if (!work || work.dataset['failed'] !== undefined) return;
  work.dataset['failed'] = '';
  const late = document.createElement('p');
  late.className = 'small late';
  const again = document.createElement('button');
  again.type = 'button';
  again.className = 'btn';
  again.textContent = work.dataset['again'] ?? '';
  again.addEventListener('click', (event) => {
    // The picture may lie in a link.
    event.preventDefault();
    delete work.dataset['failed'];
    late.remove();
    const { srcset, src } = img;
    img.removeAttribute('srcset');
    img.src = '';
    img.srcset = srcset;
    img.src = src;
  });
  late.append(work.dataset['late'] ?? '', again);
  work.append(late);
}
