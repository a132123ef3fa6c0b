import { mount, unmount } from 'svelte';
import Axis from './Axis.svelte';
import type { AxisProps } from './drawing';

/** Draws the axis into an element; gives what removes it again. */
export function mountAxis(target: HTMLElement, props: AxisProps): () => void {
  const component = mount(Axis, { target, props });
  return () => void unmount(component);
}
