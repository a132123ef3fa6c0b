/** GeoJSON in house style: places with error circles and generalised lines, never a boundary. */
import { writeFileSync } from 'node:fs';

const both = (zh, en) => ({ 'zh-Hans': zh, en });

/** A point of the dossier with its error in metres. */
export function place(lat, lon, errorM, zh, en, { modern, note, side, kind = 'place' } = {}) {
  const properties = { kind, errorM };
  if (zh) properties.name = both(zh, en);
  if (modern) properties.modernName = both(...modern);
  if (note) properties.note = both(...note);
  if (side) properties.labelSide = side;
  return { type: 'Feature', properties, geometry: { type: 'Point', coordinates: [lon, lat] } };
}

/** A river, canal, road or railway as a generalised line. */
export function course(kind, coordinates, name, side, { modern, note } = {}) {
  const properties = { kind };
  if (name) properties.name = both(...name);
  if (modern) properties.modernName = both(...modern);
  if (note) properties.note = both(...note);
  if (side) properties.labelSide = side;
  return { type: 'Feature', properties, geometry: { type: 'LineString', coordinates } };
}

/** Open water as a closed ring of longitude and latitude. */
export const sea = (ring, zh, en) => ({
  type: 'Feature',
  properties: { kind: 'sea', name: both(zh, en) },
  geometry: { type: 'Polygon', coordinates: [[...ring, ring[0]]] }
});

/** Writes maps into an exhibit's media folder; `bbox` is west, south, east, north in degrees. */
export const saveMapTo = (exhibit) => (id, bbox, title, features) => {
  const map = { type: 'FeatureCollection', lantai: { title: both(...title), north: true, bbox }, features };
  writeFileSync(
    new URL(`../../exhibits/${exhibit}/media/${id}.geojson`, import.meta.url),
    JSON.stringify(map) + '\n'
  );
};
