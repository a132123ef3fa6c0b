import { z } from 'zod';
import { nature } from '../../exhibits/format/common';
import { objectKind } from '../../exhibits/format/objects';

/** Longest query that is answered, in characters. */
export const MAX_QUERY = 120;
/** Results a page. */
export const PAGE_SIZE = 20;

/** What a result is: an exhibit, one of its objects by kind, or another part of it. */
export const foundKind = z.enum(['exhibit', ...objectKind.options, 'section', 'event', 'term']);
export type FoundKind = z.infer<typeof foundKind>;
export const FOUND_KINDS: readonly FoundKind[] = foundKind.options;

/** What can be asked to narrow a search, in the order a page shows it. */
export const FACETS = ['exhibit', 'kind', 'period', 'place', 'person'] as const;
export type Facet = (typeof FACETS)[number];

const id = z.string().max(64);

/** A search as an address has it. */
export const searchAsked = z.object({
  q: z.string().trim().max(MAX_QUERY).default('').describe('Words; Han text needs no spaces. All must be found.'),
  exhibit: id.optional().describe('Id of an exhibit.'),
  kind: foundKind.optional(),
  period: z
    .string()
    .regex(/^\d{1,3}0$/)
    .optional()
    .describe('First year of a decade its dates reach into: 1870.'),
  place: id.optional().describe('Id of a place.'),
  person: id.optional().describe('Id of a person.'),
  page: z.coerce.number().int().min(1).max(100_000).default(1).describe('From 1; beyond the last, the last.')
});
export type SearchAsked = z.infer<typeof searchAsked>;

const localized = z.record(z.string(), z.string());
const marked = z
  .object({
    lang: z.string(),
    parts: z.array(z.object({ text: z.string(), isHit: z.boolean() })).describe('Joined they are the text.')
  })
  .describe('A text in pieces; those that were asked for are hits.');
export type MarkedText = z.infer<typeof marked>;

export const found = z.object({
  exhibit: z.string(),
  exhibitTitle: localized,
  kind: foundKind,
  reference: z
    .string()
    .nullable()
    .describe('`object:large-dragon`; null of an exhibit itself and of a glossary term, which has no id.'),
  title: marked,
  snippet: marked.nullable(),
  date: z.string().nullable().describe('EDTF.'),
  nature: nature.nullable(),
  refCode: z.string().nullable(),
  seal: z.string().nullable().describe('Of a section.'),
  picture: z.object({ url: z.string(), widthPx: z.number(), heightPx: z.number() }).nullable()
});
export type Found = z.infer<typeof found>;

const facetValue = z.object({ value: z.string(), title: localized.nullable(), count: z.int() });
export type FacetValue = z.infer<typeof facetValue>;

export const searchResult = z.object({
  asked: searchAsked.describe('As it was answered.'),
  total: z.int(),
  pages: z.int(),
  found: z.array(found),
  facets: z
    .record(z.enum(FACETS), z.array(facetValue))
    .describe('Each counted under the other filters, so that one can change one’s mind.'),
  unfiltered: z.int().describe('What the words alone find.'),
  shorter: z
    .array(z.object({ query: z.string(), count: z.int() }))
    .describe('When the words find nothing: fewer that do; at most three.')
});
export type SearchResult = z.infer<typeof searchResult>;

/** What the catalogue of one exhibit needs of a search: its objects in order of their catalogue, and how many of each kind. */
export interface CatalogueFound {
  ids: string[];
  /** Found by the words, whatever the kind. */
  byKind: Record<string, number>;
  shorter: { query: string; count: number }[];
}
