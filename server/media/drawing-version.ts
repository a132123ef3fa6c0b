import { createHash } from 'node:crypto';
import { FONTS_VERSION } from '../fonts/shipped';

/** The text of everything that draws, measures or encodes, put here by the build. */
const SOURCES = import.meta.glob<string>(['./*.ts', './*.mjs', '../fonts/*.ts'], {
  query: '?raw',
  import: 'default',
  eager: true
});

/** Changes with the drawing code and the fonts, so that no derivative outlives what made it. */
export const DRAWING_VERSION = createHash('sha256')
  .update(JSON.stringify(Object.entries(SOURCES).sort(([a], [b]) => (a < b ? -1 : 1))))
  .update(FONTS_VERSION)
  .digest('hex')
  .slice(0, 12);
