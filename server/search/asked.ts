import { MAX_QUERY, searchAsked, type SearchAsked } from '../contract/search';

/**
 * What the address of a page asks for. A visitor's address is never refused: what cannot be read of it is as if it were
 * not there, and of a query that is too long the beginning is kept and `isTooLong` says so.
 */
export function askedOf(query: Record<string, string>): { asked: SearchAsked; isTooLong: boolean } {
  const words = (query['q'] ?? '').trim();
  const given: Record<string, string> = { ...query, q: words.slice(0, MAX_QUERY) };
  const readable = Object.entries(searchAsked.shape).filter(
    ([name, field]) => given[name] !== '' && field.safeParse(given[name]).success
  );
  const asked = searchAsked.parse(Object.fromEntries(readable.map(([name]) => [name, given[name]])));
  return { asked, isTooLong: words.length > MAX_QUERY };
}
