/** What a search looks at: everything a row says, in the page's language. */
export interface Searchable {
  lane: string | null;
  words: string;
}

/** Events of a lane whose row holds every word of the query; half-width and full-width, upper and lower case are alike. */
export function filterEvents<Item extends Searchable>(
  items: readonly Item[],
  lane: string | null,
  query: string
): Item[] {
  const wanted = plain(query).split(/\s+/).filter(Boolean);
  return items.filter(
    (item) => (lane === null || item.lane === lane) && wanted.every((word) => plain(item.words).includes(word))
  );
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
