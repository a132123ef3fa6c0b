import type { CompiledExhibit } from '../../exhibits/format/compiled';
import type { Facet, FacetValue, Found, MarkedText, SearchResult } from '../contract/search';
import { traditionalOf, type Traditional } from '../exhibits/traditional';
import { traditionalText } from '../exhibits/traditional-exhibit';

/** A search's answer for readers of traditional characters: what was found, each by the exceptions of its exhibit. */
export function traditionalResult(result: SearchResult, exhibits: CompiledExhibit[]): SearchResult {
  const converters = new Map(exhibits.map(({ id, traditional }) => [id, traditionalOf(traditional)]));
  // A place or person may be of several exhibits.
  const anywhere = traditionalOf(Object.assign({}, ...exhibits.map(({ traditional }) => traditional)));
  const facets = Object.entries(result.facets).map(([facet, values]) => [
    facet,
    values.map((value) => (value.title ? { ...value, title: traditionalText(value.title, anywhere) } : value))
  ]);
  return {
    ...result,
    found: result.found.map((found) => traditionalFound(found, converters.get(found.exhibit) ?? anywhere)),
    facets: Object.fromEntries(facets) as Record<Facet, FacetValue[]>
  };
}

function traditionalFound(found: Found, convert: Traditional): Found {
  return {
    ...found,
    exhibitTitle: traditionalText(found.exhibitTitle, convert),
    title: traditionalMarked(found.title, convert),
    snippet: found.snippet && traditionalMarked(found.snippet, convert),
    seal: found.seal && convert(found.seal)
  };
}

/** Converted as a whole, so that a word cut by a hit is still known, and cut again at the same places. */
function traditionalMarked({ lang, parts }: MarkedText, convert: Traditional): MarkedText {
  if (lang !== 'zh-Hans') return { lang, parts };
  const whole = parts.map(({ text }) => text).join('');
  const converted = convert(whole);
  // An exception may be longer than its word; then each piece is converted by itself.
  if (converted.length !== whole.length)
    return { lang: 'zh-Hant', parts: parts.map(({ text, isHit }) => ({ text: convert(text), isHit })) };
  let at = 0;
  return {
    lang: 'zh-Hant',
    parts: parts.map(({ text, isHit }) => ({ text: converted.slice(at, (at += text.length)), isHit }))
  };
}
