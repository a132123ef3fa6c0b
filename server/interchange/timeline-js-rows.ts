import { get, isDictionary, itemsOf, type Dictionary } from '../../exhibits/format/values';

/** The first row of TimelineJS's own spreadsheet, to the place in its JSON each column has. */
const COLUMNS: Record<string, [string, string?]> = {
  year: ['start_date', 'year'],
  month: ['start_date', 'month'],
  day: ['start_date', 'day'],
  time: ['start_date', 'time'],
  'end year': ['end_date', 'year'],
  'end month': ['end_date', 'month'],
  'end day': ['end_date', 'day'],
  'end time': ['end_date', 'time'],
  'display date': ['display_date'],
  headline: ['text', 'headline'],
  text: ['text', 'text'],
  media: ['media', 'url'],
  'media credit': ['media', 'credit'],
  'media caption': ['media', 'caption'],
  'media thumbnail': ['media', 'thumbnail'],
  'alt text': ['media', 'alt'],
  type: ['type'],
  group: ['group'],
  background: ['background']
};

/** A timeline as TimelineJS's JSON has it, from the rows of its spreadsheet; null where the first row is another table's. */
export function timelineJsOfRows([head = [], ...rows]: string[][]): { value: Dictionary; unknown: string[] } | null {
  const columns = head.map((name) => name.trim().toLowerCase());
  if (!columns.includes('year') || !columns.includes('headline')) return null;
  const value: Dictionary & { events: Dictionary[]; eras: Dictionary[] } = { events: [], eras: [] };
  for (const row of rows.filter((cells) => cells.some((cell) => cell.trim() !== ''))) {
    const slide = slideOf(columns, row);
    const type = String(get(slide, 'type') ?? '')
      .trim()
      .toLowerCase();
    if (type === 'title' && value['title'] === undefined) value['title'] = slide;
    else if (type === 'era') value.eras.push(slide);
    else value.events.push(slide);
  }
  return {
    value,
    unknown: head.filter((name) => name.trim() !== '' && !Object.hasOwn(COLUMNS, name.trim().toLowerCase()))
  };
}

function slideOf(columns: string[], row: string[]): Dictionary {
  const slide: Dictionary = {};
  columns.forEach((column, index) => {
    const cell = row[index]?.trim() ?? '';
    const place = Object.hasOwn(COLUMNS, column) ? COLUMNS[column] : undefined;
    if (cell === '' || !place) return;
    const [key, part] = place;
    if (part === undefined) slide[key] = cell;
    else slide[key] = { ...(isDictionary(slide[key]) ? slide[key] : {}), [part]: cell };
  });
  return slide;
}

/** The events and eras of a TimelineJS file; null of what is no such file. */
export function slidesOf(value: unknown): { title: unknown; events: unknown[]; eras: unknown[] } | null {
  // Files of the second version have everything below `timeline`, and other names.
  if (!isDictionary(value) || !Array.isArray(value['events'])) return null;
  return { title: value['title'], events: value['events'], eras: itemsOf(value['eras']) };
}
