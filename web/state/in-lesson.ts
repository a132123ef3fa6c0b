/**
 * Says on the root element that the page is shown in the frame of a lesson, which has bars of its own (`web/lessons/frame.ts`
 * names the frame). Runs before the first paint, so it imports nothing.
 */
export function markInLesson(window: Window): void {
  if (window.parent !== window && window.name === 'lantai-lesson') {
    window.document.documentElement.dataset['inLesson'] = '';
  }
}
