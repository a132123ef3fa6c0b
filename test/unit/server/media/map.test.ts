import { describe, expect, it } from 'vitest';
import { HOUSE_TEXT } from '../../../../server/media/drawn-text';
import { drawMap } from '../../../../server/media/map';
import { frameMap, METRES_PER_DEGREE, overlapArea } from '../../../../server/media/map-frame';
import { scaleBar } from '../../../../server/media/map-furniture';
import { placeLabels } from '../../../../server/media/map-labels';
import { drawn, wordsOf } from './drawn-picture';

const place = (zh: string, en: string, lon: number, lat: number, more: object = {}) => ({
  type: 'Feature',
  properties: { kind: 'place', name: { 'zh-Hans': zh, en }, ...more },
  geometry: { type: 'Point', coordinates: [lon, lat] }
});
const collection = (features: object[], lantai: object = {}) => ({
  type: 'FeatureCollection',
  lantai: { title: { 'zh-Hans': '大沽至天津', en: 'Dagu to Tianjin' }, bbox: [117, 38.8, 118, 39.3], ...lantai },
  features
});
const river = {
  type: 'Feature',
  properties: { kind: 'river', name: { 'zh-Hans': '海河', en: 'Hai River' } },
  geometry: {
    type: 'LineString',
    coordinates: [
      [117.1, 39.2],
      [117.4, 39.0],
      [117.7, 39.0]
    ]
  }
};
const title = { en: 'A map' };

async function svgOf(value: unknown): Promise<string> {
  const outcome = await drawMap(value, title);
  if (!outcome.ok) throw new Error(outcome.message);
  return outcome.result;
}

describe('a map', () => {
  it('says in both languages that it is a sketch and no boundary', async () => {
    const words = wordsOf(await svgOf(collection([river])));
    expect(words).toContain('示意图，不作导航与划界之用');
    expect(words).toContain('Sketch map, not for navigation or boundaries');
  });

  it('carries its approval number, where it has one', async () => {
    const outcome = await drawMap(collection([river]), title, 'GS(2024)0000号');
    expect(outcome.ok && wordsOf(outcome.result)).toContain('审图号：GS(2024)0000号');
    expect(wordsOf(await svgOf(collection([river])))).not.toContain('审图号');
  });

  it('says nothing of its own that an exhibit’s fonts could lack', async () => {
    const outcome = await drawMap(collection([place('A', 'A', 117.2, 39.1, { errorM: 9000 })]), { en: 'A' }, '1');
    const own = outcome.ok ? wordsOf(outcome.result).replace('大沽至天津', '') : '';
    expect([...own].filter((sign) => /\p{Script=Han}/u.test(sign) && !HOUSE_TEXT.includes(sign))).toEqual([]);
  });

  it('draws an error of position at true scale', async () => {
    const svg = await svgOf(collection([place('天津', 'Tianjin', 117.2, 39.1, { errorM: 10_000 })]));
    const [radius] = [...svg.matchAll(/<circle[^>]*r="([\d.]+)"[^>]*stroke-dasharray/g)].map((match) =>
      Number(match[1])
    );
    const frame = frameMap(
      { type: 'FeatureCollection', features: [], lantai: { bbox: [117, 38.8, 118, 39.3] } },
      { x: 0, y: 0 }
    );
    expect(radius).toBeCloseTo(10_000 / frame.metresPerUnit, 1);
  });

  it('keeps a small error visible round its dot', async () => {
    const svg = await svgOf(collection([place('天津', 'Tianjin', 117.2, 39.1, { errorM: 1 })]));
    expect(svg).toMatch(/r="11"[^>]*stroke-dasharray/);
  });

  it('names places at the time, with today’s name beneath', async () => {
    const svg = await svgOf(
      collection([
        place('紫竹林', 'Zizhulin', 117.2, 39.1, { modernName: { 'zh-Hans': '今解放北路', en: 'Jiefang Road' } })
      ])
    );
    const y = (name: string) => Number(new RegExp(`y="([\\d.]+)"[^>]*>${name}<`).exec(svg)?.[1]);
    expect(y('今解放北路')).toBeGreaterThan(y('紫竹林'));
  });

  it('gathers a note that several places share in one line below', async () => {
    const note = { 'zh-Hans': '示意，非测绘', en: 'Schematic' };
    const words = wordsOf(
      await svgOf(collection([place('甲', 'A', 117.2, 39.1, { note }), place('乙', 'B', 117.6, 39, { note })]))
    );
    expect(words.split('示意，非测绘')).toHaveLength(2);
  });

  it('looks like ink and water on paper', async () => {
    const picture = await drawn(await svgOf(collection([river])), 600);
    expect(picture.at(3, 3)).toBe('#fbf8f0');
    expect(picture.darkness()).toBeGreaterThan(0.005);
  });

  it('has width in true proportion to height at its middle latitude', () => {
    const { project } = frameMap(
      { type: 'FeatureCollection', features: [], lantai: { bbox: [117, 38.8, 118, 39.3] } },
      { x: 0, y: 0 }
    );
    const [a, b, c] = [
      project({ lon: 117.2, lat: 39 }),
      project({ lon: 117.3, lat: 39 }),
      project({ lon: 117.2, lat: 39.1 })
    ];
    expect((b.x - a.x) / (a.y - c.y)).toBeCloseTo(Math.cos((39.05 * Math.PI) / 180), 3);
    expect(METRES_PER_DEGREE).toBeCloseTo(111_195, -2);
  });

  it.each([
    ['a boundary', { kind: 'boundary' }],
    ['an unknown side', { kind: 'place', labelSide: 'up' }]
  ])('with %s is refused with the place of the fault', async (_what, properties) => {
    const outcome = await drawMap(
      collection([{ type: 'Feature', properties, geometry: { type: 'Point', coordinates: [117, 39] } }]),
      title
    );
    expect(outcome).toMatchObject({ ok: false, message: expect.stringContaining('features.0.properties') });
  });

  it.each([[null], ['text'], [{ type: 'FeatureCollection', features: [] }], [{}]])(
    'refuses %j in a sentence',
    async (value) => {
      expect(await drawMap(value, title)).toMatchObject({ ok: false, message: expect.stringContaining('GeoJSON') });
    }
  );

  it('survives positions that lie on one another', async () => {
    const svg = await svgOf(
      collection([place('甲', 'A', 117.2, 39.1), place('乙', 'B', 117.2, 39.1)], { bbox: undefined })
    );
    expect(svg).not.toContain('NaN');
  });
});

