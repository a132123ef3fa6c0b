import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pathText } from '../../../../exhibits/format/values';
import { checkRaster } from '../../../../server/exhibits/binary-files';
import { checkChart } from '../../../../server/exhibits/chart-files';
import type { SpecFinding } from '../../../../server/exhibits/chart-files';
import { checkMap } from '../../../../server/exhibits/map-files';
import { checkModel } from '../../../../server/exhibits/model-files';

const MEDIA = join(import.meta.dirname, '../../../fixtures/small/small/media');
const said = (findings: SpecFinding[]) => findings.map(({ code, at }) => `${code} ${pathText(at)}`);

describe('checkChart', () => {
  const data = { values: [{ year: 1865, tons: 1 }] };

  it('passes a chart that carries its data, also in layers and named sets', () => {
    expect(checkChart({ data, mark: 'bar', encoding: { x: { field: 'year' } } }, {})).toEqual([]);
    expect(
      checkChart(
        {
          layer: [
            { data, mark: 'bar' },
            { data, mark: 'rule' }
          ]
        },
        {}
      )
    ).toEqual([]);
    expect(checkChart({ datasets: { a: data.values }, data: { name: 'a' }, mark: 'bar' }, {})).toEqual([]);
  });

  it('takes no word of the data itself for an instruction', () => {
    expect(checkChart({ data: { values: [{ url: 'https://example.org', signal: 'x' }] }, mark: 'bar' }, {})).toEqual(
      []
    );
  });

  it.each([
    ['data from elsewhere', { data: { url: 'https://example.org/a.json' }, mark: 'bar' }, 'chart-loads-data data.url'],
    [
      'a lookup from elsewhere',
      { data, mark: 'bar', transform: [{ lookup: 'a', from: { data: { url: 'a.json' }, key: 'a' } }] },
      'chart-loads-data transform[0].from.data.url'
    ],
    ['pictures as marks', { data, mark: 'image', encoding: { url: { field: 'a' } } }, 'chart-loads-data encoding.url'],
    ['signals', { data, mark: { type: 'bar', width: { signal: 'width' } } }, 'chart-invalid mark.width.signal'],
    ['no data', { mark: 'bar' }, 'chart-invalid '],
    ['no chart', { data }, 'chart-invalid '],
    ['a list', [], 'chart-invalid ']
  ])('refuses %s', (_, spec, found) => {
    expect(said(checkChart(spec, {}))).toEqual([found]);
  });

  it('misses a column of the table that no row has', () => {
    expect(said(checkChart({ data, mark: 'bar' }, { table: [{ field: 'year' }, { field: 'tonnes' }] }))).toEqual([
      'chart-column-unknown data.values'
    ]);
  });
});

describe('checkMap', () => {
  const feature = (kind: string, type: string, coordinates: unknown) => ({
    type: 'Feature',
    properties: { kind },
    geometry: { type, coordinates }
  });
  const map = (...features: object[]) => ({ type: 'FeatureCollection', features });
  const square = [
    [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 0]
    ]
  ];

  it('passes points, lines and the sea', () => {
    const features = [
      feature('place', 'Point', [117.2, 39.1]),
      feature('river', 'LineString', [
        [117, 39],
        [118, 39]
      ]),
      feature('sea', 'Polygon', square)
    ];
    expect(checkMap(map(...features), {})).toEqual([]);
  });

  it.each([
    ['an area that is no sea', map(feature('place', 'Polygon', square)), 'map-has-boundary features[0].geometry.type'],
    ['several areas', map(feature('coast', 'MultiPolygon', [square])), 'map-has-boundary features[0].geometry.type'],
    ['a kind mistyped', map(feature('plase', 'Point', [1, 1])), 'map-invalid features[0].properties.kind'],
    [
      'latitude before longitude',
      map(feature('place', 'Point', [39.1, 117.2])),
      'map-invalid features[0].geometry.coordinates'
    ],
    [
      'no position',
      map(feature('river', 'LineString', [[1, 1], []])),
      'map-invalid features[0].geometry.coordinates[1]'
    ],
    ['a geometry collection', map(feature('place', 'GeometryCollection', [])), 'map-invalid features[0].geometry'],
    ['no features', { type: 'Topology' }, 'map-invalid ']
  ])('refuses %s', (_, value, found) => {
    expect(said(checkMap(value, {}))).toEqual([found]);
  });

  it('asks an approval number of a map of the whole country, and of no other', () => {
    const whole = map(feature('place', 'Point', [73, 18]), feature('place', 'Point', [135.1, 53.6]));
    expect(said(checkMap(whole, {}))).toEqual(['map-approval-missing ']);
    expect(checkMap(whole, { approvalNo: 'GS(2024)0000号' })).toEqual([]);
    expect(checkMap({ ...whole, lantai: { bbox: [115, 37, 119, 41] } }, {})).toEqual([]);
  });
});

describe('checkModel', () => {
  const cube = () => readFileSync(join(MEDIA, 'cube.glb'));
  const wordsOf = (bytes: Buffer) => checkModel(bytes, []).map(({ message }) => message.en);

  it('passes a whole model', () => {
    expect(checkModel(cube(), [])).toEqual([]);
  });

  it('refuses what is cut off, of another version, no model, or names other files', () => {
    expect(wordsOf(cube().subarray(0, 400))).toEqual(['The model says it has 1472 bytes and has 400.']);
    const old = cube();
    old.writeUInt32LE(1, 4);
    expect(wordsOf(old)).toEqual(['The model is glTF version 1, not 2.']);
    expect(wordsOf(Buffer.from('no model'))).toEqual(['The model is no GLB file.']);
    const text = cube().toString('latin1').replace('"byteLength":648}', '"uri":"abcd.bin"}');
    expect(wordsOf(Buffer.from(text, 'latin1'))).toEqual(['The model names files outside itself.']);
  });

  it('holds models to a budget, every use of a mesh counted, and to what the gallery can read', () => {
    const tower = readFileSync(join(MEDIA, '../../../mistakes/many/media/tower.glb'));
    expect(wordsOf(tower)).toEqual([
      'The model has 30002 triangles; 30000 are the most the gallery shows.',
      'The model requires KHR_draco_mesh_compression, which the gallery cannot read.'
    ]);
    const fewer = tower.toString('latin1').replace('45003', '45000');
    const readable = fewer.replace('"KHR_draco_mesh_compression"', '"EXT_meshopt_compression"   ');
    expect(wordsOf(Buffer.from(readable, 'latin1'))).toEqual([]);
  });

  it('weighs the textures inside a model', () => {
    const text = cube().toString('latin1');
    const images = '"images":[{"bufferView":0}],"bufferViews":[{"byteLength":2097152},';
    const heavy = Buffer.from(text.replace('"bufferViews":[', images), 'latin1');
    heavy.writeUInt32LE(heavy.length, 8);
    heavy.writeUInt32LE(heavy.readUInt32LE(12) + images.length - '"bufferViews":['.length, 12);
    expect(wordsOf(heavy)).toEqual(['The model carries 2048 KiB of textures; 1024 KiB are the most.']);
  });
});

describe('checkRaster', () => {
  it('tells a picture by its first bytes', () => {
    const png = readFileSync(join(MEDIA, 'window.png'));
    expect(checkRaster(png, 'png', [])).toEqual([]);
    expect(checkRaster(png, 'jpg', []).map(({ code }) => code)).toEqual(['media-unreadable']);
  });
});
