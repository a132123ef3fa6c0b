import type { Issue } from '../../exhibits/format/issues';

/** No picture of the object can be made, for the reason said. */
export function unusable(id: string, message: string): Issue {
  return {
    severity: 'error',
    code: 'media-unusable',
    path: `objects.${id}.media`,
    file: 'objects.json',
    line: 1,
    column: 1,
    message: `No picture can be made of object “${id}”. ${message}`,
    remedy: 'Mend or replace the file, or correct the object’s `media`.'
  };
}

/** Characters of a picture that no shipped font has: advice, as the rest of it is there. */
export function uncoveredIssues(id: string, characters: string[]): Issue[] {
  if (characters.length === 0) return [];
  return [
    {
      severity: 'advice',
      code: 'glyph-not-covered',
      path: `objects.${id}`,
      file: 'objects.json',
      line: 1,
      column: 1,
      message: `The picture of object “${id}” sets characters no shipped font has: ${characters.join(' ')}.`,
      remedy: 'Use another character, or draw it as a path.'
    }
  ];
}
