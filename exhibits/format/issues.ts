/**
 * What the validator tells a curator. `error`: cannot load; `gate`: cannot be published; `advice`: could be better.
 * `code` is stable; `path` is a JSON path in the exhibit (`objects.large-dragon.alt`, `sections[2].blocks[0]`).
 */
export interface Issue {
  severity: 'error' | 'gate' | 'advice';
  code: string;
  path: string;
  /** File inside the exhibit's folder, e.g. `objects.json`. */
  file: string;
  /** 1-based. */
  line: number;
  column: number;
  /** One sentence: what was found, what was expected. */
  message: string;
  /** One sentence: what to do. */
  remedy: string;
  /** The nearest known word, where one is near. */
  suggestion?: string;
}

/** An issue before its place in a file is known: the path as segments. */
export type UnplacedIssue = Omit<Issue, 'path' | 'file' | 'line' | 'column'> & {
  path: (string | number)[];
  /** Point at the key rather than at its value. */
  atKey?: boolean;
};
