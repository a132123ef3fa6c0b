import { z } from 'zod';
import { localizedText } from '../../exhibits/format/common';

const MAX_FEATURES = 2000;
const MAX_POSITIONS = 50_000;

/** Longitude and latitude in degrees, WGS84; a height is let pass and not used. */
const position = z
  .array(z.number())
  .min(2)
  .transform(([lon = 0, lat = 0]) => ({ lon, lat }))
  .refine(({ lon, lat }) => Math.abs(lon) <= 180 && Math.abs(lat) <= 85, 'is no longitude and latitude in degrees');

const geometry = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Point'), coordinates: position }),
  z.object({ type: z.literal('LineString'), coordinates: z.array(position).min(2) }),
  z.object({ type: z.literal('Polygon'), coordinates: z.array(z.array(position).min(4)).min(1) })
]);

const side = z.enum(['n', 'e', 's', 'w', 'ne', 'nw', 'se', 'sw']);

/** There are no boundaries among the kinds, and no areas but the sea: that is the house's rule, not an omission. */
const feature = z.object({
  type: z.literal('Feature'),
  properties: z.object({
    kind: z.enum(['place', 'river', 'canal', 'coast', 'sea', 'railway', 'telegraph', 'wall', 'mark']),
    name: localizedText.optional(),
    modernName: localizedText.optional(),
    /** Error of the position in metres, drawn as a circle at true scale. */
    errorM: z.number().positive().optional(),
    note: localizedText.optional(),
    labelSide: side.optional()
  }),
  geometry
});

const collection = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(feature).min(1).max(MAX_FEATURES),
  lantai: z
    .object({
      title: localizedText.optional(),
      north: z.boolean().optional(),
      bbox: z.tuple([z.number(), z.number(), z.number(), z.number()]).optional()
    })
    .optional()
});

export type MapData = z.infer<typeof collection>;
export type MapFeature = MapData['features'][number];
export type Position = z.infer<typeof position>;
export type LabelSide = z.infer<typeof side>;

/** Reads a map's GeoJSON (RFC 7946 with the house's properties); a fault is one sentence. */
export function readMapData(value: unknown): { ok: true; data: MapData } | { ok: false; message: string } {
  const parsed = collection.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return {
      ok: false,
      message: `The map’s GeoJSON is not as expected at “${issue?.path.join('.')}”: ${issue?.message}.`
    };
  }
  const count = parsed.data.features.reduce((sum, each) => sum + positionsOf(each).length, 0);
  if (count > MAX_POSITIONS)
    return {
      ok: false,
      message: `The map has ${count} positions; ${MAX_POSITIONS} are the most one picture can show.`
    };
  return { ok: true, data: parsed.data };
}

/** All positions of a feature, in order. */
export function positionsOf({ geometry }: MapFeature): Position[] {
  switch (geometry.type) {
    case 'Point':
      return [geometry.coordinates];
    case 'LineString':
      return geometry.coordinates;
    case 'Polygon':
      return geometry.coordinates.flat();
  }
}
