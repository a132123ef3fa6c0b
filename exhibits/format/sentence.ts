/** One sentence in the two languages curators read. */
export interface Sentence {
  zh: string;
  en: string;
}

/** Languages of the validator's sentences. */
export type SentenceLanguage = keyof Sentence;
