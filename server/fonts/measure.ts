import { filesFor, type Face } from './shipped';

/** Widths of characters in em, in one face. */
export type Advances = Map<string, number>;

/** Advance width in em of each character of a text in a face; what no font holds counts one em. */
export async function measureCharacters(face: Face, text: string): Promise<Advances> {
  const { files, uncovered } = await filesFor(face, text);
  const advances: Advances = new Map();
  for (const [file, share] of files)
    for (const character of share) advances.set(character, file.advances.get(character.codePointAt(0) ?? 0) ?? 1);
  for (const character of uncovered) advances.set(character, 1);
  return advances;
}

/** Width of one line in em; kerning is left out, which errs a little on the wide side. */
export function widthEm(text: string, advances: Advances): number {
  let width = 0;
  for (const character of text) width += advances.get(character) ?? 1;
  return width;
}
