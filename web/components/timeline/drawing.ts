import type { CompiledExhibit } from '../../../exhibits/format/compiled';
import { inLocale } from '../../pages/context';
import { eraNames, layoutAxis, type AxisEvent, type AxisLayout, type EraName } from '../../timeline/axis';
import { choiceAt, choiceWords } from '../../timeline/choice';
import type { Scale } from '../../timeline/scale';
import { axisEvents, spoken, type Row, type TimelineRows } from './rows';

export interface AxisProps {
  layout: AxisLayout;
  lanes: string[];
  eras: EraName[];
  chosen: { id: string; at: number; words: string } | null;
}

/** An era as the axis names it; widths are in px, since names that would touch step up. */
export interface NamedEra {
  id: string;
  title: string;
  from: string | null;
  widthPx: number;
}

/** What the page's script gets to move and zoom the axis: no words of rows, which stand in the rows themselves. */
export interface TimelineData {
  scale: Scale;
  lanes: string[];
  eras: NamedEra[];
  /** Events in the order of the rows: id, lane, index of the era, first and last day, mark. */
  events: [id: string, lane: number, era: number, from: number | null, to: number | null, mark: AxisEvent['mark']][];
}

/** The axis of the rows shown, on the scale of the whole timeline, so that a filter never moves a mark. */
export function axisDrawing(
  exhibit: CompiledExhibit,
  rows: TimelineRows,
  chosen: Row | null,
  locale: string
): { props: AxisProps; data: TimelineData } {
  const events = axisEvents(rows.rows, exhibit);
  const lanes = (exhibit.timeline.lanes ?? []).map((lane) => inLocale(lane.title, locale).text);
  const eras = exhibit.timeline.eras.map((era) => {
    const title = inLocale(era.title, locale).text;
    return { id: era.id, title, from: era.derived.bounds[0], widthPx: widthOf(title) };
  });
  const chosenEvent = events.find(({ id }) => id === chosen?.event.id);
  const eraIndex = new Map(exhibit.timeline.eras.map((era, index) => [era.id, index]));
  return {
    props: {
      layout: layoutAxis(events, rows.scale),
      lanes,
      eras: eraNames(eras, rows.scale),
      chosen:
        chosen && chosenEvent
          ? {
              id: chosen.event.id,
              at: choiceAt(chosenEvent, rows.scale),
              words: choiceWords(spoken(chosen.date), chosen.title.text)
            }
          : null
    },
    data: {
      scale: rows.scale,
      lanes,
      eras,
      events: events.map((event, index) => [
        event.id,
        event.lane,
        eraIndex.get(rows.rows[index]?.event.derived.era ?? '') ?? -1,
        event.from,
        event.to,
        event.mark
      ])
    }
  };
}

/** Width of an era's name in px at 14 px type: a Chinese character is a square, a Latin letter about half of one. */
function widthOf(title: string): number {
  return [...title].reduce((width, character) => width + (/[\u2e80-\uffff]/.test(character) ? 15 : 7.4), 0);
}
