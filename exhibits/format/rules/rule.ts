import type { Report } from '../findings';
import type { Suggest } from '../nearest';
import type { KnownIds } from '../references';

/** What a rule may look at. It takes the input as it came, so that relations are checked even where the shape has errors. */
export interface RuleInput {
  exhibit: unknown;
  known: KnownIds;
  /** Languages the exhibit lists; empty when it lists none. */
  languages: string[];
  /** Names below `media`, with `/`; null when nobody looked. */
  files: ReadonlySet<string> | null;
  /** Name of the exhibit's folder; null when there is none. */
  folder: string | null;
  report: Report;
  suggest: Suggest;
}

/** One relation, one code (or one with the cases of the same question). */
export type Rule = (input: RuleInput) => void;
