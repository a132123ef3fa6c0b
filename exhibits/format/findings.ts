import type { Issue } from './issues';
import type { Sentence } from './sentence';
import type { Path } from './values';

/**
 * Every code the validator knows, with its severity. Codes never change their meaning and are never reused.
 * `error`: unreadable, wrong shape, duplicate id, reference to nothing; the exhibit is not served. `gate`: a language, an
 * alternative text, a file, a licence, a map's approval, a source or a fact is missing, or a task has no answer; it cannot be
 * published. The rest is advice.
 */
export const SEVERITY = {
  // Reading the files.
  'folder-missing': 'error',
  'file-unreadable': 'error',
  'file-too-large': 'error',
  'encoding-invalid': 'error',
  'byte-order-mark': 'advice',
  'json-syntax': 'error',
  'json-full-width': 'error',
  'json-too-deep': 'error',
  'duplicate-key': 'error',
  'key-in-two-files': 'error',
  'key-in-wrong-file': 'error',
  'file-unknown': 'advice',
  // Shape.
  'wrong-type': 'error',
  'missing-key': 'error',
  'unknown-key': 'error',
  'unknown-value': 'error',
  'wrong-form': 'error',
  'too-long': 'error',
  'too-short': 'error',
  'out-of-range': 'error',
  'block-unclear': 'error',
  'format-version-unknown': 'error',
  // Ids and references.
  'duplicate-id': 'error',
  'id-not-folder': 'error',
  'unknown-reference': 'error',
  'wrong-reference-kind': 'error',
  'stop-leads-nowhere': 'error',
  'wall-unknown': 'error',
  'answer-not-an-option': 'error',
  'answer-unclear': 'error',
  'id-reserved': 'error',
  'region-unknown': 'error',
  'row-unknown': 'error',
  'task-unclear': 'error',
  'task-unknown': 'error',
  'age-band-reversed': 'error',
  'page-repeated': 'error',
  'page-unknown': 'error',
  'line-unknown': 'error',
  // Dates.
  'date-invalid': 'error',
  'date-reversed': 'error',
  'event-outside-eras': 'advice',
  'eras-overlap': 'advice',
  'eras-out-of-order': 'advice',
  // Evidence.
  'fact-without-source': 'gate',
  'known-without-source': 'advice',
  'answer-without-fact': 'gate',
  'event-without-fact': 'gate',
  'dispute-without-variants': 'advice',
  // Tasks that could not be answered, or not as they are meant.
  'items-alike': 'gate',
  'order-against-dates': 'gate',
  'object-without-table': 'gate',
  'value-not-in-table': 'advice',
  'step-without-task': 'gate',
  'task-unused': 'advice',
  'lesson-minutes-differ': 'advice',
  'option-tells': 'advice',
  // Texts.
  'alt-missing': 'gate',
  'alt-is-title': 'gate',
  'language-missing': 'gate',
  'language-unlisted': 'advice',
  'label-too-long': 'advice',
  'reading-lines-differ': 'advice',
  'half-width-punctuation': 'advice',
  'html-in-text': 'advice',
  // Rights.
  'rights-missing': 'gate',
  'rights-unknown': 'gate',
  'classification-not-open': 'gate',
  'map-approval-missing': 'gate',
  // Addresses.
  'foreign-host': 'gate',
  'unsafe-link': 'error',
  'address-invalid': 'error',
  // Media.
  'media-missing': 'gate',
  'media-outside-folder': 'error',
  'media-type-unknown': 'gate',
  'media-unreadable': 'gate',
  'media-too-large': 'gate',
  'media-unused': 'advice',
  'kind-incomplete': 'gate',
  'captions-missing': 'gate',
  'captions-invalid': 'gate',
  'svg-unsafe': 'error',
  'svg-invalid': 'error',
  'model-invalid': 'error',
  'model-too-heavy': 'gate',
  'model-extension-unknown': 'gate',
  'chart-invalid': 'error',
  'chart-loads-data': 'error',
  'chart-column-unknown': 'advice',
  'map-invalid': 'error',
  'map-has-boundary': 'error',
  // Gallery.
  'work-larger-than-wall': 'advice',
  'work-beyond-wall': 'advice',
  'works-overlap': 'advice',
  'work-over-doorway': 'advice',
  'room-unreachable': 'advice'
} as const satisfies Record<string, Issue['severity']>;

export type IssueCode = keyof typeof SEVERITY;

/** What a rule says: a code, the place, and two sentences in both languages. */
export interface Finding {
  code: IssueCode;
  path: Path;
  /** Point at the key rather than at its value. */
  atKey?: boolean;
  /** What was found, what was expected. */
  message: Sentence;
  /** What to do. */
  remedy: Sentence;
  /** The nearest known word. */
  suggestion?: string | undefined;
}

export type Report = (finding: Finding) => void;
