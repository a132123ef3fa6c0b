import type { CompiledExhibit } from '../../../exhibits/format/compiled';
import { datePieces } from '../../../exhibits/format/date-pieces';
import { inLocale } from '../../pages/context';
import { axisScale, layoutAxis, NOMINAL_PX, prepareAxis } from '../../timeline/axis';
import { packEvents, type AxisData, type FacetedEvent } from '../../timeline/axis-data';
import { choiceAt, choiceWords } from '../../timeline/choice';
import { dayNumber } from '../../timeline/days';
import { FACETS, isFiltered, type Filter } from '../../timeline/filter';
import { axisHeights, drawAxis, LEAST_PX, type AxisHeights, type AxisPicture } from '../../timeline/picture';
import type { Scale } from '../../timeline/scale';
import { textWidth } from '../../timeline/text-width';
import { WHOLE } from '../../timeline/view';
import { spoken, type Row, type TimelineRows } from './rows';

export interface AxisProps {
  picture: AxisPicture;
  heights: AxisHeights;
  /** Names of the lanes; an empty one where the exhibit has none. */
  lanes: string[];
  /** Where the chosen event stands, 0 to 1, and its words. */
  choice: { at: number; words: string } | null;
}

export interface AxisDrawing {
  props: AxisProps;
  data: AxisData;
  scale: Scale;
  /** What a search looks at beside the words of each row’s line. */
  said: string[];
}

/** Bold letters of a serif are so much wider; bold characters are not. */
const BOLD_LATIN = 1.16;

/** The axis of the rows shown, on the scale of the whole timeline, so that a filter never moves a mark. */
export function axisDrawing(
  exhibit: CompiledExhibit,
  rows: TimelineRows,
  chosen: Row | null,
  filter: Filter,
  locale: string,
  otherLane: string,
  drawnAt = { widthPx: NOMINAL_PX, nameScale: NOMINAL_PX / LEAST_PX }
): AxisDrawing {
  const lanes = (exhibit.timeline.lanes ?? []).map(({ id }) => id);
  const named = lanes.map((id) => inLocale(exhibit.timeline.lanes?.find((lane) => lane.id === id)?.title, locale).text);
  // Events of no lane have one of their own below the others, whatever is filtered.
  const hasLoose = lanes.length > 0 && rows.all.some(({ lane }) => lane.length === 0);
  const titles = hasLoose ? [...named, otherLane] : named.length > 0 ? named : [''];
  const events = rows.rows.map((row) => axisEvent(row, exhibit, lanes, hasLoose ? lanes.length : 0));
  const scale = axisScale(rows.all.map(({ event }) => daysOf(event.derived.bounds)));
  const eras = exhibit.timeline.eras.map((era) => {
    const title = inLocale(era.title, locale).text.replace(/\s*\n\s*/g, locale === 'en' ? ' ' : '');
    const [from, to] = era.derived.bounds;
    return { id: era.id, title, from, to, widthPx: textWidth(title) * (locale === 'en' ? BOLD_LATIN : 1) };
  });
  const axis = prepareAxis(events, scale, titles.length);
  const chosenIndex = chosen === null ? -1 : rows.rows.indexOf(chosen);
  // The still drawing of the page is squeezed into narrower windows while its words keep their size.
  const { widthPx, nameScale } = drawnAt;
  const apart = eras.map((era) => ({ ...era, widthPx: era.widthPx * nameScale }));
  const layout = layoutAxis(axis, WHOLE, widthPx, () => true);
  const packed = packEvents(events);
  return {
    props: {
      picture: drawAxis(axis, apart, WHOLE, widthPx, layout, chosenIndex, locale),
      heights: axisHeights(axis, eras),
      lanes: titles,
      choice:
        chosen === null || chosenIndex < 0
          ? null
          : { at: choiceAt(axis, chosenIndex), words: choiceWords(spoken(chosen.date), chosen.title.text) }
    },
    data: {
      locale,
      scale,
      lanes: titles.length,
      eras,
      ...packed,
      facets: { ...packed.facets, lane: lanes },
      isLong: rows.isLong,
      isWhole: !isFiltered(filter) && rows.rows.length === rows.all.length
    },
    scale,
    said: rows.rows.map(({ said }) => said)
  };
}

function axisEvent(row: Row, exhibit: CompiledExhibit, lanes: string[], otherLane: number): FacetedEvent {
  const { event, date } = row;
  const lane = lanes.indexOf(row.lane[0] ?? '');
  const pieces = datePieces(event.date);
  const isPlain = pieces.length === 1 && pieces[0]!.doubt !== 'both' && date.glyph !== 'set';
  return {
    id: event.id,
    lane: lane < 0 ? otherLane : lane,
    era: exhibit.timeline.eras.findIndex(({ id }) => id === event.derived.era),
    ...daysOf(event.derived.bounds),
    mark: date.glyph,
    weight: event.weight ?? 2,
    pieces: isPlain ? null : pieces,
    facets: Object.fromEntries(FACETS.map((facet) => [facet, row[facet]])) as FacetedEvent['facets']
  };
}

function daysOf([from, to]: readonly [string | null, string | null]): { from: number | null; to: number | null } {
  return { from: from === null ? null : dayNumber(from), to: to === null ? null : dayNumber(to) };
}
