/**
 * AX-23: the model of the International Bridge with its leaves half open, and its still picture. Lengths and widths are to
 * scale: 97.64 m in three spans, the middle one 46.94 m, 19.29 m wide there and 20.78 m at the sides. Heights, trusses and
 * the angle of opening are a sign for its kind.
 */
import { bars, lamp, pier, railing } from '../hand/bridge-parts.mjs';
import { drawnModel, measured } from '../hand/model-drawing.mjs';
import { saveModelTo } from '../hand/model.mjs';
import { foot, heading, saveTo } from '../hand/sheet.mjs';
import { beam, box, lathe, mirrored, moved, prism, repeated, scaled, turned, whole } from '../hand/solids.mjs';
import { steamer } from './steamer-parts.mjs';

const [LENGTH, MIDDLE, MIDDLE_WIDTH, SIDE_WIDTH] = [97.64, 46.94, 19.29, 20.78];
const [HALF, HINGE] = [LENGTH / 2, MIDDLE / 2];
const [WATER, DECK] = [1, 9];
const REACH = 22;
const OPEN = (42 * Math.PI) / 180;

/** Everything west of the middle; the east is its mirror image. */
function half() {
  return [...quay(), ...mainPier(), ...sideSpan(), ...moved(turned(leaf(), 'z', OPEN), [-HINGE, DECK - 0.6, 0])];
}

function quay() {
  const [edge, end] = [-HALF, -HALF - 9];
  const tower = (z) => [
    ...box([edge - 3.4, edge - 0.4], [0, DECK + 1.4], [z - 1.6, z + 1.6], 'stone', { bevel: 0.3 }),
    ...box([edge - 3.1, edge - 0.7], [DECK + 1.4, DECK + 4.4], [z - 1.3, z + 1.3], 'stone', { bevel: 0.2 }),
    ...box([edge - 3.5, edge - 0.3], [DECK + 4.4, DECK + 4.9], [z - 1.7, z + 1.7], 'paving'),
    ...moved(lathe([[1.3, 0], [1.15, 0.9], [0.5, 1.5], [0.1, 1.7]], 'granite', { sides: 12 }), [edge - 1.9, DECK + 4.9, z])
  ];
  return [
    ...box([end, edge], [0, DECK - 1.4], [-REACH, REACH], 'granite', { top: 'earth' }),
    ...[-1, 1].flatMap((side) => {
      const [a, b] = [side * (SIDE_WIDTH / 2 + 3.4), side * REACH].sort((p, q) => p - q);
      return box([edge - 1.2, edge + 0.25], [DECK - 1.9, DECK - 1.1], [a, b], 'paving');
    }),
    ...box([end, edge + 0.3], [DECK - 1.4, DECK], [-SIDE_WIDTH / 2, SIDE_WIDTH / 2], 'stone', { top: 'concrete' }),
    ...[-1, 1].flatMap((side) => tower(side * (SIDE_WIDTH / 2 + 1.7)))
  ];
}

function mainPier() {
  return [
    ...moved(pier(0, [WATER - 0.4, 4.6], { half: 9.6, width: 4.2, batter: 0.7 }), [-HINGE - 1.9, 0, 0]),
    ...[-1, 1].flatMap((side) => box([-HINGE - 3.1, -HINGE + 0.9], [4.6, DECK - 0.4], [side * 9.2 - 0.7, side * 9.2 + 0.7], 'stone')),
    ...[-1, 1].flatMap((side) =>
      moved(turned(lathe([[0.75, 0], [0.75, 0.5]], 'iron', { sides: 16 }), 'x', (side * Math.PI) / 2), [-HINGE, DECK - 0.6, side * 9.6])
    )
  ];
}

/** Four arched trusses under a deck, from the quay to the pier. */
function sideSpan() {
  const [x0, x1] = [-HALF, -HINGE - 1.2];
  const panels = 8;
  const x = (i) => x0 + ((x1 - x0) * i) / panels;
  const arch = (i) => 3.6 + 3.9 * Math.sin((Math.PI * i) / panels) ** 0.8;
  const high = DECK - 0.8;
  const ribs = Array.from({ length: panels + 1 }, (_, i) => i);
  const pairs = [
    [[x0, high], [x1, high]],
    ...ribs.slice(1).map((i) => [[x(i - 1), arch(i - 1)], [x(i), arch(i)]]),
    ...ribs.map((i) => [[x(i), arch(i)], [x(i), high]]),
    ...ribs.slice(1).map((i) => (i <= panels / 2 ? [[x(i - 1), arch(i - 1)], [x(i), high]] : [[x(i - 1), high], [x(i), arch(i)]]))
  ];
  const edge = SIDE_WIDTH / 2;
  return [
    ...[-9.2, -3.1, 3.1, 9.2].flatMap((z) => bars(pairs, z, [0.34, 0.42], 'iron')),
    ...ribs.flatMap((i) => box([x(i) - 0.15, x(i) + 0.15], [DECK - 1.1, DECK - 0.5], [-9.2, 9.2], 'iron')),
    ...roadway([x0, x1], edge),
    ...[-1, 1].flatMap((side) => railing([x0, x1], DECK + 0.2, side * (edge - 0.2), { step: 2, height: 1.2 })),
    ...[0.2, 0.8].flatMap((t) => [-1, 1].flatMap((side) => lamp([x0 + (x1 - x0) * t, DECK + 0.2, side * (edge - 0.9)])))
  ];
}