describe('the names on a map', () => {
  const request = (x: number, y: number, side?: 'e' | 'w') => ({
    lines: [{ text: '天津', size: 24, widthPx: 48, style: 'name' as const }],
    anchors: [{ at: { x, y }, gap: 14 }],
    side
  });
  const free = { frame: { left: 0, top: 0, right: 600, bottom: 400 }, boxes: [], points: [] };

  it('stand on the side their author asks for', () => {
    const [label] = placeLabels([request(300, 200, 'w')], free);
    expect(label?.box.right).toBeLessThan(300);
  });

  it('do not lie on one another', () => {
    const labels = placeLabels(
      [0, 10, 20, 30].map((offset) => request(300 + offset, 200 + offset, 'e')),
      free
    );
    for (const [index, label] of labels.entries())
      for (const other of labels.slice(index + 1)) expect(overlapArea(label.box, other.box)).toBe(0);
  });

  it('stay inside the frame, even at its edge', () => {
    for (const [x, y] of [
      [590, 200],
      [10, 200],
      [300, 8],
      [300, 392]
    ] as const) {
      const [label] = placeLabels([request(x, y, 'e')], free);
      expect(label?.box.left).toBeGreaterThanOrEqual(0);
      expect(label?.box.right).toBeLessThanOrEqual(600);
    }
  });

  it('keep off the river', () => {
    const points = Array.from({ length: 40 }, (_, index) => ({ x: 300 + index * 3, y: 200 }));
    const [label] = placeLabels([request(300, 200, 'e')], { ...free, points });
    expect(
      points.some(
        ({ x, y }) => label && x > label.box.left && x < label.box.right && y > label.box.top && y < label.box.bottom
      )
    ).toBe(false);
  });
});

describe('the scale bar', () => {
  it('is a round length that fits', () => {
    for (const metresPerUnit of [0.5, 3, 62, 900, 12_000]) {
      const { lengthKm } = scaleBar(metresPerUnit, 190);
      expect(lengthKm * 1000).toBeLessThanOrEqual(190 * metresPerUnit);
      expect([1, 2, 5]).toContain(Number(lengthKm.toExponential().split('e')[0]));
    }
  });
});
