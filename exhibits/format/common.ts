import { z } from 'zod';
import { CODE_PATTERN, ID_PATTERN, LOCALE_PATTERN, REFERENCE_PATTERN } from './patterns';

/** Adds what an editor shows: one sentence and one example. Every field of the format goes through here. */
export function field<Schema extends z.ZodType>(schema: Schema, description: string, example: unknown): Schema {
  return schema.meta({ description, examples: [example] });
}

export const id = z.string().regex(ID_PATTERN);
export const code = z.string().regex(CODE_PATTERN);
export const locale = z.string().regex(LOCALE_PATTERN);
export const reference = z.string().regex(REFERENCE_PATTERN);

/** Longest text of a field, in characters: far above any label or article, far below what would slow a page. */
export const MAX_TEXT = 20_000;
export const MAX_TRANSCRIPT = 200_000;

/** A visible text in each language of the exhibit. */
export const localizedText = z.record(locale, z.string().min(1).max(MAX_TEXT));
export type LocalizedText = z.infer<typeof localizedText>;
/** The same, written in the Markdown subset (`markdown.ts`). Rules find it by this schema. */
export const markdownText = z.record(locale, z.string().min(1).max(MAX_TEXT));
/** Words that are quoted: their own language is enough, a translation is welcome. */
export const ownWords = z.record(locale, z.string().min(1).max(MAX_TRANSCRIPT));

/** Words whose traditional characters the dictionary gets wrong; one character at least, a name at most. */
export const traditionalWords = z.record(z.string().min(1).max(64), z.string().min(1).max(64));

/** EDTF text; whether it is a date at all is a rule's matter (`dates.ts`), so that the message can say what is wrong. */
export const edtf = z.string().min(1).max(120);

/** Room for what the format does not know; Lantai never reads it. */
export const ext = field(
  z.record(z.string(), z.unknown()),
  'Free room for your own notes; Lantai passes it on and never reads it.',
  { dossier: 'AX-13' }
);

export const factCodes = field(z.array(code), 'Codes of the facts this rests on, from `facts`.', ['A-048']);

export const nature = z.enum(['original', 'copy', 'replica', 'reconstruction', 'sketch', 'transcription']);
export type Nature = z.infer<typeof nature>;

/** Title that may carry the author's line break. */
export const title = (example: LocalizedText) =>
  field(localizedText, 'Title in each language; a line break (\\n) is kept where the page has room for it.', example);
