import { measureCharacters, widthEm, type Advances } from '../fonts/measure';
import { COLOUR, LATIN, SERIF } from './house-style';
import type { MapData } from './map-data';
import type { LabelLine } from './map-labels';

/** Type of the names on a map. */
export const STYLES = {
  name: { size: 24, family: SERIF, weight: 700, colour: COLOUR.ink, italic: false },
  latin: { size: 16, family: LATIN, weight: 400, colour: COLOUR.inkSoft, italic: false },
  water: { size: 22, family: SERIF, weight: 500, colour: COLOUR.river, italic: false },
  'water-latin': { size: 16, family: LATIN, weight: 400, colour: COLOUR.river, italic: true },
  course: { size: 18, family: SERIF, weight: 500, colour: COLOUR.cinnabar, italic: false },
  small: { size: 15, family: SERIF, weight: 500, colour: COLOUR.inkSoft, italic: false },
  'small-latin': { size: 14, family: LATIN, weight: 400, colour: COLOUR.inkSoft, italic: false }
} as const;

/** Measures one line of a label. */
export type Measure = (text: string, style: LabelLine['style']) => LabelLine;

/** A measurer for all names of a map. */
export async function measurer(data: MapData): Promise<Measure> {
  const all = JSON.stringify(data.features.map(({ properties }) => properties));
  const byFamily = new Map<string, Advances>();
  for (const { family, weight } of Object.values(STYLES))
    byFamily.set(`${family} ${weight}`, await measureCharacters({ family, weight, style: 'normal' }, all));
  return (text, style) => {
    const { size, family, weight } = STYLES[style];
    const advances = byFamily.get(`${family} ${weight}`) as Advances;
    return { text, size, style, widthPx: widthEm(text, advances) * size };
  };
}
