import { datePieces } from '../../../../exhibits/format/date-pieces';
import { dateBounds } from '../../../../exhibits/format/dates';
import { dateWords } from '../../../../exhibits/format/date-words';
import { axisScale, prepareAxis, type Axis, type AxisEvent } from '../../../../web/timeline/axis';
import { dayNumber } from '../../../../web/timeline/days';

/** An event as the page would make it of an EDTF date. */
export function axisEvent(id: string, edtf: string, lane = 0, weight: AxisEvent['weight'] = 2): AxisEvent {
  const [from, to] = dateBounds(edtf);
  const days = (day: string | null) => (day === null ? null : dayNumber(day));
  return {
    id,
    lane,
    era: 0,
    from: days(from),
    to: days(to),
    mark: dateWords(edtf, 'en').glyph,
    weight,
    pieces: datePieces(edtf)
  };
}

export function axisOf(events: AxisEvent[], lanes = 1): Axis {
  return prepareAxis(events, axisScale(events), lanes);
}
