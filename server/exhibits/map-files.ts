import { nearest } from '../../exhibits/format/nearest';
import { get } from '../../exhibits/format/values';
import type { Path } from '../../exhibits/format/values';
import type { SpecFinding } from './chart-files';

const KINDS = ['place', 'river', 'canal', 'coast', 'sea', 'railway', 'telegraph', 'wall', 'mark'];
const LINES = ['LineString', 'MultiLineString'];
const POINTS = ['Point', 'MultiPoint'];
const AREAS = ['Polygon', 'MultiPolygon'];

/** Mainland China from west to east and from Hainan to the Amur, degrees. A map that shows all of it is a map of the country. */
const COUNTRY = { west: 73.5, south: 18.2, east: 134.8, north: 53.5 };

/**
 * `map-invalid`, `map-has-boundary`, `map-approval-missing`: GeoJSON (RFC 7946) of places and lines in house style. No
 * areas but the sea, so no boundary is ever drawn; a map that shows the whole country needs a 审图号 (《地图管理条例》),
 * one of a city or a coast without boundaries does not.
 */
export function checkMap(map: unknown, object: unknown): SpecFinding[] {
  const features = get(map, 'features');
  if (get(map, 'type') !== 'FeatureCollection' || !Array.isArray(features)) {
    return [invalid([], 'The file is no GeoJSON FeatureCollection.', '文件不是GeoJSON的FeatureCollection。')];
  }
  const findings: SpecFinding[] = [];
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  features.forEach((feature, index) => {
    const at: Path = ['features', index];
    const kind = get(get(feature, 'properties'), 'kind');
    const geometry = get(feature, 'geometry');
    const type = String(get(geometry, 'type'));
    if (typeof kind !== 'string' || !KINDS.includes(kind)) {
      const suggestion = typeof kind === 'string' ? (nearest(kind, KINDS) ?? undefined) : undefined;
      findings.push({
        ...invalid(
          [...at, 'properties', 'kind'],
          `The feature’s kind is ${kind === undefined ? 'missing' : `“${String(kind)}”`}; expected one of ${KINDS.join(', ')}.`,
          `要素的kind${kind === undefined ? '空缺' : `写的是“${String(kind)}”`}，应为${KINDS.join('、')}之一。`
        ),
        suggestion
      });
    }
    if (AREAS.includes(type) && kind !== 'sea') findings.push(boundary([...at, 'geometry', 'type'], type));
    else if (![...LINES, ...POINTS, ...AREAS].includes(type)) {
      findings.push(
        invalid(
          [...at, 'geometry'],
          `The feature has no geometry that is drawn (${type}).`,
          `要素没有可画的几何（${type}）。`
        )
      );
      return;
    }
    const wrong = firstWrongPosition(get(geometry, 'coordinates'), [...at, 'geometry', 'coordinates'], box);
    if (wrong) {
      findings.push(
        invalid(
          wrong,
          'Expected longitude (−180 to 180), then latitude (−90 to 90).',
          '坐标应先经度（−180至180），后纬度（−90至90）。'
        )
      );
    }
  });
  const bbox = get(get(map, 'lantai'), 'bbox');
  if (Array.isArray(bbox) && bbox.length === 4 && bbox.every((value) => typeof value === 'number')) {
    [box.west, box.south, box.east, box.north] = bbox as [number, number, number, number];
  }
  const isWhole =
    box.west <= COUNTRY.west && box.east >= COUNTRY.east && box.south <= COUNTRY.south && box.north >= COUNTRY.north;
  const approval = get(object, 'approvalNo');
  if (isWhole && (typeof approval !== 'string' || approval.trim() === '')) findings.push(unapproved());
  return findings;
}

/** Widens the box by every position; gives the path of the first that is none. */
function firstWrongPosition(
  value: unknown,
  path: Path,
  box: { west: number; south: number; east: number; north: number }
): Path | null {
  if (!Array.isArray(value) || value.length === 0) return path;
  const [lon, lat] = value as unknown[];
  if (typeof lon !== 'number') {
    for (const [index, item] of value.entries()) {
      const wrong = firstWrongPosition(item, [...path, index], box);
      if (wrong) return wrong;
    }
    return null;
  }
  if (typeof lat !== 'number' || Math.abs(lon) > 180 || Math.abs(lat) > 90) return path;
  box.west = Math.min(box.west, lon);
  box.east = Math.max(box.east, lon);
  box.south = Math.min(box.south, lat);
  box.north = Math.max(box.north, lat);
  return null;
}

function invalid(at: Path, en: string, zh: string): SpecFinding {
  return {
    code: 'map-invalid',
    at,
    message: { en, zh },
    remedy: { en: 'Correct the GeoJSON here.', zh: '请改正这里的GeoJSON。' }
  };
}

function boundary(at: Path, type: string): SpecFinding {
  return {
    code: 'map-has-boundary',
    at,
    message: {
      en: `The feature is an area (${type}); only the sea may be one, boundaries are not drawn.`,
      zh: `这个要素是面（${type}）；只有海可以是面，不画界线。`
    },
    remedy: { en: 'Show the place as a point with an error circle.', zh: '请改为带误差圈的点。' }
  };
}

function unapproved(): SpecFinding {
  return {
    code: 'map-approval-missing',
    at: [],
    message: {
      en: 'The map shows the whole country and bears no approval number.',
      zh: '地图涵盖全国，却没有审图号。'
    },
    remedy: {
      en: 'Write its 审图号 as “approvalNo”, or show a smaller part.',
      zh: '请在“approvalNo”写审图号，或只画局部。'
    }
  };
}