/** A leaf lying closed: its hinge at the origin, its tip towards +x, its counterweight behind and below. */
function leaf() {
  const panels = 7;
  const long = HINGE - 0.12;
  const x = (i) => (long * i) / panels;
  const low = (i) => -0.7 - 3.2 * (1 - i / panels) ** 1.3;
  const ribs = Array.from({ length: panels + 1 }, (_, i) => i);
  const pairs = [
    [[-1.2, -0.2], [long, -0.2]],
    ...ribs.slice(1).map((i) => [[x(i - 1), low(i - 1)], [x(i), low(i)]]),
    ...ribs.map((i) => [[x(i), low(i)], [x(i), -0.2]]),
    ...ribs.slice(1).map((i) => (i % 2 ? [[x(i - 1), low(i - 1)], [x(i), -0.2]] : [[x(i - 1), -0.2], [x(i), low(i)]]))
  ];
  const weight = [[0.4, 0], ...Array.from({ length: 10 }, (_, k) => [-Math.cos((k * Math.PI) / 20) * 4.6, -Math.sin((k * Math.PI) / 20) * 4.6]), [0.4, -4.5]];
  const edge = MIDDLE_WIDTH / 2;
  return [
    ...[-8.4, -2.8, 2.8, 8.4].flatMap((z) => bars(pairs, z, [0.32, 0.4], 'iron')),
    ...ribs.flatMap((i) => box([x(i) - 0.14, x(i) + 0.14], [-0.5, 0.1], [-8.4, 8.4], 'iron')),
    ...ribs.slice(1, 4).flatMap((i) => whole([...beam([x(i), low(i), -8.4], [x(i), -0.3, 8.4], [0.16, 0.16], 'iron'), ...beam([x(i), -0.3, -8.4], [x(i), low(i), 8.4], [0.16, 0.16], 'iron')])),
    ...prism(weight, [-7.9, 7.9], 'black', { axis: 'z' }),
    ...moved(roadway([0.3, long], edge), [0, 0.6 - DECK, 0]),
    ...[-1, 1].flatMap((side) => moved(railing([0.3, long], DECK + 0.2, side * (edge - 0.2), { step: 2, height: 1.2 }), [0, 0.6 - DECK, 0])),
    ...box([long - 0.5, long], [0.05, 0.66], [-edge, edge], 'iron')
  ];
}

/** A carriageway between two pavements, at the height of the deck. */
function roadway([x0, x1], edge) {
  const slabs = Math.max(4, Math.round((x1 - x0) / 3));
  const at = (i) => x0 + ((x1 - x0) * i) / slabs;
  return [
    ...repeated(slabs, (i) => box([at(i), at(i + 1)], [DECK - 0.5, DECK], [-edge + 3, edge - 3], 'concrete', { top: i % 2 ? 'concrete' : 'granite' })),
    ...[-1, 1].flatMap((side) => {
      const [a, b] = [side * edge, side * (edge - 3)].sort((p, q) => p - q);
      return box([x0, x1], [DECK - 0.55, DECK + 0.2], [a, b], 'stone', { top: 'paving' });
    })
  ];
}

const west = half();
const faces = [
  ...west,
  ...mirrored(west, 'x'),
  ...box([-HALF, HALF], [0, WATER], [-REACH, REACH], 'water'),
  ...moved(turned(scaled(steamer({ isAfloat: true }), 30), 'y', -Math.PI / 2), [0, WATER, 5])
];
await saveModelTo('northern-port')('international-bridge-model', faces, { most: 22_000 });

const { body, view } = drawnModel(faces, { turn: 30, lift: 25, box: [60, 130, 1010, 660], height: 820, weight: 0.85, most: 22_000 });
saveTo('northern-port')('international-bridge-model', {
  height: 820,
  title: '万国桥示意模型',
  body: [
    heading('万国桥', 'The International Bridge, its leaves half open'),
    body,
    measured(view, [-HALF, 0, REACH], [HALF, 0, REACH], [0, 0, 26], '全长97.64米', '97.64 m'),
    measured(view, [-HINGE, 0, REACH], [HINGE, 0, REACH], [0, 0, 4], '中孔46.94米', '46.94 m'),
    measured(view, [HALF + 9, DECK, SIDE_WIDTH / 2], [HALF + 9, DECK, -SIDE_WIDTH / 2], [6, 0, 0], '边跨宽20.78米', '20.78 m'),
    foot(766, '长与宽依比例；高度、桁架、开启角与船只为示意', 'Lengths and widths to scale; heights, trusses, the angle and the ship are schematic.')
  ].join('\n')
});
