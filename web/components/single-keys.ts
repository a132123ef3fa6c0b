/** Single-letter keys act only when the visitor writes nothing and has not switched them off in 无障碍 (WCAG 2.1.4). */
export function singleKeysAllowed(document: Document): boolean {
  return document.documentElement.dataset['keys'] !== 'off';
}

/** Whether a key was pressed in a field that takes text or letters. */
export function isTyping(event: KeyboardEvent): boolean {
  const target = event.target as HTMLElement | null;
  return target?.closest('input:not([type="radio"], [type="checkbox"]), textarea, select, [contenteditable]') != null;
}
