import { eraNames, layoutAxis, type AxisEvent, type Zoom } from '../../timeline/axis';
import type { AxisProps, TimelineData } from './drawing';

/** Moves the cinnabar rule with its words to an event, in the drawing that is there. */
export function markChoice(axis: HTMLElement, choice: AxisProps['chosen']): void {
  const group = axis.querySelector('[data-choice]');
  const rule = axis.querySelector('[data-choice-rule]');
  const words = axis.querySelector('[data-choice-words]');
  const text = words?.querySelector('text');
  axis.querySelectorAll('[data-mark]').forEach((mark) => {
    mark.classList.toggle('chosen', mark.getAttribute('data-mark') === choice?.id);
  });
  group?.classList.toggle('gone', choice === null);
  if (!choice || !rule || !words || !text) return;
  const x = `${Math.round(choice.at * 100000) / 1000}%`;
  rule.setAttribute('x1', x);
  rule.setAttribute('x2', x);
  words.setAttribute('x', x);
  const isRight = choice.at > 0.6;
  text.setAttribute('text-anchor', isRight ? 'end' : 'start');
  text.setAttribute('x', isRight ? '-16' : '16');
  text.textContent = choice.words;
}

let undo: (() => void) | null = null;

/** Draws the axis anew for a zoom, with the component that the server drew it with; fetched when first needed. */
export async function drawAxis(
  axis: HTMLElement,
  data: TimelineData,
  events: readonly AxisEvent[],
  zoom: Zoom,
  chosen: AxisProps['chosen']
): Promise<void> {
  const { mountAxis } = await import('./mount-axis');
  undo?.();
  axis.replaceChildren();
  const isInView = chosen !== null && chosen.at >= 0 && chosen.at <= 1;
  undo = mountAxis(axis, {
    layout: layoutAxis(events, data.scale, zoom),
    lanes: data.lanes,
    eras: eraNames(data.eras, data.scale, zoom),
    chosen: isInView ? chosen : null
  });
}
