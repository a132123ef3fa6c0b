/**
 * AX-21: writes the chart of the river's length. The winding line is schematic in shape but true in length:
 * 90.1 km of river over 48.3 km of ground, at the scale of the bars below it.
 */
import { writeFileSync } from 'node:fs';
import { cinnabar, ink, inkSoft, paper, river } from '../hand/sheet.mjs';

const along = 90.1;
const straight = 48.3;
const pxPerKm = 10;

/** A sine-generated curve of unit length; `turn` is its greatest angle to the valley, in radians. */
function wander(turn) {
  const n = 900;
  const points = [[0, 0]];
  let [x, y] = [0, 0];
  for (let i = 0; i < n; i++) {
    const s = (i + 0.5) / n;
    const swell = 0.84 + 0.3 * Math.sin(Math.PI * s) ** 2;
    const heading = turn * swell * Math.sin(2 * Math.PI * 5.5 * s + 0.6 * Math.sin(2 * Math.PI * 2.2 * s));
    points.push([(x += Math.cos(heading) / n), (y += Math.sin(heading) / n)]);
  }
  return { points, reach: Math.hypot(x, y), tilt: Math.atan2(y, x) };
}

/** The turn at which the river is as much longer than its valley as the record says, by halving. */
function asRecorded() {
  let [low, high] = [0.5, 2];
  for (let i = 0; i < 40; i++) {
    const half = (low + high) / 2;
    if (wander(half).reach * along > straight) low = half;
    else high = half;
  }
  return wander(low);
}

const { points, tilt } = asRecorded();
const level = 26;
const course = points
  .filter((_, i) => i % 8 === 0 || i === points.length - 1)
  .map(([x, y], step) => ({
    step,
    x: Math.round((x * Math.cos(-tilt) - y * Math.sin(-tilt)) * along * 100) / 100,
    y: Math.round((level + (x * Math.sin(-tilt) + y * Math.cos(-tilt)) * along) * 100) / 100
  }));

const x = { field: 'km', type: 'quantitative', scale: { domain: [0, 100], nice: false }, axis: null };
const yScale = { domain: [-1, 36], nice: false, zero: false };
const at = (value) => ({ datum: value, type: 'quantitative', scale: yScale, axis: null });
const english = { type: 'text', font: 'Source Serif 4', fontWeight: 400, color: inkSoft, fontSize: 18 };
const chinese = { type: 'text', fontWeight: 700, fontSize: 22 };

const windings = (mark) => ({
  data: { values: course },
  mark: { type: 'line', interpolate: 'linear', strokeJoin: 'round', strokeCap: 'round', opacity: 1, ...mark },
  encoding: {
    x: { field: 'x', type: 'quantitative', scale: x.scale, axis: null },
    y: { field: 'y', type: 'quantitative', scale: yScale, axis: null },
    order: { field: 'step' }
  }
});

function bar(km, top, fill, stroke, zh, en) {
  const filter = { filter: `datum.km === ${km}` };
  return [
    {
      transform: [filter],
      mark: { type: 'rect', fill, stroke, strokeWidth: 1.8 },
      encoding: { x, x2: { datum: 0 }, y: at(top), y2: { datum: top - 2.6 } }
    },
    {
      transform: [filter],
      mark: { ...chinese, align: 'left', baseline: 'bottom', text: zh, x: 0, dy: -9 },
      encoding: { y: at(top) }
    },
    {
      transform: [filter],
      mark: { ...english, align: 'left', baseline: 'bottom', text: en, x: 214, dy: -10 },
      encoding: { y: at(top) }
    },
    {
      transform: [filter, { calculate: "datum.km + '公里'", as: 'label' }],
      mark: { ...chinese, fontSize: 24, align: 'left', dx: 12, ...(stroke === cinnabar ? { color: cinnabar } : {}) },
      encoding: { x, y: at(top - 1.3), text: { field: 'label' } }
    }
  ];
}

const note = (text, y, mark) => ({
  data: { values: [{}] },
  mark: {
    type: 'text',
    align: 'left',
    baseline: 'top',
    fontSize: 17,
    fontWeight: 500,
    color: inkSoft,
    x: 0,
    y,
    text,
    ...mark
  }
});
const endpoint = (km, align, zh, en) => [
  {
    data: { values: [{}] },
    mark: {
      type: 'point',
      shape: 'circle',
      size: 260,
      fill: paper,
      stroke: ink,
      strokeWidth: 2.4,
      opacity: 1,
      x: km * pxPerKm
    },
    encoding: { y: at(level) }
  },
  note(zh, -4, { x: km * pxPerKm, align, fontSize: 20, fontWeight: 700, color: ink }),
  note(en, 22, { x: km * pxPerKm, align, font: 'Source Serif 4', fontWeight: 400 })
];

const spec = {
  $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
  title: { text: '裁弯前后的河', subtitle: 'The river before and after the six cuts' },
  width: 100 * pxPerKm,
  height: 37 * pxPerKm,
  data: {
    values: [
      { what: '裁弯前河长', whatEn: 'River before the cuts (1858)', km: along },
      { what: '直线距离', whatEn: 'Straight line', km: straight },
      { what: '六次共缩短', whatEn: 'Taken off by six cuts', km: 26.34 }
    ]
  },
  layer: [
    windings({ stroke: ink, strokeWidth: 15 }),
    windings({ stroke: '#CFD8D3', strokeWidth: 11 }),
    windings({ stroke: river, strokeWidth: 1.6, strokeDash: [12, 8] }),
    {
      data: { values: [{}] },
      mark: { type: 'rule', stroke: cinnabar, strokeWidth: 2.4, strokeDash: [3, 6], x: 0, x2: straight * pxPerKm },
      encoding: { y: at(level) }
    },
    ...endpoint(0, 'left', '三岔河口', 'Sanchakou'),
    ...endpoint(straight, 'left', '大沽海口', 'the sea at Dagu'),
    ...bar(along, 16.2, 'hatch-river', ink, '裁弯前河长（1858）', 'River before the cuts'),
    ...bar(straight, 9, 'hatch', ink, '直线距离', 'Straight line'),
    ...bar(26.34, 1.8, 'hatch-cinnabar', cinnabar, '六次裁弯共缩短', 'Taken off by six cuts, 1901–1923'),
    note('河形为示意，曲线与直线长度之比准确；缩短之数一说26.6公里。', 37 * pxPerKm + 22),
    note(
      'The bends are schematic, their length is to scale with the bars; another count of the cuts is 26.6 km.',
      37 * pxPerKm + 48,
      { font: 'Source Serif 4', fontWeight: 400 }
    )
  ]
};

writeFileSync(
  new URL('../../exhibits/northern-port/media/river-length.vl.json', import.meta.url),
  JSON.stringify(spec, null, 1) + '\n'
);
